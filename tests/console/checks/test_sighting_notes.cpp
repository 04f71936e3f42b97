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
    for (const char* note : {"核载7人实载15人", "核定7人，实载12人", "核载7人，实有12人", "核载7座，载12名学生",
                             "限载7实载12", "满员", "满座", "超定员", "超核定人数", "载客超过核定人数", "车内拥挤"})
        CHECK(shows(note, NoteSign::overloaded));
    for (const char* note : {"核载19人实载12人", "核载7人，12:30到校", "核载7人，载学生于16时"})
        CHECK_FALSE(shows(note, NoteSign::overloaded));
    CHECK(shows("深色车膜", NoteSign::seats_or_film));
    CHECK(shows("不同学校校服", NoteSign::several_schools));
    CHECK(shows("a monthly fee", NoteSign::paid));
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
    for (const char* note :
         {"未发现超员、超载现象", "未超员超载", "无超员超载现象", "没有超员或超载", "不清楚是否超员"})
        CHECK_FALSE(shows(note, NoteSign::overloaded));
    for (const char* note : {"无超员和收费", "免收费", "未收取车费", "不收车费", "是否收费待查", "收费情况不明"})
        CHECK_FALSE(shows(note, NoteSign::paid));
}

TEST_CASE("what a note says of something else is no sign", "[checks]")
{
    for (const char* note : {"校门口交通拥挤", "道路拥挤，家长接送", "学生站立在路边等候"})
        CHECK_FALSE(shows(note, NoteSign::overloaded));
    for (const char* note : {"低速通过", "缓慢低速行驶", "与面包车擦肩", "被前方货车遮挡"})
        CHECK_FALSE(shows(note, NoteSign::vehicle));
    for (const char* note : {"被前方货车遮挡", "号牌遮挡不清"}) CHECK_FALSE(shows(note, NoteSign::seats_or_film));
    for (const char* note : {"家长自付停车费", "coffee shop"}) CHECK_FALSE(shows(note, NoteSign::paid));
}

}  // namespace
