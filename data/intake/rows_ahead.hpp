// A reader of a sheet that can be looked ahead in, so that headers are chosen before rows are taken.
#pragma once

#include "data/intake/sheet.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::data {

/// A row with texts of its own.
class HeldRow {
public:
    explicit HeldRow(const SheetRow& row);
    HeldRow(const HeldRow&) = delete;
    HeldRow& operator=(const HeldRow&) = delete;

    [[nodiscard]] SheetRow row() const { return {number_, hidden_, cells_}; }
    [[nodiscard]] std::size_t bytes() const { return text_.size(); }

private:
    std::uint32_t number_;
    bool hidden_;
    std::string text_;
    std::vector<Cell> cells_;
};

/// The rows of a sheet that are not blank.
class RowsAhead final : public SheetReader {
public:
    explicit RowsAhead(std::unique_ptr<SheetReader> reader) : reader_(std::move(reader)) {}

    /// The row `ahead` rows behind the next one; null where the sheet ends before it, and where the rows held for it
    /// would grow past 16 MiB. It holds until it is read by next() or dropped.
    [[nodiscard]] const HeldRow* peek(std::size_t ahead);
    /// Moves past rows that were peeked at.
    void drop(std::size_t rows);
    /// The row comes next, once more. It must be the one that next() gave last.
    void put_back(const SheetRow& row) { held_.push_front(std::make_unique<HeldRow>(row)); }

    bool next(SheetRow& row) override;
    std::span<const MergedCells> merged() const override { return reader_->merged(); }

private:
    std::unique_ptr<SheetReader> reader_;
    std::deque<std::unique_ptr<HeldRow>> held_;
    std::unique_ptr<HeldRow> given_;  // the held row that next() gave last
};

}  // namespace xiaoan::data
