#include "data/intake/values/check_digits.hpp"

#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::data {

namespace {

constexpr std::string_view uscc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // GB 32100-2015, 4.2: no I O S V Z
constexpr std::array uscc_weights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
constexpr std::array identity_weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};  // GB 11643-1999, annex A
constexpr std::array vin_weights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};        // GB 16735-2019, annex A
constexpr std::size_t vin_check_at = 8;

constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr int vin_value(char c)
{
    if (is_digit(c)) return c - '0';
    constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    constexpr std::string_view values = "12345678123457923456789";
    return values[letters.find(c)] - '0';
}

std::optional<ValueFault> doubt_unless(char found, char expected)
{
    if (found == expected) return std::nullopt;
    return ValueFault{IssueCode::check_digit, {std::string(1, expected)}};
}

bool is_identity_form(std::string_view number)
{
    return number.size() == 18 && std::ranges::all_of(number.substr(0, 17), is_digit) &&
           (is_digit(number[17]) || number[17] == 'X');
}

}  // namespace

char uscc_check_character(std::string_view code)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < uscc_weights.size(); ++i)
        sum += uscc_alphabet.find(code[i]) * static_cast<std::size_t>(uscc_weights[i]);
    return uscc_alphabet[(31 - sum % 31) % 31];
}

char identity_check_character(std::string_view number)
{
    int sum = 0;
    for (std::size_t i = 0; i < identity_weights.size(); ++i) sum += (number[i] - '0') * identity_weights[i];
    return "10X98765432"[sum % 11];
}

char vin_check_character(std::string_view vin)
{
    int sum = 0;
    for (std::size_t i = 0; i < vin_weights.size(); ++i)
        if (i != vin_check_at) sum += vin_value(vin[i]) * vin_weights[i];
    return "0123456789X"[sum % 11];
}

Reading<Doubted<std::string>> parse_uscc(std::string_view text)
{
    const std::string code = code_form(text);
    if (code.size() != 18 || code.find_first_not_of(uscc_alphabet) != std::string::npos ||
        !std::ranges::all_of(code.substr(2, 6), is_digit))
        return unread(IssueCode::bad_uscc);
    return Doubted<std::string>{code, doubt_unless(code[17], uscc_check_character(code))};
}

Reading<Doubted<std::string>> parse_vin(std::string_view text)
{
    const std::string vin = code_form(text);
    const auto allowed = [](char c) { return is_digit(c) || (is_letter(c) && c != 'I' && c != 'O' && c != 'Q'); };
    if (vin.size() != vin_weights.size() || !std::ranges::all_of(vin, allowed)) return unread(IssueCode::bad_vin);
    return Doubted<std::string>{vin, doubt_unless(vin[vin_check_at], vin_check_character(vin))};
}

Reading<Doubted<std::string>> parse_licence_number(std::string_view text)
{
    const std::string number = code_form(text);
    if (number.empty() || !std::ranges::all_of(number, [](char c) { return is_digit(c) || is_letter(c); }))
        return unread(IssueCode::bad_licence_number);
    Doubted<std::string> read{number, std::nullopt};
    if (number.size() != 18) return read;
    if (!is_identity_form(number) || !birth_date_of_identity(number))
        read.doubt = ValueFault{IssueCode::check_digit, {""}};
    else
        read.doubt = doubt_unless(number[17], identity_check_character(number));
    return read;
}

std::optional<Date> birth_date_of_identity(std::string_view canonical)
{
    if (!is_identity_form(canonical)) return std::nullopt;
    const auto part = [&](std::size_t from, std::size_t count) { return std::string{canonical.substr(from, count)}; };
    return date_from_iso(part(6, 4) + "-" + part(10, 2) + "-" + part(12, 2));
}

Doubted<std::string> parse_school_code(std::string_view text)
{
    // First two digits of a province's division code, GB/T 2260.
    constexpr std::array<std::string_view, 34> provinces{
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
        "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};
    // 11 kindergarten, 21 22 primary, 31-37 middle and vocational, 41 42 higher, 51 special, 91-93 others.
    constexpr std::array<std::string_view, 16> kinds{"11", "21", "22", "31", "32", "33", "34", "35",
                                                     "36", "37", "41", "42", "51", "91", "92", "93"};
    Doubted<std::string> read{upper_ascii(compact(text)), std::nullopt};
    const std::string_view code = read.value;
    if (code.size() != 10 || !std::ranges::all_of(code, is_digit) ||
        std::ranges::find(kinds, code.substr(0, 2)) == kinds.end() ||
        std::ranges::find(provinces, code.substr(2, 2)) == provinces.end())
        read.doubt = ValueFault{IssueCode::unusual_school_code, {}};
    return read;
}

}  // namespace xiaoan::data
