// Which vehicles a licence covers, by its class and the number of seats.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xiaoan::rules {

enum class Cover { covers, too_low, police_must_say, cannot_tell };

/// The classes written on a licence ("A1A2", "A1、D", "b1"); and whether something was left unread.
struct LicenceClasses {
    std::uint32_t held = 0;  // bits
    bool unread = false;
};
[[nodiscard]] LicenceClasses classes_in(std::string_view text);

/// Whether the classes on a licence allow a school bus of so many seats, driver included
/// (机动车驾驶证申领和使用规定, 公安部令第162号): from 20 seats A1; 10 to 19 A1 A2 B1; 7 to 9 A1 A2 A3 B1 B2 C1, of
/// which C2 alone is for the police to say. Below 7 seats it is no school bus and nothing is asked of the class.
[[nodiscard]] Cover licence_covers(LicenceClasses classes, std::optional<std::int32_t> seats);

}  // namespace xiaoan::rules
