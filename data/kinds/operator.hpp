// School bus operators, 校车服务提供者 (formats.md 1.2).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// Who may operate: 校车安全管理条例, article 9.
enum class OperatorKind : std::uint8_t { not_given, company, public_bus, school_bus_unit, school, individual };
inline constexpr std::array operator_kind_words{
    Word{"company", "公司"}, Word{"public_bus", "公交企业"}, Word{"school_bus_unit", "校车运营单位"},
    Word{"school", "学校"},  Word{"individual", "个体"},
};
template <>
inline constexpr std::span<const Word> words_of<OperatorKind>{operator_kind_words};

/// Whoever runs buses for schools.
struct Operator {
    RecordId id;
    std::string uscc;
    std::string name;
    OperatorKind kind{};
    Adcode county;
    std::string transport_licence;
    DateCell transport_licence_until;
    Answer government_purchased{};
    PersonRef contact;
    PersonRef phone;
    Origin origin;
};

template <>
struct Kind<Operator> {
    static constexpr std::string_view key = "operators", singular = "operator", zh = "校车服务提供者";
    static constexpr auto fields = FieldList{
        field_makers::field("uscc", "统一社会信用代码", FieldType::uscc, &Operator::uscc, required),
        field_makers::field("name", "名称", &Operator::name, required),
        field_makers::field("kind", "类型", &Operator::kind),
        field_makers::field("county", "县区", &Operator::county),
        field_makers::field("transport_licence", "道路运输经营许可证号", &Operator::transport_licence),
        field_makers::field("transport_licence_until", "道路运输经营许可证有效期至",
                            &Operator::transport_licence_until),
        field_makers::field("government_purchased", "政府购买服务", &Operator::government_purchased),
        field_makers::field("contact", "联系人", FieldType::person_name, &Operator::contact),
        field_makers::field("phone", "联系电话", FieldType::phone, &Operator::phone),
    };
    static constexpr std::uint8_t key_0[] = {0};  // uscc
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
