#include "console/imports/review_lines.hpp"
#include "tests/support/a_plan.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace imports;
using language::Language;
using test::said;

data::RowIssue an_issue(std::uint32_t row, std::string column, data::IssueCode code, std::string value)
{
    return {row, std::move(column), code, data::usual_severity(code), std::move(value), {}};
}

data::ColumnReport a_column(std::string header, std::string field)
{
    return {0, std::move(header), std::move(field), {}};
}

/// One workbook with two sheets (drivers with issues; buses with an added row 3, and row 2 that changes two fields) and
/// a file that could not be read.
ImportList two_files()
{
    ImportList list;
    data::ImportRequest book, old;
    book.path = "/in/book.xlsx";
    old.path = "/in/old.xls";
    book.dry_run = old.dry_run = true;
    for (const auto& request : {book, old}) list.begin(request, std::make_shared<data::JobProgress>());
    data::ImportReport report;
    report.dry_run = true;
    report.sheets.resize(2);
    report.sheets[0].kind = "drivers";
    report.sheets[0].columns = {a_column("驾驶证号", "licence_number"), a_column("姓名", "name"),
                                a_column("准驾车型", "licence_class")};
    report.sheets[0].issues = {an_issue(3, "驾驶证号", data::IssueCode::check_digit, "220802198001010010"),
                               an_issue(4, "姓名", data::IssueCode::cell_error, "赵小伟"),
                               an_issue(5, "准驾车型", data::IssueCode::missing_required, "A1")};
    report.sheets[1].kind = "buses";
    report.sheets[1].issues = {an_issue(9, "检验有效期止", data::IssueCode::bad_date, "2026-13-40")};
    auto plan = std::make_shared<data::PlannedChanges>();
    test::plan_added(*plan, "buses", {1, 3}, {{"registration_number", said("吉G20002")}});
    test::plan_changed(*plan, "buses", {1, 2}, {{"registration_number", said("吉G10001")}},
                       {{"seats", std::int64_t{36}, std::int64_t{40}}, {"state", said("in_use"), said("suspended")}});
    report.plan = plan;
    list.finish(book, report);
    list.finish(old, data::IntakeFault(data::FaultCode::old_xls));
    return list;
}

/// The lines, each as "sheet/index/field", once all are gathered.
std::vector<std::string> lines(const ImportList& list, const ReviewFilter& filter, Language language = Language::zh)
{
    const data::Snapshot snapshot;
    ReviewLines review;
    review.look_at(list, filter, language);
    while (!review.complete()) review.work(list, {snapshot, language});
    std::vector<std::string> all;
    for (const ReviewLine& line : review.lines())
        all.push_back(std::to_string(line.sheet) + "/" + std::to_string(line.index) + "/" + std::to_string(line.field));
    return all;
}

using Lines = std::vector<std::string>;

TEST_CASE("each sheet has a row, and a file without sheets has one too", "[imports]")
{
    const auto list = two_files();
    CHECK(sheet_rows(list) == std::vector<SheetRow>{{0, 0}, {0, 1}, {1, std::nullopt}});
    CHECK(fault_sentence(*list.entries()[1].result, Language::zh) ==
          data::IntakeFault(data::FaultCode::old_xls).text(data::SentenceLanguage::zh));
}

TEST_CASE("a changed row has a line a field, an added one a single line, in the order of the file", "[imports]")
{
    const auto list = two_files();
    CHECK(lines(list, {}) == Lines{"1/1/0", "1/1/1", "1/0/0"});
    CHECK(lines(list, {.view = View::added}) == Lines{"1/0/0"});
    CHECK(lines(list, {.view = View::changed}) == Lines{"1/1/0", "1/1/1"});
    CHECK(lines(list, {.view = View::other_county}).empty());
    CHECK(lines(list, {.of = SheetRow{0, 0}}).empty());
}

TEST_CASE("issues are narrowed to a sheet and to a severity", "[imports]")
{
    const auto list = two_files();
    CHECK(lines(list, {.view = View::issues}) == Lines{"0/0/0", "0/1/0", "0/2/0", "1/0/0"});
    CHECK(lines(list, {.of = SheetRow{0, 1}, .view = View::issues}) == Lines{"1/0/0"});
    CHECK(lines(list, {.view = View::warnings}) == Lines{"0/0/0"});
    const auto counts = review_counts(list, {});
    CHECK(counts.refused == 3);
    CHECK(counts.warnings == 1);
    CHECK(counts.added == 1);
    CHECK(counts.changed == 1);
    CHECK(review_counts(list, SheetRow{0, 0}).added == 0);
}

TEST_CASE("what is typed finds what is shown: key, field, old and new value, in either language", "[imports]")
{
    const auto list = two_files();
    CHECK(lines(list, {.text = "吉g·10001"}) == Lines{"1/1/0", "1/1/1"});
    CHECK(lines(list, {.text = "停用"}) == Lines{"1/1/0", "1/1/1"});
    CHECK(lines(list, {.text = "停用"}, Language::en).empty());
    CHECK(lines(list, {.text = "SUSPENDED"}, Language::en) == Lines{"1/1/0", "1/1/1"});
    CHECK(lines(list, {.text = "20002"}) == Lines{"1/0/0"});
    CHECK(lines(list, {.view = View::issues, .text = "2026-13"}) == Lines{"1/0/0"});
    CHECK(lines(list, {.view = View::issues, .text = "19800101"}).empty());  // masked: nobody finds it
}

TEST_CASE("a personal value is masked in the list and in its sentence", "[imports]")
{
    const auto list = two_files();
    const data::SheetReport& drivers = list.entries()[0].report()->sheets[0];
    CHECK(shown_issue(drivers, 0).value == "220802********0010");
    CHECK(shown_issue(drivers, 1).value == "赵某某");
    CHECK(shown_issue(drivers, 2).value == "A1");
    CHECK(issue_sentence(shown_issue(drivers, 0), Language::zh).find("19800101") == std::string::npos);
}

TEST_CASE("lines are gathered little by little, and anew when list or filter change", "[imports]")
{
    ImportList list;
    data::ImportRequest request;
    request.path = "/in/large.csv";
    request.dry_run = true;
    list.begin(request, std::make_shared<data::JobProgress>());
    data::ImportReport report;
    report.dry_run = true;
    report.sheets.resize(1);
    auto plan = std::make_shared<data::PlannedChanges>();
    constexpr std::uint32_t rows = 50'000;
    for (std::uint32_t row = 0; row < rows; ++row)
        test::plan_added(*plan, "buses", {0, row + 2}, {{"registration_number", said("吉G12345")}});
    report.plan = plan;
    list.finish(request, report);
    const data::Snapshot snapshot;
    ReviewLines review;
    review.look_at(list, {}, Language::zh);
    review.work(list, {snapshot, Language::zh});
    CHECK_FALSE(review.complete());
    CHECK(review.lines().size() < rows);
    const auto beginning = review.beginning();
    review.look_at(list, {}, Language::zh);  // nothing new: it goes on
    while (!review.complete()) review.work(list, {snapshot, Language::zh});
    CHECK(review.lines().size() == rows);
    CHECK(review.beginning() == beginning);
    review.look_at(list, {.text = "no such row"}, Language::zh);
    CHECK(review.beginning() != beginning);
    CHECK(review.lines().empty());
    while (!review.complete()) review.work(list, {snapshot, Language::zh});
    CHECK(review.lines().empty());
}

}  // namespace
