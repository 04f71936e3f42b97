#include "console/water/briefing/brief.hpp"
#include "console/water/briefing/gaps.hpp"
#include "console/water/briefing/parents_letter.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;
using language::Language;

namespace {

/// A school, a pond 222 m north of it without sign or equipment, and a river 11 km away with all of them.
std::shared_ptr<data::Snapshot> a_county()
{
    auto snapshot = an_empty_snapshot();
    auto region = std::make_shared<data::Region>();
    region->name_zh = "白城市";
    region->name_en = "Baicheng";
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei District", 122.9, 45.6}};
    snapshot->region = region;
    data::School school;
    school.code = "1";
    school.name = "平安小学";
    school.lon = 123;
    school.lat = 45;
    add_to(*snapshot, school);
    data::Water pond;
    pond.code = "W1";
    pond.name = "东坑";
    pond.kind = data::WaterKind::pond;
    pond.county = data::Adcode{220802};
    pond.lon = 123;
    pond.lat = 45.002;  // 0.002 degrees of latitude at 45 N: 222.3 m
    pond.warning_sign = pond.lifebuoy = pond.rope = pond.pole = pond.fence = data::Answer::no;
    add_to(*snapshot, pond);
    data::Water river = pond;
    river.code = "W2";
    river.name = "西河";
    river.kind = data::WaterKind::river;
    river.lat = 45.1;
    river.duty_unit = "镇政府";
    river.warning_sign = river.lifebuoy = river.rope = river.pole = river.fence = data::Answer::yes;
    add_to(*snapshot, river);
    return snapshot;
}

struct Made {
    std::shared_ptr<data::Snapshot> snapshot;
    WaterPlaces places;
    std::vector<WaterRisk> ranked;
};
Made made(const std::shared_ptr<data::Snapshot>& snapshot, Season season)
{
    WaterPlaces places(snapshot);
    auto ranked = risks(places, neighbours_of_waters(places), {.season = season}, monday);
    return {snapshot, std::move(places), std::move(ranked)};
}

std::string all_text(const documents::Letter& letter)
{
    std::string text;
    for (const auto& passage : letter.body) text += passage.text() + "\n";
    for (const auto& annex : letter.annexes) {
        text += annex.title + "\n";
        for (const auto& row : annex.table.rows)
            for (const auto& cell : row.cells) text += cell.text + "|";
    }
    return text;
}

bool says(const documents::Letter& letter, std::string_view words)
{
    return all_text(letter).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what a water lacks is counted apart from what nobody has verified", "[brief]")
{
    auto snapshot = a_county();
    auto water = *snapshot->all<data::Water>().begin();
    water.code = "W3";
    water.warning_sign = data::Answer::not_given;
    add_to(*snapshot, water);
    const auto of = made(snapshot, {.name = SeasonName::summer});
    const auto counts = count_measures(of.ranked);
    CHECK(measures[0] == "warning_sign");
    CHECK(counts[0].missing == 1);
    CHECK(counts[0].unknown == 1);
    CHECK(counts[1].missing == 2);  // lifebuoys: W1 and W3
}

TEST_CASE("a briefing names the waters that come first, with distance, reasons and who answers for them", "[brief]")
{
    const auto of = made(a_county(), {.name = SeasonName::summer});
    const auto letter = brief(of.places, of.ranked,
                              {.season = {.name = SeasonName::summer}, .as_of = monday, .issued_by = "白城市教育局"});
    CHECK(documents::title_text(letter) == "白城市中小学生防溺水季节工作简报");
    CHECK(says(letter, "截至2026年11月23日，白城市登记学校周边水域2处"));
    CHECK(says(letter, "1.东坑（洮北区）"));
    CHECK(says(letter, "距平安小学222米"));
    CHECK(says(letter, "2.西河（洮北区）"));
    CHECK(says(letter, "3000米内没有登记的学校"));
    CHECK(says(letter, "责任单位：镇政府"));
    CHECK(says(letter, "警示牌缺1处、未核实0处"));
    CHECK(says(letter, "溺水高发期"));
    CHECK(letter.signature == "白城市教育局");
    REQUIRE(letter.annexes.size() == 2);
    CHECK(letter.annexes[0].table.rows.size() == 2);
}

TEST_CASE("each season asks for its own, and none calls a water safe", "[brief]")
{
    const auto snapshot = a_county();
    for (const auto name : {SeasonName::freeze_up, SeasonName::ice, SeasonName::thaw, SeasonName::spring,
                            SeasonName::summer, SeasonName::autumn})
        for (const auto language : {Language::zh, Language::en}) {
            const Season season{.name = name};
            const auto of = made(snapshot, season);
            const auto letter = brief(of.places, of.ranked, {.season = season, .as_of = monday, .language = language});
            CHECK_FALSE(says(letter, " safe"));
            CHECK_FALSE(says(letter, "安全水域"));
            CHECK_FALSE(says(letter, "{"));
        }
    const auto of = made(snapshot, {.name = SeasonName::thaw});
    CHECK(says(brief(of.places, of.ranked, {.season = {.name = SeasonName::thaw}, .as_of = monday}), "冰排"));
}

TEST_CASE("a month is told the advice of its season", "[brief]")
{
    const Season july{.month = std::chrono::year{2026} / 7};
    const auto of = made(a_county(), july);
    CHECK(says(brief(of.places, of.ranked, {.season = july, .as_of = monday}), "溺水高发期"));
}

TEST_CASE("a county without waters is told to look for them", "[brief]")
{
    const auto of = made(an_empty_snapshot(), {.name = SeasonName::summer});
    const auto letter = brief(of.places, of.ranked, {.season = {.name = SeasonName::summer}, .as_of = monday});
    CHECK(says(letter, "没有登记不等于没有水域"));
    CHECK(letter.annexes.empty());
}

TEST_CASE("the letter to parents names the waters near the school, phones and the receipt, and no pupil", "[brief]")
{
    const auto snapshot = a_county();
    const WaterPlaces places(snapshot);
    const auto near = exposures(places, {.within_m = 3000, .school = "1"});
    const auto letter = parents_letter(*snapshot, *snapshot->all<data::School>().begin(), near.pairs,
                                       {.as_of = monday, .season = {.name = SeasonName::ice}});
    CHECK(letter.addressee == "平安小学学生家长：");
    CHECK(says(letter, "东坑（距学校222米）"));
    CHECK_FALSE(says(letter, "西河"));
    for (const auto* part : {"六不", "四知", "110", "119", "120", "回执", "家长签名"}) {
        CAPTURE(part);
        CHECK(says(letter, part));
    }
}
