// Names on the map: which are written, and where, so that none lies on another nor on a route or symbol.
#pragma once

#include "console/map/base_map.hpp"
#include "console/map/drawing.hpp"
#include "console/map/label_grid.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::map {

/// Decides font and colour.
enum class LabelKind : std::uint8_t { county, town, water, school, chosen, chosen_water, distance };

struct LabelSize {
    float width_px = 0;
    float height_px = 0;
};
/// How large a name is when written; asked for each name at each placement, so it must be quick.
using MeasureLabel = std::function<LabelSize(std::string_view text, LabelKind kind)>;

struct Label {
    std::string text;
    LabelKind kind{};
    PxBox box;  // its upper left corner is on whole pixels
};

struct Labels {
    MapView view;  // for which they were placed
    std::vector<Label> labels;
    std::vector<Px> towns;  // where a town's ring stands, whether its name found room or not
};

struct LabelOptions {
    double scale = 1;
    bool english = false;
    MapItem chosen{};
    std::vector<PxBox> controls{};  // legend, buttons: nothing is written under them
};

/// A name that is to be written, with the places it may stand at, best first.
struct LabelWish {
    std::string text;
    LabelKind kind{};
    std::vector<Px> middles;           // of the name's box
    bool may_cross_base_lines = true;  // in a second round, when no place is quite free
    bool foremost = false;             // may cross what is calm in a third round: towns, counties
    bool must = false;                 // the chosen one: written at its best place whatever lies there
    const Place* county = nullptr;     // the name stays within this county, at least by its corners
};

/// The names wanted for this view, the weightiest first: the chosen one, distances, towns, counties, large waters,
/// schools, small places.
[[nodiscard]] std::vector<LabelWish> label_wishes(const BaseMap& base, const Scene& scene, const Drawing& drawing,
                                                  const LabelOptions& options, const MeasureLabel& measure);

/// Greedy: each name takes the first of its places that is quite free, else one where only base lines lie, and so on as
/// the wish allows; a name without such a place is left out.
[[nodiscard]] Labels placed(std::span<const LabelWish> wishes, LabelGrid& grid, const MeasureLabel& measure,
                            const MapView& view);

/// Both steps, with everything that is drawn as an obstacle. About 1 ms for the names of a city.
[[nodiscard]] Labels labels_of(const BaseMap& base, const Scene& scene, const Drawing& drawing,
                               const LabelOptions& options, const MeasureLabel& measure);

}  // namespace xiaoan::map
