// The departments that act on what is wrong and take part in the joint mechanism (formats.md 2.1).
#pragma once

#include "data/kinds/words.hpp"

#include <array>

namespace xiaoan::data {

/// Who acts. The bureau can only ask; the acting department decides.
enum class Department : std::uint8_t {
    not_given,
    education,
    police_traffic,
    transport,
    government,
    bus_operator,
    road_owner,
    water_affairs,
    township,
    agriculture,
    water_owner
};
inline constexpr std::array department_words{Word{"education", "教育"},       Word{"police_traffic", "公安交管"},
                                             Word{"transport", "交通运输"},   Word{"government", "县政府"},
                                             Word{"operator", "服务提供者"},  Word{"road_owner", "道路管理"},
                                             Word{"water_affairs", "水利"},   Word{"township", "乡镇"},
                                             Word{"agriculture", "农业农村"}, Word{"water_owner", "水域责任单位"}};
template <>
inline constexpr std::span<const Word> words_of<Department>{department_words};

}  // namespace xiaoan::data
