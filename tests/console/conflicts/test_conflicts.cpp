#include "console/conflicts/conflict.hpp"
#include "console/conflicts/conflict_words.hpp"
#include "console/conflicts/conflicts_json.hpp"
#include "console/conflicts/settling.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace conflicts;
using data::test::coordinator;
using language::Language;

namespace {

const data::Date monday = data::date_from_iso("2026-11-23").value();

/// A register with ledgers in it, and what disagrees there.
struct Desk : data::test::ImportDesk {
    Conflicts found;

    void look() { found = find_conflicts(snapshot(), monday); }
    void import(std::string_view text, std::string_view name = "名册.csv") { (void)import_text(text, {}, name); }

    /// "same_vin 吉G12345 | 吉G23456" of each.
    [[nodiscard]] std::vector<std::string> lines() const
    {
        std::vector<std::string> all;
        for (const Conflict& each : found.open)
            all.push_back(std::string{word(each.rule)} + " " + each.first.key + " | " + each.second.key);
        return all;
    }
    void settle(Decision decision)
    {
        REQUIRE_FALSE(found.open.empty());
        const auto done = bureau.apply(settlement(snapshot(), found.open.front(), decision, "试"), coordinator);
        REQUIRE(done);
        look();
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("one VIN under two numbers is found, and the number of the right form proposed", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,车辆识别代号\n吉G1234S5,洮南市,LDEMXXTE0FD000100\n吉G12345,洮南市,LDEMXXTE0FD000100\n"
                "吉G34567,洮南市,LDEMXXTE1JD000101\n");
    desk.look();
    REQUIRE(desk.lines() == Lines{"same_vin 吉G1234S5 | 吉G12345"});
    const Conflict& conflict = desk.found.open.front();
    CHECK(conflict.proposal.ground == Ground::well_formed);
    CHECK(conflict.proposal.decision == Decision::kept_second);
    CHECK(conflict.fields.front().differs);
    CHECK(desk.found.looked_at == 3);
    CHECK(proposal_text(desk.snapshot(), conflict, Language::zh) ==
          "建议保留 吉G·12345：它的编号格式正确，另一个不正确");
}

TEST_CASE("of a bus kept, the other is retired and what named it names the kept one, as one change", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,车辆识别代号\n吉G12345,洮南市,LDEMXXTE0FD000100\n吉G23456,洮南市,LDEMXXTE0FD000100\n");
    desk.import("许可编号,号牌号码,申请日期\n甲1,吉G23456,2026-08-01\n");
    desk.import(
        "号牌号码,线路编号,生效日期\n吉G12345,一线,2026-09-01\n吉G23456,一线,2026-09-01\n吉G23456,二线,2026-09-01\n");
    desk.look();
    const auto changes = desk.changes();
    desk.settle(Decision::kept_first);
    CHECK(desk.changes() == changes + 1);
    CHECK(desk.lines().empty());
    const auto buses = desk.all<data::Bus>();
    REQUIRE(buses.size() == 1);
    CHECK(buses.front().registration_number == "吉G12345");
    CHECK(desk.all<data::Permit>().front().registration_number == "吉G12345");
    // The run on route 一线 would be there twice: one of them stays.
    const auto runs = desk.all<data::Run>();
    REQUIRE(runs.size() == 2);
    for (const data::Run& run : runs) CHECK(run.registration_number == "吉G12345");
    REQUIRE(desk.bureau.apply(data::UndoChange{desk.snapshot().last_change}, coordinator));
    desk.look();
    CHECK(desk.lines().size() == 1);
    CHECK(desk.all<data::Bus>().size() == 2);
    CHECK(desk.all<data::Run>().size() == 3);
    CHECK(desk.bureau.verify().sound());
}

TEST_CASE("that both are right is noted, and comes up again when what was compared changes", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,车辆识别代号,核载人数\n吉G12345,洮南市,LDEMXXTE0FD000100,36\n"
                "吉G23456,洮南市,LDEMXXTE0FD000100,36\n");
    desk.look();
    desk.settle(Decision::both_right);
    CHECK(desk.lines().empty());
    CHECK(desk.found.settled == 1);
    CHECK(desk.all<data::Bus>().size() == 2);
    // Seats are nothing the rule compared.
    REQUIRE(desk.bureau.apply(data::PutRecord{"buses", "吉G12345", {{"seats", std::int64_t{35}}}}, coordinator));
    desk.look();
    CHECK(desk.lines().empty());
    REQUIRE(desk.bureau.apply(data::PutRecord{"buses", "吉G12345", {{"registration_number", std::string{"吉G12346"}}}},
                              coordinator));
    desk.look();
    CHECK(desk.lines().size() == 1);
    CHECK(desk.found.settled == 0);
}

TEST_CASE("numbers that differ by O and 0 alone are one bus, unless two vehicles bear them", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,车辆识别代号\n吉G02345,洮南市,\n吉GO2345,洮南市,LDEMXXTE0FD000100\n"
                "吉G1I345,洮南市,LDEMXXTE1JD000101\n吉G11345,洮南市,LDEMXXTE8KD000102\n");
    desk.look();
    CHECK(desk.lines() == Lines{"similar_number 吉G02345 | 吉GO2345"});
    CHECK(desk.found.open.front().proposal.decision == Decision::kept_first);
}

TEST_CASE("a deregistered bus is no second one", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,车辆识别代号,状态\n吉G12345,洮南市,LDEMXXTE0FD000100,注销\n"
                "吉G23456,洮南市,LDEMXXTE0FD000100,在用\n");
    desk.look();
    CHECK(desk.lines().empty());
}

TEST_CASE("a permit in force that names another county than its bus", "[conflicts]")
{
    Desk desk;
    desk.import("统一社会信用代码,名称,县区\n91220802MA0Y4X3M93,示例客运有限公司,洮北区\n");
    desk.import("号牌号码,县区,服务提供者\n吉G12345,洮南市,示例客运有限公司\n吉G23456,洮南市,\n");
    desk.import("许可编号,号牌号码,县区,申请日期,决定日期,审批结果,有效期起,有效期止\n"
                "甲1,吉G12345,洮北区,2026-08-01,2026-08-20,准予,2026-09-01,2027-08-31\n"
                "甲2,吉G23456,洮北区,2024-08-01,2024-08-20,准予,2024-09-01,2025-08-31\n");  // ended
    desk.look();
    REQUIRE(desk.lines() == Lines{"county_differs 吉G12345 | 甲1"});
    CHECK(desk.found.open.front().proposal.ground == Ground::operator_county);
    CHECK(desk.found.open.front().proposal.decision == Decision::kept_second);
    desk.settle(Decision::kept_second);
    CHECK(desk.lines().empty());
    CHECK(data::test::find_bus(desk.snapshot(), "吉G12345")->county == data::Adcode{220802});
}

TEST_CASE("two permits in force and two plates held on the date are found, on its last day too", "[conflicts]")
{
    const auto permits = [](std::string_view second_to, std::string_view plates) {
        Desk desk;
        desk.import("许可编号,号牌号码,申请日期,决定日期,审批结果,有效期起,有效期止\n"
                    "甲1,吉G12345,2025-08-01,2025-08-20,准予,2025-09-01," +
                    std::string{second_to} + "\n甲2,吉G12345,2026-08-01,2026-08-20,准予,2026-09-01,2027-08-31\n");
        desk.import("标牌编号,号牌号码,发牌日期,有效期止,标牌状态\n" + std::string{plates});
        desk.look();
        return desk.lines();
    };
    CHECK(permits("2026-11-22", "乙1,吉G12345,2026-09-01,2027-03-01,有效\n").empty());
    CHECK(permits("2026-11-23", "乙1,吉G12345,2026-09-01,2027-03-01,有效\n") == Lines{"two_permits 甲1 | 甲2"});
    const auto* two = "乙1,吉G12345,2026-09-01,2027-03-01,有效\n乙2,吉G12345,2026-10-01,2027-03-01,有效\n";
    CHECK(permits("2026-11-22", two) == Lines{"two_plates 乙1 | 乙2"});
    const auto* returned = "乙1,吉G12345,2026-09-01,2027-03-01,收回\n乙2,吉G12345,2026-10-01,2027-03-01,有效\n";
    CHECK(permits("2026-11-22", returned).empty());
}

TEST_CASE("a driver twice: one name with a mistyped number, or two spellings with one birth and phone", "[conflicts]")
{
    Desk desk;
    desk.import("驾驶证号,姓名,出生日期,联系电话\n"
                "220802198001010010,赵示伟,1980-01-01,13804360001\n"
                "220802198001010019,赵示伟,,\n"  // its check digit fails
                "220802197505050016,钱示芳,1975-05-05,13804360002\n"
                "220802197505050032,钱示方,1975-05-05,13804360002\n"
                "220802196603030013,孙示丽,1966-03-03,13804360003\n"
                "220802199009090018,孙示丽,1990-09-09,13804360004\n");  // another of that name
    desk.look();
    REQUIRE(desk.found.open.size() == 2);
    for (const Conflict& each : desk.found.open) CHECK(each.rule == ConflictRule::driver_twice);
    const std::string json = conflicts_json(desk.snapshot(), desk.found, Language::zh);
    for (const auto* secret : {"赵示伟", "钱示芳", "钱示方", "1980010100", "13804360001"})
        CHECK(json.find(secret) == std::string::npos);
    CHECK(json.find("220802********0010") != std::string::npos);
    const auto& checked =
        desk.found.open.front().first.key == "220802********0010" ? desk.found.open.front() : desk.found.open.back();
    CHECK(checked.proposal.ground == Ground::check_digit);
    CHECK(checked.proposal.decision == Decision::kept_first);
}

TEST_CASE("what names a driver given up names the kept one", "[conflicts]")
{
    Desk desk;
    desk.import("驾驶证号,姓名\n220802198001010010,赵示伟\n220802198001010019,赵示伟\n");
    desk.import("许可编号,号牌号码,申请日期,驾驶证号\n甲1,吉G12345,2026-08-01,220802198001010019\n");
    desk.look();
    desk.settle(Decision::kept_first);
    const auto drivers = desk.all<data::Driver>();
    REQUIRE(drivers.size() == 1);
    CHECK(desk.all<data::Permit>().front().driver == drivers.front().licence_number);
}

TEST_CASE("a school twice under similar names in one township, not its namesake in another", "[conflicts]")
{
    Desk desk;
    desk.import("学校标识码,学校名称,县区,乡镇,办学类型,经度,纬度\n"
                "2122000001,平安镇中心小学,洮南市,平安镇,小学,122.8,45.3\n"
                "PA-01,洮南市平安镇中心小学校,洮南市,平安镇,小学,122.801,45.3\n"
                "2122000002,青山镇中心小学,洮南市,青山镇,小学,122.9,45.3\n"
                "2122000003,平安镇中心幼儿园,洮南市,平安镇,幼儿园,122.8,45.3\n");
    desk.look();
    REQUIRE(desk.lines() == Lines{"school_twice 2122000001 | PA-01"});
    CHECK(desk.found.open.front().proposal.decision == Decision::kept_first);  // a code of the national form
    CHECK(desk.found.open.front().proposal.ground == Ground::well_formed);
}

TEST_CASE("an operator twice: named by its buses, which follow the one that is kept", "[conflicts]")
{
    Desk desk;
    desk.import("统一社会信用代码,名称,县区\n91220802MA0Y4X3M93,示例客运有限公司,洮南市\n"
                "91220802MA0Y4X3M94,洮南市示例客运有限责任公司,洮南市\n");
    desk.import("号牌号码,县区,服务提供者\n吉G12345,洮南市,洮南市示例客运有限责任公司\n");
    desk.look();
    REQUIRE(desk.lines() == Lines{"operator_twice 91220802MA0Y4X3M93 | 91220802MA0Y4X3M94"});
    CHECK(desk.found.open.front().proposal.ground == Ground::check_digit);
    CHECK(consequence_text(desk.found.open.front(), Decision::kept_first,
                           consequence(settlement(desk.snapshot(), desk.found.open.front(), Decision::kept_first, {})),
                           Language::zh) == "停用 91220802MA0Y4X3M94，其历史保留；1 条引用它的记录改为引用保留的一条");
    desk.settle(Decision::kept_first);
    CHECK(data::test::find_bus(desk.snapshot(), "吉G12345")->run_by == "91220802MA0Y4X3M93");
}

TEST_CASE("waters of one name at one place are one", "[conflicts]")
{
    Desk desk;
    desk.import("水域编号,水域名称,水域类型,县区,乡镇,经度,纬度\nW1,南坑塘,坑塘,洮南市,平安镇,122.8,45.3\n"
                "W2,南坑塘,坑塘,洮南市,平安镇,122.8005,45.3\nW3,南坑塘,坑塘,洮南市,平安镇,122.9,45.3\n");
    desk.look();
    CHECK(desk.lines() == Lines{"water_twice W1 | W2"});  // 39 m apart; the third lies kilometres away
}

TEST_CASE("a record that two counties give differently: put back, left, or right by itself", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,核载人数\n吉G12345,洮南市,36\n", "洮南市校车.csv");
    desk.import("号牌号码,核载人数,县区\n吉G12345,40,\n吉G88888,9,洮北区\n", "洮北区校车.csv");
    desk.look();
    // The row of the empty county was refused: it names none.
    CHECK(desk.lines().empty());
    (void)desk.import_text("号牌号码,核载人数,县区\n吉G12345,40,洮南市\n", {}, "洮北区校车.csv");
    desk.look();
    REQUIRE(desk.lines() == Lines{"other_county 吉G12345 | 吉G12345"});
    const Conflict& conflict = desk.found.open.front();
    CHECK(conflict.proposal.ground == Ground::own_county);
    CHECK(conflict.proposal.decision == Decision::kept_first);  // the bus is 洮南市's
    REQUIRE(conflict.fields.size() == 1);
    CHECK(conflict.fields.front().first == data::Value{std::int64_t{36}});
    CHECK(conflict.fields.front().second == data::Value{std::int64_t{40}});
    SECTION("put back")
    {
        desk.settle(Decision::kept_first);
        CHECK(data::test::find_bus(desk.snapshot(), "吉G12345")->seats == 36);
        CHECK(desk.lines().empty());
    }
    SECTION("left")
    {
        desk.settle(Decision::kept_second);
        CHECK(data::test::find_bus(desk.snapshot(), "吉G12345")->seats == 40);
        CHECK(desk.lines().empty());
        CHECK(desk.found.settled == 1);
    }
    SECTION("the first county's next ledger says the same as before")
    {
        desk.import("号牌号码,县区,核载人数\n吉G12345,洮南市,36\n", "洮南市校车十月.csv");
        desk.look();
        // What 洮北区 overwrote is there again; now 洮南市 has overwritten 洮北区's.
        REQUIRE(desk.found.open.size() == 1);
        CHECK(desk.found.open.front().fields.front().first == data::Value{std::int64_t{40}});
    }
}

TEST_CASE("a record that each of two counties claims for itself is left to a person", "[conflicts]")
{
    Desk desk;
    desk.import("号牌号码,县区,核载人数\n吉G12345,洮南市,36\n", "洮南市校车.csv");
    desk.import("号牌号码,县区,核载人数\n吉G12345,洮北区,36\n", "洮北区校车.csv");
    desk.look();
    REQUIRE(desk.lines() == Lines{"other_county 吉G12345 | 吉G12345"});
    // That the record names 洮北区 now is what 洮北区's own file said: it speaks for nobody.
    CHECK(desk.found.open.front().proposal.ground == Ground::none);
}

TEST_CASE("nothing is found in a register in order, and an empty one", "[conflicts]")
{
    Desk desk;
    desk.look();
    CHECK(desk.lines().empty());
    CHECK(conflicts_json(desk.snapshot(), desk.found, Language::zh) ==
          R"({"as_of":"2026-11-23","looked_at":0,"settled":0,"conflicts":[]})");
}
