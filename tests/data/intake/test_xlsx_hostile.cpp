#include "data/intake/container.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::optional<FaultCode> refused_with(const std::string& bytes, const IntakeLimits& limits = {})
{
    const auto fault = fault_of([&] {
        const auto workbook = open_workbook(source_from_bytes("made.xlsx", bytes), {.limits = limits});
        for (std::size_t i = 0; i < workbook->sheets().size(); ++i) (void)cells_of(*workbook->open(i));
    });
    return fault ? std::optional{fault->code()} : std::nullopt;
}

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::string sheet(const std::string& sheet_data)
{
    return bytes_of({.sheet_data = sheet_data});
}

const std::string one_cell = "<row><c><v>1</v></c></row>";

}  // namespace

TEST_CASE("a zip bomb is stopped before it fills the memory", "[data][intake]")
{
    CHECK(refused_with(sheet(std::string(32 << 20, ' '))) == FaultCode::zip_bomb);
    CHECK(refused_with(bytes_of(
              {.sheet_data = one_cell, .shared_strings = "<si><t>" + std::string(8 << 20, 'a') + "</t></si>"})) ==
          FaultCode::zip_bomb);
    CHECK(refused_with(sheet(repeated("<row><c><v>1</v></c></row>", 200'000))) == FaultCode::zip_bomb);
    CHECK(refused_with(
              bytes_of({.sheet_data = one_cell, .shared_strings = repeated("<si><t>abc</t></si>", 1'000'000)})) ==
          FaultCode::zip_bomb);
}

TEST_CASE("parts that each stay within their bound are stopped where together they do not", "[data][intake]")
{
    // Each sheet names the same part of 20 kB, which unpacks to 2 MB; twenty-five of them are 50 MB from 200 kB.
    auto parts = parts_of({});
    std::string list, relations;
    for (int i = 1; i <= 25; ++i) {
        const std::string id = std::to_string(i);
        list += "<sheet name=\"" + id + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
        relations += "<Relationship Id=\"rId" + id + "\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>";
    }
    std::string rows;
    for (int i = 0; i < 60'000; ++i) rows += "<row><c><v>" + std::to_string(i * 7919 % 10007) + "</v></c></row>";
    parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
    parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    IntakeLimits limits;
    limits.ratio = 40;
    CHECK(refused_with(zipped(parts), limits) == FaultCode::zip_bomb);
    limits.ratio = 4000;
    CHECK(refused_with(zipped(parts), limits) == std::nullopt);
}

TEST_CASE("what a part says of its size is not believed", "[data][intake]")
{
    const std::string whole = sheet(one_cell);
    const std::size_t entry =
        whole.find("xl/worksheets/sheet1.xml", whole.find("PK\x01\x02")) - 46;  // its central record
    for (const unsigned change : {1U, 0x10U, 0xFFU}) {
        std::string forged = whole;
        forged[entry + 24] = static_cast<char>(static_cast<unsigned char>(forged[entry + 24]) ^ change);
        CHECK(refused_with(forged) == FaultCode::damaged_workbook);
    }
    std::string huge = whole;
    huge[entry + 27] = '\x20';  // half a gigabyte from a few bytes
    CHECK(refused_with(huge) == FaultCode::zip_bomb);
}

TEST_CASE("cells, strings, columns, rows and depth are bounded", "[data][intake]")
{
    IntakeLimits limits;
    limits.cells = 3;
    const std::string four_cells = "<c><v>1</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c>";
    CHECK(refused_with(sheet("<row>" + four_cells + "</row>"), limits) == FaultCode::too_many_cells);
    CHECK(refused_with(sheet("<row><c/><c/><c/><c/></row>"), limits) == std::nullopt);  // formatted, but empty
    limits = {};
    limits.strings = 2;
    CHECK(refused_with(bytes_of({.sheet_data = one_cell, .shared_strings = "<si/><si/><si/>"}), limits) ==
          FaultCode::too_many_strings);
    CHECK(refused_with(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")) == std::nullopt);
    CHECK(refused_with(sheet("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")) == FaultCode::too_many_columns);
    CHECK(refused_with(sheet("<row r=\"1\"><c r=\"AAAAAAAAA1\"><v>1</v></c></row>")) == FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row r=\"1048577\"><c><v>1</v></c></row>")) == FaultCode::too_many_rows);
    CHECK(refused_with(sheet("<row r=\"4294967296\"><c><v>1</v></c></row>")) == FaultCode::damaged_workbook);
    CHECK(refused_with(sheet(repeated("<a>", 100) + repeated("</a>", 100))) == FaultCode::damaged_workbook);
}

TEST_CASE("a document type is refused in any part", "[data][intake]")
{
    const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    const std::string outside = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">";
    for (const auto* part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/sharedStrings.xml",
                             "xl/styles.xml", "xl/worksheets/sheet1.xml"}) {
        CAPTURE(part);
        auto parts = parts_of({.sheet_data = one_cell});
        std::string text = parts[part];
        if (text.starts_with("<?xml")) text = text.substr(text.find("?>") + 2);
        parts[part] = bomb + text;
        CHECK(refused_with(zipped(parts)) == FaultCode::document_type);
        parts[part] = outside + text;
        CHECK(refused_with(zipped(parts)) == FaultCode::document_type);
    }
}

TEST_CASE("a workbook that was cut off or overwritten is refused", "[data][intake]")
{
    std::string rows;
    for (int i = 0; i < 20'000; ++i) rows += "<row><c><v>" + std::to_string(i * 7919 % 10007) + "</v></c></row>";
    const std::string whole = sheet(rows);
    CHECK(refused_with(whole) == std::nullopt);
    CHECK(refused_with(whole.substr(0, whole.size() / 2)) == FaultCode::truncated_workbook);
    CHECK(refused_with(whole.substr(0, 100)) == FaultCode::truncated_workbook);
    std::string overwritten = whole;
    const std::size_t at = whole.find("xl/worksheets/sheet1.xml") + 2000;
    for (std::size_t i = 0; i < 64; ++i) overwritten[at + i] = static_cast<char>(i * 37);
    CHECK(refused_with(overwritten) == FaultCode::damaged_workbook);
}

TEST_CASE("no single byte of a workbook can do harm", "[data][intake]")
{
    const std::string whole = bytes_of({.sheet_data = "<row r=\"1\"><c r=\"A1\" t=\"s\" s=\"0\"><v>0</v></c></row>",
                                        .shared_strings = "<si><t>洮南</t></si>",
                                        .formats = {"14"}});
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const char other : {'\0', '\xFF', static_cast<char>(whole[at] ^ 1)}) {
            std::string changed = whole;
            changed[at] = other;
            if (refused_with(changed)) ++refused;  // any other exception, or a crash, fails the test
        }
    CHECK(refused > 0);
    for (std::size_t size = 4; size < whole.size(); ++size)  // with less than its signature it is text
        CHECK(refused_with(whole.substr(0, size)).has_value());
}

TEST_CASE("a forged number of entries is refused before room is made for it", "[data][intake]")
{
    std::string bytes = sheet(one_cell);
    const std::size_t end = bytes.rfind("PK\x05\x06");
    bytes[end + 8] = bytes[end + 10] = '\xFE';
    bytes[end + 9] = bytes[end + 11] = '\xFF';
    CHECK(refused_with(bytes) == FaultCode::too_many_entries);
}

TEST_CASE("a workbook whose parts contradict each other is refused", "[data][intake]")
{
    auto parts = parts_of({.sheet_data = one_cell});
    parts.erase("xl/worksheets/sheet1.xml");
    CHECK(refused_with(zipped(parts)) == FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>")) ==
          FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")) == FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")) ==
          FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row><c><v>1</v></row>")) == FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row><c t=\"str\"><v>\xFF</v></c></row>")) == FaultCode::damaged_workbook);
    auto empty = parts_of({.sheet_data = one_cell});
    empty["xl/workbook.xml"] = "<workbook/>";
    CHECK(refused_with(zipped(empty)) == FaultCode::no_sheets);
}

TEST_CASE("a tag without an end does not pile up in memory", "[data][intake]")
{
    IntakeLimits limits;
    limits.ratio = 1'000'000;
    CHECK(refused_with(sheet("<row x=\"" + std::string(4 << 20, 'x') + "\"/>"), limits) == FaultCode::damaged_workbook);
    CHECK(refused_with(sheet("<row><c t=\"str\"><v>" + std::string(4 << 20, 'x') + "</v></c></row>"), limits) ==
          FaultCode::cell_too_long);
}
