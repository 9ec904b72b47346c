# Tests that are scripts: architecture/ reads the tree, oracle/ compares with other software.
function(add_script_tests folder)
  file(GLOB scripts CONFIGURE_DEPENDS ${tests_dir}/${folder}/*_test.py)
  foreach(script IN LISTS scripts)
    cmake_path(GET script STEM name)
    add_test(NAME ${folder}/${name} COMMAND ${python} ${script})
    set(environment SUMMITRY_SOURCE=${PROJECT_SOURCE_DIR} PYTHONDONTWRITEBYTECODE=1
                    SUMMITRY_PROGRAM=${PROJECT_BINARY_DIR}/summitry)
    set_tests_properties(${folder}/${name} PROPERTIES LABELS ${folder}
                         ENVIRONMENT "${environment}")
  endforeach()
endfunction()

add_script_tests(architecture)
add_script_tests(oracle)

add_test(NAME package COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR}
         -DSOURCE=${tests_dir}/package -DWORK=${CMAKE_CURRENT_BINARY_DIR}/package
         -P ${tests_dir}/package/package_test.cmake)
set_tests_properties(package PROPERTIES LABELS package)

# browser/ opens report.html in Chromium, with the packages of page/. One report serves all of them.
if(NOT SUMMITRY_PAGE)
  message(STATUS "SUMMITRY_PAGE is off, so no tests in a browser")
  return()
endif()
find_program(SUMMITRY_NODE node REQUIRED)

function(add_browser_test script)
  cmake_path(GET script STEM name)
  add_test(NAME browser/${name} COMMAND ${SUMMITRY_NODE} ${script})
  set(environment SUMMITRY_SOURCE=${PROJECT_SOURCE_DIR} SUMMITRY_WORK=${CMAKE_CURRENT_BINARY_DIR}/browser
                  SUMMITRY_PAGE_DIST=${PROJECT_BINARY_DIR}/page SUMMITRY_PROGRAM=${PROJECT_BINARY_DIR}/summitry)
  set_tests_properties(browser/${name} PROPERTIES LABELS browser ENVIRONMENT "${environment}")
endfunction()

add_browser_test(${tests_dir}/browser/make_report.mjs)
set_tests_properties(browser/make_report PROPERTIES FIXTURES_SETUP browser_report)
file(GLOB scripts CONFIGURE_DEPENDS ${tests_dir}/browser/*_test.mjs)
foreach(script IN LISTS scripts)
  add_browser_test(${script})
  cmake_path(GET script STEM name)
  set_tests_properties(browser/${name} PROPERTIES FIXTURES_REQUIRED browser_report)
endforeach()
