#include "data/intake/cell_value.hpp"
#include "data/kinds/kinds.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

struct Read {
    std::string value;  // "-" where nothing is given, "cleared"
    std::string word;   // of the fault or the doubt
    friend bool operator==(const Read&, const Read&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Read& read)
    {
        return out << read.value << '|' << read.word;
    }
};

std::string shown(const Value& value)
{
    if (std::holds_alternative<Cleared>(value)) return "cleared";
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value)) return std::to_string(*number);
    return "-";
}

Read read(std::string_view kind_key, std::string_view field, const Cell& cell, std::string_view unit = {})
{
    const KindInfo& kind = *find_kind(kind_key);
    const CellContext context = cell_context(a_region());
    const auto read = read_cell(cell, cell_meaning(kind, kind.field(field).value(), unit), context);
    if (!read) return {"", std::string{word(read.error().code)}};
    return {shown(read->value), read->doubt ? std::string{word(read->doubt->code)} : std::string{}};
}

Read read(std::string_view kind, std::string_view field, std::string_view text)
{
    return read(kind, field, Cell{0, CellKind::text, 0, text});
}

Read read_number(std::string_view kind, std::string_view field, double number, std::string_view text)
{
    return read(kind, field, Cell{0, CellKind::number, number, text});
}

}  // namespace

TEST_CASE("cells of every type are read into the register's form", "[data][intake]")
{
    CHECK(read("schools", "name", " 洮南市　第１小学 ") == Read{"洮南市第1小学", ""});
    CHECK(read("schools", "address", " 瓦房镇　中街\n１号 ") == Read{"瓦房镇 中街 1号", ""});
    CHECK(read("schools", "code", "２１２２００００１２") == Read{"2122000012", ""});
    CHECK(read("schools", "code", "S-7") == Read{"S-7", "unusual_school_code"});
    CHECK(read("operators", "uscc", "91220802ma0y4x3m93") == Read{"91220802MA0Y4X3M93", ""});
    CHECK(read("operators", "uscc", "91220802MA0Y4X3M39") == Read{"91220802MA0Y4X3M39", "check_digit"});
    CHECK(read("operators", "uscc", "91220802") == Read{"91220802", "bad_uscc"});
    CHECK(read("buses", "vin", "LZYTDTE60D1012345") == Read{"LZYTDTE60D1012345", "check_digit"});
    CHECK(read("buses", "vin", "LZYTDTE6") == Read{"LZYTDTE6", "bad_vin"});
    CHECK(read("buses", "registration_number", "吉G·O2345") == Read{"吉GO2345", "bad_registration_number"});
    CHECK(read("buses", "registration_number", "吉G12345、吉G12346") == Read{"", "several_values"});
    CHECK(read("buses", "registration_number", "该车为外地车辆，号牌号码以行驶证登记为准") ==
          Read{"", "several_values"});
    CHECK(read("permits", "driver", "张三") == Read{"张三", "bad_licence_number"});
    CHECK(read("plates", "driver", "220802198001010010、220881197506301236") == Read{"-", "several_drivers"});
    CHECK(read("drivers", "licence_until", "长期") == Read{"9999-12-31", ""});
    CHECK(read("permits", "valid_to", " 永久 有效") == Read{"9999-12-31", ""});
    CHECK(read("permits", "decided_on", "长期") == Read{"", "bad_date"});
    CHECK(read("buses", "registration_number", "吉g·12345") == Read{"吉G12345", ""});
    CHECK(read("buses", "county", "吉林省白城市洮南市") == Read{"220881", ""});
    CHECK(read("buses", "county", "220881101000") == Read{"220881", ""});
    CHECK(read("buses", "body", "专用校车") == Read{"dedicated", ""});
    CHECK(read("buses", "body", "dedicated") == Read{"dedicated", ""});
    CHECK(read("buses", "body", "卡车") == Read{"", "bad_word"});
    CHECK(read("buses", "hammer", "√") == Read{"yes", ""});
    CHECK(read("buses", "hammer", "无") == Read{"no", ""});
    CHECK(read("buses", "seats", "36人") == Read{"36", ""});
    CHECK(read("buses", "odometer_km", "198,000 公里") == Read{"198000.000000", ""});
    CHECK(read("buses", "odometer_km", "-5") == Read{"", "out_of_range"});
    CHECK(read("waters", "depth_m", "3.5米") == Read{"3.500000", ""});
    CHECK(read("waters", "lon", "122°30′0″") == Read{"122.500000", ""});
    CHECK(read("routes", "departs_at", "7时05分") == Read{"07:05", ""});
    CHECK(read("sightings", "seen_at", "2026.11.3 6:44") == Read{"2026-11-03T06:44:00", ""});
    CHECK(read("runs", "weekdays", "周一至周五") == Read{"12345", ""});
    CHECK(read("drivers", "name", "赵　伟") == Read{"赵伟", ""});
    CHECK(read("drivers", "name", "Bai  Li") == Read{"Bai Li", ""});
    CHECK(read("drivers", "phone", " １３８ 0436 0001 ") == Read{"13804360001", ""});
    CHECK(read("drivers", "licence_number", "22080219800101001x") == Read{"22080219800101001X", "check_digit"});
}

TEST_CASE("a period that ends in a month ends on its last day; other dates need their day", "[data][intake]")
{
    CHECK(read("buses", "inspection_until", "2026年12月") == Read{"2026-12-31", ""});
    CHECK(read("buses", "inspection_until", "2028-02") == Read{"2028-02-29", ""});
    CHECK(read("permits", "valid_to", "2026.9") == Read{"2026-09-30", ""});
    CHECK(read("permits", "valid_from", "2026.9") == Read{"", "incomplete_date"});
    CHECK(read("buses", "last_inspection_on", "2026年12月") == Read{"", "incomplete_date"});
    CHECK(read("buses", "inspection_until", "2026") == Read{"", "incomplete_date"});
    CHECK(read("buses", "inspection_until", "2026-13-40") == Read{"", "bad_date"});
    INFO("the number 2026.1 may have been 2026.10");
    CHECK(read_number("buses", "inspection_until", 2026.1, "2026.1") == Read{"", "incomplete_date"});
}

TEST_CASE("what there is none of is told apart from what was not given", "[data][intake]")
{
    CHECK(read("buses", "liability_insurance_until", "无") == Read{"none", ""});
    CHECK(read("buses", "liability_insurance_until", "None") == Read{"none", ""});
    CHECK(read("drivers", "record", "无") == Read{"none", ""});
    CHECK(read("runs", "attendant", "无") == Read{"cleared", ""});
    CHECK(read("runs", "attendant", "否") == Read{"cleared", ""});
    CHECK(read("runs", "driver", "无") == Read{"cleared", ""});
    CHECK(read("buses", "operator", "无") == Read{"cleared", ""});
    CHECK(read("plates", "number", "无") == Read{"-", ""});  // a claim is no plate of the number 无
    CHECK(read("buses", "seats", "无") == Read{"", "bad_count"});
    CHECK(read("waters", "incidents_5y", "无") == Read{"0", ""});
    CHECK(read("schools", "address", "无") == Read{"无", ""});
}

TEST_CASE("a driver's record is words with their dates", "[data][intake]")
{
    CHECK(read("drivers", "record", "points_12:2025-05-20, crime:2020.1.2") ==
          Read{"points_12:2025-05-20,crime:2020-01-02", ""});
    CHECK(read("drivers", "record", "酒驾：2026年3月2日；记满１２分：2025/5/20") ==
          Read{"drink_driving:2026-03-02,points_12:2025-05-20", ""});
    CHECK(read("drivers", "record", "酒驾") == Read{"", "incomplete_date"});
    CHECK(read("drivers", "record", "酒驾:2026") == Read{"", "incomplete_date"});
    CHECK(read("drivers", "record", "酒驾:2026-02-30") == Read{"", "bad_date"});
    CHECK(read("drivers", "record", "表现良好") == Read{"", "bad_word"});
}

TEST_CASE("cells of a spreadsheet keep their meaning", "[data][intake]")
{
    CHECK(read("buses", "inspection_until", Cell{0, CellKind::moment, 46357, "2026-12-01"}) == Read{"2026-12-01", ""});
    CHECK(read("buses", "inspection_until", Cell{0, CellKind::moment, 46357.5, "2026-12-01T12:00:00"}) ==
          Read{"2026-12-01", ""});
    CHECK(read_number("buses", "inspection_until", 46357, "46357") == Read{"2026-12-01", ""});
    CHECK(read_number("buses", "inspection_until", 20261201, "20261201") == Read{"2026-12-01", ""});
    CHECK(read("routes", "departs_at", Cell{0, CellKind::moment, 0.25, "06:00:00"}) == Read{"06:00", ""});
    CHECK(read("routes", "departs_at", Cell{0, CellKind::moment, 46357.25, "2026-12-01T06:00:00"}) ==
          Read{"06:00", ""});
    CHECK(read_number("routes", "departs_at", 0.28125, "0.28125") == Read{"06:45", ""});
    CHECK(read("buses", "hammer", Cell{0, CellKind::boolean, 1, "TRUE"}) == Read{"yes", ""});
    CHECK(read("buses", "seats", Cell{0, CellKind::error, 0, "#N/A"}) == Read{"", "cell_error"});
    CHECK(read("buses", "seats", Cell{0, CellKind::formula_unvalued, 0, ""}) == Read{"", "formula_without_value"});
    CHECK(read_number("schools", "code", 2122000012, "2122000012") == Read{"2122000012", ""});
}

TEST_CASE("a number that lost its last digits in a spreadsheet is refused, not taken", "[data][intake]")
{
    CHECK(read_number("drivers", "licence_number", 2.2080219800101e17, "220802198001010000") ==
          Read{"", "digits_lost"});
    CHECK(read("drivers", "licence_number", "2.20802E+17") == Read{"", "digits_lost"});
    CHECK(read("operators", "uscc", "1.22081E+17") == Read{"", "digits_lost"});
    CHECK(read("drivers", "licence_number", "'220802198001010010") == Read{"220802198001010010", ""});
}

TEST_CASE("the apostrophe by which an export disarms a formula is taken away again", "[data][intake]")
{
    CHECK(read("schools", "address", "'=HYPERLINK(1)") == Read{"=HYPERLINK(1)", ""});
    CHECK(read("schools", "address", "''=1+1") == Read{"'=1+1", ""});
    CHECK(read("schools", "address", "'示例'路") == Read{"'示例'路", ""});
    CHECK(read("drivers", "phone", "'+86 138") == Read{"+86138", ""});
}

TEST_CASE("a unit in the header or behind the number that is not the column's refuses the cell", "[data][intake]")
{
    CHECK(read("buses", "odometer_km", Cell{0, CellKind::text, 0, "19.8"}, "万公里") == Read{"", "unknown_unit"});
    CHECK(read("buses", "odometer_km", Cell{0, CellKind::text, 0, "19.8"}, "公里") == Read{"19.800000", ""});
    CHECK(read("waters", "depth_m", Cell{0, CellKind::text, 0, "150"}, "厘米") == Read{"", "unknown_unit"});
    CHECK(read("waters", "depth_m", Cell{0, CellKind::text, 0, "1.5"}, "选填") == Read{"1.500000", ""});
    CHECK(read("waters", "depth_m", "150厘米") == Read{"", "unknown_unit"});
}
