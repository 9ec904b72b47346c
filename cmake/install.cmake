# What `cmake --install` puts where, and the package that find_package(summitry) finds.
include(CMakePackageConfigHelpers)

install(TARGETS summitry_engine summitry_loaders summitry_algorithms summitry_exporters summitry_all
        EXPORT summitry)
foreach(folder engine loaders algorithms exporters)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}
          DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/summitry FILES_MATCHING PATTERN *.hpp)
endforeach()

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/summitry)
install(EXPORT summitry NAMESPACE summitry:: FILE summitryTargets.cmake DESTINATION ${package_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/summitryConfig.cmake.in
  ${PROJECT_BINARY_DIR}/summitryConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/summitryConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/summitryConfig.cmake
              ${PROJECT_BINARY_DIR}/summitryConfigVersion.cmake DESTINATION ${package_dir})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/datasets
        DESTINATION ${CMAKE_INSTALL_DATADIR}/summitry)
install(TARGETS summitry)
