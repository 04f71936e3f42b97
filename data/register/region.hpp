// The region that a register is for: its counties, map layers, holidays and plan, carried inside the register.
#pragma once

#include "data/kinds/cell.hpp"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::data {

struct County {
    Adcode adcode;
    std::string name_zh;
    std::string name_en;
    double label_lon = 0;  // where its name stands on the map
    double label_lat = 0;
};

/// A layer of the base map: GeoJSON text (CGCS2000, longitude first) with the words its licence asks for.
struct MapLayer {
    std::string name;  // counties, rivers, lakes, towns, roads, rails
    std::string licence;
    std::string attribution;                     // in Chinese
    std::shared_ptr<const std::string> geojson;  // null where it was not asked for
    std::string attribution_en;
};

/// A day on which the weekday rule does not hold: a holiday, or a weekend day that is worked.
struct Holiday {
    Date date{};
    bool off = true;
    std::string name;
};

/// One entry of the three-year plan.
struct PlanItem {
    std::string item;
    std::string section;
    std::string title_zh;
    std::string title_en;
    std::string units;
    DateCell due_on;
    bool lasting = false;
    std::string deadline_zh;
    std::string proves{};  // words with blanks between: what of the register bears on it, such as "permits plates"
};

/// A township, village or other division below the counties (GB/T 2260 and the statistical codes that lengthen it).
struct Division {
    std::string code;
    std::string level;  // city, county, township, village
    Adcode county;      // not given for the city itself
    std::string name;
};

struct Region {
    std::string code;     // 220800
    std::string name_zh;  // 白城市
    std::string name_en;
    std::array<double, 4> view{};  // west, south, east, north of the first look
    std::vector<County> counties;  // in the order in which the city lists them
    std::vector<MapLayer> layers;
    std::vector<Holiday> holidays;  // ascending
    std::vector<PlanItem> plan;
    std::vector<Division> divisions;

    /// Null where the region has no such county.
    [[nodiscard]] const County* county(Adcode adcode) const;
};

/// Reads a region folder (region.json and the files it names). Layers roads, rails, rivers, lakes and towns may be
/// taken from a map of OpenStreetMap, XML or PBF: of it what touches "box", else "view". Throws StoreFault with the
/// file and what it lacks.
[[nodiscard]] Region read_region(const std::string& folder);

}  // namespace xiaoan::data
