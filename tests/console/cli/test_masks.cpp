#include "tests/console/cli/desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <sstream>

namespace {

using namespace xiaoan::test;

/// The cells of a simple line; the columns asked for stand before any quoted cell.
Words cells(const std::string& line)
{
    Words found;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) found.push_back(cell);
    return found;
}

/// All texts of these columns of a sample ledger.
void gather(std::set<std::string>& into, const std::string& name, const Words& headers)
{
    std::ifstream file(XIAOAN_SAMPLE_FOLDER "/" + name);
    std::string line;
    REQUIRE(std::getline(file, line));
    if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    std::vector<std::size_t> columns;
    const Words all = cells(line);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::ranges::find(headers, all[i]) != headers.end()) columns.push_back(i);
    REQUIRE(columns.size() == headers.size());
    while (std::getline(file, line)) {
        const Words row = cells(line);
        for (const auto column : columns)
            if (column < row.size() && !row[column].empty()) into.insert(row[column]);
    }
}

/// Names, licence numbers and phones of the demonstration's people.
Words people_of_the_demonstration()
{
    std::set<std::string> people;
    gather(people, "01-学校.csv", {"安全负责人", "联系电话"});
    gather(people, "02-服务提供者.csv", {"联系人", "联系电话"});
    gather(people, "03-驾驶人.csv", {"驾驶证号", "姓名", "联系电话"});
    gather(people, "09-运行安排.csv", {"驾驶证号", "随车照管人员"});
    gather(people, "10-临时替换.csv", {"替换驾驶证号"});
    return {people.begin(), people.end()};
}

TEST_CASE("no answer has a person's name, licence number or phone in it", "[cli]")
{
    const xiaoan::data::test::Folder folder;
    const Place here{folder.path().string()};
    const Words people = people_of_the_demonstration();
    REQUIRE(people.size() > 300);
    const auto ask = [&](const Words& words) {
        return run(Words{"--register", "demo.xiaoan", "--as-of", "2026-11-23"} + words, here);
    };
    REQUIRE(ask({"init", "--demo"}).code == 0);
    const Words drivers{XIAOAN_SAMPLE_FOLDER "/03-驾驶人.csv"};
    for (const auto* language : {"zh", "en"})
        for (const auto* format : {"text", "json", "csv"})
            for (const Words& words :
                 {Words{"findings"}, Words{"near"}, Words{"history"},
                  Words{"history", "--of", "drivers:000000197510121008"}, Words{"history", "--of", "buses:吉G12345"},
                  Words{"cases", "open", "--bus", "吉G0646X"},
                  Words{"cases", "open", "--bus", "吉G12345", "--rule", "PLATE-MISMATCH-DRIVER"},
                  Words{"cases", "list"}, Words{"cases", "show", "2026-0001"}, Words{"cases", "show", "2026-0002"},
                  Words{"verify"}, Words{"doctor"}, Words{"import", "--dry-run"} + drivers,
                  Words{"findings", "--out", "list.csv"}}) {
                const Ran ran = ask(Words{"--lang", language, "--format", format} + words);
                CAPTURE(language, format, words, ran.err);
                CHECK((ran.code == 0 || words[0] == "cases"));  // opened once, refused afterwards
                CHECK(standing_in(ran.out + ran.err, people) == Words{});
            }
    std::ifstream list(folder.file("list.csv"));
    CHECK(standing_in({std::istreambuf_iterator<char>(list), {}}, people) == Words{});
}

TEST_CASE("who is entered, changed or taken out by hand stands masked in the log", "[cli]")
{
    const Desk desk;
    REQUIRE(desk({"put", "drivers", "220802198001010010", "name=许示宁", "phone=13804360001"}).code == 0);
    REQUIRE(desk({"put", "drivers", "220802198001010010", "phone=13804360002"}).code == 0);
    REQUIRE(desk({"retire", "drivers", "220802198001010010", "--reason", "退休"}).code == 0);
    for (const auto* format : {"text", "json"}) {
        const Ran ran = desk({"--format", format, "history"});
        CAPTURE(ran.out);
        CHECK(standing_in(ran.out + ran.err, people_of_ledgers) == Words{});
        CHECK(ran.out.find("许某某") != std::string::npos);
        CHECK(ran.out.find("138****0001") != std::string::npos);
    }
    for (const Words& words : {Words{"put", "drivers", "220802198001010010", "born_on=许示宁"},
                               Words{"put", "drivers", "2208021980010100100000000", "name="},
                               Words{"retire", "drivers", "220802198001010010", "--reason", "退休"}}) {
        const Ran ran = desk(words);
        CAPTURE(words, ran.err);
        CHECK(ran.code == 4);
        CHECK(ran.err.find("220802198001010010") == std::string::npos);
    }
}

}  // namespace
