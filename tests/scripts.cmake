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
