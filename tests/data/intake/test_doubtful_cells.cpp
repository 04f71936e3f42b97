// Cells that are read although something about them is doubtful, so that no record is lost over them.
#include "data/intake/cell_value.hpp"
#include "data/intake/header.hpp"
#include "data/intake/values/degrees.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

struct DoubtfulCell {
    std::string value, doubt;
    friend bool operator==(const DoubtfulCell&, const DoubtfulCell&) = default;
};

DoubtfulCell cell_of(const char* kind, const char* key, std::string_view text, CellKind cell = CellKind::text)
{
    const KindInfo& info = *find_kind(kind);
    const auto read = read_cell({0, cell, 0, text}, cell_meaning(info, *info.field(key)), {});
    if (!read) return {"", std::string{word(read.error().code)}};
    const auto* stated = std::get_if<std::string>(&read->value);
    const auto* whole = std::get_if<std::int64_t>(&read->value);
    return {stated != nullptr  ? *stated
            : whole != nullptr ? std::to_string(*whole)
                               : std::string{},
            read->doubt ? std::string{word(read->doubt->code)} : std::string{}};
}

std::string key_named(const char* kind, std::string_view header)
{
    static const HeaderTable all(shipped_header_variants());
    const HeaderNames& names = all.names(*find_kind(kind));
    const auto field = names.field(header);
    return field ? std::string{names.kind().fields[*field].key} : "unknown";
}

}  // namespace

TEST_CASE("the first month of a year in a text may have been the tenth", "[data][intake]")
{
    CHECK(cell_of("buses", "inspection_until", "2026.1") == DoubtfulCell{"2026-01-31", "doubtful_month"});
    CHECK(cell_of("buses", "inspection_until", "2026.10") == DoubtfulCell{"2026-10-31", ""});
    CHECK(cell_of("buses", "inspection_until", "2026.01") == DoubtfulCell{"2026-01-31", ""});
    CHECK(cell_of("buses", "inspection_until", "2026-1") == DoubtfulCell{"2026-01-31", ""});
    CHECK(cell_of("buses", "inspection_until", "2026.2") == DoubtfulCell{"2026-02-28", ""});
    CHECK(cell_of("buses", "inspection_until", "2026.1", CellKind::number).value.empty());
}

TEST_CASE("two drivers in one cell of a plate leave the cell out and the row in", "[data][intake]")
{
    for (const auto* two : {"220802198001010010 220802198001010029", "220802198001010010　220802198001010029",
                            "220802198001010010、220802198001010029", "220802198001010010\n220802198001010029"}) {
        CAPTURE(two);
        CHECK(cell_of("plates", "driver", two) == DoubtfulCell{"", "several_drivers"});
    }
    // One number that was written in groups.
    CHECK(cell_of("plates", "driver", "220802 19800101 0010") == DoubtfulCell{"220802198001010010", ""});
}

TEST_CASE("the remark that the driver is counted changes no number of seats", "[data][intake]")
{
    CHECK(cell_of("buses", "seats", "36人(含驾驶员)") == DoubtfulCell{"36", ""});
    CHECK(cell_of("buses", "seats", "36（含司机）") == DoubtfulCell{"36", ""});
    CHECK(cell_of("buses", "seats", "36(不含驾驶员)").value.empty());
    CHECK(cell_of("runs", "riders", "36人(含驾驶员)").value.empty());  // pupils alone are asked for
}

TEST_CASE("degrees, minutes and seconds are read with hyphens, spaces and the usual wrong signs", "[data][intake]")
{
    // 122 + 50 / 60 + 24 / 3600 = 122.84
    for (const auto* text : {"122-50-24", "122 50 24", "122°50ˊ24\"", "122°50ˊ24ˊˊ", "E122-50-24.0"}) {
        CAPTURE(text);
        const auto read = parse_degrees(text, Axis::longitude);
        REQUIRE(read);
        CHECK(*read == Catch::Approx(122.84).epsilon(1e-12));
    }
    for (const auto* text : {"122-50", "122 50", "122-60-24", "122-50-60", "122.5-50-24", "122-50 24", "122.84 45.6"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_degrees(text, Axis::longitude));
    }
}

TEST_CASE("more headers of real ledgers", "[data][intake]")
{
    CHECK(key_named("plates", "领取日期") == "claimed_on");
    CHECK(key_named("plates", "标牌领取日期") == "claimed_on");
    CHECK(key_named("plates", "领取时间") == "claimed_on");
    CHECK(key_named("plates", "领牌日期") == "issued_on");
    CHECK(key_named("plates", "校车标牌证号") == "number");
    CHECK(key_named("buses", "使用人单位") == "unknown");  // the school, or who runs the bus
    CHECK(key_named("runs", "结束日期") == "to_on");
    CHECK(key_named("runs", "运行截止日期") == "to_on");
    CHECK(key_named("buses", "车辆识别代号/车架号") == "vin");
    CHECK(key_named("buses", "初次注册登记日期") == "registered_on");
    CHECK(key_named("buses", "核准载客人数") == "seats");
    CHECK(key_named("buses", "交强险期限") == "compulsory_insurance_until");
    CHECK(key_named("tracks", "速度km/h") == "speed_kmh");
    CHECK(key_named("runs", "照管人") == "attendant");
}

TEST_CASE("a geographic file in metres that names no system is read in the one that is asked for",
          "[data][intake][gis]")
{
    // EPSG:4550, 3-degree Gauss-Kruger zone of 123 E without zone number (EPSG dataset): false easting 500,000 m, so
    // that its central meridian, 123 E, is there; 0 m north is the equator.
    ImportDesk desk;
    const std::string layer = R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":
        {"水域编号":"S1","县区":"洮南"},"geometry":{"type":"Point","coordinates":[500000,5042101.569]}}]})";
    const auto refused = desk.import_text(layer, {}, "水域.geojson");
    CHECK(counts(refused) == "rows 1 refused 1");
    const auto sheet = desk.import_text(layer, {.crs = "EPSG:4550"}, "水域.geojson");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(desk.all<Water>().at(0).lon == Catch::Approx(123.0).epsilon(1e-9));
    CHECK(desk.all<Water>().at(0).lat > 45.4);
    CHECK(desk.all<Water>().at(0).lat < 45.6);
    CHECK_THROWS_AS(desk.import_text(layer, {.crs = "EPSG:999999"}, "水域.geojson"), IntakeFault);
}
