// SUMMITRY_CPU_VERSIONS before a kernel: compiled for the levels of x86-64 that compilers and
// distributions agree on (v3: AVX2, v4: AVX-512), the best that the processor has chosen when the
// program starts. A level is a set of features, so that it is also found on processors that are newer
// than the compiler, and on those of every maker; names of processors are not. For kernels on whole
// numbers and bits, or on doubles lane by lane: the bytes are the same from each.
#pragma once

// The choice is made before a sanitizer is ready, so such builds have the plain version alone.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SUMMITRY_CPU_VERSIONS \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SUMMITRY_CPU_VERSIONS
#endif

// For the pieces of such a kernel: part of each version instead of a call to a plain one.
#define SUMMITRY_KERNEL_PART [[gnu::always_inline]] inline
