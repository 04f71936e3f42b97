#include "data/register/connection.hpp"
#include "data/schema/migrations.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <iterator>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::optional<FaultKind> fault_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const StoreFault& fault) {
        CHECK_FALSE(std::string{fault.what()}.empty());
        return fault.kind();
    }
    return std::nullopt;
}

std::optional<FaultKind> fault_of_opening(const std::string& path, Register::Access access = Register::Access::write)
{
    return fault_of([&] { (void)Register::open(path, access); });
}

std::string content(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void run_sql(const std::string& path, const std::string& sql)
{
    SQLite::Database db(path, SQLITE_OPEN_READWRITE);
    db.exec(sql);
}

}  // namespace

TEST_CASE("a new register is empty, has its region as change 1, and opens again", "[register]")
{
    const Folder folder;
    {
        const auto made = Register::create(folder.file("a.xiaoan"), a_region(), "洮南市教育局", true, coordinator);
        CHECK(made.schema_version() == newest_schema_version());
    }
    const auto in = Register::open(folder.file("a.xiaoan"), Register::Access::read);
    const auto snapshot = in.snapshot();
    CHECK(snapshot.name == "洮南市教育局");
    CHECK(snapshot.demonstration);
    CHECK(snapshot.last_change == ChangeId{1});
    CHECK(snapshot.all<Bus>().empty());
    CHECK(in.verify().sound());
    CHECK(in.verify().changes == 1);
}

TEST_CASE("a file that is there already is never written over", "[register]")
{
    const Folder folder;
    std::ofstream(folder.file("a.xiaoan")) << "a letter";
    CHECK(fault_of([&] { (void)a_new_register(folder, "a.xiaoan"); }) == FaultKind::exists);
    CHECK(content(folder.file("a.xiaoan")) == "a letter");
}

TEST_CASE("a file that is no register is refused and left as it is", "[register]")
{
    const Folder folder;
    CHECK(fault_of_opening(folder.file("missing")) == FaultKind::not_found);
    CHECK(fault_of_opening(folder.path().string()) == FaultKind::not_a_register);
    std::ofstream(folder.file("empty"));
    CHECK(fault_of_opening(folder.file("empty")) == FaultKind::not_a_register);
    std::ofstream(folder.file("text")) << std::string(5000, 'x');
    CHECK(fault_of_opening(folder.file("text")) == FaultKind::not_a_register);
    CHECK(content(folder.file("text")) == std::string(5000, 'x'));
    {
        SQLite::Database other(folder.file("other"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        other.exec("CREATE TABLE bus (id INTEGER PRIMARY KEY); PRAGMA application_id = 7");
    }
    const std::string before = content(folder.file("other"));
    CHECK(fault_of_opening(folder.file("other")) == FaultKind::not_a_register);
    CHECK(content(folder.file("other")) == before);
    CHECK_FALSE(std::filesystem::exists(folder.file("other.secret")));
}

TEST_CASE("a register of a newer version is refused", "[register]")
{
    const Folder folder;
    (void)a_new_register(folder, "a");
    run_sql(folder.file("a"), fmt::format("PRAGMA user_version = {}", newest_schema_version() + 1));
    CHECK(fault_of_opening(folder.file("a")) == FaultKind::newer_version);
    CHECK(fault_of_opening(folder.file("a"), Register::Access::read) == FaultKind::newer_version);
}

TEST_CASE("without its own secret a register does not open", "[register]")
{
    const Folder folder;
    (void)a_new_register(folder, "a");
    (void)a_new_register(folder, "b");
    std::filesystem::rename(folder.file("a.secret"), folder.file("kept"));
    CHECK(fault_of_opening(folder.file("a")) == FaultKind::secret_missing);
    CHECK(fault_of_opening(folder.file("a"), Register::Access::read) == FaultKind::secret_missing);
    std::filesystem::copy(folder.file("b.secret"), folder.file("a.secret"));
    CHECK(fault_of_opening(folder.file("a")) == FaultKind::secret_missing);
    std::ofstream(folder.file("a.secret"), std::ios::trunc) << "short";
    CHECK(fault_of_opening(folder.file("a")) == FaultKind::secret_missing);
    std::filesystem::copy(folder.file("kept"), folder.file("a.secret"),
                          std::filesystem::copy_options::overwrite_existing);
    CHECK_FALSE(fault_of_opening(folder.file("a")).has_value());
}

TEST_CASE("a register that another program is writing is said to be locked, and can be read meanwhile", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder, "a");
    SQLite::Database other(folder.file("a"), SQLITE_OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    CHECK(fault_of([&] { (void)in.edit(); }) == FaultKind::locked);
    CHECK_FALSE(fault_of_opening(folder.file("a"), Register::Access::read).has_value());
    other.exec("ROLLBACK");
    CHECK_FALSE(fault_of([&] { (void)in.edit(); }).has_value());
}

TEST_CASE("a damaged register is said to be damaged", "[register]")
{
    const Folder folder;
    {
        auto in = a_new_register(folder, "a");
        for (int i = 0; i < 50; ++i) put(in, kind_info<Bus>, a_bus(fmt::format("吉G{:05}", i)));
    }
    auto bytes = content(folder.file("a"));
    std::fill(bytes.begin() + 4096, bytes.end(), '\x5a');
    std::ofstream(folder.file("a"), std::ios::binary | std::ios::trunc) << bytes;
    CHECK(fault_of([&] { (void)Register::open(folder.file("a"), Register::Access::read).snapshot(); }) ==
          FaultKind::damaged);
}

TEST_CASE("a register on a medium that cannot be written is read, not written", "[register]")
{
    if (geteuid() == 0) SKIP("the superuser may write everywhere");
    const Folder folder;
    (void)a_new_register(folder, "a");
    std::filesystem::permissions(folder.file("a"), std::filesystem::perms::owner_read);
    CHECK(fault_of_opening(folder.file("a")) == FaultKind::read_only);
    std::filesystem::permissions(folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK_FALSE(fault_of_opening(folder.file("a"), Register::Access::read).has_value());
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

TEST_CASE("a register opened for reading takes no command", "[register]")
{
    const Folder folder;
    (void)a_new_register(folder, "a");
    auto in = Register::open(folder.file("a"), Register::Access::read);
    CHECK(fault_of([&] { (void)in.apply(PutRecord{"buses", "吉G12345", {}}, coordinator); }) == FaultKind::read_only);
}

TEST_CASE("a note stands in the log and touches no record", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const ChangeId id = in.note(coordinator, "export_unmasked", "寄送交警支队核对");
    const auto changes = in.history({});
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].id == id);
    CHECK(changes[0].command == "export_unmasked");
    CHECK(changes[0].reason == "寄送交警支队核对");
    CHECK(changes[0].touched == 0);
    CHECK(in.verify().sound());
}

TEST_CASE("a backup is the register with its secret, and never overwrites", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder, "a");
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟"));
    in.backup(folder.file("copy"));
    const auto copy = Register::open(folder.file("copy"), Register::Access::read);
    CHECK(copy.verify().sound());
    CHECK(copy.verify().head == in.verify().head);
    const auto snapshot = copy.snapshot();
    CHECK(snapshot.people->text(snapshot.all<Driver>().begin()->name) == "赵小伟");
    CHECK(fault_of([&] { in.backup(folder.file("copy")); }) == FaultKind::exists);
    std::filesystem::remove(folder.file("copy"));
    in.backup(folder.file("copy"));  // with the secret that is still there, as a program that was killed leaves it
    CHECK(Register::open(folder.file("copy"), Register::Access::read).verify().sound());
    (void)a_new_register(folder, "other");
    std::filesystem::remove(folder.file("other"));
    CHECK(fault_of([&] { in.backup(folder.file("other")); }) == FaultKind::exists);  // another register's secret
    CHECK_FALSE(std::filesystem::exists(folder.file("other")));
    CHECK(fault_of([&] { in.backup(folder.file("no/such/folder/copy")); }) == FaultKind::not_found);
}
