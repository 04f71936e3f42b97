#include "data/intake/sheet_tables.hpp"

#include "data/intake/skipped_row.hpp"

#include <utility>

namespace xiaoan::data {

SheetTables::SheetTables(std::unique_ptr<SheetReader> reader, const RecognitionRequest& asked)
    : ahead_(std::move(reader)), asked_(asked)
{
}

const RecognisedSheet* SheetTables::next_table()
{
    if (!std::exchange(began_, true)) {
        if (auto first = recognise_sheet(ahead_, asked_))
            following_ = std::make_unique<const RecognisedSheet>(std::move(*first));
    } else if (table_) {
        SheetRow row;
        while (next_row(row)) {
        }
    }
    table_ = std::move(following_);
    rows_.reset();
    if (table_) rows_.emplace(ahead_, *table_);
    return table_.get();
}

bool SheetTables::next_row(SheetRow& row)
{
    if (following_ || !rows_ || !rows_->next(row)) return false;
    if (!looks_like_headers(row, asked_.table) || RowSkipping(*table_)(row)) return true;
    rows_->put_back();
    RecognitionRequest at_once = asked_;
    at_once.titles_allowed = false;
    if (auto next = recognise_sheet(ahead_, at_once)) {
        following_ = std::make_unique<const RecognisedSheet>(std::move(*next));
        return false;
    }
    return rows_->next(row);
}

}  // namespace xiaoan::data
