#include "data/register/moment.hpp"
#include "tests/data/register/a_register.hpp"
#include "tests/data/register/told.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>
#include <sqlite3.h>

#include <map>
#include <random>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

Actor at(std::string_view moment)
{
    return {"协调员", std::string{moment}};
}

void seats(Register& in, int count, const Actor& actor = coordinator)
{
    REQUIRE(in.apply(PutRecord{"buses", "吉G1", {{"seats", std::int64_t{count}}}}, actor));
}

/// The number of the change that was the newest at a moment; the reason where that is refused.
std::string newest_at(const Register& in, std::string_view moment)
{
    const auto change = in.change_at(moment_from_iso(moment));
    return change ? std::to_string(change->value) : change.error().reason;
}

/// One step of a day's work, drawn at random: an import, a record by hand, a case, an undoing.
class Work {
public:
    explicit Work(unsigned seed) : random_(seed) {}

    void step(Register& in)
    {
        switch (pick(9)) {
        case 0: import_buses(in); break;
        case 1: import_drivers(in); break;
        case 2: (void)in.apply(PutRecord{"buses", bus(), {{"owner", text(bus())}}}, coordinator); break;
        case 3: (void)in.apply(RetireRecord{"buses", bus(), "报废"}, coordinator); break;
        case 4:
            (void)in.apply(OpenCases{{OpenCase{"bus",
                                               bus(),
                                               Adcode{220881},
                                               "police_traffic",
                                               day,
                                               {},
                                               {{"PLATE-NONE", "第十五条", "无校车标牌", "[]"}},
                                               ""}}},
                           coordinator);
            break;
        case 5: (void)in.apply(a_reply(number(), "在办"), coordinator); break;
        case 6:
            (void)in.apply(
                StepCase{
                    .number = number(), .step = CaseStep::closed, .on = day, .text = "已补办", .finding_stands = true},
                coordinator);
            break;
        case 7: in.note(coordinator, "export_unmasked", "核对"); break;
        default:
            (void)in.apply(UndoChange{ChangeId{2 + pick(static_cast<int>(in.snapshot({}, false).last_change.value))}},
                           coordinator);
        }
    }

private:
    static constexpr Date day{std::chrono::year{2026} / 11 / 23};

    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    std::string bus() { return fmt::format("吉G{:05}", pick(40)); }
    std::string number() { return fmt::format("2026-{:04}", 1 + pick(30)); }
    void import_buses(Register& in)
    {
        Edit edit = in.edit();
        const auto source = edit.add_source({"校车.csv", "", "aa", "buses"}, coordinator);
        for (int row = 2; row < 8; ++row)  // some with another VIN: the vehicle was replaced
            REQUIRE(edit.put(
                kind_info<Bus>,
                a_bus(bus(), {{"seats", std::int64_t{pick(50)}}, {"vin", fmt::format("LZYTATE66G1{:06}", pick(3))}}),
                Origin{source, row}, true));
        edit.commit(coordinator, "import", "校车.csv");
    }
    void import_drivers(Register& in)
    {
        Edit edit = in.edit();
        const auto source = edit.add_source({"驾驶人.csv", "", "bb", "drivers"}, coordinator);
        for (int row = 2; row < 5; ++row)
            REQUIRE(edit.put(kind_info<Driver>,
                             a_driver(fmt::format("22080219800101{:04}", pick(30)), fmt::format("赵{}", pick(9)),
                                      {{"phone", fmt::format("1380436{:04}", pick(9999))}}),
                             Origin{source, row}));
        edit.commit(coordinator, "import", "驾驶人.csv");
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("the register as known at each change is the register that it was then", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Work work(20261124);
    std::map<std::int64_t, std::string> then;
    for (int step = 0; step < 100; ++step) {
        const Snapshot snapshot = in.snapshot();
        then[snapshot.last_change.value] = told(snapshot);
        work.step(in);
    }
    REQUIRE(then.size() > 50);
    for (const auto& [change, held] : then) {
        const Register known = in.as_known(ChangeId{change});
        CAPTURE(change);
        REQUIRE(told(known.snapshot()) == held);
        REQUIRE(known.history({}).front().id == ChangeId{change});
        if (change % 10 == 0) REQUIRE(known.verify().sound());
    }
    CHECK(in.verify().sound());
}

TEST_CASE("a moment names the newest change that was not made after it", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);  // 1, at 2026-11-23T09:15:02+08:00
    put(in, kind_info<Bus>, a_bus("吉G1"));
    seats(in, 36, at("2026-11-23T23:59:59+08:00"));      // 3
    seats(in, 40, at("2026-11-24T00:00:00+08:00"));      // 4
    CHECK(newest_at(in, "2026-11-23T09:15:02") == "2");  // of one second, the last
    CHECK(newest_at(in, "2026-11-23") == "3");
    CHECK(newest_at(in, "2026-11-23T15:59:59Z") == "3");
    CHECK(newest_at(in, "2026-11-23T16:00:00Z") == "4");
    CHECK(newest_at(in, "2062-01-01") == "4");
    CHECK(newest_at(in, "2026-11-23T09:15:01") == "before_register");
    CHECK(in.change_at(moment_from_iso("2026-11-22")).error().arguments ==
          std::vector<std::string>{"2026-11-23T09:15:02+08:00"});
}

TEST_CASE("a change made under a clock that was ahead hides no later one", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"));          // 2
    seats(in, 36, at("2062-01-01T00:00:00+08:00"));  // 3
    seats(in, 40, at("2026-11-24T08:00:00+08:00"));  // 4
    CHECK(newest_at(in, "2026-11-23") == "2");
    CHECK(newest_at(in, "2026-11-24") == "4");
}

TEST_CASE("who was erased since stays erased in what was known before", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟"));  // 2
    REQUIRE(in.apply(RetireRecord{"drivers", "220802198001010010", "离职"}, coordinator));
    const auto name_known = [&] {
        const Snapshot snapshot = in.as_known(ChangeId{2}).snapshot();
        REQUIRE(snapshot.all<Driver>().size() == 1);
        return snapshot.people->masked(snapshot.all<Driver>().begin()->name, FieldType::person_name);
    };
    CHECK(name_known() == "赵某某");
    SQLite::Database(folder.file("register.xiaoan"), SQLITE_OPEN_READWRITE).exec("DELETE FROM person_key");
    CHECK(name_known() == "***");
}

TEST_CASE("the register as it was known is for reading, and leaves the register alone", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"));
    seats(in, 36);
    auto known = in.as_known(ChangeId{2});
    CHECK_THROWS_AS(known.note(coordinator, "export_unmasked", "核对"), StoreFault);
    CHECK_THROWS_AS(known.edit(), StoreFault);
    CHECK_THROWS_AS((void)in.as_known(ChangeId{9}), StoreFault);
    CHECK_THROWS_AS((void)in.as_known(ChangeId{0}), StoreFault);
    CHECK_FALSE(find_bus(known.snapshot(), "吉G1")->seats);
    CHECK(find_bus(in.snapshot(), "吉G1")->seats == 36);
    CHECK(in.history({}).size() == 3);
    CHECK(told(known.refreshed(known.snapshot())) == told(known.snapshot()));
}

TEST_CASE("tables changed behind the log have no past that could be told", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"));
    seats(in, 36);
    SQLite::Database(folder.file("register.xiaoan"), SQLITE_OPEN_READWRITE).exec("UPDATE bus SET seats = 99");
    try {
        (void)in.as_known(ChangeId{2});
        FAIL("no fault");
    } catch (const StoreFault& fault) {
        CHECK(fault.kind() == FaultKind::damaged);
    }
}

TEST_CASE("the past of a register on which another program works is whole", "[known_at]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"));
    const std::string then = told(in.snapshot());
    const auto reader = Register::open(folder.file("register.xiaoan"), Register::Access::read);
    for (int count = 1; count <= 20; ++count) {
        seats(in, count);
        CHECK(told(reader.as_known(ChangeId{2}).snapshot()) == then);
    }
}
