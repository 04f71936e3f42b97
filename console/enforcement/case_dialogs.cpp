#include "console/enforcement/case_dialogs.hpp"

#include "console/enforcement/case_rows.hpp"
#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Point;

constexpr std::string_view reply_id = "reply to case";

bool says_something(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

void draw_reply_dialog(ReplyDialog& dialog, const Frame& frame, Requests& asked)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(reply_id);
    const data::Case* of = frame.snapshot().find_case(dialog.number);
    if (!shell::dialog_is_open(reply_id) || of == nullptr) return;
    const auto& ui = frame.ui;
    const bool ready = says_something(dialog.text);
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{.id = "reply",
                            .label = frame.tr("cases.reply.do"),
                            .primary = true,
                            .enabled = ready,
                            .reason = ready ? std::string_view{} : frame.tr("cases.reply.needed")}};
    const auto content = [&](Point at, float width) {
        float y = at.y;
        const auto text = case_row_text(frame.snapshot(), {of, overdue_days(*of, frame.derived.as_of)},
                                        frame.derived.as_of, frame.language);
        y += shell::fact_row(ui, {at.x, y}, width, frame.tr("cases.column.subject"), text.subject + "  " + text.county);
        y += shell::fact_row(ui, {at.x, y}, width, frame.tr("cases.column.problems"), text.problems);
        y += shell::fact_row(ui, {at.x, y}, width, frame.tr("cases.column.department"), text.department);
        y += ui.px(8);
        y += shell::section_heading(ui, {at.x, y}, frame.tr("cases.reply.text"));
        const auto field = shell::rect_at(at.x, y, width, ui.px(96));
        (void)shell::text_area(ui, "text", dialog.text, field,
                               {.hint = frame.tr("cases.reply.hint"), .take_focus = ImGui::IsWindowAppearing()});
        return field.y1 - at.y;
    };
    const std::string title = frame.tr("cases.reply.title", {dialog.number});
    const auto pressed = shell::dialog(ui, reply_id, {.title = title}, content, buttons);
    if (pressed == "reply") asked.push_back(data::Command{data::ReplyCase{dialog.number, dialog.text}});
    if (pressed) shell::close_dialog();
}

}  // namespace

void begin_case(CaseDialogs& dialogs, const desk::Derived& derived, std::vector<std::string> registration_numbers)
{
    OpenCasesDialog fresh;
    fresh.opening = true;
    fresh.registration_numbers = std::move(registration_numbers);
    fresh.due_on = derived.as_of + std::chrono::days{7};
    dialogs.open = std::move(fresh);
}

void begin_reply(CaseDialogs& dialogs, std::string number)
{
    dialogs.reply = {.opening = true, .number = std::move(number), .text = {}};
}

void begin_close(CaseDialogs& dialogs, std::string number)
{
    dialogs.close = {.opening = true, .number = std::move(number), .reason = {}};
}

Requests draw_case_dialogs(CaseDialogs& dialogs, const Frame& frame)
{
    Requests asked;
    draw_open_cases_dialog(dialogs.open, frame, asked);
    draw_reply_dialog(dialogs.reply, frame, asked);
    draw_close_dialog(dialogs.close, frame, asked);
    return asked;
}

}  // namespace xiaoan::enforcement
