// What one cell of a record can hold, in memory: dates, answers, times, references to people.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace xiaoan::data {

/// A civil date in Asia/Shanghai, without a time of day.
using Date = std::chrono::sys_days;

/// A date cell: a date, the statement that there is none (无), or nothing given. The last two are never mixed up.
class DateCell {
public:
    constexpr DateCell() = default;
    constexpr explicit DateCell(Date date) : days_(static_cast<std::int32_t>(date.time_since_epoch().count())) {}
    [[nodiscard]] static constexpr DateCell said_to_be_none()
    {
        DateCell cell;
        cell.days_ = none_mark;
        return cell;
    }

    [[nodiscard]] constexpr bool has_date() const { return days_ > none_mark; }
    [[nodiscard]] constexpr bool is_none() const { return days_ == none_mark; }
    [[nodiscard]] constexpr bool not_given() const { return days_ == not_given_mark; }
    /// Only where has_date().
    [[nodiscard]] constexpr Date date() const { return Date{std::chrono::days{days_}}; }
    [[nodiscard]] constexpr std::optional<Date> maybe() const
    {
        return has_date() ? std::optional{date()} : std::nullopt;
    }
    friend constexpr bool operator==(const DateCell&, const DateCell&) = default;

private:
    static constexpr std::int32_t not_given_mark = std::numeric_limits<std::int32_t>::min();
    static constexpr std::int32_t none_mark = not_given_mark + 1;
    std::int32_t days_ = not_given_mark;
};

/// The last day that a date can name: how a term without end (长期) is recorded, so that it never lapses.
inline constexpr Date no_end = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

/// Yes, no, or not given: an empty cell is never a "no".
enum class Answer : std::uint8_t { not_given, no, yes };

/// A time of day in minutes after midnight, 0 to 1439; -1 where none is given.
struct TimeOfDay {
    std::int16_t minutes = -1;
    [[nodiscard]] constexpr bool given() const { return minutes >= 0; }
    friend constexpr auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// A moment of civil time in Asia/Shanghai, in seconds after 1970-01-01T00:00:00 of that civil time.
struct Timestamp {
    std::int64_t seconds = std::numeric_limits<std::int64_t>::min();
    [[nodiscard]] constexpr bool given() const { return seconds != std::numeric_limits<std::int64_t>::min(); }
    friend constexpr auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

/// The six-digit division code of a county (GB/T 2260); 0 where none is given.
struct Adcode {
    std::uint32_t value = 0;
    [[nodiscard]] constexpr bool given() const { return value != 0; }
    friend constexpr auto operator<=>(const Adcode&, const Adcode&) = default;
};

/// A row of table `person`, where a personal text lies sealed; 0 where none is given. Equal references are equal texts.
struct PersonRef {
    std::int64_t id = 0;
    [[nodiscard]] constexpr bool given() const { return id != 0; }
    friend constexpr auto operator<=>(const PersonRef&, const PersonRef&) = default;
};

/// The row of a record within its table.
struct RecordId {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(const RecordId&, const RecordId&) = default;
};

/// The file, and the row in it, that last changed a record; source 0 where it was entered by hand.
struct Origin {
    std::int64_t source = 0;
    std::int32_t row = 0;
    friend constexpr bool operator==(const Origin&, const Origin&) = default;
};

/// Says that a value is to be taken out of its field, which an empty cell never does.
struct Cleared {
    friend constexpr auto operator<=>(const Cleared&, const Cleared&) = default;
};

/// A field's value in the form in which the register stores it: nothing given, cleared, a whole number, a number, or
/// text. Dates are ISO 8601 or the word "none", times HH:MM, answers and enumerations their words, counties adcodes;
/// a personal text stands here in clear and is sealed where it is written.
using Value = std::variant<std::monostate, Cleared, std::int64_t, double, std::string>;

[[nodiscard]] std::string iso(Date date);
[[nodiscard]] std::string hh_mm(TimeOfDay time);
[[nodiscard]] std::string iso(Timestamp moment);
/// The date of strict ISO text "2026-11-23"; empty for any other text and for days that do not exist.
[[nodiscard]] std::optional<Date> date_from_iso(std::string_view text);
/// The time of strict text "06:50"; not given for any other.
[[nodiscard]] TimeOfDay time_from_hh_mm(std::string_view text);
/// The moment of strict text "2026-11-23T06:50:00"; not given for any other.
[[nodiscard]] Timestamp timestamp_from_iso(std::string_view text);

}  // namespace xiaoan::data
