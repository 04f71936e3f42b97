#include "data/kinds/json_text.hpp"

#include <string>
#include <variant>

template class rapidjson::Writer<rapidjson::StringBuffer>;

namespace xiaoan::data {

void put_text(Json& json, std::string_view text)
{
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_text_or_null(Json& json, std::string_view text)
{
    if (text.empty())
        json.Null();
    else
        put_text(json, text);
}

void put_value(Json& json, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        put_text(json, *text);
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        json.Int64(*whole);
    else if (const auto* number = std::get_if<double>(&value))
        json.Double(*number);
    else
        json.Null();
}

void put_member(Json& json, std::string_view key, std::string_view text)
{
    put_text(json, key);
    put_text(json, text);
}

void put_member_or_null(Json& json, std::string_view key, std::string_view text)
{
    put_text(json, key);
    put_text_or_null(json, text);
}

void put_date(Json& json, std::string_view key, const DateCell& date)
{
    put_text(json, key);
    put_text_or_null(json, date.has_date() ? iso(date.date()) : std::string{});
}

}  // namespace xiaoan::data
