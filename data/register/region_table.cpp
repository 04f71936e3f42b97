#include "data/register/region_table.hpp"

#include "data/register/changeset.hpp"
#include "data/register/statement.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <charconv>

namespace xiaoan::data {

namespace {

/// Runs an INSERT with its parameters in order.
template <class... Values>
void run(Statement& insert, const Values&... values)
{
    int parameter = 0;
    (insert.bind(++parameter, values), ...);
    insert.run();
}

std::string_view text(const std::string& of)
{
    return of;
}

Adcode adcode(std::string_view text)
{
    Adcode code;
    std::from_chars(text.data(), text.data() + text.size(), code.value);
    return code;
}

Value adcode_or_nothing(Adcode code)
{
    return code.given() ? Value{std::to_string(code.value)} : Value{};
}

DateCell date_cell(const Statement& row, int column)
{
    const auto date = date_from_iso(row.text(column));
    return date ? DateCell{*date} : DateCell{};
}

void write_places(const SQLite::Database& db, const Region& region)
{
    Statement county(db, "INSERT INTO county VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    std::int64_t n = 0;
    for (const County& each : region.counties)
        run(county, ++n, text(std::to_string(each.adcode.value)), text(each.name_zh), text(each.name_en),
            each.label_lon, each.label_lat);
    Statement layer(db, "INSERT INTO map_layer VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    n = 0;
    for (const MapLayer& each : region.layers) {
        const std::string packed = packed_text(each.geojson ? std::string_view{*each.geojson} : std::string_view{});
        run(layer, ++n, text(each.name), text(each.licence), text(each.attribution), text(each.attribution_en),
            Bytes{reinterpret_cast<const unsigned char*>(packed.data()), packed.size()});
    }
    Statement division(db, "INSERT INTO division VALUES (?1, ?2, ?3, ?4)");
    for (const Division& each : region.divisions) {
        const Value county_code = adcode_or_nothing(each.county);
        run(division, text(each.code), text(each.level), county_code, text(each.name));
    }
}

void write_calendar(const SQLite::Database& db, const Region& region)
{
    Statement holiday(db, "INSERT INTO holiday VALUES (?1, ?2, ?3)");
    for (const Holiday& each : region.holidays)
        run(holiday, text(iso(each.date)), std::int64_t{each.off ? 1 : 0}, text(each.name));
    Statement item(db, "INSERT INTO plan_item VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    std::int64_t n = 0;
    for (const PlanItem& each : region.plan) {
        const Value due_on = each.due_on.has_date() ? Value{iso(each.due_on.date())} : Value{};
        run(item, ++n, text(each.item), text(each.section), text(each.title_zh), text(each.title_en), text(each.units),
            due_on, std::int64_t{each.lasting ? 1 : 0}, text(each.deadline_zh), text(each.proves));
    }
}

}  // namespace

void write_region(const SQLite::Database& db, const Region& region)
{
    Statement insert(db, "INSERT INTO region VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    run(insert, text(region.code), text(region.name_zh), text(region.name_en), region.view[0], region.view[1],
        region.view[2], region.view[3]);
    write_places(db, region);
    write_calendar(db, region);
}

Region read_region_tables(const SQLite::Database& db, bool with_map_layers)
{
    Region region;
    Statement self(db, "SELECT code, name_zh, name_en, west, south, east, north FROM region");
    if (!self.step()) throw SQLite::Exception("the register has no region", SQLITE_CORRUPT);
    region.code = self.text(0);
    region.name_zh = self.text(1);
    region.name_en = self.text(2);
    for (int i = 0; i < 4; ++i) region.view[static_cast<std::size_t>(i)] = self.number(3 + i);

    Statement county(db, "SELECT adcode, name_zh, name_en, label_lon, label_lat FROM county ORDER BY n");
    while (county.step())
        region.counties.push_back({adcode(county.text(0)), std::string{county.text(1)}, std::string{county.text(2)},
                                   county.number(3), county.number(4)});
    Statement layer(db, with_map_layers
                            ? "SELECT name, licence, attribution_zh, attribution_en, geojson FROM map_layer ORDER BY n"
                            : "SELECT name, licence, attribution_zh, attribution_en FROM map_layer ORDER BY n");
    while (layer.step())
        region.layers.push_back(
            {std::string{layer.text(0)}, std::string{layer.text(1)}, std::string{layer.text(2)},
             with_map_layers ? std::make_shared<const std::string>(unpacked_text(layer.blob(4))) : nullptr,
             std::string{layer.text(3)}});
    Statement holiday(db, "SELECT date, off, name FROM holiday ORDER BY date");
    while (holiday.step())
        region.holidays.push_back(
            {date_from_iso(holiday.text(0)).value_or(Date{}), holiday.integer(1) != 0, std::string{holiday.text(2)}});
    Statement item(db, "SELECT item, section, title_zh, title_en, units, due_on, lasting, deadline_zh, proves"
                       " FROM plan_item"
                       " ORDER BY n");
    while (item.step())
        region.plan.push_back({std::string{item.text(0)}, std::string{item.text(1)}, std::string{item.text(2)},
                               std::string{item.text(3)}, std::string{item.text(4)}, date_cell(item, 5),
                               item.integer(6) != 0, std::string{item.text(7)}, std::string{item.text(8)}});
    if (!with_map_layers) return region;
    Statement division(db, "SELECT code, level, county, name FROM division ORDER BY code");
    while (division.step())
        region.divisions.push_back({std::string{division.text(0)}, std::string{division.text(1)},
                                    adcode(division.text(2)), std::string{division.text(3)}});
    return region;
}

}  // namespace xiaoan::data
