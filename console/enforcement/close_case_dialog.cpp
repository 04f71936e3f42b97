#include "console/desk/severity.hpp"
#include "console/enforcement/case_dialogs.hpp"
#include "console/enforcement/case_rows.hpp"
#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/card.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"

#include <array>
#include <utility>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using shell::FontRole;
using shell::Point;

constexpr std::string_view close_id = "close case";

/// Whether what the case was opened for still stands, in a card.
struct Standing {
    bool stands = false;
    shell::Severity severity = shell::Severity::in_order;
    std::string title;
    std::vector<std::string> lines;
};

Standing standing_of(const data::Case& of, const Frame& frame)
{
    Standing standing;
    const std::string date = data::iso(frame.derived.as_of);
    const auto rules_left = standing_rules(frame.derived.dossiers, of, frame.derived.as_of);
    standing.stands = !rules_left.empty();
    if (of.rules.empty()) {
        standing.severity = shell::Severity::notice;
        standing.title = frame.tr("cases.close.by_hand");
    } else if (!standing.stands) {
        standing.title = frame.tr("cases.close.gone", {date});
    } else {
        standing.severity = shell::Severity::rectify;
        std::string titles;
        for (const std::string& rule : rules_left) {
            titles += (titles.empty() ? "" : std::string{frame.tr("cases.and")}) + rule_title(rule, frame.language);
            const rules::Rule* known = rules::find_rule(rule);
            if (known != nullptr && known->severity == rules::Severity::stop && !rule.ends_with('?'))
                standing.severity = shell::Severity::stop;
        }
        standing.title = frame.tr("cases.close.stands", {date, titles});
        standing.lines.emplace_back(frame.tr("cases.close.stands_why"));
    }
    return standing;
}

}  // namespace

void draw_close_dialog(CloseDialog& dialog, const Frame& frame, desk::Requests& asked)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(close_id);
    const data::Case* of = frame.snapshot().find_case(dialog.number);
    if (!shell::dialog_is_open(close_id) || of == nullptr) return;
    const auto& ui = frame.ui;
    const Standing standing = standing_of(*of, frame);
    const bool says_why = dialog.reason.find_first_not_of(" \t\r\n") != std::string::npos;
    const bool ready = says_why || !standing.stands;
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{.id = "close",
                            .label = frame.tr("cases.close.do"),
                            .primary = true,
                            .enabled = ready,
                            .reason = ready ? std::string_view{} : frame.tr("cases.close.needed")}};
    const auto content = [&](Point at, float width) {
        float y = at.y;
        const auto text = case_row_text(frame.snapshot(), {of, overdue_days(*of, frame.derived.as_of)},
                                        frame.derived.as_of, frame.language);
        y += shell::fact_row(ui, {at.x, y}, width, frame.tr("cases.column.subject"), text.subject + "  " + text.county);
        y += shell::fact_row(ui, {at.x, y}, width, frame.tr("cases.column.department"), text.department);
        y += shell::fact_row(ui, {at.x, y}, width, frame.tr("cases.column.due_on"), text.due_on) + ui.px(8);
        y += shell::card(ui, {at.x, y}, width, {standing.severity, standing.title, standing.lines}).height + ui.px(12);
        y += shell::section_heading(ui, {at.x, y}, frame.tr("cases.close.reason"));
        const auto field = shell::rect_at(at.x, y, width, ui.px(76));
        (void)shell::text_area(ui, "reason", dialog.reason, field,
                               {.hint = frame.tr("cases.close.reason_hint"), .take_focus = ImGui::IsWindowAppearing()});
        y = field.y1;
        if (frame.derived.as_of != frame.today)
            y += shell::draw_paragraph(ui, {at.x, y + ui.px(8)}, width,
                                       {.font = FontRole::label, .color = ui.theme.muted},
                                       frame.tr("cases.not_today", {data::iso(frame.derived.as_of)}), 20) +
                 ui.px(8);
        return y - at.y;
    };
    const std::string title = frame.tr("cases.close.title", {dialog.number});
    const auto pressed = shell::dialog(ui, close_id, {.title = title}, content, buttons);
    if (pressed == "close")
        asked.push_back(data::Command{data::CloseCase{.number = dialog.number,
                                                      .reason = dialog.reason,
                                                      .closed_on = frame.derived.as_of,
                                                      .finding_stands = standing.stands}});
    if (pressed) shell::close_dialog();
}

}  // namespace xiaoan::enforcement
