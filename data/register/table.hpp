// A table of a snapshot: immutable chunks of rows, shared between the snapshots that did not change them.
#pragma once

#include "data/kinds/cell.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

namespace xiaoan::data {

/// Rows in ascending order of id. Copying a table copies pointers only.
template <class Record>
class Table {
public:
    static constexpr std::size_t rows_a_chunk = 4096;
    using Chunk = std::vector<Record>;

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Record;
        using difference_type = std::ptrdiff_t;
        using pointer = const Record*;
        using reference = const Record&;
        Iterator() = default;
        Iterator(const Table* table, std::size_t chunk) : table_(table), chunk_(chunk) {}
        const Record& operator*() const { return (*table_->chunks_[chunk_])[row_]; }
        const Record* operator->() const { return &**this; }
        Iterator& operator++()
        {
            if (++row_ == table_->chunks_[chunk_]->size()) {
                row_ = 0;
                ++chunk_;
            }
            return *this;
        }
        Iterator operator++(int)
        {
            auto before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const Table* table_ = nullptr;
        std::size_t chunk_ = 0;
        std::size_t row_ = 0;
    };

    Table() = default;
    /// `rows` ascend by id.
    explicit Table(std::vector<Record> rows)
    {
        for (std::size_t first = 0; first < rows.size(); first += rows_a_chunk) {
            const auto last = std::min(rows.size(), first + rows_a_chunk);
            add_chunk(Chunk(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(first)),
                            std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(last))));
        }
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] Iterator begin() const { return Iterator(this, 0); }
    [[nodiscard]] Iterator end() const { return Iterator(this, chunks_.size()); }
    [[nodiscard]] std::span<const std::shared_ptr<const Chunk>> chunks() const { return chunks_; }

    /// The row with this id; null where there is none.
    [[nodiscard]] const Record* find(RecordId id) const
    {
        const auto chunk = std::lower_bound(chunks_.begin(), chunks_.end(), id,
                                            [](const auto& each, RecordId wanted) { return each->back().id < wanted; });
        if (chunk == chunks_.end()) return nullptr;
        const auto row = std::lower_bound((*chunk)->begin(), (*chunk)->end(), id,
                                          [](const Record& each, RecordId wanted) { return each.id < wanted; });
        return row != (*chunk)->end() && row->id == id ? &*row : nullptr;
    }

    /// The same table after the rows in `touched` (ascending, no doubles) were removed and those in `present`
    /// (ascending, each also in `touched`) put in their place. Chunks without a touched row are shared.
    [[nodiscard]] Table patched(std::span<const RecordId> touched, std::vector<Record> present) const
    {
        Table result;
        auto gone = touched.begin();
        auto fresh = present.begin();
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            const Chunk& old = *chunks_[i];
            const bool last_chunk = i + 1 == chunks_.size();
            const auto owns = [&](RecordId id) { return last_chunk || id <= old.back().id; };
            if (gone == touched.end() || !owns(*gone)) {
                result.share_chunk(chunks_[i]);
                continue;
            }
            Chunk merged;
            merged.reserve(old.size() + 1);
            for (const Record& row : old) {
                for (; fresh != present.end() && fresh->id < row.id; ++fresh) merged.push_back(std::move(*fresh));
                while (gone != touched.end() && *gone < row.id) ++gone;
                if (gone != touched.end() && *gone == row.id) {
                    if (fresh != present.end() && fresh->id == row.id) merged.push_back(std::move(*fresh++));
                } else
                    merged.push_back(row);
            }
            while (gone != touched.end() && owns(*gone)) ++gone;
            for (; fresh != present.end() && owns(fresh->id); ++fresh) merged.push_back(std::move(*fresh));
            result.add_rows(std::move(merged));
        }
        if (chunks_.empty()) result.add_rows(std::move(present));
        return result;
    }

private:
    void add_rows(Chunk rows)
    {
        if (rows.size() <= 2 * rows_a_chunk) return add_chunk(std::move(rows));
        const Table split(std::move(rows));
        for (const auto& chunk : split.chunks_) share_chunk(chunk);
    }
    void add_chunk(Chunk rows)
    {
        if (!rows.empty()) share_chunk(std::make_shared<const Chunk>(std::move(rows)));
    }
    void share_chunk(std::shared_ptr<const Chunk> chunk)
    {
        size_ += chunk->size();
        chunks_.push_back(std::move(chunk));
    }

    std::vector<std::shared_ptr<const Chunk>> chunks_;
    std::size_t size_ = 0;
};

}  // namespace xiaoan::data
