// The lines that xiaoan and xiaoan-gis send each other: one JSON document a line, UTF-8 as far as the file had it.
//
// Reading: the helper sends its layers, then for each line "read N" that it is sent the features of layer N and an end.
// Writing: the helper is sent tables, each followed by its features, and an end, and answers with an end. What fails is
// one line on standard error and exit code 1.
#pragma once

#include "data/gis/feature.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace xiaoan::data::gis {

struct LayerList {
    std::vector<FeatureLayer> layers;
};
/// How many features there were.
struct EndOfFeatures {
    std::uint32_t count = 0;
};
using Message = std::variant<LayerList, Feature, TableLayer, EndOfFeatures, HelperFailure>;

/// Each with its line break at the end.
[[nodiscard]] std::string line_of(const LayerList& list);
void append_line(std::string& text, const Feature& feature);
[[nodiscard]] std::string line_of(const TableLayer& table);
[[nodiscard]] std::string line_of(const EndOfFeatures& end);
[[nodiscard]] std::string line_of(const HelperFailure& failure);

/// What a line says; empty where it is none of these. Texts are not checked to be UTF-8.
[[nodiscard]] std::optional<Message> message_of(std::string_view line);

}  // namespace xiaoan::data::gis
