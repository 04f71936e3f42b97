#include "console/shell/widgets/calendar.hpp"

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <cstddef>

namespace xiaoan::shell {
namespace {

[[nodiscard]] std::optional<Day> valid(int year, int month, int day)
{
    if (year < 1900 || year > 2200 || month < 1 || day < 1) return {};
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional<Day>(std::chrono::sys_days(date)) : std::nullopt;
}

[[nodiscard]] bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

}  // namespace

Day months_later(Day day, int months) noexcept
{
    const std::chrono::year_month_day date(day);
    const auto month = std::chrono::year_month(date.year(), date.month()) + std::chrono::months(months);
    const std::chrono::year_month_day same(month.year(), month.month(), date.day());
    if (same.ok()) return std::chrono::sys_days(same);
    return std::chrono::sys_days(
        std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month())));
}

Day month_of(Day day) noexcept
{
    const std::chrono::year_month_day date{day};
    return Day{date.year() / date.month() / 1};
}

Day first_shown(Day month) noexcept
{
    const Day first = month_of(month);
    return first - (std::chrono::weekday{first} - std::chrono::Monday);
}

std::string iso_text(Day day)
{
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Day> day_from_text(std::string_view text)
{
    std::array<int, 3> numbers{};
    std::size_t count = 0;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (count == numbers.size()) return {};
        if (std::from_chars(text.data() + at, text.data() + end, numbers[count]).ec != std::errc()) return {};
        longest = std::max(longest, end - at);
        ++count;
        at = end;
    }
    if (count == 1 && longest == 8) return valid(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
    if (count != 3) return {};
    return valid(numbers[0], numbers[1], numbers[2]);
}

}  // namespace xiaoan::shell
