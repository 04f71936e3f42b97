#include "data/intake/csv.hpp"
#include "tests/data/intake/fault_of.hpp"
#include "tests/data/intake/workbook_maker.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::vector<std::string> csv_cells(std::string_view text, const IntakeLimits& limits = {})
{
    const auto reader = read_csv(text, csv_separator(text), limits);
    return cells_of(*reader);
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("CSV follows RFC 4180", "[data][intake]")
{
    CHECK(csv_cells("a,b\r\n1,\"x,y\"\r\n") == Cells{"A1 text a", "B1 text b", "A2 text 1", "B2 text x,y"});
    CHECK(csv_cells("\"a \"\"b\"\" c\"") == Cells{"A1 text a \"b\" c"});
    CHECK(csv_cells("a,,c") == Cells{"A1 text a", "C1 text c"});
    CHECK(csv_cells("a,\"\",\n,b,") == Cells{"A1 text a", "B2 text b"});
}

TEST_CASE("quotes out of place are kept as text", "[data][intake]")
{
    CHECK(csv_cells("5\" tyre,b") == Cells{"A1 text 5\" tyre", "B1 text b"});
    CHECK(csv_cells("\"a\"b\",c") == Cells{"A1 text ab\"", "B1 text c"});
    CHECK(csv_cells("\"\"\"\"") == Cells{"A1 text \""});
}

TEST_CASE("rows are numbered as a spreadsheet program shows them", "[data][intake]")
{
    CHECK(csv_cells("a\n\nb\n") == Cells{"A1 text a", "A3 text b"});
    CHECK(csv_cells("a\n\"x\ny\"\nb\n") == Cells{"A1 text a", "A2 text x\ny", "A3 text b"});
    CHECK(csv_cells("a\rb\rc") == Cells{"A1 text a", "A2 text b", "A3 text c"});
    CHECK(csv_cells("a\r\nb\nc") == Cells{"A1 text a", "A2 text b", "A3 text c"});
}

TEST_CASE("no row is lost where lines end in CR CR LF", "[data][intake]")
{
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "x," + std::to_string(i) + "\r\r\n";
    const auto reader = read_csv(text, ',');
    SheetRow row;
    int next = 0;
    while (reader->next(row)) REQUIRE(row.at(1)->text == std::to_string(next++));
    CHECK(next == 20'000);
}

TEST_CASE("an open quote is refused with the row where it began", "[data][intake]")
{
    const auto fault = fault_of([] { (void)csv_cells("a,b\n\nc,\"d\ne,f\n"); });
    REQUIRE(fault);
    CHECK(fault->code() == FaultCode::unterminated_quote);
    CHECK(fault->details() == std::vector<std::string>{"3"});
}

TEST_CASE("a million columns and endless cells are refused", "[data][intake]")
{
    CHECK(fault_of([] { (void)csv_cells(std::string(1'000'000, ',')); })->code() == FaultCode::too_many_columns);
    CHECK(fault_of([] { (void)csv_cells("a,b\n" + std::string(2 << 20, 'x')); })->code() == FaultCode::cell_too_long);
    CHECK(fault_of([] { (void)csv_cells("a,b\n\"" + std::string(2 << 20, 'x') + "\""); })->code() ==
          FaultCode::cell_too_long);
    IntakeLimits narrow;
    narrow.columns = 3;
    CHECK(csv_cells("a,b,c\n", narrow).size() == 3);
    CHECK(fault_of([&] { (void)csv_cells("a,b,c,d\n", narrow); })->code() == FaultCode::too_many_columns);
}

TEST_CASE("the separator is found by what splits the rows evenly", "[data][intake]")
{
    CHECK(csv_separator("a;b;c\n1,5;2;3\n2,5;4;5\n") == ';');
    CHECK(csv_separator("a\tb\n1\t2,3\n") == '\t');
    CHECK(csv_separator("a,b\n\"x;y;z;w\",2\n") == ',');
    CHECK(csv_separator("a|b|c\n1|2,5|3\n") == '|');
    CHECK(csv_separator("a\nb\n") == ',');
    CHECK(csv_separator("") == ',');
}

TEST_CASE("a row knows its cells by column and whether it is blank", "[data][intake]")
{
    const auto reader = read_csv("a,,c\n 　,\n", ',');
    SheetRow row;
    REQUIRE(reader->next(row));
    CHECK(row.at(2)->text == "c");
    CHECK(row.at(1) == nullptr);
    CHECK(row.at(9) == nullptr);
    CHECK_FALSE(row.blank());
    REQUIRE(reader->next(row));
    CHECK(row.blank());
}
