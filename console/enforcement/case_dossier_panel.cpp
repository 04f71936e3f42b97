#include "console/desk/dossier.hpp"
#include "console/desk/severity.hpp"
#include "console/enforcement/cases_panel.hpp"

#include <algorithm>

namespace xiaoan::enforcement {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;
using shell::FontRole;
using shell::Point;
using shell::Severity;

/// How the case itself stands: overdue stops, open calls, closed is in order.
Severity severity_of(const CaseView& view)
{
    if (view.overdue_days > 0) return Severity::stop;
    return has_ended(view.opened->state) || view.opened->state == data::CaseState::verified ? Severity::in_order
                                                                                            : Severity::notice;
}

void draw_facts(DossierColumn& column, const CaseView& view, const Frame& frame)
{
    const data::Case& of = *view.opened;
    column.fact(frame.tr("cases.opened_on"), data::iso(of.opened_on));
    std::string due = of.due_on.has_date() ? data::iso(of.due_on.date()) : std::string{frame.tr("cases.no_due")};
    if (!view.left.empty() && view.overdue_days == 0) due += "  " + view.left;
    column.fact(frame.tr("cases.due_on"), due);
    if (of.sent_on.has_date()) column.fact(frame.tr("cases.sent_on"), data::iso(of.sent_on.date()));
    if (view.next != supervision::NextStep::none) column.fact(frame.tr("cases.next"), view.next_text);
    if (of.closed_on.has_date()) column.fact(frame.tr("cases.closed_on"), data::iso(of.closed_on.date()));
    if (!of.close_reason.empty()) column.fact(frame.tr("cases.close_reason"), of.close_reason);
    if (!view.has_subject && of.subject_kind == "bus") column.small(frame.tr("cases.no_subject"));
    if (!of.matter.empty()) column.fact(frame.tr("cases.matter.what"), of.matter);
    for (const std::string& line : view.addressees) column.small(line);
    if (!view.says.empty()) {
        column.gap(8);
        column.card({.severity = view.stands ? Severity::rectify : Severity::in_order, .title = view.says});
    }
}

/// What it was opened for: the words then, and how it stands now.
void draw_findings(DossierColumn& column, const CaseView& view, const Frame& frame)
{
    if (view.findings.empty()) return;
    column.heading(frame.tr("cases.findings"));
    for (const FrozenFinding& finding : view.findings) {
        std::vector<std::string> lines{finding.basis, finding.text};
        lines.insert(lines.end(), finding.evidence.begin(), finding.evidence.end());
        std::erase_if(lines, [](const std::string& line) { return line.empty(); });
        const std::string title = finding.title + " · " + finding.standing;
        column.card({.severity = finding.stands ? desk::shown_severity(finding.severity) : Severity::in_order,
                     .title = title,
                     .lines = lines});
    }
}

/// The steps on a line from top to bottom, one dot a step.
void draw_steps(DossierColumn& column, const CaseView& view, const Frame& frame)
{
    const auto& ui = frame.ui;
    column.heading(frame.tr("cases.steps"));
    const float indent = ui.px(20);
    for (std::size_t i = 0; i < view.steps.size(); ++i) {
        const CaseStepText& step = view.steps[i];
        const Point at = column.at();
        const float dot_y = at.y + ui.px(10);
        const std::string head = step.at + "  " + step.what + (step.by.empty() ? "" : " · " + step.by);
        float height = shell::draw_paragraph(ui, {at.x + indent, at.y}, column.width() - indent,
                                             {.font = FontRole::label, .color = ui.theme.ink}, head, 20);
        if (!step.text.empty())
            height += shell::draw_paragraph(ui, {at.x + indent, at.y + height}, column.width() - indent,
                                            {.font = FontRole::label, .color = ui.theme.second_ink}, step.text, 20);
        for (const std::string& note : step.notes)
            height += shell::draw_paragraph(ui, {at.x + indent, at.y + height}, column.width() - indent,
                                            {.font = FontRole::label, .color = ui.theme.muted}, note, 20);
        height += ui.px(8);
        if (i + 1 < view.steps.size()) shell::hairline_down(ui, at.x + ui.px(5), dot_y, dot_y + height, ui.theme.line);
        ui.list().AddCircleFilled({at.x + ui.px(5) + ui.px.hair() / 2, dot_y}, ui.px.exact(4), ui.theme.accent);
        column.move(height);
    }
}

/// What else speaks of it: the task ledger, meetings, assignments, hand-overs.
void draw_links(DossierColumn& column, const CaseView& view, const Frame& frame)
{
    if (view.links.empty()) return;
    column.heading(frame.tr("cases.links"));
    for (const std::string& line : view.links) column.small(line);
}

/// The buttons of a case: what each does, and in words why it cannot.
class Buttons {
public:
    Buttons(const CaseView& view, const Frame& frame) : view_(view), frame_(frame)
    {
        using enum data::CaseStep;
        using supervision::NextStep;
        const NextStep next = view.next;
        step("send", sent, next == NextStep::send);
        step("reply", replied, next == NextStep::wait);
        if (next == NextStep::escalate)
            step("escalate", escalated, true);
        else if (next == NextStep::remind)
            step("remind", reminded, true);
        else
            step("urge", urged, next == NextStep::urge || next == NextStep::check);
        step("verify", verified, next == NextStep::verify);
        step("close", closed, next == NextStep::close);
        step("extend", extended, false);
        step("note", noted, false);
        if (has_ended(view.opened->state))
            step("reopen", reopened, false);
        else
            step("cancel", cancelled, false);
    }

    [[nodiscard]] std::vector<desk::DossierButton> made()
    {
        std::vector<desk::DossierButton> all;
        for (const Step& each : steps_)
            all.push_back({each.id,
                           frame_.tr(each.key),
                           {.primary = each.primary, .enabled = each.reason.empty(), .reason = each.reason},
                           desk::BeginStep{view_.opened->number, each.which}});
        const bool of_bus = view_.opened->subject_kind == "bus";
        if (of_bus)
            all.push_back({"bus",
                           frame_.tr("cases.go_to_bus"),
                           {.enabled = view_.has_subject,
                            .reason = view_.has_subject ? std::string_view{} : frame_.tr("cases.no_subject")},
                           desk::Select{{desk::Selected::bus, view_.opened->subject_key}, true}});
        if (view_.opened->subject_kind == "water" && view_.has_subject)
            all.push_back({"water",
                           frame_.tr("cases.go_to_water"),
                           {},
                           desk::Select{{desk::Selected::water, view_.opened->subject_key}, true}});
        all.push_back({"letter",
                       frame_.tr("cases.letter"),
                       {},
                       desk::PreviewLetter{desk::LetterKind::notice, {view_.opened->number}}});
        all.push_back({"history", frame_.tr("cases.history"), {}, desk::ShowHistory{"cases", view_.opened->number}});
        return all;
    }

private:
    struct Step {
        std::string_view id;
        std::string key;
        data::CaseStep which;
        bool primary;
        std::string reason;
    };
    void step(std::string_view id, data::CaseStep which, bool primary)
    {
        std::string reason =
            frame_.known_at ? std::string{frame_.why_read_only()} : why_not(*view_.opened, which, frame_.language);
        steps_.push_back({id, "cases.button." + std::string{id}, which, primary && reason.empty(), std::move(reason)});
    }

    const CaseView& view_;
    const Frame& frame_;
    std::vector<Step> steps_;
};

/// Makes the view anew where case, register, date or language are new. False where there is no such case.
bool refresh(CasesState& state, const Frame& frame)
{
    const auto row = std::ranges::find(frame.derived.cases, frame.selection.key,
                                       [](const CaseRow& each) -> std::string_view { return each.opened->number; });
    if (row == frame.derived.cases.end()) return false;
    const data::Case* of = row->opened;
    if (state.view_of == frame.derived.snapshot && state.view_as_of == frame.derived.as_of &&
        state.view_language == frame.language && state.view_key == of->number)
        return true;
    state.view = case_view(frame.derived.dossiers, *of, frame.derived.as_of, frame.language);
    state.view.then = row->then;
    state.view_of = frame.derived.snapshot;
    state.view_as_of = frame.derived.as_of;
    state.view_language = frame.language;
    state.view_key = of->number;
    return true;
}

}  // namespace

Requests draw_case_dossier(CasesState& state, const Frame& frame, const desk::DossierPlace& place)
{
    if (!refresh(state, frame)) return {};
    const CaseView& view = state.view;
    const auto content = [&](DossierColumn& column) {
        column.head({.title = view.opened->number,
                     .line = view.line,
                     .severity = severity_of(view),
                     .tag = view.overdue_days > 0 ? view.left : view.state});
        draw_facts(column, view, frame);
        draw_findings(column, view, frame);
        draw_links(column, view, frame);
        draw_steps(column, view, frame);
    };
    Buttons buttons(view, frame);
    return desk::draw_dossier(frame, place, content, buttons.made());
}

}  // namespace xiaoan::enforcement
