#include "console/permits/reconciliation_json.hpp"

#include "data/kinds/json_text.hpp"

namespace xiaoan::permits {

namespace {

using data::Json, data::put_text, data::put_text_or_null;

void put_row(Json& json, const ListedVehicle* row)
{
    if (row == nullptr) {
        json.Null();
        return;
    }
    json.StartObject();
    json.Key("sheet");
    put_text_or_null(json, row->sheet);
    json.Key("row");
    json.Uint(row->row);
    json.EndObject();
}

void put_vehicle(Json& json, const ReconciledVehicle& vehicle)
{
    json.StartObject();
    json.Key("registration_number");
    put_text_or_null(json, vehicle.registration_number);
    json.Key("matched_by");
    put_text(json, word(vehicle.matched));
    json.Key("rows");
    json.StartArray();
    for (const ListedVehicle* row : vehicle.rows) put_row(json, row);
    json.EndArray();
    json.Key("differences");
    json.StartArray();
    for (const Difference& difference : vehicle.differences) {
        json.StartObject();
        json.Key("field");
        put_text(json, data::kind_info<data::Bus>.fields[difference.field].key);
        json.Key("values");
        json.StartArray();
        for (const std::string& value : difference.values) put_text_or_null(json, value);
        json.EndArray();
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
}

}  // namespace

std::string reconciliation_json(const std::vector<VehicleList>& lists, const Reconciliation& found)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("lists");
    json.StartArray();
    for (const VehicleList& list : lists) {
        json.StartObject();
        json.Key("file");
        put_text(json, list.name);
        json.Key("vehicles");
        json.Uint64(list.vehicles.size());
        json.EndObject();
    }
    json.EndArray();
    const auto count = [&](const char* key, std::size_t value) {
        json.Key(key);
        json.Uint64(value);
    };
    json.Key("counts");
    json.StartObject();
    count("agreeing", found.agreeing);
    count("differing", found.differing);
    count("missing", found.missing);
    json.EndObject();
    json.Key("vehicles");
    json.StartArray();
    for (const ReconciledVehicle& vehicle : found.vehicles) put_vehicle(json, vehicle);
    json.EndArray();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace xiaoan::permits
