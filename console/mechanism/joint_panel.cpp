#include "console/mechanism/joint_panel.hpp"

#include "console/language/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::mechanism {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42;

bool may_be_open(JointKind kind)
{
    return kind == JointKind::assignments || kind == JointKind::handovers;
}

void refresh(JointState& state, const Frame& frame)
{
    const JointState::Basis wanted{frame.derived.snapshot,
                                   frame.derived.as_of,
                                   state.kind,
                                   {.county = frame.filter.county, .department = {}, .only_open = state.only_open},
                                   frame.language};
    if (state.basis == wanted) return;
    for (std::size_t i = 0; i < joint_kinds; ++i)
        state.counts[i] = joint_rows(*wanted.snapshot, static_cast<JointKind>(i), wanted.as_of,
                                     {.county = wanted.filter.county}, wanted.language)
                              .size();
    state.rows = joint_rows(*wanted.snapshot, state.kind, wanted.as_of, wanted.filter, wanted.language);
    state.basis = wanted;
}

/// Fields of a new record that are known already: its number and day.
std::vector<std::pair<std::string, std::string>> known(const Frame& frame, JointKind kind)
{
    if (kind == JointKind::contacts) return {};
    std::vector<std::pair<std::string, std::string>> given{
        {"number", next_number(frame.snapshot(), kind, frame.derived.as_of)}};
    const std::string today = data::iso(frame.derived.as_of);
    if (kind == JointKind::meetings) given.emplace_back("held_on", today);
    if (kind == JointKind::handovers) given.emplace_back("handed_on", today);
    return given;
}

void draw_head(JointState& state, const Frame& frame, const Rect& head, Requests& asked)
{
    const auto& ui = frame.ui;
    const std::string key{info_of(state.kind).key};
    const auto add = frame.tr("joint.new." + key);
    const shell::ButtonLook look{.enabled = !frame.known_at, .reason = frame.why_read_only(), .padding = 12};
    const float width = shell::button_width(ui, add, look);
    const float right = head.x1 - ui.px(14);
    if (shell::button(ui, "new", add,
                      {right - width, head.y0 + ui.px(5), right, head.y0 + ui.px(5 + shell::bar_height_px)}, look))
        asked.push_back(desk::BeginRecord{key, {}, known(frame, state.kind)});
    const float end = right - width - ui.px(12);
    float x = head.x0 + ui.px(14);
    const auto title = frame.tr("joint.title");
    shell::draw_text(ui, Rect{x, head.y0, end, head.y1}, Align::left,
                     {.font = FontRole::body_bold, .color = ui.theme.ink}, title);
    x += shell::text_width(ui, FontRole::body_bold, title) + ui.px(12);
    const auto chip = [&](std::string_view id, const std::string& label, bool on) {
        if (x + shell::chip_width(ui, label) > end) return false;
        const bool pressed = shell::chip(ui, id, label, on, {x, head.y0 + ui.px(10)});
        x += shell::chip_width(ui, label) + ui.px(8);
        return pressed;
    };
    for (std::size_t i = 0; i < joint_kinds; ++i) {
        const auto kind = static_cast<JointKind>(i);
        const std::string name{info_of(kind).key};
        const std::string label = std::string{frame.tr("kind." + name)} + " " + language::grouped(state.counts[i]);
        if (chip(name, label, state.kind == kind)) state.kind = kind;
    }
    if (!may_be_open(state.kind)) return;
    x += ui.px(10);
    if (chip("open", std::string{frame.tr("joint.only_open")}, state.only_open)) state.only_open = !state.only_open;
}

float width_of(std::size_t column, const JointHeads& heads)
{
    return column == heads.main ? 220.0F : column == heads.late ? 190.0F : 118.0F;
}

}  // namespace

std::string selection_key(JointKind kind, std::string_view key)
{
    return std::string{info_of(kind).key} + ":" + std::string{key};
}

std::optional<SelectedRecord> selected_record(std::string_view selection_key)
{
    for (std::size_t i = 0; i < joint_kinds; ++i) {
        const auto kind = static_cast<JointKind>(i);
        const std::string begin = std::string{info_of(kind).key} + ":";
        if (selection_key.starts_with(begin))
            return SelectedRecord{kind, std::string{selection_key.substr(begin.size())}};
    }
    return std::nullopt;
}

Requests draw_joint_panel(JointState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    const float below_head = where.y0 + ui.px(head_px);
    draw_head(state, frame, {where.x0, where.y0, where.x1, below_head}, asked);
    refresh(state, frame);
    const auto heads = joint_heads(state.kind, frame.language);
    std::vector<shell::TableColumn> columns;
    for (std::size_t i = 0; i < heads.heads.size(); ++i)
        columns.push_back({.id = std::to_string(i),
                           .head = heads.heads[i],
                           .width = width_of(i, heads),
                           .grows = i == heads.main,
                           .sorts = false});
    const std::string name{info_of(state.kind).key};
    shell::TableRows rows;
    rows.count = state.rows.size();
    rows.text = [&](std::size_t row, std::size_t column) { return state.rows[row].cells[column]; };
    rows.draw = [&](const shell::TableCell& cell) {
        const JointRow& row = state.rows[cell.row];
        const bool late = row.late_days > 0 && row.open && cell.column == heads.late && may_be_open(state.kind);
        const bool done = may_be_open(state.kind) && !row.open;
        if (!late && !done) return false;
        shell::draw_text_fitted(
            ui, cell.where, Align::left,
            {.font = late ? FontRole::body_bold : FontRole::body, .color = late ? ui.theme.stop.text : ui.theme.muted},
            row.cells[cell.column]);
        return true;
    };
    if (frame.selection.what == desk::Selected::joint)
        for (std::size_t i = 0; i < state.rows.size(); ++i)
            if (selection_key(state.kind, state.rows[i].key) == frame.selection.key) rows.selected = i;
    rows.empty = frame.tr("joint.none." + name);
    rows.faded = frame.stale;
    const auto events = shell::table(ui, "joint " + name, {where.x0, below_head, where.x1, where.y1}, columns,
                                     state.tables[static_cast<std::size_t>(state.kind)], rows);
    if (const auto row = events.opened ? events.opened : events.selected)
        asked.push_back(desk::Select{{desk::Selected::joint, selection_key(state.kind, state.rows[*row].key)}, false});
    return asked;
}

}  // namespace xiaoan::mechanism
