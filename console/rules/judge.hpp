// Judging: all rules over all buses of a snapshot, as of a date.
#pragma once

#include "console/rules/rule.hpp"
#include "data/register/register.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::rules {

/// The gravest state of a bus, for the map and the legend: `data` findings do not count.
enum class BusState : std::uint8_t { stop = 1, rectify, notice, in_order, not_in_service };

struct Judgement {
    data::Date as_of{};
    std::size_t looked_at = 0;              // buses judged
    std::vector<Finding> findings{};        // by bus (order of the snapshot), then gravity, then rule
    std::vector<Finding> silenced{};        // in the same order: what a substitution or a waiver sets aside
    std::vector<BusState> states{};         // one a bus, in the order of the Dossiers
    std::array<std::size_t, 6> buses_in{};  // how many buses are in each BusState, by its value
};

/// The kinds of records that judging reads.
[[nodiscard]] data::KindSet judged_kinds();

[[nodiscard]] Judgement judge(const Dossiers& dossiers, data::Date as_of);
/// The findings of one bus that count, and those that are silenced.
[[nodiscard]] std::vector<Finding> judge_bus(const Dossiers& dossiers, std::size_t bus, data::Date as_of);
[[nodiscard]] std::vector<Finding> silenced_of(const Dossiers& dossiers, std::size_t bus, data::Date as_of);
[[nodiscard]] Explanation explain(const Dossiers& dossiers, const Finding& finding, data::Date as_of);
/// PERMIT-NONE, or PERMIT-EXPIRED? where it is a gap.
[[nodiscard]] std::string rule_id(const Finding& finding);

/// Which findings a question wants; empty members want all.
struct FindingFilter {
    std::string rule{};  // an id; with '?' its gaps in place of its findings
    data::Adcode county{};
    std::optional<Severity> severity{};
    friend bool operator==(const FindingFilter&, const FindingFilter&) = default;
};
/// The findings that the filter lets through, gravest first, then since (oldest first, unknown last), then
/// registration number, then rule: an order without ties.
[[nodiscard]] std::vector<Finding> filtered(const Dossiers& dossiers, const Judgement& judgement,
                                            const FindingFilter& filter);
/// The same of those that are silenced.
[[nodiscard]] std::vector<Finding> filtered_silenced(const Dossiers& dossiers, const Judgement& judgement,
                                                     const FindingFilter& filter);

/// How many buses a question about a county looks at; all for a county that is not given.
[[nodiscard]] std::size_t looked_at(const Dossiers& dossiers, data::Adcode county);

struct RuleCount {
    std::string rule;  // with '?' for gaps
    std::size_t count = 0;
};
/// How many findings each rule has, in the order of the rules; rules without one are left out.
[[nodiscard]] std::vector<RuleCount> counts(std::span<const Finding> findings);

}  // namespace xiaoan::rules
