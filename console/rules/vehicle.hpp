// What the papers of a vehicle say of it: built as a school bus or not, for whom, and for how many years.
#pragma once

#include "data/kinds/bus.hpp"

#include <cstdint>

namespace xiaoan::rules {

/// Whether a vehicle may carry the pupils that it serves (校车安全管理条例, articles 2 and 60).
enum class SchoolBusFit : std::uint8_t {
    fits,       // or nothing is asked: older pupils may ride other vehicles
    not_built,  // serves primary pupils or kindergarten children, and is no dedicated school bus
    other_use,  // registered for another group of pupils, or for no school use
    pupils_not_given,
    papers_not_given  // the vehicle type or the use code
};
[[nodiscard]] SchoolBusFit school_bus_fit(const data::Bus& bus);

/// The years after which a vehicle must be scrapped, as far as its papers tell (机动车强制报废标准规定, 商务部
/// 发展改革委 公安部 环境保护部 2012 年第 12 号令, article 5): both equal where they tell, 0 for no limit.
struct ServiceLimit {
    std::uint8_t at_least = 0;
    std::uint8_t at_most = 0;
    friend bool operator==(const ServiceLimit&, const ServiceLimit&) = default;
};
[[nodiscard]] ServiceLimit service_limit(const data::Bus& bus);

/// The day from which its age counts: first registration, or manufacture where more than two years lie between.
/// Not given where it was never registered.
[[nodiscard]] data::DateCell ages_from(const data::Bus& bus);

enum class VinState : std::uint8_t { not_given, sound, doubtful };
/// Whether the check digit of a VIN holds (ISO 3779); doubtful also where it has not the form of one.
[[nodiscard]] VinState vin_state(std::string_view vin);

}  // namespace xiaoan::rules
