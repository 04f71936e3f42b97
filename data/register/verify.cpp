#include "data/register/verify.hpp"

#include "data/register/attachment_store.hpp"
#include "data/register/change_log.hpp"
#include "data/register/kept_template.hpp"
#include "data/register/read_transaction.hpp"
#include "data/register/record_names.hpp"
#include "data/register/track_table.hpp"
#include "data/schema/migrations.hpp"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace xiaoan::data {

namespace {

constexpr std::size_t most_problems_a_table = 10;

void check_file(const SQLite::Database& db, Verification& found)
{
    Statement integrity(db, "PRAGMA integrity_check");
    while (integrity.step())
        if (integrity.text(0) != "ok")
            found.problems.push_back({"integrity", std::nullopt, std::string{integrity.text(0)}});
    Statement references(db, "PRAGMA foreign_key_check");
    while (references.step())
        found.problems.push_back({"integrity", std::nullopt,
                                  fmt::format("{} row {} refers to nothing in {}", references.text(0),
                                              references.integer(1), references.text(2))});
}

/// Recomputes every hash. False where the log cannot be trusted.
bool check_chain(const SQLite::Database& db, Verification& found)
{
    ChainHash before = chain_start(db);
    Statement rows(db, fmt::format("SELECT {} FROM change ORDER BY id", log_columns));
    bool sound = true;
    while (rows.step()) {
        const LogEntry entry = log_entry(rows);
        ++found.changes;
        const auto broken = [&](std::string detail) {
            found.problems.push_back({"chain_broken", ChangeId{entry.id}, std::move(detail)});
            sound = false;
        };
        if (entry.id != static_cast<std::int64_t>(found.changes)) broken("entries before this one are missing");
        const ChainHash stored = stored_hash(rows);
        if (chain_hash(before, entry) != stored) broken("its hash is not that of its content");
        if (!sound) return false;
        before = stored;
    }
    found.head = hexadecimal(before);
    if (found.changes == 0) found.problems.push_back({"chain_broken", std::nullopt, "the log is empty"});
    return found.changes != 0;
}

/// The log played from an empty register, migrations in their places. False where it cannot be.
bool replay(const SQLite::Database& db, SQLite::Database& into, Verification& found)
{
    Statement rows(db, fmt::format("SELECT {} FROM change ORDER BY id", log_columns));
    while (rows.step()) {
        const std::int64_t id = rows.integer(0);
        try {
            const auto version = static_cast<int>(rows.integer(6));
            if (version > newest_schema_version()) throw SQLite::Exception("a version that this program does not know");
            migrate(into, version);
        } catch (const SQLite::Exception& failure) {
            found.problems.push_back({"migration", ChangeId{id}, failure.what()});
            return false;
        }
        std::string failed;
        try {
            SQLite::Transaction transaction(into);
            if (apply_changeset(into, rows.blob(9), Way::forward))
                transaction.commit();
            else
                failed = "its rows do not fit what came before";
        } catch (const SQLite::Exception& failure) {
            failed = failure.what();
        }
        if (!failed.empty()) {
            found.problems.push_back({"chain_broken", ChangeId{id}, failed});
            return false;
        }
    }
    migrate(into, newest_schema_version());
    return true;
}

/// The newest change that touched a record.
std::optional<ChangeId> last_change_of(const SQLite::Database& db, RecordRef record)
{
    Statement rows(db, "SELECT id, changeset FROM change ORDER BY id DESC");
    while (rows.step())
        for (ChangesetReader reader(rows.blob(1)); reader.next();)
            if (record_of(reader) == record) return ChangeId{rows.integer(0)};
    return std::nullopt;
}

/// Compares one table of the register with the replayed one, row by row in the order of its key.
class TableComparison {
public:
    TableComparison(const Store& store, const SQLite::Database& replayed, const RecordedTable& table,
                    RecordNames& names, Verification& found)
        : store_(store),
          table_(table),
          names_(names),
          found_(found),
          held_(store.db, select(table)),
          told_(replayed, select(table)),
          columns_(static_cast<int>(names.columns(table.name).size()))
    {
    }

    void run()
    {
        bool held = held_.step(), told = told_.step();
        while (held || told) {
            const int order = !held ? 1 : !told ? -1 : key_order();
            if (order < 0) problem(held_, "is in no change");
            if (order > 0) problem(told_, "is missing");
            if (order == 0)
                for (int i = 0; i < columns_; ++i)
                    if (!held_.same(told_, i)) {
                        problem(held_, names_.columns(table_.name)[static_cast<std::size_t>(i)]);
                        break;
                    }
            if (order <= 0) held = held_.step();
            if (order >= 0) told = told_.step();
        }
        if (problems_ > most_problems_a_table)
            found_.problems.push_back({"record_differs", std::nullopt,
                                       fmt::format("{}: {} more", table_.name, problems_ - most_problems_a_table)});
    }

private:
    static bool has_two_part_key(const RecordedTable& table)
    {
        return (table.group == cases_group && table.name != "supervision_case") || table.name == "contested_value" ||
               (table.group == checks_group && table.name != "checked_vehicle");
    }
    static std::string select(const RecordedTable& table)
    {
        return fmt::format("SELECT * FROM {} ORDER BY {}", quoted(table.name), has_two_part_key(table) ? "1, 2" : "1");
    }
    [[nodiscard]] int key_order() const
    {
        for (int i = 0; i < (has_two_part_key(table_) ? 2 : 1); ++i) {
            const Value held = held_.value(i), told = told_.value(i);
            if (held != told) return held < told ? -1 : 1;
        }
        return 0;
    }
    void problem(const Statement& row, std::string_view what)
    {
        if (++problems_ > most_problems_a_table) return;
        const RecordRef record{table_.group, table_.group == region_group ? 0 : row.integer(0)};
        found_.problems.push_back({"record_differs", last_change_of(store_.db, record),
                                   fmt::format("{} {}: {}", table_.name, names_.name(record), what)});
    }

    const Store& store_;
    const RecordedTable& table_;
    RecordNames& names_;
    Verification& found_;
    Statement held_;
    Statement told_;
    int columns_;
    std::size_t problems_ = 0;
};

/// Every file that a case or a photo names, and the template of letters, is kept and is what its hash says. The log
/// holds the hash only.
void check_attachments(const Store& store, Verification& found)
{
    Statement named(store.db, "SELECT DISTINCT sha256, name, number FROM (SELECT sha256, name, number, case_id, n"
                              " FROM case_attachment JOIN supervision_case ON case_id = id ORDER BY case_id, n)"
                              " UNION ALL SELECT sha256, name, water FROM water_photo");
    while (named.step())
        if (!kept_attachment(store.db, named.text(0)))
            found.problems.push_back(
                {"attachment", std::nullopt, fmt::format("{} {}: {}", named.text(2), named.text(1), named.text(0))});
    Statement letters(store.db, "SELECT value, source FROM setting WHERE name = ?1");
    letters.bind(1, template_setting);
    if (letters.step() && !kept_attachment(store.db, letters.text(0)))
        found.problems.push_back({"attachment", std::nullopt, fmt::format("{}: {}", letters.text(1), letters.text(0))});
}

/// Every block of a track holds what its hash says. The log holds the hash only.
void check_tracks(const Store& store, Verification& found)
{
    check_track_contents(store.db, [&](std::string_view number, std::string_view sha256) {
        found.problems.push_back({"track", std::nullopt, fmt::format("{}: {}", number, sha256)});
    });
}

/// Every personal text that was not erased opens under its key. The keys are in no change, so the log cannot tell.
void check_people(const Store& store, RecordNames& names, Verification& found)
{
    std::size_t unreadable = 0;
    Statement people(store.db, "SELECT id, digest, sealed, wrapped FROM person JOIN person_key ON person = id");
    while (people.step()) {
        const auto key = store.secret->unwrap(people.blob(3), people.integer(0));
        if (key && Secret::open(people.blob(2), *key, people.blob(1))) continue;
        const RecordRef record{people_group, people.integer(0)};
        if (++unreadable <= most_problems_a_table)
            found.problems.push_back({"record_differs", last_change_of(store.db, record),
                                      fmt::format("person {}: its text cannot be opened", names.name(record))});
    }
}

}  // namespace

Verification verify_store(const Store& store)
{
    const ReadTransaction one_moment(store.db);
    Verification found;
    check_file(store.db, found);
    if (!check_chain(store.db, found)) return found;
    SQLite::Database replayed(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!replay(store.db, replayed, found)) return found;
    RecordNames names(store);
    for (const RecordedTable& table : recorded_tables) TableComparison(store, replayed, table, names, found).run();
    check_people(store, names, found);
    check_attachments(store, found);
    check_tracks(store, found);
    return found;
}

}  // namespace xiaoan::data
