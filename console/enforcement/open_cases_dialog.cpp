#include "console/enforcement/case_dialogs.hpp"

#include "console/enforcement/case_rows.hpp"
#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view dialog_id = "open cases";
constexpr float dialog_px = 660, line_px = 32, label_px = 92, low_px = 560;
constexpr float around_table_px = 376;  // all of the dialog but the table

/// The findings of the chosen buses that a case can be about: gaps in the data are not.
std::vector<rules::Finding> findings_of(const OpenCasesDialog& dialog, const desk::Derived& derived)
{
    std::vector<rules::Finding> findings;
    for (const std::string& number : dialog.registration_numbers) {
        const auto bus = derived.dossiers.find(std::string_view{number});
        if (bus == derived.dossiers.size()) continue;
        for (const rules::Finding& finding : derived.findings_of(bus))
            if (!finding.gap && finding.severity != rules::Severity::data) findings.push_back(finding);
    }
    return findings;
}

void refresh(OpenCasesDialog& dialog, const desk::Derived& derived)
{
    if (dialog.planned_for == derived.snapshot && dialog.planned_as_of == derived.as_of &&
        dialog.planned_department == dialog.department)
        return;
    CaseTerms terms;
    terms.department = dialog.department;
    dialog.plan = case_plan(derived.dossiers, findings_of(dialog, derived), derived.as_of, terms);
    std::set<std::string_view> buses;
    dialog.findings = 0;
    for (const data::OpenCase& each : dialog.plan.cases) {
        buses.insert(each.subject_key);
        dialog.findings += each.rules.size();
    }
    dialog.buses = buses.size();
    dialog.planned_for = derived.snapshot;
    dialog.planned_as_of = derived.as_of;
    dialog.planned_department = dialog.department;
}

/// One drawing of the dialog's content: what its parts share.
class Pass {
public:
    Pass(OpenCasesDialog& dialog, const Frame& frame) : dialog_(dialog), frame_(frame), ui_(frame.ui) {}

    float draw(Point at, float width)
    {
        const bool low = ui_.screen.y < ui_.px(low_px);  // then everything is closer and the habit is told in one line
        float y = at.y;
        y += draw_sum({at.x, y}, width) + ui_.px(low ? 4 : 8);
        if (!dialog_.plan.cases.empty()) {
            const float table = table_height(low);
            draw_table({at.x, y, at.x + width, y + table});
            y += table + ui_.px(low ? 6 : 12);
        }
        draw_department({at.x, y});
        y += ui_.px(line_px + (low ? 4 : 8));
        draw_due({at.x, y}, width);
        y += ui_.px(line_px + 2);
        y += draw_why({at.x + ui_.px(label_px), y}, width - ui_.px(label_px), low) + ui_.px(low ? 4 : 10);
        const Rect note = shell::rect_at(at.x + ui_.px(label_px), y, width - ui_.px(label_px), ui_.px(low ? 34 : 56));
        const shell::InputLook look{.hint = frame_.tr("cases.open.note"), .select_all = false};
        (void)(low ? shell::text_input(ui_, "note", dialog_.note, note, look)
                   : shell::text_area(ui_, "note", dialog_.note, note, look));
        y = note.y1;
        if (frame_.derived.as_of != frame_.today)
            y += ui_.px(8) + shell::draw_paragraph(ui_, {at.x, y + ui_.px(8)}, width,
                                                   {.font = FontRole::label, .color = ui_.theme.muted},
                                                   frame_.tr("cases.not_today", {data::iso(frame_.derived.as_of)}), 20);
        return y - at.y;
    }

private:
    float draw_sum(Point at, float width)
    {
        const auto& plan = dialog_.plan;
        const std::string date = data::iso(frame_.derived.as_of);
        const std::string sum =
            plan.cases.empty()
                ? frame_.tr("cases.open.none", {date})
                : frame_.tr("cases.open.sum", {language::grouped(dialog_.buses), language::grouped(dialog_.findings),
                                               language::grouped(plan.cases.size())});
        float height = shell::draw_paragraph(ui_, at, width, {.color = ui_.theme.ink}, sum, 22);
        if (plan.already_open.empty()) return height;
        std::string numbers;
        for (const std::string& number : plan.already_open) numbers += (numbers.empty() ? "" : "  ") + number;
        height += shell::draw_paragraph(ui_, {at.x, at.y + height}, width,
                                        {.font = FontRole::label, .color = ui_.theme.muted},
                                        frame_.tr("cases.open.already", {numbers}), 20);
        return height;
    }

    float draw_why(Point at, float width, bool low)
    {
        const shell::TextLook look{.font = FontRole::small, .color = ui_.theme.muted};
        const auto why = frame_.tr("cases.open.why");
        if (!low) return shell::draw_paragraph(ui_, at, width, look, why, 18);
        shell::draw_text_fitted(ui_, shell::rect_at(at.x, at.y, width, ui_.px(20)), Align::left, look, why);
        return ui_.px(20);
    }

    [[nodiscard]] float table_height(bool low) const
    {
        const float rows = static_cast<float>(dialog_.plan.cases.size());
        const float wanted = ui_.px(shell::table_head_px) + rows * ui_.px(shell::table_row_px);
        const float least = ui_.px(shell::table_head_px + 2 * shell::table_row_px);
        const float room = low ? least : std::max(ui_.screen.y - ui_.px(around_table_px), least);
        return std::min({wanted, room, ui_.px(shell::table_head_px + 7 * shell::table_row_px)});
    }

    /// The cases that will arise, one a row.
    void draw_table(const Rect& where)
    {
        constexpr std::array ids{"subject", "department", "problems", "due_on"};
        constexpr std::array<float, 4> widths{120, 128, 180, 118};
        std::vector<shell::TableColumn> columns;
        for (std::size_t i = 0; i < ids.size(); ++i)
            columns.push_back({.id = ids[i],
                               .head = std::string{frame_.tr(std::string{"cases.column."} + ids[i])},
                               .width = widths[i],
                               .grows = i == 2,
                               .sorts = false});
        shell::TableRows rows;
        rows.count = dialog_.plan.cases.size();
        rows.text = [&](std::size_t row, std::size_t column) { return cell(dialog_.plan.cases[row], column); };
        (void)shell::table(ui_, "planned", where, columns, dialog_.table, rows);
    }

    [[nodiscard]] std::string cell(const data::OpenCase& planned, std::size_t column) const
    {
        if (column == 0) return language::shown_registration_number(planned.subject_key);
        if (column == 1) return std::string{frame_.tr("department." + planned.department)};
        if (column == 3) {
            if (dialog_.one_day) return data::iso(dialog_.due_on);
            return planned.due_on.has_date() ? data::iso(planned.due_on.date()) : "—";
        }
        std::string titles;
        const auto at = static_cast<std::size_t>(&planned - dialog_.plan.cases.data());
        if (!dialog_.plan.joins[at].empty()) titles = frame_.tr("cases.open.joins", {dialog_.plan.joins[at]}) + "  ";
        bool first = true;
        for (const data::CaseRule& rule : planned.rules) {
            titles += (first ? "" : std::string{frame_.tr("cases.and")}) + rule_title(rule.rule, frame_.language);
            first = false;
        }
        return titles;
    }

    void label(Point at, std::string_view key) const
    {
        shell::draw_text(ui_, shell::rect_at(at.x, at.y, ui_.px(label_px), ui_.px(line_px)), Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, frame_.tr(key));
    }

    void draw_department(Point at)
    {
        label(at, "cases.open.department");
        const auto words = data::words_of<rules::Department>;
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("cases.open.by_finding")}, .chosen = !dialog_.department}};
        for (std::size_t i = 0; i < words.size(); ++i)
            rows.push_back({.label = std::string{frame_.tr("department." + std::string{words[i].word})},
                            .chosen = dialog_.department == static_cast<rules::Department>(i + 1)});
        const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
        const std::string value = chosen != rows.end() ? chosen->label : std::string{};
        const auto where = shell::rect_at(at.x + ui_.px(label_px), at.y, ui_.px(260), ui_.px(line_px));
        const auto picked = shell::drop_down(ui_, "department", {}, value, rows, where);
        if (picked)
            dialog_.department = *picked == 0 ? std::nullopt : std::optional{static_cast<rules::Department>(*picked)};
    }

    /// As usual, from the first to the last deadline of the plan, or one day for all.
    void draw_due(Point at, float width)
    {
        label(at, "cases.open.due");
        float x = at.x + ui_.px(label_px);
        const float y = at.y + ui_.px(2);
        std::string usual{frame_.tr("cases.open.usual")};
        if (const std::string range = usual_range(); !range.empty()) usual += "  " + range;
        if (shell::radio(ui_, "usual", usual, !dialog_.one_day, {x, y})) dialog_.one_day = false;
        x += shell::text_width(ui_, FontRole::body, usual) + ui_.px(44);
        const auto one_day = frame_.tr("cases.open.one_day");
        if (shell::radio(ui_, "one day", one_day, dialog_.one_day, {x, y})) dialog_.one_day = true;
        x += shell::text_width(ui_, FontRole::body, one_day) + ui_.px(34);
        const float field = std::min(shell::date_field_width(ui_, {}), at.x + width - x);
        if (shell::date_field(ui_, "due", dialog_.due_on, dialog_.due_field,
                              shell::rect_at(x, at.y, field, ui_.px(line_px))))
            dialog_.one_day = true;
    }

    [[nodiscard]] std::string usual_range() const
    {
        std::optional<data::Date> first, last;
        for (const data::OpenCase& each : dialog_.plan.cases) {
            if (!each.due_on.has_date()) continue;
            first = std::min(first.value_or(each.due_on.date()), each.due_on.date());
            last = std::max(last.value_or(each.due_on.date()), each.due_on.date());
        }
        if (!first) return {};
        return *first == *last ? data::iso(*first) : data::iso(*first) + " – " + data::iso(*last);
    }

    OpenCasesDialog& dialog_;
    const Frame& frame_;
    const shell::Ui& ui_;
};

/// The cases of the plan under the terms chosen.
data::OpenCases planned(const OpenCasesDialog& dialog, const desk::Derived& derived)
{
    CaseTerms terms;
    terms.department = dialog.department;
    terms.note = dialog.note;
    if (dialog.one_day) terms.due_on = data::DateCell{dialog.due_on};
    return {case_plan(derived.dossiers, findings_of(dialog, derived), derived.as_of, terms).cases};
}

}  // namespace

void draw_open_cases_dialog(OpenCasesDialog& dialog, const Frame& frame, Requests& asked)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) return;
    refresh(dialog, frame.derived);
    const bool too_early = dialog.one_day && dialog.due_on < frame.derived.as_of;
    const std::string date = data::iso(frame.derived.as_of);
    std::string reason;
    if (dialog.plan.cases.empty())
        reason = frame.tr("cases.open.none", {date});
    else if (too_early)
        reason = frame.tr("cases.open.due_too_early", {date});
    const std::string button = frame.tr("cases.open.do", {language::grouped(dialog.plan.cases.size())});
    const std::array buttons{
        shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
        shell::DialogButton{
            .id = "open", .label = button, .primary = true, .enabled = reason.empty(), .reason = reason}};
    Pass pass(dialog, frame);
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = frame.tr("cases.open.title"), .width = dialog_px},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    if (pressed == "open") asked.push_back(data::Command{planned(dialog, frame.derived)});
    if (pressed) shell::close_dialog();
}

}  // namespace xiaoan::enforcement
