#include "data/intake/values/date.hpp"

#include "data/intake/values/clock.hpp"
#include "data/intake/values/scanner.hpp"
#include "data/intake/values/text_form.hpp"

#include <optional>
#include <string>

namespace xiaoan::data {

namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

/// What a scan found; a year and month without a day stand alone.
struct ScannedDate {
    std::optional<Date> date;
    std::optional<year_month> month_only;
    bool year_only = false;
};

constexpr int first_year = 1900, last_year = 2199;

std::optional<Date> existing(int year, int month, int day)
{
    if (year < first_year || year > last_year || month < 1 || day < 1) return std::nullopt;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::optional<year_month> existing(int year, int month)
{
    const year_month found{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}};
    return year >= first_year && year <= last_year && found.ok() ? std::optional{found} : std::nullopt;
}

/// Eight digits; six are a year and a month.
std::optional<ScannedDate> from_digits(std::string_view digits)
{
    const auto part = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char digit : digits.substr(from, count)) value = value * 10 + (digit - '0');
        return value;
    };
    if (digits.size() == 8) {
        if (const auto date = existing(part(0, 4), part(4, 2), part(6, 2))) return ScannedDate{date, {}, false};
    } else if (digits.size() == 6) {
        if (const auto month = existing(part(0, 4), part(4, 2))) return ScannedDate{{}, month, false};
    } else if (digits.size() == 4 && existing(part(0, 4), 1)) {
        return ScannedDate{{}, {}, true};
    }
    return std::nullopt;
}

/// The separator that comes next: one sign, the same between all parts.
std::string_view scan_separator(Scanner& scanner)
{
    for (const std::string_view sign : {"-", ".", "/", "年", "–", "—", "−", "\\", "、", "。", ","})
        if (scanner.accept(sign)) return sign;
    return {};
}

/// 星期日, （周日）: says again what the date says, and is not checked.
void skip_day_of_week(Scanner& scanner)
{
    Scanner behind = scanner;
    behind.skip_spaces();
    const bool bracket = behind.accept("(");
    if (!behind.accept_any({"星期", "礼拜", "周"})) return;
    if (!behind.accept_any({"一", "二", "三", "四", "五", "六", "日", "天"})) return;
    if (!bracket || behind.accept(")")) scanner = behind;
}

/// A date at the start of the text; empty where it is none. Spaces around separators are allowed.
std::optional<ScannedDate> scan_date(Scanner& scanner)
{
    const std::string_view first = scanner.digits();
    if (first.size() != 4) return from_digits(first);
    scanner.skip_spaces();
    const std::string_view separator = scan_separator(scanner);
    if (separator.empty()) return from_digits(first);
    const int year = std::stoi(std::string{first});
    scanner.skip_spaces();
    if (separator == "年" && scanner.at_end()) return from_digits(first);
    const auto month = scanner.whole(2);
    if (!month) return std::nullopt;
    const Scanner after_month = scanner;
    scanner.skip_spaces();
    const bool more = separator == "年" ? scanner.accept("月") : scanner.accept(separator);
    if (separator == "年" && !more) return std::nullopt;
    scanner.skip_spaces();
    const auto day = more ? scanner.whole(2) : std::nullopt;
    if (!day) {
        if (more && separator != "年") return std::nullopt;
        if (!more) scanner = after_month;
        const auto found = existing(year, *month);
        return found ? std::optional{ScannedDate{{}, found, false}} : std::nullopt;
    }
    scanner.skip_spaces();
    scanner.accept_any({"日", "号", "號"});
    skip_day_of_week(scanner);
    const auto date = existing(year, *month, *day);
    return date ? std::optional{ScannedDate{date, {}, false}} : std::nullopt;
}

/// The moment of "46082" or "46082.295": five digits before the point.
std::optional<SerialMoment> scan_serial(std::string_view text, DateSystem system)
{
    constexpr std::size_t days_digits = 5;
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point != days_digits) return std::nullopt;
    const auto serial = plain_decimal(text);
    return serial && *serial >= 10'000 ? moment_from_serial(*serial, system) : std::nullopt;
}

bool says_none(std::string_view text)
{
    return text == "无" || text == "無" || text == "没有" || lower_ascii(text) == "none";
}

/// Moves past a time of day and its zone; false where something else follows the date. Minutes east of UTC in `zone`.
bool scan_time_behind(Scanner& scanner, std::optional<int>& second, std::optional<int>& zone_minutes)
{
    scanner.accept_any({"T", "t"});  // 2026年3月1日7时05分 needs nothing in between
    scanner.skip_spaces();
    if (scanner.at_end()) return true;
    second = scan_clock(scanner);
    if (!second) return false;
    if (scanner.accept_any({"Z", "z"}))
        zone_minutes = 0;
    else if (scanner.rest().starts_with('+') || scanner.rest().starts_with('-')) {
        const int sign = scanner.accept("+") ? 1 : (scanner.accept("-"), -1);
        const auto hours = scanner.whole(2);
        const auto minutes = hours && scanner.accept(":") ? scanner.whole(2) : std::optional{0};
        if (!hours || !minutes || *hours > 14 || *minutes > 59) return false;
        zone_minutes = sign * (*hours * 60 + *minutes);
    }
    return scanner.at_end();
}

Reading<ScannedDate> read_date(std::string_view plain, DateSystem system)
{
    if (const auto serial = scan_serial(plain, system); serial && serial->date)
        return ScannedDate{serial->date, {}, false};
    Scanner scanner(plain);
    const auto scanned = scan_date(scanner);
    std::optional<int> second, zone_minutes;
    if (!scanned || !(scanned->date ? scan_time_behind(scanner, second, zone_minutes) : scanner.at_end()))
        return unread(IssueCode::bad_date);
    return *scanned;
}

}  // namespace

Reading<DateCell> parse_date(std::string_view text, DateSystem system)
{
    const std::string plain = half_width(trimmed(text));
    if (says_none(plain)) return DateCell::said_to_be_none();
    const auto read = read_date(plain, system);
    if (!read) return std::unexpected(read.error());
    if (!read->date) return unread(IssueCode::incomplete_date);
    return DateCell{*read->date};
}

namespace {

bool drop_ending(std::string& text, std::string_view ending)
{
    if (!text.ends_with(ending)) return false;
    text.resize(text.size() - ending.size());
    return true;
}

/// Insurers write 2026年11月22日24时 for the whole of that day, and 零时 for the end of the day before; both are taken
/// off the text. True for the latter.
bool ends_at_its_first_hour(std::string& text)
{
    for (const std::string_view hour : {"24时", "24点", "二十四时", "24:00"})
        if (drop_ending(text, hour)) return false;
    for (const std::string_view hour : {"零时", "零点", "00时", "00点", "0时", "0点"})
        if (text.ends_with(hour)) {
            const char before = text.size() > hour.size() ? text[text.size() - hour.size() - 1] : '0';
            return !(before >= '0' && before <= '9') && drop_ending(text, hour);
        }
    return false;
}

}  // namespace

Reading<DateCell> parse_period_end(std::string_view text, DateSystem system)
{
    std::string plain = half_width(trimmed(text));
    if (says_none(plain)) return DateCell::said_to_be_none();
    for (const std::string_view until : {"止", "到期"})
        if (drop_ending(plain, until)) break;
    const bool ends_before = ends_at_its_first_hour(plain);
    const auto read = read_date(plain, system);
    if (!read) return std::unexpected(read.error());
    if (read->date) return DateCell{*read->date - std::chrono::days{ends_before ? 1 : 0}};
    if (!read->month_only) return unread(IssueCode::incomplete_date);
    return DateCell{Date{*read->month_only / std::chrono::last}};
}

Reading<Timestamp> parse_timestamp(std::string_view text, DateSystem system)
{
    constexpr std::int64_t seconds_a_day = 86'400;
    constexpr int shanghai_minutes = 8 * 60;
    const std::string plain = half_width(trimmed(text));
    const auto stamp = [](Date date, int second) {
        return Timestamp{date.time_since_epoch().count() * seconds_a_day + second};
    };
    if (const auto serial = scan_serial(plain, system); serial && serial->date && plain.find('.') != std::string::npos)
        return stamp(*serial->date, serial->second_of_day);
    Scanner scanner(plain);
    const auto scanned = scan_date(scanner);
    std::optional<int> second, zone_minutes;
    if (!scanned || !scanned->date || !scan_time_behind(scanner, second, zone_minutes) || !second)
        return unread(IssueCode::bad_timestamp);
    Timestamp moment = stamp(*scanned->date, *second);
    if (zone_minutes) moment.seconds += (shanghai_minutes - *zone_minutes) * 60;
    return moment;
}

}  // namespace xiaoan::data
