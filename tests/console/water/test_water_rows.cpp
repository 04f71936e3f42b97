#include "console/water/water_rows.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;
using water::WaterColumn;
using water::WaterFilter;

data::School a_school(std::string code, std::string name, std::uint32_t county)
{
    data::School school;
    school.code = std::move(code);
    school.name = std::move(name);
    school.county = data::Adcode{county};
    return school;
}

data::Water a_water(std::string code, std::string name, std::uint32_t county)
{
    data::Water water;
    water.code = std::move(code);
    water.name = std::move(name);
    water.county = data::Adcode{county};
    return water;
}

/// Two schools and three waters at distances said by hand.
struct Place {
    data::School north = a_school("S1", "平安小学", 220802);
    data::School south = a_school("S2", "瞻榆学校", 220822);
    data::Water pond = a_water("W1", "南坑塘", 220802);
    data::Water river = a_water("W2", "洮儿河", 220822);
    data::Water pit = a_water("W3", "", 220822);
    water::Exposures exposures;

    Place()
    {
        pond.duty_unit = "平安镇人民政府";
        exposures.pairs = {{&north, &pond, 240, false, {}},
                           {&north, &river, 200, false, {}},
                           {&south, &pond, 199.7, false, {}},
                           {&south, &river, 990.4, false, {}},
                           {&south, &pit, 0, true, {}}};
    }
    [[nodiscard]] std::vector<std::string> codes(const WaterFilter& filter, const water::WaterOrder& order = {}) const
    {
        std::vector<std::string> all;
        for (const auto& row : water_rows(exposures, filter, order).rows) all.push_back(row.water->code);
        return all;
    }
};

using Codes = std::vector<std::string>;

TEST_CASE("each water has one row with its nearest school, nearest first", "[water]")
{
    const Place place;
    const auto rows = water_rows(place.exposures, {}, {});
    REQUIRE(rows.rows.size() == 3);
    CHECK(rows.rows[0].water->code == "W3");
    CHECK(rows.rows[0].inside);
    CHECK(rows.rows[1].water->code == "W1");
    CHECK(rows.rows[1].nearest->code == "S2");
    CHECK(rows.rows[1].schools == 2);
    CHECK(rows.rows[2].water->code == "W2");
}

TEST_CASE("a range holds its own boundary, and counts are of waters", "[water]")
{
    const Place place;
    const auto rows = water_rows(place.exposures, {.within_m = 200, .county = {}, .text = {}}, {});
    CHECK(rows.rows.size() == 3);
    CHECK(rows.rows[2].schools == 1);  // the river is within 200 m of one school only
    CHECK(rows.counts == std::array<std::size_t, 4>{3, 3, 3, 3});
    CHECK(water_rows(place.exposures, {.within_m = 199.9, .county = {}, .text = {}}, {}).rows.size() == 2);
}

TEST_CASE("a county shows its own waters and those within reach of its schools", "[water]")
{
    const Place place;
    CHECK(place.codes({.within_m = 3000, .county = data::Adcode{220802}, .text = {}}) == Codes{"W1", "W2"});
    CHECK(place.codes({.within_m = 3000, .county = data::Adcode{220881}, .text = {}}).empty());
}

TEST_CASE("typing finds waters by name, code, duty unit and school", "[water]")
{
    const Place place;
    const auto typed = [&](std::string text) {
        return place.codes({.within_m = 3000, .county = {}, .text = std::move(text)});
    };
    CHECK(typed("坑塘") == Codes{"W1"});
    CHECK(typed("w2") == Codes{"W2"});
    CHECK(typed("镇人民") == Codes{"W1"});
    CHECK(typed("平安小学") == Codes{"W1", "W2"});
    CHECK(typed("不存在").empty());
}

TEST_CASE("a column sorts, and rows that are equal there stay by distance", "[water]")
{
    const Place place;
    CHECK(place.codes({}, {WaterColumn::county, false}) == Codes{"W1", "W3", "W2"});
    CHECK(place.codes({}, {WaterColumn::distance, true}) == Codes{"W2", "W1", "W3"});
}

TEST_CASE("the ranking brings every water, also those that no school is near to, and their bands", "[water]")
{
    auto snapshot = an_empty_snapshot();
    auto school = a_school("S1", "平安小学", 220802);
    school.lon = 123;
    school.lat = 45;
    add_to(*snapshot, school);
    auto near = a_water("NEAR", "南坑塘", 220802), far = a_water("FAR", "月亮泡", 220882),
         nowhere = a_water("NOWHERE", "无坐标塘", 220802);
    near.lon = far.lon = 123;
    near.lat = 45.002;  // 222 m
    far.lat = 46;       // 111 km
    add_to(*snapshot, near);
    add_to(*snapshot, far);
    add_to(*snapshot, nowhere);
    const auto places = std::make_shared<const water::WaterPlaces>(snapshot);
    const auto exposures = water::exposures(*places, {.within_m = 3000});
    const auto ranked = water::rank_waters(places, {.name = water::SeasonName::summer}, monday, {});

    const auto within = water_rows(exposures, {}, {WaterColumn::rank, false}, ranked.get());
    REQUIRE(within.rows.size() == 1);
    CHECK(within.rows[0].rank == 1);
    CHECK(within.all == 3);
    const auto all = water_rows(exposures, {.within_m = water::any_range_m, .county = {}, .text = {}},
                                {WaterColumn::rank, false}, ranked.get());
    REQUIRE(all.rows.size() == 3);
    CHECK(all.rows[0].water->code == "NEAR");
    CHECK(all.rows[1].nearest == nullptr);
    CHECK(all.rows[1].rank == 2);
    CHECK(all.levels[0] + all.levels[1] + all.levels[2] + all.levels[3] == 3);
    const auto level = all.rows[0].risk->score.level;
    const auto of_level =
        water_rows(exposures, {.within_m = water::any_range_m, .county = {}, .text = {}, .level = level},
                   {WaterColumn::rank, false}, ranked.get());
    CHECK(of_level.rows.size() == all.levels[static_cast<std::size_t>(level)]);
    CHECK(of_level.levels == all.levels);  // the chips go on saying how many there are of each
    CHECK(water_rows(exposures, {.within_m = 3000, .county = {}, .text = {}, .level = level}, {})
              .rows.empty());  // before the ranking nobody knows the bands
}

TEST_CASE("what nobody gave is not checked, which is neither there nor missing", "[water]")
{
    CHECK(water::answer_word(data::Answer::not_given, Language::zh) == "未核实");
    CHECK(water::answer_word(data::Answer::no, Language::zh) == "无");
    CHECK(water::answer_word(data::Answer::yes, Language::zh) == "有");
    CHECK(water::distance_text(239.6) == "240 m");
    CHECK(water::distance_text(1240.2) == "1,240 m");
    CHECK(water::water_name(a_water("220822-K07", "", 220822), Language::zh) == "无名水域 220822-K07");
}

}  // namespace
