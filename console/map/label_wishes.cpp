#include "console/map/labels.hpp"
#include "console/map/scale_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace xiaoan::map {

namespace {

class Wishes {
public:
    Wishes(const BaseMap& base, const Scene& scene, const Drawing& drawing, const LabelOptions& options,
           const MeasureLabel& measure)
        : base_(base),
          geometry_(*scene.geometry),
          drawing_(drawing),
          view_(drawing.view),
          options_(options),
          measure_(measure),
          scale_(static_cast<float>(options.scale)),
          sight_(view_.box())
    {
    }

    std::vector<LabelWish> made()
    {
        chosen();
        distances();
        towns(2);
        counties();
        waters(60);
        if (drawing_.detail.school_names) schools();
        towns(99);
        waters(16);
        water_marks();
        return std::move(wishes_);
    }

private:
    [[nodiscard]] Px px(const geo::MapPosition& p) const
    {
        const ScreenPosition at = view_.screen_from_map(p);
        return {static_cast<float>(at.x), static_cast<float>(at.y)};
    }
    [[nodiscard]] const std::string& name(const Place& place) const
    {
        return options_.english ? place.name_en : place.name_zh;
    }

    /// Places around a symbol: right, left, above, below, then the corners.
    [[nodiscard]] std::vector<Px> around(Px at, float reach, std::string_view text, LabelKind kind) const
    {
        const LabelSize size = measure_(text, kind);
        const float x = reach + size.width_px / 2;
        const float y = reach + size.height_px / 2 - 3 * scale_;
        return {{at.x + x, at.y},     {at.x - x, at.y},     {at.x, at.y - y},     {at.x, at.y + y},
                {at.x + x, at.y - y}, {at.x + x, at.y + y}, {at.x - x, at.y - y}, {at.x - x, at.y + y}};
    }
    LabelWish& add_around(const std::string& text, LabelKind kind, Px at, float reach)
    {
        return wishes_.emplace_back(
            LabelWish{.text = text, .kind = kind, .middles = around(at, reach, text, kind), .foremost = false});
    }

    void chosen()
    {
        for (const DrawnSchool& school : drawing_.schools)
            if (school.chosen)
                add_around(geometry_.schools[school.school].record->name, LabelKind::chosen, school.at,
                           school.side_px / 2 + 4 * scale_)
                    .must = true;
        for (const DrawnWater& water : drawing_.waters)
            if (water.chosen)
                add_around(geometry_.waters[water.water].record->name, LabelKind::chosen_water, water.at, 11 * scale_)
                    .must = true;
    }

    void distances()
    {
        for (const DrawnDistance& line : drawing_.distances) {
            // The name of the end that is not the chosen one.
            const bool from_water = options_.chosen.kind == MapItem::Kind::water;
            const std::string& name =
                from_water ? geometry_.schools[line.school].record->name : geometry_.waters[line.water].record->name;
            const std::string text = fmt::format("{} {}", name, length_text(line.distance_m));
            const LabelSize size = measure_(text, LabelKind::distance);
            LabelWish wish{.text = text, .kind = LabelKind::distance, .middles = {}, .must = true};
            for (const float gap : {8.0F, 20.0F, 34.0F})
                for (const float along : {0.5F, 0.75F, 1.0F, 0.25F}) {
                    const Px at{line.from.x + (line.to.x - line.from.x) * along,
                                line.from.y + (line.to.y - line.from.y) * along};
                    const float x = size.width_px / 2 + gap * scale_;
                    const float y = size.height_px / 2 + (gap - 4) * scale_;
                    for (const Px& off : {Px{x, 0}, Px{-x, 0}, Px{0, y}, Px{0, -y}})
                        wish.middles.push_back({at.x + off.x, at.y + off.y});
                }
            wishes_.push_back(std::move(wish));
        }
    }

    void towns(int up_to_rank)
    {
        for (const Place& place : base_.places) {
            if (place.kind != PlaceKind::town || !sight_.contains(place.at)) continue;
            if (place.rank <= named_towns_ || place.rank > up_to_rank) continue;
            add_around(name(place), LabelKind::town, px(place.at), 8 * scale_).foremost = place.rank <= 2;
        }
        named_towns_ = up_to_rank;
    }

    /// From the wanted place outwards in squares of growing size.
    void counties()
    {
        for (const Place& place : base_.places) {
            if (place.kind != PlaceKind::county || !place.box.touches(sight_)) continue;
            const double size_px = place.size_m / view_.map_m_per_px;
            if (size_px < 40 * scale_ || size_px > 3000 * scale_) continue;
            LabelWish wish{
                .text = name(place), .kind = LabelKind::county, .middles = {}, .foremost = true, .county = &place};
            const Px at = px(place.at);
            const float step = 10 * scale_;
            const int rings = static_cast<int>(size_px / 2 / step);
            wish.middles.push_back(at);
            for (int ring = 1; ring <= std::min(rings, 32); ++ring)
                for (int i = 0; i < 8 * ring; ++i) wish.middles.push_back(on_square(at, step, ring, i));
            wishes_.push_back(std::move(wish));
        }
    }
    static Px on_square(Px at, float step, int ring, int i)
    {
        const int side = i / (2 * ring);
        const int along = i % (2 * ring) - ring;
        const int x = side == 0 ? along : side == 1 ? ring : side == 2 ? -along : -ring;
        const int y = side == 0 ? -ring : side == 1 ? along : side == 2 ? ring : -along;
        return {at.x + static_cast<float>(x) * step, at.y + static_cast<float>(y) * step};
    }

    /// Rivers and lakes whose extent on the screen is at least so many design pixels and that were not named before.
    void waters(float least_px)
    {
        for (std::size_t i = 0; i < base_.places.size(); ++i) {
            const Place& place = base_.places[i];
            if (place.kind != PlaceKind::lake && place.kind != PlaceKind::river) continue;
            if (!place.box.touches(sight_) || is_named(name(place))) continue;
            if (place.kind == PlaceKind::lake) {
                if (place.size_m / view_.map_m_per_px < least_px * 0.5F * scale_) continue;
                lake(place);
            } else {
                river(place, least_px);
            }
        }
    }

    [[nodiscard]] bool is_named(const std::string& text) const
    {
        return std::ranges::any_of(
            wishes_, [&](const LabelWish& wish) { return wish.text == text && wish.kind == LabelKind::water; });
    }

    void lake(const Place& place)
    {
        const Px at = px(place.at);
        const auto half_width = static_cast<float>((place.box.east - place.box.west) / 2 / view_.map_m_per_px);
        const auto half_height = static_cast<float>((place.box.north - place.box.south) / 2 / view_.map_m_per_px);
        const Px middle = px(place.box.centre());
        const LabelSize size = measure_(name(place), LabelKind::water);
        LabelWish wish{.text = name(place), .kind = LabelKind::water, .middles = {}};
        if (half_width * 2 > size.width_px * 1.1F) wish.middles.push_back(at);
        const float x = half_width + size.width_px / 2 + 4 * scale_;
        const float y = half_height + size.height_px / 2;
        for (const Px& off : {Px{0, -y}, Px{0, y}, Px{-x, 0}, Px{x, 0}, Px{-x / 2, -y}, Px{x / 2, -y}, Px{-x / 2, y}})
            wish.middles.push_back({middle.x + off.x, middle.y + off.y});
        wishes_.push_back(std::move(wish));
    }

    /// Beside the river, at places some 40 pixels apart, those nearest to the middle of the view first.
    void river(const Place& place, float least_px)
    {
        std::vector<Px> on_line;
        float length = 0;
        for (const auto& line : place.shape) {
            Px before{};
            float since = 0;
            for (std::size_t i = 0; i < line.size(); ++i) {
                const Px at = px(line[i]);
                if (i > 0) since += std::hypot(at.x - before.x, at.y - before.y);
                before = at;
                if (!sight_.contains(line[i])) continue;
                if (since < 24 * scale_ && !on_line.empty()) continue;
                length += since;
                since = 0;
                on_line.push_back(at);
            }
        }
        if (on_line.empty() || length < 1.5F * least_px * scale_) return;
        const Px middle{static_cast<float>(view_.width_px / 2), static_cast<float>(view_.height_px / 2)};
        std::ranges::stable_sort(on_line, {}, [&](Px p) { return std::hypot(p.x - middle.x, p.y - middle.y); });
        const LabelSize size = measure_(name(place), LabelKind::water);
        LabelWish wish{.text = name(place), .kind = LabelKind::water, .middles = {}, .may_cross_base_lines = false};
        // Close to the river first; farther off only where it meanders too much.
        for (const float gap : {3.0F, 9.0F, 16.0F})
            for (const Px& at : on_line) {
                const float x = size.width_px / 2 + gap * scale_;
                const float y = size.height_px / 2 + gap * scale_ - 4 * scale_;
                for (const Px& off : {Px{x, 0}, Px{-x, 0}, Px{0, -y}, Px{0, y}})
                    wish.middles.push_back({at.x + off.x, at.y + off.y});
            }
        wishes_.push_back(std::move(wish));
    }

    void schools()
    {
        for (const DrawnSchool& school : drawing_.schools)
            if (!school.chosen && !named_by_distance(school))
                add_around(geometry_.schools[school.school].record->name, LabelKind::school, school.at,
                           school.side_px / 2 + 4 * scale_);
    }

    [[nodiscard]] bool named_by_distance(const DrawnSchool& school) const
    {
        return options_.chosen.kind == MapItem::Kind::water &&
               std::ranges::any_of(drawing_.distances,
                                   [&](const DrawnDistance& line) { return line.school == school.school; });
    }

    void water_marks()
    {
        for (const DrawnWater& water : drawing_.waters) {
            const std::string& text = geometry_.waters[water.water].record->name;
            const auto same = [&](const DrawnDistance& line) { return line.water == water.water; };
            if (water.chosen || text.empty() || is_named(text) || std::ranges::any_of(drawing_.distances, same))
                continue;
            add_around(text, LabelKind::water, water.at, 11 * scale_);
        }
    }

    const BaseMap& base_;
    const SceneGeometry& geometry_;
    const Drawing& drawing_;
    const MapView& view_;
    const LabelOptions& options_;
    const MeasureLabel& measure_;
    float scale_;
    MapBox sight_;
    int named_towns_ = -1;
    std::vector<LabelWish> wishes_;
};

}  // namespace

std::vector<LabelWish> label_wishes(const BaseMap& base, const Scene& scene, const Drawing& drawing,
                                    const LabelOptions& options, const MeasureLabel& measure)
{
    return Wishes(base, scene, drawing, options, measure).made();
}

}  // namespace xiaoan::map
