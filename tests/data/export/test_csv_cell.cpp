#include "data/export/csv_cell.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;

namespace {

std::string cell(std::string_view text)
{
    std::string line;
    append_csv_cell(line, text);
    return line;
}

}  // namespace

TEST_CASE("a cell is quoted where RFC 4180 wants it, and no more", "[data][export]")
{
    CHECK(cell("洮南市示例小学") == "洮南市示例小学");
    CHECK(cell("").empty());
    CHECK(cell("老井站、示例小学") == "老井站、示例小学");
    CHECK(cell("a,b") == "\"a,b\"");
    CHECK(cell("他说“好”\"好\"") == "\"他说“好”\"\"好\"\"\"");
    CHECK(cell("一\n二") == "\"一\n二\"");
    CHECK(cell("一\r\n二") == "\"一\r\n二\"");
    CHECK(cell(" a ") == " a ");
}

TEST_CASE("what another program could take for a separator is quoted too", "[data][export]")
{
    CHECK(cell("a;b") == "\"a;b\"");
    CHECK(cell("a\tb") == "\"a\tb\"");
}

TEST_CASE("no cell is a live formula", "[data][export]")
{
    CHECK(cell("=1+1") == "'=1+1");
    CHECK(cell("+cmd|'/C calc'!A0") == "'+cmd|'/C calc'!A0");
    CHECK(cell("-1+1") == "'-1+1");
    CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(cell("\t=1") == "\"'\t=1\"");
    CHECK(cell("\r=1") == "\"'\r=1\"");
    CHECK(cell("=A1,B1") == "\"'=A1,B1\"");
    CHECK(cell("=\"x\"") == "\"'=\"\"x\"\"\"");
    CHECK(cell("-") == "'-");
}

TEST_CASE("a number below zero is no formula, and a phone with a plus is text", "[data][export]")
{
    CHECK(cell("-12.5") == "-12.5");
    CHECK(cell("-0") == "-0");
    CHECK(cell("+86 436 3222110") == "'+86 436 3222110");
    CHECK_FALSE(looks_like_formula("2026-11-23"));
    CHECK_FALSE(looks_like_formula("a=b"));
    CHECK_FALSE(looks_like_formula(""));
}

TEST_CASE("an apostrophe before a formula is told from the one that guards it", "[data][export]")
{
    CHECK(cell("'=1+1") == "''=1+1");
    CHECK(cell("''@x") == "'''@x");
    CHECK(cell("'quoted'") == "'quoted'");
}

TEST_CASE("cells are appended to what stands there", "[data][export]")
{
    std::string line = "吉G10001,";
    append_csv_cell(line, "a,b");
    CHECK(line == "吉G10001,\"a,b\"");
}
