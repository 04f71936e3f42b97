#include "console/permits/permit_board_panel.hpp"

#include "console/language/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::permits {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, head_px = 42, gap_px = 8, least_column_px = 116, band_gap_px = 14;
constexpr float card_px = 80, card_gap_px = 6, line_px = 17, bar_px = 4, head_pitch_px = 18;

/// One drawing of the board.
class Drawing {
public:
    Drawing(BoardState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where)
    {
    }

    Requests draw()
    {
        const float top = shell::region_origin().y;
        draw_chips({where_.x0, top, where_.x1, top + ui_.px(head_px)});
        float y = top + ui_.px(head_px);
        const Rect inside{where_.x0 + ui_.px(margin_px), y, where_.x1 - ui_.px(margin_px), where_.y1};
        if (state_.board.shown == 0)
            y += draw_empty(inside);
        else
            y = draw_bands(inside);
        shell::region_end(y + ui_.px(16));
        return std::move(asked_);
    }

private:
    void draw_chips(const Rect& head)
    {
        float x = head.x0 + ui_.px(margin_px);
        const float end = draw_note(head) - ui_.px(12);
        const auto chip = [&](std::string_view id, const std::string& label, bool on) {
            const float width = shell::chip_width(ui_, label);
            if (x + width > end) return false;
            const bool pressed = shell::chip(ui_, id, label, on, {x, head.y0 + ui_.px(10)});
            x += width + ui_.px(gap_px);
            return pressed;
        };
        const auto counted = [&](std::string_view key, std::size_t count) {
            return std::string{frame_.tr(key)} + " " + language::grouped(count);
        };
        const Board& board = state_.board;
        if (chip("all", counted("board.all", board.clocks), !state_.only_late && !state_.holder)) {
            state_.only_late = false;
            state_.holder.reset();
        }
        if (chip("late", counted("board.only_late", board.late), state_.only_late))
            state_.only_late = !state_.only_late;
        x += ui_.px(gap_px);
        for (const HolderCount& each : board.holders) {
            const std::string key = "department." + std::string{data::word(each.holder)};
            const bool on = state_.holder == each.holder;
            if (chip(key, counted(key, each.clocks), on))
                state_.holder = on ? std::nullopt : std::optional{each.holder};
        }
    }

    /// What the numbers are; gives its left end.
    float draw_note(const Rect& head)
    {
        const auto note = frame_.tr("board.note", {data::iso(frame_.derived.as_of)});
        const float width = shell::text_width(ui_, FontRole::label, note);
        const Rect where{head.x1 - ui_.px(margin_px) - width, head.y0, head.x1 - ui_.px(margin_px), head.y1};
        if (width > head.width() * 0.45F) return head.x1 - ui_.px(margin_px);
        shell::draw_text(ui_, where, Align::right, {.font = FontRole::label, .color = ui_.theme.muted}, note);
        return where.x0;
    }

    float draw_empty(const Rect& inside)
    {
        const auto key = state_.board.clocks == 0 ? "board.none" : "board.none_shown";
        return ui_.px(12) + shell::draw_paragraph(ui_, {inside.x0, inside.y0 + ui_.px(12)}, inside.width(),
                                                  {.color = ui_.theme.muted}, frame_.tr(key), 22);
    }

    [[nodiscard]] float width_of(const Rect& inside, std::size_t columns) const
    {
        const auto count = static_cast<float>(columns);
        return std::floor((inside.width() - ui_.px(gap_px) * (count - 1)) / count);
    }

    /// All steps side by side; where there is no room, those with cards in bands under each other, and the others by
    /// name. Gives their lower end.
    float draw_bands(const Rect& inside)
    {
        const bool all_fit = width_of(inside, board_steps) >= ui_.px(least_column_px);
        std::vector<const BoardColumn*> columns;
        std::string others;
        for (const BoardColumn& column : state_.board.columns) {
            if (all_fit || !column.cards.empty())
                columns.push_back(&column);
            else
                others = others.empty() ? name_of(column) : frame_.tr("board.both", {others, name_of(column)});
        }
        std::size_t in_band = columns.size();
        while (in_band > 1 && width_of(inside, in_band) < ui_.px(least_column_px)) --in_band;
        float y = inside.y0;
        for (std::size_t first = 0; first < columns.size(); first += in_band)
            y = draw_band(std::span{columns}.subspan(first, std::min(in_band, columns.size() - first)),
                          {inside.x0, y, inside.x1, inside.y1}, width_of(inside, in_band)) +
                ui_.px(band_gap_px);
        if (!others.empty())
            y += shell::draw_paragraph(ui_, {inside.x0, y}, inside.width(),
                                       {.font = FontRole::label, .color = ui_.theme.muted},
                                       frame_.tr("board.empty_steps", {others}), 20);
        return y;
    }

    /// Columns side by side from the upper left corner on; gives the lower end of the longest.
    float draw_band(std::span<const BoardColumn* const> columns, const Rect& where, float width)
    {
        float head = 0;
        std::size_t most = 1;
        for (const BoardColumn* column : columns) {
            head = std::max(head,
                            shell::paragraph_height(ui_, width, FontRole::label_bold, name_of(*column), head_pitch_px));
            most = std::max(most, column->cards.size());
        }
        head += ui_.px(head_pitch_px + 10);
        const float height = head + static_cast<float>(most) * ui_.px(card_px + card_gap_px);
        float x = where.x0;
        for (const BoardColumn* column : columns) {
            draw_column(*column, shell::rect_at(x, where.y0, width, height), head);
            x += width + ui_.px(gap_px);
        }
        return where.y0 + height;
    }

    [[nodiscard]] std::string name_of(const BoardColumn& column) const
    {
        return std::string{frame_.tr("clocks.step." + std::string{data::word(column.step)})};
    }

    void draw_column(const BoardColumn& column, const Rect& where, float head)
    {
        shell::draw_paragraph(ui_, {where.x0, where.y0}, where.width(),
                              {.font = FontRole::label_bold, .color = ui_.theme.ink}, name_of(column), head_pitch_px);
        const Rect counts{where.x0, where.y0 + head - ui_.px(head_pitch_px + 8), where.x1, where.y0 + head - ui_.px(8)};
        const std::string count = language::grouped(column.cards.size());
        shell::draw_text(ui_, counts, Align::left, {.font = FontRole::label, .color = ui_.theme.muted}, count);
        if (column.late > 0)
            shell::draw_text(ui_, counts, Align::right, {.font = FontRole::label_bold, .color = ui_.theme.stop.text},
                             frame_.tr("board.late_count", {language::grouped(column.late)}));
        shell::hairline(ui_, where.x0, where.x1, where.y0 + head - ui_.px(6), ui_.theme.line);
        // Cards out of sight are only left out a screen away, so that keys find the next one.
        const Rect seen = ui_.clip().inset(0, -ui_.screen.y);
        float y = where.y0 + head;
        for (std::size_t i = 0; i < column.cards.size(); ++i, y += ui_.px(card_px + card_gap_px)) {
            const Rect card = shell::rect_at(where.x0, y, where.width(), ui_.px(card_px));
            if (card.y1 >= seen.y0 && card.y0 <= seen.y1) draw_card(*column.cards[i], card);
        }
        if (column.cards.empty())
            shell::draw_text(ui_, {where.x0, y + ui_.px(4)}, {.font = FontRole::label, .color = ui_.theme.placeholder},
                             "–");
    }

    void draw_card(const rules::OpenClock& open, const Rect& where)
    {
        const bool known =
            frame_.derived.dossiers.find(std::string_view{open.registration_number}) < frame_.derived.dossiers.size();
        const BoardCardText text = card_text(open, frame_.language);
        const std::string id = open.registration_number + std::string{data::word(open.clock.step)} +
                               std::string{data::word(open.clock.holder)} + open.number + text.since;
        const auto press = shell::press_area(
            ui_, id, text.title, where,
            {.enabled = known, .reason = known ? std::string_view{} : frame_.tr("board.unknown_bus")});
        const ClockLook look = look_of(open.clock);
        const bool selected = frame_.selection == desk::Selection{desk::Selected::bus, open.registration_number};
        const shell::Theme& theme = ui_.theme;
        const shell::Color ground = selected                  ? theme.selection
                                    : press.hovered           ? theme.hover
                                    : look == ClockLook::late ? theme.stop.card
                                                              : theme.field;
        shell::box(ui_, where, 6, ground, selected ? theme.accent : theme.line);
        const shell::Color bar = look == ClockLook::late       ? theme.stop.line
                                 : look == ClockLook::last_day ? theme.rectify.line
                                                               : theme.track;
        shell::fill(ui_, {where.x0, where.y0, where.x0 + ui_.px(bar_px), where.y1}, bar, 6,
                    ImDrawFlags_RoundCornersLeft);
        draw_words(text, look, {where.x0 + ui_.px(bar_px + 8), where.y0 + ui_.px(6), where.x1 - ui_.px(6), where.y1});
        if (press.pressed) asked_.push_back(desk::Select{{desk::Selected::bus, open.registration_number}, true});
    }

    void draw_words(const BoardCardText& text, ClockLook look, const Rect& where)
    {
        const shell::Theme& theme = ui_.theme;
        float y = where.y0;
        const auto line = [&](std::string_view words, FontRole font, shell::Color color) {
            shell::draw_text_fitted(ui_, Rect{where.x0, y, where.x1, y + ui_.px(line_px)}, Align::left,
                                    {.font = font, .color = color}, words);
            y += ui_.px(line_px);
        };
        line(text.title, FontRole::body_bold, theme.ink);
        line(text.holder, FontRole::small, theme.second_ink);
        line(text.since, FontRole::small, theme.muted);
        const bool calls = look == ClockLook::late || look == ClockLook::last_day;
        line(text.days, calls ? FontRole::small_bold : FontRole::small,
             look == ClockLook::late       ? theme.stop.text
             : look == ClockLook::last_day ? theme.rectify.text
                                           : theme.muted);
    }

    BoardState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    Requests asked_;
};

}  // namespace

Requests draw_permit_board(BoardState& state, const Frame& frame, const OpenClocks& clocks, const Rect& where)
{
    const BoardState::Basis wanted{clocks, {frame.filter.county, state.holder, state.only_late}};
    if (state.basis != wanted) {
        state.board = permit_board(*clocks, wanted.filter);
        state.basis = wanted;
    }
    return Drawing(state, frame, where).draw();
}

}  // namespace xiaoan::permits
