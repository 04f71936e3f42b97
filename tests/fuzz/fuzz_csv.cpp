// Whatever bytes come in as a text file: rows come out, or one IntakeFault.
#include "data/intake/csv.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/values/date.hpp"
#include "data/intake/values/degrees.hpp"
#include "data/intake/values/number.hpp"
#include "data/intake/values/registration_number.hpp"
#include "data/intake/values/weekdays.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace xiaoan::data;

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) return 0;
    try {
        const auto file = open_csv(source_from_bytes("fuzz", {reinterpret_cast<const char*>(bytes), size}));
        const auto reader = file->open(0);
        SheetRow row;
        while (reader->next(row))
            for (const Cell& cell : row.cells) {
                (void)parse_period_end(cell.text);
                (void)parse_timestamp(cell.text);
                (void)parse_count(cell.text);
                (void)parse_degrees(cell.text, Axis::longitude);
                (void)parse_registration_number(cell.text);
                (void)parse_weekdays(cell.text);
            }
    } catch (const IntakeFault&) {
        return 0;
    }
    return 0;
}
