// The page of records: every kind as a list, and the form in which one is added or changed by hand.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/origins.hpp"
#include "console/desk/request.hpp"
#include "console/records/entry_form.hpp"
#include "console/records/record_list.hpp"
#include "console/records/suggestions.hpp"
#include "console/shell/table.hpp"
#include "console/shell/widgets/suggestions.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace xiaoan::records {

/// A form that is open.
struct OpenForm {
    EntryForm form;
    std::optional<std::size_t> take_focus;  // the field that gets the caret with the next frame
    bool saving = false;                    // asked of the register, the answer is on its way
    std::string refusal;                    // why it was not saved
};

struct RetireState {
    bool opening = false;
    std::string kind;  // plural key
    data::RecordId id;
    std::string title;
    std::string reason;
};

/// Kept by the window from frame to frame.
struct RecordsState {
    const data::KindInfo* kind = nullptr;  // that is listed; null: buses
    std::string text;
    std::optional<std::size_t> sort;
    bool descending = false;
    std::optional<data::RecordId> selected;
    bool detail_open = false;  // where the detail lies over the page, whether it is shown
    RecordList list;
    shell::TableState table;
    std::optional<OpenForm> form;
    bool asking_to_drop = false;  // a changed form is to be left: a person is asked first
    std::optional<std::pair<const data::KindInfo*, data::RecordId>> next;  // the form to open once it is left
    RetireState retire;
    Suggestions suggestions;
    shell::SuggestionState suggestion_list;
    desk::OriginsState origins;
};

/// Draws into `where` of the current region: the open form, else the list.
[[nodiscard]] desk::Requests draw_records_panel(RecordsState& state, const desk::Frame& frame,
                                                const shell::Rect& where);
/// Beside it: the chosen record with the origin of its values, or what the open form would change.
[[nodiscard]] desk::Requests draw_record_detail(RecordsState& state, const desk::Frame& frame,
                                                const desk::DossierPlace& place);
/// The dialogs of retiring a record and of leaving a changed form. Call it in every frame.
[[nodiscard]] desk::Requests draw_record_dialogs(RecordsState& state, const desk::Frame& frame);

/// Opens the form: of a record in use, or of a new one where no id is given. Where a changed form is open, asks first.
/// False where there is no such record.
bool begin_entry(RecordsState& state, const desk::Frame& frame, std::string_view kind, data::RecordId id);
bool begin_retire(RecordsState& state, const data::Snapshot& snapshot, std::string_view kind, data::RecordId id);
/// Saves the open form, if it can be.
[[nodiscard]] desk::Requests save_entry(RecordsState& state, const desk::Frame& frame);
/// One step back: out of a form (asking first where something was changed), then out of the selection. False where
/// there was nothing to step back from.
bool step_back(RecordsState& state);
/// What the register answered to the form's command; closes the form where it was done.
void take_answer(RecordsState& state, const data::Command& command,
                 const data::Result<std::optional<data::ChangeId>>& result, language::Language language);

// The parts, each in its file.
[[nodiscard]] desk::Requests draw_record_list(RecordsState& state, const desk::Frame& frame, const shell::Rect& where);
[[nodiscard]] desk::Requests draw_entry_form(RecordsState& state, const desk::Frame& frame, const shell::Rect& where);
[[nodiscard]] desk::Requests draw_entry_detail(RecordsState& state, const desk::Frame& frame,
                                               desk::DossierColumn& column);

}  // namespace xiaoan::records
