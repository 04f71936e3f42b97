#include "data/intake/gis/column_name.hpp"

#include "data/intake/header.hpp"
#include "data/intake/utf8.hpp"
#include "data/kinds/kinds.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace xiaoan::data {

namespace {

bool has_places(const KindInfo& kind)
{
    return std::ranges::any_of(kind.fields, [](const FieldInfo& field) {
        return field.type == FieldType::longitude || field.type == FieldType::geometry;
    });
}

/// A text that may stand over a column, and the key of the field that it means.
struct KnownHeader {
    std::string header;
    std::string_view key;
};

std::vector<KnownHeader> known_headers()
{
    std::vector<KnownHeader> headers;
    const auto variants = shipped_header_variants();
    for (const KindInfo* kind : kinds()) {
        if (!has_places(*kind)) continue;
        for (const FieldInfo& field : kind->fields) {
            headers.push_back({std::string{field.key}, field.key});
            headers.push_back({std::string{field.header}, field.key});
        }
        for (const HeaderVariant& variant : variants)
            if (const auto field = kind->field(variant.key);
                field && (variant.kind == "*" || variant.kind == kind->key))
                headers.push_back({variant.header, kind->fields[*field].key});
    }
    return headers;
}

/// How many bytes the name takes in the file.
std::size_t width(std::string_view name, bool utf8)
{
    if (utf8) return name.size();
    std::size_t bytes = 0;
    for (std::size_t at = 0; at < name.size();) bytes += next_code_point(name, at) < 0x80 ? 1 : 2;
    return bytes;
}

}  // namespace

std::string whole_column_name(std::string_view name, std::string_view encoding)
{
    constexpr std::size_t most_bytes = 10, longest_character = 3;
    const bool utf8 = encoding == "UTF-8";
    const std::string_view readable = name.substr(0, first_invalid_utf8(name));
    if (width(name, utf8) + (utf8 ? longest_character : 2) <= most_bytes) return std::string{readable};
    std::set<std::string_view> possible;
    std::string whole;
    for (KnownHeader& known : known_headers()) {
        if (normalised_header(known.header) == normalised_header(readable)) return std::string{readable};
        if (!known.header.starts_with(readable)) continue;
        possible.insert(known.key);
        if (whole.empty()) whole = std::move(known.header);
    }
    return possible.size() == 1 ? whole : std::string{readable};
}

}  // namespace xiaoan::data
