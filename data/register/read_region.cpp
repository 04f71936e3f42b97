#include "data/register/region.hpp"

#include "data/intake/csv.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/gis/osm_map_layers.hpp"
#include "data/register/result.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <span>

namespace xiaoan::data {

namespace {

using Json = rapidjson::Value;

[[noreturn]] void lacks(const std::string& path, const std::string& what)
{
    throw StoreFault(FaultKind::failed, path, what);
}

std::string read_text(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw StoreFault(FaultKind::not_found, path, "the region's file is not there");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (file.bad()) lacks(path, "cannot be read");
    return text;
}

rapidjson::Document read_json(const std::string& path)
{
    const std::string text = read_text(path);
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (json.HasParseError())
        lacks(path,
              fmt::format("{} at byte {}", rapidjson::GetParseError_En(json.GetParseError()), json.GetErrorOffset()));
    if (!json.IsObject()) lacks(path, "no JSON object");
    return json;
}

std::string text_at(const Json& object, const char* key, const std::string& path)
{
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || !found->value.IsString()) lacks(path, fmt::format("lacks the text \"{}\"", key));
    return {found->value.GetString(), found->value.GetStringLength()};
}

const Json& list_at(const Json& object, const char* key, const std::string& path)
{
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || !found->value.IsArray()) lacks(path, fmt::format("lacks the list \"{}\"", key));
    return found->value;
}

std::array<double, 4> box_at(const Json& object, const char* key, const std::string& path)
{
    const Json& list = list_at(object, key, path);
    std::array<double, 4> box{};
    for (std::size_t i = 0; i < box.size(); ++i) {
        const auto at = static_cast<rapidjson::SizeType>(i);
        if (list.Size() != box.size() || !list[at].IsNumber())
            lacks(path, fmt::format("has a \"{}\" that is not west, south, east, north", key));
        box[i] = list[at].GetDouble();
    }
    return box;
}

Adcode adcode(std::string_view text)
{
    Adcode code;
    std::from_chars(text.data(), text.data() + text.size(), code.value);
    return code;
}

/// Calls `each` with the fields of every row after the header, in the order asked for. The last `optional` of the
/// columns may be missing: their fields are empty then.
void each_row(const std::string& path, std::span<const std::string_view> columns,
              const std::function<void(std::span<const std::string>)>& each, std::size_t optional = 0)
{
    const std::string text = read_text(path);
    const auto reader = read_csv(text, ',');
    SheetRow row;
    if (!reader->next(row)) lacks(path, "is empty");
    std::vector<std::uint32_t> places;
    for (const std::string_view column : columns) {
        const auto found = std::ranges::find(row.cells, column, [](const Cell& cell) { return cell.text; });
        if (found == row.cells.end() && places.size() + optional < columns.size())
            lacks(path, fmt::format("lacks the column \"{}\"", column));
        if (found != row.cells.end()) places.push_back(found->column);
    }
    std::vector<std::string> fields(columns.size());
    while (reader->next(row)) {
        if (row.blank()) continue;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Cell* cell = row.at(places[i]);
            fields[i] = cell == nullptr ? std::string{} : std::string{cell->text};
        }
        each(fields);
    }
}

/// Where the names of the counties stand, by their code: property `label` of the features in counties.geojson.
void read_labels(Region& region, const std::string& path)
{
    const auto json = read_json(path);
    for (const Json& feature : list_at(json, "features", path).GetArray()) {
        const auto properties = feature.IsObject() ? feature.FindMember("properties") : Json::ConstMemberIterator{};
        if (!feature.IsObject() || properties == feature.MemberEnd() || !properties->value.IsObject())
            lacks(path, "has a feature without properties");
        const Adcode code = adcode(text_at(properties->value, "adcode", path));
        const Json& label = list_at(properties->value, "label", path);
        if (label.Size() != 2 || !label[0].IsNumber() || !label[1].IsNumber())
            lacks(path, "has a label that is no position");
        const auto county = std::ranges::find(region.counties, code, &County::adcode);
        if (county == region.counties.end()) continue;
        county->label_lon = label[0].GetDouble();
        county->label_lat = label[1].GetDouble();
    }
}

void read_holidays(Region& region, const std::string& path)
{
    static constexpr std::array<std::string_view, 3> columns{"date", "kind", "name"};
    each_row(path, columns, [&](std::span<const std::string> field) {
        const auto date = date_from_iso(field[0]);
        if (!date || (field[1] != "off" && field[1] != "work"))
            lacks(path, fmt::format("has a day that cannot be read: {},{}", field[0], field[1]));
        region.holidays.push_back({*date, field[1] == "off", field[2]});
    });
    std::ranges::sort(region.holidays, {}, &Holiday::date);
}

void read_plan(Region& region, const std::string& path)
{
    static constexpr std::array<std::string_view, 9> columns{"item",   "section", "title_zh",    "title_en", "units",
                                                             "due_on", "lasting", "deadline_zh", "proves"};
    const auto add = [&](std::span<const std::string> field) {
        const auto due_on = date_from_iso(field[5]);
        if ((!due_on && !field[5].empty()) || (field[6] != "yes" && field[6] != "no"))
            lacks(path, fmt::format("has an item that cannot be read: {}", field[0]));
        region.plan.push_back({field[0], field[1], field[2], field[3], field[4],
                               due_on ? DateCell{*due_on} : DateCell{}, field[6] == "yes", field[7], field[8]});
    };
    each_row(path, columns, add, 1);
}

void read_divisions(Region& region, const std::string& path)
{
    static constexpr std::array<std::string_view, 4> columns{"code", "level", "county", "name"};
    each_row(path, columns, [&](std::span<const std::string> field) {
        region.divisions.push_back({field[0], field[1], adcode(field[2]), field[3]});
    });
}

/// The maps of OpenStreetMap that a region folder names, each read once for all layers that are taken from it.
class OsmMaps {
public:
    explicit OsmMaps(const geo::Box& box) : box_(box) {}

    /// The layer as GeoJSON where `bytes`, those of the file at `path`, are such a map; else the bytes.
    std::string layer(const std::string& path, std::string bytes, const std::string& name)
    {
        if (!is_osm_map(bytes)) return bytes;
        auto read = maps_.find(path);
        try {
            if (read == maps_.end()) read = maps_.emplace(path, osm_map_layers(bytes, box_)).first;
        } catch (const IntakeFault& fault) {
            lacks(path, fault.text(SentenceLanguage::en));
        }
        const auto found = read->second.find(name);
        if (found == read->second.end()) lacks(path, fmt::format("is a map, which has no layer \"{}\"", name));
        return found->second;
    }

private:
    geo::Box box_;
    std::map<std::string, OsmMapLayers> maps_;
};

void read_layer(Region& region, const Json& layer, OsmMaps& maps, const std::string& folder,
                const std::string& described_in)
{
    const std::string name = text_at(layer, "layer", described_in);
    const std::string path = folder + "/" + text_at(layer, "file", described_in);
    if (name == "holidays") return read_holidays(region, path);
    if (name == "plan") return read_plan(region, path);
    if (name == "divisions") return read_divisions(region, path);
    if (name == "counties") read_labels(region, path);
    region.layers.push_back({name, text_at(layer, "licence", described_in),
                             text_at(layer, "attribution_zh", described_in),
                             std::make_shared<const std::string>(maps.layer(path, read_text(path), name)),
                             text_at(layer, "attribution_en", described_in)});
}

}  // namespace

const County* Region::county(Adcode adcode) const
{
    const auto found = std::ranges::find(counties, adcode, &County::adcode);
    return found == counties.end() ? nullptr : &*found;
}

Region read_region(const std::string& folder)
{
    const std::string path = folder + "/region.json";
    const auto json = read_json(path);
    Region region;
    region.code = text_at(json, "code", path);
    region.name_zh = text_at(json, "name_zh", path);
    region.name_en = text_at(json, "name_en", path);
    region.view = box_at(json, "view", path);
    for (const Json& county : list_at(json, "counties", path).GetArray())
        region.counties.push_back({adcode(text_at(county, "code", path)), text_at(county, "name_zh", path),
                                   text_at(county, "name_en", path), 0, 0});
    const auto [west, south, east, north] = json.HasMember("box") ? box_at(json, "box", path) : region.view;
    OsmMaps maps({west, south, east, north});
    for (const Json& layer : list_at(json, "layers", path).GetArray()) read_layer(region, layer, maps, folder, path);
    return region;
}

}  // namespace xiaoan::data
