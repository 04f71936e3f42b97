// The page of what checks found: a quick form, the vehicles of a day, the numbers of a campaign; and one vehicle's
// dossier.
#pragma once

#include "console/checks/page/result_form.hpp"
#include "console/checks/page/result_rows.hpp"
#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/table.hpp"
#include "console/shell/widgets/date_field.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// Kept by the window from frame to frame.
struct ResultsState {
    std::optional<data::Date> day;  // of the check; empty: not begun
    shell::DateFieldState day_field;
    std::optional<data::Date> from, to;  // of the campaign
    shell::DateFieldState from_field, to_field;
    ResultForm form;
    bool clears = false;              // a press on a code says that it was not so
    bool focus_vehicle = false;       // the caret goes there with the next frame
    bool recording = false;           // the worker has what was typed
    std::vector<std::string> said{};  // of what was read or typed last
    bool said_why_not = false;        // it was refused
    shell::TableState table;

    std::shared_ptr<const std::vector<data::CheckedVehicle>> all;
    std::uint64_t generation = 0;              // of the snapshot that it belongs to
    std::optional<std::uint64_t> asked_for{};  // of the snapshot for which it was asked last

    // What is shown, kept until what it depends on changes.
    struct Basis {
        std::shared_ptr<const std::vector<data::CheckedVehicle>> all;
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Date day{}, from{}, to{};
        data::Adcode county;
        language::Language language{};
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::vector<ResultRow> rows;
    std::vector<CampaignNumber> numbers;
};

/// Draws into `where` of the current region, which scrolls; asks for the checks where it has those of another state.
[[nodiscard]] desk::Requests draw_results_panel(ResultsState& state, const desk::Frame& frame,
                                                const shell::Rect& where);

/// The dossier of the vehicle that is selected: what was answered, and what followed.
[[nodiscard]] desk::Requests draw_checked_dossier(ResultsState& state, const desk::Frame& frame,
                                                  const desk::DossierPlace& place);

void take_checks(ResultsState& state, std::shared_ptr<const std::vector<data::CheckedVehicle>> all,
                 std::uint64_t generation);
/// What was typed is recorded: the form is free for the next vehicle. `lines` say what a person must know.
void take_recorded(ResultsState& state, bool typed, std::vector<std::string> lines);
/// It was not: what was typed stays, with the reason.
void take_refusal(ResultsState& state, std::string why);

}  // namespace xiaoan::checks
