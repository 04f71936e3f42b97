#include "data/register/register.hpp"

#include "data/register/attachment_store.hpp"
#include "data/register/backup.hpp"
#include "data/register/case_table.hpp"
#include "data/register/change_log.hpp"
#include "data/register/conflict_table.hpp"
#include "data/register/connection.hpp"
#include "data/register/edit_state.hpp"
#include "data/register/fault.hpp"
#include "data/register/file_copy.hpp"
#include "data/register/hand_commands.hpp"
#include "data/register/history.hpp"
#include "data/register/known_at.hpp"
#include "data/register/region_table.hpp"
#include "data/register/remembered_headers.hpp"
#include "data/register/snapshot_reader.hpp"
#include "data/register/track_table.hpp"
#include "data/register/undo.hpp"
#include "data/register/verify.hpp"
#include "data/schema/migrations.hpp"

#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

namespace xiaoan::data {

struct Register::State {
    Store store;
};

namespace {

std::string random_id()
{
    std::array<unsigned char, 16> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return hexadecimal(bytes);
}

/// The new register in a file without its name yet; whole when this returns.
void make(Store& store, const Region& region, const Actor& actor)
{
    store.db.exec("PRAGMA journal_mode = WAL");
    migrate(store.db, newest_schema_version());
    store.schema_version = newest_schema_version();
    RecordedChange change(store);
    write_fact(store.db, "id", store.id);
    write_fact(store.db, "name", store.name);
    write_fact(store.db, "demonstration", store.demonstration ? "yes" : "no");
    write_fact(store.db, "desk", std::to_string(store.desk));
    write_fact(store.db, "created_at", actor.at);
    write_fact(store.db, "secret_check", store.secret->check_value(store.id));
    write_region(store.db, region);
    LogEntry entry;
    entry.at = actor.at;
    entry.actor = actor.name;
    entry.command = "init";
    entry.reason = region.name_zh;
    entry.touched = 1;
    change.commit(std::move(entry));
}

}  // namespace

KindSet all_kinds()
{
    return KindSet{}.set();
}

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Register Register::create(const std::string& path, const Region& region, const std::string& name, bool demonstration,
                          const Actor& actor)
{
    if (::access(path.c_str(), F_OK) == 0) throw StoreFault(FaultKind::exists, path, "the file exists");
    const auto secret = std::make_shared<const Secret>(Secret::create(path));
    const std::string unfinished = unfinished_name(path);
    try {
        guarded(path, [&] {
            Store store{unfinished, connect(unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE),
                        secret,     random_id(),
                        name,       demonstration};
            make(store, region, actor);
        });
        give_name(unfinished, path);
    } catch (...) {
        remove_database(unfinished);
        throw;
    }
    return open(path, Access::write);
}

Register Register::open(const std::string& path, Access access)
{
    return Register(std::make_unique<State>(State{open_store(path, access == Access::write)}));
}

Edit Register::edit()
{
    return guarded(path(), [&] { return Edit(std::make_unique<Edit::State>(state_->store)); });
}

namespace {

/// What was put, in words: the kind and the fields, no values, which the change holds itself.
std::string put_words(const PutRecord& asked)
{
    std::string words = asked.kind;
    for (const FieldValue& each : asked.fields) words += (&each == asked.fields.data() ? ": " : ", ") + each.field;
    return words;
}

Result<std::optional<ChangeId>> put(Store& store, const PutRecord& asked, const Actor& actor)
{
    Edit::State edit(store);
    const auto done = put_record(edit, asked);
    if (!done) return std::unexpected(done.error());
    return edit.commit(actor, "put", put_words(asked));
}

Result<std::optional<ChangeId>> retire(Store& store, const RetireRecord& asked, const Actor& actor)
{
    Edit::State edit(store);
    const auto done = retire_record(edit, asked, actor);
    if (!done) return std::unexpected(done.error());
    return edit.commit(actor, "retire", asked.reason);
}

Result<std::optional<ChangeId>> settle(Store& store, const SettleConflict& asked, const Actor& actor)
{
    Edit::State edit(store);
    const auto done = settle_conflict(edit, asked, actor);
    if (!done) return std::unexpected(done.error());
    return edit.commit(actor, "settle_conflict", asked.reason);
}

template <class... Each>
struct Overloaded : Each... {
    using Each::operator()...;
};

}  // namespace

Result<std::optional<ChangeId>> Register::apply(const Command& command, const Actor& actor)
{
    Store& store = state_->store;
    const auto recorded = [&](auto&& work) {
        RecordedChange change(store);
        return work(change);
    };
    return guarded(path(), [&] {
        return std::visit(
            Overloaded{
                [&](const PutRecord& asked) { return put(store, asked, actor); },
                [&](const RetireRecord& asked) { return retire(store, asked, actor); },
                [&](const OpenCases& asked) {
                    return recorded([&](RecordedChange& change) { return open_cases(change, asked, actor); });
                },
                [&](const StepCase& asked) {
                    return recorded([&](RecordedChange& change) { return step_case(change, asked, actor); });
                },
                [&](const SettleConflict& asked) { return settle(store, asked, actor); },
                [&](const UndoChange& asked) {
                    return recorded([&](RecordedChange& change) { return undo_change(change, asked, actor); });
                },
            },
            command);
    });
}

ChangeId Register::note(const Actor& actor, std::string_view what, std::string_view reason)
{
    return guarded(path(), [&] {
        RecordedChange change(state_->store);
        LogEntry entry;
        entry.at = actor.at;
        entry.actor = actor.name;
        entry.command = what;
        entry.reason = reason;
        return change.commit(std::move(entry));
    });
}

std::vector<RememberedHeader> Register::remembered_headers() const
{
    return guarded(path(), [&] { return read_remembered_headers(state_->store); });
}

void Register::remember_headers(std::span<const RememberedHeader> headers, const Actor& actor)
{
    guarded(path(), [&] { data::remember_headers(state_->store, headers, actor); });
}

std::shared_ptr<const Region> Register::region() const
{
    return guarded(path(), [&] { return region_of(state_->store, false); });
}

Snapshot Register::snapshot(KindSet wanted, bool with_map_layers) const
{
    return guarded(path(), [&] { return read_snapshot(state_->store, wanted, with_map_layers); });
}

Snapshot Register::refreshed(const Snapshot& before) const
{
    return guarded(path(), [&] { return refresh_snapshot(state_->store, before); });
}

Result<ChangeId> Register::change_at(Timestamp moment) const
{
    return guarded(path(), [&] { return data::change_at(state_->store, moment); });
}

Register Register::as_known(ChangeId newest) const
{
    return guarded(path(),
                   [&] { return Register(std::make_unique<State>(State{store_as_known(state_->store, newest)})); });
}

std::optional<std::string> Register::attachment(std::string_view sha256) const
{
    return guarded(path(), [&] { return kept_attachment(state_->store.db, sha256); });
}

std::vector<TrackBlock> Register::track_blocks(Timestamp first, Timestamp last) const
{
    return guarded(path(), [&] { return read_track_blocks(state_->store.db, {}, first, last); });
}

RecordedTrack Register::track(std::string_view registration_number, Timestamp first, Timestamp last) const
{
    return guarded(path(), [&] { return read_track(state_->store.db, path(), registration_number, first, last); });
}

std::vector<Change> Register::history(const HistoryRequest& asked) const
{
    return guarded(path(), [&] { return read_history(state_->store, asked); });
}

std::string Register::hash_of(ChangeId change) const
{
    return guarded(path(), [&] { return hash_of_change(state_->store.db, change); });
}

Verification Register::verify() const
{
    return guarded(path(), [&] { return verify_store(state_->store); });
}

void Register::backup(const std::string& target) const
{
    guarded(path(), [&] { back_up(state_->store, target); });
}

const std::string& Register::path() const
{
    return state_->store.path;
}

int Register::schema_version() const
{
    return state_->store.schema_version;
}

}  // namespace xiaoan::data
