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
    CHECK(shows("两所学校校服", NoteSign::several_schools));
    CHECK(shows("19座载45人", NoteSign::overloaded));
    CHECK_FALSE(shows("19座载12人", NoteSign::overloaded));
    for (const char* note : {"拆除座椅", "后排座位已拆", "座位拆除", "座椅被拆除"})
        CHECK(shows(note, NoteSign::seats_or_film));
    // What is illegal or without papers is not denied.
    for (const char* note : {"无牌面包车", "非法改装面包车", "不明三轮车"}) CHECK(shows(note, NoteSign::vehicle));
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
    for (const char* note :
         {"未见超员", "未发现超员", "不存在超载", "没坐满", "否认超载", "未见明显超员", "超载？未核实"})
        CHECK_FALSE(shows(note, NoteSign::overloaded));
    for (const char* note : {"没加座", "无深色贴膜", "未见加座"}) CHECK_FALSE(shows(note, NoteSign::seats_or_film));
    for (const char* note : {"不是面包车", "不像面包车", "不是三轮车"}) CHECK_FALSE(shows(note, NoteSign::vehicle));
    CHECK_FALSE(shows("不是多种校服", NoteSign::several_schools));
}

}  // namespace
