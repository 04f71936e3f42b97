// SQLite's session extension: recording what a transaction changes, reading changesets, applying them.
#pragma once

#include "data/register/changeset.hpp"
#include "data/register/recorded_tables.hpp"
#include "data/register/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_session;

namespace xiaoan::data {

/// Rows that a change adds to one table, in the form of a changeset: its header, then one row after the other.
struct AddedRows {
    std::string header;
    std::string rows;
};

/// Records every change of the recorded tables from here to its end. It must not outlive the connection.
class Recording {
public:
    explicit Recording(const SQLite::Database& db);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// The changeset of everything so far, packed; empty text where nothing changed. Ends the recording.
    [[nodiscard]] std::string packed();

    /// For RecordedInsert, which tells of its rows itself: a table's rows, where `add` collects them.
    [[nodiscard]] AddedRows& added_to(std::string header);
    void add(AddedRows& table, std::string_view row);
    /// Runs a write of which the recording takes no notice.
    void run_unseen(Statement& statement);
    /// A row that was told by `add` was then changed or removed: the changeset is to hold what came of it.
    void join_rows() { joined_ = true; }

private:
    void pack(AddedRows& table);
    [[nodiscard]] std::string packed_jointly();

    sqlite3_session* session_ = nullptr;
    std::list<AddedRows> added_;
    ChangesetPacker packer_;
    bool joined_ = false;
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
