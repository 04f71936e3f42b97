#include "console/checks/results/check_file.hpp"
#include "data/intake/container.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace xiaoan;
using namespace xiaoan::checks;
using data::IssueCode;

namespace {

const std::array counties{data::CountyName{data::Adcode{220802}, "洮北区", {}}};

constexpr data::Date latest = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25};

CheckSheetReading read(std::string csv)
{
    const auto book = data::open_workbook(data::source_from_bytes("检查.csv", std::move(csv)));
    return read_check_file(*book, counties, latest).at(0);
}

}  // namespace

TEST_CASE("a filled sheet is read by the labels of its questions", "[results]")
{
    const auto reading = read("检查,,,车辆,,,\n检查编号,检查日期,天气,号牌号码,登记：核载人数,有随车照管人员,现场措施\n"
                              "20261125-1,2026-11-25,雪,吉G·12345,36,否,转运学生、移交\n"
                              "20261125-1,2026-11-25,,吉G20002,36,,\n"
                              "20261125-1,2026-11-25,,,,,\n");
    CHECK(reading.rows == 3);
    CHECK(reading.skipped == 1);
    CHECK(reading.refused == 0);
    CHECK(reading.issues.empty());
    REQUIRE(reading.vehicles.size() == 2);
    const auto& met = reading.vehicles[0].checked;
    CHECK(reading.vehicles[0].row == 3);
    CHECK(met.check == "20261125-1");
    CHECK(met.vehicle == "吉G12345");
    CHECK(met.answer("attendant") == "no");
    CHECK(met.answer("measures") == "transfer hand_over");
    CHECK(met.answer("met") == "yes");
    // Nobody came back about the other: it was expected, no more is said.
    CHECK(reading.vehicles[1].checked.answer("met").empty());
}

TEST_CASE("exports of ODK and Kobo are read by the names behind those of the groups", "[results]")
{
    const auto odk =
        read("SubmissionDate,start,end,g_check-check,g_check-date,g_check-position-Latitude,g_vehicle-scan,"
             "g_vehicle-vehicle,g_vehicle-met,g_load-counted,g_result-measures,meta-instanceID,KEY\n"
             "2026-11-25T08:00:00.000Z,2026-11-25T07:00:00.000+08:00,,20261125-1,2026-11-25,45.6,20261125-1 吉G12345,"
             "吉G12345,yes,43,finish_run hand_over,uuid:1,uuid:1\n");
    CHECK(odk.issues.empty());
    REQUIRE(odk.vehicles.size() == 1);
    CHECK(odk.vehicles[0].checked.answer("counted") == "43");
    CHECK(odk.vehicles[0].checked.answer("measures") == "finish_run hand_over");
    const auto kobo = read("start;g_check/check;g_check/date;g_vehicle/vehicle;g_result/measures;"
                           "g_result/measures/transfer;g_result/measures/impound;_id;_uuid;_submission_time\n"
                           "x;20261125-1;2026-11-25;吉G12345;transfer;1;0;77;u;2026-11-25T08:00:00\n");
    CHECK(kobo.issues.empty());
    REQUIRE(kobo.vehicles.size() == 1);
    CHECK(kobo.vehicles[0].checked.answer("measures") == "transfer");
    const auto split = read("g_check/check;g_vehicle/vehicle;g_result/measures/hand_over;g_result/measures/transfer;"
                            "g_result/found/PLATE-NONE;g_result/found/OVER-CAPACITY\n"
                            "20261125-1;吉G12345;1;1;1;0\n");
    REQUIRE(split.vehicles.size() == 1);
    CHECK(split.vehicles[0].checked.answer("measures") == "transfer hand_over");
    CHECK(split.vehicles[0].checked.answer("found") == "PLATE-NONE");
}

TEST_CASE("a row that cannot be read is refused with its column, the rest goes on", "[results]")
{
    const auto reading = read("检查编号,检查日期,号牌号码,实载人数,天色\n"
                              "20261125-1,2026-11-25,吉G12345,许多,好\n"
                              "20261125-1,2026-11-25,,40,\n"
                              "20261125-1,2026-11-25,吉G1O001,40,\n"
                              ",2026-11-25,吉G20002,40,\n");
    CHECK(reading.rows == 4);
    CHECK(reading.refused == 3);
    REQUIRE(reading.vehicles.size() == 1);
    REQUIRE(reading.issues.size() == 5);
    CHECK(reading.issues[0].code == IssueCode::unknown_column);
    CHECK(reading.issues[0].column == "天色");
    CHECK(reading.issues[1].row == 2);
    CHECK(reading.issues[1].column == "实载人数");
    CHECK(reading.issues[1].code == IssueCode::bad_count);
    CHECK(reading.issues[2].row == 3);
    CHECK(reading.issues[2].column == "号牌号码");
    CHECK(reading.issues[2].code == IssueCode::missing_required);
    // A slip is kept with a warning and a proposal, as everywhere.
    CHECK(reading.issues[3].code == IssueCode::bad_registration_number);
    CHECK(reading.issues[3].parameters == std::vector<std::string>{"吉G10001"});
    CHECK(reading.vehicles[0].checked.vehicle == "吉G1O001");
    CHECK(reading.issues[4].column == "检查编号");
}

TEST_CASE("the number of a check and its day stand for each other", "[results]")
{
    const auto by_team = read("检查日期,检查组,号牌号码\n2026-11-25,2,吉G12345\n");
    REQUIRE(by_team.vehicles.size() == 1);
    CHECK(by_team.vehicles[0].checked.check == "20261125-2");
    const auto by_number = read("检查编号,号牌号码\n20261125-2,无牌三轮车1\n");
    REQUIRE(by_number.vehicles.size() == 1);
    CHECK(by_number.vehicles[0].checked.held_on == std::chrono::sys_days{std::chrono::year{2026} / 11 / 25});
    CHECK(by_number.vehicles[0].checked.vehicle == "无牌三轮车1");
    CHECK(by_number.issues.empty());
}

TEST_CASE("of two rows about one vehicle the later holds, with a warning", "[results]")
{
    const auto reading = read("检查编号,号牌号码,实载人数\n20261125-1,吉G12345,40\n20261125-1,吉G·12345,41\n");
    REQUIRE(reading.vehicles.size() == 1);
    CHECK(reading.vehicles[0].checked.answer("counted") == "41");
    REQUIRE(reading.issues.size() == 1);
    CHECK(reading.issues[0].code == IssueCode::duplicate_in_file);
}

TEST_CASE("a file without a check sheet is refused as a whole", "[results]")
{
    CHECK_THROWS_AS(read("号牌号码,县区\n吉G12345,洮北区\n"), data::IntakeFault);
}

TEST_CASE("a total, a remark or a signature is no vehicle that was met", "[results]")
{
    const auto reading = read("检查编号,检查日期,号牌号码,实载人数,收取费用\n"
                              "20261125-1,2026-11-25,吉G12345,40,否\n"
                              "合计,,1辆,40,\n"
                              "20261125-1,2026-11-25,合计,40,\n"
                              "填报人：王某,,,,\n"
                              "20261125-1,2026-11-25,面包车一辆,9,是\n");
    CHECK(reading.rows == 5);
    CHECK(reading.skipped == 3);
    REQUIRE(reading.vehicles.size() == 2);
    CHECK(reading.vehicles[1].checked.vehicle == "面包车一辆");
}

TEST_CASE("no check can be of a day that is still to come", "[results]")
{
    const auto reading = read("检查编号,检查日期,号牌号码,实载人数\n"
                              "20261125-1,2026-11-25,吉G12345,40\n"
                              "20261126-1,2026-11-26,吉G20002,40\n");
    CHECK(reading.vehicles.size() == 1);
    CHECK(reading.refused == 1);
    REQUIRE(reading.issues.size() == 1);
    CHECK(reading.issues[0].row == 3);
    CHECK(reading.issues[0].column == "检查日期");
    CHECK(reading.issues[0].code == IssueCode::out_of_range);
}
