// What can be asked of a register: the one door through which it changes.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/cases.hpp"

#include <string>
#include <variant>
#include <vector>

namespace xiaoan::data {

/// Who asks, and when: ISO 8601 with offset, 2026-11-23T09:15:02+08:00.
struct Actor {
    std::string name;
    std::string at;
};

/// The number of an entry of the log of changes.
struct ChangeId {
    std::int64_t value = 0;
    friend constexpr auto operator<=>(const ChangeId&, const ChangeId&) = default;
};

struct FieldValue {
    std::string field;  // its key
    Value value;        // Cleared takes out what is recorded
};

/// Adds or changes one record by hand. `key` is the natural key, its parts joined by '/'.
struct PutRecord {
    std::string kind;
    std::string key;
    std::vector<FieldValue> fields;
};

/// Takes a record out of use; its history stays.
struct RetireRecord {
    std::string kind;
    std::string key;
    std::string reason;
};

/// Opens one case: a subject and the department that acts, with the findings it rests on (none for one made by hand).
struct OpenCase {
    std::string subject_kind;
    std::string subject_key;
    Adcode county;
    std::string department;
    Date opened_on{};
    DateCell due_on;
    std::vector<CaseRule> rules;
    std::string note;
};

/// Several cases opened as one change.
struct OpenCases {
    std::vector<OpenCase> cases;
};

struct ReplyCase {
    std::string number;
    std::string text;
};

/// `finding_stands` is judged by the caller on the case's rules and today's register; without a reason such a case
/// cannot be closed.
struct CloseCase {
    std::string number;
    std::string reason;
    Date closed_on{};
    bool finding_stands = false;
};

/// Undoes one change by its inverse, as a new change; refused where a later change touched the same record.
struct UndoChange {
    ChangeId change;
};

using Command = std::variant<PutRecord, RetireRecord, OpenCases, ReplyCase, CloseCase, UndoChange>;

}  // namespace xiaoan::data
