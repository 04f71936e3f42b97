#include "console/imports/imports_panel.hpp"
#include "tests/console/panels/screen.hpp"
#include "tests/support/a_plan.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

struct Page {
    imports::ImportsState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        return imports::draw_imports_panel(state, frame, where);
    }};
};

/// The page with its detail beside it.
struct Detail {
    imports::ImportsState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
                      return imports::draw_imports_panel(state, frame, where);
                  },
                  [this](const desk::Frame& frame, const shell::Rect& where) {
                      return imports::draw_import_detail(state, frame, {where, false});
                  }};
};

TEST_CASE("an empty page says what would fill it", "[panels]")
{
    Page page;
    page.screen.click("选择文件…");
    CHECK(page.screen.last<desk::BeginImport>() != nullptr);
}

TEST_CASE("a dry run is written only when a person says so, and only what was accepted", "[panels]")
{
    Page page;
    gallery::fill_imports(page.state.list);
    page.screen.frames(3);
    CHECK(page.screen.shows("试运行：没有写入"));
    CHECK(page.screen.asked.empty());
    // One row changes what another county gave: it waits.
    CHECK(page.screen.shows("已接受 30 / 31 行"));
    page.screen.click("写入所选 30 行");
    CHECK(page.screen.count<desk::RunImport>() == 2);  // the file that could not be read is not among them
    const auto& first = std::get<desk::RunImport>(page.screen.asked.front().wish()).request;
    CHECK_FALSE(first.dry_run);
    REQUIRE(first.only);
    CHECK(first.only->names("校车", 5));
    CHECK_FALSE(first.only->names("校车", 6));
    CHECK_FALSE(first.expected.empty());
}

TEST_CASE("each row is accepted or left by its box, by the space bar, and by its sheet", "[panels]")
{
    Page page;
    gallery::fill_imports(page.state.list);
    page.screen.frames(3);
    page.screen.click("接受第 6 行");
    CHECK(page.screen.shows("已接受 31 / 31 行"));
    CHECK(page.screen.shows("写入登记簿"));
    page.screen.click("更改");  // the row's first cell: chosen, with the keyboard
    page.screen.key("Space");
    CHECK(page.screen.shows("已接受 30 / 31 行"));
    page.screen.click("接受“使用许可”");
    CHECK(page.screen.shows("已接受 18 / 31 行"));
    page.screen.click("不接受所列");
    CHECK(page.screen.shows("已接受 0 / 31 行"));
    page.screen.click("新增 28");
    page.screen.click("接受所列");
    CHECK(page.screen.shows("已接受 28 / 31 行"));
}

TEST_CASE("changes are narrowed by what is typed", "[panels]")
{
    Page page;
    gallery::fill_imports(page.state.list);
    page.screen.frames(3);
    CHECK(page.screen.shows("2027-05-31"));
    CHECK(page.screen.shows("行驶记录仪"));
    page.screen.click("筛选");
    page.screen.type("吉G·20871");
    CHECK(page.screen.shows("洮南市"));
    CHECK_FALSE(page.screen.shows("行驶记录仪"));
    page.screen.type("x");
    CHECK(page.screen.shows("没有符合筛选的行"));
}

TEST_CASE("giving up clears the page and asks for nothing", "[panels]")
{
    Page page;
    gallery::fill_imports(page.state.list);
    page.screen.frames(3);
    page.screen.click("放弃");
    CHECK(page.state.list.entries().empty());
    CHECK(page.screen.asked.empty());
}

TEST_CASE("rows to look at are narrowed by chip and by sheet, personal values masked", "[panels]")
{
    Page page;
    gallery::fill_imports(page.state.list);
    page.screen.frames(3);
    page.screen.click("问题 7");
    CHECK(page.screen.shows("2026-13-40"));
    page.screen.click("提醒 4");
    CHECK_FALSE(page.screen.shows("2026-13-40"));
    page.screen.click("问题 7");
    page.screen.click("驾驶人.csv");
    CHECK(page.screen.shows("220802********0010"));
    CHECK_FALSE(page.screen.shows("220802198001010010"));
    CHECK_FALSE(page.screen.shows("2026-13-40"));
}

TEST_CASE("a running import shows its number and can be stopped", "[panels]")
{
    Page page;
    auto progress = std::make_shared<data::JobProgress>();
    progress->done = 12'400;
    progress->total = 30'000;
    data::ImportRequest request;
    request.path = "/in/洮南.xlsx";
    request.dry_run = true;
    page.state.list.begin(request, progress);
    page.screen.frames(3);
    CHECK(page.screen.shows("12,400 / 30,000 行"));
    page.screen.click("停止");
    CHECK(page.screen.last<desk::StopImport>() != nullptr);
}

/// Three schools that are recorded already, off by the shift of GCJ-02 in a file that names no datum.
void fill_shifted(imports::ImportList& list, std::optional<data::Datum> datum = {})
{
    data::ImportRequest request;
    request.path = "/in/学校.csv";
    request.dry_run = true;
    request.datum = datum;
    list.begin(request, std::make_shared<data::JobProgress>());
    data::ImportReport report;
    report.dry_run = true;
    auto plan = std::make_shared<data::PlannedChanges>();
    for (std::uint32_t row = 2; row < 5; ++row)
        plan_changed(*plan, "schools", {0, row}, {{"code", said("221000000" + std::to_string(row))}},
                     {{"lon", 122.84, 122.845}});
    data::SheetReport& sheet = report.sheets.emplace_back();
    sheet.file = "学校.csv";
    sheet.kind = "schools";
    sheet.rows = sheet.changed = 3;
    sheet.columns = {{0, "学校标识码", "code", {}}, {1, "经度", "lon", {}}, {2, "纬度", "lat", {}}};
    using enum data::IssueCode;
    if (!datum)
        sheet.issues.push_back(
            {0, {}, probable_datum, data::usual_severity(probable_datum), "gcj02", {"gcj02", "3", "3", "531", "4"}});
    report.plan = plan;
    list.finish(request, report);
}

TEST_CASE("an undeclared datum is shown with its evidence, and nothing is written until a person says which",
          "[panels]")
{
    Detail detail;
    fill_shifted(detail.state.list);
    detail.screen.frames(4);
    CHECK(detail.screen.shows("坐标系待定"));
    CHECK(detail.screen.shows("坐标很可能是 GCJ-02（高德、腾讯）"));
    CHECK(detail.screen.shows("照原样约差 531 米，按 GCJ-02（高德、腾讯） 换算后约差 4 米（中位数）"));
    CHECK(detail.screen.shows("已接受 0 / 3 行"));
    CHECK(detail.screen.asked.empty());
    detail.screen.click("按 GCJ-02（高德、腾讯） 换算");
    const auto* wish = detail.screen.last<desk::RunImport>();
    REQUIRE(wish != nullptr);
    CHECK(wish->request.dry_run);
    CHECK(wish->request.datum == data::Datum::gcj02);
    detail.screen.click("照原样读取，不换算");
    CHECK(detail.screen.last<desk::RunImport>()->request.datum == data::Datum::cgcs2000);
    fill_shifted(detail.state.list, data::Datum::cgcs2000);
    detail.screen.frames(4);
    CHECK_FALSE(detail.screen.shows("坐标系待定"));
    CHECK(detail.screen.shows("已接受 3 / 3 行"));
}

TEST_CASE("a geographic file says its reference system, and a person may say another", "[panels]")
{
    Detail detail;
    fill_shifted(detail.state.list, data::Datum::bd09);
    auto report = *detail.state.list.entries().front().report();
    report.sheets.front().crs = "CGCS2000 / 3-degree Gauss-Kruger CM 123E";
    data::ImportRequest request = detail.state.list.entries().front().request;
    request.datum.reset();
    detail.state.list.begin(request, std::make_shared<data::JobProgress>());
    detail.state.list.finish(request, report);
    detail.screen.frames(4);
    CHECK(detail.screen.shows("CGCS2000 / 3-degree Gauss-Kruger CM 123E"));
    detail.screen.click("按文件所写的坐标系");
    detail.screen.click("BD-09（百度）");
    CHECK(detail.screen.last<desk::RunImport>()->request.datum == data::Datum::bd09);
}

TEST_CASE("a column that was not read is given a field, and the file is looked at again", "[panels]")
{
    Detail detail;
    gallery::fill_imports(detail.state.list);
    detail.screen.frames(4);
    CHECK(detail.screen.shows("没有读取的列（3）"));
    CHECK(detail.screen.shows("第 3 行"));
    detail.screen.click("不读取");
    detail.screen.click("所有人");
    const auto* wish = detail.screen.last<desk::RunImport>();
    REQUIRE(wish != nullptr);
    CHECK(wish->request.dry_run);
    REQUIRE(wish->request.mapping.size() == 1);
    CHECK(wish->request.mapping.front().kind == "buses");
    CHECK(wish->request.mapping.front().key == "owner");
}

TEST_CASE("a sheet is read as another kind where a person says so", "[panels]")
{
    Detail detail;
    gallery::fill_imports(detail.state.list);
    detail.screen.frames(4);
    detail.screen.click("校车");
    detail.screen.click("校车标牌");
    const auto* wish = detail.screen.last<desk::RunImport>();
    REQUIRE(wish != nullptr);
    CHECK(wish->request.sheet_kinds == std::vector<std::pair<std::string, std::string>>{{"校车", "plates"}});
}

TEST_CASE("a record is shown before and after, with what it has from another county", "[panels]")
{
    Detail detail;
    gallery::fill_imports(detail.state.list);
    detail.screen.frames(4);
    detail.screen.click("他县所给 1");
    detail.screen.frames(2);
    detail.state.selected = 0;
    detail.screen.frames(3);
    CHECK(detail.screen.shows("另一县区给出的记录"));
    CHECK(detail.screen.shows("通榆县"));
    detail.screen.click("接受，写入登记簿");
    CHECK(detail.state.list.accepted() == imports::AcceptedRows{31, 31});
}

}  // namespace
