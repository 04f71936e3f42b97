#include "console/desk/origins.hpp"

#include "console/rules/field_words.hpp"
#include "console/shell/widgets/button.hpp"

#include <utility>

namespace xiaoan::desk {

Requests draw_origins(OriginsState& state, const Frame& frame, DossierColumn& column, const data::KindInfo& kind,
                      data::RecordId id, const std::function<std::string()>& key)
{
    Requests asked;
    const auto& ui = frame.ui;
    const auto newest = frame.snapshot().last_change;
    if (state.kind != kind.key || state.id != id || state.newest != newest)
        state = {state.open, std::string{kind.key}, id, newest, false, std::nullopt};
    const auto label = frame.tr(state.open ? "origins.hide" : "origins.show");
    const float width = shell::text_width(ui, shell::FontRole::label, label) + ui.px(8);
    const auto at = column.at();
    if (shell::text_button(ui, "origins", label, shell::rect_at(at.x, at.y, width, ui.px(24)), shell::FontRole::label))
        state.open = !state.open;
    column.gap(28);
    if (!state.open) return asked;
    if (!std::exchange(state.asked, true)) asked.push_back(ReadOrigins{state.kind, id, key()});
    if (!state.values) {
        column.paragraph(frame.tr("origins.reading"), ui.theme.muted);
        return asked;
    }
    for (const rules::OriginText& each : rules::origin_texts(frame.snapshot(), kind, *state.values, frame.language)) {
        column.fact(each.label, each.value);
        column.paragraph(each.from, ui.theme.muted);
        column.gap(5);
    }
    return asked;
}

void take_origins(OriginsState& state, const ReadOrigins& of, const std::vector<data::ValueOrigin>& values)
{
    if (state.kind == of.kind && state.id == of.id) state.values = values;
}

}  // namespace xiaoan::desk
