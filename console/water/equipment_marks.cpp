#include "console/water/equipment_marks.hpp"

#include "console/shell/icons.hpp"

namespace xiaoan::water {

namespace {

constexpr float pitch_px = 22, first_px = 8;

}  // namespace

void equipment_mark(const shell::Ui& ui, shell::Point middle, data::Answer answer)
{
    switch (answer) {
    case data::Answer::yes: shell::draw_icon(ui, middle, shell::Icon::check, ui.theme.accent, 0.85F); return;
    case data::Answer::no: shell::draw_icon(ui, middle, shell::Icon::close, ui.theme.stop.text, 0.8F); return;
    case data::Answer::not_given: break;
    }
    ui.list().AddCircle({middle.x, middle.y}, ui.px.exact(4), ui.theme.placeholder, 0, ui.px.exact(1.3F));
}

void equipment_marks(const shell::Ui& ui, const shell::Rect& where, std::span<const data::Answer> answers)
{
    float x = where.x0 + ui.px(first_px);
    for (const data::Answer answer : answers) {
        equipment_mark(ui, {x, where.middle().y}, answer);
        x += ui.px(pitch_px);
    }
}

}  // namespace xiaoan::water
