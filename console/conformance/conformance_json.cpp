#include "console/conformance/driven_rows.hpp"

#include "data/kinds/json_text.hpp"

#include <fmt/format.h>

namespace xiaoan::conformance {

namespace {

using data::Json, data::put_member, data::put_member_or_null;

void put_number(Json& json, const char* key, std::optional<double> number)
{
    json.Key(key);
    if (!number) {
        json.Null();
        return;
    }
    const std::string text = fmt::format("{:.1f}", *number);
    json.RawValue(text.data(), text.size(), rapidjson::kNumberType);
}

}  // namespace

std::string conformance_json(const rules::Dossiers& dossiers, std::span<const DrivenRow> rows)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("runs");
    json.StartArray();
    for (const DrivenRow& row : rows) {
        json.StartObject();
        put_member(json, "registration_number", dossiers.bus(row.bus).registration_number);
        put_member_or_null(json, "route", row.route);
        put_member(json, "date", data::iso(row.run->date));
        put_number(json, "off_route_m", row.run->off_route_m);
        json.Key("stops_unapproved");
        json.Uint64(row.run->stops.size());
        json.Key("late_min");
        if (row.run->late_min)
            json.Int(*row.run->late_min);
        else
            json.Null();
        put_number(json, "max_kmh", row.run->max_kmh);
        json.Key("findings");
        json.StartArray();
        for (const std::string_view rule : row.findings)
            json.String(rule.data(), static_cast<rapidjson::SizeType>(rule.size()));
        json.EndArray();
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::conformance
