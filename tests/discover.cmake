# Writes a CTest file with one test for each test case of a Catch2 program.
#
# Catch2's own script takes "[0, 1)" in a name for the beginning of a nested list, joins the names
# that follow into one, and that one matches nothing and passes. So here a name is cut off at a time,
# without a list, and a test that matches no test case fails.
# Given: PROGRAM, FOLDER (the label, and the first part of each name), OUTPUT (the file to write).
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${PROGRAM} --list-test-names-only OUTPUT_VARIABLE names
                RESULT_VARIABLE listed)
set(script "")
set(found 0)
string(FIND "${names}" "\n" end)
while(NOT end EQUAL -1)
  string(SUBSTRING "${names}" 0 ${end} name)
  math(EXPR next "${end} + 1")
  string(SUBSTRING "${names}" ${next} -1 names)
  string(FIND "${names}" "\n" end)

  # What means something in a Catch2 test specification.
  string(REGEX REPLACE "([][\\,\"])" "\\\\\\1" specification "${name}")
  string(APPEND script
    "add_test([==[${FOLDER}/${name}]==] [==[${PROGRAM}]==] [==[${specification}]==] -w NoTests)\n"
    "set_tests_properties([==[${FOLDER}/${name}]==] PROPERTIES LABELS ${FOLDER})\n")
  math(EXPR found "${found} + 1")
endwhile()

# The program's exit code is the number of names that it listed, as far as exit codes go.
if(found EQUAL 0 OR (listed LESS 255 AND NOT found EQUAL listed))
  message(FATAL_ERROR "${PROGRAM} listed ${listed} test cases, ${found} were found")
endif()
file(WRITE ${OUTPUT} "${script}")
