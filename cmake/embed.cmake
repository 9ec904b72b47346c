# cmake -DFOLDER=<folder> -DOUTPUT=<file> -DHEADER=<path> -DNAMESPACE=<namespace>
#       -DASSETS=<function>:<file>[,...] -P embed.cmake
#
# Writes the bytes of files as the source behind a header of functions that return them.
set(text "// Written by cmake/embed.cmake.\n#include \"${HEADER}\"\n\n")
string(APPEND text "namespace ${NAMESPACE} {\nnamespace {\n\n")
set(functions "")

# embed(<function> <file>): an array of its bytes; at least one, so that it is an array.
function(embed function file)
  file(READ ${FOLDER}/${file} bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(REGEX REPLACE "('[^,]+',)('[^,]+',)('[^,]+',)('[^,]+',)" "\\1\\2\\3\\4\n" bytes "${bytes}")
  set(text "${text}constexpr char ${function}_bytes[] = {\n${bytes}'\\0'};\n" PARENT_SCOPE)
  string(APPEND functions "std::string_view ${function}() {\n"
         "  return {${function}_bytes, sizeof(${function}_bytes) - 1};\n}\n")
  set(functions "${functions}" PARENT_SCOPE)
endfunction()

string(REPLACE "," ";" assets "${ASSETS}")
foreach(asset IN LISTS assets)
  string(REPLACE ":" ";" parts ${asset})
  list(GET parts 0 function)
  list(GET parts 1 file)
  embed(${function} ${file})
endforeach()

string(APPEND text "\n}  // namespace\n\n${functions}\n}  // namespace ${NAMESPACE}\n")
file(WRITE ${OUTPUT} "${text}")
