// What can be asked of a register: the one door through which it changes.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/cases.hpp"

#include <cstddef>
#include <memory>
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

/// Adds or changes one record by hand. `key` is the natural key, its parts joined by '/'. Another VIN than the recorded
/// one is refused as another vehicle unless it is the `correction` of a mistake.
struct PutRecord {
    std::string kind;
    std::string key;
    std::vector<FieldValue> fields;
    bool correction = false;
    bool only_new = false;  // refused (key_in_use) where the record is there already
};

/// Takes a record out of use; its history stays.
struct RetireRecord {
    std::string kind;
    std::string key;
    std::string reason;
};

/// A file that comes with a step. At most `largest_attachment` bytes.
struct NewAttachment {
    std::string name;  // without folders
    std::shared_ptr<const std::string> bytes;
};
inline constexpr std::size_t largest_attachment = std::size_t{20} << 20U;
inline constexpr std::size_t most_attachments = 20;  // of one step

/// Opens one case: a subject and the department that acts, with the findings it rests on, or none and a matter in
/// words. Where a case of the same subject and department that rests on findings has not ended, the findings it lacks
/// join it instead: its deadline becomes the earlier of both, and it waits to be sent again.
struct OpenCase {
    std::string subject_kind;
    std::string subject_key;
    Adcode county;
    std::string department;
    Date opened_on{};
    DateCell due_on;
    std::vector<CaseRule> rules;
    std::string note;
    std::string matter{};
    std::vector<CaseAddressee> addressees{};
    std::string item{};
    std::string meeting{};
};

/// Several cases opened as one change.
struct OpenCases {
    std::vector<OpenCase> cases;
};

/// One step of a case, but for its opening. Each needs what its life asks for (docs/cases.md): a reply its text, an
/// extension a later day and a reason, a cancellation a reason. `finding_stands` is judged by the
/// caller on the case's rules and the register as of `on`: while it is so, the case is not verified except by a joint
/// check (`document` and `text` say which and what it found), and closed only with a reason.
struct StepCase {
    std::string number;
    CaseStep step{};
    Date on{};
    std::string text{};
    std::string document{};
    DateCell due_on{};  // of an extension: the new deadline
    bool finding_stands = false;
    std::vector<CaseAddressee> addressees{};  // of a letter: in place of those before; none: as they are
    std::vector<NewAttachment> attachments{};
};

/// Carries out what a person decided about records that disagree, and keeps that it was decided: one change. The
/// caller knows the records; `evidence` is their state as it was looked at.
struct SettleConflict {
    std::string conflict;  // its name: same_vin:bus/12/bus/15
    std::string decision;  // kept_first, kept_second, both_right
    std::string evidence;
    std::string reason;
    std::vector<PutRecord> puts{};
    std::vector<RetireRecord> retires{};
    RecordId put_back{};  // of `contested`: what its record held before is put back
};

/// Undoes one change by its inverse, as a new change; refused where a later change touched the same record.
struct UndoChange {
    ChangeId change;
};

using Command = std::variant<PutRecord, RetireRecord, OpenCases, StepCase, SettleConflict, UndoChange>;

}  // namespace xiaoan::data
