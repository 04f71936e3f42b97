// SQLite's session extension: recording what a transaction changes, reading changesets, applying them.
#pragma once

#include "data/register/changeset.hpp"
#include "data/register/recorded_tables.hpp"
#include "data/register/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_session;

namespace xiaoan::data {

/// Records every change of the recorded tables from here to its end. It must not outlive the connection.
class Recording {
public:
    explicit Recording(const SQLite::Database& db);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    [[nodiscard]] bool empty() const;
    /// The changeset of everything so far, packed; empty text where nothing changed.
    [[nodiscard]] std::string packed() const;

private:
    sqlite3_session* session_ = nullptr;
};

/// Walks through the rows of a packed changeset, which must outlive it.
class ChangesetReader {
public:
    enum class Operation { added, changed, removed };

    explicit ChangesetReader(Bytes packed);
    ~ChangesetReader();
    ChangesetReader(const ChangesetReader&) = delete;
    ChangesetReader& operator=(const ChangesetReader&) = delete;

    /// The next row; false at the end. Throws SQLite::Exception where the changeset is damaged.
    [[nodiscard]] bool next();

    [[nodiscard]] std::string_view table() const;
    [[nodiscard]] std::size_t group() const;  // of recorded_tables.hpp
    [[nodiscard]] Operation operation() const;
    [[nodiscard]] int columns() const;
    /// The whole number in column 0: the id of the record, or of the case that a rule or event belongs to.
    [[nodiscard]] std::int64_t id() const;
    /// Empty where the changeset does not hold it: a column that did not change, the other side of an addition.
    [[nodiscard]] std::optional<Value> old_value(int column) const;
    [[nodiscard]] std::optional<Value> new_value(int column) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

enum class Way { forward, inverse };

/// Applies a packed changeset within the open transaction, every row or none of it counts: false where any row is not
/// as the changeset expects it or a constraint does not hold; the caller rolls back then. `with_people` = false leaves
/// table person as it is. Throws where SQLite skipped a row without a word (see design.md, traps seen).
[[nodiscard]] bool apply_changeset(const SQLite::Database& db, Bytes packed, Way way, bool with_people = true);

}  // namespace xiaoan::data
