#include "data/intake/gis/shapefile.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/gis/dbf_encoding.hpp"
#include "data/intake/gis/helper_file.hpp"
#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/intake/zip_archive.hpp"

#include <array>
#include <map>
#include <utility>

namespace xiaoan::data {

namespace {

/// The part that files of this extension are; null where they are none.
std::string* part_of(ShapefileParts& parts, std::string_view extension)
{
    const std::string lower = lower_ascii(extension);
    for (const auto& [name, part] : {std::pair{".shp", &parts.shp},
                                     {".shx", &parts.shx},
                                     {".dbf", &parts.dbf},
                                     {".prj", &parts.prj},
                                     {".cpg", &parts.cpg}})
        if (lower == name) return part;
    return nullptr;
}

}  // namespace

ShapefileParts parts_beside(const std::filesystem::path& shp, const IntakeLimits& limits)
{
    ShapefileParts parts;
    parts.name = shp.stem().string();
    std::error_code error;
    const auto folder = shp.has_parent_path() ? shp.parent_path() : std::filesystem::path{"."};
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().stem() != shp.stem() || !entry.is_regular_file(error) || entry.file_size(error) == 0) continue;
        std::string* part = part_of(parts, entry.path().extension().string());
        if (part != nullptr && part != &parts.shp) *part = read_source_file(entry.path(), limits)->bytes;
    }
    return parts;
}

std::vector<ShapefileParts> zipped_shapefiles(const std::shared_ptr<const SourceFile>& source,
                                              const IntakeLimits& limits)
{
    ZipArchive archive(source, limits);
    if (archive.contains("[Content_Types].xml")) return {};
    std::map<std::string, ShapefileParts> found;
    for (const std::string& name : archive.names()) {
        const std::size_t dot = name.rfind('.');
        if (dot == std::string::npos || name.starts_with("__MACOSX/")) continue;
        ShapefileParts unused;
        if (part_of(unused, name.substr(dot)) == nullptr) continue;
        ShapefileParts& parts = found[name.substr(0, dot)];
        parts.name = name.substr(0, dot);
        *part_of(parts, name.substr(dot)) = archive.unpack(name).view();
    }
    std::vector<ShapefileParts> all;
    for (auto& [name, parts] : found)
        if (!parts.shp.empty()) all.push_back(std::move(parts));
    return all;
}

std::unique_ptr<FeatureFile> open_shapefile(ShapefileParts parts, bool only_layer,
                                            const std::optional<std::string>& asked, const IntakeLimits& limits,
                                            const std::string& crs)
{
    if (parts.dbf.empty()) throw IntakeFault(FaultCode::missing_part, {parts.name + ".dbf"});
    DbfEncoding encoding = dbf_encoding(parts.dbf, parts.cpg);
    if (asked) {
        encoding = {dbf_encoding_of(*asked), false};
        if (encoding.name.empty()) throw IntakeFault(FaultCode::unknown_encoding, {*asked});
    }
    HelperInput input{.format = "shp",
                      .parts = {},
                      .encoding = encoding.name,
                      .found_encoding = encoding.found,
                      .layer_name = only_layer ? std::string{} : utf8_or_marks(parts.name),
                      .crs = crs};
    const auto add = [&](const char* role, std::string& bytes) {
        if (bytes.empty()) return;
        input.bytes += bytes.size();
        try {
            input.parts.emplace_back(role, gis::MemoryFile(bytes));
        } catch (const gis::HelperFault& fault) {
            throw intake_fault(fault);
        }
        bytes = {};
    };
    add("shp", parts.shp);  // the first part is the one that is opened
    add("shx", parts.shx);
    add("dbf", parts.dbf);
    add("prj", parts.prj);
    return open_with_helper(std::move(input), limits);
}

}  // namespace xiaoan::data
