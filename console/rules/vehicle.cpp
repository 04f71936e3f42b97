#include "console/rules/vehicle.hpp"

#include "console/rules/calendar.hpp"
#include "data/intake/values/check_digits.hpp"

#include <algorithm>
#include <initializer_list>

namespace xiaoan::rules {

namespace {

using data::Body;
using data::Bus;
using data::PupilsServed;

enum class Says : std::uint8_t { nothing, yes, no };
enum class Size : std::uint8_t { unknown, large_or_medium, small };
enum class Hire : std::uint8_t { unknown, for_hire, not_for_hire };
/// Whom the registered use of a school bus names: codes O, P, Q, S of the papers.
enum class Use : std::uint8_t { not_given, kindergarten, primary, junior, primary_and_junior, some_pupils, other };

constexpr int years_between_making_and_registration = 2;
constexpr std::uint8_t dedicated_years = 15;
constexpr std::uint8_t hire_years = 15;
constexpr std::uint8_t own_use_years = 20;
constexpr std::uint8_t small_hire_years = 10;
constexpr std::uint8_t no_limit = 0;

bool has_any(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::ranges::any_of(parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// K18, K28, K38 are the dedicated school buses of the registration papers, large, medium and small.
Says is_dedicated_type(std::string_view type)
{
    if (type.empty()) return Says::nothing;
    if (has_any(type, {"非专用"})) return Says::no;
    if (has_any(type, {"专用校车", "K18", "K28", "K38", "k18", "k28", "k38"})) return Says::yes;
    return has_any(type, {"校车"}) ? Says::nothing : Says::no;
}

Says is_dedicated(const Bus& bus)
{
    if (const Says by_type = is_dedicated_type(bus.vehicle_type); by_type != Says::nothing) return by_type;
    if (bus.body == Body::not_given) return Says::nothing;
    return bus.body == Body::dedicated ? Says::yes : Says::no;
}

Use use_of(std::string_view code)
{
    if (code.empty()) return Use::not_given;
    if (has_any(code, {"幼儿"}) || code == "O" || code == "o") return Use::kindergarten;
    if (has_any(code, {"中小学"}) || code == "S" || code == "s") return Use::primary_and_junior;
    if (has_any(code, {"小学"}) || code == "P" || code == "p") return Use::primary;
    if (has_any(code, {"初中", "其他校车"}) || code == "Q" || code == "q") return Use::junior;
    return has_any(code, {"校车"}) ? Use::some_pupils : Use::other;
}

/// Older pupils may ride a vehicle of another use, but not one that is built and registered for younger children.
bool serves(Use use, PupilsServed pupils)
{
    switch (pupils) {
    case PupilsServed::kindergarten: return use == Use::kindergarten;
    case PupilsServed::primary: return use == Use::primary || use == Use::primary_and_junior;
    case PupilsServed::primary_secondary: return use == Use::primary_and_junior;
    case PupilsServed::junior: return use != Use::kindergarten && use != Use::primary;
    case PupilsServed::senior:
    case PupilsServed::not_given: break;
    }
    return true;
}

Size size_of(const Bus& bus)
{
    constexpr int small_seats = 9;
    const std::string_view type = bus.vehicle_type;
    if (has_any(type, {"大型", "中型", "K1", "K2", "k1", "k2"})) return Size::large_or_medium;
    if (has_any(type, {"小型", "微型", "K3", "K4", "k3", "k4"})) return Size::small;
    if (!bus.seats) return Size::unknown;
    return *bus.seats > small_seats ? Size::large_or_medium : Size::small;
}

/// A vehicle that was once for hire keeps the limit of one (营转非).
Hire hire_of(std::string_view use)
{
    constexpr std::string_view hire_codes = "BCDEGLMbcdeglm";
    if (use.size() == 1) {
        if (use == "A" || use == "a") return Hire::not_for_hire;
        return hire_codes.find(use) != std::string_view::npos ? Hire::for_hire : Hire::unknown;
    }
    if (has_any(use, {"非营运"})) return Hire::not_for_hire;
    return has_any(use, {"营转非", "租转非", "营运", "客运", "租赁"}) ? Hire::for_hire : Hire::unknown;
}

}  // namespace

SchoolBusFit school_bus_fit(const Bus& bus)
{
    if (bus.service == data::Service::student_bus_line) return SchoolBusFit::fits;
    const PupilsServed pupils = bus.pupils_served;
    if (pupils == PupilsServed::not_given) return SchoolBusFit::pupils_not_given;
    if (pupils == PupilsServed::senior) return SchoolBusFit::fits;
    const bool young = pupils != PupilsServed::junior;
    const Says dedicated = is_dedicated(bus);
    if (young && dedicated == Says::no) return SchoolBusFit::not_built;
    const Use use = use_of(bus.use_code);
    const bool use_tells = use != Use::not_given && use != Use::some_pupils;
    if (use_tells && !serves(use, pupils)) return SchoolBusFit::other_use;
    if (!young) return SchoolBusFit::fits;
    return use_tells && dedicated == Says::yes ? SchoolBusFit::fits : SchoolBusFit::papers_not_given;
}

ServiceLimit service_limit(const Bus& bus)
{
    const auto exactly = [](std::uint8_t years) { return ServiceLimit{years, years}; };
    if (bus.body == Body::dedicated || is_dedicated(bus) == Says::yes) return exactly(dedicated_years);
    const Hire hire = hire_of(bus.use_code);
    switch (size_of(bus)) {
    case Size::large_or_medium:
        if (hire == Hire::unknown) return {hire_years, own_use_years};
        return exactly(hire == Hire::for_hire ? hire_years : own_use_years);
    case Size::small:
        if (hire == Hire::unknown) return {small_hire_years, no_limit};
        return exactly(hire == Hire::for_hire ? small_hire_years : no_limit);
    case Size::unknown: break;
    }
    return {small_hire_years, no_limit};
}

data::DateCell ages_from(const Bus& bus)
{
    if (!bus.registered_on.has_date()) return {};
    const bool made_long_before =
        bus.manufactured_on.has_date() &&
        bus.registered_on.date() > months_later(bus.manufactured_on.date(), 12 * years_between_making_and_registration);
    return made_long_before ? bus.manufactured_on : bus.registered_on;
}

VinState vin_state(std::string_view vin)
{
    if (vin.empty()) return VinState::not_given;
    const auto read = data::parse_vin(vin);
    return read && !read->doubt ? VinState::sound : VinState::doubtful;
}

}  // namespace xiaoan::rules
