#include "data/register/connection.hpp"
#include "data/register/record_finder.hpp"
#include "data/register/session.hpp"
#include "tests/data/register/a_register.hpp"
#include "tests/data/register/told.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// Something in every field; `n` makes the key its own.
std::vector<Value> full_row(const KindInfo& kind, int n)
{
    std::vector<Value> values;
    for (const FieldInfo& field : kind.fields) {
        switch (field.type) {
        case FieldType::county: values.push_back(text("220881")); break;
        case FieldType::word: values.push_back(text(field.words.front().word)); break;
        case FieldType::answer: values.push_back(text("no")); break;
        case FieldType::count: values.push_back(Value{std::int64_t{n}}); break;
        case FieldType::number: values.push_back(Value{std::int64_t{36}}); break;  // a whole number in a REAL column
        case FieldType::longitude: values.push_back(Value{122.5}); break;
        case FieldType::latitude: values.push_back(Value{-0.0}); break;
        case FieldType::date: values.push_back(text("2026-03-01")); break;
        case FieldType::time: values.push_back(text("06:40")); break;
        case FieldType::timestamp: values.push_back(text("2026-03-01T06:40:00")); break;
        case FieldType::weekdays: values.push_back(text("12345")); break;
        default: values.push_back(fmt::format("{}'{}\u4e2d{}", field.key, std::string(n % 300, 'x'), n)); break;
        }
    }
    return values;
}

/// All rows of a change as its changeset holds them: table, operation, values.
std::vector<std::string> rows_of_change(const std::string& path, std::int64_t change)
{
    const auto db = connect(path, SQLITE_OPEN_READONLY);
    Statement read(db, "SELECT changeset FROM change WHERE id = ?1");
    read.bind(1, change);
    REQUIRE(read.step());
    std::vector<std::string> rows;
    for (ChangesetReader reader(read.blob(0)); reader.next();)
        rows.push_back(fmt::format("{} {} {}", reader.table(), static_cast<int>(reader.operation()), reader.id()));
    return rows;
}

/// Whether a change holds every column of a record just as the table does, and nothing of the record before.
void check_told(const std::string& path, const KindInfo& kind)
{
    const auto db = connect(path, SQLITE_OPEN_READONLY);
    Statement read(db, "SELECT changeset FROM change ORDER BY id DESC LIMIT 1");
    REQUIRE(read.step());
    std::size_t seen = 0;
    for (ChangesetReader reader(read.blob(0)); reader.next();) {
        CAPTURE(std::string{reader.table()});
        CHECK(reader.operation() == ChangesetReader::Operation::added);
        Statement held(db, fmt::format("SELECT * FROM {} WHERE rowid = ?1", quoted(reader.table())));
        held.bind(1, reader.id());
        REQUIRE(held.step());
        for (int column = 0; column < reader.columns(); ++column) {
            CAPTURE(column);
            CHECK_FALSE(reader.old_value(column).has_value());
            CHECK(reader.new_value(column) == held.value(column));
        }
        if (reader.table() == kind.singular) ++seen;
    }
    CHECK(seen == 2);
}

}  // namespace

TEST_CASE("a new record of any kind stands in its change as it stands in its table", "[register]")
{
    for (const KindInfo* kind : kinds()) {
        CAPTURE(kind->key);
        const Folder folder;
        auto in = a_new_register(folder);
        Edit edit = in.edit();
        const auto source = edit.add_source({"台账.csv", "表1", "00", std::string{kind->key}}, coordinator);
        REQUIRE(edit.put(*kind, full_row(*kind, 1), Origin{source, 2}));
        REQUIRE(edit.put(*kind, full_row(*kind, 200), Origin{}));
        REQUIRE(edit.commit(coordinator, "import", ""));
        check_told(in.path(), *kind);
        CHECK(in.verify().sound());
        CHECK(in.apply(UndoChange{ChangeId{2}}, coordinator));
        CHECK(in.verify().sound());
    }
}

TEST_CASE("a record added and then changed in one edit is one new record in the log", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G00001", {{"seats", std::int64_t{30}}}));
    const auto before = told(in.snapshot());
    Edit edit = in.edit();
    REQUIRE(edit.put(kind_info<Bus>, a_bus("吉G00002", {{"seats", std::int64_t{36}}}), Origin{}));
    REQUIRE(edit.put(kind_info<Bus>, a_bus("吉G00001", {{"seats", std::int64_t{31}}}), Origin{}));
    REQUIRE(edit.put(kind_info<Bus>, a_bus("吉G00002", {{"seats", std::int64_t{40}}}), Origin{}));
    REQUIRE(edit.put(kind_info<Driver>, a_driver("220802198001010010", "赵小伟"), Origin{}));
    REQUIRE(edit.commit(coordinator, "import", "") == ChangeId{3});
    const auto rows = rows_of_change(in.path(), 3);
    const auto bus = [](int n) { return (std::int64_t{1} << 40) + n; };
    CHECK(rows.size() == 5);  // two buses, a driver, two people
    CHECK(std::ranges::count(rows, fmt::format("bus 0 {}", bus(2))) == 1);
    CHECK(std::ranges::count(rows, fmt::format("bus 1 {}", bus(1))) == 1);
    CHECK(in.verify().sound());
    REQUIRE(in.apply(UndoChange{ChangeId{3}}, coordinator));
    const auto after = in.snapshot();
    CHECK(after.all<Bus>().size() == 1);
    CHECK(after.all<Bus>().begin()->seats == 30);
    CHECK(told(in.as_known(ChangeId{2}).snapshot()) == before);
}

TEST_CASE("a vehicle replaced twice in one edit leaves a log that tells the same", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G00001", {{"vin", text("LZYTATE66G1000001")}}));
    Edit edit = in.edit();
    for (const char* vin : {"LZYTATE66G1000002", "LZYTATE66G1000003"})
        REQUIRE(edit.put(kind_info<Bus>, a_bus("吉G00001", {{"vin", text(vin)}}), Origin{}, true));
    REQUIRE(edit.commit(coordinator, "import", ""));
    CHECK(in.snapshot().all<Bus>().begin()->vin == "LZYTATE66G1000003");
    CHECK(in.verify().sound());
    REQUIRE(in.apply(UndoChange{ChangeId{3}}, coordinator));
    CHECK(in.snapshot().all<Bus>().begin()->vin == "LZYTATE66G1000001");
    CHECK(in.verify().sound());
}

TEST_CASE("a row that the register refuses is in no change", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto permit = [](std::string_view number, std::string_view applied) {
        return row(
            kind_info<Permit>,
            {{"number", text(number)}, {"registration_number", text("吉G00001")}, {"applied_on", text(applied)}});
    };
    Edit edit = in.edit();
    REQUIRE(edit.put(kind_info<Permit>, permit("A", "2026-03-01"), Origin{}));
    CHECK_FALSE(edit.put(kind_info<Bus>, a_bus("吉G00001", {{"county", Cleared{}}}), Origin{}));
    REQUIRE(edit.put(kind_info<Permit>, permit("B", "2026-03-01"), Origin{}));
    REQUIRE(edit.commit(coordinator, "import", ""));
    CHECK(rows_of_change(in.path(), 2).size() == 2);
    CHECK(in.verify().sound());
}

TEST_CASE("the log of an import that fills many blocks tells every row, and is undone whole", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    constexpr int rows = 6'000;
    Edit edit = in.edit();
    for (int n = 0; n < rows; ++n) {
        REQUIRE(edit.put(kind_info<Bus>, full_row(kind_info<Bus>, n), Origin{}));
        REQUIRE(edit.put(kind_info<Driver>, full_row(kind_info<Driver>, n), Origin{}));
    }
    REQUIRE(edit.commit(coordinator, "import", ""));
    CHECK(rows_of_change(in.path(), 2).size() == 5 * rows);
    CHECK(in.verify().sound());
    CHECK(in.history({}).front().touched == 2 * rows);
    REQUIRE(in.apply(UndoChange{ChangeId{2}}, coordinator));
    CHECK(in.snapshot().all<Bus>().empty());
    CHECK(in.snapshot().all<Driver>().empty());
    CHECK(in.verify().sound());
}
