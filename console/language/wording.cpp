#include "console/language/wording.hpp"

#include <string>

namespace xiaoan::language {

std::string shown_registration_number(std::string_view canonical)
{
    constexpr std::size_t province = 3;  // one Chinese character in UTF-8
    const bool begins_right = canonical.size() > province + 1 && static_cast<unsigned char>(canonical[0]) >= 0xE0 &&
                              canonical[province] >= 'A' && canonical[province] <= 'Z';
    if (!begins_right) return std::string{canonical};
    return std::string{canonical.substr(0, province + 1)} + "·" + std::string{canonical.substr(province + 1)};
}

std::string grouped(std::size_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4)
        digits.insert(digits.size() - from_end, 1, ',');
    return digits;
}

}  // namespace xiaoan::language
