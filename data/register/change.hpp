// The log of changes as people read it: who changed what, when, from which file, field by field.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/commands.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::data {

/// One field before and after. A personal text stands masked.
struct FieldChange {
    std::string field;
    Value old_value;
    Value new_value;
};

/// One record that a change touched. `kind` is the plural key of its kind, or "cases", "sources", "region".
struct RecordChange {
    std::string kind;
    std::string key;
    enum class What { added, changed, removed } what = What::changed;
    std::vector<FieldChange> fields;
    RecordId id{};  // of several records that bear the key in turn, this one
    // Where the change says anew from which file and row the record has its values; source 0: entered by hand.
    std::optional<std::int64_t> source{};
    std::optional<std::int32_t> row{};
};

struct Change {
    ChangeId id;
    std::string at;
    std::string actor;
    std::string command;  // the command's word: import, put, open_cases, undo
    std::string reason;   // in words: the file and its counts, the field that was put, the change undone
    std::string file;     // empty where no file was read
    std::optional<ChangeId> undoes;
    std::size_t touched = 0;            // how many records
    std::vector<RecordChange> records;  // as many as were asked for
    std::string hash;                   // hexadecimal, over the one before it and all of this
};

struct HistoryRequest {
    std::optional<std::string> kind;  // with key: only changes that touched this record
    std::string key;
    std::optional<ChangeId> before;  // older than this one
    std::size_t most = 0;            // 0: all
    std::size_t most_records = 0;    // of each change; 0: all
};

/// What `verify` found. Sound when `problems` is empty.
struct Verification {
    std::size_t changes = 0;
    std::string head;  // hash of the last change
    struct Problem {
        std::string what;  // stable word: chain_broken, record_differs, integrity, migration, attachment, track
        std::optional<ChangeId> change;
        std::string detail;
    };
    std::vector<Problem> problems;
    [[nodiscard]] bool sound() const { return problems.empty(); }
};

}  // namespace xiaoan::data
