// How the buses are run (item 23.1 of the plan): by whom, how many are bought by the government, whom they carry and
// who needs a seat; by county, and from month to month.
#pragma once

#include "console/rules/dossier.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace xiaoan::permits {

/// One for each data::OperatorKind; index 0 counts buses whose operator's kind is not known.
inline constexpr std::size_t operator_kinds = 6;

struct RunBy {
    std::size_t buses = 0;
    std::int64_t riders = 0;
};

/// A county's buses in service on a date. A bus without a county stands under adcode 0.
struct CountyOperations {
    data::Adcode county;
    std::array<RunBy, operator_kinds> by_kind{};  // index: data::OperatorKind
    std::size_t purchased = 0;                    // by the government
    std::size_t not_purchased = 0;
    std::int64_t seats = 0;                // authorised, the driver's among them
    std::size_t buses_without_seats = 0;   // nobody wrote down how many
    std::size_t buses_without_riders = 0;  // no run of theirs says how many it carries
    std::int64_t pupils_needing = 0;       // riders that the schools name; 0 where they name none
    std::size_t schools_without_need = 0;  // schools that do not say how many ride

    [[nodiscard]] std::size_t buses() const;
    [[nodiscard]] std::int64_t riders() const;
    /// Run by a company, a city bus company or a school bus unit: 公司化运营.
    [[nodiscard]] std::size_t company_run() const;
    void add(const CountyOperations& other);
};

struct Operations {
    data::Date as_of{};
    std::vector<CountyOperations> counties;  // by adcode; those of the region, then others that occur
    CountyOperations city;                   // the sum
};

/// A bus in service counts once. It carries what its fullest direction to or from school carries together: the sum of
/// its current runs towards school, or of those from it, or of those that say no direction, whichever is largest.
[[nodiscard]] Operations operations(const rules::Dossiers& dossiers, data::Date as_of);

/// The same at the end of each of the `months` months before, and on the date itself, oldest first: by the dates that
/// the records carry, in the register as it is now.
[[nodiscard]] std::vector<Operations> operations_over_time(const rules::Dossiers& dossiers, data::Date as_of,
                                                           int months);

/// {"as_of","city":{…},"counties":[{"county","buses","by_kind":{KIND:{"buses","riders"}},"company_run",
/// "government_purchased","not_purchased","riders","seats","pupils_needing",…}],"over_time":[{"as_of","buses",
/// "company_run","government_purchased"}]}
[[nodiscard]] std::string operations_json(const Operations& now, const std::vector<Operations>& over_time);

}  // namespace xiaoan::permits
