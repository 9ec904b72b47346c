// Empty on purpose: the source for which the precompiled header of the tests is made.
#include "tests/support/pch.hpp"
