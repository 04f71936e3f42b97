// The page of candidate waters: what the map's layers know and the ledger lacks, to be taken over one by one.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/water/candidates/found_candidates.hpp"

#include <memory>
#include <vector>

namespace xiaoan::water {

/// Kept by the window from frame to frame.
struct CandidatesState {
    std::shared_ptr<const FoundCandidates> found;    // delivered last
    std::shared_ptr<const data::Snapshot> asked_of;  // of what the worker was asked last
    shell::TableState table;
};

/// Whether what was found is of the state that is shown.
[[nodiscard]] bool is_current(const CandidatesState& state, const desk::Frame& frame);

/// The request that takes a candidate over; empty where there is none of this code, or nothing can be written.
[[nodiscard]] desk::Requests take_over(const CandidatesState& state, const desk::Frame& frame, std::string_view code);

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_candidates_panel(CandidatesState& state, const desk::Frame& frame,
                                                   const shell::Rect& where);
/// The dossier of the selected candidate; nothing where it is none any more.
[[nodiscard]] desk::Requests draw_candidate_dossier(CandidatesState& state, const desk::Frame& frame,
                                                    const desk::DossierPlace& place);

}  // namespace xiaoan::water
