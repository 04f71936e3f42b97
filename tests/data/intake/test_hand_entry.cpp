#include "data/intake/hand_entry.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

auto entry(std::string_view kind, std::string_view key, std::vector<std::string> fields)
{
    return read_hand_entry(kind, key, fields, a_region());
}

std::string fault_of_entry(std::string_view kind, std::string_view key, std::vector<std::string> fields)
{
    const auto read = entry(kind, key, std::move(fields));
    return read ? "" : read.error().column + " " + std::string{word(read.error().code)};
}

}  // namespace

TEST_CASE("what a person types for a record is read as a ledger's cells are", "[data][intake]")
{
    const auto put =
        entry("bus", "吉g·12345", {"county=洮南", "核载人数=36人", "inspection_until=2026年12月", "owner="});
    REQUIRE(put);
    CHECK(put->kind == "buses");
    CHECK(put->key == "吉G12345");
    REQUIRE(put->fields.size() == 4);
    CHECK(put->fields[0].field == "county");
    CHECK(put->fields[0].value == Value{std::string{"220881"}});
    CHECK(put->fields[1].field == "seats");
    CHECK(put->fields[1].value == Value{std::int64_t{36}});
    CHECK(put->fields[2].value == Value{std::string{"2026-12-31"}});
    CHECK(put->fields[3].value == Value{Cleared{}});
}

TEST_CASE("the first thing that is wrong is said at its field", "[data][intake]")
{
    CHECK(fault_of_entry("buses", "吉G12345", {"seats=许多"}) == "seats bad_count");
    CHECK(fault_of_entry("buses", "吉G12345", {"colour=黄"}) == "colour unknown_column");
    CHECK(fault_of_entry("buses", "吉G12345", {"seats"}) == "seats unknown_column");
    CHECK(fault_of_entry("buses", "吉G12345", {"county="}) == "county missing_required");
    CHECK(fault_of_entry("buses", "12345", {}) == "registration_number bad_registration_number");
    CHECK(fault_of_entry("buses", " ", {}) == "registration_number missing_required");
    CHECK(fault_of_entry("lorries", "吉G12345", {}) == "lorries unknown_column");
}

TEST_CASE("keys of several parts and of applications are read part by part", "[data][intake]")
{
    CHECK(entry("stops", "洮南01路/2", {})->key == "洮南01路/2");
    CHECK(entry("permits", "吉G-12345/2026.8.6", {})->key == "吉G12345/2026-08-06");
    CHECK(entry("permits", "洮南校许〔2026〕13号", {})->key == "洮南校许〔2026〕13号");
    CHECK(entry("runs", "吉G12345//6:43/2026-09-01", {})->key == "吉G12345//06:43/2026-09-01");
    CHECK(fault_of_entry("stops", "洮南01路", {}) == "sequence missing_required");
}

TEST_CASE("what was typed changes the register as one command", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区,核载人数\n吉G12345,洮南市,36\n");
    const auto put = entry("buses", "吉G12345", {"seats=40", "owner=示例小学"});
    REQUIRE(put);
    const auto done = desk.bureau.apply(*put, coordinator);
    REQUIRE(done);
    CHECK(find_bus(desk.snapshot(), "吉G12345")->seats == 40);
}
