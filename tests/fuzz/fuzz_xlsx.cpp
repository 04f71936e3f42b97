// Whatever bytes come in as a zip file: cells come out, or one IntakeFault.
#include "data/intake/container.hpp"
#include "data/intake/fault.hpp"

#include <cstddef>
#include <cstdint>

using namespace xiaoan::data;

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) return 0;
    IntakeLimits limits;
    limits.part_bytes = 1 << 20;  // bombs are tested elsewhere; here they would only take time
    limits.cells = 100'000;
    try {
        const auto file =
            open_workbook(source_from_bytes("fuzz", {reinterpret_cast<const char*>(bytes), size}), {.limits = limits});
        for (std::size_t sheet = 0; sheet < file->sheets().size(); ++sheet) {
            const auto reader = file->open(sheet);
            SheetRow row;
            while (reader->next(row)) (void)row.blank();
        }
    } catch (const IntakeFault&) {
        return 0;
    }
    return 0;
}
