#include "a_city.hpp"

#include "geo/geodesic.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>

namespace xiaoan::map::sample {

namespace {

std::string text_of_file(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

constexpr std::uint32_t county_codes[] = {220802, 220821, 220822, 220881, 220882};

class Builder {
public:
    void add_school(std::size_t i)
    {
        data::School school;
        school.id = {static_cast<std::int64_t>(i) + 1};
        school.code = fmt::format("22080{:05}", i);
        school.name = fmt::format("示例第{}小学", i + 1);
        school.county = {county_codes[i % 5]};
        school.lon = std::uniform_real_distribution(121.9, 124.0)(random_);
        school.lat = std::uniform_real_distribution(44.5, 46.1)(random_);
        schools_.push_back(std::move(school));
        if (i % 4 == 0) add_pond(schools_.back());
    }

    void add_bus(std::size_t i)
    {
        const data::School& school = schools_[i % schools_.size()];
        data::Route route;
        route.id = {static_cast<std::int64_t>(i) + 1};
        route.code = fmt::format("R{:05}", i);
        route.name = fmt::format("示例线路{}", i + 1);
        route.school = school.code;
        route.county = school.county;
        route.direction = data::Direction::to_school;
        double bearing = std::uniform_real_distribution(0.0, 360.0)(random_);
        geo::Position at{*school.lon, *school.lat};
        std::array<geo::Position, 5> way;
        for (std::size_t step = 0; step < way.size(); ++step) {
            way[way.size() - 1 - step] = at;
            bearing += std::uniform_real_distribution(-35.0, 35.0)(random_);
            at = geo::destination(at, bearing, std::uniform_real_distribution(1500.0, 4000.0)(random_));
        }
        for (std::size_t step = 0; step < way.size(); ++step) {
            data::Stop stop;
            stop.id = {static_cast<std::int64_t>(stops_.size()) + 1};
            stop.route = route.code;
            stop.sequence = static_cast<std::int32_t>(step) + 1;
            stop.name = fmt::format("{}号站", step + 1);
            stop.lon = way[step].lon;
            stop.lat = way[step].lat;
            stop.time = {static_cast<std::int16_t>(400 + 6 * step)};
            stops_.push_back(std::move(stop));
        }
        data::Bus bus;
        bus.id = {static_cast<std::int64_t>(i) + 1};
        bus.registration_number = fmt::format("吉G{:05}", 10000 + i);
        bus.county = school.county;
        data::Run run;
        run.id = bus.id;
        run.registration_number = bus.registration_number;
        run.route = route.code;
        buses_.push_back(std::move(bus));
        runs_.push_back(std::move(run));
        routes_.push_back(std::move(route));
        city_.states.push_back(i % 8 == 0    ? rules::BusState::stop
                               : i % 6 == 1  ? rules::BusState::rectify
                               : i % 10 == 2 ? rules::BusState::notice
                                             : rules::BusState::in_order);
    }

    City made()
    {
        auto snapshot = std::make_shared<data::Snapshot>();
        snapshot->generation = 1;
        snapshot->all<data::School>() = data::Table<data::School>(std::move(schools_));
        snapshot->all<data::Bus>() = data::Table<data::Bus>(std::move(buses_));
        snapshot->all<data::Route>() = data::Table<data::Route>(std::move(routes_));
        snapshot->all<data::Stop>() = data::Table<data::Stop>(std::move(stops_));
        snapshot->all<data::Run>() = data::Table<data::Run>(std::move(runs_));
        snapshot->all<data::Water>() = data::Table<data::Water>(std::move(waters_));
        city_.snapshot = std::move(snapshot);
        return std::move(city_);
    }

private:
    void add_pond(const data::School& school)
    {
        const geo::Position middle = geo::destination({*school.lon, *school.lat}, 60, 900);
        data::Water water;
        water.id = {static_cast<std::int64_t>(waters_.size()) + 1};
        water.code = fmt::format("W{:04}", waters_.size());
        water.name = fmt::format("示例坑塘{}", waters_.size() + 1);
        water.kind = data::WaterKind::pond;
        water.county = school.county;
        std::string ring;
        for (int i = 0; i <= 24; ++i) {
            const geo::Position p = geo::destination(middle, i % 24 * 15.0, 250 + 60 * (i % 24 % 3));
            ring += fmt::format("{}{:.6f} {:.6f}", i == 0 ? "" : ",", p.lon, p.lat);
        }
        water.geometry = fmt::format("POLYGON(({}))", ring);
        city_.near.push_back({school.id, water.id, 610, geo::destination(middle, 240, 250)});
        waters_.push_back(std::move(water));
    }

    City city_;
    std::mt19937 random_{20261123};
    std::vector<data::School> schools_;
    std::vector<data::Bus> buses_;
    std::vector<data::Route> routes_;
    std::vector<data::Stop> stops_;
    std::vector<data::Run> runs_;
    std::vector<data::Water> waters_;
};

}  // namespace

City a_city(std::size_t buses, std::size_t schools)
{
    Builder builder;
    for (std::size_t i = 0; i < schools; ++i) builder.add_school(i);
    for (std::size_t i = 0; i < buses; ++i) builder.add_bus(i);
    return builder.made();
}

data::Region baicheng()
{
    data::Region region;
    region.code = "220800";
    region.view = {121.55, 44.15, 124.45, 46.35};
    const std::string folder = XIAOAN_REGION_DIR "/baicheng/";
    for (const char* name : {"counties", "rivers", "lakes", "towns"}) {
        data::MapLayer& layer = region.layers.emplace_back();
        layer.name = name;
        layer.attribution = fmt::format("{} attribution", name);
        layer.geojson = std::make_shared<const std::string>(text_of_file(folder + name + ".geojson"));
    }
    constexpr std::pair<std::uint32_t, const char*> counties[] = {
        {220802, "洮北区"}, {220821, "镇赉县"}, {220822, "通榆县"}, {220881, "洮南市"}, {220882, "大安市"}};
    for (const auto& [code, name] : counties) region.counties.push_back({{code}, name, name, 0, 0});
    return region;
}

}  // namespace xiaoan::map::sample
