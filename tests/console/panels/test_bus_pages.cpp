#include "console/judging/difference_panel.hpp"
#include "console/judging/rules_panel.hpp"
#include "console/judging/setting_dialog.hpp"
#include "console/judging/silencing_dialog.hpp"
#include "console/permits/due_panel.hpp"
#include "console/permits/operations_panel.hpp"
#include "console/permits/permit_board_panel.hpp"
#include "console/permits/reconciliation_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// A bus applied for late, one in time, and one that the register lacks.
std::shared_ptr<const desk::Derived> desk_of_applications()
{
    auto late = an_application(on(2026, 11, 2)), in_time = an_application(on(2026, 11, 20)), unknown = in_time;
    in_time.registration_number = "吉G10002";
    unknown.registration_number = "吉G99999";
    auto second = a_bus("吉G10002");
    second.inspection_until = on(2026, 12, 1);
    return desk::derive(a_snapshot(a_bus(), second, late, in_time, unknown), monday);
}

TEST_CASE("a card of the board leads to its bus by pointer and by key, and late ones can be shown alone", "[panels]")
{
    permits::BoardState state;
    permits::OpenClocks clocks;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
        if (clocks == nullptr)
            clocks = std::make_shared<const std::vector<rules::OpenClock>>(
                rules::open_clocks(frame.derived.dossiers, frame.derived.as_of, {}));
        return permits::draw_permit_board(state, frame, clocks, where);
    }};
    CHECK(screen.shows("没有在办的许可申请和标牌申领：许可台账里填写“申请日期”后，在办件按环节列在这里"));
    screen.derived = desk_of_applications();
    clocks = nullptr;
    screen.frames(3);
    CHECK(screen.shows("全部 3"));
    CHECK(screen.shows("超期 12 日 15/3"));
    screen.click("吉G·10002");
    CHECK(screen.selection == desk::Selection{desk::Selected::bus, "吉G10002"});
    screen.click("超期 1");
    CHECK_FALSE(screen.shows("吉G·10002"));
    screen.key("Tab");
    screen.click("吉G·10001");
    CHECK(screen.selection == desk::Selection{desk::Selected::bus, bus_number});
    screen.filter.county = data::Adcode{220881};
    screen.frames(3);
    CHECK_FALSE(screen.shows("吉G·10001"));
}

TEST_CASE("a day of the calendar lists what falls due on it, and a row selects its bus", "[panels]")
{
    permits::DueState state;
    permits::DueEntries entries;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
        if (entries == nullptr)
            entries = std::make_shared<const std::vector<permits::DueEntry>>(permits::due_entries(frame.derived));
        return permits::draw_due_panel(state, frame, entries, where);
    }};
    screen.derived = desk_of_applications();
    entries = nullptr;
    screen.frames(3);
    CHECK(screen.shows("安全检验 1"));
    screen.click("2026-11-30");
    CHECK(screen.shows("2026-11-30 没有到期事项"));
    screen.click("2026-12-01");
    CHECK(state.day == day(2026, 12, 1));
    screen.click("吉G·10002");
    CHECK(screen.selection == desk::Selection{desk::Selected::bus, "吉G10002"});
    screen.click("导出 XLSX…");
    REQUIRE(screen.last<desk::SaveWorkbook>() != nullptr);
    CHECK(screen.last<desk::SaveWorkbook>()->page == desk::Page::due);
}

TEST_CASE("the page of differences asks once for what it lacks, and shows what is new, gone and still there",
          "[panels]")
{
    judging::DifferenceState state;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
        return judging::draw_difference_panel(state, frame, where);
    }};
    auto bus = a_bus();
    bus.inspection_until = on(2026, 11, 18);
    screen.derived = desk::derive(a_snapshot(bus, a_permit(), a_plate(), a_run(), a_driver()), monday);
    screen.frames(4);
    REQUIRE(screen.last<desk::Compare>() != nullptr);
    const auto wish = *screen.last<desk::Compare>();
    CHECK(wish.as_of == day(2026, 11, 16));
    CHECK_FALSE(wish.known_at.has_value());
    judging::take(state, judging::compare(screen.derived, screen.derived->dossiers_held, {wish.as_of, {}}));
    const auto before = screen.count<desk::Compare>();
    screen.frames(3);
    CHECK(screen.count<desk::Compare>() == before);
    CHECK(screen.shows("新增 1"));
    screen.click("检验已过期");
    CHECK(screen.selection == desk::Selection{desk::Selected::bus, bus_number});
    screen.click("消除 1");
    CHECK(state.change == judging::Change::gone);
    screen.click("30 日前");
    CHECK(screen.last<desk::Compare>()->as_of == day(2026, 10, 24));
    screen.click("按当日所知");
    CHECK(screen.last<desk::Compare>()->known_at.has_value());
    CHECK(screen.last<desk::Compare>()->as_of == monday);
}

/// The page of rules with its detail and dialogs, as the window puts them together.
struct Rules {
    judging::RulesState state;
    judging::SettingDialog setting;
    judging::SilencingDialog silencing;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
                      auto asked = judging::draw_rules_panel(state, frame, where);
                      for (auto& wish : judging::draw_setting_dialog(setting, frame)) asked.push_back(std::move(wish));
                      for (auto& wish : judging::draw_silencing_dialog(silencing, frame))
                          asked.push_back(std::move(wish));
                      return asked;
                  },
                  [this](const desk::Frame& frame, const shell::Rect& where) {
                      return judging::has_detail(state) ? judging::draw_rule_detail(state, frame, {where, false})
                                                        : desk::Requests{};
                  }};
};

TEST_CASE("a rule is shown whole, and leads to the buses that break it", "[panels]")
{
    Rules page;
    page.screen.click("校车标牌已过期");
    CHECK(rules::rules()[page.state.rule].id == "PLATE-EXPIRED");
    CHECK(page.screen.shows("持有的标牌有效期止在当日之前"));
    page.screen.click("当日问题");
    REQUIRE(page.screen.last<desk::SetFilter>() != nullptr);
    CHECK(page.screen.last<desk::SetFilter>()->filter.rule == "PLATE-EXPIRED");
    CHECK(page.screen.last<desk::ShowPage>()->page == desk::Page::buses);
    page.screen.click("只看今日有问题的");
    CHECK_FALSE(page.state.rules.empty());
    for (const std::size_t row : page.state.rules) CHECK(page.state.all_rules[row].findings > 0);
}

TEST_CASE("a parameter is set only with a value within its bounds and a source", "[panels]")
{
    Rules page;
    page.screen.click("参数 114");
    CHECK(page.screen.shows("未确定"));
    page.screen.click("标牌、检验、保险到期前多少天提示");
    page.screen.click("修改…");
    REQUIRE(page.screen.last<desk::BeginSetting>() != nullptr);
    CHECK(page.screen.last<desk::BeginSetting>()->name == "notice_days");
    judging::begin_setting(page.setting, *page.screen.derived, "notice_days");
    page.screen.frames(6);
    CHECK(page.setting.value == "30");
    page.screen.click("设定");
    CHECK(page.screen.last<desk::Judge>() == nullptr);  // resting on what?
    page.setting.source = "市联席会议纪要〔2026〕3号";
    page.setting.value = "许多";
    page.screen.frames(3);
    page.screen.click("设定");
    CHECK(page.screen.last<desk::Judge>() == nullptr);
    page.setting.value = "45";
    page.screen.frames(3);
    page.screen.click("设定");
    REQUIRE(page.screen.last<desk::Judge>() != nullptr);
    const auto* set = std::get_if<data::ChangeSetting>(&page.screen.last<desk::Judge>()->command);
    REQUIRE(set != nullptr);
    CHECK(set->name == "notice_days");
    CHECK(set->value == "45");
    CHECK(set->source == "市联席会议纪要〔2026〕3号");
}

TEST_CASE("a finding is set aside with a reason and a last day; what is set aside is listed", "[panels]")
{
    Rules page;
    judging::begin_silencing(page.silencing, *page.screen.derived, "吉G20871", "INSPECTION-OVERDUE");
    page.screen.frames(6);
    CHECK(page.silencing.until_on == day(2026, 12, 23));
    page.screen.click("豁免");
    CHECK(page.screen.last<desk::Judge>() == nullptr);  // for which reason?
    page.silencing.reason = "车辆已停放检测站，县交警大队书面同意";
    page.silencing.until_on = day(2026, 11, 30);
    page.screen.frames(3);
    page.screen.click("申诉");
    CHECK(page.silencing.kind == judging::SilencingKind::appeal);
    page.silencing.kind = judging::SilencingKind::waived;
    page.screen.frames(3);
    page.screen.click("豁免");
    REQUIRE(page.screen.last<desk::Judge>() != nullptr);
    const auto* waived = std::get_if<data::SilenceFindings>(&page.screen.last<desk::Judge>()->command);
    REQUIRE(waived != nullptr);
    CHECK(waived->kind == "waived");
    CHECK(waived->rule == "INSPECTION-OVERDUE");
    CHECK(waived->registration_number == "吉G20871");
    CHECK(waived->from_on == monday);
    CHECK(waived->until_on == day(2026, 11, 30));

    data::Judging judged;
    judged.silencings = {{1, "waived", "INSPECTION-OVERDUE", bus_number, monday, monday, "书面同意", "李某", ""}};
    page.screen.derived = desk::derive(a_snapshot(a_bus()), monday, nullptr, judged);
    page.screen.frames(3);
    page.screen.click("豁免与静默 1");
    CHECK(page.screen.shows("书面同意"));
    page.screen.click("吉G·10001");
    CHECK(page.screen.selection == desk::Selection{desk::Selected::bus, bus_number});
}

TEST_CASE("how buses are run is asked for once, and a county of the table narrows all pages", "[panels]")
{
    permits::OperationsState state;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
        return permits::draw_operations_panel(state, frame, where);
    }};
    screen.frames(3);
    CHECK(screen.count<desk::CountOperations>() == 1);
    state.counted = std::make_shared<const permits::CountedOperations>(
        screen.derived, permits::operations_over_time(screen.derived->dossiers, monday, 12));
    screen.frames(3);
    CHECK(screen.shows("公司化运营  0 %"));
    screen.click("通榆县");
    REQUIRE(screen.last<desk::SetFilter>() != nullptr);
    CHECK(screen.last<desk::SetFilter>()->filter.county == data::Adcode{220822});
    CHECK(permits::operations_sheets(state, {}, language::Language::zh).size() == 2);
}

TEST_CASE("lists side by side show who leaves a vehicle out, and a row becomes a matter for a case", "[panels]")
{
    permits::ReconciliationState state;
    Screen screen{[&](const desk::Frame& frame, const shell::Rect& where) {
                      return permits::draw_reconciliation_panel(state, frame, where);
                  },
                  [&](const desk::Frame& frame, const shell::Rect& where) {
                      return permits::draw_reconciliation_detail(state, frame, {where, false});
                  }};
    screen.click("选择名单…");
    CHECK(screen.count<desk::ChooseLists>() == 1);
    const auto list = [](std::string name, std::vector<std::string> numbers) {
        permits::VehicleList made{std::move(name), {}};
        std::uint32_t row = 1;
        for (auto& number : numbers) {
            permits::ListedVehicle vehicle{
                ++row, {}, std::vector<data::Value>(data::kind_info<data::Bus>.fields.size())};
            vehicle.values[*data::kind_info<data::Bus>.field("registration_number")] = std::move(number);
            made.vehicles.push_back(std::move(vehicle));
        }
        return made;
    };
    auto of = std::make_shared<permits::LaidOut>();
    of->lists = {list("教育.csv", {"吉G12345", "吉G70001"}), list("交警.csv", {"吉G12345"})};
    of->found = permits::reconcile(of->lists);
    permits::take(state, of);
    screen.frames(3);
    screen.click("只在一份 1");
    CHECK_FALSE(screen.shows("吉G·12345"));
    screen.click("吉G·70001");
    screen.click("转为督办…");
    REQUIRE(screen.last<desk::BeginMatter>() != nullptr);
    CHECK(screen.last<desk::BeginMatter>()->matter ==
          "车辆名单比对，吉G·70001：教育.csv：第 3 行；交警.csv：未列。请核实并更正");
    CHECK(permits::step_back(state));
    CHECK_FALSE(permits::step_back(state));
}

}  // namespace
