// A plan as the page shows it: a row a stand, a line of numbers, and the buses that nobody can meet.
#pragma once

#include "console/checks/plan/planned_check.hpp"
#include "console/language/language.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::checks {

/// "1.2": the second stand of team 1. What marks on the map, blocks of the axis and rows of the table are known by.
[[nodiscard]] std::string stand_label(const CheckPlan& plan, std::size_t stand);
/// The name of a place; of one put by hand where it lies.
[[nodiscard]] std::string place_text(const CheckPlace& place, language::Language language);

/// number, hours, place, how many it sees, their weight, what is new in it, the buses.
inline constexpr std::size_t stand_columns = 6;
using StandRow = std::array<std::string, stand_columns>;
[[nodiscard]] StandRow stand_heads(language::Language language);
[[nodiscard]] std::vector<StandRow> stand_rows(const PlannedCheck& of, language::Language language);

/// Registration number, problems, why nobody can meet it.
using UnmetRow = std::array<std::string, 3>;
[[nodiscard]] UnmetRow unmet_heads(language::Language language);
[[nodiscard]] std::vector<UnmetRow> unmet_rows(const PlannedCheck& of, language::Language language);

/// How much of the weight that any plan could cover is not proved to be out of reach: 0 where it is the best.
[[nodiscard]] double gap_of(const CheckPlan& plan);
/// "看到 38 / 52 辆，权重 96 / 130；已证明最优". Of stands moved by hand: against what the search found.
[[nodiscard]] std::string plan_line(const PlannedCheck& of, language::Language language);

/// What a bus is to be met for: "无校车标牌、未检验".
[[nodiscard]] std::string problems_of(const PlannedCheck& of, std::string_view registration_number,
                                      language::Language language);

/// The desk's selection names a stand by its place in the plan: "3". Empty where the plan has none there.
[[nodiscard]] std::optional<std::size_t> stand_of_key(const CheckPlan& plan, std::string_view key);

}  // namespace xiaoan::checks
