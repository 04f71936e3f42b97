// Files of places: GeoJSON, what the helper program answers, and what is looked at before it is asked.
#include "data/gis/message.hpp"
#include "data/intake/encoding.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/gis/column_name.hpp"
#include "data/intake/gis/dbf_encoding.hpp"
#include "data/intake/gis/feature_sheet.hpp"
#include "data/intake/gis/geo_container.hpp"
#include "data/intake/gis/geojson_file.hpp"
#include "data/intake/gis/shapefile.hpp"
#include "data/intake/position_value.hpp"
#include "tests/fuzz/targets.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace xiaoan::fuzz {

namespace {

using namespace xiaoan::data;

void read_all(FeatureFile& file)
{
    const IntakeLimits limits;
    for (std::size_t layer = 0; layer < file.layers().size(); ++layer) {
        const auto reader = open_feature_sheet(file, layer, limits);
        SheetRow row;
        while (reader->next(row))
            for (const Cell& cell : row.cells) (void)parse_geometry(cell.text, Datum::gcj02, false);
    }
}

/// The lines of an answer as if a helper had sent them: layers first, then features of each.
class AnsweredFile final : public FeatureFile {
public:
    explicit AnsweredFile(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            auto message = gis::message_of(text.substr(at, end - at));
            at = end + 1;
            if (!message) continue;
            if (auto* list = std::get_if<gis::LayerList>(&*message)) layers_ = std::move(list->layers);
            if (auto* feature = std::get_if<gis::Feature>(&*message)) features_.push_back(std::move(*feature));
        }
        constexpr std::size_t most_layers = 8;
        if (layers_.size() > most_layers) layers_.resize(most_layers);
    }
    std::span<const gis::FeatureLayer> layers() const override { return layers_; }
    std::unique_ptr<FeatureReader> open(std::size_t layer) override
    {
        return std::make_unique<Reader>(features_, layers_[layer].columns.size());
    }

private:
    class Reader final : public FeatureReader {
    public:
        Reader(const std::vector<gis::Feature>& features, std::size_t columns) : features_(features), columns_(columns)
        {
        }
        bool next(gis::Feature& feature) override
        {
            if (next_ == features_.size()) return false;
            feature = features_[next_++];
            if (feature.values.size() != columns_) throw IntakeFault(FaultCode::geodata_damaged);
            return true;
        }

    private:
        const std::vector<gis::Feature>& features_;
        std::size_t columns_, next_ = 0;
    };
    std::vector<gis::FeatureLayer> layers_;
    std::vector<gis::Feature> features_;
};

}  // namespace

void geojson(Bytes bytes)
{
    try {
        const auto file = open_geojson(decoded(source_from_bytes("fuzz", text_of(bytes)), {}), {});
        read_all(*file);
    } catch (const IntakeFault&) {
        return;
    }
}

void gis_answer(Bytes bytes)
{
    try {
        AnsweredFile file(text_of(bytes));
        read_all(file);
    } catch (const IntakeFault&) {
        return;
    }
}

void gis_parts(Bytes bytes)
{
    const std::string text = packed(bytes);
    (void)is_geopackage(text);
    (void)shapefile_part(text);
    (void)is_osm_pbf(text);
    (void)xml_root(text);
    const std::size_t half = text.size() / 2;
    const DbfEncoding encoding =
        dbf_encoding(std::string_view{text}.substr(half), std::string_view{text}.substr(0, 16));
    (void)whole_column_name(std::string_view{text}.substr(0, 10), encoding.name);
    if (!text.starts_with("PK")) return;
    try {
        for (const ShapefileParts& parts : zipped_shapefiles(source_from_bytes("fuzz", text), {}))
            (void)dbf_encoding(parts.dbf, parts.cpg);
    } catch (const IntakeFault&) {
        return;
    }
}

}  // namespace xiaoan::fuzz
