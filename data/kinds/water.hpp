// Waters (formats.md 1.9).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 水域类型.
enum class WaterKind : std::uint8_t { not_given, river, lake, reservoir, pond, ditch, canal, fishpond, sandpit, other };
inline constexpr std::array water_kind_words{
    Word{"river", "河流"},    Word{"lake", "湖泊"},    Word{"reservoir", "水库"},
    Word{"pond", "坑塘"},     Word{"ditch", "沟渠"},   Word{"canal", "灌渠"},
    Word{"fishpond", "鱼塘"}, Word{"sandpit", "沙坑"}, Word{"other", "其他"},
};
template <>
inline constexpr std::span<const Word> words_of<WaterKind>{water_kind_words};

/// 岸坡.
enum class Bank : std::uint8_t { not_given, gentle, steep, vertical };
inline constexpr std::array bank_words{
    Word{"gentle", "缓"},
    Word{"steep", "陡"},
    Word{"vertical", "垂直"},
};
template <>
inline constexpr std::span<const Word> words_of<Bank>{bank_words};

/// 水流.
enum class Current : std::uint8_t { not_given, still, slow, fast };
inline constexpr std::array current_words{
    Word{"still", "静"},
    Word{"slow", "缓"},
    Word{"fast", "急"},
};
template <>
inline constexpr std::span<const Word> words_of<Current>{current_words};

/// A water where children could drown. Its place is lon and lat or, before them, its geometry.
struct Water {
    RecordId id;
    std::string code;
    std::string name;
    WaterKind kind{};
    Adcode county;
    std::string township;
    std::optional<double> lon;
    std::optional<double> lat;
    std::string geometry;
    std::optional<double> depth_m;
    Bank bank{};
    Current current{};
    Answer freezes{};
    Answer warning_sign{};
    Answer fence{};
    Answer lifebuoy{};
    Answer rope{};
    Answer pole{};
    PersonRef duty_holder;
    std::string duty_unit;
    PersonRef phone;
    DateCell last_patrol_on;
    std::optional<std::int32_t> incidents_5y;
    Origin origin;
};

template <>
struct Kind<Water> {
    static constexpr std::string_view key = "waters", singular = "water", zh = "水域";
    static constexpr auto fields = FieldList{
        field_makers::field("code", "水域编号", &Water::code, required),
        field_makers::field("name", "水域名称", &Water::name),
        field_makers::field("kind", "水域类型", &Water::kind),
        field_makers::field("county", "县区", &Water::county),
        field_makers::field("township", "乡镇", &Water::township),
        field_makers::field("lon", "经度", FieldType::longitude, &Water::lon),
        field_makers::field("lat", "纬度", FieldType::latitude, &Water::lat),
        field_makers::field("geometry", "几何", FieldType::geometry, &Water::geometry),
        field_makers::field("depth_m", "水深(米)", &Water::depth_m),
        field_makers::field("bank", "岸坡", &Water::bank),
        field_makers::field("current", "水流", &Water::current),
        field_makers::field("freezes", "冬季结冰", &Water::freezes),
        field_makers::field("warning_sign", "警示牌", &Water::warning_sign),
        field_makers::field("fence", "围栏", &Water::fence),
        field_makers::field("lifebuoy", "救生圈", &Water::lifebuoy),
        field_makers::field("rope", "救生绳", &Water::rope),
        field_makers::field("pole", "救生杆", &Water::pole),
        field_makers::field("duty_holder", "责任人", FieldType::person_name, &Water::duty_holder),
        field_makers::field("duty_unit", "责任单位", &Water::duty_unit),
        field_makers::field("phone", "联系电话", FieldType::phone, &Water::phone),
        field_makers::field("last_patrol_on", "最近巡查日期", &Water::last_patrol_on),
        field_makers::field("incidents_5y", "近五年溺水起数", &Water::incidents_5y),
    };
    static constexpr std::uint8_t key_0[] = {0};  // code
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
