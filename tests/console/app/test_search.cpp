#include "console/app/initials.hpp"
#include "console/app/search.hpp"
#include "tests/support/a_fleet.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using language::Language;

data::School a_school(std::string code, std::string name)
{
    data::School school;
    school.code = std::move(code);
    school.name = std::move(name);
    school.county = data::Adcode{220802};
    school.township = "瞻榆镇";
    return school;
}

data::Water a_water(std::string code, std::string name)
{
    data::Water water;
    water.code = std::move(code);
    water.name = std::move(name);
    water.county = data::Adcode{220881};
    return water;
}

/// What is found in a register with three buses, two schools, two waters and a case.
class Search {
public:
    explicit Search(Language language = Language::zh)
    {
        auto bus = fleet_bus("吉GD0118", 220802, "通榆县演示客运有限公司");
        auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(
            a_bus("吉G12345"), a_bus("吉G23451"), bus, a_school("2122900001", "平安镇中心小学"),
            a_school("2122900002", "洮河镇中学"), a_water("220802-K01", "平安镇南坑塘"), a_water("220881-Y01", "")));
        snapshot->region = a_fleet_snapshot()->region;
        snapshot->cases = {fleet_case("2026-0012", "吉G23451", {})};
        derived_ = desk::derive(snapshot, monday);
        entries = app::search_entries(*derived_, language, app::pinyin_initials);
    }
    [[nodiscard]] std::vector<std::string> keys(std::string_view typed, std::size_t most = 20) const
    {
        std::vector<std::string> keys;
        for (const auto i : app::found(entries, typed, most)) keys.push_back(entries[i].selection.key);
        return keys;
    }
    std::vector<app::SearchEntry> entries;

private:
    std::shared_ptr<const desk::Derived> derived_;
};

using Keys = std::vector<std::string>;

TEST_CASE("everything that can be selected can be found", "[app]")
{
    const Search search;
    REQUIRE(search.entries.size() == 8);
    CHECK(search.entries[0].selection == desk::Selection{desk::Selected::bus, "吉G12345"});
    CHECK(search.entries[0].name == "吉G·12345");
    CHECK(search.entries[0].side == "校车 · 洮北区");
    CHECK(search.entries[3].selection == desk::Selection{desk::Selected::school, "2122900001"});
    CHECK(search.entries[6].name == "220881-Y01");  // a water without a name goes by its code
    CHECK(search.entries[7].selection == desk::Selection{desk::Selected::supervision, "2026-0012"});
    CHECK(Search{Language::en}.entries[0].side.ends_with(" · Taobei District"));
}

TEST_CASE("any part of a number or name is enough", "[app]")
{
    const Search search;
    CHECK(search.keys("12345") == Keys{"吉G12345"});
    CHECK(search.keys("345") == Keys{"2026-0012", "吉G12345", "吉G23451"});
    CHECK(search.keys("中心") == Keys{"2122900001"});
    CHECK(search.keys("K01") == Keys{"220802-K01"});
    CHECK(search.keys("2026-0012") == Keys{"2026-0012"});
    CHECK(search.keys("没有").empty());
}

TEST_CASE("case, dot, dash and full width do not matter", "[app]")
{
    const Search search;
    for (const auto* typed : {"吉g12345", "吉G·12345", "吉G-12345", "吉Ｇ１２３４５", "g12345", "  12345  "}) {
        CAPTURE(typed);
        CHECK(search.keys(typed) == Keys{"吉G12345"});
    }
    CHECK(app::folded("吉G·1-2 ３Ａ") == "吉g123a");
}

TEST_CASE("a name is found by its pinyin initials, or part of them", "[app]")
{
    const Search search;
    CHECK(search.keys("pazzxxx") == Keys{"2122900001"});  // Píng'ān Zhèn zhōngxīn xiǎoxué
    CHECK(search.keys("nkt") == Keys{"220802-K01"});
    CHECK(search.keys("thzzx") == Keys{"2122900002"});
}

TEST_CASE("every word typed has to be there, in any order, and the township and operator count", "[app]")
{
    const Search search;
    CHECK(search.keys("平安 小学") == Keys{"2122900001"});
    CHECK(search.keys("小学 平安") == Keys{"2122900001"});
    CHECK(search.keys("平安 医院").empty());
    CHECK(search.keys("瞻榆 洮河") == Keys{"2122900002"});
    CHECK(search.keys("演示客运") == Keys{"吉GD0118"});
}

TEST_CASE("what begins with the words typed stands first, then by name, and no more than asked for", "[app]")
{
    const Search search;
    CHECK(search.keys("平安").size() == 2);
    CHECK(search.keys("2") == Keys{"2026-0012", "220881-Y01",  // these begin with it; the others by name:
                                   "吉G12345", "吉G23451", "2122900001", "220802-K01", "2122900002"});
    CHECK(search.keys("2", 2) == Keys{"2026-0012", "220881-Y01"});
    CHECK(search.keys("2", 0).empty());
}

TEST_CASE("nothing typed finds nothing", "[app]")
{
    const Search search;
    CHECK(search.keys("").empty());
    CHECK(search.keys("   ").empty());
    CHECK(search.keys("·-").empty());
}

}  // namespace
