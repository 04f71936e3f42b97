#include "console/catalogue/catalogue.hpp"
#include "console/judging/setting_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace xiaoan;
using language::Language;

const settings::SettingInfo& info(std::string_view name)
{
    const auto* found = settings::find(catalogue::all_settings(), name);
    REQUIRE(found != nullptr);
    return *found;
}

settings::Tried tried(std::string_view name, std::string_view text, std::span<const data::Setting> set = {})
{
    return settings::tried(catalogue::all_settings(), set, info(name), text, Language::zh);
}

TEST_CASE("every setting says in both languages what it is about and where its default comes from", "[settings]")
{
    std::set<std::string> names;
    std::vector<std::string_view> groups;
    for (const auto& setting : catalogue::all_settings()) {
        CAPTURE(setting.name);
        CHECK(names.insert(setting.name).second);
        if (groups.empty() || groups.back() != setting.group) groups.push_back(setting.group);
        CHECK(language::has(setting.meaning.key));
        CHECK(language::has(setting.source.key));
        CHECK(language::has("setting.group." + std::string{setting.group}));
        CHECK(language::has("setting.unit." + std::string{setting.unit}));
        CHECK(settings::said(setting.meaning, Language::en).find('{') == std::string::npos);
        for (const auto& part : setting.meaning.of)
            CHECK(part.find('.') == (language::has(part) ? part.find('.') : std::string::npos));
        if (!setting.default_value.empty())
            CHECK(settings::read(setting, setting.default_value) == setting.default_value);
        for (const auto* wrong : {"never", "", "-1", "1.5", " 1"}) CHECK_FALSE(settings::read(setting, wrong));
    }
    CHECK(groups.size() == 8);  // each group stands together
    CHECK(settings::find(catalogue::all_settings(), "no_such") == nullptr);
}

TEST_CASE("a value outside of its bounds is refused with what is allowed", "[settings]")
{
    CHECK(tried("risk_lifebuoy_none", "40").value == "40");
    CHECK_FALSE(tried("risk_lifebuoy_none", "41").value);
    CHECK(tried("risk_lifebuoy_none", "41").allowed == "须为 0 至 40 的整数");
    CHECK(tried("age_mode", "lenient").allowed == "须为 strict, completed_year 之一");
    CHECK(tried("transition_end", "soon").allowed == "须为日期，如 2026-11-23");
    CHECK(tried("school_holiday_summer", "July").allowed == "须为每年的起止日，如 07-10..08-25");
    CHECK_FALSE(tried("season_thaw_from", "02-30").value);
}

TEST_CASE("steps, bands and seasons stay in order as things stand", "[settings]")
{
    // Steps end at 100, 300, 500 m: the second lies between the others.
    CHECK(tried("risk_distance_2_m", "101").value == "101");
    CHECK_FALSE(tried("risk_distance_2_m", "100").value);
    CHECK_FALSE(tried("risk_distance_2_m", "500").value);
    CHECK(tried("risk_distance_2_m", "500").allowed == "须为 101 至 499 的整数");
    CHECK_FALSE(tried("risk_band_orange", "70").value);
    // The thaw begins with the year at the earliest, spring after it and before summer (21 April to 31 May).
    CHECK(tried("season_thaw_from", "02-29").value == "02-29");
    CHECK(tried("season_spring_from", "06-01").allowed == "须为月-日，自 03-02 至 05-31");
    CHECK(tried("season_ice_from", "01-05").allowed == "须为月-日，自 11-02 至 12-31");

    const std::vector<data::Setting> wider{{"risk_distance_3_m", "450", "x"}, {"risk_distance_2_m", "400", "x"}};
    CHECK_FALSE(tried("risk_distance_1_m", "400", wider).value);
    CHECK(tried("risk_distance_1_m", "399", wider).value);
    const std::vector<data::Setting> high{{"risk_band_red", "95", "x"}, {"risk_band_orange", "80", "x"}};
    const auto back = settings::tried_default(catalogue::all_settings(), high, info("risk_band_red"), Language::zh);
    CHECK_FALSE(back.value);  // 70 lies below orange
    CHECK(back.allowed == "须为 81 至 200 的整数");
    CHECK(settings::tried_default(catalogue::all_settings(), high, info("risk_band_orange"), Language::zh).value ==
          "50");
}

TEST_CASE("a ladder that does not ascend counts as not set; what is no value changes nothing", "[settings]")
{
    const std::vector<data::Setting> set{{"risk_band_orange", "20", "x"},
                                         {"risk_band_red", "90", "x"},
                                         {"risk_rope_none", "many", "x"},
                                         {"odd", "1", "x"}};
    const auto infos = catalogue::all_settings();
    const auto values = settings::values_of(infos, set);
    for (std::size_t i = 0; i < infos.size(); ++i) CHECK(values[i] == infos[i].default_value);
}

TEST_CASE("a setting stands with its default and source until somebody sets it", "[settings]")
{
    const std::vector<data::Setting> set{{"notice_days", "45", "联席会议纪要", "李某", "2026-11-23T09:00:00+08:00"}};
    const auto all = settings::standing_settings(catalogue::all_settings(), set, Language::zh);
    const auto found = std::ranges::find(all, &info("notice_days"), &settings::StandingSetting::info);
    REQUIRE(found != all.end());
    CHECK(found->value == "45");
    CHECK(found->source == "联席会议纪要");
    CHECK(found->set == &set[0]);
    CHECK(all.front().info->name == "age_mode");
    CHECK(all.front().set == nullptr);
    CHECK(all.front().source.find("默认从严") != std::string::npos);
}

TEST_CASE("a value is told in words, and one that nobody established says so", "[settings]")
{
    const auto text = [](std::string_view name, std::string_view value) {
        return settings::value_text(info(name), value, Language::zh);
    };
    CHECK(text("gov_decision_workdays", "") == "未确定");
    CHECK(text("notice_days", "30") == "30 天");
    CHECK(text("age_mode", "strict") == "满该岁生日当日止");
    CHECK(text("transition_end", "2027-08-31") == "2027-08-31");
    CHECK(text("season_open_06", "85") == "85%");
    CHECK(settings::name_text(info("risk_kind_river"), Language::zh) == "水域类型：河流");
    CHECK(settings::name_text(info("risk_warning_sign_unknown"), Language::zh) == "警示牌：未核实");
    CHECK(settings::name_text(info("season_ice_from"), Language::zh) == "冰期从哪一天起");
}

TEST_CASE("the list has a heading for each group that has something to show", "[judging]")
{
    const std::vector<data::Setting> set{{"risk_rope_none", "6", "局长办公会", "李某", "2026-11-23T09:00:00+08:00"}};
    const auto all = settings::standing_settings(catalogue::all_settings(), set, Language::zh);
    const auto rows = [&](std::string text, bool only_changed = false) {
        std::vector<std::string> shown;
        for (const auto& row : judging::setting_rows(all, {std::move(text), only_changed}, Language::zh))
            shown.push_back(row.group.empty() ? all[row.setting].info->name : std::string{row.group});
        return shown;
    };
    CHECK(rows("").size() == all.size() + 8);
    CHECK(rows("救生圈") == std::vector<std::string>{"water_gaps", "risk_lifebuoy_none", "risk_lifebuoy_unknown",
                                                     "water_prices", "price_lifebuoy"});
    CHECK(rows("", true) == std::vector<std::string>{"water_gaps", "risk_rope_none"});
    CHECK(rows("办公会") == std::vector<std::string>{"water_gaps", "risk_rope_none"});
    CHECK(rows("RISK_ROPE_NONE").size() == 2);
    CHECK(rows("没有的").empty());
}

}  // namespace
