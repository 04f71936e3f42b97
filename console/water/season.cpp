#include "console/water/season.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace xiaoan::water {

namespace {

using std::chrono::month_day;

constexpr std::array<int, 12> open_percent{10, 10, 20, 30, 60, 85, 100, 100, 60, 30, 20, 10};
constexpr std::array<int, 12> ice_percent{40, 50, 90, 80, 0, 0, 0, 0, 0, 0, 80, 60};

struct Window {
    SeasonName name;
    unsigned last_month, last_day;  // inclusive; it begins on the day after the one before
};
constexpr std::array<Window, 7> windows{{
    {SeasonName::ice, 2, 29},
    {SeasonName::thaw, 4, 20},
    {SeasonName::spring, 5, 31},
    {SeasonName::summer, 8, 20},
    {SeasonName::autumn, 10, 31},
    {SeasonName::freeze_up, 12, 20},
    {SeasonName::ice, 12, 31},
}};

/// The months that a season has days in.
std::span<const unsigned> months_of(SeasonName name)
{
    static constexpr unsigned freeze_up[] = {11, 12}, ice[] = {12, 1, 2}, thaw[] = {3, 4}, spring[] = {4, 5},
                              summer[] = {6, 7, 8}, autumn[] = {8, 9, 10};
    switch (name) {
    case SeasonName::freeze_up: return freeze_up;
    case SeasonName::ice: return ice;
    case SeasonName::thaw: return thaw;
    case SeasonName::spring: return spring;
    case SeasonName::summer: return summer;
    case SeasonName::autumn: break;
    }
    return autumn;
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

Season season_of(data::Date date)
{
    const std::chrono::year_month_day day{date};
    const auto month = static_cast<unsigned>(day.month()), of_month = static_cast<unsigned>(day.day());
    const auto window = std::ranges::find_if(windows, [&](const Window& each) {
        return month < each.last_month || (month == each.last_month && of_month <= each.last_day);
    });
    return {window->name, std::nullopt};
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

int factor_percent(const Season& season, bool with_ice)
{
    const unsigned alone[] = {season.month ? static_cast<unsigned>(season.month->month()) : 1};
    int highest = 0;
    for (const unsigned month : season.name ? months_of(*season.name) : std::span<const unsigned>{alone}) {
        highest = std::max(highest, open_percent[month - 1]);
        const bool ice_is_gone = season.name == SeasonName::spring;
        if (with_ice && !ice_is_gone) highest = std::max(highest, ice_percent[month - 1]);
    }
    return highest;
}

bool is_swimming_season(const Season& season)
{
    if (season.name) return season.name == SeasonName::summer;
    const auto month = static_cast<unsigned>(season.month->month());
    return month >= 6 && month <= 8;
}

}  // namespace xiaoan::water
