// Opens a file of tables by what is in it, never by its extension.
#pragma once

#include "data/intake/limits.hpp"
#include "data/intake/sheet.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// What the first bytes of a file say it is.
enum class Container : std::uint8_t {
    text,
    zip,
    compound_file,
    web_page,
    xml,
    json,
    sqlite,
    geopackage,
    shapefile,
    shapefile_part,  // its index or its attributes
    osm_pbf,
    pdf,
    picture,
    archive
};

[[nodiscard]] Container container_of(std::string_view bytes);

struct OpenOptions {
    std::optional<std::string> encoding{};  // of text files; by content where it is not given
    std::string kind{};                     // plural key that the rows are to be; empty: found from the headers
    IntakeLimits limits{};
    std::string crs{};  // of geographic files that name no reference system: EPSG:4549
};

/// A workbook, a CSV file or geographic features, ready to be read. Throws IntakeFault with one clear sentence for
/// everything else. Bytes without a path have no parts beside them, so a Shapefile needs its path or a zip file.
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(const std::filesystem::path& path,
                                                      const OpenOptions& options = {});
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(std::shared_ptr<const SourceFile> source,
                                                      const OpenOptions& options = {});

}  // namespace xiaoan::data
