#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

namespace {

using namespace xiaoan::test;

/// Bus 吉G30003 on Friday's run of 06:50 along 7.8 km of road, a fix every 30 s; from the tenth to the twentieth it
/// drives 1.1 km north of its route.
std::string a_track()
{
    std::string text = "号牌号码,时间,经度,纬度\n";
    for (int i = 0; i <= 36; ++i)
        text += fmt::format("吉G30003,2026-11-20 {:02}:{:02}:{:02},{:.6f},{}\n", 6 + (50 + i / 2) / 60,
                            (50 + i / 2) % 60, i % 2 * 30, 123 + 0.1 * i / 36,
                            i == 10             ? "45.5102"
                            : i > 10 && i <= 20 ? "45.51"
                                                : "45.5");
    return text;
}

class TrackedDesk : public WholeDesk {
public:
    TrackedDesk()
    {
        write("线路图.csv", "线路编号,学校标识码,发车时间,到达时间,线路几何\n"
                            "L3,2122000001,06:50,07:08,\"LINESTRING (123 45.5, 123.1 45.5)\"\n");
        write("站点.csv",
              "线路编号,顺序,站点名称,经度,纬度,到站时间\nL3,1,东站,123,45.5,06:50\nL3,2,西站,123.1,45.5,07:05\n");
        write("轨迹.csv", a_track());
        tracked = (*this)({"import", "线路图.csv", "站点.csv", "轨迹.csv"});
    }
    Ran tracked;
};

TEST_CASE("recorded tracks are compared with the permitted route and time", "[cli]")
{
    const TrackedDesk desk;
    REQUIRE(desk.tracked.code == 0);
    const auto answer = parsed(desk.json({"conformance"}).out);
    REQUIRE(answer["runs"].Size() == 1);
    const auto& run = answer["runs"][0];
    CHECK(run["registration_number"].GetString() == std::string{"吉G30003"});
    CHECK(run["route"].GetString() == std::string{"L3"});
    CHECK(run["date"].GetString() == std::string{"2026-11-20"});
    // Ten legs of 217 m, and of the legs that lead there and back (1,132 m) what lies beyond 200 of 1,111 m north.
    CHECK(run["off_route_m"].GetDouble() > 4000);
    CHECK(run["off_route_m"].GetDouble() < 4060);
    CHECK(run["stops_unapproved"].GetInt() == 0);
    CHECK(run["late_min"].GetInt() == 3);  // at 07:08 in place of 07:05
    CHECK(run["max_kmh"].GetDouble() > 130);
    CHECK(run["findings"].Size() == 2);
    CHECK(desk.json({"conformance", "--bus", "吉G10001"}).out == "{\"runs\":[]}\n");
    CHECK(desk.json({"conformance", "--county", "洮北区"}).out == "{\"runs\":[]}\n");
    CHECK(desk.json({"conformance", "--to", "2026-11-19"}).out == "{\"runs\":[]}\n");
    CHECK(desk({"conformance", "--from", "20.11.2026"}).code == 2);
    CHECK(desk.on_monday({"conformance"}).out.find("吉G·30003") != std::string::npos);
    CHECK(desk.on_monday({"--format", "csv", "conformance"}).out.starts_with("日期,号牌号码,"));
}

TEST_CASE("what a track tells is a finding with the file and row it came from, and gone with its import", "[cli]")
{
    const TrackedDesk desk;
    const auto found = parsed(desk.json({"findings", "--rule", "SPEED-OVER"}).out);
    REQUIRE(found["findings"].Size() == 1);
    const auto& finding = found["findings"][0];
    CHECK(finding["severity"].GetString() == std::string{"notice"});
    CHECK(finding["department"].GetString() == std::string{"police_traffic"});
    const auto& source = finding["evidence"][0]["source"];
    REQUIRE(source.IsObject());
    CHECK(source["file"].GetString() == std::string{"轨迹.csv"});
    CHECK(source["row"].GetInt() == 12);  // the tenth leg ends at the eleventh fix, below the headers
    REQUIRE(desk({"import", "轨迹.csv"}).code == 0);
    const auto history = parsed(desk.json({"history"}).out);
    const auto change = std::to_string(history["changes"][0]["change"].GetInt());
    REQUIRE(desk({"undo", change}).code == 0);
    CHECK(parsed(desk.json({"findings", "--rule", "SPEED-OVER"}).out)["findings"].Size() == 0);
    CHECK(desk.json({"conformance"}).out == "{\"runs\":[]}\n");
    CHECK(desk({"verify"}).code == 0);
}

TEST_CASE("what a track tells can be set aside as everything else", "[cli]")
{
    const TrackedDesk desk;
    REQUIRE(desk.on_monday({"waive", "SPEED-OVER", "吉G30003", "--until", "2026-11-23", "--reason", "测速设备待校验"})
                .code == 0);
    CHECK(parsed(desk.json({"findings", "--rule", "SPEED-OVER"}).out)["findings"].Size() == 0);
}

TEST_CASE("a suspected vehicle is a finding of its own, until somebody sets it aside", "[cli]")
{
    const BusyDesk desk;
    desk.write("过车.csv", "时间,地点,号牌号码,疑似载学生,备注\n"
                           "2026-11-16 07:00,平安小学门前,吉G8X552,是,面包车\n"
                           "2026-11-17 07:01,平安小学门前,吉G8X552,是,\n"
                           "2026-11-18 07:02,平安小学门前,吉G8X552,是,\n");
    REQUIRE(desk({"import", "过车.csv"}).code == 0);
    const auto answer = parsed(desk.json({"findings", "--rule", "SUSPECT-CARRIAGE"}).out);
    REQUIRE(answer["findings"].Size() == 1);
    const auto& finding = answer["findings"][0];
    CHECK(finding["subject"]["kind"].GetString() == std::string{"vehicle"});
    CHECK(finding["subject"]["key"].GetString() == std::string{"吉G8X552"});
    CHECK(finding["severity"].GetString() == std::string{"rectify"});
    CHECK(finding["since"].GetString() == std::string{"2026-11-16"});
    CHECK(answer["counts"]["SUSPECT-CARRIAGE"].GetInt() == 1);
    CHECK(desk.on_monday({"findings"}).out.find("疑似非法接送") != std::string::npos);
    CHECK(parsed(desk.json({"findings", "--severity", "stop"}).out)["counts"].HasMember("SUSPECT-CARRIAGE") == false);
}

TEST_CASE("a suspected vehicle is in lists and comparisons, and a case can be opened on it or it be set aside", "[cli]")
{
    const BusyDesk desk;
    desk.write("过车.csv", "时间,地点,号牌号码,疑似载学生,备注\n"
                           "2026-11-16 07:00,平安小学门前,吉G8X552,是,面包车\n"
                           "2026-11-17 07:01,平安小学门前,吉G8X552,是,\n"
                           "2026-11-18 07:02,平安小学门前,吉G8X552,是,\n");
    REQUIRE(desk({"import", "过车.csv"}).code == 0);
    // On the 17th there were but two days, on the 18th a third.
    const auto changed = parsed(desk.json({"findings", "--rule", "SUSPECT-CARRIAGE", "--against", "2026-11-17"}).out);
    CHECK(changed["counts"]["new"]["SUSPECT-CARRIAGE"].GetInt() == 1);
    REQUIRE(changed["new"].Size() == 1);
    CHECK(changed["new"][0]["subject"]["key"].GetString() == std::string{"吉G8X552"});
    const auto still = parsed(desk.json({"findings", "--rule", "SUSPECT-CARRIAGE", "--against", "2026-11-18"}).out);
    REQUIRE(still["still"].Size() == 1);
    CHECK(still["still"][0]["days"].GetInt() == 7);  // since the 16th, on the 23rd

    REQUIRE(desk.on_monday({"findings", "--rule", "SUSPECT-CARRIAGE", "--out", "问题.csv"}).code == 0);
    CHECK(desk.read("问题.csv").find("吉G8X552") != std::string::npos);

    const auto opened = parsed(desk.json({"cases", "open", "--bus", "吉G·8X552"}).out);
    REQUIRE(opened["cases"].Size() == 1);
    const auto& made = opened["cases"][0];
    CHECK(made["subject"]["kind"].GetString() == std::string{"vehicle"});
    CHECK(made["department"].GetString() == std::string{"transport"});
    CHECK(made["due_on"].GetString() == std::string{"2026-11-30"});      // to be put right within 7 days
    CHECK(desk.json({"cases", "open", "--bus", "吉G8X552"}).code != 0);  // it lives already
    CHECK(desk.json({"cases", "open", "--bus", "吉G8X552", "--department", "police_traffic"}).code == 0);

    CHECK(desk.on_monday({"waive", "SUSPECT-CARRIAGE", "吉G0A000", "--until", "2026-12-31", "--reason", "x"}).code !=
          0);
    REQUIRE(desk.on_monday({"waive", "SUSPECT-CARRIAGE", "吉G8X552", "--until", "2026-12-31", "--reason", "村民自用"})
                .code == 0);
    CHECK(parsed(desk.json({"findings", "--rule", "SUSPECT-CARRIAGE"}).out)["findings"].Size() == 0);
}

}  // namespace
