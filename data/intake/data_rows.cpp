#include "data/intake/data_rows.hpp"

#include <algorithm>

namespace xiaoan::data {

DataRows::DataRows(RowsAhead& reader, const RecognisedSheet& sheet)
    : reader_(reader), sheet_(sheet), covers_(sheet.columns.size()), filled_in_(sheet.columns.size())
{
    for (const MergedCells& merge : reader.merged())
        if (merge.first_row > sheet.header_row) merges_.push_back(merge);
    std::ranges::stable_sort(merges_, {}, &MergedCells::first_row);
}

bool DataRows::next(SheetRow& row)
{
    if (!reader_.next(as_it_stands_)) return false;
    row = as_it_stands_;
    if (begun_ < merges_.size() && merges_[begun_].first_row <= row.number) begin_covers();
    if (row.number <= covered_to_ && apply_covers()) row.cells = cells_;
    return true;
}

void DataRows::begin_covers()
{
    const std::uint32_t number = as_it_stands_.number;
    for (; begun_ < merges_.size() && merges_[begun_].first_row <= number; ++begun_) {
        const MergedCells& merge = merges_[begun_];
        if (merge.last_row < number) continue;
        auto column = std::ranges::lower_bound(sheet_.columns, merge.first_column, {}, &SheetColumn::column);
        for (; column != sheet_.columns.end() && column->column <= merge.last_column; ++column) {
            Cover& cover = covers_[static_cast<std::size_t>(column - sheet_.columns.begin())];
            cover.first_row = merge.first_row;
            cover.last_row = merge.last_row;
            cover.of_this_column = column->column == merge.first_column;
            const Cell* cell = merge.first_row == number ? as_it_stands_.at(column->column) : nullptr;
            cover.says_something = cell != nullptr && cover.of_this_column;
            if (cover.says_something) {
                cover.text = cell->text;
                cover.cell = *cell;
                cover.cell.merged = true;
            }
            covered_to_ = std::max(covered_to_, merge.last_row);
        }
    }
}

/// The row as it looks, into cells_; false where it looks as it stands.
bool DataRows::apply_covers()
{
    const std::uint32_t number = as_it_stands_.number;
    const auto covered = [&](const Cover& cover) {
        return number <= cover.last_row && !(cover.of_this_column && number == cover.first_row);
    };
    if (std::ranges::none_of(covers_, covered)) return false;
    cells_.assign(as_it_stands_.cells.begin(), as_it_stands_.cells.end());
    for (std::size_t i = 0; i < covers_.size(); ++i) {
        Cover& cover = covers_[i];
        if (!covered(cover)) continue;
        const std::uint32_t column = sheet_.columns[i].column;
        const auto at = std::ranges::lower_bound(cells_, column, {}, &Cell::column);
        const bool stands = at != cells_.end() && at->column == column;
        if (!cover.says_something) {
            if (stands) cells_.erase(at);
            continue;
        }
        cover.cell.text = cover.text;
        if (stands)
            *at = cover.cell;
        else
            cells_.insert(at, cover.cell);
        ++filled_in_[i];
    }
    return true;
}

}  // namespace xiaoan::data
