# The program `summitry`, its commands as a library that tests can link, and its man pages.
file(GLOB_RECURSE cli_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/cli/*.cpp)
list(REMOVE_ITEM cli_sources ${PROJECT_SOURCE_DIR}/cli/main.cpp)

if(EXISTS ${PROJECT_SOURCE_DIR}/cli/main.cpp AND cli_sources)
  add_library(summitry_cli STATIC ${cli_sources})
  target_link_libraries(summitry_cli
    PUBLIC summitry::summitry CLI11::CLI11
    PRIVATE fmt::fmt nlohmann_json::nlohmann_json summitry_flags)
  add_executable(summitry cli/main.cpp)
  target_link_libraries(summitry PRIVATE summitry_cli summitry_flags)
endif()
