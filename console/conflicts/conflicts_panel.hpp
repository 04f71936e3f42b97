// The page of records that disagree: a list with a proposal each, both sides beside it, and one key to settle.
#pragma once

#include "console/conflicts/conflict.hpp"
#include "console/conflicts/settling.hpp"
#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace xiaoan::conflicts {

/// Kept by the window from frame to frame.
struct ConflictsState {
    std::shared_ptr<const Conflicts> found;  // null until the worker has looked
    std::uint64_t generation = 0;            // of the snapshot it was found in
    std::optional<ConflictRule> rule;        // one rule alone
    std::set<std::string> later;             // put off for this sitting: they stand last, paler
    std::optional<std::string> selected;     // id
    std::string reason;                      // of the next decision; empty: the usual words
    std::string settling;                    // id that was sent to the register and not yet answered
    bool detail_open = false;                // where the detail lies over the page, whether it is shown
    shell::TableState table;

    // The rows, kept until what they depend on changes: indices into found->open.
    struct Basis {
        std::shared_ptr<const Conflicts> found;
        std::optional<ConflictRule> rule;
        std::set<std::string> later;
        data::Adcode county;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::vector<std::size_t> rows;
    // What each decision about the chosen conflict would do, kept likewise.
    std::string consequences_of;
    std::array<Consequence, 3> consequences;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_conflicts_panel(ConflictsState& state, const desk::Frame& frame,
                                                  const shell::Rect& where);
/// Both sides of the chosen conflict, and what can be decided.
[[nodiscard]] desk::Requests draw_conflict_detail(ConflictsState& state, const desk::Frame& frame,
                                                  const desk::DossierPlace& place);

/// What the worker found.
void take(ConflictsState& state, std::shared_ptr<const Conflicts> found, std::uint64_t generation);
/// The register's answer to a decision.
void take_answer(ConflictsState& state, const data::Command& command, bool done);
/// Leaves the selection. False where there was none.
bool step_back(ConflictsState& state);

}  // namespace xiaoan::conflicts
