#include "console/catalogue/catalogue.hpp"

#include "console/rules/school_year.hpp"
#include "console/rules/settings.hpp"
#include "console/water/equipment/prices.hpp"
#include "console/water/habits.hpp"

#include <iterator>

namespace xiaoan::catalogue {

namespace {

settings::Phrase meaning_of(std::string_view name)
{
    return {"setting." + std::string{name}};
}
settings::Phrase source_of(std::string_view name)
{
    return {"setting." + std::string{name} + ".source"};
}

std::vector<settings::SettingInfo> school_year()
{
    const auto read = [](std::string_view text) -> std::optional<std::string> {
        const auto span = rules::year_span_from(text);
        return span ? std::optional{rules::text_of(*span)} : std::nullopt;
    };
    std::vector<settings::SettingInfo> all;
    for (std::size_t i = 0; i < rules::school_holiday_settings.size(); ++i) {
        const auto name = rules::school_holiday_settings[i];
        all.push_back({std::string{name}, "school_year", "days_of_year",
                       settings::Written{read, "setting.hint.days_of_year"},
                       rules::text_of(rules::usual_school_holidays[i]), meaning_of(name), source_of(name)});
    }
    return all;
}

std::vector<settings::SettingInfo> prices()
{
    std::vector<settings::SettingInfo> all;
    for (std::size_t i = 0; i < water::price_settings.size(); ++i) {
        const auto name = water::price_settings[i];
        all.push_back({std::string{name}, "water_prices", "yuan", settings::Whole{1, water::dearest_yuan},
                       std::to_string(water::Prices{}.yuan[i]), meaning_of(name), source_of(name)});
    }
    return all;
}

std::vector<settings::SettingInfo> joined()
{
    std::vector<settings::SettingInfo> all(rules::rule_settings().begin(), rules::rule_settings().end());
    const auto add = [&](auto&& more) { std::ranges::copy(more, std::back_inserter(all)); };
    add(school_year());
    add(water::habit_settings());
    add(prices());
    return all;
}

}  // namespace

settings::Infos all_settings()
{
    static const std::vector<settings::SettingInfo> all = joined();
    return all;
}

}  // namespace xiaoan::catalogue
