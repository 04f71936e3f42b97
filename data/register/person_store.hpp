// Table person: personal texts found by their keyed hash, sealed where they are written, opened where they are shown.
#pragma once

#include "data/kinds/field.hpp"
#include "data/register/id_counter.hpp"
#include "data/register/people.hpp"
#include "data/register/recorded_insert.hpp"
#include "data/register/secret.hpp"
#include "data/register/statement.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// Licence numbers have one row wherever they stand; names and phones one for each record and field.
[[nodiscard]] constexpr bool is_shared(FieldType type)
{
    return type == FieldType::licence_number;
}

/// A row `person.id, digest, sealed, person_key.wrapped` as a snapshot keeps it.
[[nodiscard]] SealedText sealed_text(const Statement& row);

/// Reads personal texts straight from the register, for keys and for history.
class PersonReader {
public:
    PersonReader(const SQLite::Database& db, const Secret& secret);
    /// The row of a text that has one row wherever it stands; empty where there is none.
    [[nodiscard]] std::optional<std::int64_t> find_shared(std::string_view text);
    /// Whether this row holds this text.
    [[nodiscard]] bool holds(std::int64_t person, FieldType type, std::string_view text);
    /// As anyone may see it; *** where it was erased.
    [[nodiscard]] std::string masked(std::int64_t person, FieldType type);

protected:
    /// One row asks up to three times for the same number.
    [[nodiscard]] const Digest& shared_digest(std::string_view text);
    const Secret& secret_;

private:
    std::string digested_;
    Digest digest_of_digested_{};
    Statement find_shared_;
    Statement digest_;
    Statement sealed_;
};

class PersonStore : public PersonReader {
public:
    PersonStore(const SQLite::Database& db, const Secret& secret, IdCounter& ids, Recording& recording);
    /// The row of a text: a shared one is found or added, any other added.
    [[nodiscard]] std::int64_t add(std::string_view text, FieldType type);

private:
    void refill();
    IdCounter& ids_;
    Recording& recording_;
    RecordedInsert insert_;
    Statement insert_key_;  // of a table that the log does not record
    static constexpr std::size_t random_a_person = Secret::key_bytes + 24;
    std::array<unsigned char, 512 * random_a_person> random_{};  // one seed from the system for many people
    std::size_t random_used_ = random_.size();
};

}  // namespace xiaoan::data
