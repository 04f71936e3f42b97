#include "console/checks/page/suspect_rows.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::checks;
using namespace xiaoan::test;

namespace {

data::Sighting seen(const char* at, const char* note = "")
{
    data::Sighting made;
    made.registration_number = "吉G8X552";
    made.seen_at = data::timestamp_from_iso(at);
    made.place = "第1小学门前";
    made.note = note;
    return made;
}

/// A school, and a vehicle before its gate on three school mornings and a Sunday.
std::shared_ptr<data::Snapshot> a_suspect()
{
    auto snapshot = an_empty_snapshot();
    data::School school;
    school.code = "1";
    school.name = "第1小学";
    school.county = data::Adcode{220802};
    add_to(*snapshot, school);
    for (const char* at : {"2026-11-16T07:00:00", "2026-11-17T07:00:00", "2026-11-18T07:00:00", "2026-11-22T10:00:00"})
        add_to(*snapshot, seen(at, "面包车"));
    return snapshot;
}

}  // namespace

TEST_CASE("a suspect stands with its signs and the cases that live about it, in its county", "[suspects]")
{
    const auto snapshot = a_suspect();
    const auto found = suspects(*snapshot, {}, monday);
    REQUIRE(found.suspects.size() == 1);
    auto shown = shown_suspects(*snapshot, found, {}, language::Language::zh);
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].cases.empty());
    CHECK(shown[0].row[1] == "吉G·8X552");
    CHECK(shown[0].row[3] == "3");
    CHECK(shown_suspects(*snapshot, found, data::Adcode{220881}, language::Language::zh).empty());
    CHECK(shown_suspects(*snapshot, found, data::Adcode{220802}, language::Language::zh).size() == 1);

    auto opened = a_case("2026-0001");
    opened.subject_kind = "vehicle";
    opened.subject_key = "吉G8X552";
    snapshot->cases = {opened};
    shown = shown_suspects(*snapshot, found, {}, language::Language::zh);
    CHECK(shown[0].cases == std::vector<std::string>{"2026-0001"});
}

TEST_CASE("the strip has whole weeks, and tells school mornings from other times", "[suspects]")
{
    const auto snapshot = a_suspect();
    const auto found = suspects(*snapshot, {}, monday);
    const auto days = seen_days({}, found.suspects[0], monday);
    REQUIRE(days.size() == 14);  // from Monday the 16th to Sunday the 29th
    CHECK(days[0].day == day(2026, 11, 16));
    CHECK(days[0].seen == 1);
    CHECK(days[0].counts);
    CHECK(days[3].seen == 0);
    CHECK(days[6].seen == 1);
    CHECK_FALSE(days[6].counts);
    CHECK_FALSE(days[6].school_day);
    CHECK(seen_days({}, found.suspects[0], monday, 1).front().day == monday);
}
