#include "console/imports/file_dialog.hpp"
#include "tests/console/panels/screen.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
namespace fs = std::filesystem;

/// A folder with two ledgers, a text and a folder with one more ledger.
class Ledgers {
public:
    Ledgers()
    {
        std::string name = (fs::temp_directory_path() / "xiaoan-files-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
        fs::create_directory(path_ / "2026");
        for (const auto* each : {"校车.csv", "驾驶人.xlsx", "说明.txt", "名单.pdf", "2026/站点.csv"})
            std::ofstream(path_ / each) << "x";
    }
    ~Ledgers() { fs::remove_all(path_); }
    Ledgers(const Ledgers&) = delete;
    Ledgers& operator=(const Ledgers&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Page {
    Ledgers ledgers;
    imports::FileDialogState state;
    Screen screen{
        [this](const desk::Frame& frame, const shell::Rect&) { return imports::draw_file_dialog(state, frame); }};

    Page() { state.home = ledgers.path(); }
    /// Draws until the folder is there.
    void settle()
    {
        screen.frames(3);
        for (int i = 0; i < 200 && state.reader && state.reader->reading(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        screen.frames(4);
    }
};

TEST_CASE("several ledgers are chosen with Ctrl and read as dry runs", "[panels]")
{
    Page page;
    imports::open_import_dialog(page.state);
    page.settle();
    CHECK_FALSE(page.screen.shows("说明.txt"));
    page.screen.click("校车.csv");
    page.screen.click("驾驶人.xlsx", ImGuiMod_Ctrl);
    CHECK(page.screen.shows("已选 2 个文件"));
    page.screen.click("读入");
    CHECK(page.screen.count<desk::RunImport>() == 2);
    CHECK(page.screen.last<desk::RunImport>()->request.dry_run);
    CHECK(page.state.recent == std::vector<std::string>{page.ledgers.path().string()});
    CHECK_FALSE(page.screen.shows("选择要导入的台账"));
}

TEST_CASE("records are saved under a name with the ending of their form", "[panels]")
{
    Page page;
    imports::open_export_dialog(page.state, "水域 2026-11-23", {.kind = "waters", .form = data::ExportForm::gpkg});
    page.settle();
    CHECK(page.screen.shows(".gpkg"));
    page.screen.click("保存");
    const auto* wish = page.screen.last<desk::ExportRecords>();
    REQUIRE(wish != nullptr);
    CHECK(wish->request.kind == "waters");
    CHECK(wish->request.path == (page.ledgers.path() / "水域 2026-11-23.gpkg").string());
}

TEST_CASE("the keyboard alone walks into a folder, takes a file, and comes back up", "[panels]")
{
    Page page;
    imports::open_import_dialog(page.state);
    page.settle();
    page.screen.key("Down");
    page.screen.key("Enter");
    page.settle();
    CHECK(page.state.folder == page.ledgers.path() / "2026");
    page.screen.key("Backspace");
    page.settle();
    CHECK(page.state.folder == page.ledgers.path());
    page.screen.key("Down");
    page.screen.key("Down");
    page.screen.key("Enter");
    REQUIRE(page.screen.count<desk::RunImport>() == 1);
    CHECK(page.screen.last<desk::RunImport>()->request.path == (page.ledgers.path() / "校车.csv").string());
}

TEST_CASE("a typed path leads to its folder, and one that leads nowhere says so", "[panels]")
{
    Page page;
    imports::open_import_dialog(page.state);
    page.settle();
    page.screen.click("文件夹或文件的路径");
    page.screen.key("Ctrl+A");
    page.screen.type("2026");
    page.screen.key("Enter");
    page.settle();
    CHECK(page.screen.shows("站点.csv"));
    page.screen.click("文件夹或文件的路径");
    page.screen.key("Ctrl+A");
    page.screen.type("/nowhere");
    page.screen.key("Enter");
    page.settle();
    CHECK(page.screen.shows("没有这个文件夹"));
    CHECK(page.screen.asked.empty());
}

TEST_CASE("all files are shown on request", "[panels]")
{
    Page page;
    imports::open_import_dialog(page.state);
    page.settle();
    page.screen.click("显示所有文件");
    page.settle();
    CHECK(page.screen.shows("说明.txt"));
}

TEST_CASE("a list that exists is replaced only after a second yes", "[panels]")
{
    Page page;
    imports::open_save_dialog(page.state, "名单");
    page.settle();
    page.screen.click("保存");
    CHECK(page.screen.asked.empty());
    CHECK(page.screen.shows("“名单.pdf”已存在"));
    page.screen.click("替换");
    REQUIRE(page.screen.last<desk::SaveList>() != nullptr);
    CHECK(page.screen.last<desk::SaveList>()->path == (page.ledgers.path() / "名单.pdf").string());
}

TEST_CASE("a list is saved as CSV under a new name", "[panels]")
{
    Page page;
    imports::open_save_dialog(page.state, "名单");
    page.settle();
    page.screen.click("CSV");
    page.settle();
    page.screen.click("保存");
    REQUIRE(page.screen.last<desk::SaveList>() != nullptr);
    CHECK(page.screen.last<desk::SaveList>()->path.ends_with("/名单.csv"));
}

}  // namespace
