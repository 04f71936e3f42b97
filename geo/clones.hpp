// geo/clones.hpp: compiles a function twice, for any x86-64 processor and for those with AVX2; the loader takes the one
// that fits. Elsewhere it changes nothing. What a function so marked calls is inlined into both.
#pragma once

// The sanitizers' functions are not ready when the loader asks which clone to take.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define XIAOAN_CLONES [[gnu::target_clones("arch=x86-64-v3", "default"), gnu::flatten]]
#else
#define XIAOAN_CLONES
#endif
