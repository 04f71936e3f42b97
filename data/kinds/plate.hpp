// Plates, 校车标牌, and the claims that come before them (formats.md 1.7).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 标牌状态.
enum class PlateState : std::uint8_t { not_given, valid, returned, lost, void_plate };
inline constexpr std::array plate_state_words{
    Word{"valid", "有效"},
    Word{"returned", "收回"},
    Word{"lost", "遗失"},
    Word{"void", "作废"},
};
template <>
inline constexpr std::span<const Word> words_of<PlateState>{plate_state_words};

/// A plate with what is printed on it; without issued_on it is a claim.
struct Plate {
    RecordId id;
    std::string number;
    std::string permit;
    std::string registration_number;
    PersonRef driver;
    std::string route;
    TimeOfDay departs_at;
    std::string stops;
    std::string owner;
    std::string issuer;
    DateCell claimed_on;
    DateCell issued_on;
    DateCell valid_to;
    DateCell withdrawn_on;
    PlateState state{};
    Origin origin;
};

template <>
struct Kind<Plate> {
    static constexpr std::string_view key = "plates", singular = "plate", zh = "校车标牌";
    static constexpr auto fields = FieldList{
        field_makers::field("number", "标牌编号", &Plate::number),
        field_makers::refers("permit", "许可编号", "permits", &Plate::permit),
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Plate::registration_number, required),
        field_makers::field("driver", "驾驶证号", FieldType::licence_number, &Plate::driver),
        field_makers::refers("route", "线路编号", "routes", &Plate::route),
        field_makers::field("departs_at", "发车时间", &Plate::departs_at),
        field_makers::field("stops", "停靠站点", &Plate::stops),
        field_makers::field("owner", "所有人", &Plate::owner),
        field_makers::field("issuer", "发牌单位", &Plate::issuer),
        field_makers::field("claimed_on", "领取表日期", &Plate::claimed_on),
        field_makers::field("issued_on", "发牌日期", &Plate::issued_on),
        field_makers::field("valid_to", "有效期止", &Plate::valid_to),
        field_makers::field("withdrawn_on", "收回日期", &Plate::withdrawn_on),
        field_makers::field("state", "标牌状态", &Plate::state),
    };
    static constexpr std::uint8_t key_0[] = {0};     // number
    static constexpr std::uint8_t key_1[] = {2, 9};  // registration_number, claimed_on
    static constexpr std::span<const std::uint8_t> keys[] = {key_0, key_1};
};

}  // namespace xiaoan::data
