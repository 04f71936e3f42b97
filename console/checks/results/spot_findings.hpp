// From answers to findings: what a check saw with its own eyes, under which rule, and who acts.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/judge.hpp"
#include "data/register/checks.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// What a check can find. Most are rules of the table (regulations.md section 8), some only a check can see.
struct SpotRule {
    std::string_view id;
    rules::Severity severity{};
    rules::Department department{};
    std::string_view basis_zh{};  // of those that are no rules; else the rule's
    std::string_view basis_en{};
};
[[nodiscard]] std::span<const SpotRule> spot_rules();
/// Null where a check cannot find it.
[[nodiscard]] const SpotRule* find_spot_rule(std::string_view id);
[[nodiscard]] std::string_view basis_of(const SpotRule& rule, language::Language language);
/// 无校车标牌; of any rule.
[[nodiscard]] std::string_view title_of_rule(std::string_view id, language::Language language);

struct SpotFinding {
    const SpotRule* rule = nullptr;
    rules::Severity severity{};
    rules::Department department{};
    std::string text;                       // one sentence in Chinese, as a case freezes it
    std::vector<std::string_view> answers;  // names of the questions that it rests on
};

/// What the answers of a vehicle say, gravest first. None of a vehicle that was not met. "Not answered" is no finding.
/// A substitution filed for the day explains another driver, route or time. A vehicle in no register is not asked for
/// plate and permit: two signs of section 7 and more make it one finding, for transport where a fee is taken, else for
/// the police (D617 45 and RTR 63 must not both be applied to one act).
[[nodiscard]] std::vector<SpotFinding> spot_findings(const data::CheckedVehicle& vehicle,
                                                     const rules::Dossiers& dossiers);

}  // namespace xiaoan::checks
