#include "data/gis/helper/input.hpp"

#include "data/gis/helper/failure.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fcntl.h>
#include <ogr_spatialref.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace xiaoan::data::gis {

namespace {

const char* driver_of(std::string_view format)
{
    if (format == "gpkg") return "GPKG";
    if (format == "shp") return "ESRI Shapefile";
    if (format == "gpx") return "GPX";
    return format.starts_with("osm") || format.starts_with("pbf") ? "OSM" : nullptr;
}

/// The tags that data/gis/osm_water.hpp and osm_map.hpp look at, and the ways that are areas when they are closed.
constexpr const char* osm_settings = "closed_ways_are_polygons=natural,water,landuse,waterway=riverbank\n"
                                     "attribute_name_laundering=no\n"
                                     "[points]\nosm_id=yes\nattributes=name,name:zh,name:en,place\n"
                                     "[lines]\nosm_id=yes\n"
                                     "attributes=name,name:zh,name:en,waterway,highway,railway\n"
                                     "[multipolygons]\nosm_id=yes\n"
                                     "attributes=name,name:zh,name:en,natural,water,waterway,landuse\n"
                                     "[multilinestrings]\nosm_id=yes\n"
                                     "[other_relations]\nosm_id=yes\n";

constexpr const char* osm_settings_file = "/vsimem/osm.ini";

/// A text that outlives GDAL, as a file of its memory.
void keep_text(const char* path, const char* text)
{
    auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(text));  // GDAL takes it so and only reads
    VSIFCloseL(VSIFileFromMemBuffer(path, bytes, std::strlen(text), FALSE));
}

/// A part as a file of GDAL's memory, without a copy.
std::string mapped(const InputPart& part)
{
    const std::string name = "/vsimem/in/data." + part.first.substr(0, part.first.find('-'));  // pbf-map: data.pbf
    const int file = ::open(part.second.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status{};
    if (file < 0 || fstat(file, &status) != 0) throw Failure("damaged", part.second + ": " + std::strerror(errno));
    const auto size = static_cast<std::size_t>(status.st_size);
    void* bytes = size > 0 ? mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0) : nullptr;
    close(file);
    if (bytes == MAP_FAILED) throw Failure("too_large", std::strerror(errno));
    VSIFCloseL(VSIFileFromMemBuffer(name.c_str(), static_cast<GByte*>(bytes), size, FALSE));
    return name;
}

}  // namespace

void prepare_gdal()
{
    for (const auto& [key, value] : {
             std::pair{"GDAL_DRIVER_PATH", "disable"},  // no plug-ins
             {"GDAL_DISABLE_READDIR_ON_OPEN", "TRUE"},
             {"GDAL_PAM_ENABLED", "NO"},
             {"PROJ_NETWORK", "OFF"},
             {"OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES"},
             {"OGR_SQLITE_JOURNAL", "MEMORY"},
             {"OSM_CONFIG_FILE", osm_settings_file},
             {"OSM_MAX_TMPFILE_SIZE", "32"},
             {"OSM_COMPRESS_NODES", "YES"},
         })
        CPLSetConfigOption(key, value);
    keep_text(osm_settings_file, osm_settings);
    OSRSetPROJEnableNetwork(FALSE);
    GDALAllRegister();
}

std::unique_ptr<GDALDataset> open(const Input& input)
{
    const char* driver = driver_of(input.format);
    if (driver == nullptr || input.parts.empty()) throw Failure("damaged", "unknown format " + input.format);
    std::vector<std::string> names;
    for (const InputPart& part : input.parts) names.push_back(mapped(part));
    CPLStringList options;
    if (input.format == "shp") options.SetNameValue("ENCODING", input.encoding.c_str());
    // An index that is there must not be made anew: GDAL would write into what we only mapped for reading.
    const bool has_index = std::ranges::find(input.parts, "shx", &InputPart::first) != input.parts.end();
    CPLSetConfigOption("SHAPE_RESTORE_SHX", has_index ? "NO" : "YES");
    const char* const drivers[] = {driver, nullptr};
    std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(names.front().c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options.List(), nullptr));
    if (!dataset) {
        throw_what_gdal_said();
        throw Failure("damaged", std::string{driver} + " does not know it");
    }
    return dataset;
}

}  // namespace xiaoan::data::gis
