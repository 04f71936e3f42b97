#include "data/intake/container.hpp"

#include "data/intake/csv.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/gis/feature_workbook.hpp"
#include "data/intake/gis/geo_container.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/intake/xlsx.hpp"

#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, Container>, 13> signatures{{
    {"PK\x03\x04"sv, Container::zip},
    {"PK\x05\x06"sv, Container::zip},  // a zip file without entries
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Container::compound_file},
    {"SQLite format 3\0"sv, Container::sqlite},
    {"%PDF"sv, Container::pdf},
    {"\x89PNG"sv, Container::picture},
    {"\xFF\xD8\xFF"sv, Container::picture},
    {"GIF8"sv, Container::picture},
    {"II*\0"sv, Container::picture},
    {"Rar!"sv, Container::archive},
    {"7z\xBC\xAF\x27\x1C"sv, Container::archive},
    {"\x1F\x8B"sv, Container::archive},
    {"BZh"sv, Container::archive},
}};

/// Names inside an OLE2 file are UTF-16LE.
std::string utf16le(std::string_view ascii)
{
    std::string wide;
    for (const char c : ascii) wide.append({c, '\0'});
    return wide;
}

[[noreturn]] void refuse_compound_file(std::string_view bytes)
{
    const auto holds = [&](std::string_view stream) { return bytes.find(utf16le(stream)) != std::string_view::npos; };
    if (holds("EncryptedPackage")) throw IntakeFault(FaultCode::encrypted_workbook);
    if (holds("WordDocument")) throw IntakeFault(FaultCode::word_document);
    if (holds("PowerPoint Document")) throw IntakeFault(FaultCode::not_a_table, {"PowerPoint"});
    throw IntakeFault(FaultCode::old_xls);
}

std::unique_ptr<Workbook> open_table(std::shared_ptr<const SourceFile> source, const OpenOptions& options)
{
    switch (container_of(source->bytes)) {
    case Container::zip: return open_xlsx(std::move(source), options.limits);
    case Container::compound_file: refuse_compound_file(source->bytes);
    case Container::web_page: throw IntakeFault(FaultCode::web_page);
    case Container::xml: throw IntakeFault(FaultCode::not_a_table, {"XML"});
    case Container::sqlite: throw IntakeFault(FaultCode::not_a_table, {"SQLite"});
    case Container::shapefile_part: throw IntakeFault(FaultCode::part_of_shapefile);
    case Container::pdf: throw IntakeFault(FaultCode::not_a_table, {"PDF"});
    case Container::picture: throw IntakeFault(FaultCode::not_a_table, {"图片 / picture"});
    case Container::archive: throw IntakeFault(FaultCode::other_archive);
    default: break;
    }
    return open_csv(std::move(source), options.encoding, options.limits);
}

}  // namespace

Container container_of(std::string_view bytes)
{
    if (is_geopackage(bytes)) return Container::geopackage;
    if (is_osm_pbf(bytes)) return Container::osm_pbf;
    if (const auto part = shapefile_part(bytes); part != ShapefilePart::none)
        return part == ShapefilePart::shapes ? Container::shapefile : Container::shapefile_part;
    for (const auto& [signature, container] : signatures)
        if (bytes.starts_with(signature)) return container;
    constexpr std::size_t opening_bytes = 512;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    const std::string opening = lower_ascii(trimmed(bytes.substr(0, opening_bytes)));
    if (opening.starts_with("<!doctype html") || opening.starts_with("<html") || opening.starts_with("<table") ||
        opening.starts_with("<meta") || opening.find("mso-application progid=\"excel") != std::string::npos)
        return Container::web_page;
    if (opening.starts_with("<")) return Container::xml;
    if (opening.starts_with("{")) return Container::json;
    return Container::text;
}

std::unique_ptr<Workbook> open_workbook(const std::filesystem::path& path, const OpenOptions& options)
{
    auto source = read_source_file(path, options.limits);
    if (auto features = open_geodata(source, path, options)) return features;
    return open_table(std::move(source), options);
}

std::unique_ptr<Workbook> open_workbook(std::shared_ptr<const SourceFile> source, const OpenOptions& options)
{
    if (auto features = open_geodata(source, {}, options)) return features;
    return open_table(std::move(source), options);
}

}  // namespace xiaoan::data
