#include "console/permits/bus_dossier_panel.hpp"

#include "console/desk/severity.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/timeline.hpp"

#include <array>

namespace xiaoan::permits {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;

std::string_view state_key(rules::BusState state)
{
    constexpr std::array keys{"", "severity.stop", "severity.rectify", "severity.notice", "state.in_order", ""};
    return keys[static_cast<std::size_t>(state)];
}

shell::Severity look(TermBar::Look look)
{
    switch (look) {
    case TermBar::Look::ended: return shell::Severity::stop;
    case TermBar::Look::due: return shell::Severity::rectify;
    case TermBar::Look::in_order:
    case TermBar::Look::missing: break;
    }
    return shell::Severity::in_order;
}

void draw_head(DossierColumn& column, const BusView& view, const Frame& frame)
{
    const auto severity = desk::shown_severity(view.state);
    column.head({.title = view.registration_number,
                 .line = view.line,
                 .severity = severity,
                 .tag = severity ? frame.tr(state_key(view.state)) : std::string_view{},
                 .spacing = 1});
    if (view.in_service) return;
    column.small(frame.tr("dossier.not_in_service"));
    column.gap(10);
}

/// The evidence of a single finding is laid open; of several, each has a word that shows it.
void draw_cards(DossierColumn& column, const BusView& view, const Frame& frame, std::set<std::size_t>& turned)
{
    for (const auto& card : view.cards) {
        const std::size_t rule = card.finding->rule;
        const bool open = (view.cards.size() == 1) != turned.contains(rule);
        std::vector<std::string> lines{card.basis, card.text};
        if (open) lines.insert(lines.end(), card.evidence.begin(), card.evidence.end());
        const std::string title = card.lasting.empty() ? card.title : card.title + "  " + card.lasting;
        const std::string more = card.evidence.empty() ? ""
                                 : open                ? std::string{frame.tr("dossier.evidence_hide")}
                                        : frame.tr("dossier.evidence", {std::to_string(card.evidence.size())});
        const std::string id = "evidence " + std::to_string(rule);
        const bool pressed = column.card({.severity = desk::shown_severity(card.finding->severity),
                                          .title = title,
                                          .lines = lines,
                                          .more = more,
                                          .more_id = id});
        if (pressed && turned.erase(rule) == 0) turned.insert(rule);
    }
    if (!view.cards.empty()) return;
    const auto& ui = frame.ui;
    const auto at = column.at();
    shell::severity_shape(ui, {at.x + ui.px(6), at.y + ui.px(10)}, shell::Severity::in_order);
    column.move(shell::draw_paragraph(ui, {at.x + ui.px(20), at.y}, column.width() - ui.px(20), {.color = ui.theme.ink},
                                      frame.tr("dossier.no_findings", {data::iso(frame.derived.as_of)}), 20));
}

/// What was set aside does not count, and does not vanish.
void draw_silenced(DossierColumn& column, const BusView& view, const Frame& frame)
{
    if (view.silenced.empty()) return;
    column.heading(frame.tr("dossier.silenced"));
    for (const auto& each : view.silenced) {
        column.small(each.title + "  " + each.lasting);
        column.paragraph(each.reason, frame.ui.theme.muted);
        column.gap(4);
    }
}

/// Data gaps are folded away: they call for a form to be filled, not for a bus to be stopped.
void draw_gaps(DossierColumn& column, const BusView& view, const Frame& frame, bool& open)
{
    if (view.gaps.empty()) return;
    const auto& ui = frame.ui;
    column.gap(6);
    const auto label = frame.tr(open ? "dossier.gaps_hide" : "dossier.gaps", {std::to_string(view.gaps.size())});
    const float width = shell::text_width(ui, shell::FontRole::label, label) + ui.px(8);
    const auto at = column.at();
    if (shell::text_button(ui, "gaps", label, shell::rect_at(at.x, at.y, width, ui.px(24)), shell::FontRole::label))
        open = !open;
    column.gap(26);
    if (open)
        for (const auto& gap : view.gaps) column.small(gap.title + "  " + gap.text);
}

void draw_terms(DossierColumn& column, const BusView& view, const Frame& frame)
{
    column.heading(frame.tr("dossier.terms"));
    std::vector<shell::TimelineRow> rows;
    for (const auto& term : view.terms)
        rows.push_back({.label = term.label,
                        .from = term.from,
                        .to = term.to,
                        .state = look(term.look),
                        .value = term.text,
                        .strong = term.look == TermBar::Look::ended || term.look == TermBar::Look::due});
    column.move(
        shell::timeline(frame.ui, column.at(), column.width(), rows,
                        {.today = frame.derived.as_of,
                         .first = frame.derived.as_of - std::chrono::days{400},
                         .last = frame.derived.as_of + std::chrono::days{300},
                         .today_word = frame.tr(frame.as_of == frame.today ? "dossier.today" : "dossier.as_of")}));
}

void draw_list(DossierColumn& column, std::string_view heading, const std::vector<std::string>& lines)
{
    if (lines.empty()) return;
    column.heading(heading);
    for (const auto& line : lines) column.small(line);
}

void draw_comparison(DossierColumn& column, const BusView& view, const Frame& frame)
{
    if (view.comparison.empty()) return;
    column.heading(frame.tr("dossier.comparison"));
    std::vector<shell::ComparisonRow> rows;
    for (const auto& row : view.comparison) rows.push_back({row.label, row.permitted, row.actual, row.differs});
    column.move(
        shell::comparison(frame.ui, column.at(), column.width(), view.permitted_by, frame.tr("compare.actual"), rows));
    if (!view.other_runs.empty()) column.small(view.other_runs);
    draw_list(column, frame.tr("dossier.no_longer_true"), view.untrue);
}

/// How it was driven lately, each day leading to its strip.
void draw_driven(DossierColumn& column, const BusView& view, const Frame& frame, Requests& asked)
{
    if (view.driven.empty()) return;
    column.heading(frame.tr("dossier.driven"));
    for (const DrivenLine& line : view.driven)
        if (column.link("driven " + line.when, line.how, line.when))
            asked.push_back(desk::CheckRequest{desk::ShowDriven{line.key}});
}

std::vector<desk::DossierButton> buttons(const BusView& view, const Frame& frame, const data::Bus& bus)
{
    const std::string& key = bus.registration_number;
    const bool can_open = !view.cards.empty() && !frame.known_at;
    const bool can_silence = !(view.cards.empty() && view.gaps.empty()) && !frame.known_at;
    const std::string_view why_not = frame.known_at ? frame.why_read_only() : frame.tr("dossier.no_case_reason");
    return {{"case",
             frame.tr("dossier.open_case"),
             {.primary = true,
              .enabled = can_open,
              .key_hint = "Ctrl+D",
              .reason = can_open ? std::string_view{} : why_not},
             desk::BeginCase{{key}}},
            {"zoom", frame.tr("dossier.zoom"), {.reason = "Z"}, desk::Select{{desk::Selected::bus, key}, true}},
            {"edit",
             frame.tr("entry.edit"),
             {.enabled = !frame.known_at, .reason = frame.known_at ? frame.why_read_only() : "F2"},
             desk::BeginEntry{"buses", bus.id}},
            {"silence",
             frame.tr("dossier.silence"),
             {.enabled = can_silence,
              .reason = can_silence      ? std::string_view{}
                        : frame.known_at ? frame.why_read_only()
                                         : frame.tr("dossier.silence_reason")},
             desk::BeginSilencing{key}},
            {"history", frame.tr("dossier.history"), {}, desk::ShowHistory{"buses", key}}};
}

/// The papers and runs of the bus, each leading to its form.
void draw_records(DossierColumn& column, std::size_t bus, const Frame& frame, Requests& asked)
{
    struct Line {
        const char* kind;
        data::RecordId id;
        std::string name;
        std::string_view record;
    };
    std::vector<Line> lines;
    const rules::Dossiers& dossiers = frame.derived.dossiers;
    const rules::Dossier of = dossiers[bus];
    for (const rules::PermitFacts& permit : of.permits)
        lines.push_back({"permits", permit.id, dossiers.record(permit).number, frame.tr("record.permit")});
    for (const rules::PlateFacts& plate : of.plates)
        lines.push_back({"plates", plate.id, dossiers.record(plate).number, frame.tr("record.plate")});
    for (const rules::RunFacts& run : of.runs)
        lines.push_back({"runs", run.id, dossiers.record(run).route, frame.tr("record.run")});
    if (const data::Operator* run_by = dossiers.run_by(bus); run_by != nullptr)
        lines.push_back({"operators", run_by->id, run_by->name, frame.tr("record.operator")});
    if (lines.empty()) return;
    column.heading(frame.tr("dossier.records"));
    for (const Line& line : lines) {
        const std::string name = line.name.empty() ? std::string{frame.tr("value.not_given")} : line.name;
        const std::string id = std::string{line.kind} + " " + std::to_string(line.id.value);
        if (column.link(id, name, line.record)) asked.push_back(desk::BeginEntry{line.kind, line.id});
    }
}

void refresh(BusDossierState& state, const Frame& frame, std::size_t bus)
{
    if (state.generation == frame.snapshot().generation && state.as_of == frame.derived.as_of &&
        state.language == frame.language && state.key == frame.selection.key)
        return;
    state.view = bus_view(frame.derived, bus, frame.language);
    state.generation = frame.snapshot().generation;
    state.as_of = frame.derived.as_of;
    state.language = frame.language;
    if (state.key != frame.selection.key) state.evidence_turned.clear();
    state.key = frame.selection.key;
}

}  // namespace

Requests draw_bus_dossier(BusDossierState& state, const Frame& frame, const desk::DossierPlace& place)
{
    const auto bus = frame.derived.dossiers.find(frame.selection.key);
    if (bus == frame.derived.dossiers.size()) return {};
    refresh(state, frame, bus);
    const BusView& view = state.view;
    const data::Bus& record = frame.derived.dossiers.bus(bus);
    Requests asked;
    const auto content = [&](DossierColumn& column) {
        draw_head(column, view, frame);
        draw_cards(column, view, frame, state.evidence_turned);
        draw_gaps(column, view, frame, state.gaps_open);
        draw_silenced(column, view, frame);
        draw_terms(column, view, frame);
        draw_comparison(column, view, frame);
        draw_driven(column, view, frame, asked);
        draw_list(column, frame.tr("dossier.stops"), view.stops);
        draw_list(column, frame.tr("dossier.cases"), view.cases);
        if (!frame.known_at) draw_records(column, bus, frame, asked);
        draw_list(column, frame.tr("dossier.origin"), view.origin);
        auto wishes = desk::draw_origins(state.origins, frame, column, data::kind_info<data::Bus>, record.id,
                                         [&] { return record.registration_number; });
        asked.insert(asked.end(), wishes.begin(), wishes.end());
    };
    auto pressed = desk::draw_dossier(frame, place, content, buttons(view, frame, record));
    asked.insert(asked.end(), pressed.begin(), pressed.end());
    return asked;
}

}  // namespace xiaoan::permits
