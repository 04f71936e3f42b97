// What a group of headers, or the first part of one, is about: the record itself, or something beside it.
#pragma once

#include "data/kinds/field.hpp"

#include <optional>
#include <string_view>

namespace xiaoan::data {

/// Whether a header, in its normalised form, does not say of what it is: 名称, 电话, 起. Below a group it means what
/// the group says.
[[nodiscard]] bool needs_its_group(std::string_view form);

/// Whether a group, in its normalised form, names what the rows of this kind are (学校 in a list of schools), or
/// nothing in particular (基本情况).
[[nodiscard]] bool is_subject(std::string_view group, const KindInfo& kind);

/// The rest of a header, in its normalised form, whose first part names what the rows of this kind are, or says no more
/// than that it is about school buses (校车线路编号): the rest means the same alone. Empty where there is none.
/// 车辆状态 is the state of a bus, but not that of a plate; 学校经度 in a list of stops is not the stop's.
[[nodiscard]] std::optional<std::string_view> below_subject(std::string_view form, const KindInfo& kind);

}  // namespace xiaoan::data
