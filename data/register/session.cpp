// The C interface of the session extension is used in this file only. Its declarations appear with these two names.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "data/register/session.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <exception>

namespace xiaoan::data {

namespace {

void check(const SQLite::Database& db, int answer)
{
    if (answer != SQLITE_OK) throw SQLite::Exception(db.getHandle(), answer);
}

/// What a callback threw, kept while SQLite's C frames unwind by their return codes.
struct Input {
    explicit Input(Bytes packed) : bytes(packed) {}
    ChangesetUnpacker bytes;
    std::exception_ptr thrown;

    static int read(void* self, void* data, int* size)
    {
        auto& input = *static_cast<Input*>(self);
        try {
            *size = static_cast<int>(
                input.bytes.read({static_cast<unsigned char*>(data), static_cast<std::size_t>(*size)}));
            return SQLITE_OK;
        } catch (...) {
            input.thrown = std::current_exception();
            return SQLITE_CORRUPT;
        }
    }
    void rethrow() const
    {
        if (thrown) std::rethrow_exception(thrown);
    }
};

struct Output {
    ChangesetPacker& packer;
    std::exception_ptr thrown{};

    static int write(void* self, const void* data, int size)
    {
        auto& output = *static_cast<Output*>(self);
        try {
            output.packer.add({static_cast<const unsigned char*>(data), static_cast<std::size_t>(size)});
            return SQLITE_OK;
        } catch (...) {
            output.thrown = std::current_exception();
            return SQLITE_IOERR;
        }
    }
    void check(int answer) const
    {
        if (thrown) std::rethrow_exception(thrown);
        if (answer != SQLITE_OK) throw SQLite::Exception("the session gives no changeset", answer);
    }
};

std::optional<Value> value_of(sqlite3_value* value)
{
    if (value == nullptr) return std::nullopt;
    const auto bytes = [&] { return static_cast<std::size_t>(sqlite3_value_bytes(value)); };
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return Value{std::int64_t{sqlite3_value_int64(value)}};
    case SQLITE_FLOAT: return Value{sqlite3_value_double(value)};
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return Value{std::string{text, bytes()}};
    }
    case SQLITE_BLOB: {
        const auto* blob = static_cast<const char*>(sqlite3_value_blob(value));
        return Value{blob == nullptr ? std::string{} : std::string{blob, bytes()}};
    }
    default: return Value{};
    }
}

}  // namespace

Recording::Recording(const SQLite::Database& db)
{
    check(db, sqlite3session_create(db.getHandle(), "main", &session_));
    for (const RecordedTable& table : recorded_tables)
        check(db, sqlite3session_attach(session_, std::string{table.name}.c_str()));
}

Recording::~Recording()
{
    sqlite3session_delete(session_);
}

AddedRows& Recording::added_to(std::string header)
{
    return added_.emplace_back(std::move(header), std::string{});
}

void Recording::run_unseen(Statement& statement)
{
    sqlite3session_enable(session_, 0);
    try {
        statement.run();
    } catch (...) {
        sqlite3session_enable(session_, 1);
        throw;
    }
    sqlite3session_enable(session_, 1);
}

void Recording::add(AddedRows& table, std::string_view row)
{
    constexpr std::size_t block_bytes = 256 * 1024;  // the rows of several tables take turns in such blocks
    if (table.rows.empty()) table.rows = table.header;
    table.rows += row;
    if (table.rows.size() >= block_bytes) pack(table);
}

void Recording::pack(AddedRows& table)
{
    packer_.add({reinterpret_cast<const unsigned char*>(table.rows.data()), table.rows.size()});
    table.rows.clear();
}

std::string Recording::packed()
{
    for (AddedRows& table : added_)
        if (!table.rows.empty()) pack(table);
    if (joined_) return packed_jointly();
    Output output{packer_};
    output.check(sqlite3session_changeset_strm(session_, &Output::write, &output));
    return packer_.finish();
}

/// What was added and then changed becomes one row. Takes the memory of the whole changeset.
std::string Recording::packed_jointly()
{
    struct Group {
        Group() { check(sqlite3changegroup_new(&group)); }
        ~Group() { sqlite3changegroup_delete(group); }
        Group(const Group&) = delete;
        Group& operator=(const Group&) = delete;
        static void check(int answer)
        {
            if (answer != SQLITE_OK) throw SQLite::Exception("changesets could not be joined", answer);
        }
        sqlite3_changegroup* group = nullptr;
    } joined;
    const std::string added = packer_.finish();
    Input input(Bytes{reinterpret_cast<const unsigned char*>(added.data()), added.size()});
    const int taken = sqlite3changegroup_add_strm(joined.group, &Input::read, &input);
    input.rethrow();
    Group::check(taken);

    int size = 0;
    void* changes = nullptr;
    const int told = sqlite3session_changeset(session_, &size, &changes);
    const std::unique_ptr<void, decltype(&sqlite3_free)> owned(changes, &sqlite3_free);
    Group::check(told);
    Group::check(sqlite3changegroup_add(joined.group, size, changes));

    ChangesetPacker packer;
    Output output{packer};
    output.check(sqlite3changegroup_output_strm(joined.group, &Output::write, &output));
    return packer.finish();
}

struct ChangesetReader::State {
    explicit State(Bytes packed) : input(packed) {}
    ~State() { sqlite3changeset_finalize(iterator); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Input input;
    sqlite3_changeset_iter* iterator = nullptr;
    const char* table = nullptr;
    std::string grouped_table;
    std::size_t group = group_count;
    int columns = 0;
    int operation = 0;
};

ChangesetReader::ChangesetReader(Bytes packed) : state_(std::make_unique<State>(packed))
{
    if (packed.empty()) return;
    const int answer = sqlite3changeset_start_strm(&state_->iterator, &Input::read, &state_->input);
    state_->input.rethrow();
    if (answer != SQLITE_OK) throw SQLite::Exception("a changeset of the log is damaged", answer);
}
ChangesetReader::~ChangesetReader() = default;

bool ChangesetReader::next()
{
    State& state = *state_;
    if (state.iterator == nullptr) return false;
    const int answer = sqlite3changeset_next(state.iterator);
    state.input.rethrow();
    if (answer == SQLITE_DONE) return false;
    if (answer != SQLITE_ROW) throw SQLite::Exception("a changeset of the log is damaged", answer);
    int indirect = 0;
    sqlite3changeset_op(state.iterator, &state.table, &state.columns, &state.operation, &indirect);
    if (state.grouped_table != state.table) {
        state.grouped_table = state.table;
        state.group = group_of_table(state.grouped_table);
    }
    return true;
}

std::string_view ChangesetReader::table() const
{
    return state_->grouped_table;
}

std::size_t ChangesetReader::group() const
{
    return state_->group;
}

ChangesetReader::Operation ChangesetReader::operation() const
{
    return state_->operation == SQLITE_INSERT   ? Operation::added
           : state_->operation == SQLITE_DELETE ? Operation::removed
                                                : Operation::changed;
}

int ChangesetReader::columns() const
{
    return state_->columns;
}

std::int64_t ChangesetReader::id() const
{
    sqlite3_value* value = nullptr;
    if (state_->operation == SQLITE_INSERT)
        sqlite3changeset_new(state_->iterator, 0, &value);
    else
        sqlite3changeset_old(state_->iterator, 0, &value);
    return value == nullptr ? 0 : sqlite3_value_int64(value);
}

std::optional<Value> ChangesetReader::old_value(int column) const
{
    if (state_->operation == SQLITE_INSERT || column >= state_->columns) return std::nullopt;
    sqlite3_value* value = nullptr;
    sqlite3changeset_old(state_->iterator, column, &value);
    return value_of(value);
}

std::optional<Value> ChangesetReader::new_value(int column) const
{
    if (state_->operation == SQLITE_DELETE || column >= state_->columns) return std::nullopt;
    sqlite3_value* value = nullptr;
    sqlite3changeset_new(state_->iterator, column, &value);
    return value_of(value);
}

namespace {

constexpr std::string_view people_table = "person";

/// Rows of a changeset that an application is to touch.
std::int64_t rows_of(Bytes packed, bool with_people)
{
    std::int64_t rows = 0;
    for (ChangesetReader reader(packed); reader.next();)
        if (with_people || reader.table() != people_table) ++rows;
    return rows;
}

}  // namespace

bool apply_changeset(const SQLite::Database& db, Bytes packed, Way way, bool with_people)
{
    if (packed.empty()) return true;
    const auto abort_at_conflict = [](void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; };
    const auto all_but_people = [](void*, const char* table) { return table == people_table ? 0 : 1; };
    Input input(packed);
    const auto before = sqlite3_total_changes64(db.getHandle());
    const int answer = sqlite3changeset_apply_v2_strm(
        db.getHandle(), &Input::read, &input, with_people ? nullptr : +all_but_people, +abort_at_conflict, nullptr,
        nullptr, nullptr, way == Way::inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0);
    input.rethrow();
    if (answer == SQLITE_ABORT || (answer & 0xff) == SQLITE_CONSTRAINT) return false;
    check(db, answer);
    if (sqlite3_total_changes64(db.getHandle()) - before != rows_of(packed, with_people))
        throw SQLite::Exception("the session left out rows of a changeset", SQLITE_SCHEMA);
    return true;
}

}  // namespace xiaoan::data
