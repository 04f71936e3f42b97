#include "data/intake/gis/column_name.hpp"
#include "data/intake/gis/dbf_encoding.hpp"
#include "tests/data/intake/gis/geodata_maker.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// A table with one text column.
std::string table(const std::string& text, std::size_t width = 20)
{
    return dbf({{"name", width}}, {{text}});
}

std::string encoding_of(const std::string& bytes, std::string_view cpg = "")
{
    const DbfEncoding found = dbf_encoding(bytes, cpg);
    return found.name + (found.found ? " found" : "");
}

// 南泡子, in UTF-8 and in GBK (GB 2312: C4CF C5DD D7D3).
const std::string utf8 = "南泡子", gbk = "\xC4\xCF\xC5\xDD\xD7\xD3";

}  // namespace

TEST_CASE("the encoding of attributes is what the file says, where its texts bear it out", "[data][intake]")
{
    CHECK(encoding_of(table(utf8), "UTF-8") == "UTF-8");
    CHECK(encoding_of(table(gbk), "GBK") == "GB18030");
    CHECK(encoding_of(table(gbk), "936\r\n") == "GB18030");
    CHECK(encoding_of(table("plain"), "GBK") == "UTF-8");  // the same bytes in both
}

TEST_CASE("a file that says nothing, or the wrong thing, is read by its content", "[data][intake]")
{
    CHECK(encoding_of(table(utf8)) == "UTF-8");
    CHECK(encoding_of(table(gbk)) == "GB18030 found");
    CHECK(encoding_of(table(gbk), "UTF-8") == "GB18030 found");
    CHECK(encoding_of(table(gbk), "ISO-8859-1") == "GB18030 found");
    CHECK(encoding_of(table(utf8), "GBK") == "UTF-8");
    CHECK(encoding_of(dbf({{gbk}}, {{"x"}})) == "GB18030 found");  // only the name of a column says it
}

TEST_CASE("a character that the width of a field cuts through does not count", "[data][intake]")
{
    CHECK(encoding_of(table(utf8, 8)) == "UTF-8");  // the third character lacks its last byte
    CHECK(encoding_of(table(utf8, 7)) == "UTF-8");
}

TEST_CASE("a table that is cut short or says nonsense about itself is looked at as far as it goes", "[data][intake]")
{
    const std::string whole = table(gbk);
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(encoding_of(whole.substr(0, size)).empty());
    std::string lies = whole;
    lies[8] = lies[9] = lies[10] = lies[11] = '\xFF';
    CHECK_FALSE(encoding_of(lies).empty());
}

TEST_CASE("encodings that operators name are known by their usual names", "[data][intake]")
{
    CHECK(dbf_encoding_of("UTF8") == "UTF-8");
    CHECK(dbf_encoding_of("gbk") == "GB18030");
    CHECK(dbf_encoding_of("klingon").empty());
}

TEST_CASE("a name that was cut off after ten bytes is made whole where only one header begins so", "[data][intake]")
{
    CHECK(whole_column_name("registrati", "UTF-8") == "registration_number");
    CHECK(whole_column_name("last_patro", "UTF-8") == "last_patrol_on");
    CHECK(whole_column_name("incidents_", "UTF-8") == "incidents_5y");
    CHECK(whole_column_name("水域编\xE5", "UTF-8") == "水域编号");  // 号 is E5 8F B7
    CHECK(whole_column_name("近五年溺水", "GB18030") == "近五年溺水");  // a header by itself
}

TEST_CASE("a name that was not cut off, or could be several, stays", "[data][intake]")
{
    CHECK(whole_column_name("code", "UTF-8") == "code");
    CHECK(whole_column_name("学校标识码", "GB18030") == "学校标识码");
    CHECK(whole_column_name("supervised", "UTF-8") == "supervised_by");
    CHECK(whole_column_name("arrives_at", "UTF-8") == "arrives_at");
    CHECK(whole_column_name("unheard_of", "UTF-8") == "unheard_of");
    CHECK(whole_column_name("", "UTF-8").empty());
}
