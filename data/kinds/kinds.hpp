// All kinds of records: the list that schema, intake, export, log and snapshot walk through.
#pragma once

#include "data/kinds/agreement.hpp"
#include "data/kinds/bus.hpp"
#include "data/kinds/driver.hpp"
#include "data/kinds/mechanism.hpp"
#include "data/kinds/operator.hpp"
#include "data/kinds/permit.hpp"
#include "data/kinds/plate.hpp"
#include "data/kinds/progress.hpp"
#include "data/kinds/route.hpp"
#include "data/kinds/run.hpp"
#include "data/kinds/school.hpp"
#include "data/kinds/sighting.hpp"
#include "data/kinds/water.hpp"

#include <span>
#include <string_view>
#include <type_traits>

namespace xiaoan::data {

/// Calls `each(std::type_identity<Record>{})` for every kind: those of formats.md section 1 in their order, then the
/// joint mechanism.
template <class Each>
constexpr void for_each_kind(Each&& each)
{
    const auto all = [&]<class... Records>(std::type_identity<Records>... types) { (each(types), ...); };
    all(std::type_identity<School>{}, std::type_identity<Operator>{}, std::type_identity<Bus>{},
        std::type_identity<Driver>{}, std::type_identity<Route>{}, std::type_identity<Stop>{},
        std::type_identity<Permit>{}, std::type_identity<Plate>{}, std::type_identity<Run>{},
        std::type_identity<Substitution>{}, std::type_identity<Agreement>{}, std::type_identity<Maintenance>{},
        std::type_identity<Education>{}, std::type_identity<Water>{}, std::type_identity<Sighting>{},
        std::type_identity<Track>{}, std::type_identity<Progress>{}, std::type_identity<Contact>{},
        std::type_identity<Meeting>{}, std::type_identity<Assignment>{}, std::type_identity<Handover>{});
}

inline constexpr std::size_t kind_count = [] {
    std::size_t count = 0;
    for_each_kind([&]<class Record>(std::type_identity<Record>) { ++count; });
    return count;
}();

/// All kinds, in the same order.
[[nodiscard]] std::span<const KindInfo* const> kinds();

/// The kind with this plural or singular key; null where there is none.
[[nodiscard]] const KindInfo* find_kind(std::string_view key);

}  // namespace xiaoan::data
