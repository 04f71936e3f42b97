// A prepared SQL statement of the register's own files: bound and read without copies or allocations.
#pragma once

#include "data/kinds/cell.hpp"

#include <SQLiteCpp/Database.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace xiaoan::data {

using Bytes = std::span<const unsigned char>;

/// Throws SQLite::Exception wherever SQLite does not answer OK; `guarded` turns that into StoreFault at the edge.
class Statement {
public:
    Statement(const SQLite::Database& db, std::string_view sql);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Parameters count from 1. Text and bytes are not copied: they must live until the statement has run.
    void bind_null(int index);
    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bind(int index, Bytes bytes);
    /// Nothing given and Cleared are both NULL.
    void bind(int index, const Value& value);

    /// True with a row to read, false at the end, where the statement is ready to be bound anew.
    bool step();
    /// Runs a statement that yields no rows.
    void run();
    void reset() noexcept;

    /// Columns count from 0; the views hold until the next step or reset.
    [[nodiscard]] bool is_null(int column) const noexcept;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] double number(int column) const noexcept;
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] Bytes blob(int column) const noexcept;
    /// Whether a column holds the same, type and all, as in the other statement's row.
    [[nodiscard]] bool same(const Statement& other, int column) const noexcept;
    /// As stored; bytes stand as a string.
    [[nodiscard]] Value value(int column) const;

private:
    void check(int answer) const;
    sqlite3_stmt* statement_ = nullptr;
};

/// The only value of a query's only row. Throws SQLite::Exception where there is none.
[[nodiscard]] std::int64_t integer_of(const SQLite::Database& db, std::string_view sql);
[[nodiscard]] std::string text_of(const SQLite::Database& db, std::string_view sql);

}  // namespace xiaoan::data
