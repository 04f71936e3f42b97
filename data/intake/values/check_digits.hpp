// Codes that carry a check character: social credit codes, VINs, identity numbers; and school codes.
#pragma once

#include "data/intake/values/reading.hpp"
#include "data/kinds/cell.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// Unified social credit code, 18 characters (GB 32100-2015). bad_uscc for another length, characters outside its
/// alphabet, or a division that is not six digits; the doubt check_digit{expected} where the last character fails.
[[nodiscard]] Reading<Doubted<std::string>> parse_uscc(std::string_view text);

/// Vehicle identification number, 17 characters without I, O, Q (GB 16735-2019, ISO 3779). bad_vin otherwise; the doubt
/// check_digit{expected} where the ninth character fails, as it may on older and domestic vehicles.
[[nodiscard]] Reading<Doubted<std::string>> parse_vin(std::string_view text);

/// A driving licence number: digits and letters. One of 18 characters is an identity number (GB 11643-1999), doubted
/// with check_digit{expected} where its last character fails (nothing is expected where it is no such number at all).
/// bad_licence_number for other characters.
[[nodiscard]] Reading<Doubted<std::string>> parse_licence_number(std::string_view text);

/// The date of birth in an identity number of 18 characters; empty for other texts and days that do not exist.
[[nodiscard]] std::optional<Date> birth_date_of_identity(std::string_view canonical);

/// A school code: 10 digits, two for the kind of school, two for the province, six of a serial number
/// (学校(机构)代码管理办法, 2011). Others are kept as they are, trimmed and half-width, with the doubt
/// unusual_school_code.
[[nodiscard]] Doubted<std::string> parse_school_code(std::string_view text);

/// The check characters of the standards, of the characters before it (17, 17) or around it (VIN of 17).
[[nodiscard]] char uscc_check_character(std::string_view code);
[[nodiscard]] char identity_check_character(std::string_view number);
[[nodiscard]] char vin_check_character(std::string_view vin);

}  // namespace xiaoan::data
