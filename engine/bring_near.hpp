// Memory that will be read or written soon, asked for ahead.
#pragma once

namespace summitry {

// gcc takes a function that does nothing but ask for memory for one without effects, and leaves out the
// calls of it; an empty assembler statement is an effect.
inline void bring_near(const void* at) {
  __builtin_prefetch(at);
  asm volatile("");
}
inline void bring_near_to_write(const void* at) {
  __builtin_prefetch(at, 1);
  asm volatile("");
}

}  // namespace summitry
