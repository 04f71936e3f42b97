#include "console/desk/selection.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::desk;

TEST_CASE("at first nothing is selected", "[desk]")
{
    CHECK(Selection{}.what == Selected::nothing);
    CHECK(Selection{}.key.empty());
}

TEST_CASE("a selection is the same only for the same kind and key", "[desk]")
{
    const Selection school{Selected::school, "1"};
    CHECK(school == Selection{Selected::school, "1"});
    CHECK(school != Selection{Selected::school, "2"});
    CHECK(school != Selection{Selected::water, "1"});  // a water's code may be a school's too
}
