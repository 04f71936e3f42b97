#include "console/rules/evidence.hpp"

#include <fmt/format.h>

namespace xiaoan::rules {

std::string text_of(const data::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return {};
}

EvidenceList& EvidenceList::absent(std::string_view what)
{
    list_.push_back({std::string{what}, {}, {}, true});
    return *this;
}

void EvidenceList::add_value(std::string_view record, std::string_view key, const data::Value& value,
                             data::Origin origin)
{
    list_.push_back({fmt::format("{}.{}", record, key), text_of(value), origin, origin.source == 0});
}

void EvidenceList::add_person(std::string_view record, const data::FieldInfo& field, data::PersonRef person,
                              data::Origin origin)
{
    std::string shown;
    if (person.given() && snapshot_.people != nullptr) shown = snapshot_.people->masked(person, field.type);
    list_.push_back({fmt::format("{}.{}", record, field.key), std::move(shown), origin, origin.source == 0});
}

}  // namespace xiaoan::rules
