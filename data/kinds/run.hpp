// What a bus really does, and one-day substitutions (formats.md 1.8).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// A run that a bus makes between two dates.
struct Run {
    RecordId id;
    std::string registration_number;
    std::string route;
    PersonRef driver;
    PersonRef attendant;
    TimeOfDay departs_at;
    std::string weekdays;
    std::optional<std::int32_t> riders;
    DateCell from_on;
    DateCell to_on;
    Origin origin;
};

template <>
struct Kind<Run> {
    static constexpr std::string_view key = "runs", singular = "run", zh = "运行安排";
    static constexpr auto fields = FieldList{
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Run::registration_number, required),
        field_makers::refers("route", "线路编号", "routes", &Run::route),
        field_makers::field("driver", "驾驶证号", FieldType::licence_number, &Run::driver),
        field_makers::field("attendant", "随车照管人员", FieldType::person_name, &Run::attendant),
        field_makers::field("departs_at", "发车时间", &Run::departs_at),
        field_makers::field("weekdays", "运行日", FieldType::weekdays, &Run::weekdays),
        field_makers::field("riders", "实际乘坐人数", &Run::riders),
        field_makers::field("from_on", "生效日期", &Run::from_on),
        field_makers::field("to_on", "截止日期", &Run::to_on),
    };
    static constexpr std::uint8_t key_0[] = {0, 1, 4, 7};  // registration_number, route, departs_at, from_on
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// A bus or driver replaced for one day, with a filing.
struct Substitution {
    RecordId id;
    DateCell date;
    std::string registration_number;
    std::string substitute_bus;
    PersonRef substitute_driver;
    DateCell filed_on;
    Origin origin;
};

template <>
struct Kind<Substitution> {
    static constexpr std::string_view key = "substitutions", singular = "substitution", zh = "临时替换";
    static constexpr auto fields = FieldList{
        field_makers::field("date", "日期", &Substitution::date, required),
        field_makers::field("registration_number", "原车号牌", FieldType::registration_number,
                            &Substitution::registration_number, required),
        field_makers::field("substitute_bus", "替换车号牌", FieldType::registration_number,
                            &Substitution::substitute_bus),
        field_makers::field("substitute_driver", "替换驾驶证号", FieldType::licence_number,
                            &Substitution::substitute_driver),
        field_makers::field("filed_on", "备案日期", &Substitution::filed_on),
    };
    static constexpr std::uint8_t key_0[] = {1, 0};  // registration_number, date
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
