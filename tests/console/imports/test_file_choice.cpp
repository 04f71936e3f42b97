#include "console/imports/file_choice.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::imports;

Folder four_files()
{
    Folder folder;
    folder.path = "/in";
    for (const auto* name : {"sub", "a.csv", "b.csv", "c.xlsx", "note.txt"}) {
        FolderEntry entry;
        entry.name = name;
        entry.folder = entry.name == "sub";
        entry.wanted = !entry.folder && entry.name != "note.txt";
        folder.entries.push_back(entry);
    }
    return folder;
}

using Files = std::vector<std::string>;

TEST_CASE("a press chooses one file, and a folder chooses none", "[imports]")
{
    const auto folder = four_files();
    FileChoice choice;
    CHECK(chosen_files(choice, folder).empty());
    press(choice, folder, 2, false, false);
    CHECK(chosen_files(choice, folder) == Files{"/in/b.csv"});
    press(choice, folder, 0, false, false);
    CHECK(chosen_files(choice, folder).empty());
}

TEST_CASE("Ctrl adds files to the one chosen before and takes them away again", "[imports]")
{
    const auto folder = four_files();
    FileChoice choice;
    press(choice, folder, 1, false, false);
    press(choice, folder, 3, true, false);
    CHECK(chosen_files(choice, folder) == Files{"/in/a.csv", "/in/c.xlsx"});
    press(choice, folder, 1, true, false);
    CHECK(chosen_files(choice, folder) == Files{"/in/c.xlsx"});
    press(choice, folder, 2, false, false);
    CHECK(chosen_files(choice, folder) == Files{"/in/b.csv"});
}

TEST_CASE("Shift chooses all files between, in either direction, and can be pressed again", "[imports]")
{
    const auto folder = four_files();
    FileChoice choice;
    press(choice, folder, 3, false, false);
    press(choice, folder, 0, false, true);
    CHECK(chosen_files(choice, folder) == Files{"/in/a.csv", "/in/b.csv", "/in/c.xlsx"});
    press(choice, folder, 4, false, true);
    CHECK(chosen_files(choice, folder) == Files{"/in/c.xlsx", "/in/note.txt"});
}

TEST_CASE("the keyboard marks single files and all ledgers", "[imports]")
{
    const auto folder = four_files();
    FileChoice choice;
    choice.at = "b.csv";
    toggle(choice, folder);
    choice.at = "a.csv";
    toggle(choice, folder);
    CHECK(chosen_files(choice, folder) == Files{"/in/a.csv", "/in/b.csv"});
    choice.at = "sub";
    toggle(choice, folder);
    CHECK(chosen_files(choice, folder).size() == 2);
    mark_all(choice, folder);
    CHECK(chosen_files(choice, folder) == Files{"/in/a.csv", "/in/b.csv", "/in/c.xlsx"});
}

TEST_CASE("typed letters lead to the next name that begins with them", "[imports]")
{
    const auto folder = four_files();
    CHECK(row_beginning(folder, "C", 0) == 3);
    CHECK(row_beginning(folder, "a", 2) == 1);
    CHECK_FALSE(row_beginning(folder, "x", 0));
    CHECK_FALSE(row_beginning(Folder{}, "x", 0));
}

TEST_CASE("sizes are said with three digits at most", "[imports]")
{
    CHECK(size_text(0) == "0 B");
    CHECK(size_text(999) == "999 B");
    CHECK(size_text(1000) == "1.0 KB");
    CHECK(size_text(12'345) == "12 KB");
    CHECK(size_text(999'600) == "1.0 MB");
    CHECK(size_text(1'400'000'000) == "1.4 GB");
}

}  // namespace
