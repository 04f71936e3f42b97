#include "data/intake/planned_changes.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// A plan as lines: "added 2 吉G12345", "changed 3 吉G23456 seats 19>20".
std::vector<std::string> lines(const PlannedChanges& plan)
{
    const auto text = [](const Value& value) {
        if (const auto* held = std::get_if<std::string>(&value)) return *held;
        const auto* whole = std::get_if<std::int64_t>(&value);
        return whole != nullptr ? std::to_string(*whole) : std::string{"-"};
    };
    std::vector<std::string> all;
    std::vector<PutChange> fields;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const PlannedRow row = plan.row(i);
        std::string line = row.outcome == Outcome::added ? "added " : "changed ";
        line += std::to_string(row.place.row) + " " + std::string{row.key};
        if (!row.name.empty()) line += " " + std::string{row.name};
        if (row.other_county) line += " !";
        plan.fields(i, fields);
        for (const PutChange& each : fields)
            line += " " + std::string{row.kind->fields[each.field].key} + " " + text(each.old_value) + ">" +
                    text(each.new_value);
        all.push_back(std::move(line));
    }
    return all;
}

using Lines = std::vector<std::string>;

const std::string ledger = "号牌号码,县区,核载人数\n吉G12345,洮南市,36\n吉G23456,洮南市,19\n";

}  // namespace

TEST_CASE("a dry run says of each row what it adds, and of each changed field what it was and what it becomes",
          "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(ledger, {}, "八月.csv");
    (void)desk.import_text("号牌号码,县区,核载人数,所有人\n吉G12345,洮南市,36,\n吉G23456,洮南市,20,示例小学\n"
                           "吉G34567,洮南市,,\n",
                           {.dry_run = true, .plan = true}, "九月.csv");
    REQUIRE(desk.last.plan);
    CHECK(lines(*desk.last.plan) == Lines{"changed 3 吉G23456 owner ->示例小学 seats 19>20",
                                          "added 4 吉G34567 registration_number ->吉G34567 county ->220881"});
    const PlannedRow changed = desk.last.plan->row(0);
    CHECK(desk.snapshot().source(changed.before)->file == "八月.csv");
    CHECK(changed.before.row == 3);
    CHECK(changed.record == find_bus(desk.snapshot(), "吉G23456")->id);
    (void)desk.import_text(ledger);
    CHECK_FALSE(desk.last.plan);  // nobody asked
}

TEST_CASE("personal texts stand masked in a plan, keys too", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("驾驶证号,姓名,联系电话\n220802198001010010,赵示伟,13804360001\n");
    (void)desk.import_text("驾驶证号,姓名,联系电话\n220802198001010010,赵示玮,13804360002\n",
                           {.dry_run = true, .plan = true});
    CHECK(lines(*desk.last.plan) ==
          Lines{"changed 2 220802********0010 赵某某 name 赵某某>赵某某 phone 138****0001>138****0002"});
}

TEST_CASE("the rows that a person accepted are written, and no others", "[data][intake]")
{
    const auto* next = "号牌号码,县区,核载人数\n吉G12345,洮南市,40\n吉G23456,洮南市,20\n吉G34567,洮南市,7\n"
                       "吉G45678,洮南市,8\n";
    const auto taken = [&](std::string_view only) {
        ImportDesk desk;
        (void)desk.import_text(ledger);
        ImportRequest asked{.only = RowSelection{}};
        REQUIRE(add_to_selection(*asked.only, only));
        const auto sheet = desk.import_text(next, asked);
        CHECK(sheet.left_out == sheet.rows - sheet.added - sheet.changed);
        std::string seats;
        for (const Bus& bus : desk.all<Bus>()) seats += std::to_string(bus.seats.value()) + " ";
        return seats;
    };
    CHECK(taken("2") == "40 19 ");
    CHECK(taken("3-4") == "36 20 7 ");
    CHECK(taken("added") == "36 19 7 8 ");
    CHECK(taken("changed") == "40 20 ");
    CHECK(taken("9") == "36 19 ");
}

TEST_CASE("a selection of a sheet that the file does not have is refused, not silently empty", "[data][intake]")
{
    ImportDesk desk;
    const auto fault = fault_of([&] {
        ImportRequest asked{.only = RowSelection{}};
        REQUIRE(add_to_selection(*asked.only, "校车!"));
        (void)desk.import_text(ledger, asked);
    });
    REQUIRE(fault);
    CHECK(fault->code() == FaultCode::no_such_sheet);
    CHECK(desk.all<Bus>().empty());
}

TEST_CASE("what was looked at is written only while file and register are as they were", "[data][intake]")
{
    const auto* next = "号牌号码,县区,核载人数\n吉G12345,洮南市,40\n吉G34567,洮南市,7\n";
    ImportDesk desk;
    (void)desk.import_text(ledger);
    (void)desk.import_text(next, {.dry_run = true, .plan = true});
    const std::string seen = desk.last.plan->fingerprint();
    CHECK(seen.size() == 16);
    SECTION("nothing happened")
    {
        CHECK(counts(desk.import_text(next, {.expected = seen})) == "rows 2 added 1 changed 1");
    }
    SECTION("the file was saved again with another value")
    {
        const auto* other = "号牌号码,县区,核载人数\n吉G12345,洮南市,40\n吉G34567,洮南市,8\n";
        const auto fault = fault_of([&] { (void)desk.import_text(other, {.expected = seen}); });
        REQUIRE(fault);
        CHECK(fault->code() == FaultCode::changed_meanwhile);
        CHECK(desk.all<Bus>().size() == 2);
    }
    SECTION("the record was changed by hand")
    {
        REQUIRE(desk.bureau.apply(PutRecord{"buses", "吉G12345", {{"seats", std::int64_t{38}}}}, coordinator));
        const auto fault = fault_of([&] { (void)desk.import_text(next, {.expected = seen}); });
        REQUIRE(fault);
        CHECK(fault->code() == FaultCode::changed_meanwhile);
        CHECK(find_bus(desk.snapshot(), "吉G12345")->seats == 38);
    }
    SECTION("of a part, the sum of its rows is expected")
    {
        ImportRequest asked{.only = RowSelection{}, .expected = fingerprint_text(desk.last.plan->fingerprint(1))};
        REQUIRE(add_to_selection(*asked.only, "3"));
        CHECK(counts(desk.import_text(next, asked)) == "rows 2 added 1");
    }
}

TEST_CASE("a row that changes what another county's file gave last is taken with a warning and stays a conflict",
          "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(ledger, {}, "洮南市校车.csv");
    const auto* theirs = "号牌号码,县区,核载人数\n吉G12345,洮北区,40\n吉G99999,洮北区,7\n";
    const auto sheet = desk.import_text(theirs, {.plan = true}, "洮北区校车.csv");
    CHECK(counts(sheet) == "rows 2 added 1 changed 1");
    CHECK(issues(sheet) == Issues{"2 号牌号码 other_county"});
    CHECK(issue_text(sheet.issues[0], SentenceLanguage::zh) ==
          "第 2 行要更改的记录上次由另一县区的 洮南市校车.csv 第 2 行给出：吉G12345。请核对以哪一份为准");
    CHECK(lines(*desk.last.plan).front() == "changed 2 吉G12345 ! county 220881>220802 seats 36>40");
    const Snapshot snapshot = desk.snapshot();
    REQUIRE(snapshot.contested.size() == 1);
    const Contested& contested = snapshot.contested.front();
    CHECK(contested.kind == "bus");
    CHECK(contested.record == find_bus(snapshot, "吉G12345")->id);
    CHECK(snapshot.source(contested.before)->file == "洮南市校车.csv");
    CHECK(snapshot.source(contested.by)->file == "洮北区校车.csv");
    REQUIRE(contested.values.size() == 2);
    CHECK(contested.values[1].field == "seats");
    CHECK(contested.values[1].held == Value{std::int64_t{36}});
    // The second import of the same file changes nothing more.
    CHECK(counts(desk.import_text(theirs, {}, "洮北区校车.csv")) == "rows 2 unchanged 2");
    CHECK(desk.snapshot().contested.size() == 1);
}

TEST_CASE("no conflict is made of a county's next ledger, of a file that is nobody's, or of what a person has decided",
          "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(ledger, {}, "洮南市校车.csv");
    const auto sheet = [&](const char* text, const char* name, ImportRequest asked = {}) {
        return issues(desk.import_text(text, asked, name));
    };
    CHECK(sheet("号牌号码,县区,核载人数\n吉G12345,洮南市,37\n", "洮南市校车九月.csv").empty());
    // One bus of each county, and no county in the name.
    CHECK(sheet("号牌号码,县区,核载人数\n吉G12345,洮南市,38\n吉G88888,洮北区,9\n", "更正.csv").empty());
    CHECK(desk.snapshot().contested.empty());
    CHECK(sheet("号牌号码,县区,核载人数\n吉G12345,洮北区,39\n", "校车.csv", {.other_county_decided = true}).size() ==
          1);
    CHECK(desk.snapshot().contested.empty());
}

TEST_CASE("undoing an import takes its conflicts along", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(ledger, {}, "洮南市校车.csv");
    (void)desk.import_text("号牌号码,县区,核载人数\n吉G12345,洮北区,40\n", {}, "洮北区校车.csv");
    REQUIRE(desk.snapshot().contested.size() == 1);
    REQUIRE(desk.bureau.apply(UndoChange{*desk.last.change}, coordinator));
    CHECK(desk.snapshot().contested.empty());
    CHECK(find_bus(desk.snapshot(), "吉G12345")->seats == 36);
    CHECK(desk.bureau.verify().sound());
}

TEST_CASE("a plan of a hundred thousand rows stays small", "[data][intake]")
{
    // 100,000 changed rows of three fields each: what is kept of one is bounded, the texts themselves once.
    PlannedChanges plan;
    const KindInfo& kind = kind_info<Bus>;
    const auto values = a_bus("吉G12345");
    PutResult put{Outcome::changed, RecordId{1}, {}};
    for (const std::size_t field : {4U, 7U, 10U}) put.changes.push_back({field, text("before"), text("after")});
    for (std::uint32_t row = 0; row < 100'000; ++row) plan.add(kind, {0, row + 2}, put, values, "packed");
    CHECK(plan.size() == 100'000);
    CHECK(plan.bytes() < 30'000'000);
}
