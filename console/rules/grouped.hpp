// Rows of one table gathered by what they belong to, in two arrays.
#pragma once

#include "data/register/table.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace xiaoan::rules {

/// Pointers to rows, group after group; within a group in order of id. Rows that belong to no group are left out.
template <class Record>
class Grouped {
public:
    static constexpr std::uint32_t no_group = std::numeric_limits<std::uint32_t>::max();

    Grouped() = default;
    /// `group_of(row)` is below `groups`, or no_group.
    template <class GroupOf>
    Grouped(const data::Table<Record>& table, std::size_t groups, GroupOf&& group_of) : starts_(groups + 1)
    {
        std::vector<std::uint32_t> owners;
        owners.reserve(table.size());
        for (const Record& row : table) {
            owners.push_back(group_of(row));
            if (owners.back() != no_group) ++starts_[owners.back() + 1];
        }
        for (std::size_t i = 0; i < groups; ++i) starts_[i + 1] += starts_[i];
        rows_.resize(starts_[groups]);
        auto next = starts_;
        auto owner = owners.begin();
        for (const Record& row : table) {
            if (*owner != no_group) rows_[next[*owner]++] = &row;
            ++owner;
        }
    }

    [[nodiscard]] std::span<const Record* const> of(std::size_t group) const
    {
        return std::span{rows_}.subspan(starts_[group], starts_[group + 1] - starts_[group]);
    }

    /// Puts the rows of each group into another order than that of id.
    template <class Less>
    void sort(Less less)
    {
        for (std::size_t i = 0; i + 1 < starts_.size(); ++i)
            std::sort(rows_.begin() + starts_[i], rows_.begin() + starts_[i + 1], less);
    }

private:
    std::vector<std::uint32_t> starts_;
    std::vector<const Record*> rows_;
};

}  // namespace xiaoan::rules
