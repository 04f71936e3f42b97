#include "data/intake/header_mapping.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

using What = MappingFault::What;

/// "buses/registration_number: 车辆编号" one after another.
std::vector<std::string> read(std::string_view json)
{
    std::vector<std::string> entries;
    const auto mapping = read_mapping(json);
    REQUIRE(mapping);
    for (const HeaderVariant& each : *mapping) entries.push_back(each.kind + "/" + each.key + ": " + each.header);
    return entries;
}

MappingFault fault_in(std::string_view json)
{
    auto mapping = read_mapping(json);
    REQUIRE_FALSE(mapping);
    return mapping.error();
}

std::vector<HeaderVariant> mapping_of(std::string_view json)
{
    return read_mapping(json).value();
}

}  // namespace

TEST_CASE("a mapping names keys or Chinese headers, for all kinds or for one", "[data][intake]")
{
    CHECK(read(R"({"buses": {"类别": "body"}, "校车": {"备用": null}, "driver": {"证": "驾驶证号"}})") ==
          std::vector<std::string>{"buses/body: 类别", "buses/: 备用", "drivers/licence_number: 证"});
    CHECK(read(R"({"核定": "seats"})") == std::vector<std::string>{"buses/seats: 核定"});
    CHECK(read("\xEF\xBB\xBF{\"x\": null}") == std::vector<std::string>{"*/: x"});
    CHECK(read("{}").empty());
    const auto every = read(R"({"属": "county"})");
    CHECK(every.size() == 12);  // schools, operators, buses, drivers, routes, permits, waters, progress, and of the joint
                               // mechanism contacts, meetings, assignments, handovers
}

TEST_CASE("what is wrong with a mapping is said with its header and key", "[data][intake]")
{
    CHECK(fault_in("{").what == What::not_json);
    CHECK(fault_in("").what == What::not_json);
    CHECK(fault_in("{\"\xFF\": null}").what == What::not_json);
    CHECK(fault_in("[]").what == What::not_an_object);
    const auto unknown = fault_in(R"({"车辆编号": "plate_no"})");
    CHECK(unknown.what == What::unknown_key);
    CHECK(unknown.header == "车辆编号");
    CHECK(unknown.said == "plate_no");
    CHECK(fault_in(R"({"buses": {"水深": "depth_m"}})").what == What::unknown_key);
    CHECK(fault_in(R"({"轮船": {"a": "seats"}})").what == What::unknown_kind);
    CHECK(fault_in(R"({"a": 7})").what == What::bad_value);
    CHECK(fault_in(R"({"buses": {"a": {"b": "seats"}}})").what == What::bad_value);
    CHECK(fault_in(R"({"（必填）": "seats"})").what == What::nothing_to_map);
    const auto twice = fault_in(R"({"buses": {"数": "seats", " 数 ": "odometer_km"}})");
    CHECK(twice.what == What::contradiction);
    CHECK(twice.said == "seats");
    CHECK(read(R"({"数": "odometer_km", "buses": {"数": "seats"}})") == std::vector<std::string>{"buses/seats: 数"});
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
    CHECK(fault_in(deep).what == What::not_json);
}

TEST_CASE("mapped headers are read, come before what the program knows, and may be left out", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "车辆编号,归属,核载人数,核准,颜色\n吉G12345,洮南市,99,36,黄\n";
    CHECK_THROWS_AS(desk.import_text(ledger), IntakeFault);
    const auto sheet = desk.import_text(
        ledger, {.mapping = mapping_of(R"({"车辆编号": "registration_number", "归属": "county", "核准": "seats",
                                           "颜色": null})")});
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet) == Issues{"0 核载人数 duplicate_column"});
    CHECK(sheet.issues[0].parameters == std::vector<std::string>{"核准"});
    CHECK(find_bus(desk.snapshot(), "吉G12345")->seats == 36);
}

TEST_CASE("a mapped header may stand below groups", "[data][intake]")
{
    const auto* ledger =
        "号牌号码,县区,保险期限,,运营,\n,,甲,乙,甲,乙\n吉G12345,洮南市,2027-02-14,2027-03-01,示例客运有限公司,无\n";
    ImportDesk desk;
    const auto sheet = desk.import_text(ledger, {.mapping = mapping_of(R"({"保险期限/甲": "compulsory_insurance_until",
                                           "保险期限/乙": "liability_insurance_until", "运营/甲": "operator"})")});
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet)[0] == "0 运营/乙 unknown_column");
    const Snapshot snapshot = desk.snapshot();
    CHECK(find_bus(snapshot, "吉G12345")->liability_insurance_until == DateCell{*date_from_iso("2027-03-01")});
    CHECK(find_bus(snapshot, "吉G12345")->run_by == "示例客运有限公司");
}

TEST_CASE("a mapping is remembered for the same headers in whatever order, and the report says so", "[data][intake]")
{
    ImportDesk desk;
    const auto mapping = mapping_of(R"({"车辆编号": "registration_number", "归属": "county", "核准": "seats",
                                        "颜色": null})");
    const auto* first = "车辆编号,归属,核准,颜色\n吉G12345,洮南市,36,黄\n";
    const auto* next = "洮南市校车,,,\n颜色,核 准,车辆编号（必填）,归属\n黄,19,吉G23456,洮北区\n";
    (void)desk.import_text(first, {.mapping = mapping, .dry_run = true});
    CHECK_THROWS_AS(desk.import_text(next), IntakeFault);  // a dry run remembers nothing
    (void)desk.import_text(first, {.mapping = mapping});
    const auto sheet = desk.import_text(next);
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet) ==
          Issues{"0 核 准 recalled_column", "0 车辆编号（必填） recalled_column", "0 归属 recalled_column"});
    CHECK(sheet.issues[0].parameters == std::vector<std::string>{"核载人数"});
    CHECK(find_bus(desk.snapshot(), "吉G23456")->seats == 19);
    // Another column, another sender: nothing is guessed.
    CHECK_THROWS_AS(desk.import_text("车辆编号,归属,核准,颜色,电话\n吉G34567,洮南市,36,黄,1\n"), IntakeFault);
    CHECK_THROWS_AS(desk.import_text("车辆编号,归属,核准\n吉G34567,洮南市,36\n"), IntakeFault);
}

TEST_CASE("what is said anew of remembered headers takes the place of what was said before", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,数\n吉G12345,洮南市,36\n";
    (void)desk.import_text(ledger, {.mapping = mapping_of(R"({"数": "odometer_km"})")});
    CHECK(issues(desk.import_text(ledger)) == Issues{"0 数 recalled_column"});
    const auto corrected = desk.import_text(ledger, {.mapping = mapping_of(R"({"数": "seats"})")});
    CHECK(counts(corrected) == "rows 1 changed 1");
    CHECK(corrected.issues.empty());
    CHECK(desk.import_text(ledger).issues[0].parameters == std::vector<std::string>{"核载人数"});
    (void)desk.import_text(ledger, {.mapping = mapping_of(R"({"数": null})")});
    CHECK(desk.import_text(ledger).issues.empty());
    CHECK(find_bus(desk.snapshot(), "吉G12345")->seats == 36);
}

TEST_CASE("headers below groups, and of a table below another, are remembered with them", "[data][intake]")
{
    ImportDesk desk;
    const auto* ledger = "号牌号码,县区,保险期限,\n,,甲,乙\n吉G12345,洮南市,2027-02-14,2027-03-01\n\n"
                         "驾驶证号,姓名,准驾\n220802198001010010,许示宁,A1\n";
    (void)desk.import_text(ledger, {.mapping = mapping_of(R"({"保险期限/甲": "compulsory_insurance_until",
                                    "保险期限/乙": "liability_insurance_until", "准驾": "licence_class"})")});
    REQUIRE(desk.last.sheets.size() == 2);
    const auto again = desk.import_text(ledger);
    CHECK(counts(again) == "rows 1 unchanged 1");
    CHECK(issues(again) == Issues{"0 保险期限/甲 recalled_column", "0 保险期限/乙 recalled_column"});
    REQUIRE(desk.last.sheets.size() == 2);
    CHECK(counts(desk.last.sheets[1]) == "rows 1 unchanged 1");
    CHECK(desk.bureau.remembered_headers().size() == 3);
}
