# What report.html holds besides the report: the script and style of page/, bundled by npm, as bytes in
# the program. Without SUMMITRY_PAGE pages have a plain style and no script.
set(page_source ${PROJECT_SOURCE_DIR}/page)
set(page_assets ${PROJECT_BINARY_DIR}/page)
set(page_files ${page_assets}/page.js ${page_assets}/page.css ${page_assets}/licences.txt)

if(SUMMITRY_PAGE AND EXISTS ${page_source}/package.json)
  find_program(SUMMITRY_NPM npm)
  if(NOT SUMMITRY_NPM)
    message(FATAL_ERROR "npm is missing, which bundles the script of report.html: script/bootstrap "
                        "installs it, -DSUMMITRY_PAGE=OFF does without the script")
  endif()
  # Packages are fetched once for all build trees, as the lock file has them; none runs a script.
  set(page_packages ${page_source}/node_modules/.package-lock.json)
  add_custom_command(OUTPUT ${page_packages}
    COMMAND ${SUMMITRY_NPM} ci --ignore-scripts --no-audit --no-fund --silent
    COMMAND ${CMAKE_COMMAND} -E touch ${page_packages}
    DEPENDS ${page_source}/package.json ${page_source}/package-lock.json
    WORKING_DIRECTORY ${page_source} COMMENT "Fetching what page/ is made with" VERBATIM)
  file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS ${page_source}/src/*)
  file(GLOB page_settings CONFIGURE_DEPENDS ${page_source}/*.mjs ${page_source}/tsconfig.json)
  add_custom_command(OUTPUT ${page_files}
    COMMAND ${SUMMITRY_NPM} run --silent build -- ${page_assets}
    DEPENDS ${page_packages} ${page_sources} ${page_settings}
    WORKING_DIRECTORY ${page_source} COMMENT "Bundling page/" VERBATIM)
else()
  file(WRITE ${page_assets}/page.js "")
  file(WRITE ${page_assets}/licences.txt "")
  configure_file(${PROJECT_SOURCE_DIR}/exporters/page/plain.css ${page_assets}/page.css COPYONLY)
endif()

set(page_source_file ${page_assets}/assets.cpp)
add_custom_command(OUTPUT ${page_source_file}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${page_assets} -DOUTPUT=${page_source_file}
          -DHEADER=exporters/page/assets.hpp -DNAMESPACE=summitry::page
          -DASSETS=script:page.js,style:page.css,licences:licences.txt
          -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${page_files} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
  COMMENT "Embedding the page's script and style" VERBATIM)
target_sources(summitry_exporters PRIVATE ${page_source_file})
