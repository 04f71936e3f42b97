#include "console/water/habits.hpp"

#include "console/water/habit_table.hpp"

#include <fmt/format.h>

namespace xiaoan::water {

namespace {

consteval bool is_in_order()
{
    for (std::size_t i = 0; i < habit_count; ++i)
        if (habit_table[i].habit != static_cast<Habit>(i)) return false;
    return true;
}
static_assert(is_in_order());

bool is_day(const HabitRow& row)
{
    return row.unit == "day_of_year";
}

std::string text_of(const HabitRow& row, int value)
{
    return is_day(row) ? fmt::format("{:02}-{:02}", value / 100, value % 100) : std::to_string(value);
}

settings::SettingInfo setting_of(const HabitRow& row)
{
    settings::Phrase meaning{std::string{row.meaning[0]}};
    for (std::size_t i = 1; i < row.meaning.size() && !row.meaning[i].empty(); ++i)
        meaning.of.emplace_back(row.meaning[i]);
    return {.name = std::string{row.name},
            .group = row.group,
            .unit = row.unit,
            .form = is_day(row) ? settings::Form{settings::DayOfYear{}} : settings::Whole{row.least, row.most},
            .default_value = text_of(row, row.usual),
            .meaning = std::move(meaning),
            .source = {fmt::format("setting.source.{}", row.source)},
            .ladder = row.ladder};
}

std::vector<settings::SettingInfo> made_settings()
{
    std::vector<settings::SettingInfo> all;
    all.reserve(habit_count);
    for (const HabitRow& row : habit_table) all.push_back(setting_of(row));
    return all;
}

}  // namespace

Habits::Habits()
{
    for (std::size_t i = 0; i < habit_count; ++i) values_[i] = habit_table[i].usual;
}

Habits habits_of(std::span<const data::Setting> settings)
{
    Habits habits;
    if (settings.empty()) return habits;
    const auto infos = habit_settings();
    const auto values = settings::values_of(infos, settings);
    for (std::size_t i = 0; i < habit_count; ++i) habits.values_[i] = *settings::rung_of(infos[i], values[i]);
    return habits;
}

settings::Infos habit_settings()
{
    static const std::vector<settings::SettingInfo> all = made_settings();
    return all;
}

std::vector<ChangedHabit> changed_habits(const Habits& habits)
{
    std::vector<ChangedHabit> changed;
    for (const HabitRow& row : habit_table)
        if (habits[row.habit] != row.usual)
            changed.push_back(
                {&habit_settings()[static_cast<std::size_t>(row.habit)], text_of(row, habits[row.habit])});
    return changed;
}

}  // namespace xiaoan::water
