#include "data/register/check_evidence.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>

namespace xiaoan::data {

namespace {

std::string text_of(const rapidjson::Value& fact, const char* key)
{
    const auto found = fact.FindMember(key);
    if (found == fact.MemberEnd() || !found->value.IsString()) return {};
    return {found->value.GetString(), found->value.GetStringLength()};
}

/// The day that the number of a check begins with: 20261125-1.
std::optional<Date> day_of_number(std::string_view number)
{
    if (number.size() < 8) return std::nullopt;
    return date_from_iso(fmt::format("{}-{}-{}", number.substr(0, 4), number.substr(4, 2), number.substr(6, 2)));
}

}  // namespace

std::optional<CheckEvidence> check_in_evidence(std::string_view evidence)
{
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(evidence.data(), evidence.size());
    if (document.HasParseError() || !document.IsArray()) return std::nullopt;
    CheckEvidence found;
    std::optional<Date> held_on;
    for (const auto& fact : document.GetArray()) {
        if (!fact.IsObject()) continue;
        const std::string field = text_of(fact, "field"), value = text_of(fact, "value");
        if (field == "check.number") {
            const auto space = value.find(' ');
            found.check = value.substr(0, space);
            if (space != std::string::npos) found.vehicle = value.substr(space + 1);
        } else if (field == "check.date")
            held_on = date_from_iso(value);
        else if (field == "check.place")
            found.place = value;
    }
    if (found.check.empty()) return std::nullopt;
    if (!held_on) held_on = day_of_number(found.check);
    found.held_on = held_on.value_or(Date{});
    return found;
}

std::string withdrawn_evidence(std::string_view evidence, Date on)
{
    const auto end = evidence.rfind(']');
    const std::string_view before = evidence.substr(0, end == std::string_view::npos ? 0 : end);
    return fmt::format(R"({}{}{{{},"value":"{}","source":null}}])", before.empty() ? "[" : before,
                       before.find('{') == std::string_view::npos ? "" : ",", withdrawn_mark, iso(on));
}

}  // namespace xiaoan::data
