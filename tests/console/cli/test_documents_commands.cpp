#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::test;

bool is_pdf(const std::string& bytes)
{
    return bytes.starts_with("%PDF-") && bytes.find("%%EOF") != std::string::npos;
}

TEST_CASE("a case becomes a letter, the same bytes for the same question", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    const Ran ran = desk.on_monday({"notice", "2026-0001", "--number", "白教函〔2026〕1号", "--out", "n.pdf"});
    CHECK(ran.code == 0);
    CHECK(is_pdf(desk.read("n.pdf")));
    REQUIRE(desk.on_monday({"notice", "2026-0001", "--number", "白教函〔2026〕1号", "--out", "m.pdf"}).code == 0);
    CHECK(desk.read("n.pdf") == desk.read("m.pdf"));
}

TEST_CASE("a case becomes a DOCX, from the program's template or the office's own", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    CHECK(desk.on_monday({"notice", "--template-out", "own.docx"}).code == 0);
    CHECK(desk.on_monday({"notice", "2026-0001", "--out", "n.docx"}).code == 0);
    CHECK(desk.on_monday({"notice", "2026-0001", "--out", "m.docx", "--template", "own.docx"}).code == 0);
    CHECK(desk.read("n.docx").starts_with("PK"));
    CHECK(desk.read("n.docx") == desk.read("m.docx"));
    desk.write("no.docx", "no template at all");
    const Ran refused = desk.on_monday({"notice", "2026-0001", "--out", "k.docx", "--template", "no.docx"});
    CHECK(refused.code == 4);
    CHECK(refused.err.find("no.docx") != std::string::npos);
    CHECK(desk.on_monday({"notice", "2026-0001", "--out", "k.docx", "--template", "none.docx"}).code == 1);
    CHECK(desk.on_monday({"notice", "2026-0001"}).code == 2);
    CHECK(desk.on_monday({"notice", "--template-out", "own.pdf"}).code == 2);
    CHECK_FALSE(desk.has("k.docx"));
}

TEST_CASE("the office's own template is kept in the register and used until it is dropped", "[cli]")
{
    const BusyDesk desk;
    REQUIRE(desk.on_monday({"cases", "open", "--bus", "吉G10001"}).code == 0);
    const auto letter = [&](const Words& more) {
        REQUIRE(desk.on_monday(Words{"notice", "2026-0001", "--out", "n.docx"} + more).code == 0);
        return desk.read("n.docx");
    };
    const std::string usual = letter({});
    // A template with another ink and form of head, as an office would bring it.
    desk.write("office.txt", "公文格式 = 文件\n红头 = 黑色\n");
    REQUIRE(desk.on_monday({"notice", "--template-out", "red.docx", "--office", "office.txt"}).code == 0);
    const std::string red = letter({"--template", "red.docx"});
    REQUIRE(red != usual);
    desk.write("no.docx", "no template at all");
    CHECK(desk.on_monday({"notice", "--keep-template", "no.docx"}).code == 4);
    CHECK(desk.on_monday({"notice", "--keep-template", "none.docx"}).code == 1);
    CHECK(letter({}) == usual);
    CHECK(desk.on_monday({"notice", "--keep-template", "red.docx"}).code == 0);
    CHECK(letter({}) == letter({"--template", "red.docx"}));
    CHECK(letter({}) != letter({"--template", "program"}));
    CHECK(desk({"verify"}).code == 0);
    CHECK(desk.on_monday({"notice", "--drop-template"}).code == 0);
    CHECK(letter({}) == letter({"--template", "program"}));
    CHECK(desk({"verify"}).code == 0);
}

TEST_CASE("a letter without its case, or to no PDF, is not written", "[cli]")
{
    const BusyDesk desk;
    const Ran no_case = desk.on_monday({"notice", "2026-0009", "--out", "n.pdf"});
    CHECK(no_case.code == 4);
    CHECK(no_case.err.find("2026-0009") != std::string::npos);
    CHECK(desk.on_monday({"notice", "2026-0009", "--out", "n.txt"}).code == 2);
    CHECK_FALSE(desk.has("n.pdf"));
    CHECK_FALSE(desk.has("n.txt"));
}

TEST_CASE("a season's briefing and a school's letter are written in both languages", "[cli]")
{
    const BusyDesk desk;
    for (const auto* language : {"zh", "en"}) {
        CHECK(desk.on_monday({"--lang", language, "brief", "--season", "thaw", "--county", "洮北区", "--out", "b.pdf"})
                  .code == 0);
        CHECK(is_pdf(desk.read("b.pdf")));
        const Ran letter = desk.on_monday({"--lang", language, "letter", "--school", "2122000001", "--out", "l.pdf"});
        CHECK(letter.code == 0);
        CHECK(letter.err.find('1') != std::string::npos);  // one page
        CHECK(is_pdf(desk.read("l.pdf")));
    }
    // The same question gives the same bytes.
    REQUIRE(desk.on_monday({"brief", "--season", "thaw", "--out", "one.pdf", "--annex", "one.xlsx"}).code == 0);
    REQUIRE(desk.on_monday({"brief", "--season", "thaw", "--out", "two.pdf", "--annex", "two.xlsx"}).code == 0);
    CHECK(desk.read("one.pdf") == desk.read("two.pdf"));
    CHECK(desk.read("one.xlsx") == desk.read("two.xlsx"));
    CHECK(desk.read("one.xlsx").starts_with("PK"));
    CHECK(desk.on_monday({"brief", "--season", "winter", "--out", "b.pdf"}).code == 2);
    CHECK(desk.on_monday({"brief", "--county", "无此县", "--out", "b.pdf"}).code == 2);
    CHECK(desk.on_monday({"letter", "--school", "9", "--out", "x.pdf"}).code == 4);
    CHECK(desk.on_monday({"letter", "--school", "2122000001", "--all", "--out", "x.pdf"}).code == 2);
    CHECK(desk.on_monday({"letter", "--out", "x.pdf"}).code == 2);
    CHECK_FALSE(desk.has("x.pdf"));
}

TEST_CASE("a folder gets a briefing and an annex of each county", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk.on_monday({"brief", "--season", "summer", "--out", "briefs/", "--annex", "briefs/"});
    CHECK(ran.code == 0);
    for (const auto* county : {"220802", "220821", "220822", "220881", "220882"}) {
        CAPTURE(county);
        CHECK(is_pdf(desk.read(std::string{"briefs/"} + county + "-summer.pdf")));
        CHECK(desk.has(std::string{"briefs/"} + county + "-summer.xlsx"));
    }
    CHECK(desk.on_monday({"brief", "--county", "洮北区", "--out", "briefs/"}).code == 2);
    CHECK(desk.on_monday({"brief", "--out", "b.pdf", "--annex", "briefs/"}).code == 2);
}

TEST_CASE("a briefing compares with the register as it was known, or says since when there is one", "[cli]")
{
    const BusyDesk desk;
    CHECK(desk({"brief", "--season", "summer", "--since", "2020-01-01", "--out", "b.pdf"}).code == 4);
    CHECK(desk({"brief", "--season", "summer", "--since-season", "ice", "--out", "b.pdf"}).code == 2);
    CHECK(desk.on_monday({"brief", "--season", "summer", "--since", "2026-12-01", "--out", "b.pdf"}).code == 2);
    CHECK_FALSE(desk.has("b.pdf"));
}

TEST_CASE("a check is planned for the day asked for", "[cli]")
{
    const BusyDesk desk;
    const Ran ran = desk.json({"checks", "plan", "--teams", "2"});
    CHECK(ran.code == 0);
    // The runs of the ledgers name routes that the register does not hold: no bus can be met, and each is named.
    CHECK(ran.out.starts_with("{\"plan\":[],\"covered\":0,\"of\":"));
    CHECK(ran.out.find("{\"registration_number\":\"吉G10001\",\"why\":\"no_route\"}") != std::string::npos);
    CHECK(desk.on_monday({"checks", "plan", "--date", "2026-13-01"}).code == 2);
    CHECK(desk.on_monday({"checks", "plan", "--from", "9:00", "--to", "08:00"}).code == 2);
    CHECK(desk.on_monday({"checks", "plan", "--rule", "NO-RULE"}).code == 2);
}

}  // namespace
