// School buses (formats.md 1.3).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 车辆用途. Not given means a school bus.
enum class Service : std::uint8_t { not_given, school_bus, student_bus_line };
inline constexpr std::array service_words{
    Word{"school_bus", "校车"},
    Word{"student_bus_line", "学生公交专线"},
};
template <>
inline constexpr std::span<const Word> words_of<Service>{service_words};

/// 校车类型.
enum class Body : std::uint8_t { not_given, dedicated, adapted };
inline constexpr std::array body_words{
    Word{"dedicated", "专用校车"},
    Word{"adapted", "非专用校车"},
};
template <>
inline constexpr std::span<const Word> words_of<Body>{body_words};

/// 服务学段.
enum class PupilsServed : std::uint8_t { not_given, kindergarten, primary, junior, primary_secondary, senior };
inline constexpr std::array pupils_served_words{
    Word{"kindergarten", "幼儿"},          Word{"primary", "小学生"}, Word{"junior", "初中生"},
    Word{"primary_secondary", "中小学生"}, Word{"senior", "高中生"},
};
template <>
inline constexpr std::span<const Word> words_of<PupilsServed>{pupils_served_words};

/// 状态. Not given means in use.
enum class BusState : std::uint8_t { not_given, in_use, suspended, deregistered };
inline constexpr std::array bus_state_words{
    Word{"in_use", "在用"},
    Word{"suspended", "停用"},
    Word{"deregistered", "注销"},
};
template <>
inline constexpr std::span<const Word> words_of<BusState>{bus_state_words};

/// A bus that carries pupils, or did.
struct Bus {
    RecordId id;
    std::string registration_number;
    std::string vin;
    std::string run_by;
    Adcode county;
    std::string owner;
    Service service{};
    std::string use_code;
    Body body{};
    std::string vehicle_type;
    PupilsServed pupils_served{};
    std::optional<std::int32_t> seats;
    DateCell registered_on;
    DateCell manufactured_on;
    std::optional<double> odometer_km;
    DateCell last_inspection_on;
    DateCell inspection_until;
    DateCell compulsory_insurance_until;
    DateCell liability_insurance_until;
    Answer satellite_positioning{};
    Answer recorder{};
    Answer extinguisher{};
    Answer hammer{};
    Answer first_aid{};
    Answer lamps{};
    Answer stop_sign{};
    DateCell equipment_until;
    BusState state{};
    Origin origin;
};

template <>
struct Kind<Bus> {
    static constexpr std::string_view key = "buses", singular = "bus", zh = "校车";
    static constexpr auto fields = FieldList{
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Bus::registration_number, required),
        field_makers::field("vin", "车辆识别代号", FieldType::vin, &Bus::vin),
        field_makers::refers("operator", "服务提供者", "operators", &Bus::run_by),
        field_makers::field("county", "县区", &Bus::county, required),
        field_makers::field("owner", "所有人", &Bus::owner),
        field_makers::field("service", "车辆用途", &Bus::service),
        field_makers::field("use_code", "使用性质", &Bus::use_code),
        field_makers::field("body", "校车类型", &Bus::body),
        field_makers::field("vehicle_type", "车辆类型", &Bus::vehicle_type),
        field_makers::field("pupils_served", "服务学段", &Bus::pupils_served),
        field_makers::field("seats", "核载人数", &Bus::seats),
        field_makers::field("registered_on", "注册登记日期", &Bus::registered_on),
        field_makers::field("manufactured_on", "出厂日期", &Bus::manufactured_on),
        field_makers::field("odometer_km", "行驶里程", &Bus::odometer_km),
        field_makers::field("last_inspection_on", "最近检验日期", &Bus::last_inspection_on),
        field_makers::field("inspection_until", "检验有效期止", &Bus::inspection_until),
        field_makers::field("compulsory_insurance_until", "交强险有效期止", &Bus::compulsory_insurance_until),
        field_makers::field("liability_insurance_until", "承运人责任险有效期止", &Bus::liability_insurance_until),
        field_makers::field("satellite_positioning", "卫星定位", &Bus::satellite_positioning),
        field_makers::field("recorder", "行驶记录仪", &Bus::recorder),
        field_makers::field("extinguisher", "灭火器", &Bus::extinguisher),
        field_makers::field("hammer", "安全锤", &Bus::hammer),
        field_makers::field("first_aid", "急救箱", &Bus::first_aid),
        field_makers::field("lamps", "标志灯", &Bus::lamps),
        field_makers::field("stop_sign", "停车指示标志", &Bus::stop_sign),
        field_makers::field("equipment_until", "安全设备有效期止", &Bus::equipment_until),
        field_makers::field("state", "状态", &Bus::state),
    };
    static constexpr std::uint8_t key_0[] = {0};  // registration_number
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
