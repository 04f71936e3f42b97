// Files in a shifted datum that nobody named, against what a register knows.
#include "data/intake/datum_check.hpp"

#include "geo/datum.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fmt/format.h>

using namespace xiaoan;
using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

using Places = std::vector<geo::Position>;

const Places known{{122.5, 45.25}, {122.84, 45.6}, {123.1, 45.9}, {122.2, 44.8}};

geo::Position shifted(const geo::Position& p, Datum datum)
{
    if (datum == Datum::gcj02) {
        const auto there = geo::gcj02_from_cgcs2000(p);
        return {there.lon, there.lat};
    }
    if (datum != Datum::bd09) return p;
    const auto there = geo::bd09_from_cgcs2000(p);
    return {there.lon, there.lat};
}

std::string schools(const Places& places, Datum datum = Datum::cgcs2000)
{
    std::string text = "code,name,county,lon,lat\n";
    for (std::size_t i = 0; i < places.size(); ++i) {
        const geo::Position there = shifted(places[i], datum);
        text += fmt::format("212200000{},S{},220881,{},{}\n", i + 1, i + 1, there.lon, there.lat);
    }
    return text;
}

std::string line(const Places& places, Datum datum = Datum::cgcs2000)
{
    std::string text;
    for (const geo::Position& each : places) {
        const geo::Position there = shifted(each, datum);
        text += fmt::format("{}{} {}", text.empty() ? "LINESTRING (" : ", ", there.lon, there.lat);
    }
    return text + ")";
}

/// Codes of the issues of a sheet, each once.
Issues codes(const SheetReport& sheet)
{
    Issues found;
    for (const RowIssue& issue : sheet.issues)
        if (const std::string code{word(issue.code)}; std::ranges::find(found, code) == found.end())
            found.push_back(code);
    return found;
}

}  // namespace

TEST_CASE("a file that is off by a published shift is proposed, and not converted", "[data][intake]")
{
    const Datum datum = GENERATE(Datum::gcj02, Datum::bd09);
    const std::string name = datum == Datum::gcj02 ? "gcj02" : "bd09";
    ImportDesk desk;
    REQUIRE(desk.import_text(schools(known)).issues.empty());
    const SheetReport tried = desk.import_text(schools(known, datum), {.dry_run = true});
    REQUIRE(codes(tried) == Issues{"probable_datum"});
    const RowIssue& issue = tried.issues.front();
    CHECK(issue.row == 0);
    CHECK(issue.value == name);
    CHECK(issue.severity == IssueSeverity::warning);
    const std::string text = issue_text(issue, SentenceLanguage::en);
    CHECK(text.starts_with("4 of 4 positions"));
    CHECK(text.find("--datum " + name) != std::string::npos);
    CHECK(issue_text(issue, SentenceLanguage::zh).find("--datum " + name) != std::string::npos);

    // As the contract has it, a file is on CGCS2000 until someone says otherwise.
    const SheetReport taken = desk.import_text(schools(known, datum));
    CHECK(counts(taken) == "rows 4 changed 4");
    CHECK(desk.all<School>().front().lon == shifted(known.front(), datum).lon);
}

TEST_CASE("the same file with its datum named changes nothing and is not doubted", "[data][intake]")
{
    const Datum datum = GENERATE(Datum::gcj02, Datum::bd09);
    ImportDesk desk;
    (void)desk.import_text(schools(known));
    const SheetReport named = desk.import_text(schools(known, datum), {.datum = datum});
    CAPTURE(issues(named));
    CHECK(counts(named) == "rows 4 unchanged 4");
    CHECK(named.issues.empty());
    CHECK(desk.import_text(schools(known, datum), {.datum = Datum::cgcs2000}).issues.empty());
}

TEST_CASE("too few places, corrected places and places nobody knows propose nothing", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text(schools(known));
    CHECK(desk.import_text(schools({known[0], known[1]}, Datum::gcj02), {.dry_run = true}).issues.empty());
    Places moved = known;
    for (auto& each : moved) each.lat += 0.005;  // 556 m, to the north
    CHECK(desk.import_text(schools(moved), {.dry_run = true}).issues.empty());
    ImportDesk empty;
    CHECK(empty.import_text(schools(known, Datum::gcj02)).issues.empty());
}

TEST_CASE("new stops are held against the line of their route", "[data][intake]")
{
    ImportDesk desk;
    const Places bends{{122.5, 45.25}, {122.5, 45.35}, {122.6, 45.45}, {122.6, 45.55}};
    (void)desk.import_text("code,geometry\nL1,\"" + line(bends) + "\"\n");
    std::string stops = "route,sequence,lon,lat\n";
    int sequence = 0;
    for (const geo::Position& each : {geo::Position{122.5, 45.3}, {122.5, 45.32}, {122.6, 45.5}, {122.6, 45.52}}) {
        const geo::Position there = shifted(each, Datum::gcj02);
        stops += fmt::format("L1,{},{},{}\n", ++sequence, there.lon, there.lat);
    }
    CHECK(codes(desk.import_text(stops, {.dry_run = true})) == Issues{"probable_datum"});
}

TEST_CASE("a new line of a route is held against its stops", "[data][intake]")
{
    ImportDesk desk;
    (void)desk.import_text("route,sequence,lon,lat\nL1,1,122.5,45.3\nL1,2,122.5,45.32\nL1,3,122.5,45.34\n");
    const Places straight{{122.5, 45.29}, {122.5, 45.31}, {122.5, 45.33}, {122.5, 45.35}};
    const std::string head = "code,name,geometry\nL1,一路,\"";
    CHECK(codes(desk.import_text(head + line(straight, Datum::gcj02) + "\"\n", {.dry_run = true})) ==
          Issues{"probable_datum"});
    CHECK(desk.import_text(head + line(straight) + "\"\n", {.dry_run = true}).issues.empty());
}

TEST_CASE("new schools are held against the ends of their routes", "[data][intake]")
{
    ImportDesk desk;
    std::string routes = "code,school,direction,geometry\n";
    for (std::size_t i = 0; i < 3; ++i)
        routes += fmt::format("L{0},212200000{0},{1},\"{2}\"\n", i + 1, i == 2 ? "from_school" : "to_school",
                              i == 2 ? line({known[i], {122.4, 45.1}}) : line({{122.4, 45.1}, known[i]}));
    (void)desk.import_text(routes);
    const Places three{known[0], known[1], known[2]};
    CHECK(codes(desk.import_text(schools(three, Datum::gcj02), {.dry_run = true})) == Issues{"probable_datum"});
    CHECK(desk.import_text(schools(three), {.dry_run = true}).issues.empty());
}

TEST_CASE("areas of waters are compared by the middle of their box", "[data][intake]")
{
    ImportDesk desk;
    const auto waters = [](Datum datum) {
        std::string text = "code,kind,geometry\n";
        for (std::size_t i = 0; i < known.size(); ++i) {
            const geo::Position p = known[i];
            std::string ring;
            for (const geo::Position& corner : {p, {p.lon + 0.02, p.lat}, {p.lon, p.lat + 0.02}, p}) {
                const geo::Position there = shifted(corner, datum);
                ring += fmt::format("{}{} {}", ring.empty() ? "" : ", ", there.lon, there.lat);
            }
            text += fmt::format("W{},pond,\"POLYGON (({}))\"\n", i, ring);
        }
        return text;
    };
    REQUIRE(desk.import_text(waters(Datum::cgcs2000)).issues.empty());
    CHECK(codes(desk.import_text(waters(Datum::gcj02), {.dry_run = true})) == Issues{"probable_datum"});
    CHECK(desk.import_text(waters(Datum::cgcs2000), {.dry_run = true}).issues.empty());
}

TEST_CASE("recorded tracks are held against the routes of their bus", "[data][intake]")
{
    ImportDesk desk;
    const Places bends{{122.5, 45.25}, {122.5, 45.35}, {122.6, 45.45}, {122.6, 45.55}};
    (void)desk.import_text("code,geometry\nL1,\"" + line({{122.1, 45}, {122.1, 45.1}}) + "\"\nL2,\"" + line(bends) +
                           "\"\n");
    (void)desk.import_text("registration_number,route\n吉G12345,L1\n吉G12345,L2\n");
    const auto tracks = [](std::string_view bus, Datum datum) {
        std::string text = "registration_number,at,lon,lat\n";
        for (int i = 0; i < 30; ++i) {
            const geo::Position there = shifted({122.5, 45.26 + i * 0.003}, datum);
            text += fmt::format("{},2026-11-23 06:{:02}:00,{},{}\n", bus, i, there.lon, there.lat);
        }
        return text;
    };
    const SheetReport found = desk.import_text(tracks("吉G12345", Datum::gcj02), {.dry_run = true});
    REQUIRE(codes(found) == Issues{"probable_datum"});
    const auto& said = found.issues.front().parameters;
    REQUIRE(said.size() == 5);
    CHECK(std::vector(said.begin(), said.begin() + 3) == std::vector<std::string>{"gcj02", "30", "30"});
    CHECK(said[3].size() == 3);  // some 460 m across a line that runs north and east
    CHECK(said[4] == "0");
    CHECK(desk.import_text(tracks("吉G12345", Datum::cgcs2000), {.dry_run = true}).issues.empty());
    CHECK(codes(desk.import_text(tracks("吉G23456", Datum::gcj02), {.dry_run = true})) !=
          Issues{"probable_datum"});  // nobody knows where it should go
}
