// Whatever bytes come in as GeoJSON: features come out as rows, or one IntakeFault.
#include "data/intake/encoding.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/gis/feature_sheet.hpp"
#include "data/intake/gis/geojson_file.hpp"
#include "data/intake/position_value.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace xiaoan::data;

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) return 0;
    try {
        const IntakeLimits limits;
        auto source = source_from_bytes("fuzz", {reinterpret_cast<const char*>(bytes), size});
        const auto file = open_geojson(decoded(std::move(source), {}), limits);
        const auto reader = open_feature_sheet(*file, 0, limits);
        SheetRow row;
        while (reader->next(row))
            for (const Cell& cell : row.cells) (void)parse_geometry(cell.text, Datum::gcj02, false);
    } catch (const IntakeFault&) {
        return 0;
    }
    return 0;
}
