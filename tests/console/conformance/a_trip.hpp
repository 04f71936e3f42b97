// Trips along a straight road of 10 km eastwards: places in metres from its begin, times in seconds from 06:50:00.
#pragma once

#include "console/conformance/drive.hpp"
#include "geo/ellipsoid.hpp"
#include "tests/support/builders.hpp"

#include <cmath>
#include <vector>

namespace xiaoan::test {

inline constexpr double road_lat = 45.6, road_lon = 122.8;

inline geo::Position place(double east_m, double north_m = 0)
{
    static const geo::DegreeLength degree = geo::degree_length(road_lat);
    return {road_lon + east_m / degree.lon_m, road_lat + north_m / degree.lat_m};
}

/// 06:50:00 of a day, as seconds of civil time.
inline std::uint32_t departure_s(data::Date date = monday)
{
    return static_cast<std::uint32_t>(std::chrono::seconds{date.time_since_epoch()}.count()) + 410 * 60;
}

/// A bus that sends a fix every 10 s.
class Trip {
public:
    static constexpr int every_s = 10;

    explicit Trip(data::Date date = monday, bool with_speeds = true, int late_s = 0)
        : now_s_(departure_s(date) + static_cast<std::uint32_t>(late_s)), with_speeds_(with_speeds)
    {
    }

    /// Drives straight to a place at a speed in m/s; the first fix of a trip is where it begins.
    Trip& drive(double east_m, double north_m = 0, double speed_ms = 10)
    {
        const double way_m = std::hypot(east_m - east_, north_m - north_);
        const int legs = static_cast<int>(std::lround(way_m / (speed_ms * every_s)));
        const double from_east = east_, from_north = north_;
        for (int i = 1; i <= legs; ++i) {
            now_s_ += every_s;
            east_ = from_east + (east_m - from_east) * i / legs;
            north_ = from_north + (north_m - from_north) * i / legs;
            fix(speed_ms * 3.6);
        }
        return *this;
    }
    /// Stands for so long: the fix on arrival shows no speed.
    Trip& stand(int seconds)
    {
        if (with_speeds_) points.back().speed_ckmh = 0;
        for (int i = 0; i < seconds / every_s; ++i) {
            now_s_ += every_s;
            fix(0);
        }
        return *this;
    }
    Trip& begin(double east_m = 0, double north_m = 0)
    {
        east_ = east_m;
        north_ = north_m;
        fix(0);
        return *this;
    }
    Trip& wait(int seconds)
    {
        now_s_ += static_cast<std::uint32_t>(seconds);
        return *this;
    }
    void fix(double kmh)
    {
        const geo::Position at = place(east_, north_);
        points.push_back(data::track_point(data::Timestamp{now_s_}, at.lon, at.lat,
                                           with_speeds_ ? std::optional{kmh} : std::nullopt,
                                           static_cast<std::uint32_t>(points.size() + 2))
                             .value());
    }

    std::vector<data::TrackPoint> points;

private:
    double east_ = 0, north_ = 0;
    std::uint32_t now_s_;
    bool with_speeds_;
};

inline geo::Polyline the_road()
{
    geo::Polyline line;
    for (int km = 0; km <= 10; ++km) line.points.push_back(place(km * 1000.0));
    return line;
}

}  // namespace xiaoan::test
