// Leaves columns out of a table that is too narrow for all of them, the least needed first.
#pragma once

#include "console/shell/table.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace xiaoan::desk {

/// A column with its place among all of them; those of the highest rank are left out first, rank 0 never.
struct CandidateColumn {
    shell::TableColumn column;
    std::size_t index = 0;
    int rank = 0;
};

/// What is shown: heads, and for each the index of its candidate.
struct FittingColumns {
    std::vector<shell::TableColumn> heads;
    std::vector<std::size_t> of;
};

/// `room` in physical pixels is the table's width; its scroll bar is taken off.
[[nodiscard]] inline FittingColumns fitting_columns(std::vector<CandidateColumn> all, const shell::Ui& ui, float room)
{
    room -= ImGui::GetStyle().ScrollbarSize;
    const auto used = [&] {
        float sum = 0;
        for (const CandidateColumn& each : all) sum += ui.px(each.column.width);
        return sum;
    };
    while (used() > room) {
        const auto least = std::ranges::max_element(all, {}, &CandidateColumn::rank);
        if (least == all.end() || least->rank == 0) break;
        all.erase(least);
    }
    FittingColumns shown;
    for (CandidateColumn& each : all) {
        shown.of.push_back(each.index);
        shown.heads.push_back(std::move(each.column));
    }
    return shown;
}

}  // namespace xiaoan::desk
