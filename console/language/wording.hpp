// How names and numbers of the field are shown to people.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::language {

/// 吉G12345 -> 吉G·12345: a dot behind the province and the letter; other texts as they are.
[[nodiscard]] std::string shown_registration_number(std::string_view canonical);

/// 12345 -> 12,345.
[[nodiscard]] std::string grouped(std::size_t number);

}  // namespace xiaoan::language
