// Sightings of vehicles and recorded tracks (formats.md 1.10).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// A vehicle seen at a place and time.
struct Sighting {
    RecordId id;
    Timestamp seen_at;
    std::string place;
    std::optional<double> lon;
    std::optional<double> lat;
    std::string registration_number;
    std::string reported_by;
    std::string direction;
    Answer riders_seen{};
    std::string note;
    Origin origin;
};

template <>
struct Kind<Sighting> {
    static constexpr std::string_view key = "sightings", singular = "sighting", zh = "过车记录";
    static constexpr auto fields = FieldList{
        field_makers::field("seen_at", "时间", &Sighting::seen_at, required),
        field_makers::field("place", "地点", &Sighting::place),
        field_makers::field("lon", "经度", FieldType::longitude, &Sighting::lon),
        field_makers::field("lat", "纬度", FieldType::latitude, &Sighting::lat),
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Sighting::registration_number, required),
        field_makers::field("source", "来源", &Sighting::reported_by),
        field_makers::field("direction", "方向", &Sighting::direction),
        field_makers::field("riders_seen", "疑似载学生", &Sighting::riders_seen),
        field_makers::field("note", "备注", &Sighting::note),
    };
    static constexpr std::uint8_t key_0[] = {0, 4, 1};  // seen_at, registration_number, place
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// One position of a recorded track.
struct Track {
    RecordId id;
    std::string registration_number;
    Timestamp at;
    std::optional<double> lon;
    std::optional<double> lat;
    std::optional<double> speed_kmh;
    Origin origin;
};

template <>
struct Kind<Track> {
    static constexpr std::string_view key = "tracks", singular = "track", zh = "行驶轨迹";
    static constexpr auto fields = FieldList{
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Track::registration_number, required),
        field_makers::field("at", "时间", &Track::at, required),
        field_makers::field("lon", "经度", FieldType::longitude, &Track::lon, required),
        field_makers::field("lat", "纬度", FieldType::latitude, &Track::lat, required),
        field_makers::field("speed_kmh", "速度", &Track::speed_kmh),
    };
    static constexpr std::uint8_t key_0[] = {0, 1};  // registration_number, at
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
