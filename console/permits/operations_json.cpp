#include "console/permits/operations.hpp"
#include "data/kinds/operator.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::permits {

namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

std::string kind_word(std::size_t index)
{
    return index == 0 ? "unknown" : std::string{data::word(static_cast<data::OperatorKind>(index))};
}

void put_county(Json& json, const CountyOperations& county)
{
    const auto number = [&](const char* key, auto value) {
        json.Key(key);
        json.Int64(static_cast<std::int64_t>(value));
    };
    number("buses", county.buses());
    json.Key("by_kind");
    json.StartObject();
    for (std::size_t i = 0; i < operator_kinds; ++i) {
        const std::string kind = kind_word(i);
        json.Key(kind.c_str());
        json.StartObject();
        number("buses", county.by_kind[i].buses);
        number("riders", county.by_kind[i].riders);
        json.EndObject();
    }
    json.EndObject();
    number("company_run", county.company_run());
    number("government_purchased", county.purchased);
    number("not_purchased", county.not_purchased);
    number("riders", county.riders());
    number("seats", county.seats);
    number("pupils_needing", county.pupils_needing);
    number("buses_without_seats", county.buses_without_seats);
    number("buses_without_riders", county.buses_without_riders);
    number("schools_without_need", county.schools_without_need);
}

}  // namespace

std::string operations_json(const Operations& now, const std::vector<Operations>& over_time)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("as_of");
    json.String(data::iso(now.as_of));
    json.Key("city");
    json.StartObject();
    put_county(json, now.city);
    json.EndObject();
    json.Key("counties");
    json.StartArray();
    for (const CountyOperations& county : now.counties) {
        json.StartObject();
        json.Key("county");
        if (county.county.given())
            json.String(std::to_string(county.county.value));
        else
            json.Null();
        put_county(json, county);
        json.EndObject();
    }
    json.EndArray();
    json.Key("over_time");
    json.StartArray();
    for (const Operations& then : over_time) {
        json.StartObject();
        json.Key("as_of");
        json.String(data::iso(then.as_of));
        json.Key("buses");
        json.Uint64(then.city.buses());
        json.Key("company_run");
        json.Uint64(then.city.company_run());
        json.Key("government_purchased");
        json.Uint64(then.city.purchased);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::permits
