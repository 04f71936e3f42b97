// The tables that the log of changes records, and the group of records that their rows belong to.
#pragma once

#include "data/kinds/kinds.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace xiaoan::data {

/// Groups below kind_count are the kinds in the order of kinds().
inline constexpr std::size_t cases_group = kind_count, sources_group = kind_count + 1, people_group = kind_count + 2,
                             region_group = kind_count + 3, settings_group = kind_count + 4,
                             silencings_group = kind_count + 5, contested_group = kind_count + 6,
                             settlements_group = kind_count + 7, tracks_group = kind_count + 8,
                             checks_group = kind_count + 9, photos_group = kind_count + 10,
                             group_count = kind_count + 11;

struct RecordedTable {
    std::string_view name;
    std::size_t group = 0;
};

/// Each has its integer key in column 0; of a group of several tables this is the record's id, but for the region.
inline constexpr auto recorded_tables = [] {
    std::array<RecordedTable, kind_count + 23> tables{};
    std::size_t used = 0;
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        tables[used] = {kind_info<Record>.singular, used};
        ++used;
    });
    for (const std::string_view name :
         {"supervision_case", "case_rule", "case_event", "case_addressee", "case_attachment"})
        tables[used++] = {name, cases_group};
    tables[used++] = {"source_file", sources_group};
    tables[used++] = {"person", people_group};
    for (const std::string_view name : {"region", "county", "map_layer", "holiday", "plan_item", "division"})
        tables[used++] = {name, region_group};
    tables[used++] = {"setting", settings_group};
    tables[used++] = {"silencing", silencings_group};
    for (const std::string_view name : {"contested", "contested_value"}) tables[used++] = {name, contested_group};
    tables[used++] = {"settlement", settlements_group};
    tables[used++] = {"track_block", tracks_group};
    for (const std::string_view name : {"checked_vehicle", "check_answer", "check_outcome"})
        tables[used++] = {name, checks_group};
    tables[used++] = {"water_photo", photos_group};
    return tables;
}();
static_assert(!recorded_tables.back().name.empty());

/// group_count where the log does not record a table of this name.
[[nodiscard]] constexpr std::size_t group_of_table(std::string_view name)
{
    for (const RecordedTable& table : recorded_tables)
        if (table.name == name) return table.group;
    return group_count;
}

}  // namespace xiaoan::data
