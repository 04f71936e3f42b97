// The dialogs that open cases, note a reply and close a case.
#pragma once

#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/enforcement/case_plan.hpp"
#include "console/shell/table.hpp"
#include "console/shell/widgets/date_field.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::enforcement {

struct OpenCasesDialog {
    bool opening = false;
    std::vector<std::string> registration_numbers;
    std::optional<rules::Department> department;  // empty: that of each finding
    bool one_day = false;                         // one deadline for all in place of the usual ones
    data::Date due_on{};
    shell::DateFieldState due_field;
    std::string note;
    shell::TableState table;

    // The plan, kept until what it depends on changes.
    std::shared_ptr<const data::Snapshot> planned_for;
    data::Date planned_as_of{};
    std::optional<rules::Department> planned_department;
    CasePlan plan;
    std::size_t findings = 0;
    std::size_t buses = 0;  // that the plan's cases are about
};

struct ReplyDialog {
    bool opening = false;
    std::string number;
    std::string text;
};

struct CloseDialog {
    bool opening = false;
    std::string number;
    std::string reason;
};

/// Kept by the window from frame to frame.
struct CaseDialogs {
    OpenCasesDialog open;
    ReplyDialog reply;
    CloseDialog close;
};

/// Each opens its dialog with the next frame.
void begin_case(CaseDialogs& dialogs, const desk::Derived& derived, std::vector<std::string> registration_numbers);
void begin_reply(CaseDialogs& dialogs, std::string number);
void begin_close(CaseDialogs& dialogs, std::string number);

/// Draws the dialog that is open, if any; answers with commands. Call it in every frame, outside of other dialogs.
[[nodiscard]] desk::Requests draw_case_dialogs(CaseDialogs& dialogs, const desk::Frame& frame);

// The single dialogs, each in its file.
void draw_open_cases_dialog(OpenCasesDialog& dialog, const desk::Frame& frame, desk::Requests& asked);
void draw_close_dialog(CloseDialog& dialog, const desk::Frame& frame, desk::Requests& asked);

}  // namespace xiaoan::enforcement
