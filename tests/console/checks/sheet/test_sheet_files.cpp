#include "console/checks/sheet/question.hpp"
#include "console/checks/sheet/sheet_workbook.hpp"
#include "console/checks/sheet/xls_form.hpp"
#include "data/intake/container.hpp"
#include "tests/console/checks/sheet/a_sheet.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

data::Region a_region()
{
    data::Region region;
    region.counties = {{data::Adcode{220802}, "洮北区", "Taobei District", 0, 0}};
    return region;
}

/// The rows of a sheet as texts by column.
std::vector<std::map<std::uint32_t, std::string>> rows_of(data::Workbook& book, std::size_t sheet)
{
    std::vector<std::map<std::uint32_t, std::string>> rows;
    const auto reader = book.open(sheet);
    for (data::SheetRow row; reader->next(row);) {
        auto& made = rows.emplace_back();
        for (const data::Cell& cell : row.cells) made[cell.column] = cell.text;
    }
    return rows;
}

}  // namespace

TEST_CASE("the workbook of a check has the questions as columns and a row a vehicle, people masked or left out",
          "[sheet]")
{
    const data::test::Folder folder;
    const rules::Dossiers dossiers(two_buses());
    const auto path = folder.file("sheet.xlsx");
    write_sheet_workbook(path, a_sheet(dossiers), a_region());
    const auto book = data::open_workbook(path);
    const auto rows = rows_of(*book, 0);
    REQUIRE(rows.size() == 2 + 2 + blank_rows);
    std::map<std::string, std::uint32_t> column;
    for (const auto& [at, label] : rows[1]) column[label] = at;
    for (const Question& question : questions())
        CHECK(column.contains(std::string{question.zh}) == (question.filled != Filled::on_paper));
    CHECK(rows[2].at(column.at("号牌号码")) == "吉G10001");
    CHECK(rows[2].at(column.at("县区")) == "洮北区");
    CHECK(rows[2].at(column.at("预计经过")) == "是");
    CHECK(rows[2].at(column.at("登记：停靠站点")) == "东站、西站");
    CHECK(rows[3].at(column.at("登记：登记簿中的问题")).starts_with("无校车标牌"));
    CHECK(!rows[2].contains(column.at("有随车照管人员")));
    CHECK(rows[4].at(column.at("检查编号")) == "20261123-1");
    CHECK(!rows[4].contains(column.at("号牌号码")));
}

TEST_CASE("a form asks every question of the road once, in groups that close, of lists that it has", "[sheet]")
{
    const rules::Dossiers dossiers(two_buses());
    const XlsForm form = xls_form(a_sheet(dossiers), a_region());
    CHECK(form.survey[0][0] == "type");
    std::set<std::string> lists, names;
    for (std::size_t i = 1; i < form.choices.size(); ++i) lists.insert(form.choices[i][0]);
    int depth = 0;
    for (std::size_t i = 1; i < form.survey.size(); ++i) {
        const auto& row = form.survey[i];
        CAPTURE(row[0], row[1]);
        depth += row[0] == "begin_group" ? 1 : row[0] == "end_group" ? -1 : 0;
        CHECK((depth == 0 || depth == 1));
        if (row[0] != "end_group") CHECK(names.insert(row[1]).second);
        if (row[0].starts_with("select_")) CHECK(lists.contains(row[0].substr(row[0].find(' ') + 1)));
    }
    CHECK(depth == 0);
    for (const Question& question : questions()) {
        CAPTURE(question.name);
        const bool planned = question.name == "from" || question.name == "to";
        CHECK(names.contains(std::string{question.name}) == (question.filled != Filled::on_paper && !planned));
    }
    // What an expression speaks of is asked somewhere.
    for (const auto& row : form.survey)
        for (const auto& cell : row)
            for (auto at = cell.find("${"); at != std::string::npos; at = cell.find("${", at + 1))
                CHECK(names.contains(cell.substr(at + 2, cell.find('}', at) - at - 2)));
    const auto vehicle = std::ranges::find_if(form.choices, [](const auto& row) { return row[1] == "吉G20002"; });
    REQUIRE(vehicle != form.choices.end());
    CHECK((*vehicle)[0] == "vehicles");
    CHECK((*vehicle)[2] == "吉G·20002 07:10");
    CHECK((*vehicle)[4] == "20261123-1");
    CHECK((*vehicle)[5].find("无校车标牌") != std::string::npos);
    CHECK(form.settings[1][1] == "xiaoan_check_20261123");
}
