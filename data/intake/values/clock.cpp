#include "data/intake/values/clock.hpp"

#include "data/intake/values/text_form.hpp"

#include <cmath>

namespace xiaoan::data {

namespace {

enum class HalfDay { unsaid, morning, afternoon };

HalfDay scan_half_day(Scanner& scanner)
{
    scanner.skip_spaces();
    if (scanner.accept_any({"上午", "AM", "am", "凌晨", "早上", "早"})) return HalfDay::morning;
    if (scanner.accept_any({"下午", "PM", "pm", "晚上", "晚"})) return HalfDay::afternoon;
    return HalfDay::unsaid;
}

std::optional<int> scan_minutes_and_seconds(Scanner& scanner)
{
    if (scanner.accept("半")) return 30 * 60;
    const auto minutes = scanner.whole(2);
    if (!minutes) return 0;  // 7时
    int seconds = 0;
    const bool minutes_marked = scanner.accept_any({"分钟", "分"});
    if (minutes_marked || scanner.accept(":")) {
        const auto found = scanner.whole(2);
        if (!found && !minutes_marked) return std::nullopt;
        seconds = found.value_or(0);
        if (found && scanner.accept(".")) scanner.digits();
        if (found) scanner.accept("秒");
    }
    if (*minutes > 59 || seconds > 59) return std::nullopt;
    return *minutes * 60 + seconds;
}

}  // namespace

std::optional<int> scan_clock(Scanner& scanner)
{
    HalfDay half = scan_half_day(scanner);
    scanner.skip_spaces();
    const auto hours = scanner.whole(2);
    if (!hours) return std::nullopt;
    const bool colon = scanner.accept(":");
    if (!colon && !scanner.accept_any({"时", "点", "點", "時"})) return std::nullopt;
    if (colon && (scanner.at_end() || scanner.rest()[0] < '0' || scanner.rest()[0] > '9')) return std::nullopt;
    const auto within_hour = scan_minutes_and_seconds(scanner);
    if (!within_hour) return std::nullopt;
    if (half == HalfDay::unsaid) half = scan_half_day(scanner);
    int hour = *hours;
    if (half == HalfDay::afternoon && hour < 12) hour += 12;
    if (half == HalfDay::morning && hour == 12) hour = 0;
    if (hour > 23 || (half == HalfDay::morning && hour > 12)) return std::nullopt;
    return hour * 3600 + *within_hour;
}

Reading<TimeOfDay> parse_time(std::string_view text)
{
    const std::string plain = half_width(trimmed(text));
    if (const auto fraction = plain_decimal(plain)) {
        constexpr double seconds_a_day = 86'400;
        if (plain.find('.') == std::string::npos || *fraction < 0 || *fraction >= 1) return unread(IssueCode::bad_time);
        const auto second = std::lround(*fraction * seconds_a_day);
        if (second >= 86'400) return unread(IssueCode::bad_time);
        return TimeOfDay{static_cast<std::int16_t>(second / 60)};
    }
    Scanner scanner(plain);
    const auto second = scan_clock(scanner);
    if (!second || !scanner.at_end()) return unread(IssueCode::bad_time);
    return TimeOfDay{static_cast<std::int16_t>(*second / 60)};
}

}  // namespace xiaoan::data
