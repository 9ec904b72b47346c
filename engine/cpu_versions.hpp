// SUMMITRY_CPU_VERSIONS before a kernel: compiled for several instruction sets, chosen when the
// program starts. For kernels on whole numbers and bits, or on doubles lane by lane: the bytes are the
// same from each.
#pragma once

// The choice is made before a sanitizer is ready, so such builds have the plain version alone.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SUMMITRY_CPU_VERSIONS \
  __attribute__((target_clones("arch=icelake-server", "arch=haswell", "default")))
#else
#define SUMMITRY_CPU_VERSIONS
#endif

// For the pieces of such a kernel: part of each version instead of a call to a plain one.
#define SUMMITRY_KERNEL_PART [[gnu::always_inline]] inline
