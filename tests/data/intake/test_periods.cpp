// Headers that tell the start of a period from its end (formats.md 3.2), and what is read where one of them is unknown.
#include "data/intake/header.hpp"
#include "data/kinds/kinds.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string period_key(const char* kind, const HeaderPath& path)
{
    static const HeaderTable all(shipped_header_variants());
    const HeaderNames& names = all.names(*find_kind(kind));
    const auto meaning = names.meaning(HeaderForms{path});
    return meaning && meaning->field ? std::string{names.kind().fields[*meaning->field].key} : "unknown";
}

DateCell on_day(std::string_view iso_text)
{
    return DateCell{*date_from_iso(iso_text)};
}

const std::vector<std::string> starts{"（起）",   "(起始)",       "（开始）",     "【自】",      "（从）",
                                      "（起日）", "（起始日期）", "（开始时间）", "（年月日起）"};
const std::vector<std::string> ends{"（止）",   "(截止)",       "（终止）",     "（结束）",     "（至）",    "（到）",
                                    "（止日）", "（截止日期）", "（结束时间）", "（年月日止）", "（到期日）"};

}  // namespace

TEST_CASE("brackets that hold nothing but start or end say it of the header", "[data][intake]")
{
    for (const std::string& start : starts) {
        CAPTURE(start);
        for (const auto* period : {"有效期", "有效期限", "许可有效期"}) {
            CHECK(period_key("permits", {period + start}) == "valid_from");
            CHECK(period_key("permits", {period, start}) == "valid_from");
        }
        CHECK(period_key("buses", {"检验有效期" + start}) == "unknown");
        CHECK(period_key("buses", {"交强险有效期" + start}) == "unknown");
        CHECK(period_key("buses", {"交强险", "有效期" + start}) == "unknown");
        CHECK(period_key("buses", {"承运人责任险有效期" + start}) == "unknown");
        CHECK(period_key("drivers", {"驾驶证有效期" + start}) == "unknown");
        CHECK(period_key("plates", {"标牌有效期" + start}) == "unknown");
        CHECK(period_key("plates", {"有效期", start}) == "unknown");
    }
    for (const std::string& end : ends) {
        CAPTURE(end);
        for (const auto* period : {"有效期", "有效期限", "许可有效期"}) {
            CHECK(period_key("permits", {period + end}) == "valid_to");
            CHECK(period_key("permits", {period, end}) == "valid_to");
        }
        CHECK(period_key("buses", {"检验有效期" + end}) == "inspection_until");
        CHECK(period_key("buses", {"交强险有效期" + end}) == "compulsory_insurance_until");
        CHECK(period_key("buses", {"承运人责任险有效期" + end}) == "liability_insurance_until");
        CHECK(period_key("drivers", {"驾驶证有效期" + end}) == "licence_until");
        CHECK(period_key("plates", {"标牌有效期" + end}) == "valid_to");
        CHECK(period_key("plates", {"有效期", end}) == "valid_to");
    }
    CHECK(period_key("buses", {"交强险（有效期止）"}) == "compulsory_insurance_until");
    CHECK(period_key("buses", {"交强险（有效期起）"}) == "unknown");
    // Any other word in brackets is dropped, as ever.
    CHECK(period_key("permits", {"有效期止（年月日）"}) == "valid_to");
    CHECK(period_key("buses", {"核载人数（人）"}) == "seats");
}

TEST_CASE("a start that has no field is not the end of anything", "[data][intake]")
{
    ImportDesk desk;
    const auto buses = desk.import_text("号牌号码,县区,检验有效期（起）\n吉G30102,洮南市,2026-03-01\n");
    CHECK(counts(buses) == "rows 1 added 1");
    CHECK(issues(buses) == Issues{"0 检验有效期（起） unknown_column"});
    CHECK(find_bus(desk.snapshot(), "吉G30102")->inspection_until.not_given());
    const auto permits = desk.import_text("许可证号,号牌号码,县区,有效期（起）,有效期（止）,决定日期,审批结果\n"
                                          "P100,吉G30102,洮南市,2025-09-01,2026-08-31,2025-08-30,准予\n");
    CHECK(counts(permits) == "rows 1 added 1");
    const Permit permit = desk.all<Permit>().at(0);
    CHECK(permit.valid_from == on_day("2025-09-01"));
    CHECK(permit.valid_to == on_day("2026-08-31"));
}

TEST_CASE("the two halves of a period are known by the same words, alone and below their group", "[data][intake]")
{
    for (const auto& [from, to] : {std::pair{"开始", "结束"},
                                   {"开始日期", "结束日期"},
                                   {"起", "终"},
                                   {"自", "到"},
                                   {"从", "到"},
                                   {"起始日期", "终止日期"},
                                   {"自", "至"}}) {
        CAPTURE(from, to);
        const std::string start = from, end = to;
        CHECK(period_key("permits", {"有效期" + start}) == "valid_from");
        CHECK(period_key("permits", {"有效期" + end}) == "valid_to");
        CHECK(period_key("permits", {"有效期", start}) == "valid_from");
        CHECK(period_key("permits", {"有效期", end}) == "valid_to");
        for (const auto& [kind, group, field] : {std::tuple{"buses", "检验有效期", "inspection_until"},
                                                 {"buses", "交强险", "compulsory_insurance_until"},
                                                 {"buses", "交强险有效期", "compulsory_insurance_until"},
                                                 {"buses", "承运人责任险有效期", "liability_insurance_until"},
                                                 {"plates", "标牌有效期", "valid_to"},
                                                 {"drivers", "驾驶证有效期", "licence_until"}}) {
            CAPTURE(kind, group);
            CHECK(period_key(kind, {group + start}) == "unknown");
            CHECK(period_key(kind, {group, start}) == "unknown");
            CHECK(period_key(kind, {group + end}) == field);
            CHECK(period_key(kind, {group, end}) == field);
        }
    }
}

TEST_CASE("sub-headers of a merged period are read with it", "[data][intake]")
{
    for (const auto& [from, to] : {std::pair{"（起）", "（止）"}, {"开始日期", "结束日期"}, {"自", "到"}}) {
        CAPTURE(from, to);
        const DrawnSheet permits{
            .rows = {{"许可证号", "号牌号码", "县区", "有效期", "", "决定日期", "审批结果"},
                     {"", "", "", from, to, "", ""},
                     {"P100", "吉G30100", "洮南市", "2025-09-01", "2026-08-31", "2025-08-30", "准予"}},
            .merges = {"A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "G1:G2"}};
        for (const auto& bytes : {drawn_workbook({permits}), drawn_csv(permits)}) {
            ImportDesk desk;
            const auto sheet = desk.import_text(bytes);
            CHECK(counts(sheet) == "rows 1 added 1");
            CHECK(issues(sheet).size() == 1);  // the bus is not recorded yet
            const Permit permit = desk.all<Permit>().at(0);
            CHECK(permit.valid_from == on_day("2025-09-01"));
            CHECK(permit.valid_to == on_day("2026-08-31"));
        }
    }
}

TEST_CASE("where the start of a period is read, another column of it that is not known is named", "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("许可证号,号牌号码,县区,有效期开始日期,有效期末日,决定日期,审批结果\n"
                                        "P103,吉G30103,洮南市,2024-09-01,2025-08-31,2024-08-30,准予\n");
    CHECK(counts(sheet) == "rows 1 added 1");
    CHECK(issues(sheet) ==
          Issues{"0 有效期末日 unknown_column", "0 有效期末日 half_a_period", "2 号牌号码 unresolved_reference"});
    CHECK(sheet.issues.at(1).parameters == std::vector<std::string>{"有效期开始日期"});
    // No more than its own period, and not where the end is read.
    const auto whole = desk.import_text("许可证号,号牌号码,县区,有效期起,有效期止,有效期说明,申请理由,决定日期\n"
                                        "P104,吉G30104,洮南市,2024-09-01,2025-08-31,,,2024-08-30\n");
    CHECK(issues(whole) ==
          Issues{"0 有效期说明 unknown_column", "0 申请理由 unknown_column", "2 号牌号码 unresolved_reference"});
}
