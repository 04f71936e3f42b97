#include "console/conflicts/conflicts_panel.hpp"

#include "console/conflicts/conflict_words.hpp"
#include "console/language/wording.hpp"
#include "console/rules/field_words.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/field.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::conflicts {

namespace {

using desk::DossierColumn;
using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;

constexpr float head_px = 42, chips_px = 34, side_px = 14, narrow_px = 900;

enum class Column : std::uint8_t { rule, first, second, differing, proposal };
constexpr std::array ids{"rule", "first", "second", "differing", "proposal"};
constexpr std::array widths{190.0F, 210.0F, 210.0F, 170.0F, 260.0F};

/// The keys by which the chosen conflict is settled, in the order of the buttons.
struct DecisionKey {
    Decision decision;
    ImGuiKey key;
    const char* shown;
};
constexpr std::array decision_keys{DecisionKey{Decision::kept_first, ImGuiKey_1, "1"},
                                   DecisionKey{Decision::kept_second, ImGuiKey_2, "2"},
                                   DecisionKey{Decision::both_right, ImGuiKey_3, "3"}};

void refresh(ConflictsState& state, const Frame& frame)
{
    const ConflictsState::Basis basis{state.found, state.rule, state.later, frame.filter.county};
    if (state.basis == basis) return;
    state.basis = basis;
    state.rows.clear();
    if (!state.found) return;
    const auto& open = state.found->open;
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (state.rule && open[i].rule != *state.rule) continue;
        if (basis.county.given() && open[i].county.given() && open[i].county != basis.county) continue;
        state.rows.push_back(i);
    }
    std::ranges::stable_partition(state.rows, [&](std::size_t i) { return !state.later.contains(open[i].id); });
}

std::optional<std::size_t> selected_row(const ConflictsState& state)
{
    if (!state.selected || !state.found) return std::nullopt;
    for (std::size_t row = 0; row < state.rows.size(); ++row)
        if (state.found->open[state.rows[row]].id == *state.selected) return row;
    return std::nullopt;
}

const Conflict* selected(const ConflictsState& state)
{
    const auto row = selected_row(state);
    return row ? &state.found->open[state.rows[*row]] : nullptr;
}

/// Whether the found conflicts are those of the records shown.
bool is_current(const ConflictsState& state, const Frame& frame)
{
    return state.found && state.generation == frame.snapshot().generation;
}

/// The one after it, that work goes on without a hand at the mouse.
void select_next(ConflictsState& state)
{
    const auto row = selected_row(state);
    if (!row || state.rows.size() < 2) return;
    const std::size_t next = *row + 1 < state.rows.size() ? *row + 1 : *row - 1;
    state.selected = state.found->open[state.rows[next]].id;
    state.table.show_selected = true;
}

Requests decide(ConflictsState& state, const Frame& frame, Decision decision)
{
    const Conflict* conflict = selected(state);
    if (conflict == nullptr || frame.known_at || !is_current(state, frame) || !state.settling.empty()) return {};
    const std::string reason =
        state.reason.empty() ? reason_text(frame.snapshot(), *conflict, decision, frame.language) : state.reason;
    data::Command command = settlement(frame.snapshot(), *conflict, decision, reason);
    state.settling = conflict->id;
    return {std::move(command)};
}

void put_off(ConflictsState& state)
{
    const Conflict* conflict = selected(state);
    if (conflict == nullptr) return;
    const std::string id = conflict->id;
    select_next(state);
    if (state.later.erase(id) == 0) state.later.insert(id);
}

/// One drawing of the list: what its parts share.
class Pass {
public:
    Pass(ConflictsState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
        refresh(state, frame);
    }

    Requests draw()
    {
        draw_head({where_.x0, where_.y0, where_.x1, where_.y0 + ui_.px(head_px)});
        float y = where_.y0 + ui_.px(head_px);
        y = draw_chips(y);
        draw_table({where_.x0, y, where_.x1, where_.y1});
        return std::move(asked_);
    }

private:
    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(side_px);
        const auto title = frame_.tr("conflicts.title");
        shell::draw_text(ui_, Rect{x, head.y0, head.x1, head.y1}, Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        shell::draw_text_fitted(ui_, Rect{x, head.y0, head.x1 - ui_.px(side_px), head.y1}, Align::left,
                                {.color = ui_.theme.second_ink}, sum_text());
    }

    [[nodiscard]] std::string sum_text() const
    {
        if (!state_.found) return std::string{frame_.tr("conflicts.looking")};
        std::string text =
            frame_.tr("conflicts.sum", {grouped(state_.found->open.size()), grouped(state_.found->looked_at)});
        if (state_.found->settled > 0) text += frame_.tr("conflicts.settled", {grouped(state_.found->settled)});
        if (!is_current(state_, frame_)) text += frame_.tr("conflicts.older");
        return text;
    }

    /// One a rule that found something.
    float draw_chips(float y)
    {
        if (!state_.found || state_.found->open.empty()) return y;
        std::array<std::size_t, conflict_rule_count> counts{};
        for (const Conflict& each : state_.found->open) ++counts.at(static_cast<std::size_t>(each.rule));
        float x = where_.x0 + ui_.px(side_px);
        const auto add = [&](const std::string& id, const std::string& label, bool on) {
            const float width = shell::chip_width(ui_, label);
            if (x > where_.x0 + ui_.px(side_px) && x + width > where_.x1 - ui_.px(side_px)) {
                x = where_.x0 + ui_.px(side_px);
                y += ui_.px(chips_px - 4);
            }
            const bool pressed = shell::chip(ui_, id, label, on, {x, y});
            x += width + ui_.px(8);
            return pressed;
        };
        if (add("all", std::string{frame_.tr("value.all")} + " " + grouped(state_.found->open.size()), !state_.rule))
            state_.rule.reset();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto rule = static_cast<ConflictRule>(i);
            if (counts[i] == 0 && state_.rule != rule) continue;
            const std::string label =
                std::string{frame_.tr(fmt::format("conflicts.short.{}", word(rule)))} + " " + grouped(counts[i]);
            if (add(std::string{word(rule)}, label, state_.rule == rule)) state_.rule = rule;
        }
        return y + ui_.px(chips_px);
    }

    void draw_table(const Rect& where)
    {
        const bool narrow = where.width() < ui_.px(narrow_px);
        std::vector<shell::TableColumn> columns;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto column = static_cast<Column>(i);
            if (narrow && column == Column::differing) continue;
            shown_.push_back(column);
            columns.push_back(
                {.id = ids[i],
                 .head = std::string{frame_.tr(std::string{"conflicts.column."} + ids[i])},
                 .width = widths[i],
                 .grows = column == Column::proposal || column == Column::first || column == Column::second,
                 .sorts = false});
        }
        shell::TableRows rows;
        rows.count = state_.rows.size();
        rows.selected = selected_row(state_);
        rows.text = [&](std::size_t row, std::size_t column) { return text(row, shown_[column]); };
        rows.draw = [&](const TableCell& cell) { return draw_cell(cell); };
        rows.menu = [&](std::size_t row) { return menu_rows(state_.found->open[state_.rows[row]]); };
        rows.empty = frame_.tr(state_.found ? "conflicts.none" : "conflicts.looking");
        rows.faded = state_.found && !is_current(state_, frame_);
        const auto events = shell::table(ui_, "conflicts", where, columns, state_.table, rows);
        if (events.selected) {
            state_.selected = state_.found->open[state_.rows[*events.selected]].id;
            state_.detail_open = true;
        }
        if (events.menu_entry) choose(*events.menu_entry);
        if (events.focused) keys();
    }

    [[nodiscard]] std::string text(std::size_t row, Column column) const
    {
        const Conflict& conflict = state_.found->open[state_.rows[row]];
        switch (column) {
        case Column::rule: return std::string{frame_.tr(fmt::format("conflicts.short.{}", word(conflict.rule)))};
        case Column::first:
            if (conflict.rule == ConflictRule::other_county)
                return rules::shown_key(*conflict.first.kind, conflict.first.key) + "  " + conflict.first.name;
            return side_text(frame_.snapshot(), conflict, true, frame_.language);
        case Column::second: return side_text(frame_.snapshot(), conflict, false, frame_.language);
        case Column::differing: return differing_text(conflict, frame_.language);
        case Column::proposal: break;
        }
        return proposal_text(frame_.snapshot(), conflict, frame_.language);
    }

    bool draw_cell(const TableCell& cell)
    {
        const Conflict& conflict = state_.found->open[state_.rows[cell.row]];
        const Column column = shown_[cell.column];
        const bool later = state_.later.contains(conflict.id);
        const shell::Color color = later || (column == Column::proposal && conflict.proposal.ground == Ground::none)
                                       ? ui_.theme.muted
                                       : ui_.theme.ink;
        Rect words{cell.where.x0, cell.where.y0, cell.where.x1 + ui_.px(7), cell.where.y1};
        if (column == Column::rule) {
            shell::severity_shape(ui_, {words.x0 + ui_.px(6), words.middle().y},
                                  later ? shell::Severity::in_order : shell::Severity::rectify);
            words.x0 += ui_.px(18);
        }
        shell::draw_text_fitted(ui_, words, Align::left, {.color = color}, text(cell.row, column));
        return true;
    }

    [[nodiscard]] std::vector<shell::MenuRow> menu_rows(const Conflict& conflict) const
    {
        std::vector<shell::MenuRow> rows;
        for (const DecisionKey& each : decision_keys)
            rows.push_back({.label = decision_text(frame_.snapshot(), conflict, each.decision, frame_.language),
                            .side = each.shown,
                            .enabled = !frame_.known_at});
        rows.push_back({.label = std::string{frame_.tr(state_.later.contains(conflict.id) ? "conflicts.not_later"
                                                                                          : "conflicts.later")},
                        .side = "0",
                        .rule_above = true});
        return rows;
    }

    void choose(std::size_t entry)
    {
        if (entry < decision_keys.size())
            ask(decide(state_, frame_, decision_keys.at(entry).decision));
        else
            put_off(state_);
    }

    void keys()
    {
        if (ImGui::GetIO().KeyMods != 0) return;
        for (const DecisionKey& each : decision_keys)
            if (ImGui::IsKeyPressed(each.key, false)) ask(decide(state_, frame_, each.decision));
        if (ImGui::IsKeyPressed(ImGuiKey_0, false)) put_off(state_);
    }

    void ask(Requests requests)
    {
        for (auto& request : requests) asked_.push_back(std::move(request));
    }

    ConflictsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    std::vector<Column> shown_;
    Requests asked_;
};

/// One side: what it is called, where it came from, and a way to its form.
void draw_side(DossierColumn& column, const Frame& frame, const Conflict& conflict, bool first, Requests& asked)
{
    const ConflictSide& side = first ? conflict.first : conflict.second;
    column.heading(frame.tr(first ? "conflicts.first" : "conflicts.second"));
    const std::string name = side_text(frame.snapshot(), conflict, first, frame.language);
    const bool state_of_one = conflict.rule == ConflictRule::other_county;
    if (state_of_one)
        column.small(name);
    else if (column.link(first ? "side first" : "side second", name, frame.tr("entry.edit")) && !frame.known_at)
        asked.push_back(desk::BeginEntry{std::string{side.kind->key}, side.record});
    if (!state_of_one)
        column.paragraph(rules::origin_text(frame.snapshot(), side.origin, frame.language), frame.ui.theme.muted);
    if (const data::Source* source = frame.snapshot().source(side.origin); source != nullptr)
        column.paragraph(source->imported_at.substr(0, 10) + "  " + source->imported_by, frame.ui.theme.muted);
}

void draw_comparison(DossierColumn& column, const Frame& frame, const Conflict& conflict)
{
    std::vector<shell::ComparisonRow> rows;
    for (const ComparedField& field : conflict.fields) {
        const auto shown = [&](const data::KindInfo& kind, std::size_t index, const data::Value& value) {
            return rules::shown_value(frame.snapshot(), kind, index, value, frame.language);
        };
        rows.push_back({std::string{rules::field_label(*conflict.first.kind, field.first_field, frame.language)},
                        shown(*conflict.first.kind, field.first_field, field.first),
                        shown(*conflict.second.kind, field.second_field, field.second), field.differs});
    }
    column.gap(14);
    const bool states = conflict.rule == ConflictRule::other_county;
    column.move(shell::comparison(frame.ui, column.at(), column.width(),
                                  frame.tr(states ? "conflicts.held_before" : "conflicts.first"),
                                  frame.tr(states ? "conflicts.holds_now" : "conflicts.second"), rows));
}

/// The decisions, each with its key and what it does.
void draw_decisions(DossierColumn& column, ConflictsState& state, const Frame& frame, const Conflict& conflict,
                    Requests& asked)
{
    const auto& ui = frame.ui;
    column.heading(frame.tr("conflicts.decide"));
    const bool can = !frame.known_at && is_current(state, frame) && state.settling.empty();
    for (std::size_t i = 0; i < decision_keys.size(); ++i) {
        const DecisionKey& each = decision_keys.at(i);
        const std::string label = decision_text(frame.snapshot(), conflict, each.decision, frame.language);
        const bool proposed = conflict.proposal.ground != Ground::none && conflict.proposal.decision == each.decision;
        const shell::ButtonLook look{
            .primary = proposed, .enabled = can, .key_hint = each.shown, .reason = frame.why_read_only()};
        const auto at = column.at();
        const float width = std::min(shell::button_width(ui, label, look), column.width());
        if (shell::button(ui, each.shown, label, shell::rect_at(at.x, at.y, width, ui.px(32)), look))
            for (auto& wish : decide(state, frame, each.decision)) asked.push_back(std::move(wish));
        column.gap(35);
        column.paragraph(consequence_text(conflict, each.decision, state.consequences.at(i), frame.language),
                         ui.theme.muted);
        column.gap(8);
    }
    const auto at = column.at();
    (void)shell::text_input(ui, "reason", state.reason, shell::rect_at(at.x, at.y, column.width(), ui.px(32)),
                            {.hint = frame.tr("conflicts.reason_hint"), .select_all = false});
    column.gap(40);
    const bool later = state.later.contains(conflict.id);
    const auto label = frame.tr(later ? "conflicts.not_later" : "conflicts.later");
    const shell::ButtonLook look{.key_hint = "0"};
    const auto lower = column.at();
    const float width = shell::button_width(ui, label, look);
    if (shell::button(ui, "later", label, shell::rect_at(lower.x, lower.y, width, ui.px(32)), look)) put_off(state);
    column.gap(40);
}

void find_consequences(ConflictsState& state, const Frame& frame, const Conflict& conflict)
{
    const std::string of = conflict.id + " " + std::to_string(frame.snapshot().generation);
    if (state.consequences_of == of) return;
    state.consequences_of = of;
    for (std::size_t i = 0; i < decision_keys.size(); ++i)
        state.consequences.at(i) =
            consequence(settlement(frame.snapshot(), conflict, decision_keys.at(i).decision, {}));
}

}  // namespace

Requests draw_conflicts_panel(ConflictsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

Requests draw_conflict_detail(ConflictsState& state, const Frame& frame, const desk::DossierPlace& place)
{
    Requests asked;
    refresh(state, frame);
    const Conflict* chosen = selected(state);
    if (place.over && (chosen == nullptr || !state.detail_open)) return asked;
    const auto held = state.found;  // a decision may bring others; this frame keeps its own
    (void)desk::draw_dossier(
        frame, place,
        [&](DossierColumn& column) {
            if (chosen == nullptr) {
                column.paragraph(frame.tr("conflicts.nothing"), frame.ui.theme.muted);
                return;
            }
            const Conflict& conflict = *chosen;
            find_consequences(state, frame, conflict);
            const std::string title = rules::shown_key(*conflict.first.kind, conflict.first.key);
            column.head({.title = title, .line = rule_text(conflict.rule, frame.language)});
            const std::vector<std::string> lines{proposal_text(frame.snapshot(), conflict, frame.language)};
            (void)column.card(
                {.severity = shell::Severity::rectify, .title = frame.tr("conflicts.column.proposal"), .lines = lines});
            draw_decisions(column, state, frame, conflict, asked);
            draw_comparison(column, frame, conflict);
            draw_side(column, frame, conflict, true, asked);
            draw_side(column, frame, conflict, false, asked);
        },
        {});
    return asked;
}

void take(ConflictsState& state, std::shared_ptr<const Conflicts> found, std::uint64_t generation)
{
    const auto row = selected_row(state);
    state.found = std::move(found);
    state.generation = generation;
    // The one that was settled is gone: what stands in its place is next.
    const bool still_there = state.selected && std::ranges::find(state.found->open, *state.selected, &Conflict::id) !=
                                                   state.found->open.end();
    if (state.selected && !still_there) {
        state.selected.reset();
        state.reason.clear();
        if (row && !state.found->open.empty())
            state.selected = state.found->open[std::min(*row, state.found->open.size() - 1)].id;
    }
}

void take_answer(ConflictsState& state, const data::Command& command, bool done)
{
    const auto* settled = std::get_if<data::SettleConflict>(&command);
    if (settled == nullptr || settled->conflict != state.settling) return;
    state.settling.clear();
    if (done) state.reason.clear();
}

bool step_back(ConflictsState& state)
{
    if (!state.selected) return false;
    state.selected.reset();
    state.detail_open = false;
    return true;
}

}  // namespace xiaoan::conflicts
