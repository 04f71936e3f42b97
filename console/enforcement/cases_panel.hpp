// The page of cases: chips, the deadlines of the next weeks, the list or the load; and the dossier of one of them.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/enforcement/case_rows.hpp"
#include "console/enforcement/case_view.hpp"
#include "console/shell/table.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace xiaoan::enforcement {

/// What the page shows under the deadlines.
enum class CasesShown : std::uint8_t { list, load };

/// Kept by the window from frame to frame.
struct CasesState {
    CaseChip chip = CaseChip::all;
    std::string department;         // word; empty: all
    std::optional<data::Date> due;  // a day of the calendar
    CasesShown shown = CasesShown::list;
    shell::TableState table;
    shell::TableState load_table;

    // The rows, kept until what they depend on changes; the snapshot holds the cases they point at.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Date as_of{};
        CaseWish wish;
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    CaseRows rows;
    std::vector<supervision::DueDay> calendar;
    supervision::CaseReport report;

    // The dossier shown, kept likewise.
    std::shared_ptr<const data::Snapshot> view_of;
    data::Date view_as_of{};
    language::Language view_language{};
    std::string view_key;
    CaseView view;
};

/// Narrows the page to one of its chips, by its id (bureau, overdue …), and to a department's word, where not empty.
void show_cases(CasesState& state, std::string_view chip, std::string department);

/// Design pixels that the page asks for beside the map, so that calendar and list both have room.
inline constexpr float cases_page_px = 330;

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_cases_panel(CasesState& state, const desk::Frame& frame, const shell::Rect& where);

/// Draws the dossier of the selected case; nothing where the register does not hold it.
[[nodiscard]] desk::Requests draw_case_dossier(CasesState& state, const desk::Frame& frame,
                                               const desk::DossierPlace& place);

// Parts of the page, each in its file.

/// The deadlines of the next days as a row of cells; the one pressed, or the one chosen pressed again.
inline constexpr float deadline_strip_px = 50;
[[nodiscard]] std::optional<data::Date> draw_deadline_strip(const CasesState& state, const desk::Frame& frame,
                                                            const shell::Rect& where);
/// What departments and counties carry.
void draw_load_table(CasesState& state, const desk::Frame& frame, const shell::Rect& where);

}  // namespace xiaoan::enforcement
