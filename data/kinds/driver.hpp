// School bus drivers (formats.md 1.4).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// Someone who drives, or drove, a school bus.
struct Driver {
    RecordId id;
    PersonRef licence_number;
    PersonRef name;
    Adcode county;
    std::string employed_by;
    std::string licence_class;
    DateCell licensed_on;
    DateCell licence_until;
    DateCell qualified_on;
    DateCell withdrawn_on;
    DateCell last_review_on;
    DateCell born_on;
    PersonRef phone;
    std::string record;
    Origin origin;
};

template <>
struct Kind<Driver> {
    static constexpr std::string_view key = "drivers", singular = "driver", zh = "校车驾驶人";
    static constexpr auto fields = FieldList{
        field_makers::field("licence_number", "驾驶证号", FieldType::licence_number, &Driver::licence_number, required),
        field_makers::field("name", "姓名", FieldType::person_name, &Driver::name, required),
        field_makers::field("county", "县区", &Driver::county),
        field_makers::refers("operator", "服务提供者", "operators", &Driver::employed_by),
        field_makers::field("licence_class", "准驾车型", &Driver::licence_class),
        field_makers::field("licensed_on", "初次领证日期", &Driver::licensed_on),
        field_makers::field("licence_until", "驾驶证有效期止", &Driver::licence_until),
        field_makers::field("qualified_on", "校车驾驶资格取得日期", &Driver::qualified_on),
        field_makers::field("withdrawn_on", "资格注销日期", &Driver::withdrawn_on),
        field_makers::field("last_review_on", "最近审验日期", &Driver::last_review_on),
        field_makers::field("born_on", "出生日期", &Driver::born_on),
        field_makers::field("phone", "联系电话", FieldType::phone, &Driver::phone),
        field_makers::field("record", "违法事故记录", &Driver::record),
    };
    static constexpr std::uint8_t key_0[] = {0};  // licence_number
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
