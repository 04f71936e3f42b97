#include "console/imports/issue_list.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using imports::ImportList;
using imports::IssueFilter;
using imports::SheetRow;

data::RowIssue an_issue(std::uint32_t row, std::string column, data::IssueCode code, std::string value)
{
    return {row, std::move(column), code, data::usual_severity(code), std::move(value), {}};
}

/// One workbook with two sheets and a file that could not be read.
ImportList two_files()
{
    ImportList list;
    data::ImportRequest book, old;
    book.path = "/in/book.xlsx";
    old.path = "/in/old.xls";
    for (const auto& request : {book, old}) list.begin(request, std::make_shared<data::JobProgress>());
    data::ImportReport report;
    report.sheets.resize(2);
    report.sheets[0].kind = "drivers";
    report.sheets[0].issues = {an_issue(3, "驾驶证号", data::IssueCode::check_digit, "220802198001010010"),
                               an_issue(4, "姓名", data::IssueCode::cell_error, "赵小伟"),
                               an_issue(5, "准驾车型", data::IssueCode::missing_required, "A1")};
    report.sheets[1].kind = "buses";
    report.sheets[1].issues = {an_issue(9, "检验有效期止", data::IssueCode::bad_date, "2026-13-40")};
    list.finish(book, report);
    list.finish(old, data::IntakeFault(data::FaultCode::old_xls));
    return list;
}

TEST_CASE("each sheet has a row, and a file without sheets has one too", "[imports]")
{
    const auto list = two_files();
    CHECK(imports::sheet_rows(list) == std::vector<SheetRow>{{0, 0}, {0, 1}, {1, std::nullopt}});
    CHECK(imports::fault_sentence(*list.entries()[1].result, language::Language::zh) ==
          data::IntakeFault(data::FaultCode::old_xls).text(data::SentenceLanguage::zh));
}

TEST_CASE("issues can be narrowed to a sheet and to a severity", "[imports]")
{
    const auto list = two_files();
    CHECK(imports::issue_rows(list, {}).size() == 4);
    CHECK(imports::issue_rows(list, {.of = SheetRow{0, 1}, .severity = {}}).size() == 1);
    CHECK(imports::issue_rows(list, {.of = {}, .severity = data::IssueSeverity::warning}).size() == 1);
    CHECK(imports::issue_counts(list, {}).refused == 3);
    CHECK(imports::issue_counts(list, SheetRow{0, 0}).warnings == 1);
}

TEST_CASE("a personal value is masked in the list and in its sentence", "[imports]")
{
    const auto rows = imports::issue_rows(two_files(), {});
    CHECK(rows[0].issue.value == "220802********0010");
    CHECK(rows[1].issue.value == "赵某某");
    CHECK(rows[2].issue.value == "A1");
    CHECK(rows[3].issue.value == "2026-13-40");
    CHECK(imports::issue_sentence(rows[0].issue, language::Language::zh).find("19800101") == std::string::npos);
}

}  // namespace
