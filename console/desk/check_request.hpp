// What the pages of joint checks ask for: plans, sheets, suspects, results.
#pragma once

#include "data/kinds/cell.hpp"
#include "geo/position.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xiaoan::desk {

/// Plans where teams should stand; the answer goes to the page of joint checks.
struct PlanCheck {
    std::size_t teams = 1;
    data::Date date{};
    data::TimeOfDay from;
    data::TimeOfDay to;
    data::Adcode county{};  // of the buses to be met; not given: all
};
/// Ends the search with the best plan so far.
struct StopPlanning {};
/// Moves a stand of the plan that is shown (counted from 0); what the plan covers is counted anew.
struct MoveStand {
    std::size_t stand = 0;
    geo::Position to;
};
/// Puts the stands back where the search put them.
struct ResetStands {};
/// Writes the check sheets of the plan shown: on paper, as a workbook, or as the form of a telephone; with an empty
/// path asks for the file.
enum class SheetForm : std::uint8_t { paper, workbook, telephone };
struct SaveCheckSheets {
    SheetForm form{};
    std::string path{};
};
/// Opens the dialog that sets a suspect aside with a reason.
struct BeginDismissal {
    std::string registration_number;
};
/// Opens a case on a suspect, towards this department (a word).
struct OpenSuspectCase {
    std::string registration_number;
    std::string department;
};
/// Reads the checks that were recorded; the answer goes to the page of results.
struct ListChecks {};
/// Records what a team found on one vehicle: answers by the names of their questions, as they were typed. An empty one
/// takes back what was said.
struct RecordChecked {
    data::Date date{};
    std::string check;
    std::string vehicle;
    std::vector<std::pair<std::string, std::string>> answers;
};
/// Opens the file dialog for filled check sheets; ReadCheckFiles brings those chosen.
struct ChooseCheckFiles {};
struct ReadCheckFiles {
    std::vector<std::string> paths;
};
/// Writes the report of the checks between two days, of a county or of all; with an empty path asks for the file.
struct SaveCampaign {
    data::Date from{};
    data::Date to{};
    data::Adcode county{};
    std::string path{};
};

/// A run of the roster on a day.
struct DrivenRunKey {
    std::string registration_number;
    data::Date date{};
    data::RecordId run;
    friend bool operator==(const DrivenRunKey&, const DrivenRunKey&) = default;
};
/// Shows the page of tracks with this run chosen.
struct ShowDriven {
    DrivenRunKey run;
};
/// Reads how a run was driven; the answer goes to the page of tracks.
struct ReadStrip {
    DrivenRunKey run;
};

using CheckRequest =
    std::variant<PlanCheck, StopPlanning, MoveStand, ResetStands, SaveCheckSheets, BeginDismissal, OpenSuspectCase,
                 ListChecks, RecordChecked, ChooseCheckFiles, ReadCheckFiles, SaveCampaign, ShowDriven, ReadStrip>;

}  // namespace xiaoan::desk
