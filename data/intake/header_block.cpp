#include "data/intake/header_block.hpp"

#include "data/intake/gis/feature_sheet.hpp"
#include "data/intake/header_grid.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

constexpr std::size_t leading_rows = 50;
constexpr std::size_t most_header_rows = 4;

struct Candidate {
    const KindInfo* kind = nullptr;
    const HeaderTable* table = nullptr;
    std::size_t first = 0, last = 0;
    std::size_t known = 0;  // fields
};

class Search {
public:
    Search(RowsAhead& rows, const HeaderTable& table, const KindInfo* forced)
        : grid_(rows, leading_rows, table), table_(table), forced_(forced)
    {
    }

    std::optional<HeaderBlock> find() const
    {
        for (std::size_t first = 0; first < grid_.rows(); ++first) {
            auto best = best_from(first);
            if (!best) continue;
            // Groups and a header row of fewer columns may have come before the row that says most.
            for (std::size_t next = first + 1; next < std::min(first + most_header_rows, grid_.rows()); ++next)
                if (const auto other = best_from(next); other && other->known > best->known) best = other;
            extend(*best);
            return block_of(*best);
        }
        return std::nullopt;
    }

private:
    /// The best block that begins with this row; of equals the one with more rows.
    std::optional<Candidate> best_from(std::size_t first) const
    {
        std::optional<Candidate> best;
        if (!grid_.may_hold_headers(first, std::min(first + most_header_rows, grid_.rows()) - 1)) return best;
        for (std::size_t last = first; last < std::min(first + most_header_rows, grid_.rows()); ++last) {
            if (last > first && !grid_.belongs(first, last)) break;
            const auto found = candidate(first, last);
            if (found && (!best || found->known >= best->known)) best = found;
        }
        return best;
    }

    std::optional<Candidate> candidate(std::size_t first, std::size_t last) const
    {
        constexpr std::size_t fewest_headers = 2;
        if (!grid_.may_hold_headers(first, last)) return std::nullopt;
        constexpr std::size_t most_columns = 1000;  // that the kind is found by
        std::vector<HeaderForms> forms;
        for (const HeaderColumn& column : grid_.columns(first, last))
            if (forms.size() < most_columns) forms.emplace_back(column.path);
        const HeaderTable& table = table_.recalling(forms);
        const KindInfo* kind = forced_ != nullptr ? forced_ : table.kind_of(forms, true);
        if (kind == nullptr) return std::nullopt;
        std::vector<bool> seen(kind->fields.size());
        std::size_t known = 0;
        for (const HeaderForms& header : forms)
            if (const auto meaning = meaning_in_kind(table.names(*kind), header)) {
                ++known;
                if (meaning->field) seen[*meaning->field] = true;
            }
        const bool all_of_kind = forced_ != nullptr && known == forms.size();
        if (known < fewest_headers && !all_of_kind) return std::nullopt;
        return Candidate{kind, &table, first, last, static_cast<std::size_t>(std::ranges::count(seen, true))};
    }

    /// By the group rows above it and the sub-headers below, also where they make nothing better known: 姓名 and 电话
    /// below 校长 are not those of the school.
    void extend(Candidate& block) const
    {
        const auto take = [&](std::size_t first, std::size_t last) {
            const auto wider = candidate(first, last);
            if (!wider || wider->kind != block.kind) return false;
            block = *wider;
            return true;
        };
        while (block.first > 0 && block.last - block.first + 1 < most_header_rows &&
               grid_.belongs(block.first - 1, block.first) && take(block.first - 1, block.last)) {
        }
        while (block.last + 1 < grid_.rows() && block.last - block.first + 1 < most_header_rows &&
               grid_.belongs(block.first, block.last + 1) && take(block.first, block.last + 1)) {
        }
    }

    HeaderBlock block_of(const Candidate& found) const
    {
        HeaderBlock block;
        block.kind = found.kind;
        block.table = found.table;
        block.rows_above = found.first;
        block.first_row = grid_.number(found.first);
        block.last_row = grid_.last_number(found.first, found.last);
        block.columns = grid_.columns(found.first, found.last);
        for (std::size_t row = found.first; row <= found.last; ++row) block.cells.push_back(grid_.cells(row));
        return block;
    }

    HeaderGrid grid_;
    const HeaderTable& table_;
    const KindInfo* forced_;
};

}  // namespace

std::optional<HeaderBlock> find_headers(RowsAhead& rows, const HeaderTable& table, const KindInfo* forced)
{
    return Search(rows, table, forced).find();
}

}  // namespace xiaoan::data
