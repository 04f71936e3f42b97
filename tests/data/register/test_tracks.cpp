#include "data/register/track_codec.hpp"
#include "tests/data/register/a_register.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

Timestamp at(std::string_view iso)
{
    return timestamp_from_iso(iso);
}

TrackPoint a_point(std::string_view iso, double lon, double lat, std::optional<double> speed = {},
                   std::uint32_t row = 2)
{
    return track_point(at(iso), lon, lat, speed, row).value();
}

const std::vector<TrackPoint> morning{a_point("2026-11-23T06:50:00", 122.8390241, 45.6196412, 0),
                                      a_point("2026-11-23T06:50:10", 122.8391, 45.6197, 31.25, 3),
                                      a_point("2026-11-23T06:50:40", -122.5, -45.5, {}, 9)};

/// Adds points of one vehicle as one change.
ChangeId add(Register& into, std::string_view number, std::span<const TrackPoint> points)
{
    Edit edit = into.edit();
    const auto source = edit.add_source({"tracks.csv", "", "00", "tracks"}, coordinator);
    edit.add_track(number, points, source);
    return edit.commit(coordinator, "import", "tracks.csv").value();
}

std::vector<TrackPoint> points_of(const Register& in, std::string_view number,
                                  std::string_view first = "2026-11-23T00:00:00",
                                  std::string_view last = "2026-11-23T23:59:59")
{
    return in.track(number, at(first), at(last)).points;
}

}  // namespace

TEST_CASE("points of a track keep 1e-7 degree and 0.01 km/h, and are refused beyond what they can hold", "[register]")
{
    CHECK(morning[0].lon_e7 == 1'228'390'241);
    CHECK(morning[1].speed_ckmh == 3125);
    CHECK_FALSE(morning[2].speed_kmh());
    CHECK(track_point(at("2106-02-07T06:28:15"), 0, 0, 655.0));
    CHECK_FALSE(track_point(at("2106-02-07T06:28:16"), 0, 0, {}));
    CHECK_FALSE(track_point(at("1969-12-31T23:59:59"), 0, 0, {}));
    CHECK_FALSE(track_point(at("2026-11-23T06:50:00"), 0, 0, 655.5));
    CHECK_FALSE(track_point(at("2026-11-23T06:50:00"), 0, 0, -1.0));
    CHECK_FALSE(track_point(at("2026-11-23T06:50:00"), 180.1, 0, {}));
}

TEST_CASE("a block gives back the points it was made of, and nothing for other bytes", "[register]")
{
    const std::string bytes = encoded_track(morning);
    std::vector<TrackPoint> back;
    REQUIRE(decode_track(bytes, 0, back));
    CHECK(back == morning);
    for (std::size_t i = 0; i < bytes.size(); ++i) CHECK_FALSE(decode_track(bytes.substr(0, i), 0, back));
    CHECK_FALSE(decode_track(bytes + '\0', 0, back));
    CHECK(back.size() == morning.size());
}

TEST_CASE("points are read by vehicle and time, and what came last holds", "[register]")
{
    Folder folder;
    Register bureau = a_new_register(folder);
    add(bureau, "吉G12345", morning);
    add(bureau, "吉G20002", std::span{morning}.first(1));
    const TrackPoint corrected = a_point("2026-11-23T06:50:10", 122.84, 45.62, 30.0, 7);
    add(bureau, "吉G12345", {&corrected, 1});
    const auto track = bureau.track("吉G12345", at("2026-11-23T00:00:00"), at("2026-11-23T23:59:59"));
    REQUIRE(track.points.size() == 3);
    CHECK(track.points[0].same_as(morning[0]));
    CHECK(track.points[1].same_as(corrected));
    CHECK(track.points[1].row == 7);
    CHECK(track.blocks[track.points[1].block].source > track.blocks[track.points[0].block].source);
    CHECK(points_of(bureau, "吉G12345", "2026-11-23T06:50:10", "2026-11-23T06:50:39").size() == 1);
    CHECK(points_of(bureau, "吉G12345", "2026-11-24T00:00:00", "2026-11-24T23:59:59").empty());
    CHECK(bureau.track_blocks(at("2026-11-23T06:50:40"), at("2026-11-23T07:00:00")).size() == 1);
}

TEST_CASE("a long track is several blocks, and equal ones are kept once", "[register]")
{
    Folder folder;
    Register bureau = a_new_register(folder);
    std::vector<TrackPoint> points(points_a_block + 1, morning[0]);
    for (std::size_t i = 0; i < points.size(); ++i) points[i].at_s += static_cast<std::uint32_t>(i);
    add(bureau, "吉G12345", points);
    add(bureau, "吉G20002", points);
    CHECK(bureau.track_blocks(Timestamp{0}, at("2030-01-01T00:00:00")).size() == 4);
    CHECK(points_of(bureau, "吉G20002") == points_of(bureau, "吉G12345"));
    CHECK(bureau.verify().sound());
}

TEST_CASE("the arrival of a track can be undone, was not known before, and is in the backup", "[register]")
{
    Folder folder;
    Register bureau = a_new_register(folder);
    add(bureau, "吉G20002", std::span{morning}.first(1));
    const ChangeId change = add(bureau, "吉G12345", morning);
    CHECK(points_of(bureau.as_known(ChangeId{change.value - 1}), "吉G12345").empty());
    CHECK(points_of(bureau.as_known(change), "吉G12345").size() == 3);
    bureau.backup(folder.file("copy.xiaoan"));
    CHECK(points_of(Register::open(folder.file("copy.xiaoan"), Register::Access::read), "吉G12345").size() == 3);
    const Change entry = bureau.history({}).front();
    CHECK(entry.touched == 3);
    REQUIRE(entry.records.size() == 1);
    CHECK(entry.records[0].kind == "track_blocks");
    CHECK(entry.records[0].key == "吉G12345");
    REQUIRE(bureau.apply(UndoChange{change}, coordinator));
    CHECK(points_of(bureau, "吉G12345").empty());
    CHECK(points_of(bureau, "吉G20002").size() == 1);
    HistoryRequest of_bus;
    of_bus.kind = "track_blocks";
    of_bus.key = "吉G12345";
    CHECK(bureau.history(of_bus).size() == 2);
    CHECK(bureau.verify().sound());
}

TEST_CASE("verify finds a track whose content is gone or was changed", "[register]")
{
    Folder folder;
    {
        Register bureau = a_new_register(folder);
        add(bureau, "吉G12345", morning);
    }
    {
        SQLite::Database db(folder.file("register.xiaoan"), SQLite::OPEN_READWRITE);
        CHECK(db.exec("UPDATE track_content SET packed = CAST(packed || 'x' AS BLOB)") == 1);
    }
    const auto found = Register::open(folder.file("register.xiaoan"), Register::Access::read).verify();
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].what == "track");
    CHECK(found.problems[0].detail.starts_with("吉G12345"));
}
