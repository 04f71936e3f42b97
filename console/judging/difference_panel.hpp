// The page of differences: what is new, gone and still there against another day or an earlier state of the register.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/judging/comparison.hpp"
#include "console/shell/table.hpp"
#include "console/shell/widgets/date_field.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::judging {

/// Kept by the window from frame to frame.
struct DifferenceState {
    /// Days before the as-of date that is compared with; the date moves with the bar's.
    int days_back = 7;
    bool as_known = false;  // the register of that day's end, as it was known then, too
    Change change = Change::fresh;
    bool gaps = false;
    shell::DateFieldState field;
    shell::TableState table;

    std::shared_ptr<const Comparison> shown;
    // What was asked of the worker last, so that it is asked once.
    struct Asked {
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Date as_of{};
        Against against;
        friend bool operator==(const Asked&, const Asked&) = default;
    };
    std::optional<Asked> asked;

    // The rows, kept until what they depend on changes.
    struct Basis {
        std::shared_ptr<const Comparison> of;
        ComparedFilter filter;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::array<std::size_t, 3> counts{};
    std::vector<ComparedRow> rows;
    std::string selected_vehicle;
    std::optional<std::size_t> selected;  // the row of that bus or suspect
};

/// Draws into `where` of the current region; asks for a comparison where the one it has is of something else.
[[nodiscard]] desk::Requests draw_difference_panel(DifferenceState& state, const desk::Frame& frame,
                                                   const shell::Rect& where);

/// What the worker found.
void take(DifferenceState& state, std::shared_ptr<const Comparison> found);
/// It could not be read: the register was not there yet. Today's own register is compared with.
void take_refusal(DifferenceState& state);

}  // namespace xiaoan::judging
