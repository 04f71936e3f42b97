#include "data/intake/datum_check.hpp"

#include "data/kinds/kinds.hpp"
#include "geo/wkt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace xiaoan::data {

namespace {

constexpr std::array kinds_with_evidence{std::string_view{"schools"}, std::string_view{"stops"},
                                         std::string_view{"routes"}, std::string_view{"waters"},
                                         std::string_view{"tracks"}};

bool has_evidence(const KindInfo& kind)
{
    return std::ranges::find(kinds_with_evidence, kind.key) != kinds_with_evidence.end();
}

/// One row as far as it matters here.
class PlacedRow {
public:
    PlacedRow(const KindInfo& kind, const std::vector<Value>& values) : kind_(kind), values_(values) {}

    [[nodiscard]] std::string text(std::string_view field) const
    {
        const auto* held = value<std::string>(field);
        return held != nullptr ? *held : std::string{};
    }
    [[nodiscard]] std::int64_t whole(std::string_view field) const
    {
        const auto* held = value<std::int64_t>(field);
        return held != nullptr ? *held : 0;
    }
    [[nodiscard]] std::optional<double> number(std::string_view field) const
    {
        const auto* held = value<double>(field);
        return held != nullptr ? std::optional{*held} : std::nullopt;
    }

private:
    template <class T>
    [[nodiscard]] const T* value(std::string_view field) const
    {
        const auto index = kind_.field(field);
        return index ? std::get_if<T>(&values_[*index]) : nullptr;
    }
    const KindInfo& kind_;
    const std::vector<Value>& values_;
};

/// The middle of the geometry's box, else the position.
std::optional<geo::Position> place_of(std::optional<double> lon, std::optional<double> lat, std::string_view wkt)
{
    if (!wkt.empty()) {
        const auto geometry = geo::geometry_from_wkt(wkt);
        if (geometry && !geometry->is_empty()) return geo::bounding_box(*geometry).centre();
    }
    return lon && lat ? std::optional{geo::Position{*lon, *lat}} : std::nullopt;
}

std::optional<geo::Polyline> line_of(std::string_view wkt)
{
    auto geometry = geo::geometry_from_wkt(wkt);
    if (!geometry || geometry->lines.size() != 1) return std::nullopt;
    return std::move(geometry->lines.front());
}

/// What the register knows of places, by key.
class KnownPlaces {
public:
    explicit KnownPlaces(const Snapshot& known)
    {
        for (const School& each : known.all<School>()) keep(schools_, each.code, place_of(each.lon, each.lat, {}));
        for (const Water& each : known.all<Water>())
            keep(waters_, each.code, place_of(each.lon, each.lat, each.geometry));
        for (const Stop& each : known.all<Stop>())
            if (const auto place = place_of(each.lon, each.lat, {}); place && each.sequence)
                stops_[each.route].emplace(*each.sequence, *place);
        for (const Route& each : known.all<Route>()) {
            routes_.emplace(each.code, &each);
            routes_to_.emplace(each.school, &each);
        }
        for (const Run& each : known.all<Run>())
            if (const auto route = routes_.find(each.route); route != routes_.end())
                if (auto line = line_of(route->second->geometry))
                    courses_[each.registration_number].push_back(std::move(*line));
    }

    void compare(const KindInfo& kind, const PlacedRow& row, std::vector<DatumComparison>& found) const
    {
        const auto place = place_of(row.number("lon"), row.number("lat"), row.text("geometry"));
        if (!place) return;
        if (kind.key == "schools")
            compare_school(row.text("code"), *place, found);
        else if (kind.key == "stops")
            compare_stop(row.text("route"), row.whole("sequence"), *place, found);
        else if (kind.key == "tracks")
            compare_track(row.text("registration_number"), *place, found);
        else if (kind.key == "waters") {
            if (const auto known = waters_.find(row.text("code")); known != waters_.end())
                found.push_back(compared(*place, known->second));
        } else
            compare_route(row.text("code"), row.text("geometry"), *place, found);
    }

private:
    using Places = std::map<std::string, geo::Position, std::less<>>;

    static void keep(Places& places, const std::string& key, const std::optional<geo::Position>& place)
    {
        if (place) places.emplace(key, *place);
    }

    void compare_school(const std::string& code, const geo::Position& place, std::vector<DatumComparison>& found) const
    {
        if (const auto known = schools_.find(code); known != schools_.end())
            found.push_back(compared(place, known->second));
        else if (const auto end = end_at_school(code))
            found.push_back(compared(place, *end));
    }

    void compare_stop(const std::string& code, std::int64_t sequence, const geo::Position& place,
                      std::vector<DatumComparison>& found) const
    {
        if (const auto of_route = stops_.find(code); of_route != stops_.end())
            if (const auto known = of_route->second.find(sequence); known != of_route->second.end()) {
                found.push_back(compared(place, known->second));
                return;
            }
        const auto route = routes_.find(code);
        const auto line = route != routes_.end() ? line_of(route->second->geometry) : std::nullopt;
        if (const auto comparison = line ? compared(place, *line) : std::nullopt) found.push_back(*comparison);
    }

    void compare_track(const std::string& bus, const geo::Position& place, std::vector<DatumComparison>& found) const
    {
        const auto known = courses_.find(bus);
        if (known == courses_.end()) return;
        if (const auto comparison = compared(place, known->second)) found.push_back(*comparison);
    }

    void compare_route(const std::string& code, const std::string& geometry, const geo::Position& middle,
                       std::vector<DatumComparison>& found) const
    {
        const auto route = routes_.find(code);
        if (const auto known = route != routes_.end() ? place_of({}, {}, route->second->geometry) : std::nullopt) {
            found.push_back(compared(middle, *known));
            return;
        }
        const auto line = line_of(geometry);
        const auto stops = stops_.find(code);
        if (!line || stops == stops_.end()) return;
        for (const auto& [sequence, stop] : stops->second)
            if (const auto comparison = compared(*line, stop)) found.push_back(*comparison);
    }

    /// Where a route to the school ends, or one from it begins.
    [[nodiscard]] std::optional<geo::Position> end_at_school(const std::string& school) const
    {
        const auto [first, last] = routes_to_.equal_range(school);
        for (auto each = first; each != last; ++each) {
            const Route& route = *each->second;
            if (route.direction == Direction::not_given) continue;
            const bool to_school = route.direction == Direction::to_school;
            if (const auto line = line_of(route.geometry))
                return to_school ? line->points.back() : line->points.front();
            if (const auto stops = stops_.find(route.code); stops != stops_.end())
                return to_school ? stops->second.rbegin()->second : stops->second.begin()->second;
        }
        return std::nullopt;
    }

    Places schools_, waters_;
    std::map<std::string, std::map<std::int64_t, geo::Position>> stops_;  // by route and sequence
    std::map<std::string, const Route*> routes_;
    std::multimap<std::string, const Route*> routes_to_;         // by school
    std::map<std::string, std::vector<geo::Polyline>> courses_;  // of the routes of a bus
};

std::string_view word_of(Datum datum)
{
    return datum == Datum::bd09 ? "bd09" : "gcj02";
}

std::vector<DatumComparison> comparisons_of(const CheckedRows& rows, std::uint32_t sheet, const KnownPlaces& known)
{
    // A record has one place, a bus some ten thousand in a day, of which a part tells as much.
    constexpr std::size_t most_of_tracks = 2000;
    const std::size_t step = rows.kind().key == "tracks" ? 1 + rows.size() / most_of_tracks : 1;
    std::vector<DatumComparison> found;
    std::vector<Value> values;
    for (std::size_t i = 0; i < rows.size(); i += step) {
        if (rows.place(i).sheet != sheet || rows.gave_way(i)) continue;
        rows.values(i, values);
        known.compare(rows.kind(), PlacedRow(rows.kind(), values), found);
    }
    return found;
}

}  // namespace

bool may_have_datum_evidence(const FileRows& file)
{
    return std::ranges::any_of(file.rows, [](const auto& rows) { return has_evidence(*rows.first); });
}

std::vector<DatumComparison> datum_comparisons(const CheckedRows& rows, std::uint32_t sheet, const Snapshot& known)
{
    return comparisons_of(rows, sheet, KnownPlaces(known));
}

void look_out_for_datum(FileRows& file, const Snapshot& known)
{
    const KnownPlaces places(known);
    for (const auto& [kind, rows] : file.rows) {
        if (!has_evidence(*kind)) continue;
        for (std::uint32_t sheet = 0; sheet < file.sheets.size(); ++sheet) {
            const auto proposal = probable_datum(comparisons_of(rows, sheet, places));
            if (!proposal) continue;
            constexpr IssueCode code = IssueCode::probable_datum;
            const std::string datum{word_of(proposal->datum)};
            auto& issues = file.sheets[sheet].report.issues;  // before those of single rows: it is about all of them
            issues.insert(issues.begin(),
                          {0,
                           {},
                           code,
                           usual_severity(code),
                           datum,
                           {datum, std::to_string(proposal->fitting), std::to_string(proposal->compared),
                            fmt::format("{:.0f}", proposal->as_given_m), fmt::format("{:.0f}", proposal->in_datum_m)}});
        }
    }
}

}  // namespace xiaoan::data
