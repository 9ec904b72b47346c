# The program `summitry`, its commands as a library that tests can link, and its manual pages.
file(GLOB_RECURSE cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.cpp)
list(REMOVE_ITEM cli_sources ${PROJECT_SOURCE_DIR}/cli/main.cpp)

add_library(summitry_cli STATIC ${cli_sources})
target_link_libraries(summitry_cli
  PUBLIC summitry::summitry CLI11::CLI11
  PRIVATE fmt::fmt nlohmann_json::nlohmann_json summitry_flags)
add_executable(summitry cli/main.cpp)
target_link_libraries(summitry PRIVATE summitry_cli summitry_flags)

# manual_page(<page> [<command>]): asks the program for a page, so that it and --help say the same.
function(manual_page page)
  set(file ${PROJECT_BINARY_DIR}/man/${page}.1)
  add_custom_command(OUTPUT ${file} COMMAND summitry man ${ARGN} > ${file} DEPENDS summitry VERBATIM
                     COMMENT "Writing man/${page}.1")
  set_property(GLOBAL APPEND PROPERTY manual_pages ${file})
endfunction()

file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man)
manual_page(summitry)
foreach(command report measure top communities continuity draw chart check info convert resolve catalogue man)
  manual_page(summitry-${command} ${command})
endforeach()
get_property(pages GLOBAL PROPERTY manual_pages)
add_custom_target(manual ALL DEPENDS ${pages})
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
