// The dialogs that open cases, take their steps, and open one by hand about a matter.
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

/// One step of one case, as it is being written.
struct StepDialog {
    bool opening = false;
    bool writing = false;  // begun and neither taken nor left: files dropped on the window belong to it
    std::string number;
    data::CaseStep step{};
    std::string text;
    std::string document;
    std::string to, copy;  // addressees, 、-separated
    data::Date due_on{};   // of an extension
    shell::DateFieldState due_field;
    bool by_check = false;           // verified at the roadside in place of by the register
    std::vector<std::string> files;  // paths
};

/// A case by hand.
struct MatterDialog {
    bool opening = false;
    std::string matter;
    std::string note;
    rules::Department department = rules::Department::education;
    data::Adcode county{};
    data::Date due_on{};
    shell::DateFieldState due_field;
};

/// Kept by the window from frame to frame.
struct CaseDialogs {
    OpenCasesDialog open;
    StepDialog step;
    MatterDialog matter;
};

/// Each opens its dialog with the next frame.
void begin_case(CaseDialogs& dialogs, const desk::Derived& derived, std::vector<std::string> registration_numbers);
void begin_step(CaseDialogs& dialogs, const desk::Derived& derived, std::string number, data::CaseStep step);
void begin_matter(CaseDialogs& dialogs, const desk::Derived& derived, const desk::BeginMatter& wish);

/// Whether files dropped on the window go with the step being written; adds them, and shows its dialog (again).
[[nodiscard]] bool takes_files(const CaseDialogs& dialogs);
void attach_files(CaseDialogs& dialogs, const std::vector<std::string>& paths);

/// Draws the dialog that is open, if any; answers with commands. Call it in every frame, outside of other dialogs.
[[nodiscard]] desk::Requests draw_case_dialogs(CaseDialogs& dialogs, const desk::Frame& frame);

// The single dialogs, each in its file.
void draw_open_cases_dialog(OpenCasesDialog& dialog, const desk::Frame& frame, desk::Requests& asked);
void draw_step_dialog(StepDialog& dialog, const desk::Frame& frame, desk::Requests& asked);
void draw_matter_dialog(MatterDialog& dialog, const desk::Frame& frame, desk::Requests& asked);

/// Whether a text says anything.
[[nodiscard]] bool says_something(std::string_view text);

}  // namespace xiaoan::enforcement
