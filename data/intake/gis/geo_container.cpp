#include "data/intake/gis/geo_container.hpp"

#include "data/intake/values/text_form.hpp"

#include <array>

namespace xiaoan::data {

namespace {

using namespace std::string_view_literals;

std::uint32_t big_endian(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// dBASE: version, a date, sizes that fit together, and the mark that ends the list of fields.
bool is_dbf(std::string_view bytes)
{
    constexpr std::size_t smallest = 33, field_bytes = 32;
    constexpr std::array versions{'\x03', '\x30', '\x83', '\x8B'};
    if (bytes.size() < smallest ||
        std::string_view{versions.data(), versions.size()}.find(bytes[0]) == std::string_view::npos)
        return false;
    const auto month = static_cast<unsigned char>(bytes[2]), day = static_cast<unsigned char>(bytes[3]);
    const std::uint32_t header = little_endian(bytes, 8, 2), record = little_endian(bytes, 10, 2);
    return month <= 12 && day <= 31 && header > field_bytes && record > 0 && header <= bytes.size() &&
           (bytes[header - 1] == '\r' || (header - 1) % field_bytes == 0);
}

}  // namespace

bool is_geopackage(std::string_view bytes)
{
    constexpr std::size_t id_at = 68, id_bytes = 4;
    if (!bytes.starts_with("SQLite format 3\0"sv) || bytes.size() < id_at + id_bytes) return false;
    const std::string_view id = bytes.substr(id_at, id_bytes);
    return id == "GPKG" || id == "GP10" || id == "GP11";
}

ShapefilePart shapefile_part(std::string_view bytes)
{
    constexpr std::uint32_t file_code = 9994, version = 1000, first_offset_words = 50;
    constexpr std::size_t header_bytes = 100;
    if (bytes.size() >= header_bytes && big_endian(bytes, 0) == file_code && little_endian(bytes, 28, 4) == version) {
        // After the header an index has the place of the first shape, always word 50; the shapes have number 1.
        const bool has_record = bytes.size() >= header_bytes + 4;
        return has_record && big_endian(bytes, header_bytes) == first_offset_words ? ShapefilePart::index
                                                                                   : ShapefilePart::shapes;
    }
    return is_dbf(bytes) ? ShapefilePart::attributes : ShapefilePart::none;
}

bool is_osm_pbf(std::string_view bytes)
{
    constexpr std::size_t length_bytes = 4;
    return bytes.size() > length_bytes && bytes.substr(length_bytes).starts_with("\x0A\x09OSMHeader"sv);
}

XmlRoot xml_root(std::string_view bytes)
{
    constexpr std::size_t looked_at = 1U << 16;
    bytes = bytes.substr(0, looked_at);
    XmlRoot root;
    std::size_t at = bytes.find('<');
    while (at != std::string_view::npos && at + 1 < bytes.size()) {
        const std::string_view rest = bytes.substr(at);
        std::string_view end = ">";
        if (rest.starts_with("<?"))
            end = "?>";
        else if (rest.starts_with("<!--"))
            end = "-->";
        else if (rest.starts_with("<!"))
            root.has_document_type = true;
        else {
            std::string_view name = rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1);
            name.remove_prefix(name.rfind(':') + 1);  // npos + 1 is 0
            root.name = lower_ascii(name);
            return root;
        }
        const std::size_t ended = rest.find(end);
        if (ended == std::string_view::npos) break;
        at = bytes.find('<', at + ended + end.size());
    }
    return root;
}

}  // namespace xiaoan::data
