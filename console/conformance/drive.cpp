#include "console/conformance/drive.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiaoan::conformance {

namespace {

constexpr double kmh_of_ms = 3.6;

}  // namespace

double Driving::metres(const geo::Position& a, const geo::Position& b) const
{
    const geo::DegreeLength degree = degrees_->at((a.lat + b.lat) / 2);
    const double x = (a.lon - b.lon) * degree.lon_m, y = (a.lat - b.lat) * degree.lat_m;
    return std::sqrt(x * x + y * y);
}

/// The points of the window, and the lengths between them.
void Driving::take(std::span<const data::TrackPoint> points, const ExpectedRun& run)
{
    fixes_.clear();
    has_extent_ = false;
    const auto after = [](std::int64_t moment, const data::TrackPoint& point) { return moment < point.at_s; };
    const auto begin = std::upper_bound(points.begin(), points.end(), run.from_s - 1, after);
    const auto end = std::upper_bound(begin, points.end(), run.to_s, after);
    if (begin == end) return;
    double south = 90, north = -90;
    for (auto point = begin; point != end; ++point) {
        const auto speed = point->speed_ckmh;
        fixes_.push_back({{point->lon(), point->lat()},
                          point->at_s,
                          static_cast<std::uint32_t>(point - points.begin()),
                          0,
                          speed == data::TrackPoint::no_speed ? -1.0F : static_cast<float>(speed) / 100.0F});
        south = std::min(south, fixes_.back().place.lat);
        north = std::max(north, fixes_.back().place.lat);
    }
    degrees_.emplace(south, north);
    leave_out_jumps();
    for (std::size_t i = 1; i < fixes_.size(); ++i)
        fixes_[i].leg_m = static_cast<float>(metres(fixes_[i - 1].place, fixes_[i].place));
}

/// A fix that cannot be reached from the one before it, nor left towards the one after it, is an error of the receiver;
/// so is the first, where it cannot be left.
void Driving::leave_out_jumps()
{
    const auto too_fast = [&](const Fix& a, const Fix& b) {
        return metres(a.place, b.place) * kmh_of_ms > measures_.jump_kmh * (b.at_s - a.at_s);
    };
    std::size_t kept = 0;
    for (std::size_t i = 0; i < fixes_.size(); ++i) {
        if (kept > 0 && too_fast(fixes_[kept - 1], fixes_[i])) {
            const bool last = i + 1 == fixes_.size();
            if (last || too_fast(fixes_[i], fixes_[i + 1])) continue;
            if (kept == 1) kept = 0;
        }
        fixes_[kept++] = fixes_[i];
    }
    fixes_.resize(kept);
}

bool Driving::is_known(std::size_t fix) const
{
    const auto seconds = fixes_[fix].at_s - fixes_[fix - 1].at_s;
    return seconds <= static_cast<std::uint32_t>(measures_.gap_s) &&
           fixes_[fix].leg_m * kmh_of_ms <= measures_.jump_kmh * seconds;
}

/// Of the visits to a place from a fix on, the one whose end (or begin) is nearest to a moment.
std::optional<Driving::Visit> Driving::visit(const geo::Position& place, std::size_t from, std::int64_t moment,
                                             bool by_end) const
{
    std::optional<Visit> best;
    std::int64_t best_s = 0;
    for (std::size_t i = from; i < fixes_.size(); ++i) {
        if (metres(fixes_[i].place, place) > measures_.zone_m) continue;
        Visit found{i, i};
        while (found.last + 1 < fixes_.size() && metres(fixes_[found.last + 1].place, place) <= measures_.zone_m)
            ++found.last;
        const std::int64_t off_s = std::abs(fixes_[by_end ? found.last : found.first].at_s - moment);
        if (!best || off_s < best_s) {
            best = found;
            best_s = off_s;
        }
        i = found.last;
    }
    return best;
}

void Driving::find_ends(std::span<const TimedStop> stops, const ExpectedRun& run)
{
    departed_.reset();
    arrived_.reset();
    const auto begin = stops.empty() ? std::nullopt : stops.front().place;
    const auto end = stops.size() < 2 ? std::nullopt : stops.back().place;
    if (begin) departed_ = visit(*begin, 0, run.departs_s, true);
    if (end) arrived_ = visit(*end, departed_ ? departed_->last + 1 : 0, run.arrives_s, false);
}

/// The other way round where the bus came to both ends so, and left nearer to the departure.
void Driving::turn_if_driven_so(const ExpectedRun& run)
{
    if (stops_.size() < 2 || (departed_ && arrived_)) return;
    const auto off_s = [&](const std::optional<Visit>& left) {
        return left ? std::abs(fixes_[left->last].at_s - run.departs_s) : std::numeric_limits<std::int64_t>::max();
    };
    const auto departed = departed_, arrived = arrived_;
    std::vector<TimedStop> turned(stops_.rbegin(), stops_.rend());
    for (TimedStop& each : turned) each.due_s.reset();  // the times are those of the way there
    turned.front().due_s = run.departs_s;
    find_ends(turned, run);
    if (departed_ && arrived_ && off_s(departed_) < off_s(departed)) {
        stops_ = std::move(turned);
        return;
    }
    departed_ = departed;
    arrived_ = arrived;
}

/// A bus that stood in its yard sends fixes too.
bool Driving::went_nowhere() const
{
    if (departed_ || arrived_) return false;
    for (std::size_t i = first_; i <= last_; ++i)
        if (metres(fixes_[first_].place, fixes_[i].place) > measures_.drive_m) return false;
    return true;
}

void Driving::find_extent(const ExpectedRun& run)
{
    stops_ = run.stops;
    find_ends(stops_, run);
    turn_if_driven_so(run);
    const auto from = std::ranges::lower_bound(fixes_, run.departs_s, {}, &Fix::at_s);
    const auto to = std::ranges::upper_bound(fixes_, run.arrives_s, {}, &Fix::at_s);
    const std::size_t first = departed_ ? departed_->first : static_cast<std::size_t>(from - fixes_.begin());
    const std::size_t past = arrived_ ? arrived_->first + 1 : static_cast<std::size_t>(to - fixes_.begin());
    has_extent_ = first < past;
    first_ = first;
    last_ = past == 0 ? 0 : past - 1;
    if (has_extent_ && went_nowhere()) has_extent_ = false;
}

/// Which part of a leg that leads over the edge of the corridor lies within it, from 0 to 1.
double Driving::part_held(const geo::Corridor& way, std::size_t fix, bool begins_within, std::uint32_t hint) const
{
    const geo::Position &a = fixes_[fix - 1].place, &b = fixes_[fix].place;
    double within = begins_within ? 0 : 1, beyond = begins_within ? 1 : 0;
    for (int halving = 0; halving < 12; ++halving) {
        const double middle = (within + beyond) / 2;
        const geo::Position p{a.lon + middle * (b.lon - a.lon), a.lat + middle * (b.lat - a.lat)};
        (way.holds(p, hint) ? within : beyond) = middle;
    }
    return begins_within ? within : 1 - within;
}

void Driving::find_off(const geo::Corridor& way, DrivenRun& found)
{
    std::uint32_t hint = 0;
    double total_m = 0;
    std::optional<OffStretch> open;
    const auto close = [&] {
        if (open) found.off.push_back(*open);
        open.reset();
    };
    bool before = true;
    for (std::size_t i = first_; i <= last_; ++i) {
        const bool held = way.holds(fixes_[i].place, hint);
        const bool has_leg = i > first_ && is_known(i);
        if (!has_leg) close();
        double off_m = 0;
        if (has_leg && !(held && before))
            off_m = fixes_[i].leg_m * (held == before ? 1 : 1 - part_held(way, i, before, hint));
        if ((off_m > 0 || !held) && !open) open = OffStretch{off_m > 0 ? i - 1 : i, i, 0};
        if (open) {
            open->last = i;
            open->length_m += off_m;
        }
        total_m += off_m;
        if (held) close();
        before = held;
    }
    close();
    for (OffStretch& each : found.off) each = {fixes_[each.first].point, fixes_[each.last].point, each.length_m};
    found.off_route_m = total_m;
}

/// Whether the bus waited there for its place at a stop: for a while, close to it, and standing at it soon after.
bool Driving::is_queue(std::size_t last, const geo::Position& place, int seconds) const
{
    if (seconds > measures_.queue_s || !approved_.nearest_m(place, measures_.queue_m)) return false;
    const auto at_stop = [&](std::size_t i) {
        return fixes_[i].kmh <= measures_.still_kmh && approved_.nearest_m(fixes_[i].place, measures_.stop_m) &&
               metres(fixes_[i].place, place) <= measures_.queue_m + measures_.stop_m;
    };
    const auto wait_s = static_cast<std::uint32_t>(measures_.queue_s);
    for (std::size_t i = last + 1; i <= last_ && fixes_[i].at_s - fixes_[last].at_s <= wait_s; ++i)
        if (at_stop(i)) return true;
    return false;
}

void Driving::find_stops(DrivenRun& found)
{
    const auto is_still = [&](std::size_t i) { return fixes_[i].kmh <= measures_.still_kmh; };
    for (std::size_t first = first_; first <= last_; ++first) {
        if (!is_still(first)) continue;
        std::size_t last = first;
        double lon = fixes_[first].place.lon, lat = fixes_[first].place.lat;
        while (last + 1 <= last_ && is_still(last + 1) && is_known(last + 1) &&
               metres(fixes_[first].place, fixes_[last + 1].place) <= measures_.stand_m) {
            ++last;
            lon += fixes_[last].place.lon;
            lat += fixes_[last].place.lat;
        }
        const auto seconds = static_cast<int>(fixes_[last].at_s - fixes_[first].at_s);
        if (seconds >= measures_.stand_s) {
            const auto count = static_cast<double>(last - first + 1);
            const geo::Position place{lon / count, lat / count};
            if (!approved_.nearest_m(place, measures_.stop_m) && !is_queue(last, place, seconds))
                found.stops.push_back({fixes_[first].point, place, seconds});
            first = last;
        }
    }
}

std::optional<double> Driving::speed_at(std::size_t fix, std::size_t& from, double wanted) const
{
    constexpr double bends = 1.25;  // how much longer than the straight line between two fixes the road may be
    const auto leg_s = static_cast<std::uint32_t>(measures_.speed_leg_s);
    if (!is_known(fix)) {
        from = fix;
        return std::nullopt;
    }
    while (from + 1 < fix && fixes_[fix].at_s - fixes_[from + 1].at_s >= leg_s) ++from;
    const auto seconds = fixes_[fix].at_s - fixes_[from].at_s;
    const bool long_enough = seconds >= leg_s;
    const bool recorded = fixes_[fix].kmh >= 0 && fixes_[fix - 1].kmh >= 0;
    const double kmh = recorded ? std::min(fixes_[fix].kmh, fixes_[fix - 1].kmh) : 0;
    if (long_enough && (!recorded || kmh > wanted)) {
        const double straight = metres(fixes_[from].place, fixes_[fix].place) / seconds * kmh_of_ms;
        return recorded ? std::min(kmh, straight * bends) : straight;
    }
    return recorded ? std::optional{kmh} : std::nullopt;
}

void Driving::find_speed(DrivenRun& found)
{
    std::size_t from = first_;
    for (std::size_t i = first_ + 1; i <= last_; ++i) {
        const auto kmh = speed_at(i, from, found.max_kmh.value_or(-1));
        if (!kmh || *kmh <= found.max_kmh.value_or(-1)) continue;
        found.max_kmh = kmh;
        found.fastest = fixes_[i].point;
    }
}

std::vector<DrivenFix> Driving::fixes() const
{
    std::vector<DrivenFix> all;
    if (!has_extent_) return all;
    std::size_t from = first_;
    for (std::size_t i = first_; i <= last_; ++i) {
        DrivenFix& made = all.emplace_back(DrivenFix{.point = fixes_[i].point});
        if (i == first_) continue;
        made.leg_m = fixes_[i].leg_m;
        made.joined = is_known(i);
        made.kmh = speed_at(i, from, -1);
    }
    return all;
}

void Driving::find_late(DrivenRun& found) const
{
    std::optional<std::int64_t> latest_s;
    const auto compare = [&](std::size_t fix, const TimedStop& stop) {
        if (stop.due_s)
            latest_s = std::max(latest_s.value_or(fixes_[fix].at_s - *stop.due_s), fixes_[fix].at_s - *stop.due_s);
    };
    std::size_t next = departed_ ? departed_->last : 0;
    if (departed_) compare(departed_->last, stops_.front());
    for (std::size_t stop = 1; stop + 1 < stops_.size(); ++stop) {
        if (!stops_[stop].place) continue;
        const std::size_t end = arrived_ ? arrived_->first : fixes_.size();
        for (std::size_t i = next; i < end; ++i)
            if (metres(fixes_[i].place, *stops_[stop].place) <= measures_.zone_m) {
                compare(i, stops_[stop]);
                next = i;
                break;
            }
    }
    if (arrived_) compare(arrived_->first, stops_.back());
    if (latest_s) found.late_min = static_cast<int>(*latest_s / 60);
}

DrivenRun Driving::judge(std::span<const data::TrackPoint> points, const ExpectedRun& run)
{
    DrivenRun found;
    take(points, run);
    found.fixes = fixes_.size();
    if (fixes_.empty()) return found;
    find_extent(run);
    if (!has_extent_) return found;
    if (run.way != nullptr) find_off(*run.way, found);
    find_stops(found);
    find_speed(found);
    find_late(found);
    return found;
}

}  // namespace xiaoan::conformance
