# cmake -DFOLDER=<folder> -DOUTPUT=<file> -P embed.cmake: writes the bytes of page.js, page.css and
# licences.txt as the source behind exporters/page/assets.hpp.
set(text "// Written by cmake/embed.cmake.\n#include \"exporters/page/assets.hpp\"\n\n")
string(APPEND text "namespace summitry::page {\nnamespace {\n\n")

# embed(<name> <file>): an array of its bytes; at least one, so that it is an array.
function(embed name file)
  file(READ ${FOLDER}/${file} bytes HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(REGEX REPLACE "('[^,]+',)('[^,]+',)('[^,]+',)('[^,]+',)" "\\1\\2\\3\\4\n" bytes "${bytes}")
  set(text "${text}constexpr char ${name}[] = {\n${bytes}'\\0'};\n" PARENT_SCOPE)
endfunction()

embed(kScript page.js)
embed(kStyle page.css)
embed(kLicences licences.txt)

string(APPEND text "\n}  // namespace\n\n")
foreach(asset script:kScript style:kStyle licences:kLicences)
  string(REPLACE ":" ";" asset ${asset})
  list(GET asset 0 function)
  list(GET asset 1 array)
  string(APPEND text
    "std::string_view ${function}() {\n  return {${array}, sizeof(${array}) - 1};\n}\n")
endforeach()
string(APPEND text "\n}  // namespace summitry::page\n")
file(WRITE ${OUTPUT} "${text}")
