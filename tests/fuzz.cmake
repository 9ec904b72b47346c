# Each tests/fuzz/<name>_fuzz.cpp is a libFuzzer program. A test runs it for a bounded time from the
# seeds in fuzz/corpus/<name>, and keeps what it finds in the build folder.
# The preset builds them alone: what they try are the loaders.
add_custom_target(fuzzers)
file(GLOB fuzzers CONFIGURE_DEPENDS ${tests_dir}/fuzz/*_fuzz.cpp)
foreach(source IN LISTS fuzzers)
  cmake_path(GET source STEM target)
  string(REPLACE "_fuzz" "" name ${target})
  add_executable(${target} ${source})
  target_link_libraries(${target} PRIVATE summitry::loaders summitry_flags -fsanitize=fuzzer)
  add_dependencies(fuzzers ${target})
  set(found ${CMAKE_CURRENT_BINARY_DIR}/found/${name})
  file(MAKE_DIRECTORY ${found})
  set(seeds ${tests_dir}/fuzz/corpus/${name})
  if(NOT EXISTS ${seeds})
    set(seeds "")
  endif()
  add_test(NAME fuzz:${name} COMMAND ${target} -seed=1 -runs=20000 -max_total_time=20
           -artifact_prefix=${found}/ ${found} ${seeds})
  set_tests_properties(fuzz:${name} PROPERTIES LABELS fuzz)
endforeach()
