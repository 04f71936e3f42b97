#include "console/rules/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <type_traits>

namespace xiaoan::rules {

namespace {

constexpr int longest_days = 3650;
constexpr int longest_workdays = 250;

constexpr std::array table{
    SettingInfo{"age_mode", "word", &Params::age_mode},
    SettingInfo{"age_notice_days", "days", &Params::age_notice_days, 0, longest_days},
    SettingInfo{"driver_max_age", "years", &Params::driver_max_age, 25, 80},
    SettingInfo{"gov_decision_workdays", "workdays", &Params::gov_decision_workdays, 1, longest_workdays},
    SettingInfo{"maintenance_days", "days", &Params::maintenance_days, 1, longest_days},
    SettingInfo{"notice_days", "days", &Params::notice_days, 0, longest_days},
    SettingInfo{"plate_return_workdays", "workdays", &Params::plate_return_workdays, 0, longest_workdays},
    SettingInfo{"speed_limit_kmh", "kmh", &Params::speed_limit_kmh, 20, 80},
    SettingInfo{"time_mismatch_min", "minutes", &Params::time_mismatch_min, 0, 24 * 60},
    SettingInfo{"track_days", "days", &Params::track_days, 1, 366},
    SettingInfo{"transition_end", "date", &Params::transition_end},
};

constexpr std::string_view strict_word = "strict", completed_year_word = "completed_year";

std::optional<int> number_in(std::string_view text, const SettingInfo& setting)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && setting.least <= number && number <= setting.most ? std::optional{number} : std::nullopt;
}

std::string text_of(int number)
{
    return std::to_string(number);
}
std::string text_of(const std::optional<int>& number)
{
    return number ? std::to_string(*number) : std::string{};
}
std::string text_of(const data::DateCell& day)
{
    return day.has_date() ? data::iso(day.date()) : std::string{};
}
std::string text_of(AgeMode mode)
{
    return std::string{mode == AgeMode::strict ? strict_word : completed_year_word};
}

}  // namespace

std::span<const SettingInfo> settings()
{
    return table;
}

const SettingInfo* find_setting(std::string_view name)
{
    const auto* found = std::ranges::find(table, name, &SettingInfo::name);
    return found == table.end() ? nullptr : found;
}

std::string value_of(const Params& params, const SettingInfo& setting)
{
    return std::visit([&](const auto member) { return text_of(params.*member); }, setting.member);
}

bool set_value(Params& params, const SettingInfo& setting, std::string_view text)
{
    return std::visit(
        [&](const auto member) {
            auto& value = params.*member;
            if constexpr (std::is_same_v<decltype(member), data::DateCell Params::* const>) {
                const auto day = data::date_from_iso(text);
                if (day) value = data::DateCell{*day};
                return day.has_value();
            } else if constexpr (std::is_same_v<decltype(member), AgeMode Params::* const>) {
                if (text != strict_word && text != completed_year_word) return false;
                value = text == strict_word ? AgeMode::strict : AgeMode::completed_year;
                return true;
            } else {
                const auto number = number_in(text, setting);
                if (number) value = *number;
                return number.has_value();
            }
        },
        setting.member);
}

Params params_of(std::span<const data::Setting> settings)
{
    Params params;
    for (const data::Setting& each : settings)
        if (const SettingInfo* known = find_setting(each.name)) (void)set_value(params, *known, each.value);
    return params;
}

std::vector<StandingSetting> standing_settings(std::span<const data::Setting> settings, language::Language language)
{
    const Params defaults, present = params_of(settings);
    std::vector<StandingSetting> all;
    for (const SettingInfo& each : table) {
        const auto found = std::ranges::find(settings, each.name, &data::Setting::name);
        const data::Setting* set = found != settings.end() ? &*found : nullptr;
        all.push_back({&each, value_of(present, each), value_of(defaults, each),
                       set != nullptr
                           ? set->source
                           : std::string{language::tr(language, "setting." + std::string{each.name} + ".source")},
                       set});
    }
    return all;
}

}  // namespace xiaoan::rules
