// How the fields of a kind stand together in forms and dossiers: groups, in the order in which a person goes through
// them.
#pragma once

#include "data/kinds/field.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace xiaoan::records {

struct FormGroup {
    std::string_view title;  // key of its text
    std::vector<std::size_t> fields;
};

/// Every field once. Those that no group names stand in a last group of their own.
[[nodiscard]] std::vector<FormGroup> form_layout(const data::KindInfo& kind);

/// The fields that tell the records of a kind apart in a list, the most telling first.
[[nodiscard]] std::vector<std::size_t> list_fields(const data::KindInfo& kind);

}  // namespace xiaoan::records
