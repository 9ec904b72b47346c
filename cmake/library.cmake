# summitry_library(<folder> [PUBLIC <target>...] [PRIVATE <target>...] [HEADER_ONLY <target>...])
#
# One static library from every source below <folder>, alias summitry::<folder>, headers included as
# "<folder>/name.hpp". HEADER_ONLY dependencies are used in sources alone, so that a consumer of the
# installed package needs none of them.
function(summitry_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PUBLIC;PRIVATE;HEADER_ONLY")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp
                                              ${PROJECT_SOURCE_DIR}/${folder}/*.hpp)
  set(target summitry_${folder})
  add_library(${target} STATIC ${sources})
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE}
                        $<BUILD_INTERFACE:summitry_flags>)
  foreach(dependency IN LISTS arg_HEADER_ONLY)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${dependency}>)
  endforeach()
  add_library(summitry::${folder} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${folder})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:include/summitry>)
endfunction()
