// Plans of imports made by hand: rows that add and change records, without a register.
#pragma once

#include "data/intake/planned_changes.hpp"
#include "data/kinds/kinds.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::test {

using NamedValue = std::pair<std::string_view, data::Value>;

inline data::Value said(std::string_view text)
{
    return std::string{text};
}

/// One value a field of the kind; those not named are not given.
inline std::vector<data::Value> planned_values(const data::KindInfo& kind, std::initializer_list<NamedValue> named)
{
    std::vector<data::Value> values(kind.fields.size());
    for (const auto& [field, value] : named) values.at(kind.field(field).value()) = value;
    return values;
}

inline void plan_added(data::PlannedChanges& plan, std::string_view kind, data::RowPlace place,
                       std::initializer_list<NamedValue> named)
{
    const data::KindInfo& info = *data::find_kind(kind);
    const std::string unlike = std::to_string(place.sheet) + " " + std::to_string(place.row);
    plan.add(info, place, {data::Outcome::added, data::RecordId{1}, {}}, planned_values(info, named), unlike);
}

struct ChangedField {
    std::string_view field;
    data::Value before;
    data::Value after;
};

inline void plan_changed(data::PlannedChanges& plan, std::string_view kind, data::RowPlace place,
                         std::initializer_list<NamedValue> named, std::initializer_list<ChangedField> changes,
                         data::Origin before = {1, 12}, bool other_county = false)
{
    const data::KindInfo& info = *data::find_kind(kind);
    data::PutResult put{data::Outcome::changed, data::RecordId{2}, {}};
    put.before = before;
    for (const ChangedField& each : changes)
        put.changes.push_back({info.field(each.field).value(), each.before, each.after});
    const std::string unlike = std::to_string(place.sheet) + " " + std::to_string(place.row);
    plan.add(info, place, put, planned_values(info, named), unlike);
    if (other_county) plan.mark_other_county(plan.size() - 1);
}

}  // namespace xiaoan::test
