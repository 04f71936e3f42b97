// An INSERT whose rows go straight into the changeset of the transaction.
#pragma once

#include "data/register/session.hpp"
#include "data/register/statement.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// The session extension would keep the key of each new row, and read every row anew in the end: of an import that is
/// a third of its time and memory. Here the row is written as it is bound, in the extension's own format.
class RecordedInsert {
public:
    /// Every column of the table is bound, so that no default of the schema can fill one unseen.
    RecordedInsert(const SQLite::Database& db, Recording& recording, std::string_view table);

    /// The names of the table's columns, in their order.
    [[nodiscard]] std::span<const std::string> columns() const { return columns_; }

    /// Each gives the next column of the row; text and bytes must live until it has run. A number becomes what its
    /// column holds.
    void bind_null();
    void bind(std::int64_t value);
    void bind(double value);
    void bind(std::string_view text);
    void bind(Bytes bytes);
    void bind(const Value& value);
    /// Inserts the row whose columns were all bound. Throws as Statement::run; the row is then in no changeset.
    void run();

    /// Whether this row, by the whole number in column 0, was inserted here; ids ascend.
    [[nodiscard]] bool inserted(std::int64_t id) const { return rows_ != 0 && id >= first_; }

private:
    enum class Storage : char { integer, real, text, blob };
    [[nodiscard]] Storage next_column();

    Recording& recording_;
    AddedRows& added_;
    std::vector<std::string> columns_;
    std::vector<Storage> storage_;
    Statement insert_;
    std::string row_;  // as it stands in a changeset
    std::size_t bound_ = 0;
    std::int64_t id_ = 0;
    std::int64_t first_ = 0;
    std::size_t rows_ = 0;
};

}  // namespace xiaoan::data
