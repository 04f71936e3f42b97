// The form of one record: each field as it is typed, checked as intake checks a cell, and the command that it makes.
#pragma once

#include "console/language/language.hpp"
#include "data/intake/cell_value.hpp"
#include "data/intake/issue.hpp"
#include "data/register/commands.hpp"
#include "data/register/record_rows.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::records {

/// One field of a form.
struct EntryField {
    std::string typed;                    // as it stands in its box; of a personal field nothing until it is typed anew
    std::string masked;                   // what is recorded of a personal field, as anyone may see it
    data::Value recorded;                 // what the record holds; of a personal field nothing
    data::Value value;                    // what the typed text says; Cleared where it says nothing
    data::PersonRef chosen;               // of a personal field: the text chosen from the register, which nobody typed
    std::string chosen_masked;            // the same as anyone may see it
    std::optional<data::RowIssue> issue;  // why the text is refused, or what is doubtful about it
    bool touched = false;                 // left once: its issue may be shown
    bool cleared = false;                 // of a personal field: what is recorded is to be taken out

    [[nodiscard]] bool refused() const { return issue && issue->severity == data::IssueSeverity::refused; }
};

/// A field that has been changed, before and after as they are shown.
struct EntryChange {
    std::size_t field = 0;
    std::string before;
    std::string after;
};

class EntryForm {
public:
    /// For a new record.
    EntryForm(std::shared_ptr<const data::Snapshot> snapshot, const data::KindInfo& kind, language::Language language);
    /// For a record in use; empty where there is none of this id.
    [[nodiscard]] static std::optional<EntryForm> of(std::shared_ptr<const data::Snapshot> snapshot,
                                                     const data::KindInfo& kind, data::RecordId id,
                                                     language::Language language);

    [[nodiscard]] const data::KindInfo& kind() const { return *kind_; }
    [[nodiscard]] std::optional<data::RecordId> id() const { return id_; }
    /// The key of the record as it may be shown; empty for a new one.
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const data::Snapshot& snapshot() const { return *snapshot_; }
    [[nodiscard]] const EntryField& field(std::size_t index) const { return fields_[index]; }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }

    /// What stands in the box of a field from now on.
    void type(std::size_t field, std::string text);
    /// A value that is chosen rather than typed: a word, an answer, a county; nothing given takes it out.
    void choose(std::size_t field, const data::Value& value);
    /// A personal text that is in the register already, chosen by its masked form.
    void choose_person(std::size_t field, data::PersonRef person, std::string masked);
    /// Takes out what is recorded of a personal field, or leaves it after all.
    void clear_person(std::size_t field, bool cleared);
    /// The field was left: what is wrong with it may be said.
    void leave(std::size_t field);
    /// Shows everything that is wrong, as before saving.
    void touch_all();
    /// Another VIN is the correction of a mistake, not another vehicle.
    bool correction = false;

    [[nodiscard]] bool is_changed(std::size_t field) const;
    [[nodiscard]] bool is_changed() const;
    /// Another VIN than the recorded one is typed.
    [[nodiscard]] bool changes_vin() const;
    /// The record in use that bears the key which was typed for a new one, or to which another record's was changed.
    [[nodiscard]] std::optional<data::RecordId> twin() const { return twin_; }
    /// The fields that keep it from being saved, in the order of the kind.
    [[nodiscard]] std::vector<std::size_t> problems() const;
    [[nodiscard]] std::vector<EntryChange> changes(language::Language language) const;
    /// What saving asks of the register; call it only where there are no problems. Holds personal texts in clear.
    [[nodiscard]] data::PutRecord command() const;
    /// The record's key in clear, for commands; empty for a new one.
    [[nodiscard]] const std::string& key() const { return key_; }

    /// A recorded value as it would be typed: 2026-03-01, 无, 长期, 36.
    [[nodiscard]] static std::string typed_text(const data::FieldInfo& field, const data::Value& value,
                                                language::Language language);

private:
    void check(std::size_t field);
    void check_position();
    void find_twin();
    void find_twin_after(std::size_t field);
    [[nodiscard]] data::Value given(std::size_t field) const;

    std::shared_ptr<const data::Snapshot> snapshot_;
    const data::KindInfo* kind_;
    language::Language language_;
    data::CellContext context_;
    std::optional<data::RecordId> id_;
    std::string key_;
    std::string title_;
    std::vector<EntryField> fields_;
    std::optional<data::RecordId> twin_;
};

}  // namespace xiaoan::records
