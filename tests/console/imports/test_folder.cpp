#include "console/imports/folder.hpp"

#include <catch2/catch_test_macros.hpp>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace {

using namespace xiaoan::imports;
namespace fs = std::filesystem;

/// A folder of its own that goes when the test ends.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (fs::temp_directory_path() / "xiaoan-folder-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder()
    {
        std::error_code error;
        fs::permissions(path_, fs::perms::owner_all, error);
        fs::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }
    void file(const std::string& name, const std::string& content = "x") const
    {
        std::ofstream(path_ / name) << content;
    }
    void folder(const std::string& name) const { fs::create_directory(path_ / name); }

private:
    fs::path path_;
};

std::vector<std::string> names(const Folder& folder)
{
    std::vector<std::string> all;
    for (const auto& entry : folder.entries) all.push_back(entry.name);
    return all;
}

FolderWish ledgers_in(const fs::path& path)
{
    FolderWish wish;
    wish.path = path;
    wish.endings = {".xlsx", ".csv"};
    return wish;
}

TEST_CASE("folders come first, then ledgers in natural order; other files are counted", "[imports]")
{
    const TemporaryFolder temporary;
    for (const auto* name : {"台账10.xlsx", "台账2.XLSX", "b.csv", "A.csv", "说明.docx", ".hidden.csv"})
        temporary.file(name);
    temporary.folder("2026");
    temporary.folder("洮南");
    const auto folder = read_folder(ledgers_in(temporary.path()));
    REQUIRE(folder.has_value());
    CHECK(names(*folder) == std::vector<std::string>{"2026", "洮南", "A.csv", "b.csv", "台账2.XLSX", "台账10.xlsx"});
    CHECK(folder->other_files == 1);
    CHECK(folder->entries[0].folder);
    CHECK(folder->entries[2].wanted);
    CHECK(folder->entries[2].size_bytes == 1);
    CHECK(folder->entries[2].modified_on.has_value());
}

TEST_CASE("all files and hidden ones are listed where asked for, ledgers before the others", "[imports]")
{
    const TemporaryFolder temporary;
    for (const auto* name : {"a.docx", "z.csv", ".hidden.csv"}) temporary.file(name);
    auto wish = ledgers_in(temporary.path());
    wish.all_files = true;
    CHECK(names(*read_folder(wish)) == std::vector<std::string>{"z.csv", "a.docx"});
    wish.hidden = true;
    CHECK(names(*read_folder(wish)) == std::vector<std::string>{".hidden.csv", "z.csv", "a.docx"});
}

TEST_CASE("a folder that is missing, a file, or closed to the reader says so", "[imports]")
{
    const TemporaryFolder temporary;
    temporary.file("a.csv");
    temporary.folder("closed");
    CHECK(read_folder(ledgers_in(temporary.path() / "nowhere")).error() == FolderFault::not_found);
    CHECK(read_folder(ledgers_in(temporary.path() / "a.csv")).error() == FolderFault::not_a_folder);
    fs::permissions(temporary.path() / "closed", fs::perms::none);
    if (geteuid() != 0)  // to the superuser nothing is closed
        CHECK(read_folder(ledgers_in(temporary.path() / "closed")).error() == FolderFault::no_permission);
    fs::permissions(temporary.path() / "closed", fs::perms::owner_all);
}

TEST_CASE("a folder of very many entries is cut and says by how many", "[imports]")
{
    const TemporaryFolder temporary;
    for (int i = 0; i < 30; ++i) temporary.file(std::to_string(i) + ".csv");
    auto wish = ledgers_in(temporary.path());
    wish.most = 20;
    const auto folder = read_folder(wish);
    REQUIRE(folder.has_value());
    CHECK(folder->entries.size() == 20);
    CHECK(folder->left_out == 10);
}

TEST_CASE("a link to nowhere is listed as a file without size", "[imports]")
{
    const TemporaryFolder temporary;
    fs::create_symlink(temporary.path() / "gone.csv", temporary.path() / "link.csv");
    const auto folder = read_folder(ledgers_in(temporary.path()));
    REQUIRE(folder.has_value());
    REQUIRE(folder->entries.size() == 1);
    CHECK(folder->entries[0].size_bytes == 0);
    CHECK_FALSE(folder->entries[0].modified_on.has_value());
}

TEST_CASE("a file's path leads to its folder with the file chosen", "[imports]")
{
    const TemporaryFolder temporary;
    for (const auto* name : {"a.csv", "b.txt"}) temporary.file(name);
    const auto folder = look_at(ledgers_in(temporary.path() / "b.txt"));
    REQUIRE(folder.has_value());
    CHECK(folder->chosen == "b.txt");
    CHECK(names(*folder) == std::vector<std::string>{"a.csv", "b.txt"});  // listed although it is no ledger
}

TEST_CASE("the path of a folder is absolute and ends without a slash", "[imports]")
{
    const TemporaryFolder temporary;
    temporary.folder("in");
    CHECK(read_folder(ledgers_in(temporary.path() / "in" / ".." / "in" / ""))->path == temporary.path() / "in");
    CHECK(read_folder(ledgers_in("/"))->path == "/");
}

TEST_CASE("names are in natural order without ties", "[imports]")
{
    const std::array ordered{"1", "01a", "2", "10", "A", "a", "a1", "a02", "a2", "a10", "b", "洮"};
    for (std::size_t i = 0; i < ordered.size(); ++i)
        for (std::size_t k = 0; k < ordered.size(); ++k) {
            CAPTURE(ordered[i], ordered[k]);
            CHECK(natural_less(ordered[i], ordered[k]) == (i < k));
        }
}

TEST_CASE("what is typed as a path may be relative or begin at home", "[imports]")
{
    CHECK(typed_path("~", "/data", "/home/li") == "/home/li");
    CHECK(typed_path(" ~/台账 ", "/data", "/home/li") == "/home/li/台账");
    CHECK(typed_path("../x", "/data/y", "/home/li") == "/data/x");
    CHECK(typed_path("/etc", "/data", "/home/li") == "/etc");
    CHECK(typed_path("  ", "/data", "/home/li") == "/data");
}

}  // namespace
