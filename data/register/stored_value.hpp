// Values on their way into the register: whether a field can hold them, and whether they are what it holds already.
#pragma once

#include "data/kinds/field.hpp"
#include "data/register/statement.hpp"

namespace xiaoan::data {

/// Whether a value says something: neither nothing nor an empty text.
[[nodiscard]] bool is_given(const Value& value);

/// Whether a field of this type may hold the value; what is not given and Cleared may stand anywhere.
[[nodiscard]] bool fits(const FieldInfo& field, const Value& value);

/// Whether a row's column holds this value; numbers compare as numbers. Not for personal fields.
[[nodiscard]] bool holds(const Statement& row, int column, const Value& value);

}  // namespace xiaoan::data
