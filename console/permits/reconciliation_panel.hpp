// The page of lists side by side: education's, the police's, transport's; each row can become a case.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/permits/reconciliation_rows.hpp"
#include "console/shell/table.hpp"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace xiaoan::permits {

/// Kept by the window from frame to frame.
struct ReconciliationState {
    std::shared_ptr<const LaidOut> shown;
    bool reading = false;
    std::optional<Listed> listed;
    std::optional<std::size_t> selected;  // index of a vehicle
    bool detail_open = false;             // where it lies over the page
    shell::TableState table;

    // The rows, kept until what they depend on changes.
    struct Basis {
        std::shared_ptr<const LaidOut> of;
        ListedFilter filter;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::array<std::size_t, listed_kinds> counts{};
    std::vector<std::size_t> rows;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_reconciliation_panel(ReconciliationState& state, const desk::Frame& frame,
                                                       const shell::Rect& where);
/// The selected vehicle field by field.
[[nodiscard]] desk::Requests draw_reconciliation_detail(ReconciliationState& state, const desk::Frame& frame,
                                                        const desk::DossierPlace& place);
/// What the worker read.
void take(ReconciliationState& state, std::shared_ptr<const LaidOut> read);
/// Closes what is selected; false where nothing is.
bool step_back(ReconciliationState& state);

}  // namespace xiaoan::permits
