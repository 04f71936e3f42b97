// The page of cases, overdue ones on top, and the dossier of one of them.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/enforcement/case_rows.hpp"
#include "console/enforcement/case_view.hpp"
#include "console/shell/table.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace xiaoan::enforcement {

/// Kept by the window from frame to frame.
struct CasesState {
    CaseChip chip = CaseChip::all;
    shell::TableState table;

    // The rows, kept until what they depend on changes; the snapshot holds the cases they point at.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Date as_of{};
        data::Adcode county;
        CaseChip chip{};
        CaseOrder order;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    CaseRows rows;

    // The dossier shown, kept likewise.
    std::shared_ptr<const data::Snapshot> view_of;
    data::Date view_as_of{};
    language::Language view_language{};
    std::string view_key;
    CaseView view;
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_cases_panel(CasesState& state, const desk::Frame& frame, const shell::Rect& where);

/// Draws the dossier of the selected case; nothing where the register does not hold it.
[[nodiscard]] desk::Requests draw_case_dossier(CasesState& state, const desk::Frame& frame,
                                               const desk::DossierPlace& place);

}  // namespace xiaoan::enforcement
