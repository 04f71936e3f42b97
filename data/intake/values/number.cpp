#include "data/intake/values/number.hpp"

#include "data/intake/values/scanner.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace xiaoan::data {

namespace {

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits before the point without their separators; empty where the groups are not of three digits.
std::optional<std::string> ungrouped(Scanner& scanner)
{
    std::string whole{scanner.digits()};
    if (whole.empty()) return std::nullopt;
    if (!scanner.rest().starts_with(',')) return whole;
    if (whole.size() > 3) return std::nullopt;
    while (scanner.accept(",")) {
        const std::string_view group = scanner.digits();
        if (group.size() != 3) return std::nullopt;
        whole += group;
    }
    return whole;
}

/// The number at the start, as plain digits; what follows it stays in the scanner.
std::optional<std::string> scan_number(Scanner& scanner)
{
    std::string plain;
    if (scanner.accept_any({"-", "−"}))
        plain = "-";
    else
        scanner.accept("+");
    const auto whole = ungrouped(scanner);
    if (!whole) return std::nullopt;
    plain += *whole;
    if (scanner.accept(".")) {
        const std::string_view decimals = scanner.digits();
        if (decimals.empty()) return std::nullopt;
        plain += '.';
        plain += decimals;
    }
    const std::string_view rest = scanner.rest();
    if (rest.size() >= 2 && (rest[0] == 'E' || rest[0] == 'e') &&
        (is_digit(rest[1]) || ((rest[1] == '+' || rest[1] == '-') && rest.size() >= 3 && is_digit(rest[2])))) {
        scanner.accept_any({"E", "e"});
        plain += 'e';
        if (scanner.accept("-"))
            plain += '-';
        else
            scanner.accept("+");
        plain += scanner.digits();
    }
    return plain;
}

/// Units short enough to be one: what comes after is otherwise taken for text, not for a unit.
bool like_a_unit(std::string_view text)
{
    constexpr std::size_t longest_bytes = 18;
    return !text.empty() && text.size() <= longest_bytes && std::ranges::none_of(text, [](char c) {
        return is_digit(c) || c == '.' || c == ',' || c == '-' || c == ':';
    });
}

}  // namespace

std::optional<double> plain_decimal(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || !std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == '.'; }))
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

Reading<double> parse_number(std::string_view text, std::span<const std::string_view> accepted)
{
    const std::string plain = half_width(trimmed(text));
    Scanner scanner(plain);
    const auto digits = scan_number(scanner);
    if (!digits) return unread(IssueCode::bad_number);
    scanner.skip_spaces();
    if (!scanner.at_end()) {
        const std::string unit = lower_ascii(scanner.rest());
        if (std::ranges::find(accepted, std::string_view{unit}) == accepted.end()) {
            if (like_a_unit(unit)) return unread(IssueCode::unknown_unit, {std::string{scanner.rest()}});
            return unread(IssueCode::bad_number);
        }
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), value);
    if (error != std::errc{} || end != digits->data() + digits->size() || !std::isfinite(value))
        return unread(IssueCode::bad_number);
    return value;
}

Reading<std::int32_t> parse_count(std::string_view text, std::span<const std::string_view> accepted)
{
    const auto number = parse_number(text, accepted);
    if (!number)
        return number.error().code == IssueCode::bad_number ? unread(IssueCode::bad_count)
                                                            : std::unexpected(number.error());
    if (*number < 0 || *number > std::numeric_limits<std::int32_t>::max() || *number != std::floor(*number))
        return unread(IssueCode::bad_count);
    return static_cast<std::int32_t>(*number);
}

Reading<std::int32_t> parse_pieces(std::string_view text)
{
    const std::string plain = half_width(trimmed(text));
    return !plain.empty() && is_digit(plain.back()) ? unread(IssueCode::bad_count) : parse_count(plain, units::pieces);
}

}  // namespace xiaoan::data
