// What the rules say of one bus, in a form that reads well in a test: "PLATE-NONE S", "PLATE-EXPIRED? D".
#pragma once

#include "console/rules/judge.hpp"
#include "tests/support/builders.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace xiaoan::test {

struct Judged {
    std::vector<rules::Finding> findings;
    std::vector<rules::Explanation> explanations;
    std::vector<rules::Finding> silenced{};

    [[nodiscard]] const rules::Finding* find(std::string_view id) const
    {
        for (const auto& finding : findings)
            if (rules::rule_id(finding) == id) return &finding;
        return nullptr;
    }
    [[nodiscard]] bool has(std::string_view id) const { return find(id) != nullptr; }
    /// Grade letter of a finding: S, R, N or D; '-' where there is none.
    [[nodiscard]] char grade(std::string_view id) const
    {
        const auto* finding = find(id);
        return finding == nullptr ? '-' : "?SRND"[static_cast<std::size_t>(finding->severity)];
    }
    [[nodiscard]] data::DateCell since(std::string_view id) const { return find(id)->since; }
    [[nodiscard]] data::DateCell due(std::string_view id) const { return find(id)->due; }
    [[nodiscard]] std::string text(std::string_view id) const
    {
        return explanations[static_cast<std::size_t>(find(id) - findings.data())].text;
    }
    [[nodiscard]] std::vector<rules::Evidence> evidence(std::string_view id) const
    {
        return explanations[static_cast<std::size_t>(find(id) - findings.data())].evidence;
    }
    /// The ids of the first twelve rules, on papers, inspection and who drives: for tests that are about nothing else.
    [[nodiscard]] std::vector<std::string> first_ids() const
    {
        static constexpr std::array<std::string_view, 12> first{
            "PERMIT-NONE",       "PERMIT-EXPIRED",     "PERMIT-REVOKED",        "PERMIT-DUE-30",
            "PLATE-NONE",        "PLATE-EXPIRED",      "PLATE-DUE-30",          "INSPECTION-OVERDUE",
            "INSPECTION-DUE-30", "DRIVER-UNQUALIFIED", "PLATE-MISMATCH-DRIVER", "RUN"};
        std::vector<std::string> all;
        for (const auto& finding : findings)
            if (std::ranges::find(first, rules::rules()[finding.rule].id) != first.end())
                all.push_back(rules::rule_id(finding));
        return all;
    }
    /// All ids, gravest first.
    [[nodiscard]] std::vector<std::string> ids() const
    {
        std::vector<std::string> all;
        for (const auto& finding : findings) all.push_back(rules::rule_id(finding));
        return all;
    }
};

/// Judges the first bus of a snapshot of these records.
template <class... Records>
Judged judged(data::Date as_of, const Records&... records)
{
    const rules::Dossiers dossiers(a_snapshot(records...));
    Judged result;
    result.findings = rules::judge_bus(dossiers, 0, as_of);
    result.silenced = rules::silenced_of(dossiers, 0, as_of);
    for (const auto& finding : result.findings) result.explanations.push_back(rules::explain(dossiers, finding, as_of));
    return result;
}

using Ids = std::vector<std::string>;

}  // namespace xiaoan::test
