#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

constexpr std::string_view ledger = "号牌号码,时间,经度,纬度,速度\n"
                                    "吉G12345,2026-11-23 06:50:10,122.84,45.62,30\n"
                                    "吉G20002,2026-11-23 06:50:00,122.9,45.7,\n"
                                    "吉G12345,2026-11-23 06:50:00,122.83,45.61,0\n";

RecordedTrack track_of(const ImportDesk& desk, std::string_view number)
{
    return desk.bureau.track(number, timestamp_from_iso("2026-11-23T00:00:00"),
                             timestamp_from_iso("2026-11-23T23:59:59"));
}

}  // namespace

TEST_CASE("tracks are taken in as blocks, and a second import of the same file changes nothing", "[data][intake]")
{
    ImportDesk desk;
    CHECK(counts(desk.import_text(ledger)) == "rows 3 added 3");
    CHECK(desk.all<Track>().empty());
    const auto track = track_of(desk, "吉G12345");
    REQUIRE(track.points.size() == 2);
    CHECK(track.points[0].row == 4);
    CHECK(track.points[1].speed_kmh() == 30.0);
    CHECK(desk.snapshot().source({track.blocks[0].source, 4})->file == "名册.csv");
    const std::size_t before = desk.changes();
    CHECK(counts(desk.import_text(ledger)) == "rows 3 unchanged 3");
    CHECK(desk.changes() == before);
}

TEST_CASE("a point that is known says something new by its place or speed, and an empty speed leaves it",
          "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(ledger);
    CHECK(counts(desk.import_text("号牌号码,时间,经度,纬度,速度\n"
                                  "吉G12345,2026-11-23 06:50:00,122.83,45.61,\n"
                                  "吉G12345,2026-11-23 06:50:10,122.84,45.63,\n"
                                  "吉G12345,2026-11-23 06:50:20,122.85,45.64,33\n",
                                  {}, "更正.csv")) == "rows 3 added 1 changed 1 unchanged 1");
    const auto track = track_of(desk, "吉G12345");
    REQUIRE(track.points.size() == 3);
    CHECK(track.points[1].lat() == 45.63);
    CHECK(track.points[1].speed_kmh() == 30.0);
    CHECK(desk.last.change);
    REQUIRE(desk.bureau.apply(UndoChange{*desk.last.change}, coordinator));
    CHECK(track_of(desk, "吉G12345").points[1].lat() == 45.62);
}

TEST_CASE("rows that make no point are refused by name, and of two rows of one second the later holds",
          "[data][intake]")
{
    ImportDesk desk;
    const auto sheet = desk.import_text("号牌号码,时间,经度,纬度,速度\n"
                                        "吉G12345,2026-11-23 06:50:00,122.83,45.61,10\n"
                                        "吉G12345,2026-13-23 06:50:00,122.83,45.61,10\n"
                                        "吉G12345,2026-11-23 06:50:30,,45.61,10\n"
                                        "吉G12345,2026-11-23 06:50:40,122.83,45.61,700\n"
                                        "吉G12345,1969-11-23 06:50:40,122.83,45.61,70\n"
                                        "吉G12345,2026-11-23 06:50:00,122.84,45.61,\n");
    CHECK(counts(sheet) == "rows 6 added 1 unchanged 1 refused 4");
    CHECK(issues(sheet) == Issues{"3 时间 bad_timestamp", "4 经度 missing_required", "4 纬度 missing_required",
                                  "5 速度 out_of_range", "6 时间 out_of_range", "7 号牌号码 duplicate_in_file"});
    const auto track = track_of(desk, "吉G12345");
    REQUIRE(track.points.size() == 1);
    CHECK(track.points[0].lon() == 122.84);
    CHECK(track.points[0].speed_kmh() == 10.0);
}

TEST_CASE("what an import of tracks would do is said before, and nothing is written", "[data][intake]")
{
    ImportDesk desk;
    const auto before = desk.changes();
    const auto sheet = desk.import_text(ledger, {.dry_run = true, .plan = true});
    CHECK(counts(sheet) == "rows 3 added 3");
    CHECK(desk.changes() == before);
    CHECK(track_of(desk, "吉G12345").points.empty());
    REQUIRE(desk.last.plan->size() == 3);
    CHECK(desk.last.plan->row(0).key == "吉G12345/2026-11-23T06:50:00");
    const std::string fingerprint = desk.last.plan->fingerprint();
    RowSelection only;
    REQUIRE(add_to_selection(only, "3"));
    CHECK(desk.import_text(ledger, {.only = only}).left_out == 2);
    CHECK(track_of(desk, "吉G20002").points.size() == 1);
    const auto again = desk.import_text(ledger, {.dry_run = true, .plan = true});
    CHECK(counts(again) == "rows 3 added 2 unchanged 1");
    CHECK(desk.last.plan->fingerprint() != fingerprint);
}
