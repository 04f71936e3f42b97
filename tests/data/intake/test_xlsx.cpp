#include "data/intake/container.hpp"
#include "data/intake/number_format.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

using Cells = std::vector<std::string>;

Cells made_cells(const MadeWorkbook& made)
{
    return cells_of(bytes_of(made));
}

}  // namespace

TEST_CASE("every type of cell keeps its value", "[data][intake]")
{
    CHECK(made_cells(
              {.sheet_data = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>内联</t></is></c>
        <c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="d"><v>2026-03-01</v></c><c r="F1"><v>12.5</v></c>
        <c r="G1" t="str"><f>A1</f><v>公式</v></c><c r="H1" t="n"><v>7</v></c></row>)",
               .shared_strings = "<si><t>共享</t></si>"}) == Cells{"A1 text 共享", "B1 text 内联", "C1 boolean TRUE",
                                                                   "D1 error #N/A", "E1 moment 2026-03-01",
                                                                   "F1 number 12.5", "G1 text 公式", "H1 number 7"});
}

TEST_CASE("rich text is joined and phonetic text left out", "[data][intake]")
{
    CHECK(
        made_cells(
            {.sheet_data =
                 R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh><t>x</t></rPh></is></c></row>)",
             .shared_strings = "<si><r><t>洮</t></r><r><t xml:space=\"preserve\"> 南</t></r></si>"
                               "<si><t>課長</t><rPh sb=\"0\" eb=\"2\"><t>カチョウ</t></rPh><phoneticPr/></si>"}) ==
        Cells{"A1 text 洮 南", "B1 text 課長", "C1 text 内联"});
}

TEST_CASE("formulas give the value that was calculated last, and none where there is none", "[data][intake]")
{
    CHECK(
        made_cells(
            {.sheet_data =
                 R"(<row><c><f>1+1</f><v>2</v></c><c t="b"><f>TRUE</f><v>0</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>TODAY()</f></c><c><f>B1</f><v></v></c><c s="0"/></row>)"}) ==
        Cells{"A1 number 2", "B1 boolean FALSE", "C1 error #DIV/0!", "D1 unvalued =", "E1 unvalued ="});
}

TEST_CASE("serial numbers become dates by their number format", "[data][intake]")
{
    const std::string row =
        R"(<row><c s="0"><v>46082</v></c><c s="1"><v>46082</v></c><c s="2"><v>46082.295138888889</v></c><c s="3"><v>0.295138888888889</v></c><c s="4"><v>46082</v></c><c s="5"><v>46082</v></c><c s="6"><v>46082</v></c></row>)";
    const std::vector<std::string> formats{"14",
                                           "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@",
                                           "22",
                                           "h:mm",
                                           "0.00",
                                           "31",
                                           "[Red]#,##0&quot;日&quot;"};
    CHECK(made_cells({.sheet_data = row, .formats = formats}) ==
          Cells{"A1 moment 2026-03-01", "B1 moment 2026-03-01", "C1 moment 2026-03-01T07:05:00", "D1 moment 07:05:00",
                "E1 number 46082", "F1 moment 2026-03-01", "G1 number 46082"});
    // The 1904 system lies 1,462 days behind.
    CHECK(made_cells({.sheet_data = "<row><c s=\"0\"><v>44620</v></c></row>", .formats = {"14"}, .from_1904 = true}) ==
          Cells{"A1 moment 2026-03-01"});
}

TEST_CASE("dates that do not exist and numbers that no double holds are errors", "[data][intake]")
{
    CHECK(
        made_cells(
            {.sheet_data =
                 R"(<row><c s="0"><v>60</v></c><c s="0"><v>-1</v></c><c s="0"><v>2958466</v></c><c><v>1e400</v></c><c><v>abc</v></c><c s="0"><v>0</v></c><c t="s"><v>99</v></c></row>)",
             .shared_strings = "<si><t>a</t></si>",
             .formats = {"14"}}) == Cells{"A1 error 60", "B1 error -1", "C1 error 2958466", "D1 error 1e400",
                                          "E1 error abc", "F1 error 0", "G1 error #STRING 99"});
}

TEST_CASE("numbers are told in plain digits", "[data][intake]")
{
    CHECK(made_cells(
              {.sheet_data =
                   "<row><c><v>1.3812345678E10</v></c><c><v>0.30000000000000004</v></c><c><v>2.20802198001010E+17</v></"
                   "c><c><v>1E-3</v></c><c><v>122.83902400000001</v></c></row>"}) ==
          Cells{"A1 number 13812345678", "B1 number 0.3", "C1 number 220802198001010000", "D1 number 0.001",
                "E1 number 122.839024"});
}

TEST_CASE("rows and cells without a place follow the one before", "[data][intake]")
{
    CHECK(made_cells(
              {.sheet_data =
                   "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c></row>"
                   "<row><c><v>5</v></c></row><row r=\"7\"/><row r=\"9\"><c r=\"B9\"><v>6</v></c><c "
                   "r=\"A9\"><v>7</v></c></row>"}) == Cells{"A1 number 1", "B1 number 2", "C5 number 3", "D5 number 4",
                                                            "A6 number 5", "A9 number 7", "B9 number 6"});
}

TEST_CASE("escaped characters in strings are resolved, NUL never", "[data][intake]")
{
    CHECK(made_cells(
              {.sheet_data = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><v>_x4E00_</v></c></row>",
               .shared_strings = "<si><t>a_x000D_b</t></si><si><t>_x0000__x005F_x000D__xD800_</t></si>"}) ==
          Cells{"A1 text a\rb", "B1 text _x0000__x000D__xD800_", "C1 text 一"});
}

TEST_CASE("hidden sheets, hidden rows and merged cells are told", "[data][intake]")
{
    auto parts =
        parts_of({.sheet_data = "<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                  .after_data = "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"nonsense\"/></mergeCells>"});
    parts["xl/workbook.xml"] =
        "<x:workbook xmlns:x=\"m\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"a\" state=\"veryHidden\" r:id=\"rId1\"/>"
        "<x:sheet name=\"b\" state=\"hidden\" r:id=\"rId1\"/><x:sheet name=\"c\" "
        "r:id=\"rId1\"/></x:sheets></x:workbook>";
    const auto workbook = open_workbook(source_from_bytes("made.xlsx", zipped(parts)));
    REQUIRE(workbook->sheets().size() == 3);
    CHECK(workbook->sheets()[0].hidden);
    CHECK(workbook->sheets()[1].hidden);
    CHECK_FALSE(workbook->sheets()[2].hidden);
    CHECK(workbook->sheets()[2].name == "c");
    const auto reader = workbook->open(2);
    SheetRow row;
    REQUIRE(reader->next(row));
    CHECK(row.hidden);
    REQUIRE_FALSE(reader->next(row));
    REQUIRE(reader->merged().size() == 1);
    CHECK(reader->merged()[0].last_row == 2);
    CHECK(reader->merged()[0].last_column == 2);
}

TEST_CASE("number formats with letters of dates outside quotes are dates", "[data][intake]")
{
    CHECK(meaning_of_format_code("yyyy\\-mm\\-dd") == FormatMeaning::date);
    CHECK(meaning_of_format_code("[$-804]yyyy年m月d日") == FormatMeaning::date);
    CHECK(meaning_of_format_code("[h]:mm:ss") == FormatMeaning::time);
    CHECK(meaning_of_format_code("mm:ss.0") == FormatMeaning::time);
    CHECK(meaning_of_format_code("上午/下午h\"时\"mm\"分\"") == FormatMeaning::time);
    CHECK(meaning_of_format_code("yyyy/m/d h:mm") == FormatMeaning::date_time);
    CHECK(meaning_of_format_code("mmm") == FormatMeaning::date);
    CHECK(meaning_of_format_code("General") == FormatMeaning::number);
    CHECK(meaning_of_format_code("0.00E+00") == FormatMeaning::number);
    CHECK(meaning_of_format_code("0\"day\"") == FormatMeaning::number);
    CHECK(meaning_of_format_code("[Red]0;yyyy") == FormatMeaning::number);
    CHECK(meaning_of_format_code("#,##0_);\\(#,##0\\)") == FormatMeaning::number);
    CHECK(meaning_of_format_code("\"unclosed") == FormatMeaning::number);
    CHECK(meaning_of_format_id(0) == FormatMeaning::number);
    CHECK(meaning_of_format_id(49) == FormatMeaning::number);
    CHECK(meaning_of_format_id(21) == FormatMeaning::time);
    CHECK(meaning_of_format_id(58) == FormatMeaning::date);
}
