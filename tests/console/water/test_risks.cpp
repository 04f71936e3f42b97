#include "console/water/risks.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

data::Water a_water(std::string code, data::WaterKind kind, std::optional<double> lon = 123.0)
{
    data::Water water;
    water.code = std::move(code);
    water.kind = kind;
    water.county = data::Adcode{220802};
    water.lon = lon;
    water.lat = 45.5;
    return water;
}

template <class... Records>
std::vector<std::string> ranked(water::RiskQuestion question, const Records&... records)
{
    const water::WaterPlaces places(a_snapshot(records...));
    std::vector<std::string> codes;
    for (const auto& risk : water::risks(places, water::neighbours_of_waters(places, {}), question, monday, {}))
        codes.push_back(risk.water->code);
    return codes;
}

const water::RiskQuestion in_summer{.season = {water::SeasonName::summer, std::nullopt}};
using Codes = std::vector<std::string>;

TEST_CASE("waters come by score, then exposure, then gaps, then code", "[water]")
{
    using data::WaterKind;
    CHECK(ranked(in_summer, a_water("A", WaterKind::ditch), a_water("B", WaterKind::river),
                 a_water("C", WaterKind::pond)) == Codes{"B", "C", "A"});
    // Equal scores: a fence (unknown 3, none 5) against a bank (unknown 3, gentle 0) and depth unknown 5 against 0.5 m
    // 0
    auto more_gaps = a_water("Z", WaterKind::pond), fewer_gaps = a_water("A", WaterKind::pond);
    more_gaps.fence = data::Answer::no;        // +2 in gaps
    more_gaps.current = data::Current::still;  // -2 in hazard
    CHECK(ranked(in_summer, more_gaps, fewer_gaps) == Codes{"Z", "A"});
    CHECK(ranked(in_summer, a_water("W2", WaterKind::pond), a_water("W1", WaterKind::pond)) == Codes{"W1", "W2"});
}

TEST_CASE("a water without a place is ranked too", "[water]")
{
    CHECK(ranked(in_summer, a_water("A", data::WaterKind::ditch), a_water("B", data::WaterKind::river, std::nullopt)) ==
          Codes{"B", "A"});
}

TEST_CASE("a county and a number of waters can be asked for", "[water]")
{
    auto elsewhere = a_water("B", data::WaterKind::river);
    elsewhere.county = data::Adcode{220881};
    auto question = in_summer;
    question.county = data::Adcode{220802};
    CHECK(ranked(question, a_water("A", data::WaterKind::ditch), elsewhere) == Codes{"A"});
    question = in_summer;
    question.top = 1;
    CHECK(ranked(question, a_water("A", data::WaterKind::ditch), elsewhere) == Codes{"B"});
}

TEST_CASE("the JSON names every factor with its points", "[water]")
{
    auto water = a_water("W1", data::WaterKind::river);
    water.name = "洮儿河";
    const water::WaterPlaces places(a_snapshot(water));
    const auto found = water::risks(places, water::neighbours_of_waters(places, {}), in_summer, monday, {});
    // Unknown surroundings 0 + 0 + 2 + 3 + 1; river 10, depth 5, bank 3, current 2; 3 + 2 + 2 + 2 + 3 + 3 + 2; 0: 43
    CHECK(
        water::risks_json(found, in_summer.season) ==
        R"({"season":"summer","waters":[{"water":"W1","name":"洮儿河","county":"220802","base":43,"score":43,)"
        R"("level":"yellow","completeness":18,"reasons":[{"factor":"distance","value":"unknown","points":0},)"
        R"({"factor":"pupils","value":"unknown","points":0},{"factor":"on_the_way","value":"unknown","points":2},)"
        R"({"factor":"dwellings","value":"unknown","points":3},{"factor":"left_behind","value":"unknown","points":1},)"
        R"({"factor":"kind","value":"river","points":10},{"factor":"depth","value":"unknown","points":5},)"
        R"({"factor":"bank","value":"unknown","points":3},{"factor":"current","value":"unknown","points":2},)"
        R"({"factor":"warning_sign","value":"unknown","points":3},{"factor":"lifebuoy","value":"unknown","points":2},)"
        R"({"factor":"rope","value":"unknown","points":2},{"factor":"pole","value":"unknown","points":2},)"
        R"({"factor":"fence","value":"unknown","points":3},{"factor":"duty_holder","value":"none","points":3},)"
        R"({"factor":"patrol","value":"none","points":2},{"factor":"incidents","value":"unknown","points":0}],)"
        R"("schools":[]}]})");
}

}  // namespace
