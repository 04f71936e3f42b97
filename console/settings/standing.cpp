#include "console/settings/standing.hpp"

#include <algorithm>
#include <limits>

namespace xiaoan::settings {

namespace {

using language::Language;
using language::tr;

const data::Setting* set_value_of(std::span<const data::Setting> set, std::string_view name)
{
    const auto found = std::ranges::find(set, name, &data::Setting::name);
    return found != set.end() ? &*found : nullptr;
}

bool ascends(Infos infos, std::span<const std::string> values, std::string_view ladder)
{
    int last = std::numeric_limits<int>::min();
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (infos[i].ladder != ladder) continue;
        const auto rung = rung_of(infos[i], values[i]);
        if (!rung || *rung <= last) return false;
        last = *rung;
    }
    return true;
}

/// The neighbours that a rung stays between.
struct Room {
    std::optional<int> above{}, below{};

    [[nodiscard]] bool holds(int rung) const { return (!above || rung > *above) && (!below || rung < *below); }
};

Room room_of(Infos infos, std::span<const std::string> values, const SettingInfo& setting)
{
    Room room;
    if (setting.ladder.empty()) return room;
    bool passed = false;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (infos[i].name == setting.name) {
            passed = true;
        } else if (infos[i].ladder == setting.ladder) {
            if (!passed) room.above = rung_of(infos[i], values[i]);
            if (passed && !room.below) room.below = rung_of(infos[i], values[i]);
        }
    }
    return room;
}

/// The day of year so many days after that of a rung, in a year with 29 February.
std::string day_text(int rung, int days_later)
{
    using namespace std::chrono;
    const sys_days day{year{2024} / month{static_cast<unsigned>(rung / 100)} / (rung % 100)};
    return data::iso(day + days{days_later}).substr(5);
}

std::string allowed_text(const SettingInfo& setting, const Room& room, Language language)
{
    if (const auto* form = std::get_if<Whole>(&setting.form))
        return tr(language, "setting.bad_number",
                  {std::to_string(room.above ? std::max(form->least, *room.above + 1) : form->least),
                   std::to_string(room.below ? std::min(form->most, *room.below - 1) : form->most)});
    if (std::holds_alternative<Day>(setting.form)) return std::string{tr(language, "setting.bad_date")};
    if (std::holds_alternative<DayOfYear>(setting.form))
        return tr(language, "setting.bad_day_of_year",
                  {room.above ? day_text(*room.above, 1) : "01-01", room.below ? day_text(*room.below, -1) : "12-31"});
    if (const auto* form = std::get_if<OneOf>(&setting.form)) {
        std::string words;
        for (const auto word : form->words) words += (words.empty() ? "" : ", ") + std::string{word};
        return tr(language, "setting.bad_word", {words});
    }
    return std::string{tr(language, std::get<Written>(setting.form).hint)};
}

}  // namespace

const SettingInfo* find(Infos infos, std::string_view name)
{
    const auto found = std::ranges::find(infos, name, &SettingInfo::name);
    return found != infos.end() ? &*found : nullptr;
}

std::vector<std::string> values_of(Infos infos, std::span<const data::Setting> set)
{
    std::vector<std::string> values;
    bool any = false;
    for (const SettingInfo& each : infos) {
        const data::Setting* of = set_value_of(set, each.name);
        auto value = of != nullptr ? read(each, of->value) : std::nullopt;
        any = any || value.has_value();
        values.push_back(value ? *std::move(value) : each.default_value);
    }
    if (!any) return values;
    std::vector<std::string_view> broken;
    for (const SettingInfo& each : infos)
        if (!each.ladder.empty() && !ascends(infos, values, each.ladder)) broken.push_back(each.ladder);
    for (std::size_t i = 0; i < infos.size(); ++i)
        if (std::ranges::find(broken, infos[i].ladder) != broken.end()) values[i] = infos[i].default_value;
    return values;
}

std::vector<StandingSetting> standing_settings(Infos infos, std::span<const data::Setting> set, Language language)
{
    std::vector<StandingSetting> all;
    auto values = values_of(infos, set);
    for (std::size_t i = 0; i < infos.size(); ++i) {
        const data::Setting* of = set_value_of(set, infos[i].name);
        all.push_back(
            {&infos[i], std::move(values[i]), of != nullptr ? of->source : said(infos[i].source, language), of});
    }
    return all;
}

Tried tried(Infos infos, std::span<const data::Setting> set, const SettingInfo& setting, std::string_view text,
            Language language)
{
    const Room room = room_of(infos, values_of(infos, set), setting);
    auto value = read(setting, text);
    if (value && !setting.ladder.empty()) {
        const auto rung = rung_of(setting, *value);
        if (!rung || !room.holds(*rung)) value.reset();
    }
    return {std::move(value), allowed_text(setting, room, language)};
}

Tried tried_default(Infos infos, std::span<const data::Setting> set, const SettingInfo& setting, Language language)
{
    if (setting.ladder.empty()) return {setting.default_value, {}};
    return tried(infos, set, setting, setting.default_value, language);
}

}  // namespace xiaoan::settings
