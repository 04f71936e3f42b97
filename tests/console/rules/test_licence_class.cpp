#include "console/rules/licence_class.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using xiaoan::rules::Cover;

Cover licence_covers(std::string_view classes, std::optional<std::int32_t> seats)
{
    return xiaoan::rules::licence_covers(xiaoan::rules::classes_in(classes), seats);
}

TEST_CASE("the classes cover the seats that section 8 of the regulations gives them", "[licence]")
{
    CHECK(licence_covers("A1", 20) == Cover::covers);
    CHECK(licence_covers("A2", 20) == Cover::too_low);
    CHECK(licence_covers("A3", 45) == Cover::too_low);
    for (const auto* held : {"A1", "A2", "B1"}) CHECK(licence_covers(held, 19) == Cover::covers);
    for (const auto* held : {"A3", "B2", "C1", "C2"}) CHECK(licence_covers(held, 10) == Cover::too_low);
    for (const auto* held : {"A1", "A2", "A3", "B1", "B2", "C1"}) CHECK(licence_covers(held, 9) == Cover::covers);
    CHECK(licence_covers("C2", 7) == Cover::police_must_say);
    CHECK(licence_covers("C3", 7) == Cover::too_low);
    CHECK(licence_covers("D", 6) == Cover::covers);
}

TEST_CASE("a licence may hold several classes, written in many ways", "[licence]")
{
    for (const auto* held : {"A1A2", "A1,D", "A1、D", "D/a1", "A2 A1", "大型客车A1"})
        CHECK(licence_covers(held, 36) == Cover::covers);
    CHECK(licence_covers("B2E", 12) == Cover::too_low);
    CHECK(licence_covers("A2D", 12) == Cover::covers);
}

TEST_CASE("what cannot be read is not called too low", "[licence]")
{
    CHECK(licence_covers("", 36) == Cover::cannot_tell);
    CHECK(licence_covers("大型客车", 36) == Cover::cannot_tell);
    CHECK(licence_covers("X7", 36) == Cover::cannot_tell);
    CHECK(licence_covers("B1/A9", 36) == Cover::cannot_tell);
    CHECK(licence_covers("B1", std::nullopt) == Cover::cannot_tell);
}

}  // namespace
