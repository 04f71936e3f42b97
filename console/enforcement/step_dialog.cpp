#include "console/desk/severity.hpp"
#include "console/enforcement/case_dialogs.hpp"
#include "console/enforcement/case_view.hpp"
#include "console/language/wording.hpp"
#include "console/rules/calendar.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/card.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/supervision/joint.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace xiaoan::enforcement {

namespace {

using data::CaseStep;
using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view step_id = "step of a case";
constexpr float line_px = 32, label_px = 84;

std::string word_of(CaseStep step)
{
    return std::string{data::word(step)};
}

/// A text of the dialog for this step: cases.step.<what>.<step>.
std::string_view words(const Frame& frame, std::string_view what, CaseStep step)
{
    return frame.tr("cases.step." + std::string{what} + "." + word_of(step));
}

bool judges(CaseStep step)
{
    return step == CaseStep::verified || step == CaseStep::closed;
}

/// How what the case was opened for stands, in a card.
struct StandingCard {
    supervision::Standing standing = supervision::Standing::gone;
    shell::Severity severity = shell::Severity::in_order;
    std::string title;
    std::vector<std::string> lines;
};

/// The card of findings that count.
void say_what_stands(StandingCard& card, const data::Case& of, CaseStep step, const Frame& frame)
{
    card.severity = shell::Severity::rectify;
    std::string titles;
    for (const std::string& rule : supervision::standing_rules(frame.derived.dossiers, of, frame.derived.as_of)) {
        titles += (titles.empty() ? "" : std::string{frame.tr("cases.and")}) + rule_title(rule, frame.language);
        const rules::Rule* known = rules::find_rule(rule);
        if (known != nullptr && known->severity == rules::Severity::stop && !rule.ends_with('?'))
            card.severity = shell::Severity::stop;
    }
    card.title = frame.tr("cases.close.stands", {data::iso(frame.derived.as_of), titles});
    card.lines.emplace_back(frame.tr(step == CaseStep::closed ? "cases.close.stands_why" : "cases.verify.stands_why"));
}

StandingCard standing_card(const data::Case& of, CaseStep step, const Frame& frame)
{
    using supervision::Standing;
    StandingCard card;
    const std::string date = data::iso(frame.derived.as_of);
    card.standing = supervision::standing_of(frame.derived.dossiers, of, frame.derived.as_of);
    if (card.standing == Standing::stands) {
        say_what_stands(card, of, step, frame);
    } else if (card.standing == Standing::gone) {
        card.title = frame.tr("cases.close.gone", {date});
    } else {
        card.severity = shell::Severity::notice;
        card.title = card.standing == Standing::by_hand     ? std::string{frame.tr("cases.close.by_hand")}
                     : card.standing == Standing::checked   ? frame.tr("cases.ledger_behind", {date})
                     : card.standing == Standing::set_aside ? frame.tr("cases.all_set_aside", {date})
                     : card.standing == Standing::withdrawn ? frame.tr("cases.facts_withdrawn", {date})
                                                            : frame.tr("cases.subject_left", {date});
    }
    return card;
}

/// Why the step cannot be taken as it is written; empty where it can.
std::string obstacle(const StepDialog& dialog, const data::Case& of, const StandingCard& standing, const Frame& frame)
{
    if (auto why = why_not(of, dialog.step, frame.language); !why.empty()) return why;
    const bool says = says_something(dialog.text);
    const std::string needs{frame.tr("cases.step.needs_text")};
    switch (dialog.step) {
    case CaseStep::replied:
    case CaseStep::cancelled: return says ? std::string{} : needs;
    case CaseStep::noted: return says || !dialog.files.empty() ? std::string{} : needs;
    case CaseStep::extended:
        if (of.due_on.has_date() && dialog.due_on <= of.due_on.date())
            return frame.tr("rejected.due_not_later", {of.number, data::iso(of.due_on.date())});
        return says ? std::string{} : needs;
    case CaseStep::verified:
        if (dialog.by_check)
            return says && says_something(dialog.document) ? std::string{}
                                                           : std::string{frame.tr("cases.step.needs_check")};
        if (const auto why = supervision::obstacle_to_verifying(standing.standing); !why.empty())
            return frame.tr("rejected." + std::string{why}, {of.number, data::iso(frame.derived.as_of)});
        return {};
    case CaseStep::closed:
        if (says) return {};
        if (const auto why = supervision::obstacle_to_closing(standing.standing); !why.empty())
            return frame.tr("rejected." + std::string{why}, {of.number});
        return of.rules.empty() && of.state != data::CaseState::verified ? needs : std::string{};
    default: return {};
    }
}

/// One drawing of the dialog's content: what its parts share.
class Pass {
public:
    Pass(StepDialog& dialog, const data::Case& of, const StandingCard& standing, const Frame& frame)
        : dialog_(dialog), of_(of), standing_(standing), frame_(frame), ui_(frame.ui)
    {
    }

    [[nodiscard]] bool chooses_files() const { return chooses_files_; }

    float draw(Point at, float width)
    {
        at_ = at;
        width_ = width;
        draw_facts();
        if (judges(dialog_.step)) draw_standing();
        if (dialog_.step == CaseStep::verified && !of_.rules.empty()) draw_way();
        if (dialog_.step == CaseStep::sent) {
            field(frame_.tr("cases.step.to"), "to", dialog_.to, frame_.tr("cases.step.to_hint"));
            field(frame_.tr("cases.step.copy"), "copy", dialog_.copy, frame_.tr("cases.step.copy_hint"));
        }
        if (has_document()) field(words(frame_, "document", dialog_.step), "document", dialog_.document, {});
        if (dialog_.step == CaseStep::extended) draw_due();
        draw_text();
        draw_files();
        if (frame_.derived.as_of != frame_.today)
            at_.y +=
                ui_.px(8) + shell::draw_paragraph(ui_, {at_.x, at_.y + ui_.px(8)}, width_,
                                                  {.font = FontRole::label, .color = ui_.theme.muted},
                                                  frame_.tr("cases.not_today", {data::iso(frame_.derived.as_of)}), 20);
        return at_.y - at.y;
    }

private:
    [[nodiscard]] bool has_document() const
    {
        return dialog_.step == CaseStep::sent || dialog_.step == CaseStep::replied ||
               dialog_.step == CaseStep::escalated || (dialog_.step == CaseStep::verified && dialog_.by_check);
    }

    void fact(std::string_view key, std::string_view value)
    {
        at_.y += shell::fact_row(ui_, at_, width_, frame_.tr(key), value);
    }

    void draw_facts()
    {
        const auto row = supervision::case_row(of_, supervision::Standing::by_hand, frame_.derived.as_of);
        const auto text = case_row_text(frame_.snapshot(), row, frame_.derived.as_of, frame_.language);
        fact("cases.column.subject", text.subject + "  " + text.county);
        fact("cases.column.problems", text.problems);
        fact("cases.column.department", text.department);
        fact("cases.column.due_on", text.due_on);
        at_.y += ui_.px(8);
    }

    void draw_standing()
    {
        at_.y +=
            shell::card(ui_, at_, width_, {standing_.severity, standing_.title, standing_.lines}).height + ui_.px(10);
    }

    /// By the register, or by a joint check.
    void draw_way()
    {
        const auto by_register = frame_.tr("cases.verify.by_register");
        if (shell::radio(ui_, "by register", by_register, !dialog_.by_check, at_)) dialog_.by_check = false;
        const float x = at_.x + shell::text_width(ui_, FontRole::body, by_register) + ui_.px(44);
        if (shell::radio(ui_, "by check", frame_.tr("cases.verify.by_check"), dialog_.by_check, {x, at_.y}))
            dialog_.by_check = true;
        at_.y += ui_.px(shell::checkbox_height_px + 6);
    }

    void label(std::string_view words)
    {
        shell::draw_text_fitted(ui_, shell::rect_at(at_.x, at_.y, ui_.px(label_px - 6), ui_.px(line_px)), Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted}, words);
    }
    [[nodiscard]] Rect box() const
    {
        return shell::rect_at(at_.x + ui_.px(label_px), at_.y, width_ - ui_.px(label_px), ui_.px(line_px));
    }

    void field(std::string_view name, std::string_view id, std::string& text, std::string_view hint)
    {
        label(name);
        (void)shell::text_input(ui_, id, text, box(), {.hint = hint, .select_all = false});
        at_.y += ui_.px(line_px + 8);
    }

    void draw_due()
    {
        label(frame_.tr("cases.step.due"));
        const Rect all = box();
        const float width = shell::date_field_width(ui_, {});
        (void)shell::date_field(ui_, "due", dialog_.due_on, dialog_.due_field,
                                shell::rect_at(all.x0, all.y0, std::min(width, all.width()), all.height()));
        float x = all.x0 + width + ui_.px(10);
        const rules::WorkingDays working(frame_.snapshot().region->holidays);
        for (const int days : {3, 5, 10}) {
            const auto later = working.later(frame_.derived.as_of, days);
            const std::string name = frame_.tr("cases.step.workdays", {std::to_string(days)});
            const float needed = shell::text_width(ui_, FontRole::label, name) + ui_.px(12);
            if (!later || x + needed > all.x1) break;
            if (shell::text_button(ui_, "workdays" + std::to_string(days), name,
                                   shell::rect_at(x, all.y0, needed, all.height()), FontRole::label))
                dialog_.due_on = *later;
            x += needed;
        }
        at_.y += ui_.px(line_px + 8);
    }

    void draw_text()
    {
        at_.y += shell::section_heading(ui_, at_, words(frame_, "text", dialog_.step));
        const auto field = shell::rect_at(at_.x, at_.y, width_, ui_.px(76));
        (void)shell::text_area(ui_, "text", dialog_.text, field,
                               {.hint = words(frame_, "hint", dialog_.step), .take_focus = ImGui::IsWindowAppearing()});
        at_.y = field.y1;
    }

    void draw_files()
    {
        at_.y += ui_.px(8);
        const std::string_view name = frame_.tr("cases.step.attach");
        const float width = shell::button_width(ui_, name, {.padding = 12});
        const Rect where = shell::rect_at(at_.x, at_.y, width, ui_.px(shell::bar_height_px));
        if (shell::button(ui_, "attach", name, where,
                          {.enabled = dialog_.files.size() < data::most_attachments, .padding = 12}))
            chooses_files_ = true;
        shell::draw_text_fitted(ui_, Rect{where.x1 + ui_.px(10), where.y0, at_.x + width_, where.y1}, Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted},
                                frame_.tr("cases.step.attach_hint"));
        at_.y = where.y1;
        for (std::size_t i = 0; i < dialog_.files.size(); ++i) {
            const std::string file = std::filesystem::path{dialog_.files[i]}.filename().string();
            const std::string_view away = frame_.tr("cases.step.detach");
            const float side = shell::text_width(ui_, FontRole::label, away) + ui_.px(12);
            const Rect line = shell::rect_at(at_.x, at_.y, width_, ui_.px(26));
            shell::draw_text_fitted(ui_, Rect{line.x0, line.y0, line.x1 - side, line.y1}, Align::left,
                                    {.color = ui_.theme.ink}, file);
            if (shell::text_button(ui_, "away" + std::to_string(i), away,
                                   Rect{line.x1 - side, line.y0, line.x1, line.y1}, FontRole::label)) {
                dialog_.files.erase(dialog_.files.begin() + static_cast<std::ptrdiff_t>(i));
                break;
            }
            at_.y = line.y1;
        }
    }

    StepDialog& dialog_;
    const data::Case& of_;
    const StandingCard& standing_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Point at_{};
    float width_ = 0;
    bool chooses_files_ = false;
};

desk::TakeStep written(const StepDialog& dialog, const StandingCard& standing, const Frame& frame)
{
    data::StepCase step{.number = dialog.number,
                        .step = dialog.step,
                        .on = frame.derived.as_of,
                        .text = dialog.text,
                        .document = dialog.document};
    if (dialog.step == CaseStep::verified && !dialog.by_check) step.document.clear();
    if (dialog.step == CaseStep::extended) step.due_on = data::DateCell{dialog.due_on};
    step.finding_stands = !supervision::obstacle_to_closing(standing.standing).empty();
    if (dialog.step == CaseStep::sent) {
        for (std::string& name : supervision::listed(dialog.to)) step.addressees.push_back({false, std::move(name)});
        for (std::string& name : supervision::listed(dialog.copy)) step.addressees.push_back({true, std::move(name)});
    }
    return {std::move(step), dialog.files};
}

}  // namespace

void draw_step_dialog(StepDialog& dialog, const Frame& frame, desk::Requests& asked)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(step_id);
    const data::Case* of = frame.snapshot().find_case(dialog.number);
    if (!shell::dialog_is_open(step_id) || of == nullptr) return;
    const StandingCard standing = judges(dialog.step) ? standing_card(*of, dialog.step, frame) : StandingCard{};
    const std::string reason = obstacle(dialog, *of, standing, frame);
    const std::array buttons{shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
                             shell::DialogButton{.id = "take",
                                                 .label = words(frame, "do", dialog.step),
                                                 .primary = true,
                                                 .enabled = reason.empty(),
                                                 .reason = reason}};
    Pass pass(dialog, *of, standing, frame);
    const std::string title =
        frame.tr("cases.step.title", {std::string{words(frame, "do", dialog.step)}, dialog.number});
    const auto pressed = shell::dialog(
        frame.ui, step_id, {.title = title, .width = 520}, [&](Point at, float width) { return pass.draw(at, width); },
        buttons);
    if (pressed == "take") asked.push_back(written(dialog, standing, frame));
    if (pressed) dialog.writing = false;
    if (pass.chooses_files()) asked.push_back(desk::ChooseAttachments{});
    if (pressed || pass.chooses_files()) shell::close_dialog();
}

}  // namespace xiaoan::enforcement
