#include "data/register/connection.hpp"
#include "data/register/judging.hpp"
#include "data/register/moment.hpp"
#include "data/schema/migrations.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sqlite3.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

const Date monday = Date{std::chrono::year{2026} / 11 / 23};
const std::string bus = "吉G10001";

/// A register with one bus; its path.
std::string a_path(const Folder& folder)
{
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus(bus));
    return in.path();
}

SilenceFindings an_appeal()
{
    return {"appeal", "PLATE-EXPIRED", bus, monday, monday + std::chrono::days{7}, "已申请行政复议"};
}

std::string schema_of(const SQLite::Database& db)
{
    std::string all;
    Statement rows(db, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
    while (rows.step()) all.append(rows.text(0)).append("\n");
    return all;
}

SQLite::Database an_empty_database()
{
    return {":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}

TEST_CASE("a register of every older version comes to the schema of a new one", "[judging]")
{
    auto fresh = an_empty_database();
    migrate(fresh, newest_schema_version());
    for (int version = 1; version < newest_schema_version(); ++version) {
        auto older = an_empty_database();
        migrate(older, version);
        migrate(older, newest_schema_version());
        CHECK(schema_of(older) == schema_of(fresh));
    }
}

TEST_CASE("a setting is kept with its source and who set it, and can be taken back", "[judging]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    CHECK(read_judging(path).settings.empty());
    const auto set = apply_judging(path, ChangeSetting{"driver_max_age", "63", "吉公交〔2026〕9号"}, coordinator);
    REQUIRE(set);
    CHECK(set->has_value());
    auto held = read_judging(path).settings;
    REQUIRE(held.size() == 1);
    CHECK(held[0].name == "driver_max_age");
    CHECK(held[0].value == "63");
    CHECK(held[0].source == "吉公交〔2026〕9号");
    CHECK(held[0].set_by == coordinator.name);
    CHECK(held[0].set_at == coordinator.at);
    // The same again changes nothing; another value takes its place.
    CHECK_FALSE(
        apply_judging(path, ChangeSetting{"driver_max_age", "63", "吉公交〔2026〕9号"}, coordinator)->has_value());
    REQUIRE(apply_judging(path, ChangeSetting{"driver_max_age", "62", "更正"}, coordinator));
    held = read_judging(path).settings;
    REQUIRE(held.size() == 1);
    CHECK(held[0].value == "62");
    REQUIRE(apply_judging(path, ChangeSetting{"driver_max_age", std::nullopt, {}}, coordinator));
    CHECK(read_judging(path).settings.empty());
    CHECK_FALSE(apply_judging(path, ChangeSetting{"driver_max_age", std::nullopt, {}}, coordinator)->has_value());
    CHECK(Register::open(path, Register::Access::read).verify().problems.empty());
}

TEST_CASE("a setting without a source is refused", "[judging]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    const auto refused = apply_judging(path, ChangeSetting{"driver_max_age", "63", {}}, coordinator);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == "missing_field");
    CHECK(read_judging(path).settings.empty());
}

TEST_CASE("what is set aside keeps its days, its reason and its giver", "[judging]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    REQUIRE(apply_judging(path, an_appeal(), coordinator));
    const auto held = read_judging(path).silencings;
    REQUIRE(held.size() == 1);
    CHECK(held[0].kind == "appeal");
    CHECK(held[0].rule == "PLATE-EXPIRED");
    CHECK(held[0].registration_number == bus);
    CHECK(held[0].from_on == monday);
    CHECK(held[0].until_on == monday + std::chrono::days{7});
    CHECK(held[0].reason == "已申请行政复议");
    CHECK(held[0].given_by == coordinator.name);
    // As known before it was given there is none.
    CHECK(read_judging(path, moment_from_iso("2026-11-23T09:15:01+08:00")).silencings.empty());
    CHECK(read_judging(path, moment_from_iso("2026-11-23T09:15:02+08:00")).silencings.size() == 1);
}

TEST_CASE("nothing is set aside for no bus, without a reason, or until before it begins", "[judging]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    auto unknown = an_appeal();
    unknown.registration_number = "吉G99999";
    CHECK(apply_judging(path, unknown, coordinator).error().reason == "unknown_record");
    auto silent = an_appeal();
    silent.reason = {};
    CHECK(apply_judging(path, silent, coordinator).error().reason == "missing_field");
    auto backwards = an_appeal();
    backwards.until_on = monday - std::chrono::days{1};
    CHECK(apply_judging(path, backwards, coordinator).error().reason == "until_before_from");
    CHECK(read_judging(path).silencings.empty());
    auto one_day = an_appeal();
    one_day.until_on = monday;
    CHECK(apply_judging(path, one_day, coordinator));
}

TEST_CASE("settings and what is set aside stand in the log, and are undone", "[judging]")
{
    const Folder folder;
    const std::string path = a_path(folder);
    const auto set = apply_judging(path, ChangeSetting{"notice_days", "45", "联席会议纪要"}, coordinator);
    const auto silenced = apply_judging(path, an_appeal(), coordinator);
    REQUIRE(set);
    REQUIRE(silenced);
    auto in = Register::open(path, Register::Access::write);
    const auto changes = in.history({});
    REQUIRE(changes.size() >= 2);
    CHECK(changes[0].command == "silence");
    REQUIRE(changes[0].records.size() == 1);
    CHECK(changes[0].records[0].kind == "silencings");
    CHECK(changes[0].records[0].key == bus);
    CHECK(changes[1].command == "set");
    CHECK(changes[1].records[0].kind == "settings");
    CHECK(changes[1].records[0].key == "notice_days");
    REQUIRE(in.apply(UndoChange{**set}, coordinator));
    REQUIRE(in.apply(UndoChange{**silenced}, coordinator));
    CHECK(read_judging(path).settings.empty());
    CHECK(read_judging(path).silencings.empty());
    CHECK(in.verify().problems.empty());
}

}  // namespace
