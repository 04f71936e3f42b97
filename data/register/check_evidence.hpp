// What the frozen evidence of a case says of the joint check that it rests on.
#pragma once

#include "data/kinds/cell.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// Stands in the evidence of what a check no longer says, since its answers were corrected.
inline constexpr std::string_view withdrawn_mark = R"("field":"check.withdrawn")";

struct CheckEvidence {
    std::string check;    // 20261125-1
    std::string vehicle;  // canonical registration number, or words
    Date held_on{};       // by its number where the evidence has no day
    std::string place{};
    friend bool operator==(const CheckEvidence&, const CheckEvidence&) = default;
};

/// Empty where the evidence (JSON of formats.md 2.1: field, value, source) names no check.
[[nodiscard]] std::optional<CheckEvidence> check_in_evidence(std::string_view evidence);

/// The evidence with the mark and the day on which the answers were corrected.
[[nodiscard]] std::string withdrawn_evidence(std::string_view evidence, Date on);

}  // namespace xiaoan::data
