#include "console/records/records_panel.hpp"

#include "console/language/wording.hpp"
#include "console/records/form_layout.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace xiaoan::records {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;
using shell::Point;

constexpr std::string_view drop_id = "drop form", retire_id = "retire record";

void open_form(RecordsState& state, EntryForm form)
{
    state.kind = &form.kind();
    state.selected = form.id();
    state.form.emplace(OpenForm{std::move(form), std::nullopt, false, {}});
    const auto layout = form_layout(*state.kind);
    if (!layout.empty() && !layout.front().fields.empty()) state.form->take_focus = layout.front().fields.front();
    state.suggestion_list = {};
}

bool open_next(RecordsState& state, const Frame& frame, const data::KindInfo& kind, data::RecordId id)
{
    if (id.value == 0) {
        open_form(state, EntryForm(frame.derived.snapshot, kind, frame.language));
        return true;
    }
    auto form = EntryForm::of(frame.derived.snapshot, kind, id, frame.language);
    if (form) open_form(state, *std::move(form));
    return form.has_value();
}

/// What is recorded of the chosen record, group by group, and where it came from.
void draw_record(RecordsState& state, const Frame& frame, DossierColumn& column, const data::RecordRows& rows,
                 std::size_t row, Requests& asked)
{
    const data::KindInfo& kind = rows.kind();
    const std::string title = rules::shown_key(kind, rows.shown_key(row));
    column.head({.title = title, .line = frame.tr(fmt::format("record.{}", kind.singular))});
    for (const FormGroup& group : form_layout(kind)) {
        bool begun = false;
        for (const std::size_t field : group.fields) {
            const data::Value value = rows.value(row, field);
            if (value == data::Value{}) continue;
            if (!std::exchange(begun, true)) column.heading(frame.tr(group.title));
            column.fact(rules::field_label(kind, field, frame.language),
                        rules::shown_value(frame.snapshot(), kind, field, value, frame.language));
        }
    }
    column.heading(frame.tr("dossier.origin"));
    column.small(rules::origin_text(frame.snapshot(), rows.origin(row), frame.language));
    auto wishes = desk::draw_origins(state.origins, frame, column, kind, rows.id(row), [&] { return rows.key(row); });
    asked.insert(asked.end(), wishes.begin(), wishes.end());
}

void draw_retire_dialog(RetireState& retire, const Frame& frame, Requests& asked)
{
    if (std::exchange(retire.opening, false)) shell::open_dialog(retire_id);
    if (!shell::dialog_is_open(retire_id)) return;
    const auto& ui = frame.ui;
    const bool ready = retire.reason.find_first_not_of(" \t") != std::string::npos;
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{.id = "retire",
                            .label = frame.tr("entry.retire_do"),
                            .primary = true,
                            .enabled = ready,
                            .reason = ready ? std::string_view{} : frame.tr("entry.retire_needed")}};
    bool entered = false;
    const auto content = [&](Point at, float width) {
        float y = at.y;
        y += shell::draw_paragraph(ui, {at.x, y}, width, {.color = ui.theme.second_ink}, frame.tr("entry.retire_what"),
                                   22) +
             ui.px(10);
        const auto field = shell::rect_at(at.x, y, width, ui.px(34));
        entered = shell::text_input(ui, "reason", retire.reason, field,
                                    {.hint = frame.tr("entry.retire_reason"), .take_focus = ImGui::IsWindowAppearing()})
                      .entered &&
                  ready;
        return field.y1 - at.y;
    };
    const std::string title = frame.tr("entry.retire_title", {retire.title});
    const auto pressed = shell::dialog(ui, retire_id, {.title = title}, content, buttons);
    if (pressed == "retire" || entered) {
        const data::KindInfo* kind = data::find_kind(retire.kind);
        const data::RecordRows rows(frame.snapshot(), *kind);
        if (const auto row = rows.find(retire.id))
            asked.push_back(data::Command{data::RetireRecord{retire.kind, rows.key(*row), retire.reason}});
    }
    if (pressed || entered) shell::close_dialog();
}

void draw_drop_dialog(RecordsState& state, const Frame& frame)
{
    if (std::exchange(state.asking_to_drop, false)) shell::open_dialog(drop_id);
    if (!shell::dialog_is_open(drop_id)) return;
    const auto& ui = frame.ui;
    const std::array buttons{shell::DialogButton{.id = "stay", .label = frame.tr("entry.drop_stay"), .cancels = true},
                             shell::DialogButton{.id = "drop", .label = frame.tr("entry.drop_do"), .primary = true}};
    const auto content = [&](Point at, float width) {
        return shell::draw_paragraph(ui, at, width, {.color = ui.theme.second_ink}, frame.tr("entry.drop_what"), 22);
    };
    const auto pressed = shell::dialog(ui, drop_id, {.title = frame.tr("entry.drop_title")}, content, buttons);
    if (!pressed) return;
    shell::close_dialog();
    const auto next = std::exchange(state.next, std::nullopt);
    if (pressed != "drop") return;
    state.form.reset();
    if (next) (void)open_next(state, frame, *next->first, next->second);
}

}  // namespace

Requests draw_records_panel(RecordsState& state, const Frame& frame, const shell::Rect& where)
{
    if (state.kind == nullptr) state.kind = data::find_kind("buses");
    return state.form ? draw_entry_form(state, frame, where) : draw_record_list(state, frame, where);
}

Requests draw_record_detail(RecordsState& state, const Frame& frame, const desk::DossierPlace& place)
{
    Requests asked;
    if (state.kind == nullptr) return asked;
    if (state.form) {
        // Where it would hide the form it is shown only for what has to be read.
        const bool needed = !state.form->refusal.empty() || state.form->form.twin() || state.form->form.changes_vin();
        if (place.over && !needed) return asked;
        (void)desk::draw_dossier(frame, place,
                                 [&](DossierColumn& column) { asked = draw_entry_detail(state, frame, column); }, {});
        return asked;
    }
    if ((place.over && !state.detail_open) || !state.list.is_of(frame.snapshot(), *state.kind)) return asked;
    const data::RecordRows& rows = state.list.records();
    const auto row = state.selected ? rows.find(*state.selected) : std::nullopt;
    if (!row) {
        if (!place.over)
            (void)desk::draw_dossier(
                frame, place,
                [&](DossierColumn& column) { column.paragraph(frame.tr("records.nothing"), frame.ui.theme.muted); },
                {});
        return asked;
    }
    const std::string kind{state.kind->key};
    const bool open = !frame.known_at;
    const std::array buttons{
        desk::DossierButton{"edit",
                            frame.tr("entry.edit"),
                            {.primary = true, .enabled = open, .reason = frame.why_read_only()},
                            desk::BeginEntry{kind, rows.id(*row)}},
        desk::DossierButton{"retire",
                            frame.tr("entry.retire"),
                            {.enabled = open, .reason = frame.why_read_only()},
                            desk::BeginRetire{kind, rows.id(*row)}},
        desk::DossierButton{"history", frame.tr("dossier.history"), {}, desk::ShowHistory{kind, rows.key(*row)}}};
    auto pressed = desk::draw_dossier(
        frame, place, [&](DossierColumn& column) { draw_record(state, frame, column, rows, *row, asked); }, buttons);
    asked.insert(asked.end(), pressed.begin(), pressed.end());
    return asked;
}

Requests draw_record_dialogs(RecordsState& state, const Frame& frame)
{
    Requests asked;
    draw_retire_dialog(state.retire, frame, asked);
    draw_drop_dialog(state, frame);
    return asked;
}

bool begin_entry(RecordsState& state, const Frame& frame, std::string_view kind, data::RecordId id)
{
    const data::KindInfo* info = data::find_kind(kind);
    if (info == nullptr) return false;
    if (state.form && state.form->form.is_changed()) {
        state.next = std::pair{info, id};
        state.asking_to_drop = true;
        return true;
    }
    return open_next(state, frame, *info, id);
}

bool begin_retire(RecordsState& state, const data::Snapshot& snapshot, std::string_view kind, data::RecordId id)
{
    const data::KindInfo* info = data::find_kind(kind);
    if (info == nullptr) return false;
    const data::RecordRows rows(snapshot, *info);
    const auto row = rows.find(id);
    if (!row) return false;
    state.retire = {true, std::string{info->key}, id, rules::shown_key(*info, rows.shown_key(*row)), {}};
    return true;
}

Requests save_entry(RecordsState& state, const Frame& frame)
{
    if (!state.form || state.form->saving || frame.known_at) return {};
    OpenForm& open = *state.form;
    open.form.touch_all();
    open.refusal.clear();
    if (!open.form.is_changed()) return {};
    const auto problems = open.form.problems();
    if (!problems.empty()) {
        open.take_focus = problems.front();
        return {};
    }
    if (open.form.twin() && !open.form.id()) {
        open.refusal = frame.tr("entry.twin_what");
        return {};
    }
    open.saving = true;
    return {data::Command{open.form.command()}};
}

bool step_back(RecordsState& state)
{
    if (state.form) {
        if (state.form->form.is_changed())
            state.asking_to_drop = true;
        else
            state.form.reset();
        return true;
    }
    if (!state.selected && !state.detail_open) return false;
    state.selected.reset();
    state.detail_open = false;
    return true;
}

void take_answer(RecordsState& state, const data::Command& command,
                 const data::Result<std::optional<data::ChangeId>>& result, language::Language language)
{
    if (std::holds_alternative<data::RetireRecord>(command) && result && state.form &&
        state.form->form.id() == state.retire.id)
        state.form.reset();
    if (!std::holds_alternative<data::PutRecord>(command) || !state.form || !state.form->saving) return;
    OpenForm& open = *state.form;
    open.saving = false;
    if (result) {
        state.form.reset();
        return;
    }
    const data::Rejected& why = result.error();
    open.refusal = language::tr(language, "rejected." + why.reason, why.arguments);
    open.take_focus = open.form.kind().field(why.field);
}

}  // namespace xiaoan::records
