// The one place that names the test framework, so that a newer one is a change of one line.
#pragma once

#include <catch2/catch.hpp>
