#include "console/tracks/strip_words.hpp"

#include "console/tracks/driven_list.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::tracks;
using conformance::StripMark;
using language::Language;

constexpr std::int64_t seven = 7 * 3600;

/// Four fixes from 07:00 on, one a minute and 500 m; off the route around the third.
conformance::RunStrip a_strip()
{
    conformance::RunStrip strip{.registration_number = "吉G12345",
                                .route_name = "老井—示例小学",
                                .date = day(2026, 11, 20),
                                .limit_kmh = 60,
                                .late_min = 12};
    for (int i = 0; i < 4; ++i) strip.fixes.push_back({{}, seven + 60 * i, 500.0 * i, i > 0, 30.0});
    strip.stretches = {{StripMark::off_route, 1, 3, 1230, 0}, {StripMark::too_fast, 0, 1, 480, 71.6}};
    strip.stands = {{2, {}, 95}};
    return strip;
}

TEST_CASE("a fix says when and where it was, how fast, and that it was off the route", "[tracks]")
{
    const auto strip = a_strip();
    CHECK(fix_words(strip, 1, Language::zh) == "07:01:00  0.5 公里处  30 公里/小时");
    CHECK(fix_words(strip, 2, Language::zh) == "07:02:00  1.0 公里处  30 公里/小时  偏离线路");
    CHECK(stand_words(strip, strip.stands[0], Language::en) == "Stood from 07:02 for 95 s, at no stop");
    CHECK(strip_title(strip, Language::zh) == "吉G·12345  2026-11-20  老井—示例小学  最晚晚点 12 分");
}

TEST_CASE("what is marked on a strip is summed up in words", "[tracks]")
{
    const auto sums = strip_sums(a_strip(), Language::zh);
    CHECK(sums.off_route == "偏离线路 1 段 1.2 公里");
    CHECK(sums.too_fast == "超速 0.5 公里，最高 72（上限 60）");
    CHECK(sums.stands == "非站点停车 1 处");
    CHECK(strip_sums({}, Language::zh).off_route.empty());
}

TEST_CASE("the fix nearest in time is found, before the first and behind the last too", "[tracks]")
{
    const auto strip = a_strip();
    CHECK(fix_at(strip, seven - 100) == 0);
    CHECK(fix_at(strip, seven + 89) == 1);
    CHECK(fix_at(strip, seven + 91) == 2);
    CHECK(fix_at(strip, seven + 1000) == 3);
    CHECK_FALSE(fix_at({}, seven));
}

TEST_CASE("labels of stops stand at their lines, make room for each other, and are left out where there is none",
          "[tracks]")
{
    using Places = std::vector<std::optional<float>>;
    CHECK(label_places({50, 100}, 10, 0, 200) == Places{45, 95});
    CHECK(label_places({50, 52}, 10, 0, 200) == Places{45, 55});
    CHECK(label_places({0, 198, 200}, 10, 0, 200) == Places{0, 180, 190});
    // Five labels of 10 in a height of 30: the ends stay.
    const auto few = label_places({0, 10, 15, 20, 30}, 10, 0, 30);
    CHECK(few.front() == 0.0F);
    CHECK(few.back() == 20.0F);
    CHECK(std::ranges::count_if(few, [](const auto& each) { return each.has_value(); }) == 3);
    CHECK(label_places({}, 10, 0, 200).empty());
}

TEST_CASE("driven runs stand newest first, those of another county apart", "[tracks]")
{
    auto snapshot = an_empty_snapshot();
    add_to(*snapshot, a_bus());
    add_to(*snapshot, a_run());
    const data::Run& run = *snapshot->all<data::Run>().begin();
    rules::Dossiers dossiers(snapshot);
    CHECK(shown_runs(dossiers, {}, Language::zh).empty());
    auto facts = std::make_shared<rules::DrivenFacts>();
    facts->buses.resize(1);
    rules::DrivenRunFacts thursday{.date = day(2026, 11, 19), .run = run.id, .route = {}, .fixes = 100, .max_kmh = 45};
    rules::DrivenRunFacts friday = thursday;
    friday.date = day(2026, 11, 20);
    friday.max_kmh = 71.6;
    facts->buses[0].runs = {thursday, friday};
    dossiers.set_driven(facts);
    const auto shown = shown_runs(dossiers, data::Adcode{220802}, Language::zh);
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].key == desk::DrivenRunKey{bus_number, day(2026, 11, 20), run.id});
    CHECK(shown[0].flagged);
    CHECK(shown[0].texts[7] == "72");
    CHECK(shown[0].texts[8] == "超速");
    CHECK_FALSE(shown[1].flagged);
    CHECK(shown_runs(dossiers, data::Adcode{220881}, Language::zh).empty());
}

}  // namespace
