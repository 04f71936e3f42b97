#include "console/checks/known_numbers.hpp"

#include <fmt/format.h>

namespace xiaoan::checks {

namespace {

/// Bytes of the province's character and the letter after it: 吉G.
constexpr std::size_t serial_at = 4;

}  // namespace

std::string without_slips(std::string_view number)
{
    std::string text{number};
    for (std::size_t i = serial_at; i < text.size(); ++i) {
        if (text[i] == 'O') text[i] = '0';
        if (text[i] == 'I') text[i] = '1';
    }
    return text;
}

KnownNumbers::KnownNumbers(const data::Snapshot& snapshot)
{
    for (const data::Bus& bus : snapshot.all<data::Bus>()) numbers_.insert(bus.registration_number);
    for (const data::Substitution& each : snapshot.all<data::Substitution>())
        if (!each.substitute_bus.empty() && each.date.has_date())
            substitutes_.insert(fmt::format("{}@{}", each.substitute_bus, data::iso(each.date.date())));
}

bool KnownNumbers::holds(std::string_view number) const
{
    return numbers_.contains(std::string{number}) || numbers_.contains(without_slips(number));
}

bool KnownNumbers::substitutes(std::string_view number, data::Date day) const
{
    return !substitutes_.empty() && substitutes_.contains(fmt::format("{}@{}", number, data::iso(day)));
}

std::string KnownNumbers::one_slip_from(std::string_view number) const
{
    static constexpr std::string_view letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string least, tried{number};
    for (std::size_t i = serial_at - 1; i < tried.size(); ++i) {
        const char kept = tried[i];
        for (const char each : letters) {
            tried[i] = each;
            if (each != kept && numbers_.contains(tried) && (least.empty() || tried < least)) least = tried;
        }
        tried[i] = kept;
    }
    return least;
}

}  // namespace xiaoan::checks
