// An unmasked export, imported again, changes nothing: every kind, every format, both languages.
#include "data/export/export_csv.hpp"
#include "data/export/export_geojson.hpp"
#include "data/export/export_geopackage.hpp"
#include "data/export/export_xlsx.hpp"
#include "data/export/place_of_record.hpp"
#include "data/export/recorded_tracks.hpp"
#include "data/export/written_file.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/ledger_of_every_kind.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

constexpr Date exported_on = std::chrono::year{2026} / 11 / 23;

enum class Format { csv, xlsx, geojson, gpkg };

bool can_hold(Format format, const KindInfo& kind)
{
    return format == Format::csv || format == Format::xlsx || PlaceFields(kind).any();
}

/// Exports the records of a kind in clear and imports the file as it is.
SheetReport again(ImportDesk& desk, const KindInfo& kind, Format format, bool chinese)
{
    const ExportOptions options{.chinese = chinese, .unmasked = true, .as_of = exported_on};
    Snapshot now = desk.snapshot();
    add_recorded_tracks(now, desk.bureau);
    const std::string path = desk.folder.file("again");
    switch (format) {
    case Format::csv: write_file(path, export_csv(now, kind, options)); break;
    case Format::xlsx: REQUIRE(export_xlsx(path, now, kind, options) == 0); break;
    case Format::geojson: write_file(path, export_geojson(now, kind, options)); break;
    case Format::gpkg: export_geopackage(path, now, kind, options); break;
    }
    desk.last = desk.import({.path = path});
    SheetReport all = desk.last.sheets.front();
    for (std::size_t i = 1; i < desk.last.sheets.size(); ++i) {
        const SheetReport& sheet = desk.last.sheets[i];
        CHECK(sheet.kind == all.kind);
        all.rows += sheet.rows;
        all.unchanged += sheet.unchanged;
        all.added += sheet.added;
        all.changed += sheet.changed;
        all.refused += sheet.refused;
        all.skipped += sheet.skipped;
        all.issues.insert(all.issues.end(), sheet.issues.begin(), sheet.issues.end());
    }
    return all;
}

/// Imports, then checks that every format gives back what is recorded.
void check_unchanged(std::string_view ledger, const KindInfo& kind, std::string_view rows)
{
    ImportDesk desk;
    const SheetReport first = desk.import_text(ledger);
    CAPTURE(issues(first));
    REQUIRE(counts(first) == "rows " + std::string{rows} + " added " + std::string{rows});
    const std::size_t changes = desk.changes();
    for (const Format format : {Format::csv, Format::xlsx, Format::geojson, Format::gpkg})
        for (const bool chinese : {true, false}) {
            if (!can_hold(format, kind)) continue;
            const SheetReport sheet = again(desk, kind, format, chinese);
            CAPTURE(kind.key, static_cast<int>(format), chinese, issues(sheet));
            CHECK(sheet.kind == kind.key);
            CHECK(counts(sheet) == "rows " + std::string{rows} + " unchanged " + std::string{rows});
            CHECK_FALSE(desk.last.change);
        }
    CHECK(desk.changes() == changes);
}

}  // namespace

TEST_CASE("an unmasked export of every kind, in every format, changes nothing when it is imported", "[data][export]")
{
    ImportDesk desk;
    for (const LedgerOfKind& ledger : ledger_of_every_kind()) CHECK(desk.import_text(chinese_csv(ledger)).added == 1);
    const std::size_t changes = desk.changes();
    for (const KindInfo* kind : kinds())
        for (const Format format : {Format::xlsx, Format::geojson, Format::gpkg})
            for (const bool chinese : {true, false}) {
                if (!can_hold(format, *kind)) continue;
                const SheetReport sheet = again(desk, *kind, format, chinese);
                CAPTURE(kind->key, static_cast<int>(format), chinese, issues(sheet));
                CHECK(sheet.kind == kind->key);
                CHECK(counts(sheet) == "rows 1 unchanged 1");
                CHECK_FALSE(desk.last.change);
            }
    CHECK(desk.changes() == changes);
}

TEST_CASE("waters of every shape come back as they were", "[data][export]")
{
    check_unchanged("code,kind,county,lon,lat,geometry,depth_m\n"
                    "W1,pond,220881,122.83902400000001,45.6,,0.1\n"
                    "W2,river,220881,,,\"LINESTRING (122.8 45.6, 122.9 45.7)\",\n"
                    "W3,lake,220881,122.85,45.65,\"POLYGON ((122.8 45.6, 122.9 45.6, 122.9 45.7, 122.8 45.6), "
                    "(122.86 45.62, 122.87 45.63, 122.88 45.62, 122.86 45.62))\",1e-7\n"
                    "W4,lake,220881,,,\"MULTIPOLYGON (((122.8 45.6, 122.9 45.6, 122.9 45.7, 122.8 45.6)), "
                    "((123.8 45.6, 123.9 45.6, 123.9 45.7, 123.8 45.6)))\",123456.789\n"
                    "W5,ditch,220881,,,\"MULTILINESTRING ((122.8 45.6, 122.9 45.7), (122 45, 122.5 45.5))\",\n"
                    "W6,other,220881,,,\"GEOMETRYCOLLECTION (POINT (122 45), LINESTRING (122.8 45.6, 122.9 45.7))\",\n"
                    "W7,pond,220881,122.5,45.25,\"POINT (122.6 45.35)\",\n"
                    "W8,pond,220881,,,\"MULTIPOINT ((122.6 45.35), (122.7 45.35))\",\n"
                    "W9,pond,220881,,,,\n",
                    kind_info<Water>, "9");
}

TEST_CASE("texts, dates and numbers at their edges come back as they were", "[data][export]")
{
    check_unchanged("registration_number,county,owner,seats,odometer_km,registered_on,inspection_until,use_code\n"
                    "吉G10001,220881,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",36,0.1,1900-01-02,9999-12-31,-1\n"
                    "吉G10002,220881,@x,0,198000.55,1900-01-01,none,007\n"
                    "吉G10003,220881,\"a, \"\"b\"\"\",36,12345678.125,1900-02-28,2028-02-29,1e5\n"
                    "吉G10004,220881,+86,36,,1900-03-01,2026-12-05,2026-11-23\n"
                    "吉G10005,220881,𠮷野,36,0,2026-01-01,,TRUE\n",
                    kind_info<Bus>, "5");
    check_unchanged("code,name,county,departs_at,arrives_at,geometry\n"
                    "L1,=1+1,220881,00:00,23:59,\"LINESTRING (122.83902400000001 45.6, 122.9 45.7)\"\n"
                    "L2,'x,220881,06:43,07:27,\n"
                    "L3,,220881,12:00,,\"LINESTRING (122.1 45.1, 122.2 45.2)\"\n",
                    kind_info<Route>, "3");
    check_unchanged("seen_at,registration_number,place,lon,lat,note\n"
                    "2026-11-03T06:44:59,吉G10001,路口,122.3,45.1,\"=1+1\"\n"
                    "2026-11-03T00:00:00,吉G10001,路口,,,-\n"
                    "2026-11-03T23:59:59,吉G10001,路口,122.30000000000001,45.1,\n",
                    kind_info<Sighting>, "3");
}

TEST_CASE("a kind without records is a file that says so, and changes nothing", "[data][export]")
{
    ImportDesk desk;
    const Format format = GENERATE(Format::csv, Format::xlsx, Format::gpkg);
    for (const KindInfo* kind : {&kind_info<Water>, &kind_info<Route>, &kind_info<School>}) {
        const SheetReport sheet = again(desk, *kind, format, true);
        CAPTURE(kind->key, issues(sheet));
        CHECK(sheet.kind == kind->key);
        CHECK(counts(sheet) == "rows 0");
    }
}

TEST_CASE("masked exports in every format wipe out nobody when they are imported", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("学校标识码,学校名称,县区,经度,纬度,安全负责人,联系电话\n"
                           "2122000001,平安小学,洮南市,122.5,45.25,赵示伟,13804360002\n");
    const std::size_t changes = desk.changes();
    const Snapshot before = desk.snapshot();
    const ExportOptions masked{.as_of = exported_on};
    const std::string path = desk.folder.file("masked");
    for (const Format format : {Format::xlsx, Format::geojson, Format::gpkg}) {
        if (format == Format::xlsx) (void)export_xlsx(path, before, kind_info<School>, masked);
        if (format == Format::geojson) write_file(path, export_geojson(before, kind_info<School>, masked));
        if (format == Format::gpkg) export_geopackage(path, before, kind_info<School>, masked);
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        CHECK(bytes.find("13804360002") == std::string::npos);
        CHECK(bytes.find("赵示伟") == std::string::npos);
        const SheetReport sheet = desk.import({.path = path}).sheets.front();
        CAPTURE(static_cast<int>(format), issues(sheet));
        CHECK(counts(sheet) == "rows 1 unchanged 1");
        CHECK(sheet.issues.size() == 2);
    }
    CHECK(desk.changes() == changes);
}
