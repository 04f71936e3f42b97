#include "console/water/coverage.hpp"
#include "tests/support/builders.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::test;
using namespace xiaoan::water;

namespace {

enum Kind : std::uint8_t { lesson, letter, receipt, drill };

/// Two schools in 洮北区 and one in 洮南市. The first had a lesson in the window and one before it, a letter, and 480
/// of 500 receipts in two records; the second a drill without its number; a fourth school is not in the register.
std::shared_ptr<data::Snapshot> two_counties()
{
    auto snapshot = an_empty_snapshot();
    auto region = std::make_shared<data::Region>();
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei", 0, 0},
                        {data::Adcode{220881}, "洮南市", "Taonan", 0, 0}};
    snapshot->region = region;
    for (const auto& [code, county] : {std::pair{"1", 220802U}, std::pair{"2", 220802U}, std::pair{"3", 220881U}}) {
        data::School school;
        school.code = code;
        school.county = data::Adcode{county};
        add_to(*snapshot, school);
    }
    const auto add = [&](const char* school, data::EducationKind kind, data::DateCell held,
                         std::optional<std::int32_t> count, std::optional<std::int32_t> of) {
        data::Education record;
        record.school = school;
        record.kind = kind;
        record.on = held;
        record.count = count;
        record.of = of;
        add_to(*snapshot, record);
    };
    add("1", data::EducationKind::lesson, on(2026, 9, 2), 490, 500);
    add("1", data::EducationKind::lesson, on(2025, 11, 22), 1, 1);  // the day before the window
    add("1", data::EducationKind::letter, on(2026, 6, 1), 500, 500);
    add("1", data::EducationKind::receipt, on(2026, 6, 10), 300, 300);
    add("1", data::EducationKind::receipt, on(2026, 6, 12), 180, 200);
    add("2", data::EducationKind::drill, on(2025, 11, 23), {}, 80);  // its first day
    add("9", data::EducationKind::lesson, on(2026, 9, 2), 10, 10);
    return snapshot;
}

}  // namespace

TEST_CASE("schools with lesson, letter, receipts and drill are counted by county, both days included", "[water]")
{
    const auto found = coverage(*two_counties(), {.from = day(2025, 11, 23), .to = monday});
    REQUIRE(found.schools.size() == 3);
    CHECK(found.schools[0].held[lesson].times == 1);
    CHECK(found.schools[0].held[lesson].count == 490);
    CHECK(found.schools[0].held[receipt].times == 2);
    CHECK(found.schools[0].held[receipt].count == 480);
    CHECK(found.schools[0].held[receipt].of == 500);
    CHECK(found.schools[0].held[receipt].last == on(2026, 6, 12));
    CHECK(found.schools[1].held[drill].times == 1);
    CHECK(found.schools[1].held[drill].of == 0);  // a number without the other has no share
    REQUIRE(found.counties.size() == 2);
    CHECK(found.counties[0].schools == 2);
    CHECK(found.counties[0].with == std::array<std::size_t, 4>{1, 1, 1, 1});
    CHECK(found.counties[1].schools == 1);
    CHECK(found.counties[1].with == std::array<std::size_t, 4>{0, 0, 0, 0});
    CHECK(found.of_no_school == 1);
}

TEST_CASE("one county alone has its schools alone", "[water]")
{
    const auto found =
        coverage(*two_counties(), {.from = day(2025, 11, 23), .to = monday, .county = data::Adcode{220881}});
    REQUIRE(found.schools.size() == 1);
    CHECK(found.schools[0].school->code == "3");
    REQUIRE(found.counties.size() == 1);
    CHECK(found.counties[0].schools == 1);
}
