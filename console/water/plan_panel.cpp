#include "console/water/plan_panel.hpp"

#include "console/desk/fitting_columns.hpp"
#include "console/language/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/tooltip.hpp"
#include "console/water/level_mark.hpp"
#include "console/water/risk_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace xiaoan::water {

namespace {

using desk::Frame;
using desk::Requests;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float margin_px = 14, head_px = 46, field_px = 132, tried_px = 330, side_by_side_px = 860;
constexpr float tried_height_px = 150;
constexpr std::int64_t richest = 1'000'000'000;

std::string number(std::int64_t count)
{
    return language::grouped(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
}

std::string item_name(std::string_view item, const Frame& frame)
{
    return std::string{frame.tr(fmt::format("brief.measure.{}", item))};
}

std::string items_text(std::span<const std::string_view> items, const Frame& frame)
{
    std::string text;
    for (const auto item : items)
        text = text.empty() ? item_name(item, frame) : frame.tr("brief.list", {text, item_name(item, frame)});
    return text;
}

/// One drawing of the page.
class Page {
public:
    Page(PlanState& state, WatersState& waters, const Frame& frame, const Rect& where)
        : state_(state), waters_(waters), frame_(frame), ui_(frame.ui), where_(where)
    {
    }

    Requests draw()
    {
        ranked_ = current_ranking(waters_, frame_, asked_);
        const bool wide = where_.width() >= ui_.px(side_by_side_px);
        const float split = wide ? std::round(where_.x1 - ui_.px(tried_px)) : where_.x1;
        draw_head({where_.x0, where_.y0, split, where_.y0 + ui_.px(head_px)});
        ask();
        float y = where_.y0 + ui_.px(head_px);
        y = draw_summary({where_.x0 + ui_.px(margin_px), y, split - ui_.px(margin_px), where_.y1});
        float bottom = where_.y1;
        if (wide) {
            shell::hairline_down(ui_, split, where_.y0 + ui_.px(10), where_.y1 - ui_.px(10), ui_.theme.line);
            draw_tried({split + ui_.px(18), where_.y0 + ui_.px(10), where_.x1 - ui_.px(margin_px), where_.y1});
        } else {
            bottom = std::max(y + ui_.px(90), where_.y1 - ui_.px(tried_height_px));
            draw_tried({where_.x0 + ui_.px(margin_px), bottom + ui_.px(8), where_.x1 - ui_.px(margin_px), where_.y1});
        }
        draw_table({where_.x0, y, split, bottom});
        return std::move(asked_);
    }

private:
    [[nodiscard]] bool is_current() const
    {
        const auto& planned = state_.planned;
        return planned != nullptr && state_.wish && planned->of->is_of(frame_.snapshot(), frame_.derived.as_of) &&
               state_.asked == state_.wish && planned->question.budget_yuan == state_.wish->budget_yuan &&
               planned->question.unverified == state_.wish->unverified && planned->county == state_.wish->county;
    }

    /// The plan follows the county, the season and the records once it was asked for.
    void ask()
    {
        if (!state_.wish || frame_.stale) return;
        state_.wish->county = frame_.filter.county;
        state_.wish->season = waters_.season;
        const bool was_asked = state_.asked_of == frame_.derived.snapshot &&
                               state_.asked_as_of == frame_.derived.as_of && state_.asked == state_.wish;
        if (was_asked) return;
        state_.asked_of = frame_.derived.snapshot;
        state_.asked_as_of = frame_.derived.as_of;
        state_.asked = state_.wish;
        asked_.push_back(*state_.wish);
    }

    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(margin_px);
        const float middle = head.middle().y;
        const auto words = [&](std::string_view text, shell::Color color) {
            const float width = shell::text_width(ui_, FontRole::body, text);
            shell::draw_text(ui_, shell::rect_at(x, head.y0, width, head.height()), Align::left, {.color = color},
                             text);
            x += width + ui_.px(8);
        };
        words(frame_.tr("plan.budget"), ui_.theme.ink);
        const auto budget = budget_from(state_.budget);
        const auto typed = shell::text_input(ui_, "budget", state_.budget,
                                             shell::rect_at(x, middle - ui_.px(16), ui_.px(field_px), ui_.px(32)),
                                             {.hint = frame_.tr("plan.budget_hint"), .wrong = !budget});
        x += ui_.px(field_px + 6);
        words(frame_.tr("setting.unit.yuan"), ui_.theme.muted);
        x += ui_.px(6);
        const std::string unverified{frame_.tr("plan.unverified")};
        if (shell::chip(ui_, "unverified", unverified, state_.unverified,
                        {x, middle - ui_.px(shell::chip_height_px) / 2}))
            state_.unverified = !state_.unverified;
        x += shell::chip_width(ui_, unverified) + ui_.px(12);
        const shell::ButtonLook look{.primary = true,
                                     .enabled = budget.has_value(),
                                     .reason = frame_.tr(budget ? "plan.find.reason" : "plan.budget_wrong")};
        const auto label = frame_.tr("plan.find");
        const float width = shell::button_width(ui_, label, look);
        const bool pressed =
            shell::button(ui_, "find", label, shell::rect_at(x, middle - ui_.px(16), width, ui_.px(32)), look);
        if (budget && (pressed || typed.entered || (state_.wish && state_.wish->unverified != state_.unverified)))
            state_.wish = desk::PlanEquipment{*budget, frame_.filter.county, state_.unverified, waters_.season};
    }

    /// What is bought and what it takes off, with the bound; and by which prices.
    float draw_summary(const Rect& box)
    {
        std::string text, unverified;
        if (!state_.wish) {
            text = frame_.tr("plan.none_yet");
        } else if (!is_current()) {
            text = frame_.tr("plan.working");
        } else if (!state_.planned->plan) {
            text = frame_.tr("equipment.too_much");
        } else {
            const EquipmentPlan& plan = *state_.planned->plan;
            text = frame_.tr("plan.summary",
                             {number(static_cast<std::int64_t>(plan.bought)), number(plan.spent_yuan),
                              fmt::format("{}.{:02}", plan.off_hundredths / 100, plan.off_hundredths % 100),
                              number(static_cast<std::int64_t>(state_.planned->waters)),
                              number(static_cast<std::int64_t>(plan.missing)), number(plan.all_yuan)});
            if (plan.unverified > 0 && !state_.planned->question.unverified)
                unverified = frame_.tr("plan.also_unverified", {number(static_cast<std::int64_t>(plan.unverified))});
        }
        float y = box.y0;
        y += shell::draw_paragraph(ui_, {box.x0, y}, box.width(), {.color = ui_.theme.ink}, text, 22);
        if (!unverified.empty())
            y += shell::draw_paragraph(ui_, {box.x0, y}, box.width(), {.color = ui_.theme.ink}, unverified, 22);
        y += shell::draw_paragraph(ui_, {box.x0, y}, box.width(), {.font = FontRole::label, .color = ui_.theme.muted},
                                   prices_text(), 20);
        return y + ui_.px(6);
    }

    [[nodiscard]] Prices prices() const { return prices_of(frame_.derived.dossiers.judging().settings); }

    [[nodiscard]] std::string prices_text() const
    {
        std::string said;
        const Prices at = prices();
        for (std::size_t i = 0; i < purchasable.size(); ++i) {
            const std::string one =
                frame_.tr("equipment.price", {item_name(purchasable[i], frame_), number(at.yuan[i])});
            said = said.empty() ? one : frame_.tr("brief.list", {said, one});
        }
        return frame_.tr("equipment.prices", {said});
    }

    void draw_table(const Rect& where)
    {
        static constexpr std::array heads{"equipment.rank", "equipment.name",  "equipment.items",
                                          "equipment.yuan", "equipment.score", "equipment.level"};
        static constexpr std::array<float, heads.size()> widths{104, 190, 230, 96, 96, 150};
        static constexpr std::array ranks{0, 0, 0, 1, 0, 2};
        std::vector<desk::CandidateColumn> all;
        for (std::size_t i = 0; i < heads.size(); ++i)
            all.push_back({{.id = heads[i],
                            .head = std::string{frame_.tr(heads[i])},
                            .width = widths[i],
                            .grows = i == 1 || i == 2,
                            .sorts = false,
                            .align = i == 0 || i == 3 || i == 4 ? Align::right : Align::left},
                           i,
                           ranks[i]});
        const auto fitting = desk::fitting_columns(std::move(all), ui_, where.width());
        const bool there = state_.planned != nullptr && state_.planned->plan;
        std::span<const WaterEffect> effects;
        if (there) effects = state_.planned->plan->effects;
        const std::string empty{frame_.tr(there ? "plan.nothing_missing" : "plan.empty")};
        shell::TableRows rows;
        rows.count = effects.size();
        for (std::size_t i = 0; i < effects.size() && frame_.selection.what == desk::Selected::water; ++i)
            if (effects[i].water->code == frame_.selection.key) rows.selected = i;
        rows.text = [&](std::size_t row, std::size_t column) { return cell(effects[row], fitting.of[column]); };
        rows.empty = empty;
        rows.faded = !is_current();
        const auto events = shell::table(ui_, "plan", where, fitting.heads, state_.table, rows);
        if (const auto row = events.opened ? events.opened : events.selected)
            asked_.push_back(
                desk::Select{{desk::Selected::water, effects[*row].water->code}, events.opened.has_value()});
    }

    [[nodiscard]] std::string cell(const WaterEffect& effect, std::size_t column) const
    {
        switch (column) {
        case 0: return fmt::format("{} → {}", effect.rank, effect.rank_after);
        case 1: return water_name(*effect.water, frame_.language);
        case 2: return items_text(effect.items, frame_);
        case 3: return number(effect.yuan);
        case 4: return fmt::format("{} → {}", effect.score, effect.score_after);
        default: break;
        }
        const auto before = level_text(effect.level, frame_.language);
        const auto after = level_text(effect.level_after, frame_.language);
        return before == after ? before : fmt::format("{} → {}", before, after);
    }

    /// What-if of the chosen water: press what would be put up, see its place change.
    void draw_tried(const Rect& box)
    {
        float y = box.y0;
        shell::draw_text(ui_, shell::rect_at(box.x0, y, box.width(), ui_.px(26)), Align::left,
                         {.font = FontRole::body_bold, .color = ui_.theme.ink}, frame_.tr("plan.what_if"));
        y += ui_.px(30);
        const auto* water = chosen();
        if (water == nullptr || ranked_ == nullptr || ranked_->index_of(*water) == ranked_->ranked.size()) {
            shell::draw_paragraph(ui_, {box.x0, y}, box.width(), {.color = ui_.theme.muted},
                                  frame_.tr(ranked_ == nullptr ? "waters.ranking" : "plan.choose_water"), 22);
            return;
        }
        if (state_.tried_at != water->code) {
            state_.tried_at = water->code;
            state_.tried = {};
        }
        const std::size_t index = ranked_->index_of(*water);
        shell::draw_text_fitted(ui_, shell::rect_at(box.x0, y, box.width(), ui_.px(24)), Align::left,
                                {.color = ui_.theme.ink}, water_name(*water, frame_.language));
        y = draw_items(ranked_->ranked[index], {box.x0, y + ui_.px(30), box.x1, box.y1});
        refresh_effect(index);
        draw_effect({box.x0, y + ui_.px(4), box.x1, box.y1});
    }

    [[nodiscard]] const data::Water* chosen() const
    {
        if (frame_.selection.what != desk::Selected::water) return nullptr;
        for (const data::Water& each : frame_.snapshot().all<data::Water>())
            if (each.code == frame_.selection.key) return &each;
        return nullptr;
    }

    float draw_items(const WaterRisk& risk, const Rect& box)
    {
        float x = box.x0, y = box.y0;
        const Prices at = prices();
        for (std::size_t i = 0; i < purchasable.size(); ++i) {
            const auto line = std::ranges::find(risk.score.lines, purchasable[i], &RiskLine::factor);
            const bool there = line != risk.score.lines.end() && line->known && !line->lacking;
            const std::string label =
                there ? frame_.tr("plan.there", {item_name(purchasable[i], frame_)})
                      : frame_.tr("equipment.price", {item_name(purchasable[i], frame_), number(at.yuan[i])});
            const float width = shell::chip_width(ui_, label);
            if (x > box.x0 && x + width > box.x1) {
                x = box.x0;
                y += ui_.px(shell::chip_height_px + 8);
            }
            if (there)
                shell::draw_text(ui_, shell::rect_at(x, y, width, ui_.px(shell::chip_height_px)), Align::centre,
                                 {.font = FontRole::label, .color = ui_.theme.muted}, label);
            else if (shell::chip(ui_, fmt::format("try {}", i), label, state_.tried[i], {x, y}))
                state_.tried[i] = !state_.tried[i];
            x += width + ui_.px(8);
        }
        return y + ui_.px(shell::chip_height_px + 10);
    }

    void refresh_effect(std::size_t index)
    {
        const bool same = state_.effect && state_.effect_of == ranked_ && state_.effect_tried == state_.tried &&
                          state_.effect->water == ranked_->ranked[index].water;
        if (same) return;
        std::vector<std::string_view> items;
        for (std::size_t i = 0; i < purchasable.size(); ++i)
            if (state_.tried[i]) items.push_back(purchasable[i]);
        state_.effect = effect_at(ranked_->ranked, index, items, prices());
        state_.effect_of = ranked_;
        state_.effect_tried = state_.tried;
    }

    void draw_effect(const Rect& box)
    {
        const WaterEffect& effect = *state_.effect;
        float y = box.y0;
        const float label = ui_.px(frame_.language == language::Language::zh ? 76 : 92);
        const auto row = [&](std::string_view key, const std::string& text) {
            const Rect line = shell::rect_at(box.x0, y, box.width(), ui_.px(24));
            shell::draw_text(ui_, line, Align::left, {.font = FontRole::label, .color = ui_.theme.muted},
                             frame_.tr(key));
            shell::draw_text_fitted(ui_, Rect{line.x0 + label, line.y0, line.x1, line.y1}, Align::left,
                                    {.color = ui_.theme.ink}, text);
            y = line.y1;
        };
        const auto change = [](auto before, auto after) {
            return before == after ? fmt::format("{}", before) : fmt::format("{} → {}", before, after);
        };
        row("equipment.rank", change(effect.rank, effect.rank_after));
        row("equipment.score", change(effect.score, effect.score_after));
        row("equipment.level",
            change(level_text(effect.level, frame_.language), level_text(effect.level_after, frame_.language)));
        row("equipment.yuan", number(effect.yuan));
    }

    PlanState& state_;
    WatersState& waters_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    std::shared_ptr<const RankedWaters> ranked_;
    Requests asked_;
};

}  // namespace

std::optional<std::int64_t> budget_from(std::string_view text)
{
    std::string digits{text};
    std::erase_if(digits, [](char each) { return each == ',' || each == ' '; });
    std::int64_t yuan = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), yuan);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    return whole && 1 <= yuan && yuan <= richest ? std::optional{yuan} : std::nullopt;
}

Requests draw_plan_panel(PlanState& state, WatersState& waters, const Frame& frame, const Rect& where)
{
    return Page(state, waters, frame, where).draw();
}

}  // namespace xiaoan::water
