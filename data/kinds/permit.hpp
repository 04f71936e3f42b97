// Permits and the applications that become them (formats.md 1.6).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 审批结果.
enum class Decision : std::uint8_t { not_given, granted, refused };
inline constexpr std::array decision_words{
    Word{"granted", "准予"},
    Word{"refused", "不予"},
};
template <>
inline constexpr std::span<const Word> words_of<Decision>{decision_words};

/// A permit, or an application not yet decided. An empty valid_to means that it has no term.
struct Permit {
    RecordId id;
    std::string number;
    std::string registration_number;
    Adcode county;
    DateCell applied_on;
    DateCell accepted_on;
    DateCell consulted_on;
    DateCell called_on;
    DateCell presented_on;
    DateCell police_replied_on;
    DateCell transport_replied_on;
    DateCell reported_on;
    DateCell extended_to;
    DateCell decided_on;
    Decision decision{};
    DateCell valid_from;
    DateCell valid_to;
    std::string route;
    PersonRef driver;
    TimeOfDay departs_at;
    std::string authority;
    DateCell revoked_on;
    Origin origin;
};

template <>
struct Kind<Permit> {
    static constexpr std::string_view key = "permits", singular = "permit", zh = "校车使用许可";
    static constexpr auto fields = FieldList{
        field_makers::field("number", "许可编号", &Permit::number),
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Permit::registration_number, required),
        field_makers::field("county", "县区", &Permit::county),
        field_makers::field("applied_on", "申请日期", &Permit::applied_on),
        field_makers::field("accepted_on", "受理日期", &Permit::accepted_on),
        field_makers::field("consulted_on", "征求意见日期", &Permit::consulted_on),
        field_makers::field("called_on", "通知验车日期", &Permit::called_on),
        field_makers::field("presented_on", "车辆到检日期", &Permit::presented_on),
        field_makers::field("police_replied_on", "公安回复日期", &Permit::police_replied_on),
        field_makers::field("transport_replied_on", "交通回复日期", &Permit::transport_replied_on),
        field_makers::field("reported_on", "上报政府日期", &Permit::reported_on),
        field_makers::field("extended_to", "延期至", &Permit::extended_to),
        field_makers::field("decided_on", "决定日期", &Permit::decided_on),
        field_makers::field("decision", "审批结果", &Permit::decision),
        field_makers::field("valid_from", "有效期起", &Permit::valid_from),
        field_makers::field("valid_to", "有效期止", &Permit::valid_to),
        field_makers::refers("route", "线路编号", "routes", &Permit::route),
        field_makers::field("driver", "驾驶证号", FieldType::licence_number, &Permit::driver),
        field_makers::field("departs_at", "发车时间", &Permit::departs_at),
        field_makers::field("authority", "审批机关", &Permit::authority),
        field_makers::field("revoked_on", "注销日期", &Permit::revoked_on),
    };
    static constexpr std::uint8_t key_0[] = {0};     // number
    static constexpr std::uint8_t key_1[] = {1, 3};  // registration_number, applied_on
    static constexpr std::span<const std::uint8_t> keys[] = {key_0, key_1};
};

}  // namespace xiaoan::data
