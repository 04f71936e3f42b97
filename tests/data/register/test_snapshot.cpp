#include "tests/data/register/a_register.hpp"
#include "tests/data/register/told.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

#include <random>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("a refreshed snapshot is the snapshot read anew", "[snapshot]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    for (int i = 0; i < 9000; ++i) REQUIRE(edit.put(kind_info<Bus>, a_bus(fmt::format("吉G{:05}", i)), Origin{}));
    edit.commit(coordinator, "import", "");
    const Snapshot first = in.snapshot();
    Snapshot patched = first;
    std::mt19937 random(7);
    const auto bus = [&] { return fmt::format("吉G{:05}", random() % 9100); };
    for (int step = 0; step < 40; ++step) {
        switch (random() % 5) {
        case 0:
            put(in, kind_info<Bus>, a_bus(bus(), {{"seats", std::int64_t{step}}}),
                a_bus(bus(), {{"owner", text("甲")}}));
            break;
        case 1:
            put(in, kind_info<Driver>,
                a_driver(fmt::format("{}", random() % 20), "赵小伟", {{"phone", fmt::format("{}", step)}}));
            break;
        case 2: (void)in.apply(RetireRecord{"buses", bus(), "报废"}, coordinator); break;
        case 3: (void)in.apply(UndoChange{in.snapshot({}, false).last_change}, coordinator); break;
        default:
            (void)in.apply(OpenCases{{OpenCase{
                               "bus", bus(), {}, "education", Date{std::chrono::year{2026} / 11 / 23}, {}, {}, ""}}},
                           coordinator);
        }
        if (step % 3 == 0) continue;  // several changes at once
        patched = in.refreshed(patched);
        REQUIRE(told(patched) == told(in.snapshot()));
    }
    CHECK(first.all<Bus>().size() == 9000);  // the older one is as it was
}

TEST_CASE("a refreshed snapshot shares what did not change", "[snapshot]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    for (int i = 0; i < 9000; ++i) REQUIRE(edit.put(kind_info<Bus>, a_bus(fmt::format("吉G{:05}", i)), Origin{}));
    edit.commit(coordinator, "import", "");
    const Snapshot before = in.snapshot();
    CHECK(in.refreshed(before).generation == before.generation);
    REQUIRE(in.apply(PutRecord{"buses", "吉G00005", {{"seats", std::int64_t{1}}}}, coordinator));
    const Snapshot after = in.refreshed(before);
    CHECK(after.generation != before.generation);
    CHECK(after.all<Bus>().chunks()[0] != before.all<Bus>().chunks()[0]);
    CHECK(after.all<Bus>().chunks()[1] == before.all<Bus>().chunks()[1]);
    CHECK(after.people == before.people);
    CHECK(after.region == before.region);
}

TEST_CASE("what another program writes is seen", "[snapshot]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const Snapshot before = in.snapshot();
    auto other = Register::open(in.path(), Register::Access::write);
    put(other, kind_info<Bus>, a_bus("吉G1"));
    CHECK(told(in.refreshed(before)) == told(other.snapshot()));
    put(in, kind_info<Bus>, a_bus("吉G2"));
    CHECK(other.snapshot().all<Bus>().size() == 2);
    CHECK(in.verify().sound());
}

TEST_CASE("only the kinds asked for are read", "[snapshot]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G1"));
    put(in, kind_info<Driver>, a_driver("1", "赵小伟"));
    const auto buses = in.snapshot(kinds_of<Bus>(), false);
    CHECK(buses.all<Bus>().size() == 1);
    CHECK(buses.all<Driver>().empty());
    CHECK(buses.people->size() == 0);
    CHECK(buses.region->layers.at(0).geojson == nullptr);
    CHECK(buses.generation != in.snapshot().generation);
    CHECK(in.snapshot().generation == in.snapshot().generation);
}

TEST_CASE("every kind of value comes back as it was put", "[snapshot]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto water = row(kind_info<Water>, {{"code", text("S1")},
                                              {"kind", text("reservoir")},
                                              {"county", text("220881")},
                                              {"lon", 122.123456789},
                                              {"lat", 45.0},
                                              {"depth_m", std::int64_t{3}},
                                              {"freezes", text("yes")},
                                              {"fence", text("no")},
                                              {"duty_holder", text("孙")},
                                              {"last_patrol_on", text("none")},
                                              {"incidents_5y", std::int64_t{0}}});
    put(in, kind_info<Water>, water);
    put(in, kind_info<Sighting>,
        row(kind_info<Sighting>, {{"seen_at", text("2026-11-23T06:50:00")},
                                  {"registration_number", text("吉G1")},
                                  {"source", text("卡口")}}));
    put(in, kind_info<Route>, row(kind_info<Route>, {{"code", text("R1")}, {"departs_at", text("00:00")}}));
    const auto snapshot = in.snapshot();
    const Water& held = *snapshot.all<Water>().begin();
    CHECK(held.kind == WaterKind::reservoir);
    CHECK(held.lon == 122.123456789);
    CHECK(held.depth_m == 3.0);
    CHECK(held.freezes == Answer::yes);
    CHECK(held.fence == Answer::no);
    CHECK(held.rope == Answer::not_given);
    CHECK(held.last_patrol_on.is_none());
    CHECK(held.incidents_5y == 0);
    CHECK(snapshot.people->text(held.duty_holder) == "孙");
    CHECK(snapshot.all<Sighting>().begin()->reported_by == "卡口");
    CHECK(iso(snapshot.all<Sighting>().begin()->seen_at) == "2026-11-23T06:50:00");
    CHECK(snapshot.all<Route>().begin()->departs_at == TimeOfDay{0});
    CHECK_FALSE(snapshot.all<Route>().begin()->arrives_at.given());
}
