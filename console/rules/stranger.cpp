#include "console/rules/stranger.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::rules {

namespace {

bool holds(std::span<const StrangerFinding> all, std::string_view number)
{
    return std::ranges::find(all, number, &StrangerFinding::registration_number) != all.end();
}

}  // namespace

void sort_strangers(std::vector<StrangerFinding>& strangers)
{
    std::ranges::sort(strangers, {}, [](const StrangerFinding& each) {
        const auto since = each.since.has_date() ? each.since.date() : data::no_end;
        return std::tuple{since, std::string_view{each.registration_number}};
    });
}

StrangerDifference difference(std::span<const StrangerFinding> then, std::span<const StrangerFinding> now)
{
    StrangerDifference found;
    for (const StrangerFinding& each : now)
        (holds(then, each.registration_number) ? found.still : found.fresh).push_back(each);
    for (const StrangerFinding& each : then)
        if (!holds(now, each.registration_number)) found.gone.push_back(each);
    return found;
}

}  // namespace xiaoan::rules
