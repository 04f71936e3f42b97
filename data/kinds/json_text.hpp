// Texts, dates and values as members of a JSON document: what every answer in JSON is written with.
#pragma once

#include "data/kinds/cell.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

extern template class rapidjson::Writer<rapidjson::StringBuffer>;  // compiled once, in json_text.cpp

namespace xiaoan::data {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

/// A text, or a key: UTF-8, escaped as needed.
void put_text(Json& json, std::string_view text);
/// Null where it is empty.
void put_text_or_null(Json& json, std::string_view text);
/// Null, a text, a whole number or another; what was cleared is null.
void put_value(Json& json, const Value& value);

/// A key with its text.
void put_member(Json& json, std::string_view key, std::string_view text);
/// The same, null where the text is empty.
void put_member_or_null(Json& json, std::string_view key, std::string_view text);
/// A key with a date as ISO 8601; null where none is given, or the cell says that there is none.
void put_date(Json& json, std::string_view key, const DateCell& date);

}  // namespace xiaoan::data
