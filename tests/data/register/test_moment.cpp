#include "data/register/moment.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;

namespace {

/// In civil time of Asia/Shanghai, eight hours before UTC; empty where the text is no moment.
std::string moment(std::string_view text)
{
    return iso(moment_from_iso(text));
}

}  // namespace

TEST_CASE("a moment is read with its offset, or as civil time in Shanghai", "[moment]")
{
    CHECK(moment("2026-11-23T09:15:02+08:00") == "2026-11-23T09:15:02");
    CHECK(moment("2026-11-23T09:15:02") == "2026-11-23T09:15:02");
    CHECK(moment("2026-11-23 09:15:02") == "2026-11-23T09:15:02");
    CHECK(moment("2026-11-23T01:15:02Z") == "2026-11-23T09:15:02");
    CHECK(moment("2026-12-31T23:30:00Z") == "2027-01-01T07:30:00");
    CHECK(moment("2026-11-22T20:15:02-05:00") == "2026-11-23T09:15:02");
    CHECK(moment("2026-11-23T06:45:02+0530") == "2026-11-23T09:15:02");
    CHECK(moment("2026-11-23T01:15:02+00") == "2026-11-23T09:15:02");
    CHECK(moment("2026-11-23T09:15:02.999+08:00") == "2026-11-23T09:15:02");
}

TEST_CASE("a moment that is not said to the second counts to its end", "[moment]")
{
    CHECK(moment("2026-11-23") == "2026-11-23T23:59:59");
    CHECK(moment("2026-11-23T09:15") == "2026-11-23T09:15:59");
    CHECK(moment("2026-11-23T01:15Z") == "2026-11-23T09:15:59");
    CHECK(moment("2026-11-23 09:15+08:00") == "2026-11-23T09:15:59");
}

TEST_CASE("what is no moment is not taken for one", "[moment]")
{
    for (const char* text : {"",
                             "yesterday",
                             "2026-11",
                             "2026-02-30",
                             "2026-11-23T",
                             "2026-11-23T09",
                             "2026-11-23T24:00:00",
                             "2026-11-23T09:60",
                             "2026-11-23T09:15:60",
                             "2026-11-23T09:15:02+8",
                             "2026-11-23T09:15:02+25:00",
                             "2026-11-23T09:15:02.",
                             "2026-11-23T09:15:02.x",
                             "2026-11-23T09:15:02+08:00 ",
                             "2026/11/23",
                             "20261123",
                             "2026-11-23T09:15:02ZZ",
                             "2026-11-23+08:00",
                             "2026-11-23Z",
                             "2026-11-23T09:15:02+08:00+08:00"}) {
        CAPTURE(text);
        CHECK(moment(text).empty());
    }
}
