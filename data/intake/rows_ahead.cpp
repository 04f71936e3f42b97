#include "data/intake/rows_ahead.hpp"

#include <algorithm>

namespace xiaoan::data {

HeldRow::HeldRow(const SheetRow& row)
    : number_(row.number), hidden_(row.hidden), cells_(row.cells.begin(), row.cells.end())
{
    for (const Cell& cell : cells_) text_ += cell.text;
    std::size_t at = 0;
    for (Cell& cell : cells_) {
        const std::size_t size = cell.text.size();
        cell.text = std::string_view{text_}.substr(at, size);
        at += size;
    }
}

const HeldRow* RowsAhead::peek(std::size_t ahead)
{
    constexpr std::size_t most_bytes = 16 << 20;
    std::size_t bytes = 0;
    for (const auto& held : held_) bytes += held->bytes();
    SheetRow row;
    while (held_.size() <= ahead) {
        if (bytes > most_bytes || !reader_->next(row)) return nullptr;
        if (row.blank()) continue;
        held_.push_back(std::make_unique<HeldRow>(row));
        bytes += held_.back()->bytes();
    }
    return held_[ahead].get();
}

void RowsAhead::drop(std::size_t rows)
{
    held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(std::min(rows, held_.size())));
}

bool RowsAhead::next(SheetRow& row)
{
    if (!held_.empty()) {
        given_ = std::move(held_.front());
        held_.pop_front();
        row = given_->row();
        return true;
    }
    while (reader_->next(row))
        if (!row.blank()) return true;
    return false;
}

}  // namespace xiaoan::data
