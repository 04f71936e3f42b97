// One vehicle of a check sheet: what it should be, the questions with room for the answers, its QR code.
#pragma once

#include "console/checks/sheet/check_sheet.hpp"
#include "console/checks/sheet/question.hpp"
#include "console/documents/page/page_flow.hpp"
#include "console/documents/page/table.hpp"

namespace xiaoan::checks {

/// Where everything of a sheet stands: A4 upright.
inline constexpr documents::Frame sheet_frame{.left = 16 * documents::mm,
                                              .top = 10 * documents::mm,
                                              .width = 178 * documents::mm,
                                              .bottom = documents::a4_height - 13 * documents::mm};
/// Small enough that a vehicle's questions stand on one page; Latin words are longer.
[[nodiscard]] constexpr documents::TableStyle sheet_table(language::Language language)
{
    if (language == language::Language::zh) return {.size_pt = 8.2, .line_pt = 10, .grid = false};
    return {.size_pt = 7.5, .line_pt = 9, .grid = false};
}

/// "07:00—07:40"; nothing where no hours are given.
[[nodiscard]] std::string hours_text(const SheetStand& stand, language::Language language);
/// The boxes of a question's choices: "□是　□否".
[[nodiscard]] std::string boxes_of(const Question& question, language::Language language);

/// Draws the page of a vehicle, or one for a vehicle without a number, from the top of the flow's page.
void draw_vehicle(documents::PageFlow& flow, const CheckSheet& sheet, const SheetTeam& team, const SheetStand& stand,
                  const ExpectedVehicle& vehicle, const documents::Metrics& metrics);

}  // namespace xiaoan::checks
