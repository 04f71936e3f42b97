// What is on file beside the permits: agreements, maintenance, lessons and drills (formats.md 1.8).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 类型.
enum class EducationKind : std::uint8_t { not_given, lesson, letter, receipt, drill };
inline constexpr std::array education_kind_words{
    Word{"lesson", "课程"},
    Word{"letter", "家长信"},
    Word{"receipt", "回执"},
    Word{"drill", "演练"},
};
template <>
inline constexpr std::span<const Word> words_of<EducationKind>{education_kind_words};

/// The safety agreement of a school with an operator (校车安全管理条例, article 11).
struct Agreement {
    RecordId id;
    std::string school;
    std::string signed_with;
    DateCell signed_on;
    DateCell filed_on;
    Origin origin;
};

template <>
struct Kind<Agreement> {
    static constexpr std::string_view key = "agreements", singular = "agreement", zh = "安全管理责任书";
    static constexpr auto fields = FieldList{
        field_makers::refers("school", "学校标识码", "schools", &Agreement::school, required),
        field_makers::refers("operator", "统一社会信用代码", "operators", &Agreement::signed_with, required),
        field_makers::field("signed_on", "签订日期", &Agreement::signed_on),
        field_makers::field("filed_on", "备案日期", &Agreement::filed_on),
    };
    static constexpr std::uint8_t key_0[] = {0, 1, 2};  // school, operator, signed_on
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// One entry of a bus's maintenance file (article 22).
struct Maintenance {
    RecordId id;
    std::string registration_number;
    DateCell done_on;
    std::string garage;
    std::string what;
    Origin origin;
};

template <>
struct Kind<Maintenance> {
    static constexpr std::string_view key = "maintenance", singular = "maintenance", zh = "维修保养";
    static constexpr auto fields = FieldList{
        field_makers::field("registration_number", "号牌号码", FieldType::registration_number,
                            &Maintenance::registration_number, required),
        field_makers::field("done_on", "日期", &Maintenance::done_on, required),
        field_makers::field("garage", "单位", &Maintenance::garage),
        field_makers::field("what", "内容", &Maintenance::what),
    };
    static constexpr std::uint8_t key_0[] = {0, 1, 3};  // registration_number, done_on, what
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// A lesson, letter, receipt or drill: counts only, never a pupil's name.
struct Education {
    RecordId id;
    std::string school;
    EducationKind kind{};
    DateCell on;
    std::optional<std::int32_t> count;
    std::optional<std::int32_t> of;
    Origin origin;
};

template <>
struct Kind<Education> {
    static constexpr std::string_view key = "education", singular = "education", zh = "宣传教育";
    static constexpr auto fields = FieldList{
        field_makers::refers("school", "学校标识码", "schools", &Education::school, required),
        field_makers::field("kind", "类型", &Education::kind, required),
        field_makers::field("on", "日期", &Education::on, required),
        field_makers::field("count", "人数", &Education::count),
        field_makers::field("of", "应到人数", &Education::of),
    };
    static constexpr std::uint8_t key_0[] = {0, 1, 2};  // school, kind, on
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
