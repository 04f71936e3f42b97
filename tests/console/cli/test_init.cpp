#include "data/register/register.hpp"
#include "tests/console/cli/desk.hpp"
#include "tests/console/cli/json.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

TEST_CASE("a new register has its region and no record", "[cli]")
{
    const Desk desk;
    CHECK(desk.made.code == 0);
    CHECK(desk.made.out.empty());
    CHECK(desk.made.err == "已建立登记簿 desk.xiaoan\n");
    CHECK(desk.json({"findings"}).out ==
          R"({"as_of":"2026-11-23","looked_at":{"buses":0},"counts":{},"findings":[],"silenced":[]})"
          "\n");
    for (const auto* county : {"220802", "洮北区", "洮北", "镇赉县", "通榆县", "洮南市", "大安市", "220882"}) {
        CAPTURE(county);
        CHECK(desk.json({"findings", "--county", county}).code == 0);
    }
    CHECK(parsed(desk.log())["changes"].Size() == 1);
    CHECK(parsed(desk.log())["changes"][0]["command"] == "init");
}

TEST_CASE("the name of a register is Chinese in whatever language it was made: letters are", "[cli]")
{
    const Desk desk;
    const std::string folder = desk.folder.path().string();
    REQUIRE(run({"--register", "other.xiaoan", "--lang", "en", "init"}, {folder}).code == 0);
    using xiaoan::data::Register;
    CHECK(Register::open(folder + "/other.xiaoan", Register::Access::read).snapshot().name == "白城市教育局");
}

TEST_CASE("a file that is there already is refused and left as it is", "[cli]")
{
    const Desk desk;
    desk.write("letter", "a letter");
    const Ran over_letter = run({"--register", "letter", "init"}, {desk.folder.path().string()});
    CHECK(over_letter.code == 4);
    CHECK(desk.read("letter") == "a letter");
    CHECK(over_letter.err == "letter: 文件已存在\n");
    const std::string log = desk.log();
    CHECK(desk({"init"}).code == 4);
    CHECK(desk({"init", "--demo"}).code == 4);
    CHECK(desk.log() == log);
}

TEST_CASE("a folder that is no region makes no register", "[cli]")
{
    const Desk desk;
    const Ran ran = run({"--register", "new.xiaoan", "init", "--region", "nowhere"}, {desk.folder.path().string()});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("nowhere") != std::string::npos);
    CHECK_FALSE(desk.has("new.xiaoan"));
    CHECK_FALSE(desk.has("new.xiaoan.secret"));
}

TEST_CASE("a register can be named", "[cli]")
{
    const Desk desk;
    const std::string here = desk.folder.path().string();
    CHECK(run({"--register", "n.xiaoan", "init", "--name", "示范区教育局"}, {here}).code == 0);
    CHECK(run({"--register", "n.xiaoan", "findings", "--out", "list.pdf"}, {here}).code == 0);
    CHECK(desk.read("list.pdf").starts_with("%PDF-"));
}

}  // namespace
