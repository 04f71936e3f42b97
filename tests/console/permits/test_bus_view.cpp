#include "console/permits/bus_view.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;
using permits::BusView;
using permits::TermBar;

BusView view(const desk::Derived& derived, const std::string& number, Language language = Language::zh)
{
    return permits::bus_view(derived, index_of(derived, number), language);
}

template <class... Records>
BusView view_of(const Records&... records)
{
    return view(*desk::derive(a_snapshot(records...), monday), bus_number);
}

const TermBar& term(const BusView& of, std::string_view label)
{
    const auto found = std::ranges::find(of.terms, label, &TermBar::label);
    REQUIRE(found != of.terms.end());
    return *found;
}

const permits::ComparisonRow& compared(const BusView& of, std::string_view label)
{
    const auto found = std::ranges::find(of.comparison, label, &permits::ComparisonRow::label);
    REQUIRE(found != of.comparison.end());
    return *found;
}

TEST_CASE("a dossier begins with what the bus is, and leaves out what nobody wrote down", "[permits]")
{
    const auto derived = a_fleet();
    CHECK(view(*derived, fleet::in_order).registration_number == "吉G·10001");
    CHECK(view(*derived, fleet::in_order).line == "专用校车  36 座  洮北区  甲公司");
    auto bare = a_bus();
    bare.seats = {};
    bare.run_by = {};
    CHECK(view_of(bare).line == "专用校车  220802");  // a county that the region does not know
}

TEST_CASE("findings are cards with article and department, gaps stand apart", "[permits]")
{
    const auto derived = a_fleet();
    const auto stop = view(*derived, fleet::without_permit);
    REQUIRE(stop.cards.size() == 1);
    CHECK(stop.state == rules::BusState::stop);
    CHECK(stop.cards[0].title == "无校车使用许可");
    CHECK(stop.cards[0].lasting == "已 83 天");  // 2026-09-01 to 2026-11-23
    CHECK(stop.cards[0].basis == "《校车安全管理条例》第十四条、第四十五条第一款  教育");
    CHECK(stop.cards[0].text == "车辆在运行，登记簿中没有准予的校车使用许可");
    CHECK(stop.gaps.empty());
    const auto notice = view(*derived, fleet::plate_ends);
    REQUIRE(notice.cards.size() == 1);
    CHECK(notice.cards[0].lasting == "余 8 天");
    const auto gap = view(*derived, fleet::not_inspected);
    CHECK(gap.cards.empty());
    CHECK(gap.gaps.size() == 3);
    CHECK(gap.gaps[0].lasting.empty());
}

TEST_CASE("a finding says its first day in days", "[permits]")
{
    const auto lasting = [](data::Date as_of) {
        const auto ended = desk::derive(
            a_snapshot(a_bus(), a_permit(on(2025, 9, 1), on(2026, 11, 22)), a_plate(), a_run(), a_driver()), as_of);
        return view(*ended, bus_number).cards.at(0).lasting;
    };
    CHECK(lasting(monday) == "今日起");
    CHECK(lasting(day(2026, 11, 24)) == "已 1 天");
}

TEST_CASE("a term says its last day, from 30 days before how many are left, afterwards how many it is over",
          "[permits]")
{
    const auto inspection = [](data::DateCell until) {
        auto bus = a_bus();
        bus.inspection_until = until;
        return term(view_of(bus, a_permit(), a_plate(), a_run(), a_driver()), "安全检验");
    };
    CHECK(inspection(on(2026, 12, 24)).text == "2026-12-24");
    CHECK(inspection(on(2026, 12, 24)).look == TermBar::Look::in_order);
    CHECK(inspection(on(2026, 12, 23)).text == "余 30 天");
    CHECK(inspection(on(2026, 12, 23)).look == TermBar::Look::due);
    CHECK(inspection(on(2026, 11, 23)).text == "今日到期");
    CHECK(inspection(on(2026, 11, 23)).look == TermBar::Look::due);
    CHECK(inspection(on(2026, 11, 22)).text == "逾期 1 天");
    CHECK(inspection(on(2026, 11, 22)).look == TermBar::Look::ended);
    CHECK(inspection({}).text == "未登记");
    CHECK(inspection({}).look == TermBar::Look::missing);
    CHECK(inspection(said_to_be_none()).text == "无");
    CHECK(inspection(said_to_be_none()).look == TermBar::Look::ended);
}

TEST_CASE("permit and plate are terms; a bus that needs them and has none is shown as ended", "[permits]")
{
    const auto has = view_of(a_bus(), a_permit(), a_plate(), a_run(), a_driver());
    CHECK(term(has, "使用许可").from == day(2025, 9, 1));
    CHECK(term(has, "使用许可").to == day(2027, 8, 31));
    CHECK(term(has, "校车标牌").from == day(2026, 9, 10));
    CHECK(term(has, "校车标牌").text == "2027-03-10");
    CHECK(term(has, "驾驶证").to == day(2030, 6, 30));
    const auto none = view_of(a_bus(), a_run());
    CHECK(term(none, "使用许可").text == "无");
    CHECK(term(none, "使用许可").look == TermBar::Look::ended);
    CHECK(term(none, "校车标牌").look == TermBar::Look::ended);
    auto line = a_bus();
    line.service = data::Service::student_bus_line;  // needs neither
    CHECK(term(view_of(line, a_run()), "使用许可").look == TermBar::Look::missing);
}

TEST_CASE("a permit without an end holds on, a revoked one ended on its day", "[permits]")
{
    const auto endless = view_of(a_bus(), a_permit(on(2025, 9, 1), {}), a_plate(), a_run());
    CHECK(term(endless, "使用许可").text == "长期");
    CHECK(term(endless, "使用许可").look == TermBar::Look::in_order);
    CHECK_FALSE(term(endless, "使用许可").to);
    auto revoked = a_permit();
    revoked.revoked_on = on(2026, 11, 2);
    const auto ended = term(view_of(a_bus(), revoked, a_plate(), a_run()), "使用许可");
    CHECK(ended.text == "2026-11-02 注销");
    CHECK(ended.to == day(2026, 11, 2));
    CHECK(ended.look == TermBar::Look::ended);
}

TEST_CASE("what is permitted stands beside what is done, and what differs is marked", "[permits]")
{
    auto plate = a_plate();
    plate.route = "L1";
    plate.departs_at = data::TimeOfDay{6 * 60 + 43};
    auto run = a_run(zhao);
    run.route = "L2";
    run.departs_at = data::TimeOfDay{7 * 60 + 5};
    run.riders = 37;
    data::Route second;
    second.code = "L2";
    second.name = "老井—示例小学";
    const auto both = view_of(a_bus(), a_permit(), plate, run, second);
    CHECK(both.permitted_by == "标牌");
    CHECK(compared(both, "线路").permitted == "L1");
    CHECK(compared(both, "线路").actual == "老井—示例小学");
    CHECK(compared(both, "线路").differs);
    CHECK(compared(both, "驾驶人").differs);
    CHECK(compared(both, "发车").permitted == "06:43");
    CHECK(compared(both, "发车").actual == "07:05");
    CHECK(compared(both, "发车").differs);
    CHECK(compared(both, "人数").permitted == "36 座");
    CHECK(compared(both, "人数").actual == "37 人");
    CHECK(compared(both, "人数").differs);
    run = a_run();
    run.departs_at = {};
    run.riders = 36;
    const auto same = view_of(a_bus(), a_permit(), plate, run);
    for (const auto& row : same.comparison) CHECK_FALSE(row.differs);
    CHECK(compared(same, "发车").actual == "未登记");
}

TEST_CASE("where there is no plate the permit is what was permitted, and where there is neither nothing is",
          "[permits]")
{
    CHECK(view_of(a_bus(), a_permit(), a_run()).permitted_by == "许可");
    CHECK(view_of(a_bus(), a_run()).permitted_by.empty());
    CHECK(view_of(a_bus()).comparison.empty());
}

TEST_CASE("a run without a time starts when its route does, and further runs are counted", "[permits]")
{
    data::Route route;
    route.code = "L1";
    route.departs_at = data::TimeOfDay{6 * 60 + 43};
    auto morning = a_run(), afternoon = a_run();
    morning.departs_at = {};
    afternoon.departs_at = data::TimeOfDay{16 * 60};
    CHECK(compared(view_of(a_bus(), a_permit(), a_plate(), morning, route), "发车").actual == "06:43");
    const auto shown = view_of(a_bus(), a_permit(), a_plate(), morning, afternoon, route);
    CHECK(compared(shown, "发车").actual == "16:00");  // the run that differs, of several
    CHECK(compared(shown, "发车").differs);
    CHECK(shown.other_runs == "另有 1 个班次");
}

TEST_CASE("what differs is what the rules call a difference, and is said in a sentence", "[permits]")
{
    // A quarter of an hour is no difference yet; nor is another code for a route of the same stops.
    auto run = a_run();
    run.departs_at = data::TimeOfDay{ten_to_seven.minutes + 15};
    run.route = "L2";
    data::Stop stop;
    stop.sequence = 1;
    stop.name = "老井站";
    stop.route = "L1";
    data::Stop same = stop;
    same.route = "L2";
    data::Route first, second;
    first.code = "L1";
    second.code = "L2";
    const auto alike = view_of(a_bus(), a_permit(), a_plate(), run, first, second, stop, same, a_driver());
    for (const auto& row : alike.comparison) CHECK_FALSE(row.differs);
    CHECK(alike.untrue.empty());

    auto bus = a_bus();
    bus.owner = "乙公司";
    auto plate = a_plate();
    plate.stops = "老井站、敬老院站";
    run.departs_at = data::TimeOfDay{ten_to_seven.minutes + 16};
    run.route = "L1";
    const auto untrue = view_of(bus, a_permit(), plate, run, first, stop, a_driver());
    CHECK(compared(untrue, "所有人").differs);
    CHECK(compared(untrue, "发车").differs);
    CHECK_FALSE(compared(untrue, "线路").differs);
    CHECK(compared(untrue, "站点").differs);
    CHECK(compared(untrue, "站点").actual == "老井站");
    CHECK_FALSE(compared(untrue, "驾驶人").differs);
    const auto says = [&](std::string_view text) {
        return std::ranges::any_of(untrue.untrue, [&](const auto& line) { return line.find(text) != line.npos; });
    };
    CHECK(untrue.untrue.size() == 3);
    CHECK(says("标牌载明所有人 示例小学，车辆登记所有人 乙公司"));
    CHECK(says("标牌载明 06:50 发车，实际 07:06 发车，相差 16 分钟"));
    CHECK(says("标牌载明站点 老井站、敬老院站，线路现有站点 老井站"));
}

TEST_CASE("a difference that a filed substitution explains is not marked; what is set aside stays in sight",
          "[permits]")
{
    const auto explained =
        view_of(a_bus(), a_permit(), a_plate(), a_run(zhao), a_driver(), a_driver(zhao), a_substitution(monday, zhao));
    CHECK_FALSE(compared(explained, "驾驶人").differs);
    REQUIRE(explained.silenced.size() == 1);
    CHECK(explained.silenced[0].title == "驾驶人与标牌不符");
    CHECK(explained.silenced[0].lasting.starts_with("临时替换，至 2026-11-23"));
    CHECK(explained.untrue.empty());
}

TEST_CASE("the stops of the run's route stand in their order, with their times", "[permits]")
{
    data::Stop second;
    second.route = "L1";
    second.sequence = 2;
    second.name = "敬老院站";
    data::Stop first = second;
    first.sequence = 1;
    first.name = "老井站";
    first.time = data::TimeOfDay{6 * 60 + 43};
    data::Stop elsewhere = first;
    elsewhere.route = "L9";
    data::Route route;
    route.code = "L1";
    const auto shown = view_of(a_bus(), a_run(), route, second, first, elsewhere);
    CHECK(shown.stops == std::vector<std::string>{"06:43  老井站", "敬老院站"});
}

TEST_CASE("the cases of the bus are listed, closed ones too, with the days that are left", "[permits]")
{
    const auto derived = a_fleet();
    CHECK(view(*derived, fleet::without_permit).cases ==
          std::vector<std::string>{"2026-0001  教育  待发函  余 38 天", "2026-0002  教育  待发函  逾期 13 天"});
    CHECK(view(*derived, fleet::in_order).cases == std::vector<std::string>{"2026-0004  教育  已办结"});
    CHECK(view(*derived, fleet::parked).cases.empty());
}

TEST_CASE("each record says where it came from", "[permits]")
{
    auto permit = a_permit();
    permit.origin = {7, 12};
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(a_bus(), permit, a_plate(), a_run()));
    snapshot->sources = {{.id = 7,
                          .file = "洮北.xlsx",
                          .sheet = "许可",
                          .sha256 = {},
                          .imported_at = "2026-11-20T09:15:02+08:00",
                          .imported_by = {},
                          .kind = {}}};
    const auto shown = view(*desk::derive(snapshot, monday), bus_number);
    REQUIRE(shown.origin.size() == 4);
    CHECK(shown.origin[0] == "校车  人工录入");
    CHECK(shown.origin[1].starts_with("校车使用许可  洮北.xlsx"));
    CHECK(shown.origin[1].find("第 12 行") != std::string::npos);
    CHECK(shown.origin[1].ends_with("2026-11-20 导入"));
}

TEST_CASE("a bus that does not run says so", "[permits]")
{
    const auto shown = view(*a_fleet(), fleet::parked);
    CHECK_FALSE(shown.in_service);
    CHECK(shown.state == rules::BusState::not_in_service);
    CHECK(shown.cards.empty());
}

}  // namespace
