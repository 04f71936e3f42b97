// The dossier at the right: a column that scrolls, and under it what can be done, always in sight.
#pragma once

#include "console/desk/dossier_column.hpp"
#include "console/desk/request.hpp"
#include "console/shell/widgets/button.hpp"

#include <functional>
#include <span>

namespace xiaoan::desk {

struct DossierPlace {
    shell::Rect where;  // physical pixels
    bool over = false;  // lies over map and table, with a shadow
};

struct DossierButton {
    std::string_view id;
    std::string_view label;
    shell::ButtonLook look;
    Request asks;
};

/// Draws both parts and answers with what the pressed button asks for. Buttons that do not fit into
/// one row are drawn tighter, then wrap.
[[nodiscard]] Requests draw_dossier(const Frame& frame, const DossierPlace& place,
                                    const std::function<void(DossierColumn&)>& content,
                                    std::span<const DossierButton> buttons);

}  // namespace xiaoan::desk
