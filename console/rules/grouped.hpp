// Rows of one table gathered by what they belong to, in two arrays.
#pragma once

#include "data/register/table.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace xiaoan::rules {

/// One value a row, group after group; within a group in order of the rows. Rows that belong to no group are left out.
template <class Value>
class Grouped {
public:
    static constexpr std::uint32_t no_group = std::numeric_limits<std::uint32_t>::max();

    Grouped() = default;
    /// `group_of(row)` is below `groups`, or no_group; `make(row, group)` is the value.
    template <class Record, class GroupOf, class Make>
    Grouped(const data::Table<Record>& table, std::size_t groups, GroupOf&& group_of, Make&& make) : starts_(groups + 1)
    {
        std::vector<std::uint32_t> owners;
        owners.reserve(table.size());
        for (const Record& row : table) {
            owners.push_back(group_of(row));
            if (owners.back() != no_group) ++starts_[owners.back() + 1];
        }
        for (std::size_t i = 0; i < groups; ++i) starts_[i + 1] += starts_[i];
        values_.resize(starts_[groups]);
        auto next = starts_;
        auto owner = owners.begin();
        for (const Record& row : table) {
            if (*owner != no_group) values_[next[*owner]++] = make(row, *owner);
            ++owner;
        }
    }

    [[nodiscard]] std::span<const Value> of(std::size_t group) const
    {
        if (starts_.empty()) return {};
        return std::span{values_}.subspan(starts_[group], starts_[group + 1] - starts_[group]);
    }

    /// All values, group after group.
    [[nodiscard]] std::span<Value> all() { return values_; }

    /// Puts the values of each group into another order than that of the rows.
    template <class Less>
    void sort(Less less)
    {
        for (std::size_t i = 0; i + 1 < starts_.size(); ++i)
            std::sort(values_.begin() + starts_[i], values_.begin() + starts_[i + 1], less);
    }

private:
    std::vector<std::uint32_t> starts_;
    std::vector<Value> values_;
};

}  // namespace xiaoan::rules
