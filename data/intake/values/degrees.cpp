#include "data/intake/values/degrees.hpp"

#include "data/intake/values/scanner.hpp"
#include "data/intake/values/text_form.hpp"

#include <cmath>
#include <optional>

namespace xiaoan::data {

namespace {

struct Compass {
    bool found = false;
    Axis axis{};
    int sign = 1;
};

Compass scan_direction(Scanner& scanner)
{
    scanner.skip_spaces();
    if (scanner.accept_any({"东经", "E", "e"})) return {true, Axis::longitude, 1};
    if (scanner.accept_any({"西经", "W", "w"})) return {true, Axis::longitude, -1};
    if (scanner.accept_any({"北纬", "N", "n"})) return {true, Axis::latitude, 1};
    if (scanner.accept_any({"南纬", "S", "s"})) return {true, Axis::latitude, -1};
    return {};
}

std::optional<double> scan_decimal(Scanner& scanner)
{
    scanner.skip_spaces();
    std::string text{scanner.digits()};
    if (text.empty()) return std::nullopt;
    if (scanner.accept(".")) {
        text += '.';
        text += scanner.digits();
    }
    return plain_decimal(text);
}

/// 122-50-24 and 122 50 24: three whole parts, the last perhaps with decimals, apart by the same sign.
std::optional<double> scan_triple(Scanner& scanner)
{
    Scanner ahead = scanner;
    const auto degrees = ahead.whole(3);
    const std::string_view sign = ahead.rest().starts_with('-') ? "-" : " ";
    if (!degrees || !ahead.accept(sign)) return std::nullopt;
    const auto minutes = ahead.whole(2);
    if (!minutes || *minutes >= 60 || !ahead.accept(sign)) return std::nullopt;
    if (ahead.rest().empty() || ahead.rest().front() < '0' || ahead.rest().front() > '9') return std::nullopt;
    const auto seconds = scan_decimal(ahead);
    if (!seconds || *seconds >= 60) return std::nullopt;
    scanner = ahead;
    return *degrees + (*minutes * 60 + *seconds) / 3600;
}

/// Degrees without their sign, also as 122:50:24. Only the last part given may have decimals.
std::optional<double> scan_angle(Scanner& scanner)
{
    if (const auto triple = scan_triple(scanner)) return triple;
    const auto degrees = scan_decimal(scanner);
    if (!degrees) return std::nullopt;
    scanner.skip_spaces();
    const bool colons = scanner.accept(":");
    if (!colons && !scanner.accept_any({"°", "º", "度", "˚"})) return degrees;
    const auto is_whole = [](double value) { return value == std::floor(value); };
    Scanner behind = scanner;
    const auto minutes = scan_decimal(behind);
    if (!minutes) return colons ? std::nullopt : degrees;
    scanner = behind;
    scanner.skip_spaces();
    if (!is_whole(*degrees) || *minutes >= 60 ||
        !(colons ? scanner.accept(":") : scanner.accept_any({"′", "'", "’", "‘", "´", "ˊ", "分"})))
        return std::nullopt;
    behind = scanner;
    const auto seconds = scan_decimal(behind);
    if (!seconds) return colons ? std::nullopt : std::optional{*degrees + *minutes / 60};
    scanner = behind;
    scanner.skip_spaces();
    const auto seconds_sign = [&] {
        return scanner.accept_any({"″", "\"", "”", "“", "''", "′′", "’’", "´´", "ˊˊ", "ˊ ˊ", "秒"});
    };
    if (!is_whole(*minutes) || *seconds >= 60 || (!colons && !seconds_sign())) return std::nullopt;
    return *degrees + (*minutes * 60 + *seconds) / 3600;
}

}  // namespace

Reading<double> parse_degrees(std::string_view text, Axis axis)
{
    const std::string plain = half_width(trimmed(text));
    Scanner scanner(plain);
    Compass direction = scan_direction(scanner);
    scanner.accept(":");
    scanner.skip_spaces();
    const bool negative = scanner.accept_any({"-", "−"});
    const auto angle = scan_angle(scanner);
    if (!angle) return unread(IssueCode::bad_degrees);
    if (!direction.found) direction = scan_direction(scanner);
    scanner.skip_spaces();
    if (!scanner.at_end() || (direction.found && (direction.axis != axis || negative)))
        return unread(IssueCode::bad_degrees);
    const double value = *angle * direction.sign * (negative ? -1 : 1);
    const int limit = axis == Axis::longitude ? 180 : 90;
    if (std::abs(value) > limit)
        return unread(IssueCode::out_of_range, {std::to_string(-limit), std::to_string(limit)});
    return value;
}

}  // namespace xiaoan::data
