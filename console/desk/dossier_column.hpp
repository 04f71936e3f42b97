// The column of a dossier: its parts drawn one under the other in a scrolling region, all with the same margins.
#pragma once

#include "console/desk/frame.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/card.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/press.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiaoan::desk {

struct DossierHead {
    std::string_view title;
    std::string_view line;
    std::optional<shell::Severity> severity = {};  // of the tag at the right
    std::string_view tag = {};
    float spacing = 0;  // between the title's characters, in design pixels
};

class DossierColumn {
public:
    /// `where` is the region's rectangle, whose content scrolls.
    DossierColumn(const Frame& frame, const shell::Rect& where)
        : frame_(frame),
          ui_(frame.ui),
          x_(where.x0 + ui_.px(margin_px)),
          width_(where.width() - 2 * ui_.px(margin_px)),
          y_(shell::region_origin().y + ui_.px(16))
    {
    }

    /// Large title with a muted line under it.
    void head(const DossierHead& of)
    {
        using namespace shell;
        const float height = text_height(ui_, FontRole::heading);
        float end = x_ + width_;
        if (of.severity) end -= severity_tag(ui_, end, y_ + height / 2, of.tag, *of.severity) + ui_.px(10);
        draw_text_fitted(ui_, Rect{x_, y_, end, y_ + height}, Align::left,
                         {.font = FontRole::heading, .color = ui_.theme.ink, .spacing = of.spacing}, of.title);
        y_ += height + ui_.px(2);
        y_ += draw_paragraph(ui_, {x_, y_}, width_, {.font = FontRole::label, .color = ui_.theme.muted}, of.line, 20) +
              ui_.px(10);
    }

    void heading(std::string_view text)
    {
        y_ += ui_.px(18);
        y_ += shell::section_heading(ui_, {x_, y_}, text);
    }
    void fact(std::string_view label, std::string_view value) { fact_line(label, value, ui_.theme.ink); }
    /// A fact that was not given: in the colour of hints.
    void missing(std::string_view label, std::string_view word) { fact_line(label, word, ui_.theme.placeholder); }
    void paragraph(std::string_view text, shell::Color color)
    {
        y_ += shell::draw_paragraph(ui_, {x_, y_}, width_, {.font = shell::FontRole::label, .color = color}, text, 20);
    }
    void small(std::string_view text) { paragraph(text, ui_.theme.second_ink); }
    /// True where its last word, `more`, was pressed.
    bool card(const shell::CardText& text)
    {
        const auto drawn = shell::card(ui_, {x_, y_}, width_, text);
        y_ += drawn.height + ui_.px(8);
        return drawn.more_pressed;
    }

    /// A line that leads somewhere: words at the left, a value at the right. True when pressed.
    bool link(std::string_view id, std::string_view text, std::string_view side,
              std::optional<shell::Severity> severity = {})
    {
        using namespace shell;
        const Rect line = rect_at(x_ - ui_.px(6), y_, width_ + ui_.px(12), ui_.px(26));
        const auto press = press_area(ui_, id, text, line, {.ring = Ring::inside});
        if (press.hovered) fill(ui_, line, ui_.theme.hover, 6);
        Rect words = line.inset(ui_.px(6), 0);
        const float side_width = text_width(ui_, FontRole::label, side);
        draw_text(ui_, words, Align::right, {.font = FontRole::label, .color = ui_.theme.muted}, side);
        words.x1 -= side_width + ui_.px(10);
        if (severity) {
            severity_shape(ui_, {words.x0 + ui_.px(6), words.middle().y}, *severity);
            words.x0 += ui_.px(18);
        }
        draw_text_fitted(ui_, words, Align::left, {.color = press.hovered ? ui_.theme.accent : ui_.theme.ink}, text);
        y_ = line.y1;
        return press.pressed;
    }

    void gap(float design_px) { y_ += ui_.px(design_px); }
    void end() { shell::region_end(y_ + ui_.px(20)); }

    [[nodiscard]] shell::Point at() const { return {x_, y_}; }
    [[nodiscard]] float width() const { return width_; }
    void move(float height) { y_ += height; }

private:
    static constexpr float margin_px = 18, label_px = 108, pitch_px = 22;

    void fact_line(std::string_view label, std::string_view value, shell::Color color)
    {
        using namespace shell;
        const float left = ui_.px(label_px);
        const float label_height = draw_paragraph(ui_, {x_, y_}, left - ui_.px(8),
                                                  {.font = FontRole::label, .color = ui_.theme.muted}, label, pitch_px);
        const float height = draw_paragraph(ui_, {x_ + left, y_}, width_ - left,
                                            {.font = FontRole::label, .color = color}, value, pitch_px);
        y_ += std::max({height, label_height, ui_.px(pitch_px)});
    }

    const Frame& frame_;
    const shell::Ui& ui_;
    float x_, width_, y_;
};

}  // namespace xiaoan::desk
