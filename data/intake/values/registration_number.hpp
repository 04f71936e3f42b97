// Registration numbers of vehicles: 吉G·12345 in whatever form, to 吉G12345.
#pragma once

#include "data/intake/values/reading.hpp"

#include <string>
#include <string_view>

namespace xiaoan::data {

/// The canonical form: half-width, upper case, without spaces, dots and hyphens. Says nothing about validity.
[[nodiscard]] std::string canonical_registration_number(std::string_view text);

/// Whether canonical text is a civil number of the mainland (GA 36-2018): province, letter without I and O, then five
/// characters of which the last may be 挂学警港澳, or six for new energy (A-HJK with four digits and a character behind
/// it, or five digits before it).
[[nodiscard]] bool is_national_registration_number(std::string_view canonical);

/// The canonical form of a valid number. bad_registration_number{proposal} otherwise: the number with O read as 0 and I
/// as 1 behind the first two characters where that would be valid, else nothing. A proposal is never taken by itself.
[[nodiscard]] Reading<std::string> parse_registration_number(std::string_view text);

}  // namespace xiaoan::data
