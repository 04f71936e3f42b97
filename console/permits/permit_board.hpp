// The pipeline of permits as a board: a column a step, a card a running clock, the late ones first.
#pragma once

#include "console/language/language.hpp"
#include "console/rules/open_clocks.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::permits {

inline constexpr std::size_t board_steps = 8;  // rules::Step

/// Empty members let all through.
struct BoardFilter {
    data::Adcode county{};
    std::optional<rules::Department> holder{};
    bool only_late = false;
    friend bool operator==(const BoardFilter&, const BoardFilter&) = default;
};

struct BoardColumn {
    rules::Step step{};
    /// Late ones first, the latest on top; then those that end first; then those of which it cannot be told. Ties by
    /// registration number. They live as long as the clocks.
    std::vector<const rules::OpenClock*> cards;
    std::size_t late = 0;
};

struct HolderCount {
    rules::Department holder{};
    std::size_t clocks = 0;
};

struct Board {
    std::array<BoardColumn, board_steps> columns{};  // in the order of the steps
    std::size_t shown = 0;
    // Of the county alone, whatever else is filtered: as `permits clocks` counts them.
    std::size_t clocks = 0;
    std::size_t late = 0;
    std::vector<HolderCount> holders{};  // in the order of the departments
};

[[nodiscard]] Board permit_board(std::span<const rules::OpenClock> clocks, const BoardFilter& filter);

/// How a clock stands.
enum class ClockLook : std::uint8_t { late, last_day, running, no_limit, unknown };
[[nodiscard]] ClockLook look_of(const rules::StepClock& clock);

/// The words of one card.
struct BoardCardText {
    std::string title;   // 吉G·12345
    std::string holder;  // 公安交管
    std::string since;   // 自 2026-11-18
    std::string days;    // 超期 2 日 5/3, 余 1 日 2/3, why nothing can be counted
};
[[nodiscard]] BoardCardText card_text(const rules::OpenClock& clock, language::Language language);

}  // namespace xiaoan::permits
