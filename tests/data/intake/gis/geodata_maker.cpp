#include "tests/data/intake/gis/geodata_maker.hpp"

#include "data/gis/helper_process.hpp"

#include <fmt/format.h>

#include <bit>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

namespace xiaoan::data::test {

namespace {

void add_le(std::string& bytes, std::uint64_t value, int size)
{
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

void add_be32(std::string& bytes, std::uint32_t value)
{
    for (int i = 3; i >= 0; --i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

void add_double(std::string& bytes, double value)
{
    add_le(bytes, std::bit_cast<std::uint64_t>(value), 8);
}

void add_box(std::string& bytes, const geo::Box& box)
{
    for (const double side : {box.west, box.south, box.east, box.north}) add_double(bytes, side);
}

std::string header(std::size_t size, std::uint32_t type, const geo::Box& box)
{
    std::string bytes;
    add_be32(bytes, 9994);
    for (int unused = 0; unused < 5; ++unused) add_be32(bytes, 0);
    add_be32(bytes, static_cast<std::uint32_t>(size / 2));
    add_le(bytes, 1000, 4);
    add_le(bytes, type, 4);
    add_box(bytes, box);
    bytes.append(32, '\0');
    return bytes;
}

MadeShapefile shapefile(std::uint32_t type, const std::vector<std::string>& shapes, const geo::Box& box,
                        std::string attributes)
{
    constexpr std::size_t header_bytes = 100;
    std::string records, index;
    std::uint32_t number = 0;
    for (const std::string& shape : shapes) {
        const auto words = static_cast<std::uint32_t>(shape.size() / 2);
        add_be32(index, static_cast<std::uint32_t>((header_bytes + records.size()) / 2));
        add_be32(index, words);
        add_be32(records, ++number);
        add_be32(records, words);
        records += shape;
    }
    return {header(header_bytes + records.size(), type, box) + records,
            header(header_bytes + index.size(), type, box) + index, std::move(attributes)};
}

void add_varint(std::string& bytes, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
    bytes += static_cast<char>(value);
}

std::uint64_t zigzag(std::int64_t value)
{
    return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}

void add_number(std::string& bytes, int field, std::uint64_t value)
{
    add_varint(bytes, static_cast<std::uint64_t>(field) << 3);
    add_varint(bytes, value);
}

void add_text(std::string& bytes, int field, std::string_view text)
{
    add_varint(bytes, static_cast<std::uint64_t>(field) << 3 | 2);
    add_varint(bytes, text.size());
    bytes += text;
}

std::string blob(std::string_view type, std::string_view content)
{
    std::string body, head, bytes;
    add_text(body, 1, content);
    add_text(head, 1, type);
    add_number(head, 3, body.size());
    add_be32(bytes, static_cast<std::uint32_t>(head.size()));
    return bytes + head + body;
}

/// Nodes of all ways with their ids; a way that is closed ends in its first.
struct Nodes {
    std::vector<geo::Position> places;
    std::vector<std::vector<std::size_t>> of_way;
};

Nodes nodes_of(const std::vector<OsmWay>& ways)
{
    Nodes nodes;
    for (const OsmWay& way : ways) {
        auto& refs = nodes.of_way.emplace_back();
        const bool closed = way.nodes.size() > 2 && way.nodes.front() == way.nodes.back();
        for (std::size_t i = 0; i < way.nodes.size(); ++i) {
            if (closed && i + 1 == way.nodes.size()) {
                refs.push_back(refs.front());
                continue;
            }
            nodes.places.push_back(way.nodes[i]);
            refs.push_back(nodes.places.size());
        }
    }
    return nodes;
}

std::uint64_t hundred_nanodegrees(double degrees)
{
    return zigzag(std::llround(degrees * 1e7));
}

}  // namespace

std::string dbf(const std::vector<DbfColumn>& columns, const DbfRows& rows)
{
    constexpr std::size_t column_bytes = 32, name_bytes = 11;
    std::size_t record = 1;
    for (const DbfColumn& column : columns) record += column.width;
    std::string bytes = "\x03\x7E\x0B\x17";  // dBASE III, 2026-11-23
    add_le(bytes, rows.size(), 4);
    add_le(bytes, column_bytes + columns.size() * column_bytes + 1, 2);
    add_le(bytes, record, 2);
    bytes.append(20, '\0');
    for (const DbfColumn& column : columns) {
        std::string name = column.name;
        name.resize(name_bytes);
        bytes += name + column.type;
        bytes.append(4, '\0');
        bytes += static_cast<char>(column.width);
        bytes.append(15, '\0');
    }
    bytes += '\r';
    for (const auto& row : rows) {
        bytes += ' ';
        for (std::size_t i = 0; i < columns.size(); ++i) {
            std::string cell = row[i];
            if (columns[i].type == 'N' && cell.size() < columns[i].width)
                cell.insert(0, columns[i].width - cell.size(), ' ');
            cell.resize(columns[i].width, ' ');
            bytes += cell;
        }
    }
    return bytes + '\x1A';
}

MadeShapefile shapefile_of_points(const std::vector<geo::Position>& points, const std::vector<DbfColumn>& columns,
                                  const DbfRows& rows)
{
    constexpr std::uint32_t type = 1;
    std::vector<std::string> shapes;
    for (const geo::Position& point : points) {
        std::string& shape = shapes.emplace_back();
        add_le(shape, type, 4);
        add_double(shape, point.lon);
        add_double(shape, point.lat);
    }
    return shapefile(type, shapes, geo::bounding_box(points), dbf(columns, rows));
}

MadeShapefile shapefile_of_areas(const std::vector<geo::Ring>& areas, const std::vector<DbfColumn>& columns,
                                 const DbfRows& rows)
{
    constexpr std::uint32_t type = 5;
    std::vector<std::string> shapes;
    geo::Box all;
    for (const geo::Ring& ring : areas) {
        std::string& shape = shapes.emplace_back();
        all.add(geo::bounding_box(ring));
        add_le(shape, type, 4);
        add_box(shape, geo::bounding_box(ring));
        add_le(shape, 1, 4);
        add_le(shape, ring.size(), 4);
        add_le(shape, 0, 4);
        for (const geo::Position& point : ring) {
            add_double(shape, point.lon);
            add_double(shape, point.lat);
        }
    }
    return shapefile(type, shapes, all, dbf(columns, rows));
}

std::string osm_pbf(const std::vector<OsmWay>& ways)
{
    const Nodes nodes = nodes_of(ways);
    std::vector<std::string> strings{""};
    std::map<std::string, std::size_t> number_of;
    const auto string_of = [&](const std::string& text) {
        const auto [found, is_new] = number_of.emplace(text, strings.size());
        if (is_new) strings.push_back(text);
        return found->second;
    };
    std::string node_group, way_group;
    for (std::size_t i = 0; i < nodes.places.size(); ++i) {
        std::string node;
        add_number(node, 1, zigzag(static_cast<std::int64_t>(i + 1)));
        add_number(node, 8, hundred_nanodegrees(nodes.places[i].lat));
        add_number(node, 9, hundred_nanodegrees(nodes.places[i].lon));
        add_text(node_group, 1, node);
    }
    for (std::size_t i = 0; i < ways.size(); ++i) {
        std::string way, keys, values, refs;
        for (const auto& [key, value] : ways[i].tags) {
            add_varint(keys, string_of(key));
            add_varint(values, string_of(value));
        }
        std::int64_t before = 0;
        for (const std::size_t node : nodes.of_way[i]) {
            add_varint(refs, zigzag(static_cast<std::int64_t>(node) - before));
            before = static_cast<std::int64_t>(node);
        }
        add_number(way, 1, static_cast<std::uint64_t>(ways[i].id));
        add_text(way, 2, keys);
        add_text(way, 3, values);
        add_text(way, 8, refs);
        add_text(way_group, 3, way);
    }
    std::string table, block, head;
    for (const std::string& text : strings) add_text(table, 1, text);
    add_text(block, 1, table);
    add_text(block, 2, node_group);
    add_text(block, 2, way_group);
    add_text(head, 4, "OsmSchema-V0.6");
    return blob("OSMHeader", head) + blob("OSMData", block);
}

std::string osm_xml(const std::vector<OsmWay>& ways)
{
    const Nodes nodes = nodes_of(ways);
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n";
    for (std::size_t i = 0; i < nodes.places.size(); ++i)
        xml += fmt::format("<node id=\"{}\" lat=\"{}\" lon=\"{}\" version=\"1\"/>\n", i + 1, nodes.places[i].lat,
                           nodes.places[i].lon);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        xml += fmt::format("<way id=\"{}\" version=\"1\">", ways[i].id);
        for (const std::size_t node : nodes.of_way[i]) xml += fmt::format("<nd ref=\"{}\"/>", node);
        for (const auto& [key, value] : ways[i].tags) xml += fmt::format("<tag k=\"{}\" v=\"{}\"/>", key, value);
        xml += "</way>\n";
    }
    return xml + "</osm>\n";
}

std::string geopackage(const std::string& path, const gis::TableLayer& table, const std::vector<gis::Feature>& features)
{
    gis::HelperProcess helper({"write", path}, {}, std::chrono::minutes{1});
    std::string lines = line_of(table);
    for (const gis::Feature& feature : features) append_line(lines, feature);
    helper.send(lines + line_of(gis::EndOfFeatures{static_cast<std::uint32_t>(features.size())}));
    (void)helper.next();
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace xiaoan::data::test
