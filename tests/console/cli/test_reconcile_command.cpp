#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("three offices' lists are laid side by side, whatever headers they use", "[cli]")
{
    const BusyDesk desk;
    const auto list = [&](const char* name, const char* bytes) {
        desk.write(name, bytes);
        return desk.file(name);
    };
    const auto education =
        list("教育.csv", "号牌号码,县区,车辆识别代号,核载人数\n吉G·10001,洮北区,,36\n吉G10002,洮北区,,19\n");
    const auto police = list("交警.csv", "车牌号,核载人数\n吉g10001,36\n吉G10003,22\n");
    const auto transport = list("交通.csv", "号牌号码,核载人数\n吉G10001,35\n");
    const Ran ran = desk({"reconcile", education, police, transport});
    CHECK(ran.code == 0);
    CHECK(ran.err == "车辆 3 辆：各家一致 0，有出入 1，有名单未列 2\n");
    CHECK(ran.out.find("核载人数 36 / 36 / 35") != std::string::npos);
    CHECK(ran.out.find("未列") != std::string::npos);
    const Ran json = desk.json({"reconcile", education, police, transport});
    CHECK(json.out.find(R"("counts":{"agreeing":0,"differing":1,"missing":2})") != std::string::npos);
    CHECK(json.out.find(R"({"field":"seats","values":["36","36","35"]})") != std::string::npos);
    CHECK(json.out.find("999999") == std::string::npos);  // a list without counties says none
}

TEST_CASE("a row that cannot be read is named, the others are compared", "[cli]")
{
    const BusyDesk desk;
    const auto list = [&](const char* name, const char* bytes) {
        desk.write(name, bytes);
        return desk.file(name);
    };
    const auto good = list("a.csv", "号牌号码,核载人数\n吉G10001,36\n");
    const auto bad = list("b.csv", "号牌号码,核载人数\n吉G10001,三十六点五个\n吉G10002,19\n");
    const Ran ran = desk({"reconcile", good, bad});
    CHECK(ran.code == 3);
    CHECK(ran.err.find("三十六点五个") != std::string::npos);
    CHECK(ran.out.find("10002") != std::string::npos);
    CHECK(desk({"reconcile", good}).code == 2);
    CHECK(desk({"reconcile", good, "no-such.csv"}).code == 1);
}

}  // namespace
