#include "data/register/connection.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>
#include <sys/stat.h>

#include <iterator>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

constexpr std::string_view licence = "220802198001010010";

std::string content(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("no personal text lies in the file in clear, its log included", "[people]")
{
    const Folder folder;
    {
        auto in = a_new_register(folder);
        put(in, kind_info<Driver>, a_driver(licence, "赵小伟", {{"phone", text("13804360001")}}));
        REQUIRE(in.apply(PutRecord{"drivers", std::string{licence}, {{"name", text("钱大壮")}}}, coordinator));
    }
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        const std::string bytes = content(file.path().string());
        for (const std::string_view personal :
             {licence, std::string_view{"赵小伟"}, std::string_view{"13804360001"}, std::string_view{"钱大壮"}})
            CHECK(bytes.find(personal) == std::string::npos);
    }
}

TEST_CASE("the secret lies beside the register, readable by its owner only", "[people]")
{
    const Folder folder;
    const auto in = a_new_register(folder);
    struct stat status{};
    REQUIRE(stat((in.path() + ".secret").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(status.st_size == 32);
}

TEST_CASE("one licence number is one person in every table", "[people]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver(licence, "赵小伟"));
    put(in, kind_info<Permit>,
        row(kind_info<Permit>,
            {{"number", text("洮校许1")}, {"registration_number", text("吉G12345")}, {"driver", text(licence)}}));
    put(in, kind_info<Run>,
        row(kind_info<Run>, {{"registration_number", text("吉G12345")}, {"driver", text(licence)}}));
    const auto snapshot = in.snapshot();
    const Driver& driver = *snapshot.all<Driver>().begin();
    CHECK(driver.licence_number.given());
    CHECK(snapshot.all<Permit>().begin()->driver == driver.licence_number);
    CHECK(snapshot.all<Run>().begin()->driver == driver.licence_number);
    CHECK(snapshot.people->text(driver.licence_number) == licence);
    CHECK(snapshot.people->masked(driver.licence_number, FieldType::licence_number) == "220802********0010");
    CHECK(snapshot.people->masked(driver.name, FieldType::person_name) == "赵某某");
    CHECK(snapshot.people->masked(PersonRef{}, FieldType::person_name).empty());
}

TEST_CASE("two people of one name are two", "[people]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver("1", "王伟"), a_driver("2", "王伟"));
    const auto snapshot = in.snapshot();
    const auto first = snapshot.all<Driver>().begin();
    CHECK(first->name != std::next(first)->name);
    CHECK(snapshot.people->text(first->name) == snapshot.people->text(std::next(first)->name));
}

TEST_CASE("a personal text put again is the same record, unchanged", "[people]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto driver = a_driver(licence, "赵小伟", {{"phone", text("13804360001")}});
    put(in, kind_info<Driver>, driver);
    Edit edit = in.edit();
    CHECK(edit.put(kind_info<Driver>, driver, Origin{})->outcome == Outcome::unchanged);
    const auto changed = edit.put(kind_info<Driver>, a_driver(licence, "赵大伟"), Origin{});
    REQUIRE(changed.has_value());
    CHECK(changed->outcome == Outcome::changed);
    REQUIRE(changed->changes.size() == 1);
    CHECK(changed->changes[0].old_value == text("赵某某"));
    CHECK(changed->changes[0].new_value == text("赵某某"));
}

TEST_CASE("erasing the key of a text erases it from all history", "[people]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver(licence, "赵小伟"));
    const auto name = in.snapshot().all<Driver>().begin()->name;
    {
        const auto db = connect(in.path(), SQLITE_OPEN_READWRITE);
        Statement erase(db, "DELETE FROM person_key WHERE person = ?1");
        erase.bind(1, name.id);
        erase.run();
    }
    const auto snapshot = in.snapshot();
    CHECK_FALSE(snapshot.people->text(name).has_value());
    CHECK(snapshot.people->masked(name, FieldType::person_name) == "***");
    CHECK(in.verify().sound());
    for (const auto& change : in.history({}))
        for (const auto& record : change.records)
            for (const auto& field : record.fields)
                if (field.field == "name" && record.kind == "drivers") CHECK(field.new_value == text("***"));
}

TEST_CASE("a sealed text moved to another row does not open", "[people]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver("1", "王伟"), a_driver("2", "李强"));
    {
        const auto db = connect(in.path(), SQLITE_OPEN_READWRITE);
        Statement(db, "UPDATE person_key SET wrapped = (SELECT wrapped FROM person_key ORDER BY person DESC LIMIT 1)")
            .run();
    }
    const auto snapshot = in.snapshot();
    CHECK_FALSE(snapshot.people->text(snapshot.all<Driver>().begin()->name).has_value());
    CHECK_FALSE(in.verify().sound());
}
