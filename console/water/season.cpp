#include "console/water/season.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::water {

namespace {

struct Begin {
    SeasonName name;
    Habit from;
};
/// In the order of a year; the last one goes on to the first.
constexpr std::array<Begin, season_words.size()> begins{{
    {SeasonName::thaw, Habit::thaw_from},
    {SeasonName::spring, Habit::spring_from},
    {SeasonName::summer, Habit::summer_from},
    {SeasonName::autumn, Habit::autumn_from},
    {SeasonName::freeze_up, Habit::freeze_up_from},
    {SeasonName::ice, Habit::ice_from},
}};

std::size_t place_of(SeasonName name)
{
    return static_cast<std::size_t>(std::ranges::find(begins, name, &Begin::name) - begins.begin());
}

int day_before(int month_and_day)
{
    using namespace std::chrono;
    constexpr year with_29_february{2024};
    const sys_days day{with_29_february / month{static_cast<unsigned>(month_and_day / 100)} / (month_and_day % 100)};
    const year_month_day before{day - days{1}};
    return static_cast<int>(static_cast<unsigned>(before.month()) * 100 + static_cast<unsigned>(before.day()));
}

Habit habit_of_month(Habit january, int month)
{
    return static_cast<Habit>(static_cast<int>(january) + month - 1);
}

/// Calls `use(month)` for each month that the season has days in.
template <class Use>
void for_each_month(const Season& season, const Habits& habits, Use use)
{
    if (season.month) return use(static_cast<int>(static_cast<unsigned>(season.month->month())));
    const SeasonDays days = days_of(*season.name, habits);
    const int first = days.from / 100, last = days.to / 100;
    const int count = (last - first + 12) % 12;
    for (int i = 0; i <= count; ++i) use((first - 1 + i) % 12 + 1);
}

std::optional<unsigned> digits(std::string_view text)
{
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

}  // namespace

Season season_of(data::Date date, const Habits& habits)
{
    const std::chrono::year_month_day day{date};
    const auto at = static_cast<int>(static_cast<unsigned>(day.month()) * 100 + static_cast<unsigned>(day.day()));
    SeasonName name = begins.back().name;
    for (const Begin& each : begins)
        if (habits[each.from] <= at) name = each.name;
    return {name, std::nullopt};
}

SeasonDays days_of(SeasonName name, const Habits& habits)
{
    const std::size_t place = place_of(name);
    return {habits[begins[place].from], day_before(habits[begins[(place + 1) % begins.size()].from])};
}

std::optional<Season> season_from(std::string_view text)
{
    if (const auto found = std::ranges::find(season_words, text); found != season_words.end())
        return Season{static_cast<SeasonName>(found - season_words.begin()), std::nullopt};
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5));
    if (!year || !month || *month < 1 || *month > 12) return std::nullopt;
    return Season{std::nullopt, std::chrono::year{static_cast<int>(*year)} / std::chrono::month{*month}};
}

std::string word(const Season& season)
{
    if (season.name) return std::string{season_words[static_cast<std::size_t>(*season.name)]};
    return fmt::format("{:04}-{:02}", static_cast<int>(season.month->year()),
                       static_cast<unsigned>(season.month->month()));
}

SeasonName named(const Season& season, const Habits& habits)
{
    if (season.name) return *season.name;
    return *season_of(std::chrono::sys_days{*season.month / std::chrono::day{15}}, habits).name;
}

int factor_percent(const Season& season, bool with_ice, const Habits& habits)
{
    const bool ice_weighs = with_ice && season.name != SeasonName::spring;
    int highest = 0;
    for_each_month(season, habits, [&](int month) {
        highest = std::max(highest, habits[habit_of_month(Habit::open_01, month)]);
        if (ice_weighs) highest = std::max(highest, habits[habit_of_month(Habit::ice_01, month)]);
    });
    return highest;
}

bool is_swimming_season(const Season& season, const Habits& habits)
{
    if (season.name) return season.name == SeasonName::summer;
    bool has_days = false;
    const auto month = static_cast<int>(static_cast<unsigned>(season.month->month()));
    for_each_month({SeasonName::summer, std::nullopt}, habits, [&](int each) { has_days = has_days || each == month; });
    return has_days;
}

}  // namespace xiaoan::water
