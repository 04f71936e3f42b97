#include "console/permits/bus_rows.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;
using permits::BusColumn;
using permits::BusOrder;

using Numbers = std::vector<std::string>;

Numbers rows(const desk::Derived& derived, const BusOrder& order, const desk::BusFilter& filter = {})
{
    Numbers numbers;
    for (const auto bus : permits::bus_rows(derived, filter, order))
        numbers.push_back(derived.dossiers.bus(bus).registration_number);
    return numbers;
}

permits::BusRowText row(const desk::Derived& derived, const std::string& number, Language language = Language::zh)
{
    return permits::bus_row_text(derived, index_of(derived, number), language);
}

TEST_CASE("the gravest buses stand first, parked ones last", "[permits]")
{
    CHECK(rows(*a_fleet(), {}) == Numbers{fleet::without_permit, fleet::other_driver, fleet::plate_ends,
                                          fleet::in_order, fleet::not_inspected, fleet::parked});
    CHECK(rows(*a_fleet(), {.by = BusColumn::problem, .descending = true}) ==
          Numbers{fleet::parked, fleet::in_order, fleet::not_inspected, fleet::plate_ends, fleet::other_driver,
                  fleet::without_permit});
}

TEST_CASE("of equally grave buses the one that has lasted longest stands first", "[permits]")
{
    const std::string late = "吉G20001", early = "吉G20002";
    const auto derived = desk::derive(
        a_snapshot(a_bus(late), a_bus(early), of(late, a_run(wang, on(2026, 10, 1))), of(early, a_run()), a_driver()),
        monday);
    CHECK(rows(*derived, {}) == Numbers{early, late});
    CHECK(rows(*derived, {.by = BusColumn::since, .descending = true}) == Numbers{late, early});
}

TEST_CASE("any column orders the rows, ties by number, what is not given last", "[permits]")
{
    const auto derived = a_fleet();
    CHECK(rows(*derived, {BusColumn::registration_number, true}) == Numbers{fleet::not_inspected, fleet::parked,
                                                                            fleet::other_driver, fleet::plate_ends,
                                                                            fleet::without_permit, fleet::in_order});
    CHECK(rows(*derived, {BusColumn::county}) == Numbers{fleet::in_order, fleet::without_permit, fleet::plate_ends,
                                                         fleet::other_driver, fleet::parked, fleet::not_inspected});
    CHECK(rows(*derived, {BusColumn::since}).front() == fleet::without_permit);  // 2026-09-01, the next 2026-09-10
    CHECK(rows(*derived, {BusColumn::due}).front() == fleet::plate_ends);        // the only one with a day
    CHECK(rows(*derived, {BusColumn::supervision}) == Numbers{fleet::without_permit, fleet::plate_ends, fleet::in_order,
                                                              fleet::other_driver, fleet::parked,
                                                              fleet::not_inspected});
}

TEST_CASE("only what the filter shows is a row", "[permits]")
{
    CHECK(rows(*a_fleet(), {}, {.county = data::Adcode{220802}}) == Numbers{fleet::without_permit, fleet::in_order});
}

TEST_CASE("a row says the gravest problem, who acts, and since when", "[permits]")
{
    const auto derived = a_fleet();
    const auto stop = row(*derived, fleet::without_permit);
    CHECK(stop.registration_number == "吉G·10002");
    CHECK(stop.county == "洮北区");
    CHECK(stop.run_by == "乙公司");
    CHECK(stop.problem == "无校车使用许可");
    CHECK(stop.since == "2026-09-01");
    CHECK(stop.due == "立即");  // who must stop has no term
    CHECK(stop.department == "教育");
    const auto notice = row(*derived, fleet::plate_ends);
    CHECK(notice.problem == "校车标牌将到期");
    CHECK(notice.since == "2026-11-01");  // 30 days before its last day
    CHECK(notice.due == "2026-12-01");
    CHECK(notice.department == "服务提供者");
}

TEST_CASE("a row says how its case stands", "[permits]")
{
    const auto derived = a_fleet();
    CHECK(row(*derived, fleet::without_permit).supervision == "逾期 13 天");
    CHECK(row(*derived, fleet::without_permit).overdue);
    CHECK(row(*derived, fleet::plate_ends).supervision == "待发函  今日到期");
    CHECK_FALSE(row(*derived, fleet::plate_ends).overdue);
    CHECK(row(*derived, fleet::in_order).supervision.empty());
    CHECK(row(*a_fleet(day(2026, 11, 20)), fleet::plate_ends).supervision == "待发函  余 3 天");
}

TEST_CASE("a bus without a problem says that it is in order, or that it does not run", "[permits]")
{
    const auto derived = a_fleet();
    CHECK(row(*derived, fleet::in_order).problem == "正常");
    CHECK(row(*derived, fleet::parked).problem == "未运行");
    CHECK(row(*derived, fleet::not_inspected).problem == "正常");  // a gap is no problem of the bus
    CHECK(row(*derived, fleet::in_order).department.empty());
    CHECK(row(*derived, fleet::in_order).due.empty());
}

TEST_CASE("further problems of a bus are counted, gaps are not", "[permits]")
{
    auto bus = a_bus();
    bus.inspection_until = on(2026, 11, 22);
    const auto derived = desk::derive(a_snapshot(bus, a_run(), a_driver()), monday);  // no permit, inspection ended
    CHECK(row(*derived, bus_number).problem == "无校车使用许可  另 1 项");
}

TEST_CASE("an English row is English", "[permits]")
{
    const auto english = row(*a_fleet(), fleet::plate_ends, Language::en);
    CHECK(english.county == "Taonan City");
    CHECK(english.registration_number == "吉G·10003");
    CHECK(english.problem == language::tr(Language::en, "rule.PLATE-DUE-30.title"));
}

}  // namespace
