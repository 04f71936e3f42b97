#include "console/checks/sighting_notes.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using checks::NoteSign;

namespace {

bool shows(const char* note, NoteSign sign)
{
    return checks::signs_in_note(note)[static_cast<std::size_t>(sign)];
}

TEST_CASE("notes are read for the signs that reports of illegal carriage name", "[checks]")
{
    CHECK(shows("超员，约30人", NoteSign::overloaded));
    CHECK(shows("车内挤满学生", NoteSign::overloaded));
    CHECK(shows("银色面包车", NoteSign::vehicle));
    CHECK(shows("农用三轮", NoteSign::vehicle));
    CHECK(shows("加装座椅", NoteSign::seats_or_film));
    CHECK(shows("深色膜", NoteSign::seats_or_film));
    CHECK(shows("家长称每月收费200元", NoteSign::paid));
    CHECK(shows("车上有不同校服", NoteSign::several_schools));
}

TEST_CASE("what a note denies is no sign", "[checks]")
{
    CHECK_FALSE(shows("未超员", NoteSign::overloaded));
    CHECK_FALSE(shows("没有超员", NoteSign::overloaded));
    CHECK_FALSE(shows("不收费，邻居捎带", NoteSign::paid));
    CHECK_FALSE(shows("非面包车", NoteSign::vehicle));
    CHECK_FALSE(shows("", NoteSign::vehicle));
    CHECK_FALSE(shows("轿车，家长接送", NoteSign::vehicle));
    CHECK(shows("未贴膜，但超员", NoteSign::overloaded));
}

}  // namespace
