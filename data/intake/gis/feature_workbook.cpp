#include "data/intake/gis/feature_workbook.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/gis/feature_sheet.hpp"
#include "data/intake/gis/geo_container.hpp"
#include "data/intake/gis/geojson_file.hpp"
#include "data/intake/gis/helper_file.hpp"
#include "data/intake/gis/shapefile.hpp"

#include <utility>

namespace xiaoan::data {

namespace {

class FeatureWorkbook final : public Workbook {
public:
    FeatureWorkbook(std::shared_ptr<const SourceFile> source, std::vector<std::unique_ptr<FeatureFile>> files,
                    const IntakeLimits& limits)
        : source_(std::move(source)), files_(std::move(files)), limits_(limits)
    {
        for (const auto& file : files_)
            for (std::size_t layer = 0; layer < file->layers().size(); ++layer) {
                infos_.push_back({file->layers()[layer].name, false});
                layers_.emplace_back(file.get(), layer);
            }
    }

    const SourceFile& source() const override { return *source_; }
    std::span<const SheetInfo> sheets() const override { return infos_; }
    std::unique_ptr<SheetReader> open(std::size_t sheet) override
    {
        const auto& [file, layer] = layers_.at(sheet);
        return open_feature_sheet(*file, layer, limits_);
    }
    std::string_view encoding() const override { return files_.front()->encoding(); }
    std::string_view crs(std::size_t sheet) const override
    {
        const auto& [file, layer] = layers_.at(sheet);
        return file->layers()[layer].crs;
    }
    std::vector<RowIssue> doubts(std::size_t sheet) const override
    {
        const auto& [file, layer] = layers_.at(sheet);
        const gis::FeatureLayer& info = file->layers()[layer];
        if (!info.points && !info.lines && !info.areas) return {};
        const auto about = [](IssueCode code, std::vector<std::string> parameters) {
            return RowIssue{0, {}, code, usual_severity(code), {}, std::move(parameters)};
        };
        if (info.crs.empty()) return {about(IssueCode::no_crs, {})};
        if (info.rough) return {about(IssueCode::rough_crs, {info.crs})};
        return {};
    }

private:
    std::shared_ptr<const SourceFile> source_;
    std::vector<std::unique_ptr<FeatureFile>> files_;
    IntakeLimits limits_;
    std::vector<SheetInfo> infos_;
    std::vector<std::pair<FeatureFile*, std::size_t>> layers_;
};

/// Name and hash without the bytes, which the helper holds now.
std::shared_ptr<const SourceFile> without_bytes(const SourceFile& source)
{
    return std::make_shared<SourceFile>(SourceFile{source.name, {}, source.sha256});
}

std::unique_ptr<Workbook> of_one(std::shared_ptr<const SourceFile> source, std::unique_ptr<FeatureFile> file,
                                 const IntakeLimits& limits)
{
    std::vector<std::unique_ptr<FeatureFile>> files;
    files.push_back(std::move(file));
    return workbook_of_features(std::move(source), std::move(files), limits);
}

std::unique_ptr<Workbook> through_helper(std::shared_ptr<const SourceFile> source, std::string format,
                                         std::string_view bytes, const IntakeLimits& limits,
                                         const std::string& crs = {})
{
    HelperInput input{.format = format, .parts = {}, .bytes = bytes.size(), .crs = crs};
    try {
        input.parts.emplace_back(std::move(format), gis::MemoryFile(bytes));
    } catch (const gis::HelperFault& fault) {
        throw intake_fault(fault);
    }
    auto known = without_bytes(*source);
    source.reset();
    return of_one(std::move(known), open_with_helper(std::move(input), limits), limits);
}

/// A program that has it open may hold its newest rows in a file beside it. What is left in the way of a log that was
/// written into it is turned off in our copy: the helper has no such file.
std::unique_ptr<Workbook> open_geopackage(std::shared_ptr<const SourceFile> source, const std::filesystem::path& path,
                                          const OpenOptions& options)
{
    constexpr std::size_t write_version_at = 18, read_version_at = 19;  // SQLite file format, 1.3
    constexpr char legacy = 1;
    std::error_code error;
    if (!path.empty() && std::filesystem::file_size(path.string() + "-wal", error) > 0 && !error)
        throw IntakeFault(FaultCode::open_elsewhere);
    if (source->bytes[write_version_at] == legacy && source->bytes[read_version_at] == legacy)
        return through_helper(source, "gpkg", source->bytes, options.limits, options.crs);
    std::string bytes = source->bytes;
    bytes[write_version_at] = bytes[read_version_at] = legacy;
    return through_helper(std::move(source), "gpkg", bytes, options.limits, options.crs);
}

std::unique_ptr<Workbook> open_loose_shapefile(const std::shared_ptr<const SourceFile>& source,
                                               const std::filesystem::path& path, const OpenOptions& options)
{
    ShapefileParts parts;
    if (!path.empty()) parts = parts_beside(path, options.limits);
    parts.name = std::filesystem::path{source->name}.stem().string();
    parts.shp = source->bytes;
    auto known = std::make_shared<SourceFile>(SourceFile{source->name, {}, sha256_hex(parts.shp + parts.dbf)});
    return of_one(std::move(known),
                  open_shapefile(std::move(parts), true, options.encoding, options.limits, options.crs),
                  options.limits);
}

std::unique_ptr<Workbook> open_zip(const std::shared_ptr<const SourceFile>& source, const OpenOptions& options)
{
    auto shapefiles = zipped_shapefiles(source, options.limits);
    if (shapefiles.empty()) return nullptr;
    std::vector<std::unique_ptr<FeatureFile>> files;
    for (ShapefileParts& parts : shapefiles) {
        const bool only = shapefiles.size() == 1;
        files.push_back(open_shapefile(std::move(parts), only, options.encoding, options.limits, options.crs));
    }
    return workbook_of_features(without_bytes(*source), std::move(files), options.limits);
}

std::unique_ptr<Workbook> open_osm(std::shared_ptr<const SourceFile> source, const char* format,
                                   const OpenOptions& options)
{
    if (options.kind != "waters" && options.kind != "water") throw IntakeFault(FaultCode::map_data);
    const std::shared_ptr<const SourceFile> held = source;
    return through_helper(std::move(source), format, held->bytes, options.limits);
}

std::unique_ptr<Workbook> open_xml(std::shared_ptr<const SourceFile> source, const OpenOptions& options)
{
    const XmlRoot root = xml_root(source->bytes);
    if (root.name != "gpx" && root.name != "osm" && root.name != "osmchange") return nullptr;
    if (root.has_document_type) throw IntakeFault(FaultCode::document_type, {source->name});
    if (root.name != "gpx") return open_osm(std::move(source), "osm", options);
    const std::shared_ptr<const SourceFile> held = source;
    return through_helper(std::move(source), "gpx", held->bytes, options.limits);
}

}  // namespace

std::unique_ptr<Workbook> workbook_of_features(std::shared_ptr<const SourceFile> source,
                                               std::vector<std::unique_ptr<FeatureFile>> files,
                                               const IntakeLimits& limits)
{
    return std::make_unique<FeatureWorkbook>(std::move(source), std::move(files), limits);
}

std::unique_ptr<Workbook> open_geodata(std::shared_ptr<const SourceFile> source, const std::filesystem::path& path,
                                       const OpenOptions& options)
{
    const std::string_view bytes = source->bytes;
    switch (container_of(bytes)) {
    case Container::zip: return open_zip(source, options);
    case Container::geopackage: return open_geopackage(std::move(source), path, options);
    case Container::shapefile: return open_loose_shapefile(source, path, options);
    case Container::osm_pbf: return open_osm(std::move(source), "pbf", options);
    case Container::xml: return open_xml(std::move(source), options);
    case Container::json: {
        auto known = without_bytes(*source);
        return of_one(std::move(known),
                      open_geojson(decoded(std::move(source), options.encoding), options.limits, options.crs),
                      options.limits);
    }
    default: return nullptr;
    }
}

}  // namespace xiaoan::data
