#include "console/water/level_mark.hpp"

#include "console/shell/shapes.hpp"

namespace xiaoan::water {

void level_mark(const shell::Ui& ui, shell::Point middle, RiskLevel level)
{
    using enum shell::Severity;
    const shell::Theme& theme = ui.theme;
    switch (level) {
    case RiskLevel::red: return shell::severity_shape(ui, middle, stop, theme.stop.shape);
    case RiskLevel::orange: return shell::severity_shape(ui, middle, rectify, theme.rectify.shape);
    case RiskLevel::yellow: return shell::severity_shape(ui, middle, notice, theme.rectify.line);
    case RiskLevel::blue: break;
    }
    shell::severity_shape(ui, middle, in_order, theme.notice.shape);
}

}  // namespace xiaoan::water
