// Files of tables: CSV, XLSX, and either as a ledger up to rows that could be written.
#include "data/intake/csv.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/file_rows.hpp"
#include "data/intake/values/date.hpp"
#include "data/intake/values/degrees.hpp"
#include "data/intake/values/number.hpp"
#include "data/intake/values/registration_number.hpp"
#include "data/intake/values/weekdays.hpp"
#include "data/intake/xlsx.hpp"
#include "tests/fuzz/targets.hpp"

namespace xiaoan::fuzz {

namespace {

using namespace xiaoan::data;

/// Bombs are tested elsewhere; here they would only take time.
IntakeLimits small_limits()
{
    IntakeLimits limits;
    limits.part_bytes = 1 << 20;
    limits.cells = 100'000;
    return limits;
}

Region a_region()
{
    Region region;
    region.name_zh = "白城市";
    for (const auto& [code, name] : {std::pair{220802U, "洮北区"}, {220821U, "镇赉县"}, {220881U, "洮南市"}}) {
        County& county = region.counties.emplace_back();
        county.adcode = Adcode{code};
        county.name_zh = name;
    }
    return region;
}

std::unique_ptr<Workbook> opened(std::string bytes)
{
    auto source = source_from_bytes("fuzz", std::move(bytes));
    return source->bytes.starts_with("PK") ? open_xlsx(std::move(source), small_limits())
                                           : open_csv(std::move(source), std::nullopt, small_limits());
}

}  // namespace

void csv(Bytes bytes)
{
    try {
        const auto file = open_csv(source_from_bytes("fuzz", text_of(bytes)));
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
        return;
    }
}

void xlsx(Bytes bytes)
{
    try {
        const auto file = open_xlsx(source_from_bytes("fuzz", packed(bytes)), small_limits());
        for (std::size_t sheet = 0; sheet < file->sheets().size(); ++sheet) {
            const auto reader = file->open(sheet);
            SheetRow row;
            while (reader->next(row)) (void)row.blank();
        }
    } catch (const IntakeFault&) {
        return;
    }
}

void ledger(Bytes bytes)
{
    static const Region region = a_region();
    try {
        const auto file = opened(packed(bytes));
        JobProgress progress;
        (void)read_file_rows(*file, {}, region, progress);
    } catch (const IntakeFault&) {
        return;
    }
}

}  // namespace xiaoan::fuzz
