#include "data/intake/container.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <string>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using namespace std::string_literals;

namespace {

std::optional<FaultCode> refused_with(const std::string& bytes)
{
    const auto fault = fault_of([&] { (void)open_workbook(source_from_bytes("ledger", bytes)); });
    return fault ? std::optional{fault->code()} : std::nullopt;
}

/// Text as it stands in the directory of an OLE2 file.
std::string wide(std::string_view text)
{
    std::string result;
    for (const char c : text) result.append({c, '\0'});
    return result;
}

const std::string compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(504, '\0');

}  // namespace

TEST_CASE("files are told apart by content, not by name", "[data][intake]")
{
    const auto workbook =
        open_workbook(source_from_bytes("ledger.csv", bytes_of({.sheet_data = "<row><c><v>1</v></c></row>"})));
    CHECK(workbook->sheets()[0].name == "名册");
    CHECK(workbook->encoding().empty());
    const auto text = open_workbook(source_from_bytes("ledger.xlsx", "a,b\n1,2\n"));
    CHECK(text->sheets()[0].name.empty());
    CHECK(text->encoding() == "UTF-8");
}

TEST_CASE("what cannot be read is refused with the way out", "[data][intake]")
{
    CHECK(refused_with(compound_file + wide("Workbook")) == FaultCode::old_xls);
    CHECK(refused_with(compound_file + wide("EncryptedPackage")) == FaultCode::encrypted_workbook);
    CHECK(refused_with(compound_file + wide("WordDocument")) == FaultCode::word_document);
    CHECK(refused_with(zipped({{"word/document.xml", "<x/>"}})) == FaultCode::word_document);
    CHECK(refused_with(zipped({{"xl/workbook.bin", "x"}})) == FaultCode::binary_workbook);
    CHECK(refused_with(zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                               {"content.xml", "<x/>"}})) == FaultCode::open_document);
    CHECK(refused_with(zipped({{"ledger.csv", "a,b"}})) == FaultCode::other_archive);
    CHECK(refused_with("<html><table><tr><td>吉G12345</td></tr></table></html>") == FaultCode::web_page);
    CHECK(refused_with("%PDF-1.7") == FaultCode::not_a_table);
    CHECK(refused_with("SQLite format 3\0abc"s) == FaultCode::not_a_table);
    CHECK(refused_with("\x89PNG\r\n") == FaultCode::not_a_table);
    CHECK(refused_with("Rar!\x1A\x07") == FaultCode::other_archive);
    CHECK(refused_with("") == FaultCode::empty_file);
    CHECK(IntakeFault(FaultCode::old_xls).text(SentenceLanguage::zh).find(".xlsx") != std::string::npos);
}

TEST_CASE("a file is known by its SHA-256 and its name without folders", "[data][intake]")
{
    // FIPS 180-2, B.1
    CHECK(source_from_bytes("x", "abc")->sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const auto folder = std::filesystem::temp_directory_path() / "xiaoan-test-intake";
    std::filesystem::create_directories(folder);
    const auto path = folder / "洮南.csv";
    std::ofstream(path, std::ios::binary) << "abc";
    CHECK(read_source_file(path)->name == "洮南.csv");
    CHECK(read_source_file(path)->bytes == "abc");
    IntakeLimits small;
    small.file_bytes = 2;
    CHECK(fault_of([&] { (void)read_source_file(path, small); })->code() == FaultCode::file_too_large);
    CHECK(fault_of([&] { (void)read_source_file(folder); })->code() == FaultCode::not_a_file);
    CHECK(fault_of([&] { (void)read_source_file(folder / "none.csv"); })->code() == FaultCode::unreadable_file);
    std::filesystem::remove_all(folder);
}
