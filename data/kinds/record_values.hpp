// A record's fields as values, in the order of its kind: for export, and for comparing.
#pragma once

#include "data/kinds/kinds.hpp"

#include <utility>
#include <vector>

namespace xiaoan::data {

[[nodiscard]] inline Value value_of(const std::string& text)
{
    return text.empty() ? Value{} : Value{text};
}
[[nodiscard]] inline Value value_of(const DateCell& date)
{
    if (date.has_date()) return iso(date.date());
    return date.is_none() ? Value{std::string{"none"}} : Value{};
}
[[nodiscard]] inline Value value_of(Answer answer)
{
    if (answer == Answer::not_given) return {};
    return std::string{answer == Answer::yes ? "yes" : "no"};
}
[[nodiscard]] inline Value value_of(TimeOfDay time)
{
    return time.given() ? Value{hh_mm(time)} : Value{};
}
[[nodiscard]] inline Value value_of(Timestamp moment)
{
    return moment.given() ? Value{iso(moment)} : Value{};
}
[[nodiscard]] inline Value value_of(Adcode county)
{
    return county.given() ? Value{std::to_string(county.value)} : Value{};
}
[[nodiscard]] inline Value value_of(const std::optional<std::int32_t>& count)
{
    return count ? Value{std::int64_t{*count}} : Value{};
}
[[nodiscard]] inline Value value_of(const std::optional<double>& number)
{
    return number ? Value{*number} : Value{};
}
template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] Value value_of(E value)
{
    const auto text = word(value);
    return text.empty() ? Value{} : Value{std::string{text}};
}

/// The values of all fields. `open` turns a personal reference and its field into text, or an empty value.
template <class Record, class Open>
[[nodiscard]] std::vector<Value> values_of(const Record& record, Open&& open)
{
    std::vector<Value> values;
    values.reserve(kind_info<Record>.fields.size());
    const auto add = [&](const auto& field) {
        const auto& member = record.*field.member;
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, PersonRef>)
            values.push_back(open(member, field.info));
        else
            values.push_back(value_of(member));
    };
    Kind<Record>::fields.apply([&](const auto&... each) { (add(each), ...); });
    return values;
}

}  // namespace xiaoan::data
