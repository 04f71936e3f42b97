#include "console/imports/imports_panel.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

struct Page {
    imports::ImportsState state;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
        return imports::draw_imports_panel(state, frame, where);
    }};
};

TEST_CASE("an empty page says what would fill it", "[panels]")
{
    Page page;
    page.screen.click("选择文件…");
    CHECK(page.screen.last<desk::BeginImport>() != nullptr);
}

TEST_CASE("a dry run is written only when a person says so", "[panels]")
{
    Page page;
    gallery::fill_imports(page.state.list);
    page.screen.frames(3);
    CHECK(page.screen.shows("试运行：没有写入"));
    CHECK(page.screen.asked.empty());
    page.screen.click("写入登记簿");
    CHECK(page.screen.count<desk::RunImport>() == 2);  // the file that could not be read is not among them
    CHECK_FALSE(page.screen.last<desk::RunImport>()->request.dry_run);
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
    CHECK(page.screen.shows("2026-13-40"));
    page.screen.click("提醒 4");
    CHECK_FALSE(page.screen.shows("2026-13-40"));
    page.screen.click("全部 7");
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

}  // namespace
