// The main function of every test program, compiled once because it takes seconds.
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.hpp"
