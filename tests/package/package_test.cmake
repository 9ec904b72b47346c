# Installs the build to a prefix of its own, then configures, builds and runs the consumer there, on
# a data set that was installed with it.
# Given: BUILD (the build folder to install), SOURCE (this folder), WORK (a folder to write in).
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/build -G Ninja -DCMAKE_BUILD_TYPE=Release
    -DCMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/build)

set(kite ${WORK}/prefix/share/summitry/datasets/krackhardt-kite)
execute_process(COMMAND ${WORK}/build/consumer ${kite} ${WORK}/kite.dot OUTPUT_VARIABLE said
                COMMAND_ERROR_IS_FATAL ANY)
if(NOT said STREQUAL "10 vertices\n")
  message(FATAL_ERROR "the consumer said '${said}' of ten friends")
endif()
file(READ ${WORK}/kite.dot drawn)
if(NOT drawn MATCHES "heather")
  message(FATAL_ERROR "the consumer's DOT file lacks one of them: ${drawn}")
endif()
run(${WORK}/prefix/bin/summitry catalogue)
