#include "console/app/bar.hpp"

#include "console/app/known_at_control.hpp"
#include "console/rules/wording.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"
#include "data/register/moment.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

using desk::Frame;
using shell::FontRole;
using shell::Rect;

constexpr float gap_px = 14;
constexpr float least_search_px = 120;

/// Lays fields from the left and buttons from the right, until both meet.
class Bar {
public:
    Bar(const Frame& frame, const shell::Layout& layout)
        : frame_(frame),
          ui_(frame.ui),
          tight_(layout.bar_tight),
          y_(layout.bar.y0 + ui_.px(10)),
          left_(layout.bar.x0 + ui_.px(18)),
          right_(layout.bar.x1 - ui_.px(16))
    {
    }

    void brand()
    {
        const auto name = frame_.tr("product.name");
        const float width = shell::text_width(ui_, FontRole::title, name);
        shell::draw_text(ui_, box(left_, width), shell::Align::left, {.font = FontRole::title, .color = ui_.theme.ink},
                         name);
        left_ += width + ui_.px(tight_ ? 12 : 20);
    }

    void right_end(BarAnswer& answer)
    {
        const bool english = frame_.language == language::Language::en;
        if (button_from_right("language", english ? "EN / 中" : "中 / EN", {}, frame_.tr("bar.language")))
            answer.requests.push_back(desk::SetLanguage{!english});
        if (button_from_right("import", frame_.tr("bar.import"), tight_ ? "" : "Ctrl+O", frame_.why_read_only(),
                              !frame_.known_at))
            answer.requests.push_back(desk::BeginImport{});
        if (frame_.snapshot().demonstration) demonstration_mark();
    }

    void register_name()
    {
        if (tight_) return;
        const std::string& name = frame_.snapshot().name;
        const shell::FieldLook look{.label = frame_.tr("bar.register"), .reason = frame_.tr("bar.register.reason")};
        const float width = std::min(shell::field_width(ui_, name, look), ui_.px(240));
        if (left_ + width > right_) return;
        if (shell::field(ui_, "register", name, box(left_, width), look)) open_settings_ = true;
        left_ += width + ui_.px(gap_px);
    }

    void date(BarState& state, BarAnswer& answer)
    {
        const shell::DateFieldLook look{.label = tight_ ? std::string_view{} : frame_.tr("bar.as_of"),
                                        .earlier = frame_.tr("bar.day_earlier"),
                                        .later = frame_.tr("bar.day_later")};
        const float width = shell::date_field_width(ui_, look);
        auto day = frame_.as_of;
        if (shell::date_field(ui_, "as_of", day, state.date, box(left_, width), look))
            answer.requests.push_back(desk::SetDate{day});
        left_ += width + ui_.px(gap_px);
        if (frame_.as_of == frame_.today || tight_) return;
        const auto label = frame_.tr("bar.back_to_today");
        const float back = shell::text_width(ui_, FontRole::label, label) + ui_.px(12);
        if (shell::text_button(ui_, "today", label, box(left_ - ui_.px(6), back), FontRole::label))
            answer.requests.push_back(desk::SetDate{frame_.today});
        left_ += back + ui_.px(4);
    }

    /// Now, or the moment whose records are shown.
    void known_at(BarAnswer& answer)
    {
        const auto choices = moment_choices(frame_.today, frame_.language);
        std::vector<shell::MenuRow> rows;
        for (const auto& each : choices)
            rows.push_back({.label = each.label,
                            .side = each.side,
                            .chosen = !each.asks && each.moment == moment_shown(),
                            .rule_above = each.asks});
        const std::string value = frame_.known_at
                                      ? data::shown_moment(frame_.known_at->moment).substr(0, 16)
                                      : std::string{frame_.tr(tight_ ? "known_at.now_tight" : "known_at.now")};
        const shell::FieldLook look{.label = tight_ ? std::string_view{} : frame_.tr("known_at.label"),
                                    .drop_mark = true};
        const float width = shell::field_width(ui_, value, look);
        // Where the bar is tight it gives way to the search; the strip and Ctrl+H do the same.
        const float kept_free = tight_ ? ui_.px(least_search_px + gap_px) : 0;
        if (left_ + width + kept_free > right_) return;
        if (const auto chosen = shell::drop_down(ui_, "known_at", look.label, value, rows, box(left_, width))) {
            if (choices[*chosen].asks)
                answer.requests.emplace_back(desk::AskKnownAt{});
            else
                answer.requests.emplace_back(desk::SetKnownAt{choices[*chosen].moment});
        }
        left_ += width + ui_.px(gap_px);
    }

    void county(BarAnswer& answer)
    {
        std::vector<shell::MenuRow> rows{
            {.label = std::string{frame_.tr("value.all")}, .chosen = !frame_.filter.county.given()}};
        std::string value = rows.front().label;
        const auto& counties = frame_.snapshot().region->counties;
        for (const auto& each : counties) {
            rows.push_back({.label = rules::county_name(frame_.snapshot(), each.adcode, frame_.language),
                            .chosen = frame_.filter.county == each.adcode});
            if (rows.back().chosen) value = rows.back().label;
        }
        const shell::FieldLook look{.label = tight_ ? std::string_view{} : frame_.tr("bar.county"), .drop_mark = true};
        const float width = shell::field_width(ui_, value, look);
        if (left_ + width > right_) return;
        if (const auto chosen = shell::drop_down(ui_, "county", look.label, value, rows, box(left_, width))) {
            auto filter = frame_.filter;
            filter.county = *chosen == 0 ? data::Adcode{} : counties[*chosen - 1].adcode;
            answer.requests.push_back(desk::SetFilter{filter});
        }
        left_ += width + ui_.px(gap_px);
    }

    void search(BarAnswer& answer)
    {
        const float room = right_ - left_;
        if (room < ui_.px(least_search_px)) return;
        const float width = std::min(room, ui_.px(300));
        answer.open_search =
            shell::search_field(ui_, "search", frame_.tr(width < ui_.px(220) ? "bar.search_short" : "bar.search"),
                                "Ctrl+K", box(left_, width));
    }

    void finish(BarAnswer& answer) const
    {
        if (open_settings_) answer.requests.push_back(desk::ShowPage{desk::Page::settings});
    }

private:
    [[nodiscard]] Rect box(float x, float width) const
    {
        return shell::rect_at(x, y_, width, ui_.px(shell::bar_height_px));
    }

    [[nodiscard]] std::optional<data::Timestamp> moment_shown() const
    {
        return frame_.known_at ? std::optional{frame_.known_at->moment} : std::nullopt;
    }

    bool button_from_right(std::string_view id, std::string_view label, std::string_view key, std::string_view reason,
                           bool enabled = true)
    {
        const shell::ButtonLook look{.enabled = enabled, .key_hint = key, .reason = reason, .padding = 12};
        const float width = shell::button_width(ui_, label, look);
        right_ -= width;
        const bool pressed = shell::button(ui_, id, label, box(right_, width), look);
        right_ -= ui_.px(gap_px);
        return pressed;
    }

    /// Invented buses and people: said on every screen.
    void demonstration_mark()
    {
        const auto word = frame_.tr("demonstration");
        const float width = shell::text_width(ui_, FontRole::small_bold, word) + ui_.px(20);
        right_ -= width;
        const Rect where = shell::rect_at(right_, y_ + ui_.px(4), width, ui_.px(24));
        shell::fill(ui_, where, ui_.theme.rectify.card, 12);
        shell::outline(ui_, where, 12, ui_.theme.rectify.line, ui_.px.hair());
        shell::draw_text(ui_, where, shell::Align::centre,
                         {.font = FontRole::small_bold, .color = ui_.theme.rectify.text}, word);
        right_ -= ui_.px(gap_px);
    }

    const Frame& frame_;
    const shell::Ui& ui_;
    bool tight_;
    bool open_settings_ = false;
    float y_, left_, right_;
};

}  // namespace

BarAnswer draw_bar(BarState& state, const Frame& frame, const shell::Layout& layout)
{
    BarAnswer answer;
    Bar bar(frame, layout);
    bar.brand();
    bar.right_end(answer);
    bar.register_name();
    bar.date(state, answer);
    if (!layout.bar_tight) bar.known_at(answer);
    bar.county(answer);
    if (layout.bar_tight) bar.known_at(answer);
    bar.search(answer);
    bar.finish(answer);
    return answer;
}

}  // namespace xiaoan::app
