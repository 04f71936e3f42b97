// Routes and their stops (formats.md 1.5).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 方向.
enum class Direction : std::uint8_t { not_given, to_school, from_school };
inline constexpr std::array direction_words{
    Word{"to_school", "上学"},
    Word{"from_school", "放学"},
};
template <>
inline constexpr std::span<const Word> words_of<Direction>{direction_words};

/// A route as permitted. Without a geometry it is drawn through its stops.
struct Route {
    RecordId id;
    std::string code;
    std::string name;
    std::string school;
    Adcode county;
    Direction direction{};
    TimeOfDay departs_at;
    TimeOfDay arrives_at;
    std::string geometry;
    Origin origin;
};

template <>
struct Kind<Route> {
    static constexpr std::string_view key = "routes", singular = "route", zh = "校车线路";
    static constexpr auto fields = FieldList{
        field_makers::field("code", "线路编号", &Route::code, required),
        field_makers::field("name", "线路名称", &Route::name),
        field_makers::refers("school", "学校标识码", "schools", &Route::school),
        field_makers::field("county", "县区", &Route::county),
        field_makers::field("direction", "方向", &Route::direction),
        field_makers::field("departs_at", "发车时间", &Route::departs_at),
        field_makers::field("arrives_at", "到达时间", &Route::arrives_at),
        field_makers::field("geometry", "线路几何", FieldType::geometry, &Route::geometry),
    };
    static constexpr std::uint8_t key_0[] = {0};  // code
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// One stop of a route.
struct Stop {
    RecordId id;
    std::string route;
    std::optional<std::int32_t> sequence;
    std::string name;
    std::optional<double> lon;
    std::optional<double> lat;
    TimeOfDay time;
    std::optional<std::int32_t> boarding;
    Origin origin;
};

template <>
struct Kind<Stop> {
    static constexpr std::string_view key = "stops", singular = "stop", zh = "校车站点";
    static constexpr auto fields = FieldList{
        field_makers::refers("route", "线路编号", "routes", &Stop::route, required),
        field_makers::field("sequence", "顺序", &Stop::sequence, required),
        field_makers::field("name", "站点名称", &Stop::name),
        field_makers::field("lon", "经度", FieldType::longitude, &Stop::lon),
        field_makers::field("lat", "纬度", FieldType::latitude, &Stop::lat),
        field_makers::field("time", "到站时间", &Stop::time),
        field_makers::field("boarding", "上车人数", &Stop::boarding),
    };
    static constexpr std::uint8_t key_0[] = {0, 1};  // route, sequence
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
