#include "a_city.hpp"
#include "console/map/map_words.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using language::Language;
using Kind = MapItem::Kind;

Scene a_scene()
{
    const sample::City city = sample::a_city(9, 4);
    return scene_of(std::make_shared<const SceneGeometry>(scene_geometry_of(city.snapshot)), city.states, {},
                    city.near);
}

TEST_CASE("a bus is named with its state and its route", "[map]")
{
    const Scene scene = a_scene();
    CHECK(words_for(scene, {}, {{Kind::bus, {1}}, {}}, Language::zh) ==
          "吉G·10000 · " + std::string(language::tr(Language::zh, "state.stop")) + "\n示例线路1");
    CHECK(words_for(scene, {}, {{Kind::bus, {99}}, {}}, Language::zh).empty());
}

TEST_CASE("a mark of several buses says how many are in which state", "[map]")
{
    const Scene scene = a_scene();
    const Mark marks[] = {{.at = {}, .state = rules::BusState::stop, .bus = 0, .buses_in = {0, 2, 0, 0, 1200, 0}}};
    const std::string stop(language::tr(Language::zh, "state.stop"));
    CHECK(words_for(scene, marks, {{Kind::bus, {1}}, 0}, Language::zh) == stop + " 2 · 正常 1,200");
}

TEST_CASE("a water says how far the nearest school is, a stop its time", "[map]")
{
    const Scene scene = a_scene();
    CHECK(words_for(scene, {}, {{Kind::water, {1}}, {}}, Language::zh) == "示例坑塘1\n距示例第1小学 610 m");
    CHECK(words_for(scene, {}, {{Kind::stop, {2}}, {}}, Language::zh) == "2号站 06:46\n示例线路1");
    CHECK(words_for(scene, {}, {{Kind::school, {2}}, {}}, Language::en) == "示例第2小学");
    CHECK(words_for(scene, {}, {}, Language::zh).empty());
}

}  // namespace
