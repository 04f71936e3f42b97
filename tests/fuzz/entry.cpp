// The entry that libFuzzer calls, of the target that the build names.
#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    xiaoan::fuzz::XIAOAN_FUZZ_TARGET({bytes, size});
    return 0;
}
