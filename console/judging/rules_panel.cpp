#include "console/judging/rules_panel.hpp"

#include "console/catalogue/catalogue.hpp"
#include "console/desk/fitting_columns.hpp"
#include "console/desk/severity.hpp"
#include "console/language/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/water/gap_rules.hpp"

#include <span>
#include <utility>

namespace xiaoan::judging {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42, margin_px = 14, filter_px = 280, least_filter_px = 120;

/// A column by its key in the language files.
struct ColumnOf {
    const char* key;
    float width;
    int rank = 0;
    bool grows = false;
    Align align = Align::left;
};

desk::FittingColumns columns_of(const Frame& frame, std::span<const ColumnOf> of, float room)
{
    std::vector<desk::CandidateColumn> made;
    for (std::size_t i = 0; i < of.size(); ++i)
        made.push_back({{.id = of[i].key,
                         .head = std::string{frame.tr(of[i].key)},
                         .width = of[i].width,
                         .grows = of[i].grows,
                         .sorts = false,
                         .align = of[i].align},
                        i,
                        of[i].rank});
    return desk::fitting_columns(std::move(made), frame.ui, room);
}

std::string number(std::size_t count)
{
    return count == 0 ? std::string{"–"} : language::grouped(count);
}

class Page {
public:
    Page(RulesState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
    }

    Requests draw()
    {
        draw_head({where_.x0, where_.y0, where_.x1, where_.y0 + ui_.px(head_px)});
        refresh(state_, frame_);
        const Rect table{where_.x0, where_.y0 + ui_.px(head_px), where_.x1, where_.y1};
        switch (state_.view) {
        case RulesView::rules: draw_rules(table); break;
        case RulesView::settings: draw_settings(table); break;
        case RulesView::silencings: draw_silencings(table); break;
        }
        return std::move(asked_);
    }

private:
    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(margin_px);
        const auto chip = [&](std::string_view id, const std::string& label, bool on) {
            const float width = shell::chip_width(ui_, label);
            if (x + width > head.x1 - ui_.px(margin_px)) return false;
            const bool pressed = shell::chip(ui_, id, label, on, {x, head.y0 + ui_.px(10)});
            x += width + ui_.px(8);
            return pressed;
        };
        const std::array counts{state_.all_rules.size(), state_.settings.size(),
                                frame_.derived.dossiers.judging().silencings.size()};
        static constexpr std::array keys{"rules.view.rules", "rules.view.settings", "rules.view.silencings"};
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto view = static_cast<RulesView>(i);
            const std::string label = std::string{frame_.tr(keys[i])} + " " + language::grouped(counts[i]);
            if (chip(keys[i], label, state_.view == view)) state_.view = view;
        }
        x += ui_.px(10);
        if (state_.view == RulesView::rules &&
            chip("found", std::string{frame_.tr("rules.only_found")}, state_.only_found))
            state_.only_found = !state_.only_found;
        if (state_.view == RulesView::settings) {
            if (chip("changed", std::string{frame_.tr("setting.only_changed")}, state_.setting_filter.only_changed))
                state_.setting_filter.only_changed = !state_.setting_filter.only_changed;
            const float room = head.x1 - ui_.px(margin_px) - x;
            if (room >= ui_.px(least_filter_px))
                (void)shell::text_input(
                    ui_, "filter", state_.setting_filter.text,
                    shell::rect_at(x, head.y0 + ui_.px(6), std::min(ui_.px(filter_px), room), ui_.px(30)),
                    {.hint = frame_.tr("setting.filter"), .icon = shell::Icon::search});
        }
        if (state_.view == RulesView::silencings &&
            chip("in force", std::string{frame_.tr("rules.only_in_force")}, state_.only_in_force))
            state_.only_in_force = !state_.only_in_force;
    }

    [[nodiscard]] shell::TableState& table_state() { return state_.tables[static_cast<std::size_t>(state_.view)]; }

    void draw_rules(const Rect& where)
    {
        static constexpr std::array columns{ColumnOf{"rules.column.title", 240, 0},
                                            ColumnOf{"rules.column.today", 92, 0, false, Align::right},
                                            ColumnOf{"rules.column.gaps", 92, 5, false, Align::right},
                                            ColumnOf{"list.severity", 92, 1},
                                            ColumnOf{"book.department", 126, 3},
                                            ColumnOf{"book.fix", 150, 4},
                                            ColumnOf{"book.condition", 280, 2, true},
                                            ColumnOf{"book.basis", 220, 6},
                                            ColumnOf{"book.rule", 190, 7}};
        const auto shown = columns_of(frame_, columns, where.width());
        shell::TableRows rows;
        rows.count = state_.rules.size();
        rows.text = [&](std::size_t row, std::size_t column) {
            return rule_cell(state_.all_rules[state_.rules[row]], shown.of[column]);
        };
        rows.draw = [&](const shell::TableCell& cell) {
            return draw_rule_cell(state_.all_rules[state_.rules[cell.row]], shown.of[cell.column], cell);
        };
        for (std::size_t i = 0; i < state_.rules.size(); ++i)
            if (state_.rules[i] == state_.rule) rows.selected = i;
        rows.empty = frame_.tr("rules.none_found");
        rows.faded = frame_.stale;
        const auto events = shell::table(ui_, "rules", where, shown.heads, table_state(), rows);
        if (events.selected) select(state_.rule, state_.rules[*events.selected]);
        if (events.opened) show_buses(*state_.all_rules[state_.rules[*events.opened]].rule);
    }

    void select(std::size_t& what, std::size_t row)
    {
        what = row;
        state_.detail_open = true;
    }

    /// The buses with findings of the rule, on their page.
    void show_buses(const rules::Rule& rule)
    {
        desk::BusFilter filter;
        filter.county = frame_.filter.county;
        filter.rule = rule.id;
        asked_.push_back(desk::SetFilter{filter});
        asked_.push_back(desk::ShowPage{desk::Page::buses});
    }

    [[nodiscard]] std::string rule_cell(const RuleRow& row, std::size_t column) const
    {
        const RuleText text = rule_text(*row.rule, frame_.language);
        switch (column) {
        case 0: return text.title;
        case 1: return number(row.findings);
        case 2: return number(row.gaps);
        case 3: return text.severity;
        case 4: return text.department;
        case 5: return text.fix;
        case 6: return text.condition;
        case 7: return text.basis;
        default: return std::string{row.rule->id};
        }
    }

    bool draw_rule_cell(const RuleRow& row, std::size_t column, const shell::TableCell& cell)
    {
        const RuleText text = rule_text(*row.rule, frame_.language);
        if (column == 3) {
            shell::severity_shape(ui_, {cell.where.x0 + ui_.px(6), cell.where.middle().y},
                                  desk::shown_severity(row.rule->severity));
            shell::draw_text_fitted(ui_, Rect{cell.where.x0 + ui_.px(18), cell.where.y0, cell.where.x1, cell.where.y1},
                                    Align::left, {.color = ui_.theme.ink}, text.severity);
            return true;
        }
        if (column == 1 && row.findings > 0) {
            const bool stops = row.rule->severity == rules::Severity::stop;
            shell::draw_text(ui_, cell.where, Align::right,
                             {.font = FontRole::body_bold, .color = stops ? ui_.theme.stop.text : ui_.theme.ink},
                             number(row.findings));
            return true;
        }
        return false;
    }

    void draw_settings(const Rect& where)
    {
        static constexpr std::array columns{
            ColumnOf{"setting.meaning", 300, 0, true}, ColumnOf{"setting.value", 150, 0},
            ColumnOf{"setting.default", 130, 2},       ColumnOf{"setting.source", 300, 1},
            ColumnOf{"setting.set_by", 130, 3},        ColumnOf{"setting.set_at", 120, 4}};
        const auto shown = columns_of(frame_, columns, where.width());
        shell::TableRows rows;
        rows.count = state_.setting_rows.size();
        rows.text = [&](std::size_t row, std::size_t column) {
            const SettingRow& of = state_.setting_rows[row];
            if (of.group.empty()) return setting_cell(state_.settings[of.setting], shown.of[column]);
            return shown.of[column] == 0 ? group_text(of) : std::string{};
        };
        rows.ground = [&](std::size_t row) {
            return state_.setting_rows[row].group.empty() ? shell::Color{} : ui_.theme.field;
        };
        rows.draw = [&](const shell::TableCell& cell) {
            const SettingRow& of = state_.setting_rows[cell.row];
            if (!of.group.empty()) {
                if (shown.of[cell.column] == 0)
                    shell::draw_text_fitted(ui_, cell.where, Align::left,
                                            {.font = FontRole::body_bold, .color = ui_.theme.muted}, group_text(of));
                return true;
            }
            const settings::StandingSetting& setting = state_.settings[of.setting];
            const std::size_t column = shown.of[cell.column];
            const bool unknown =
                (column == 1 && setting.value.empty()) || (column == 2 && setting.info->default_value.empty());
            if (!unknown && !(column == 1 && setting.set != nullptr)) return false;
            shell::draw_text_fitted(ui_, cell.where, Align::left,
                                    {.font = unknown ? FontRole::body : FontRole::body_bold,
                                     .color = unknown ? ui_.theme.rectify.text : ui_.theme.ink},
                                    setting_cell(setting, column));
            return true;
        };
        for (std::size_t i = 0; i < state_.setting_rows.size(); ++i)
            if (state_.setting_rows[i].group.empty() && state_.setting_rows[i].setting == state_.setting)
                rows.selected = i;
        rows.empty = frame_.tr("setting.none_shown");
        const auto events = shell::table(ui_, "settings", where, shown.heads, table_state(), rows);
        if (events.selected) select_setting(*events.selected, rows.selected);
        if (events.opened && !frame_.known_at && state_.setting_rows[*events.opened].group.empty())
            asked_.push_back(
                desk::BeginSetting{state_.settings[state_.setting_rows[*events.opened].setting].info->name});
    }

    /// A heading is passed over: the keyboard goes on in its direction.
    void select_setting(std::size_t row, std::optional<std::size_t> before)
    {
        const auto& rows = state_.setting_rows;
        if (!rows[row].group.empty()) {
            const bool upwards = before && *before == row + 1 && row > 0;
            row = upwards ? row - 1 : row + 1;
        }
        select(state_.setting, rows[row].setting);
    }

    [[nodiscard]] std::string group_text(const SettingRow& row) const
    {
        return std::string{frame_.tr("setting.group." + std::string{row.group})};
    }

    [[nodiscard]] std::string setting_cell(const settings::StandingSetting& setting, std::size_t column) const
    {
        switch (column) {
        case 0: return settings::name_text(*setting.info, frame_.language);
        case 1: return settings::value_text(*setting.info, setting.value, frame_.language);
        case 2: return settings::value_text(*setting.info, setting.info->default_value, frame_.language);
        case 3: return setting.source;
        case 4: return setting.set != nullptr ? setting.set->set_by : std::string{};
        default: return setting.set != nullptr ? setting.set->set_at.substr(0, 10) : std::string{};
        }
    }

    void draw_silencings(const Rect& where)
    {
        static constexpr std::array columns{
            ColumnOf{"silencing.of", 122, 0},          ColumnOf{"silencing.state", 92, 0},
            ColumnOf{"silenced.kind", 92, 1},          ColumnOf{"list.problem", 180, 0},
            ColumnOf{"silencing.from", 112, 3},        ColumnOf{"silencing.until", 112, 0},
            ColumnOf{"silenced.reason", 220, 1, true}, ColumnOf{"silenced.by", 140, 2}};
        const auto shown = columns_of(frame_, columns, where.width());
        shell::TableRows rows;
        rows.count = state_.silencings.size();
        rows.text = [&](std::size_t row, std::size_t column) {
            return silencing_cell(state_.silencings[row], shown.of[column]);
        };
        rows.draw = [&](const shell::TableCell& cell) {
            const SilencingRow& row = state_.silencings[cell.row];
            if (row.state == SilencingState::in_force) return false;
            shell::draw_text_fitted(ui_, cell.where, Align::left, {.color = ui_.theme.muted},
                                    silencing_cell(row, shown.of[cell.column]));
            return true;
        };
        for (std::size_t i = 0; i < state_.silencings.size() && !rows.selected; ++i)
            if (frame_.selection == selection_of(*state_.silencings[i].silencing)) rows.selected = i;
        rows.empty = frame_.tr("silencing.none");
        rows.faded = frame_.stale;
        const auto events = shell::table(ui_, "silencings", where, shown.heads, table_state(), rows);
        if (const auto row = events.opened ? events.opened : events.selected)
            asked_.push_back(desk::Select{selection_of(*state_.silencings[*row].silencing), events.opened.has_value()});
    }

    static desk::Selection selection_of(const data::Silencing& silencing)
    {
        const bool of_water = water::find_gap_rule(silencing.rule) != nullptr;
        return {of_water ? desk::Selected::water : desk::Selected::bus, silencing.registration_number};
    }

    [[nodiscard]] std::string silencing_cell(const SilencingRow& row, std::size_t column) const
    {
        static constexpr std::array states{"silencing.in_force", "silencing.to_come", "silencing.over"};
        const data::Silencing& of = *row.silencing;
        switch (column) {
        case 0: return shown_subject(of.registration_number, of.rule);
        case 1: return std::string{frame_.tr(states[static_cast<std::size_t>(row.state)])};
        case 2: return std::string{frame_.tr("silence.kind." + of.kind)};
        case 3: return silenced_rule(of, frame_.language);
        case 4: return data::iso(of.from_on);
        case 5: return data::iso(of.until_on);
        case 6: return of.reason;
        default: return of.given_by;
        }
    }

    RulesState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    Requests asked_;
};

}  // namespace

void refresh(RulesState& state, const Frame& frame)
{
    const RulesState::Basis wanted{frame.derived.snapshot, &frame.derived,   frame.derived.as_of, frame.filter.county,
                                   frame.language,         state.only_found, state.only_in_force, state.setting_filter};
    if (state.basis == wanted) return;
    state.all_rules = rule_rows(frame.derived, wanted.county);
    state.rules.clear();
    for (std::size_t i = 0; i < state.all_rules.size(); ++i)
        if (!state.only_found || state.all_rules[i].findings > 0) state.rules.push_back(i);
    state.settings = settings::standing_settings(catalogue::all_settings(), frame.derived.dossiers.judging().settings,
                                                 frame.language);
    state.setting_rows = setting_rows(state.settings, state.setting_filter, frame.language);
    state.silencings = silencing_rows(frame.derived, wanted.county);
    if (state.only_in_force)
        std::erase_if(state.silencings, [](const SilencingRow& row) { return row.state != SilencingState::in_force; });
    state.basis = wanted;
}

Requests draw_rules_panel(RulesState& state, const Frame& frame, const Rect& where)
{
    refresh(state, frame);
    return Page(state, frame, where).draw();
}

bool has_detail(const RulesState& state)
{
    return state.view != RulesView::silencings;
}

bool step_back(RulesState& state)
{
    return has_detail(state) && std::exchange(state.detail_open, false);
}

}  // namespace xiaoan::judging
