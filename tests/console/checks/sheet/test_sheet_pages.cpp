#include "console/checks/sheet/question.hpp"
#include "console/checks/sheet/sheet_pages.hpp"
#include "console/checks/sheet/vehicle_page.hpp"
#include "tests/console/checks/sheet/a_sheet.hpp"
#include "tests/console/documents/a_letter.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;
using documents::Page;
using language::Language;

TEST_CASE("a team has a cover, a page for each vehicle and a blank one, and nothing leaves the paper", "[sheet]")
{
    const auto language = GENERATE(Language::zh, Language::en);
    const rules::Dossiers dossiers(two_buses());
    const auto pages = sheet_pages(a_sheet(dossiers, language), EvenMetrics{});
    REQUIRE(pages.size() == 4);
    for (const Page& page : pages) {
        for (const auto& line : page.lines) CHECK(right_of(line) <= sheet_frame.right() + 0.01);
        for (const auto& stroke : page.strokes) CHECK(stroke.y1 <= sheet_frame.bottom + 0.01);
    }
    // The cover has no code; each vehicle has its own, in the upper right corner.
    const auto dark = [](const Page& page) {
        return std::ranges::count_if(page.areas, [](const auto& area) { return area.grey == 0; });
    };
    CHECK(dark(pages[0]) == 0);
    for (std::size_t i = 1; i < 4; ++i) CHECK(dark(pages[i]) > 100);
}

TEST_CASE("the page of a vehicle asks every question of the road, the cover what is asked once", "[sheet]")
{
    const rules::Dossiers dossiers(two_buses());
    const auto pages = sheet_pages(a_sheet(dossiers), EvenMetrics{});
    const auto compact = [](std::string text) {
        std::erase(text, '\n');
        return text;
    };
    const std::string cover = compact(text_of(pages[0])), vehicle = compact(text_of(pages[2]));
    CHECK(cover.find("20261123-1") != std::string::npos);
    CHECK(cover.find("示例小学门口") != std::string::npos);
    CHECK(cover.find("不是处罚文书") != std::string::npos);
    CHECK(cover.find("先安置学生") < cover.find("再处理车辆"));
    CHECK(vehicle.find("吉G·20002") != std::string::npos);
    CHECK(vehicle.find("无校车标牌") != std::string::npos);
    for (const Question& question : questions()) {
        CAPTURE(question.name);
        const bool on_cover = question.section == Section::check && question.name != "time";
        if (on_cover || question.filled == Filled::in_advance) continue;
        CHECK(vehicle.find(question.zh) != std::string::npos);
    }
    // No amount of a fine is printed anywhere.
    for (const Page& page : pages) CHECK(text_of(page).find("罚款") == std::string::npos);
}
