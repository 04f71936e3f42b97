#include "console/rules/settings.hpp"

#include <array>
#include <charconv>
#include <variant>

namespace xiaoan::rules {

namespace {

constexpr int longest_days = 3650;
constexpr int longest_workdays = 250;

constexpr std::array<std::string_view, 2> age_words{"strict", "completed_year"};

struct Parameter {
    std::string_view name;
    std::string_view unit;  // days, workdays, years, minutes, kmh, date, word
    std::variant<int Params::*, std::optional<int> Params::*, data::DateCell Params::*, AgeMode Params::*> member;
    int least = 0;  // of a number
    int most = 0;
};

constexpr std::array table{
    Parameter{"age_mode", "word", &Params::age_mode},
    Parameter{"age_notice_days", "days", &Params::age_notice_days, 0, longest_days},
    Parameter{"driver_max_age", "years", &Params::driver_max_age, 25, 80},
    Parameter{"gov_decision_workdays", "workdays", &Params::gov_decision_workdays, 1, longest_workdays},
    Parameter{"maintenance_days", "days", &Params::maintenance_days, 1, longest_days},
    Parameter{"notice_days", "days", &Params::notice_days, 0, longest_days},
    Parameter{"plate_return_workdays", "workdays", &Params::plate_return_workdays, 0, longest_workdays},
    Parameter{"speed_limit_kmh", "kmh", &Params::speed_limit_kmh, 20, 80},
    Parameter{"time_mismatch_min", "minutes", &Params::time_mismatch_min, 0, 24 * 60},
    Parameter{"track_days", "days", &Params::track_days, 1, 366},
    Parameter{"transition_end", "date", &Params::transition_end},
};

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
    return std::string{age_words[static_cast<std::size_t>(mode)]};
}

settings::Form form_of(const Parameter& parameter)
{
    if (parameter.unit == "date") return settings::Day{};
    if (parameter.unit == "word") return settings::OneOf{age_words};
    return settings::Whole{parameter.least, parameter.most};
}

/// The text is one that settings::read gave.
void put_value(int& into, const std::string& text)
{
    std::from_chars(text.data(), text.data() + text.size(), into);
}
void put_value(std::optional<int>& into, const std::string& text)
{
    put_value(into.emplace(), text);
}
void put_value(data::DateCell& into, const std::string& text)
{
    into = data::DateCell{*data::date_from_iso(text)};
}
void put_value(AgeMode& into, const std::string& text)
{
    into = text == age_words[0] ? AgeMode::strict : AgeMode::completed_year;
}

std::vector<settings::SettingInfo> made_settings()
{
    const Params defaults;
    std::vector<settings::SettingInfo> all;
    for (const Parameter& each : table) {
        const std::string key = "setting." + std::string{each.name};
        all.push_back({std::string{each.name}, "rules", each.unit, form_of(each),
                       std::visit([&](const auto member) { return text_of(defaults.*member); }, each.member),
                       settings::Phrase{key}, settings::Phrase{key + ".source"}});
    }
    return all;
}

}  // namespace

settings::Infos rule_settings()
{
    static const std::vector<settings::SettingInfo> all = made_settings();
    return all;
}

Params params_of(std::span<const data::Setting> settings)
{
    Params params;
    const auto values = settings::values_of(rule_settings(), settings);
    for (std::size_t i = 0; i < table.size(); ++i)
        if (!values[i].empty())
            std::visit([&](const auto member) { put_value(params.*member, values[i]); }, table[i].member);
    return params;
}

}  // namespace xiaoan::rules
