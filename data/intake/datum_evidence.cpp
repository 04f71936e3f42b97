#include "data/intake/datum_evidence.hpp"

#include "geo/geodesic.hpp"
#include "geo/polyline.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace xiaoan::data {

namespace {

constexpr double on_it_m = 50, near_m = 150, apart_m = 250;
constexpr std::size_t fewest = 3;

constexpr double far_m = std::numeric_limits<double>::infinity();

/// How far the place of each datum is from what is known.
template <class Distance>
DatumComparison compared_by(const geo::Position& in_file, Distance&& distance_m)
{
    const auto from = [&](Datum datum) {
        const auto place = on_cgcs2000(in_file, datum);
        return place ? distance_m(*place) : far_m;
    };
    return {from(Datum::cgcs2000), from(Datum::gcj02), from(Datum::bd09)};
}

double distance_m(const geo::Polyline& line, const geo::Position& place)
{
    const auto on_line = geo::nearest_place(line, place);
    return on_line ? geo::geodesic_m(place, on_line->at) : far_m;
}

/// Empty where two of the three cannot be told apart. What lies on the line as it is given, and in no other datum,
/// tells that it is given right, however close the line comes to the other places.
std::optional<DatumComparison> if_it_tells(const DatumComparison& found)
{
    if (found.cgcs2000_m <= on_it_m && found.gcj02_m > on_it_m && found.bd09_m > on_it_m) return found;
    const double all[] = {found.cgcs2000_m, found.gcj02_m, found.bd09_m};
    const auto close = std::ranges::count_if(all, [](double each) { return each <= apart_m; });
    return close > 1 ? std::nullopt : std::optional{found};
}

/// Empty where a position of the line has no place in the datum.
std::optional<geo::Polyline> on_cgcs2000(const geo::Polyline& line, Datum datum)
{
    geo::Polyline moved;
    moved.points.reserve(line.points.size());
    for (const geo::Position& each : line.points) {
        const auto place = data::on_cgcs2000(each, datum);
        if (!place) return std::nullopt;
        moved.points.push_back(*place);
    }
    return moved;
}

/// The upper one of two in the middle; 0 of none.
double median(std::vector<double> of)
{
    if (of.empty()) return 0;
    const auto middle = of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2);
    std::ranges::nth_element(of, middle);
    return *middle;
}

}  // namespace

DatumComparison compared(const geo::Position& in_file, const geo::Position& known)
{
    return compared_by(in_file, [&](const geo::Position& place) { return geo::geodesic_m(place, known); });
}

std::optional<DatumComparison> compared(const geo::Position& in_file, const geo::Polyline& known)
{
    return compared(in_file, {&known, 1});
}

std::optional<DatumComparison> compared(const geo::Position& in_file, std::span<const geo::Polyline> known)
{
    const auto nearest_m = [&](const geo::Position& place) {
        double least = far_m;
        for (const geo::Polyline& line : known) least = std::min(least, distance_m(line, place));
        return least;
    };
    const DatumComparison found = compared_by(in_file, nearest_m);
    return found.cgcs2000_m < far_m ? if_it_tells(found) : std::nullopt;
}

std::optional<DatumComparison> compared(const geo::Polyline& in_file, const geo::Position& known)
{
    if (!geo::nearest_place(in_file, known)) return std::nullopt;
    const auto from = [&](Datum datum) {
        const auto line = on_cgcs2000(in_file, datum);
        return line ? distance_m(*line, known) : far_m;
    };
    return if_it_tells({from(Datum::cgcs2000), from(Datum::gcj02), from(Datum::bd09)});
}

std::optional<DatumProposal> probable_datum(std::span<const DatumComparison> comparisons)
{
    using Distance = double DatumComparison::*;
    const auto proposal = [&](Datum datum, Distance fitting, Distance third) {
        std::vector<double> as_given, in_datum;
        for (const DatumComparison& each : comparisons) {
            if (each.*fitting > near_m || each.cgcs2000_m <= apart_m || each.*third <= apart_m) continue;
            as_given.push_back(each.cgcs2000_m);
            in_datum.push_back(each.*fitting);
        }
        const std::size_t fits = as_given.size();
        return DatumProposal{datum, fits, comparisons.size(), median(std::move(as_given)), median(std::move(in_datum))};
    };
    const auto gcj02 = proposal(Datum::gcj02, &DatumComparison::gcj02_m, &DatumComparison::bd09_m);
    const auto bd09 = proposal(Datum::bd09, &DatumComparison::bd09_m, &DatumComparison::gcj02_m);
    const DatumProposal& best = gcj02.fitting >= bd09.fitting ? gcj02 : bd09;
    if (best.fitting < fewest || 2 * best.fitting <= best.compared) return std::nullopt;
    return best;
}

}  // namespace xiaoan::data
