// From what a water lacks to a case: who has to act, and what is asked of them.
#pragma once

#include "console/water/gaps.hpp"
#include "data/register/commands.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::water {

/// The department that a water's gaps go to, by its kind: rivers, lakes, reservoirs, canals and ditches to water
/// affairs (河湖长制), fishponds to agriculture, everything else to the township (教基厅函〔2022〕18号 names these
/// offices; which water is whose is our reading). The unit that the ledger names answers for it beside them.
[[nodiscard]] std::string_view responsible_department(const data::Water& water);

/// The measures that are known to be missing, of those asked for (none asked: of all). What nobody has verified is not
/// among them: it is looked at first.
[[nodiscard]] std::vector<std::string_view> missing_measures(const WaterRisk& risk,
                                                             const std::vector<std::string>& asked = {});

/// What is asked for, in Chinese as cases are kept:
/// 补设警示牌、救生圈；明确责任人和联系电话；按期巡查（最近巡查2026-03-01）.
[[nodiscard]] std::string gap_matter(const data::Water& water, const std::vector<std::string_view>& missing);

/// How many days a unit has to supply what is missing unless a deadline is given: a habit.
inline constexpr int usual_gap_days = 30;

struct GapTerms {
    data::Date opened_on{};
    data::DateCell due_on{};
    std::string note{};
    std::vector<std::string> measures{};  // only these; empty: all
};

struct GapCases {
    std::vector<data::OpenCase> cases;        // in the order of the waters
    std::vector<std::string> already_open{};  // numbers of cases that have not ended, of waters left out for them
};

/// One case a water that lacks something, to its department and addressed to the unit that the ledger names. A water
/// that has a case with this department under way is left out.
[[nodiscard]] GapCases gap_cases(const data::Snapshot& snapshot, std::span<const WaterRisk> waters,
                                 const GapTerms& terms);

/// How one water stands by itself, without what lies around it: enough to tell its gaps.
[[nodiscard]] WaterRisk alone(const data::Water& water, data::Date as_of);

}  // namespace xiaoan::water
