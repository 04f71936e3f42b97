#include "console/water/equipment/planned.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;

namespace {

/// A pond 222 m from a school that lacks sign, lifebuoy, rope, pole and fence; a pond far off that lacks the same; and
/// one of which nobody has verified anything.
struct Shore {
    std::shared_ptr<data::Snapshot> snapshot = an_empty_snapshot();
    std::vector<WaterRisk> ranked;

    explicit Shore(SeasonName season = SeasonName::summer)
    {
        data::School school;
        school.code = "1";
        school.lon = 123;
        school.lat = 45;
        add_to(*snapshot, school);
        data::Water pond;
        pond.kind = data::WaterKind::pond;
        pond.lon = 123;
        for (const auto& [code, lat, answer] :
             {std::tuple{"NEAR", 45.002, data::Answer::no}, std::tuple{"FAR", 45.2, data::Answer::no},
              std::tuple{"UNKNOWN", 45.3, data::Answer::not_given}}) {
            pond.code = code;
            pond.lat = lat;
            pond.warning_sign = pond.lifebuoy = pond.rope = pond.pole = pond.fence = answer;
            add_to(*snapshot, pond);
        }
        const WaterPlaces places(snapshot);
        ranked = risks(places, neighbours_of_waters(places, {}), {.season = {.name = season}}, monday, {});
    }
};

constexpr Prices whole{{300, 150, 80, 60, 3000}};

}  // namespace

TEST_CASE("what is put up takes its points off, and the ranking follows", "[water]")
{
    const Shore shore;
    REQUIRE(shore.ranked[0].water->code == "NEAR");
    REQUIRE(shore.ranked[1].water->code == "FAR");
    // All five: 5 + 4 + 3 + 3 + 5 = 20 points at the factor 1.00 of summer.
    const auto effects = effects_of(
        shore.ranked, {{"FAR", {"warning_sign", "lifebuoy", "rope", "pole", "fence"}}, {"NOWHERE", {"rope"}}}, whole);
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].score - effects[0].score_after == 20);
    CHECK(effects[0].rank == 2);
    CHECK(effects[0].rank_after == 3);  // behind UNKNOWN, which counts 12 for what nobody verified
    CHECK(effects[0].yuan == 3590);
    CHECK(effects[0].items.size() == 5);
}

TEST_CASE("money goes where it takes most points off, near schools first among equals", "[water]")
{
    const Shore shore;
    // 230 yuan: lifebuoy and rope 7 points; or lifebuoy, pole 7 for 210; or 2 poles and a rope 9 for 200; or 2 ropes
    // and a pole 9 for 220; 2 poles first leaves 110: one rope. Nothing gives 10: 3 pieces of 3 points at most.
    const auto plan = equipment_plan(shore.ranked, {.budget_yuan = 230, .prices = whole});
    REQUIRE(plan.has_value());
    CHECK(plan->off_hundredths == 900);
    CHECK(plan->bought == 3);
    CHECK(plan->spent_yuan <= 230);
    REQUIRE(plan->effects.front().water->code == "NEAR");
    CHECK(plan->effects.front().items == std::vector<std::string_view>{"rope", "pole"});
    CHECK(plan->missing == 10);
    CHECK(plan->all_yuan == 2 * 3590);
    CHECK(plan->unverified == 5);

    // 60 yuan: one pole, at the pond by the school, although both poles take off the same.
    const auto pole = equipment_plan(shore.ranked, {.budget_yuan = 60, .prices = whole});
    REQUIRE(pole->effects.size() == 1);
    CHECK(pole->effects[0].water->code == "NEAR");
}

TEST_CASE("points are weighed by the season, and what nobody verified is bought only when asked", "[water]")
{
    const Shore shore(SeasonName::thaw);  // ponds freeze: 0.90
    const auto plan = equipment_plan(shore.ranked, {.budget_yuan = 10'000, .prices = whole});
    CHECK(plan->off_hundredths == 2 * 20 * 90);
    const auto all = equipment_plan(shore.ranked, {.budget_yuan = 20'000, .unverified = true, .prices = whole});
    // Not verified: 3 + 2 + 2 + 2 + 3 = 12 points.
    CHECK(all->off_hundredths == (2 * 20 + 12) * 90);
    CHECK(all->missing == 15);
    const auto first = equipment_plan(shore.ranked, {.budget_yuan = 10'000, .top = 1, .prices = whole});
    CHECK(first->missing == 5);
}

TEST_CASE("a price that was set goes before the assumption, one that cannot be read changes nothing", "[water]")
{
    const data::Setting set[] = {{"price_lifebuoy", "99", "询价单", "", ""}, {"price_rope", "cheap", "", "", ""}};
    const Prices prices = prices_of(set);
    CHECK(prices.yuan[1] == 99);
    CHECK(prices.yuan[2] == Prices{}.yuan[2]);
    CHECK_FALSE(price_from("0").has_value());
    CHECK_FALSE(price_from("-5").has_value());
    CHECK_FALSE(price_from("12.5").has_value());
    CHECK(price_from("1000000") == 1'000'000);
}

TEST_CASE("what is tried at one water says the same as ranking all of them anew", "[water]")
{
    const Shore shore;
    for (const auto& items : std::vector<std::vector<std::string_view>>{
             {}, {"rope"}, {"warning_sign", "lifebuoy", "rope", "pole", "fence"}})
        for (std::size_t i = 0; i < shore.ranked.size(); ++i) {
            const auto whole_ranking = effects_of(shore.ranked, {{shore.ranked[i].water->code, items}}, whole);
            const WaterEffect alone = effect_at(shore.ranked, i, items, whole);
            REQUIRE(whole_ranking.size() == 1);
            CHECK(alone.rank == whole_ranking[0].rank);
            CHECK(alone.rank_after == whole_ranking[0].rank_after);
            CHECK(alone.score_after == whole_ranking[0].score_after);
            CHECK(alone.level_after == whole_ranking[0].level_after);
            CHECK(alone.yuan == whole_ranking[0].yuan);
        }
    const WaterEffect all = effect_at(
        shore.ranked, 1, std::vector<std::string_view>{"warning_sign", "lifebuoy", "rope", "pole", "fence"}, whole);
    CHECK(all.rank == 2);
    CHECK(all.rank_after == 3);
    CHECK(all.yuan == 3590);
}

TEST_CASE("a plan for one county ranks and buys there alone", "[water]")
{
    Shore shore;
    auto snapshot = an_empty_snapshot();
    for (data::Water water : shore.snapshot->all<data::Water>()) {
        water.county = data::Adcode{water.code == "FAR" ? 220881U : 220802U};
        add_to(*snapshot, water);
    }
    const auto ranked =
        rank_waters(std::make_shared<const WaterPlaces>(snapshot), {.name = SeasonName::summer}, monday, {});
    const auto planned = plan_equipment(ranked, data::Adcode{220881}, {.budget_yuan = 100'000, .prices = whole});
    REQUIRE(planned->plan);
    CHECK(planned->waters == 1);
    REQUIRE(planned->plan->effects.size() == 1);
    CHECK(planned->plan->effects[0].water->code == "FAR");
    CHECK(planned->plan->effects[0].rank == 1);
    CHECK(planned->plan->spent_yuan == 3590);
}
