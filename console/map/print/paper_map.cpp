#include "console/map/print/paper_map.hpp"

#include "console/map/label_grid.hpp"
#include "console/map/print/clipped.hpp"
#include "console/map/scale_bar.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace xiaoan::map {

namespace {

using documents::Align;
using documents::Face;
using documents::Figure;
using documents::FigureLabel;
using documents::Ink;
using documents::Path;
using documents::Spot;
using documents::Tint;
using language::Language;

constexpr Tint outside{0.945, 0.95, 0.945}, inside{0.985, 0.985, 0.97}, other_county{0.955, 0.955, 0.94};
constexpr Tint lake_fill{0.82, 0.9, 0.95}, river_line{0.55, 0.74, 0.86}, road_line{0.78, 0.72, 0.62};
constexpr Tint rail_line{0.5, 0.5, 0.5}, border_line{0.45, 0.45, 0.5}, water_fill{0.68, 0.84, 0.94};
constexpr Tint school_tint{0.2, 0.2, 0.2}, white{1, 1, 1}, paper_veil{1, 1, 1, 0.72}, frame_line{0.35, 0.35, 0.35};

constexpr double legend_pt = 13, mark_r = 2.7, foremost_r = 3.6;
constexpr double least_pt = 0.25;  // vertices nearer to each other are one

struct Style {
    std::optional<Tint> fill{}, line{};
    double width = 0.4, dash = 0, gap = 0;
};

Style style_of(const PaperShape& shape, data::Adcode county)
{
    switch (shape.layer) {
    case PaperLayer::county: return {.fill = !county.given() || shape.county == county ? inside : other_county};
    case PaperLayer::lake: return {.fill = lake_fill, .line = river_line, .width = 0.3};
    case PaperLayer::road: return {.line = road_line, .width = 0.6};
    case PaperLayer::river_minor: return {.line = river_line, .width = 0.7};
    case PaperLayer::river_major: return {.line = river_line, .width = 1.1};
    case PaperLayer::rail: return {.line = rail_line, .width = 0.5, .dash = 4, .gap = 1.5};
    case PaperLayer::border: break;
    }
    return {.line = border_line, .width = 0.7, .dash = 4, .gap = 2};
}

class PaperMap {
public:
    PaperMap(const PaperBase& base, const PaperMapWish& wish)
        : base_(base),
          wish_(wish),
          height_(wish.height_pt - (wish.legend.empty() ? 0 : legend_pt)),
          room_{0, 0, wish.width_pt, height_},
          taken_(wish.width_pt, height_, 1)
    {
        const double margin = 8;
        const MapBox& box = wish.box;
        middle_ = box.is_empty() ? geo::MapPosition{} : box.centre();
        const double across = box.is_empty() ? 1000 : box.east - box.west,
                     up = box.is_empty() ? 1000 : box.north - box.south;
        map_m_per_pt_ = std::max({across / (wish.width_pt - 2 * margin), up / (height_ - 2 * margin), 1.0});
        figure_.drawing.width = wish.width_pt;
        figure_.drawing.height = wish.height_pt;
    }

    Figure drawn(std::span<const PaperWater> waters, std::span<const PaperSchool> schools)
    {
        rectangle({0, 0, wish_.width_pt, height_}, outside);
        add_base();
        const auto placed = in_sight(waters);
        // The first of the list lie over the others.
        for (std::size_t i = placed.size(); i > 0; --i) add_shape(*placed[i - 1].water);
        for (const PaperSchool& school : schools) add_square(spot_of(school.at), school.foremost ? 2.6 : 1.6);
        for (std::size_t i = placed.size(); i > 0; --i) add_mark(placed[i - 1]);
        add_scale();
        add_credits();
        for (const PlacedWater& water : placed) name_water(water);
        for (const PaperSchool& school : schools)
            (void)write(school.name, spot_of(school.at), school.foremost ? 5 : 4, school.foremost ? 8 : 6.5,
                        Ink::black);
        if (wish_.base_names) name_base();
        add_frame();
        add_legend();
        return std::move(figure_);
    }

private:
    [[nodiscard]] Spot spot_of(const geo::MapPosition& at) const
    {
        return {wish_.width_pt / 2 + (at.x - middle_.x) / map_m_per_pt_,
                height_ / 2 - (at.y - middle_.y) / map_m_per_pt_};
    }
    [[nodiscard]] Spot spot_of(const geo::Position& at) const { return spot_of(geo::map_from_position(at)); }
    [[nodiscard]] bool is_in_sight(const MapBox& box) const
    {
        const Spot low = spot_of(geo::MapPosition{box.west, box.south}),
                   high = spot_of(geo::MapPosition{box.east, box.north});
        return low.x <= room_.right && room_.left <= high.x && high.y <= room_.bottom && room_.top <= low.y;
    }
    [[nodiscard]] std::vector<Spot> spots_of(std::span<const geo::MapPosition> part) const
    {
        std::vector<Spot> spots;
        spots.reserve(part.size());
        for (const auto& at : part) spots.push_back(spot_of(at));
        return spots;
    }

    /// Somewhat more than is seen, so that cut edges lie outside the frame.
    [[nodiscard]] PaperBox cut_box() const { return {-4, -4, wish_.width_pt + 4, height_ + 4}; }

    void add_path(Path path)
    {
        if (!path.parts.empty()) figure_.drawing.paths.push_back(std::move(path));
    }
    void rectangle(const PaperBox& box, const Tint& fill)
    {
        add_path(
            {.parts = {{{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}},
             .fill = fill});
    }

    void add_areas(std::span<const std::vector<geo::MapPosition>> rings, const Tint& fill)
    {
        Path path{.fill = fill};
        for (const auto& ring : rings)
            if (auto kept = clipped_ring(spots_of(ring), cut_box(), least_pt); kept.size() > 2)
                path.parts.push_back(std::move(kept));
        add_path(std::move(path));
    }
    void add_lines(std::span<const std::vector<geo::MapPosition>> lines, const Style& style)
    {
        Path path{.line = style.line, .width = style.width, .dash = style.dash, .gap = style.gap};
        for (const auto& line : lines)
            for (auto& part : clipped_line(spots_of(line), cut_box(), least_pt)) path.parts.push_back(std::move(part));
        add_path(std::move(path));
    }

    void add_base()
    {
        for (const PaperShape& shape : base_.shapes) {
            if (!is_in_sight(shape.box)) continue;
            const Style style = style_of(shape, wish_.county);
            if (style.fill) add_areas(shape.parts, *style.fill);
            if (style.line) add_lines(shape.parts, style);
        }
    }

    struct PlacedWater {
        const PaperWater* water = nullptr;
        std::optional<Spot> at;  // of its mark; empty: none of its vertices is in sight
    };
    [[nodiscard]] std::vector<PlacedWater> in_sight(std::span<const PaperWater> waters) const
    {
        std::vector<PlacedWater> placed;
        for (const PaperWater& water : waters)
            if (is_in_sight(map_from_box(geo::bounding_box(*water.geometry))))
                placed.push_back({&water, mark_spot(water)});
        return placed;
    }

    void add_shape(const PaperWater& water)
    {
        geo::Geometry areas, lines;
        areas.polygons = water.geometry->polygons;
        lines.lines = water.geometry->lines;
        const auto rings = map_parts_of(areas);
        const Style shore{.line = water.foremost ? water.tint : river_line, .width = water.foremost ? 1.1 : 0.5};
        if (!rings.empty()) {
            add_areas(rings, water_fill);
            add_lines(rings, shore);
        }
        Style course = shore;
        course.width = water.foremost ? 1.6 : 0.9;
        add_lines(map_parts_of(lines), course);
    }

    /// Where a water's mark stands: at its name's place, or, where that lies out of sight, at its vertex nearest to the
    /// middle of the map.
    [[nodiscard]] std::optional<Spot> mark_spot(const PaperWater& water) const
    {
        const auto at = geo::label_point(*water.geometry);
        if (!at) return std::nullopt;
        const Spot wanted = spot_of(*at);
        if (room_.holds(wanted)) return wanted;
        std::optional<Spot> best;
        double least = 0;
        for (const auto& part : map_parts_of(*water.geometry))
            for (const auto& each : part) {
                const Spot spot = spot_of(each);
                const double far = std::hypot(spot.x - wish_.width_pt / 2, spot.y - height_ / 2);
                if (room_.holds(spot) && (!best || far < least)) {
                    best = spot;
                    least = far;
                }
            }
        return best;
    }

    static Path mark_path(PaperMark mark, const Spot& at, double r, const Tint& tint)
    {
        Path path{.parts = {{}}, .fill = tint, .line = white, .width = 0.5, .closed = true};
        auto& part = path.parts.front();
        switch (mark) {
        case PaperMark::triangle:
            part = {{at.x, at.y - r * 1.15}, {at.x + r * 1.1, at.y + r * 0.85}, {at.x - r * 1.1, at.y + r * 0.85}};
            break;
        case PaperMark::diamond:
            part = {{at.x, at.y - r * 1.1}, {at.x + r * 1.1, at.y}, {at.x, at.y + r * 1.1}, {at.x - r * 1.1, at.y}};
            break;
        case PaperMark::disc:
        case PaperMark::ring:
        case PaperMark::none:
            constexpr int corners = 20;
            for (int i = 0; i < corners; ++i) {
                const double turn = 2 * std::numbers::pi * i / corners;
                part.push_back({at.x + r * 0.85 * std::cos(turn), at.y + r * 0.85 * std::sin(turn)});
            }
            break;
        }
        if (mark == PaperMark::ring) {
            path.fill = white;
            path.line = tint;
            path.width = 0.9;
        }
        return path;
    }

    void add_mark(const PlacedWater& placed)
    {
        if (placed.water->mark == PaperMark::none || !placed.at) return;
        const double r = placed.water->foremost ? foremost_r : mark_r;
        add_path(mark_path(placed.water->mark, *placed.at, r, placed.water->tint));
        cover(*placed.at, r);
    }
    void add_square(const Spot& at, double half)
    {
        if (!room_.holds(at)) return;
        Path path{.parts = {{{at.x - half, at.y - half},
                             {at.x + half, at.y - half},
                             {at.x + half, at.y + half},
                             {at.x - half, at.y + half}}},
                  .fill = school_tint,
                  .line = white,
                  .width = 0.4,
                  .closed = true};
        add_path(std::move(path));
        cover(at, half);
    }
    void cover(const Spot& at, double r)
    {
        taken_.cover({static_cast<float>(at.x - r), static_cast<float>(at.y - r), static_cast<float>(at.x + r),
                      static_cast<float>(at.y + r)},
                     LabelGrid::things);
    }

    /// Writes beside a place, right, left, above or below of it; false where there is no room.
    bool write(const std::string& text, const Spot& at, double away, double size_pt, Ink ink)
    {
        if (text.empty() || !room_.holds(at)) return false;
        const double width = documents::label_width_pt(text, size_pt), high = size_pt;
        const Spot middles[] = {{at.x + away + width / 2, at.y},
                                {at.x - away - width / 2, at.y},
                                {at.x, at.y - away - high / 2},
                                {at.x, at.y + away + high / 2},
                                {at.x + away + width / 2, at.y - high * 0.8},
                                {at.x + away + width / 2, at.y + high * 0.8},
                                {at.x - away - width / 2, at.y - high * 0.8},
                                {at.x - away - width / 2, at.y + high * 0.8}};
        for (const Spot& middle : middles)
            if (write_at(text, middle, width, size_pt, ink)) return true;
        return false;
    }
    bool write_at(const std::string& text, const Spot& middle, double width, double size_pt, Ink ink)
    {
        const PxBox box{static_cast<float>(middle.x - width / 2 - 1), static_cast<float>(middle.y - size_pt / 2 - 0.5),
                        static_cast<float>(middle.x + width / 2 + 1), static_cast<float>(middle.y + size_pt / 2 + 0.5)};
        if (!taken_.holds(box) || taken_.under(box) != 0) return false;
        taken_.cover(box, LabelGrid::names);
        rectangle({box.x0, box.y0, box.x1, box.y1}, paper_veil);
        figure_.labels.push_back({.text = text, .at = middle, .size_pt = size_pt, .ink = ink, .align = Align::centre});
        return true;
    }

    void name_water(const PlacedWater& placed)
    {
        if (!placed.at) return;
        const PaperWater& water = *placed.water;
        const double size = water.foremost ? 8 : 7, away = (water.foremost ? foremost_r : mark_r) + 2.2;
        if (!write(water.name, *placed.at, away, size, Ink::water))
            (void)write(water.short_name, *placed.at, away, size, Ink::water);
    }

    void name_base()
    {
        std::vector<const PaperName*> names;
        for (const PaperName& each : base_.names) names.push_back(&each);
        std::ranges::stable_sort(names, [](const PaperName* a, const PaperName* b) {
            return std::pair{a->kind, a->rank} < std::pair{b->kind, b->rank};
        });
        for (const PaperName* name : names) {
            const bool county = name->kind == PaperName::Kind::county;
            const std::string& text = wish_.language == Language::zh ? name->zh : name->en;
            const double size = county ? 9 : 7;
            const Spot at = spot_of(name->at);
            if (!room_.holds(at)) continue;
            if (county)
                (void)write_at(text, at, documents::label_width_pt(text, size), size, Ink::grey);
            else
                (void)write(text, at, 1, size, Ink::grey);
        }
    }

    void add_scale()
    {
        const double ground = map_m_per_pt_ / geo::map_scale(geo::position_from_map(middle_).lat);
        const ScaleBar bar = scale_bar(ground, 90);
        const double x = 8, y = height_ - 12;  // above the credits
        const PxBox box{4, static_cast<float>(y - 12), static_cast<float>(x + bar.width_px + 6),
                        static_cast<float>(y + 3)};
        taken_.cover(box, LabelGrid::things);
        rectangle({box.x0, box.y0, box.x1, box.y1}, paper_veil);
        add_path({.parts = {{{x, y - 2.5}, {x, y}, {x + bar.width_px, y}, {x + bar.width_px, y - 2.5}}},
                  .line = school_tint,
                  .width = 0.8});
        figure_.labels.push_back({.text = bar.text,
                                  .at = {x + bar.width_px / 2, y - 6.5},
                                  .size_pt = 6.5,
                                  .ink = Ink::black,
                                  .align = Align::centre});
        // North is up on every map; the arrow says it to who does not know.
        const double nx = wish_.width_pt - 10, ny = 10;
        taken_.cover({static_cast<float>(nx - 6), 2, static_cast<float>(nx + 6), 26}, LabelGrid::things);
        add_path({.parts = {{{nx, ny - 5}, {nx + 3, ny + 4}, {nx, ny + 2}, {nx - 3, ny + 4}}}, .fill = school_tint});
        figure_.labels.push_back({.text = wish_.language == Language::zh ? "北" : "N",
                                  .at = {nx, ny + 9},
                                  .size_pt = 6.5,
                                  .align = Align::centre});
    }

    void add_credits()
    {
        const std::string& text = wish_.language == Language::zh ? base_.attribution_zh : base_.attribution_en;
        if (text.empty()) return;
        constexpr double largest = 5, smallest = 3.6;
        const double room = wish_.width_pt - 6;
        const double size = std::clamp(largest * room / documents::label_width_pt(text, largest), smallest, largest);
        const double width = std::min(documents::label_width_pt(text, size), room), y = height_ - 3.5;
        const double right = wish_.width_pt - 3;
        const PxBox box{static_cast<float>(right - width - 2), static_cast<float>(y - size / 2 - 0.5),
                        static_cast<float>(right + 1), static_cast<float>(height_)};
        taken_.cover(box, LabelGrid::things);
        rectangle({box.x0, box.y0, box.x1, box.y1}, paper_veil);
        figure_.labels.push_back({.text = text,
                                  .at = {right, y},
                                  .size_pt = size,
                                  .ink = Ink::grey,
                                  .face = Face::song,
                                  .align = Align::right});
    }

    void add_frame()
    {
        // What lies under the map's lower edge is the legend's ground.
        if (!wish_.legend.empty()) rectangle({0, height_, wish_.width_pt, wish_.height_pt}, white);
        add_path({.parts = {{{0.3, 0.3},
                             {wish_.width_pt - 0.3, 0.3},
                             {wish_.width_pt - 0.3, height_ - 0.3},
                             {0.3, height_ - 0.3}}},
                  .line = frame_line,
                  .width = 0.6,
                  .closed = true});
    }

    void add_legend()
    {
        double x = 4;
        const double y = height_ + legend_pt / 2 + 1;
        for (const PaperLegend& line : wish_.legend) {
            if (line.mark == PaperMark::none)
                add_path({.parts = {{{x, y - 1.8}, {x + 3.6, y - 1.8}, {x + 3.6, y + 1.8}, {x, y + 1.8}}},
                          .fill = school_tint});
            else
                add_path(mark_path(line.mark, {x + 2, y}, mark_r, line.tint));
            figure_.labels.push_back({.text = line.words, .at = {x + 7, y}, .size_pt = 7.5, .face = Face::song});
            x += 7 + documents::label_width_pt(line.words, 7.5) + 9;
        }
    }

    const PaperBase& base_;
    const PaperMapWish& wish_;
    double height_;
    PaperBox room_;
    LabelGrid taken_;
    geo::MapPosition middle_;
    double map_m_per_pt_ = 1;
    Figure figure_;
};

}  // namespace

Figure paper_map(const PaperBase& base, std::span<const PaperWater> waters, std::span<const PaperSchool> schools,
                 const PaperMapWish& wish)
{
    return PaperMap(base, wish).drawn(waters, schools);
}

}  // namespace xiaoan::map
