# What our own targets are compiled with. Nothing here reaches a dependency or a consumer.

# No -ffast-math, no -march=native, no fused multiply-add: results are the same on every machine.
set(old_gcc $<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>)
add_library(summitry_flags INTERFACE)
target_compile_features(summitry_flags INTERFACE cxx_std_20)
target_compile_options(summitry_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -ffp-contract=off
  # Options name the fields that differ from their defaults: that the others are missing is the point.
  -Wno-missing-field-initializers
  # gcc 12 sees overlapping and endless copies in "text" + std::string, falsely; mended in 13.
  "$<${old_gcc}:-Wno-restrict;-Wno-stringop-overflow>"
  # gcc does not count a change of signedness among the conversions, so clang shall not either.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>)

# ccache saves minutes on two cores. A precompiled header needs the two relaxations; paths are cut at
# the project's root, so that one checkout takes what another has compiled.
find_program(SUMMITRY_CCACHE ccache)
if(SUMMITRY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
      CCACHE_NOHASHDIR=true ${SUMMITRY_CCACHE})
endif()
