#include "console/app/known_at_control.hpp"
#include "data/register/moment.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;

TEST_CASE("the bar offers now, the ends of earlier days, and any other moment", "[app]")
{
    const auto choices = app::moment_choices(data::Date{std::chrono::year{2026} / 11 / 23}, language::Language::zh);
    REQUIRE(choices.size() == 5);
    CHECK(choices[0].label == "现在");
    CHECK_FALSE(choices[0].moment);
    CHECK_FALSE(choices[0].asks);
    CHECK(choices[1].side == "2026-11-22");
    CHECK(data::shown_moment(*choices[1].moment) == "2026-11-22 23:59:59");
    CHECK(choices[2].side == "2026-11-16");
    CHECK(choices[3].side == "2026-10-24");
    CHECK(choices[4].asks);
    CHECK_FALSE(choices[4].moment);
}
