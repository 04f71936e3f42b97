#include "data/gis/helper/commands.hpp"

#include "data/gis/helper/failure.hpp"
#include "data/gis/helper/layers.hpp"
#include "data/gis/message.hpp"

#include <charconv>
#include <cstdio>
#include <iostream>

namespace xiaoan::data::gis {

namespace {

void send(std::string& text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw Failure("cannot_write", "pipe");
    text.clear();
}

LayerSources layers_of(const Input& input, GDALDataset& dataset)
{
    if (input.format == "gpx") return gpx_layers(dataset);
    if (input.format == "osm" || input.format == "pbf") return osm_layers(dataset);
    if (input.format == "osm-map" || input.format == "pbf-map") return osm_map_layers(dataset);
    return table_layers(dataset, input.crs);
}

void send_features(LayerSource& source)
{
    constexpr std::size_t block_bytes = 1 << 16;
    std::string text;
    Feature feature;
    std::uint32_t count = 0;
    source.rewind();
    while (source.next(feature)) {
        feature.number = ++count;
        append_line(text, feature);
        if (text.size() >= block_bytes) send(text);
    }
    throw_what_gdal_said();
    text += line_of(EndOfFeatures{count});
    send(text);
    std::fflush(stdout);
}

/// N of "read N".
std::optional<std::size_t> asked_layer(std::string_view command)
{
    constexpr std::string_view verb = "read ";
    std::size_t number = 0;
    if (!command.starts_with(verb)) return std::nullopt;
    command.remove_prefix(verb.size());
    const auto parsed = std::from_chars(command.data(), command.data() + command.size(), number);
    return parsed.ec == std::errc{} && parsed.ptr == command.data() + command.size() ? std::optional{number}
                                                                                     : std::nullopt;
}

}  // namespace

void read_features(const Input& input)
{
    const auto dataset = open(input);
    const LayerSources sources = layers_of(input, *dataset);
    throw_what_gdal_said();
    LayerList list;
    for (const auto& source : sources) list.layers.push_back(source->layer());
    std::string text = line_of(list);
    send(text);
    std::fflush(stdout);
    for (std::string command; std::getline(std::cin, command);) {
        const auto layer = asked_layer(command);
        if (!layer || *layer >= sources.size()) throw Failure("damaged", "no such layer: " + command);
        send_features(*sources[*layer]);
    }
}

}  // namespace xiaoan::data::gis
