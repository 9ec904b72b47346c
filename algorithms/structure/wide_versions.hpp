// SUMMITRY_WIDE_VERSIONS before a kernel: compiled for the levels of x86-64 that compilers and
// distributions agree on (v3: AVX2, v4: AVX-512), the best that the processor has chosen when the
// program starts. A level is a set of features, so that it is also found on processors that are newer
// than the compiler, and on those of every maker. For kernels on whole numbers and bits, or on doubles
// lane by lane: the bytes are the same from each.
#pragma once

#include "engine/cpu_versions.hpp"

// As there: the choice is made before a sanitizer is ready.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define SUMMITRY_WIDE_VERSIONS \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define SUMMITRY_WIDE_VERSIONS
#endif
