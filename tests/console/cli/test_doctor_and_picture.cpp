#include "data/schema/migrations.hpp"
#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// Width or height as a PNG states it: four bytes, the highest first, from byte 16 and 20 (ISO/IEC 15948).
unsigned number_at(const std::string& bytes, std::size_t at)
{
    unsigned number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return number;
}

TEST_CASE("the doctor says what register, fonts and libraries there are", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk({"doctor"});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.out.starts_with("xiaoan "));
    const std::string newest = std::to_string(xiaoan::data::newest_schema_version());
    CHECK(ran.out.find("登记簿 desk.xiaoan：结构第 " + newest + " 版，校车 3 辆，变更 8 次\n") != std::string::npos);
    for (const auto* name : {"SQLite ", "PROJ ", "NotoSansCJK", "/xiaoan-gis\n", "DISPLAY="})
        CHECK(ran.out.find(name) != std::string::npos);
}

TEST_CASE("the map is drawn without a display, in the size asked for", "[cli]")
{
    const BusyDesk desk;
    const Place undisplayed{desk.folder.path().string(), {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}}};
    const Ran ran = run({"--register", "desk.xiaoan", "picture", "--out", "map.png", "--size", "640x400", "--box",
                         "121,44,124.5,46.5", "--layers", "counties,schools"},
                        undisplayed);
    CAPTURE(ran.err);
    REQUIRE(ran.code == 0);
    CHECK(ran.out.empty());
    const std::string png = desk.read("map.png");
    REQUIRE(png.size() > 24);
    CHECK(png.starts_with("\x89PNG\r\n\x1A\n"));
    CHECK(number_at(png, 16) == 640);
    CHECK(number_at(png, 20) == 400);
}

}  // namespace
