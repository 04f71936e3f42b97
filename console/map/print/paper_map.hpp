// A map on paper as a value: base, waters with their marks, schools, names that do not cover each other, scale,
// credits.
//
// Drawn as vectors, in colours that stay apart on a grey printer because each mark has a shape of its own.
#pragma once

#include "console/documents/page/figure.hpp"
#include "console/language/language.hpp"
#include "console/map/print/paper_base.hpp"

#include <span>
#include <string>

namespace xiaoan::map {

enum class PaperMark : std::uint8_t { triangle, diamond, disc, ring, none };

/// A water on the map. `geometry` may be a point alone; it lives as long as the call.
struct PaperWater {
    const geo::Geometry* geometry = nullptr;
    PaperMark mark = PaperMark::none;
    documents::Tint tint{};
    std::string name{};        // written beside its mark; empty: none
    std::string short_name{};  // written where the name has no room; empty: none
    bool foremost = false;     // the one that the map is about: its shore is drawn stronger
};

struct PaperSchool {
    geo::Position at{};
    std::string name{};  // empty: none is written
    bool foremost = false;
};

/// One line of the legend under a map.
struct PaperLegend {
    PaperMark mark = PaperMark::none;  // none: the square of a school
    documents::Tint tint{};
    std::string words{};
};

struct PaperMapWish {
    MapBox box{};  // shown as a whole, in the middle
    double width_pt = 0, height_pt = 0;
    language::Language language{};
    data::Adcode county{};              // its ground is lighter than that of the others; not given: none is
    std::vector<PaperLegend> legend{};  // in a row under the map, within the height
    bool base_names = true;             // of counties and towns
};

/// Names are written in the order of `waters`, then schools, then the base; one that has no room is left out. Waters
/// should come in the order of their rank.
[[nodiscard]] documents::Figure paper_map(const PaperBase& base, std::span<const PaperWater> waters,
                                          std::span<const PaperSchool> schools, const PaperMapWish& wish);

}  // namespace xiaoan::map
