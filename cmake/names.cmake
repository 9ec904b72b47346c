# The names that the resolver knows: the CSV files of loaders/resolver/data, as bytes in the program.
set(names_folder ${PROJECT_SOURCE_DIR}/loaders/resolver/data)
set(names_source ${PROJECT_BINARY_DIR}/names/tables.cpp)
add_custom_command(OUTPUT ${names_source}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${names_folder} -DOUTPUT=${names_source}
          -DHEADER=loaders/resolver/tables.hpp -DNAMESPACE=summitry::resolver
          -DASSETS=countries_table:countries.csv,further_table:further.csv
          -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${names_folder}/countries.csv ${names_folder}/further.csv
          ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
  COMMENT "Embedding the names of countries and organisations" VERBATIM)
target_sources(summitry_loaders PRIVATE ${names_source})
