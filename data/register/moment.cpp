#include "data/register/moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace xiaoan::data {

namespace {

constexpr std::int64_t shanghai_offset_s = 8 * 3600;

/// Takes the offset off the end of a text with a time of day; Shanghai's where none is said, empty where it is none.
std::optional<std::int64_t> offset_s(std::string_view& text)
{
    static constexpr std::size_t time_of_day_at = 11;
    if (text.ends_with('Z') || text.ends_with('z')) {
        text.remove_suffix(1);
        return 0;
    }
    const auto sign = text.find_first_of("+-", time_of_day_at);
    if (sign == std::string_view::npos) return shanghai_offset_s;
    const std::string_view written = text.substr(sign + 1);  // 08:00, 0800 or 08
    if (written.size() < 2) return std::nullopt;
    const bool with_colon = written.size() > 2 && written[2] == ':';
    const std::string_view minutes = written.size() == 2 ? "00" : written.substr(with_colon ? 3 : 2);
    const TimeOfDay offset = time_from_hh_mm(fmt::format("{}:{}", written.substr(0, 2), minutes));
    if (!offset.given()) return std::nullopt;
    const std::int64_t seconds = std::int64_t{offset.minutes} * 60;
    const bool west = text[sign] == '-';
    text = text.substr(0, sign);
    return west ? -seconds : seconds;
}

/// Without a fraction of its seconds; as it is where what follows the point are no digits.
std::string_view whole_seconds(std::string_view text)
{
    const auto point = text.find_first_of(".,");
    if (point == std::string_view::npos || point + 1 == text.size()) return text;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::all_of(text.substr(point + 1), is_digit) ? text.substr(0, point) : text;
}

}  // namespace

Timestamp moment_from_iso(std::string_view text)
{
    static constexpr std::size_t date_alone = 10, to_the_minute = 16;
    if (text.size() == date_alone) return timestamp_from_iso(std::string{text} + "T23:59:59");
    if (text.size() < to_the_minute) return {};
    const auto offset = offset_s(text);
    if (!offset) return {};
    std::string civil{whole_seconds(text)};
    if (civil.size() == to_the_minute) civil += ":59";
    if (civil.size() > date_alone && civil[date_alone] == ' ') civil[date_alone] = 'T';
    Timestamp moment = timestamp_from_iso(civil);
    if (moment.given()) moment.seconds += shanghai_offset_s - *offset;
    return moment;
}

std::string shown_moment(Timestamp moment)
{
    std::string text = iso(moment);
    std::ranges::replace(text, 'T', ' ');
    return text;
}

}  // namespace xiaoan::data
