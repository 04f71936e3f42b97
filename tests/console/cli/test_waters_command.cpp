#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

/// A desk with a school at the shore of 查干湖, which the map has and the ledger lacks.
class LakeDesk : public BusyDesk {
public:
    LakeDesk()
    {
        // 查干湖 as the layer has it holds 124.15 E 45.30 N.
        write("湖边学校.csv", "学校标识码,学校名称,县区,经度,纬度\n2122000009,湖边小学,大安市,124.16,45.30\n");
        imported = (*this)({"import", "湖边学校.csv"});
    }
};

TEST_CASE("waters of the map that the ledger lacks are proposed near schools and taken over with their origin", "[cli]")
{
    const LakeDesk desk;
    const Ran found = desk.json({"waters", "candidates"});
    CHECK(found.code == 0);
    CHECK(found.out.starts_with(R"({"as_of":"2026-11-23","within_m":3000,"candidates":[)"));
    const std::string lake = R"("name":"查干湖","kind":"lake")";
    const auto at = found.out.find(lake);
    REQUIRE(at != std::string::npos);
    const auto code_at = found.out.rfind(R"("code":")", at) + 8;
    const std::string code = found.out.substr(code_at, found.out.find('"', code_at) - code_at);
    CHECK(code.starts_with("MAP-lakes-"));

    const Ran taken = desk.on_monday({"waters", "take", code});
    CHECK(taken.code == 0);
    CHECK(taken.err.find("OpenStreetMap") != std::string::npos);
    CHECK(desk.log().find("OpenStreetMap") != std::string::npos);  // the log says where it comes from
    CHECK(desk.json({"waters", "candidates"}).out.find(lake) == std::string::npos);
    CHECK(desk({"--format", "json", "near", "--water", code}).out.find("2122000009") != std::string::npos);
    CHECK(desk.on_monday({"waters", "take", code}).code == 4);
    CHECK(desk.on_monday({"waters", "take"}).code == 2);
    CHECK(desk({"--known-at", "2026-11-20", "waters", "take", "--all"}).code == 2);
}

TEST_CASE("what waters lack becomes cases in one command, once", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=否", "duty_unit=平安镇政府"}).code == 0);
    const Ran opened = desk.json({"waters", "cases", "--measure", "lifebuoy,rope", "--due", "2026-12-20"});
    CHECK(opened.code == 0);
    CHECK(opened.out.find(R"("number":"2026-0001")") != std::string::npos);
    CHECK(opened.out.find(R"("department":"township")") != std::string::npos);
    CHECK(opened.out.find(R"("due_on":"2026-12-20")") != std::string::npos);
    CHECK(opened.out.find(R"("rules":["WATER-LIFEBUOY-NONE"])") != std::string::npos);
    CHECK(desk.on_monday({"cases", "show", "2026-0001"}).out.find("无救生圈") != std::string::npos);
    const Ran again = desk.on_monday({"waters", "cases", "--measure", "lifebuoy"});
    CHECK(again.code == 4);
    CHECK(again.err.find("2026-0001") != std::string::npos);
    CHECK(desk.on_monday({"waters", "cases", "--measure", "pole"}).code == 0);  // not verified is not missing
    CHECK(desk.on_monday({"waters", "cases", "--water", "W9"}).code == 4);
    CHECK(desk.on_monday({"waters", "cases", "--measure", "boat"}).code == 2);
    CHECK(desk.on_monday({"waters", "cases", "--due", "soon"}).code == 2);
}

TEST_CASE("what waters lack is listed like findings, and a case for it is verified by the ledger", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=否"}).code == 0);
    const Words gaps{"waters", "gaps", "--water", "W1", "--rule", "WATER-LIFEBUOY-NONE"};
    const Ran found = desk.json(gaps);
    CHECK(found.code == 0);
    CHECK(found.out.find(R"("looked_at":{"waters":2},"counts":{"WATER-LIFEBUOY-NONE":1})") != std::string::npos);
    CHECK(found.out.find(R"("evidence":[{"field":"water.lifebuoy","value":"no","source":null}])") != std::string::npos);
    CHECK(desk.on_monday(gaps).out.find("水边没有救生圈") != std::string::npos);
    CHECK(desk.on_monday({"waters", "gaps", "--rule", "WATER-BOAT-NONE"}).code == 2);
    CHECK(desk.json({"waters", "gaps", "--unverified"}).out.find(R"("rule":"WATER-POLE-NONE?","severity":"data")") !=
          std::string::npos);

    REQUIRE(desk.on_monday({"waters", "cases", "--water", "W1", "--measure", "lifebuoy"}).code == 0);
    REQUIRE(desk.on_monday({"cases", "send", "2026-0001"}).code == 0);
    REQUIRE(desk.on_monday({"cases", "reply", "2026-0001", "--text", "已补设"}).code == 0);
    CHECK(desk.on_monday({"cases", "verify", "2026-0001"}).code == 4);  // the ledger still says that there is none
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=是"}).code == 0);
    CHECK(desk.on_monday({"cases", "verify", "2026-0001"}).code == 0);
    CHECK(desk.on_monday({"cases", "close", "2026-0001"}).code == 0);
}

TEST_CASE("a gap of a water is waived with a reason until a day, and what is no gap is not", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk({"put", "waters", "W1", "lifebuoy=否"}).code == 0);
    const auto waive = [&](const char* rule, const char* water) {
        return desk.on_monday({"waive", rule, water, "--until", "2027-03-01", "--reason", "冰期设施收回"}).code;
    };
    CHECK(waive("WATER-LIFEBUOY-NONE", "W9") == 4);
    CHECK(waive("WATER-ROPE-NONE", "W1") == 4);  // not verified is not missing
    CHECK(waive("WATER-BOAT-NONE", "W1") == 2);
    CHECK(waive("WATER-LIFEBUOY-NONE", "W1") == 0);
    CHECK(waive("WATER-LIFEBUOY-NONE", "W1") == 4);  // it is set aside already
    CHECK(desk.on_monday({"silence", "W1", "--kind", "appeal", "--rule", "WATER-LIFEBUOY-NONE", "--until", "2027-03-01",
                          "--reason", "x"})
              .code == 2);
    const Ran gaps = desk.json({"waters", "gaps", "--rule", "WATER-LIFEBUOY-NONE"});
    CHECK(gaps.out.find(R"("counts":{},"findings":[],"silenced":[{"rule":"WATER-LIFEBUOY-NONE")") != std::string::npos);
    CHECK(gaps.out.find(R"("reason":"冰期设施收回")") != std::string::npos);
    CHECK(desk.on_monday({"waters", "gaps"}).out.find("冰期设施收回") != std::string::npos);
    CHECK(desk.on_monday({"waters", "cases", "--measure", "lifebuoy"}).err.find("没有可开立的缺口") !=
          std::string::npos);
    CHECK(desk.json({"risks"}).out.find(R"({"factor":"lifebuoy","value":"no","points":4})") != std::string::npos);
}

TEST_CASE("photos of a water are kept, listed, printed, given out and retired", "[cli]")
{
    using namespace std::string_literals;
    const BusyDesk desk;
    const auto png =
        "\x89PNG\r\n\x1A\n"s + "\0\0\0\x0DIHDR\0\0\0\x02\0\0\0\x03\x08\x02\0\0\0...."s + "\0\0\0\0IEND...."s;
    desk.write("牌.png", png);
    desk.write("不是.jpg", "abc");
    CHECK(desk.on_monday({"waters", "photo", "W1", "牌.png", "--note", "警示牌", "--taken", "2026-07-02"}).code == 0);
    CHECK(desk.on_monday({"waters", "photo", "W1", "不是.jpg"}).code == 4);
    CHECK(desk.on_monday({"waters", "photo", "W9", "牌.png"}).code == 4);
    const Ran listed = desk.json({"waters", "photos", "W1"});
    CHECK(listed.out.starts_with(R"({"photos":[{"water":"W1","name":"牌.png","size":)"));
    CHECK(listed.out.find(R"("taken_on":"2026-07-02","note":"警示牌")") != std::string::npos);
    const std::string hash = listed.out.substr(listed.out.find(R"("sha256":")") + 10, 12);
    CHECK(desk.on_monday({"waters", "photo-out", "W1", hash, "--out", "出.png"}).code == 0);
    CHECK(desk.read("出.png") == png);
    CHECK(desk.on_monday({"waters", "photo-out", "W1", "zz", "--out", "出.png"}).code == 4);
    CHECK(desk.on_monday({"waters", "photo-retire", "W1", hash, "--reason", "拍错"}).code == 0);
    CHECK(desk.json({"waters", "photos"}).out == "{\"photos\":[]}\n");
}

}  // namespace
