#include "console/water/waters_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"
#include "console/shell/widgets/tooltip.hpp"
#include "console/water/equipment_marks.hpp"
#include "console/water/level_mark.hpp"
#include "console/water/risk_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::water {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;
using shell::TableCell;

constexpr float line_px = 40, margin_px = 14, search_px = 240;
constexpr std::array column_ids{"rank",     "level",   "name",      "kind",      "county", "school",
                                "distance", "schools", "equipment", "duty_unit", "patrol"};
constexpr std::array<float, 11> widths{64, 104, 150, 76, 146, 176, 98, 84, 114, 146, 122};
constexpr std::array<int, 11> ranks{0, 0, 0, 4, 3, 0, 1, 5, 1, 2, 2};  // what the dossier says as well goes first

bool is_number(WaterColumn column)
{
    return column == WaterColumn::rank || column == WaterColumn::distance || column == WaterColumn::schools;
}

WaterColumn column_of(std::string_view id)
{
    for (std::size_t i = 0; i < column_ids.size(); ++i)
        if (column_ids[i] == id) return static_cast<WaterColumn>(i);
    return WaterColumn::distance;
}

void refresh(WatersState& state, const Frame& frame, const std::shared_ptr<const RankedWaters>& ranked)
{
    const WaterColumn usual = ranked != nullptr ? WaterColumn::rank : WaterColumn::distance;
    const WaterOrder order{state.table.sort_id.empty() ? usual : column_of(state.table.sort_id),
                           state.table.descending};
    const WatersState::Basis wanted{
        frame.derived.snapshot,
        ranked,
        {state.within_m, frame.filter.county, state.text, state.level, gap_basis_of(frame.derived), state.only_gaps},
        order};
    if (state.basis == wanted) return;
    state.rows = water_rows(frame.derived.exposures, wanted.filter, wanted.order, ranked.get());
    state.basis = wanted;
}

/// What one row says, made for the rows that are seen.
class Words {
public:
    Words(const Frame& frame) : frame_(frame) {}

    [[nodiscard]] std::string text(const WaterRow& row, WaterColumn column) const
    {
        const data::Water& water = *row.water;
        switch (column) {
        case WaterColumn::rank: return row.rank > 0 ? language::grouped(row.rank) : std::string{};
        case WaterColumn::level: return level(row);
        case WaterColumn::name: return water_name(water, frame_.language);
        case WaterColumn::kind: return kind(water);
        case WaterColumn::county: {
            const auto county = rules::county_name(frame_.snapshot(), water.county, frame_.language);
            return water.township.empty() ? county : county + " " + water.township;
        }
        case WaterColumn::school:
            return row.nearest != nullptr ? row.nearest->name : std::string{frame_.tr("waters.no_school_near")};
        case WaterColumn::distance: return row.nearest != nullptr ? distance_text(row.distance_m) : std::string{};
        case WaterColumn::schools: return language::grouped(row.schools);
        case WaterColumn::equipment: return equipment(water);
        case WaterColumn::duty_unit: return water.duty_unit.empty() ? unchecked() : water.duty_unit;
        case WaterColumn::patrol: break;
        }
        if (water.last_patrol_on.is_none()) return std::string{frame_.tr("value.none")};
        return water.last_patrol_on.has_date() ? data::iso(water.last_patrol_on.date()) : unchecked();
    }

    /// 警示牌：有　救生圈：无　…
    [[nodiscard]] std::string equipment(const data::Water& water) const
    {
        std::string text;
        const auto answers = equipment_of(water);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (i > 0) text += " · ";
            text += frame_.tr("waters.item", {std::string{frame_.tr("field.water." + std::string{equipment_fields[i]})},
                                              std::string{answer_word(answers[i], frame_.language)}});
        }
        return text;
    }

    /// 重大 72; nothing before the ranking is there.
    [[nodiscard]] std::string level(const WaterRow& row) const
    {
        if (row.risk == nullptr) return {};
        return level_text(row.risk->score.level, frame_.language) + " " + std::to_string(row.risk->score.score);
    }

    [[nodiscard]] std::string unchecked() const { return std::string{frame_.tr("waters.unchecked")}; }

private:
    [[nodiscard]] std::string kind(const data::Water& water) const
    {
        const auto word = data::word(water.kind);
        return word.empty() ? unchecked() : std::string{frame_.tr("word.water.kind." + std::string{word})};
    }

    const Frame& frame_;
};

/// The two lines over the table: ranges and search; season, bands and the briefing.
class Head {
public:
    Head(WatersState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where), middle_(where.y0 + ui_.px(line_px) / 2)
    {
    }

    void draw(Requests& asked)
    {
        begin_line();
        draw_search();
        draw_ranges();
        middle_ += ui_.px(line_px - 6);
        begin_line();
        draw_brief(asked);
        draw_season();
        draw_bands();
        draw_gaps_chip();
        draw_left_out();
    }

private:
    void begin_line()
    {
        x_ = where_.x0 + ui_.px(margin_px);
        end_ = where_.x1 - ui_.px(margin_px);
    }

    bool chip(std::string_view id, const std::string& label, bool on)
    {
        const float width = shell::chip_width(ui_, label);
        if (x_ + width > end_) return false;
        const bool pressed = shell::chip(ui_, id, label, on, {x_, middle_ - ui_.px(shell::chip_height_px) / 2});
        x_ += width + ui_.px(8);
        return pressed;
    }

    void draw_search()
    {
        // Title and chips need some 640; the rest is for the field.
        const float width = std::clamp(where_.width() - ui_.px(640), ui_.px(150), ui_.px(search_px));
        (void)shell::text_input(ui_, "search", state_.text,
                                shell::rect_at(end_ - width, middle_ - ui_.px(15), width, ui_.px(30)),
                                {.hint = frame_.tr("waters.search"), .icon = shell::Icon::search});
        end_ -= width + ui_.px(12);
    }

    void draw_ranges()
    {
        const auto title = frame_.tr("waters.title");
        const Rect line{x_, middle_ - ui_.px(15), end_, middle_ + ui_.px(15)};
        shell::draw_text(ui_, line, Align::left, {.font = FontRole::body_bold, .color = ui_.theme.ink}, title);
        x_ += shell::text_width(ui_, FontRole::body_bold, title) + ui_.px(12);
        for (std::size_t i = 0; i < ranges_m.size(); ++i) {
            const auto metres = language::grouped(static_cast<std::size_t>(ranges_m[i]));
            if (chip("range " + std::to_string(i),
                     frame_.tr("waters.chip", {metres, language::grouped(state_.rows.counts[i])}),
                     state_.within_m == ranges_m[i]))
                state_.within_m = ranges_m[i];
        }
        if (chip("range all", frame_.tr("waters.chip_all", {language::grouped(state_.rows.all)}),
                 state_.within_m == any_range_m))
            state_.within_m = any_range_m;
    }

    void draw_brief(Requests& asked)
    {
        const auto label = frame_.tr("waters.brief");
        const float width = shell::button_width(ui_, label);
        if (shell::button(ui_, "brief", label, shell::rect_at(end_ - width, middle_ - ui_.px(15), width, ui_.px(30)),
                          {.reason = "Ctrl+P"}))
            asked.push_back(desk::briefing_of(frame_.filter.county));
        end_ -= width + ui_.px(12);
    }

    /// The season that is ranked for: first that of the date, whichever it is.
    void draw_season()
    {
        const std::string now{
            season_words[static_cast<std::size_t>(*season_of(frame_.derived.as_of, habits_of(frame_.derived)).name)]};
        const auto name = [&](std::string_view word) { return std::string{frame_.tr(fmt::format("season.{}", word))}; };
        std::vector<shell::MenuRow> rows{
            {.label = frame_.tr("waters.season_now", {name(now)}), .chosen = state_.season.empty()}};
        for (const auto word : season_words)
            rows.push_back(
                {.label = name(word), .chosen = state_.season == word, .rule_above = word == season_words.front()});
        const std::string value =
            state_.season.empty() ? frame_.tr("waters.season_now", {name(now)}) : name(state_.season);
        const shell::FieldLook look{.label = frame_.tr("waters.season"), .drop_mark = true};
        const float width = shell::field_width(ui_, value, look);
        const Rect field = shell::rect_at(x_, middle_ - ui_.px(15), width, ui_.px(30));
        if (const auto picked = shell::drop_down(ui_, "season", look.label, value, rows, field))
            state_.season = *picked == 0 ? std::string{} : std::string{season_words[*picked - 1]};
        x_ += width + ui_.px(12);
    }

    void draw_bands()
    {
        for (std::size_t i = 0; i < state_.rows.levels.size(); ++i) {
            const auto level = static_cast<RiskLevel>(i);
            const bool on = state_.level == level;
            if (state_.rows.levels[i] == 0 && !on) continue;
            if (chip("band " + std::to_string(i),
                     level_text(level, frame_.language) + " " + language::grouped(state_.rows.levels[i]), on))
                state_.level = on ? std::nullopt : std::optional{level};
        }
    }

    void draw_gaps_chip()
    {
        if (state_.rows.with_gaps == 0 && !state_.only_gaps) return;
        if (chip("gaps", frame_.tr("waters.gaps_chip", {language::grouped(state_.rows.with_gaps)}), state_.only_gaps))
            state_.only_gaps = !state_.only_gaps;
    }

    /// What nobody could measure is said, so that an empty range is not taken for an answer.
    void draw_left_out()
    {
        const auto& all = frame_.derived.exposures;
        if (all.schools_without_position + all.waters_without_place == 0) return;
        const std::string note = frame_.tr("waters.left_out", {language::grouped(all.schools_without_position),
                                                               language::grouped(all.waters_without_place)});
        if (end_ - x_ > ui_.px(140))
            shell::draw_text_fitted(ui_, Rect{x_ + ui_.px(6), middle_ - ui_.px(15), end_, middle_ + ui_.px(15)},
                                    Align::left, {.font = FontRole::label, .color = ui_.theme.muted}, note);
    }

    WatersState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    float middle_, x_ = 0, end_ = 0;
};

bool draw_cell(const Frame& frame, const Words& words, const WaterRow& row, const TableCell& cell, WaterColumn column)
{
    const auto& ui = frame.ui;
    if (column == WaterColumn::equipment) {
        equipment_marks(ui, cell.where, equipment_of(*row.water));
        shell::tooltip(ui, cell.where, words.equipment(*row.water));
        return true;
    }
    if (is_number(column)) return false;
    const std::string text = words.text(row, column);
    if (column == WaterColumn::level && row.risk != nullptr) {
        level_mark(ui, {cell.where.x0 + ui.px(6), cell.where.middle().y}, row.risk->score.level);
        shell::draw_text_fitted(ui, Rect{cell.where.x0 + ui.px(18), cell.where.y0, cell.where.x1, cell.where.y1},
                                Align::left, {.color = ui.theme.ink}, text);
        return true;
    }
    const bool hint = text == words.unchecked() || (column == WaterColumn::school && row.nearest == nullptr);
    if (!hint) return false;
    shell::draw_text(ui, cell.where, Align::left, {.color = ui.theme.placeholder}, text);
    return true;
}

desk::FittingColumns columns(const Frame& frame, float width)
{
    std::vector<desk::CandidateColumn> all;
    for (std::size_t i = 0; i < column_ids.size(); ++i) {
        const auto column = static_cast<WaterColumn>(i);
        all.push_back({{.id = column_ids[i],
                        .head = std::string{frame.tr(std::string{"waters.column."} + column_ids[i])},
                        .width = widths[i],
                        .grows = column == WaterColumn::name || column == WaterColumn::school,
                        .align = is_number(column) ? Align::right : Align::left},
                       i,
                       ranks[i]});
    }
    return desk::fitting_columns(std::move(all), frame.ui, width);
}

/// "0 of 214 waters", and what would show some.
std::string empty_text(const WatersState& state, const Frame& frame)
{
    const auto& all = frame.derived.exposures;
    if (all.waters + all.waters_without_place == 0) return std::string{frame.tr("waters.none_yet")};
    if (all.schools == 0) return std::string{frame.tr("waters.no_schools")};
    const bool filtered = !state.text.empty() || frame.filter.county.given();
    return frame.tr(filtered ? "waters.none_shown" : "waters.none_within",
                    {language::grouped(all.waters), language::grouped(static_cast<std::size_t>(state.within_m))});
}

}  // namespace

std::shared_ptr<const RankedWaters> current_ranking(WatersState& state, const Frame& frame, Requests& asked)
{
    const auto& derived = frame.derived;
    const Season wanted = season_from(state.season).value_or(season_of(derived.as_of, habits_of(derived)));
    if (state.ranked != nullptr && state.ranked->is_of(*derived.snapshot, derived.as_of) &&
        state.ranked->season == wanted)
        return state.ranked;
    const bool was_asked =
        state.asked_of == derived.snapshot && state.asked_as_of == derived.as_of && state.asked_season == state.season;
    if (!was_asked && !frame.stale) {
        state.asked_of = derived.snapshot;
        state.asked_as_of = derived.as_of;
        state.asked_season = state.season;
        asked.push_back(desk::RankWaters{state.season});
    }
    // Of the same records an older ranking stays in sight until the new one is there.
    return state.ranked != nullptr && &state.ranked->places->snapshot() == derived.snapshot.get() ? state.ranked
                                                                                                  : nullptr;
}

Requests draw_waters_panel(WatersState& state, const Frame& frame, const Rect& where)
{
    Requests asked;
    const auto& ui = frame.ui;
    const auto ranked = current_ranking(state, frame, asked);
    refresh(state, frame, ranked);
    const float below_head = where.y0 + ui.px(2 * line_px - 2);
    Head(state, frame, {where.x0, where.y0, where.x1, below_head}).draw(asked);
    const auto shown = columns(frame, where.width());
    const auto& of_rows = state.rows.rows;
    const Words words(frame);
    const std::string nothing = empty_text(state, frame);
    shell::TableRows rows;
    rows.count = of_rows.size();
    for (std::size_t i = 0; i < of_rows.size() && frame.selection.what == desk::Selected::water; ++i)
        if (of_rows[i].water->code == frame.selection.key) rows.selected = i;
    rows.text = [&](std::size_t row, std::size_t column) {
        return words.text(of_rows[row], static_cast<WaterColumn>(shown.of[column]));
    };
    rows.draw = [&](const TableCell& cell) {
        return draw_cell(frame, words, of_rows[cell.row], cell, static_cast<WaterColumn>(shown.of[cell.column]));
    };
    rows.menu = [&](std::size_t row) {
        return std::vector<shell::MenuRow>{
            {.label = std::string{frame.tr("waters.menu.zoom")}},
            {.label = std::string{frame.tr("waters.menu.school")}, .enabled = of_rows[row].nearest != nullptr},
            {.label = std::string{frame.tr("waters.menu.gap_case")}, .enabled = !frame.known_at},
            {.label = std::string{frame.tr("waters.menu.copy")}, .rule_above = true}};
    };
    rows.empty = nothing;
    rows.faded = frame.stale || ranked == nullptr || ranked->as_of != frame.derived.as_of;
    const auto events =
        shell::table(ui, "waters", {where.x0, below_head, where.x1, where.y1}, shown.heads, state.table, rows);
    const auto select = [&](std::size_t row, bool zoom) {
        asked.push_back(desk::Select{{desk::Selected::water, of_rows[row].water->code}, zoom});
    };
    if (events.selected) select(*events.selected, false);
    if (events.opened) select(*events.opened, true);
    if (!events.menu_row) return asked;
    if (events.menu_entry == 0) select(*events.menu_row, true);
    if (events.menu_entry == 1 && of_rows[*events.menu_row].nearest != nullptr)
        asked.push_back(desk::Select{{desk::Selected::school, of_rows[*events.menu_row].nearest->code}, true});
    if (events.menu_entry == 2)
        if (auto opened = gap_case_of(frame.snapshot(), *of_rows[*events.menu_row].water, gap_basis_of(frame.derived)))
            asked.push_back(data::Command{data::OpenCases{{*std::move(opened)}}});
    if (events.menu_entry == 3) asked.push_back(desk::CopyText{shell::table_text(shown.heads, state.table, rows)});
    return asked;
}

}  // namespace xiaoan::water
