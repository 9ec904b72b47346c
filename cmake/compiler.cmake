# What our own targets are compiled with. Nothing here reaches a dependency or a consumer.

# Results may not depend on whether the compiler fuses a multiplication and an addition.
add_library(summitry_flags INTERFACE)
target_compile_features(summitry_flags INTERFACE cxx_std_20)
target_compile_options(summitry_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -ffp-contract=off)

# ccache saves minutes on two cores. A precompiled header needs the two relaxations.
find_program(SUMMITRY_CCACHE ccache)
if(SUMMITRY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros ${SUMMITRY_CCACHE})
endif()
