// What a person says of the headers of a file: a JSON document of headers and the keys of the fields they are.
#pragma once

#include "data/intake/header.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Why a mapping cannot be used: which of its headers, and what was said of it.
struct MappingFault {
    enum class What : std::uint8_t {
        not_json,        // said: where it stops being that
        not_an_object,   // the document is no object
        bad_value,       // neither a key nor null (nor, at the top, an object of a kind's headers)
        unknown_kind,    // an object below a name that no kind has
        unknown_key,     // said: the key, which no kind has, or not this one
        nothing_to_map,  // a header of which nothing is left in the form in which headers are compared
        contradiction    // said: the other key that the same header was given
    };
    What what{};
    std::string header;
    std::string said;
};

/// Reads {"车辆编号": "registration_number", "备用": null, "buses": {"类别": "body"}}: headers at the top hold for
/// every kind that has such a field, those below a kind (its plural key, its singular or its Chinese name) for that
/// kind alone and come first. null leaves a column out without a word. A field may also be named by its Chinese header.
/// Headers are compared as everywhere; those with groups are written with a stroke (许可/起).
[[nodiscard]] std::expected<std::vector<HeaderVariant>, MappingFault> read_mapping(std::string_view json);

}  // namespace xiaoan::data
