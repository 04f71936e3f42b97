#include "console/supervision/case_standing.hpp"
#include "data/register/check_evidence.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::supervision;
using namespace xiaoan::test;

TEST_CASE("what a check saw stands, though the register has nothing against the bus", "[supervision]")
{
    const rules::Dossiers dossiers(a_snapshot(a_bus(), a_permit(), a_plate(), a_run(), a_driver()));
    auto opened = a_case();
    opened.rules[0].rule = "ATTENDANT-NONE";
    CHECK(standing_of(dossiers, opened, monday) == Standing::gone);
    opened.rules[0].evidence = R"([{"field":"check.number","value":"20261123-1 吉G10001","source":null}])";
    CHECK(standing_of(dossiers, opened, monday) == Standing::stands);
    CHECK(standing_rules(dossiers, opened, monday) == std::vector<std::string>{"ATTENDANT-NONE"});
}

namespace {

/// The case of a plate that expired; the register as it is, with what a person set aside.
Standing standing_with(const data::Case& opened, data::Date plate_until, std::vector<data::Silencing> silencings,
                       data::Date as_of = monday)
{
    auto plate = a_plate();
    plate.valid_to = data::DateCell{plate_until};
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(a_bus(), a_permit(), plate, a_run(), a_driver()));
    snapshot->cases = {opened};
    const rules::Dossiers dossiers(snapshot, {.settings = {}, .silencings = std::move(silencings)});
    const auto alone = standing_of(dossiers, opened, as_of);
    CHECK(standings(dossiers, rules::judge(dossiers, as_of)) == std::vector{alone});
    return alone;
}

data::Silencing waived_to(data::Date last)
{
    return {.id = 1,
            .kind = "waived",
            .rule = "PLATE-EXPIRED",
            .registration_number = bus_number,
            .from_on = monday,
            .until_on = last,
            .reason = "正在换发",
            .given_by = "协调员",
            .given_at = "2026-11-23T09:15:02+08:00"};
}

}  // namespace

// regulations.md section 8: a rule that is silenced stays listed as silenced; it is not put right.
TEST_CASE("a finding that is waived is not put right: it is set aside, and stands again the day after", "[supervision]")
{
    const auto expired = day(2026, 11, 22), last = day(2026, 12, 24);
    CHECK(standing_with(a_case(), expired, {}) == Standing::stands);
    CHECK(standing_with(a_case(), expired, {waived_to(last)}) == Standing::set_aside);
    CHECK(standing_with(a_case(), expired, {waived_to(last)}, last) == Standing::set_aside);
    CHECK(standing_with(a_case(), expired, {waived_to(last)}, day(2026, 12, 25)) == Standing::stands);
    // Put right meanwhile: nothing is left to be set aside.
    CHECK(standing_with(a_case(), day(2027, 5, 31), {waived_to(last)}) == Standing::gone);
    // One that counts beside it outweighs it.
    auto two = a_case();
    two.rules.push_back({.rule = "ATTENDANT-NONE", .basis = {}, .text = {}, .evidence = R"("field":"check.number")"});
    CHECK(standing_with(two, expired, {waived_to(last)}) == Standing::stands);
}

TEST_CASE("a bus that left the register is not put right: there is nothing left to judge", "[supervision]")
{
    auto opened = a_case();
    opened.subject_key = "吉G99999";
    CHECK(standing_with(opened, day(2027, 5, 31), {}) == Standing::left);
}

TEST_CASE("what a joint check verified does not come back because the ledger is behind, but by a new start",
          "[supervision]")
{
    using data::CaseStep;
    const auto expired = day(2026, 11, 22);
    const auto verified = after(a_case(), CaseStep::verified, monday, data::Answer::yes, "20261123-1");
    CHECK(standing_with(verified, expired, {}) == Standing::checked);
    // Of a plate that ran out after the check, the check said nothing.
    CHECK(standing_with(verified, day(2026, 11, 24), {}, day(2026, 11, 25)) == Standing::stands);
    CHECK(standing_with(after(verified, CaseStep::reopened, monday), expired, {}) == Standing::stands);
    CHECK(standing_with(after(a_case(), CaseStep::verified, monday, data::Answer::no), expired, {}) ==
          Standing::stands);  // by the register
    CHECK(standing_with(after(verified, CaseStep::noted, monday, data::Answer::yes, "20261123-2"), expired, {}) ==
          Standing::stands);  // seen again by another check
    auto seen = verified;
    seen.rules[0].evidence = R"([{"field":"check.number","value":"20261120-1 吉G12345","source":null}])";
    CHECK(standing_with(seen, expired, {}) == Standing::gone);
    seen.events.clear();
    CHECK(standing_with(seen, expired, {}) == Standing::stands);
}

TEST_CASE("a case about what a water lacks stands until the ledger says that it is there, as of a date",
          "[supervision]")
{
    data::Water water;
    water.code = "W1";
    water.lifebuoy = data::Answer::no;
    water.last_patrol_on = on(2026, 11, 1);
    auto opened = a_case();
    opened.subject_kind = "water";
    opened.subject_key = "W1";
    opened.rules = {{.rule = "WATER-LIFEBUOY-NONE", .basis = {}, .text = {}, .evidence = {}},
                    {.rule = "WATER-PATROL-LATE", .basis = {}, .text = {}, .evidence = {}}};
    const auto standing = [&](const data::Water& of, data::Date as_of) {
        const rules::Dossiers dossiers(a_snapshot(of));
        return standing_rules(dossiers, opened, as_of);
    };
    using Ids = std::vector<std::string>;
    CHECK(standing(water, monday) == Ids{"WATER-LIFEBUOY-NONE"});  // 22 days since the patrol, 30 are allowed
    CHECK(standing(water, day(2026, 12, 2)) == Ids{"WATER-LIFEBUOY-NONE", "WATER-PATROL-LATE"});
    water.lifebuoy = data::Answer::not_given;  // nobody has verified it: not put right
    CHECK(standing(water, monday) == Ids{"WATER-LIFEBUOY-NONE"});
    water.lifebuoy = data::Answer::yes;
    CHECK(standing(water, monday).empty());
    {
        auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(water));
        snapshot->cases = {opened};
        const rules::Dossiers dossiers(snapshot);
        CHECK(standing_of(dossiers, opened, monday) == Standing::gone);
        CHECK(standings(dossiers, rules::judge(dossiers, monday)) == std::vector{Standing::gone});
        CHECK(standings(dossiers, rules::judge(dossiers, day(2026, 12, 2))) == std::vector{Standing::stands});
    }
    water.code = "W2";  // the water of the case has left the ledger
    CHECK(standing(water, monday).empty());
    CHECK(standing_of(rules::Dossiers(a_snapshot(water)), opened, monday) == Standing::left);
}

TEST_CASE("what the check itself no longer says never was", "[supervision]")
{
    auto opened = a_case();
    const std::string seen = R"([{"field":"check.number","value":"20261120-1 吉G12345","source":null}])";
    opened.rules[0].evidence = data::withdrawn_evidence(seen, monday);
    CHECK(opened.rules[0].evidence == R"([{"field":"check.number","value":"20261120-1 吉G12345","source":null},)"
                                      R"({"field":"check.withdrawn","value":"2026-11-23","source":null}])");
    CHECK(standing_with(opened, day(2027, 5, 31), {}) == Standing::withdrawn);
    auto other = opened.rules[0];
    other.evidence = seen;
    opened.rules.push_back(other);  // one that the check still says
    CHECK(standing_with(opened, day(2027, 5, 31), {}) == Standing::stands);
    auto matter = after(a_case(), data::CaseStep::noted, monday, data::Answer::no, "20261120-1");
    matter.rules.clear();
    CHECK(standing_with(matter, day(2027, 5, 31), {}) == Standing::withdrawn);
    CHECK(standing_with(after(matter, data::CaseStep::noted, monday, data::Answer::yes, "20261123-2"), day(2027, 5, 31),
                        {}) == Standing::by_hand);
}

TEST_CASE("evidence tells the check, its day and place", "[supervision]")
{
    CHECK(data::check_in_evidence(R"([{"field":"check.number","value":"20261120-1 吉G12345","source":null},)"
                                  R"({"field":"check.date","value":"2026-11-21","source":null},)"
                                  R"({"field":"check.place","value":"镇中心校门口","source":null}])") ==
          data::CheckEvidence{"20261120-1", "吉G12345", day(2026, 11, 21), "镇中心校门口"});
    CHECK(data::check_in_evidence(R"([{"field":"check.number","value":"20261120-1 无牌车 2","source":null}])") ==
          data::CheckEvidence{"20261120-1", "无牌车 2", day(2026, 11, 20), ""});
    CHECK_FALSE(data::check_in_evidence("[]"));
    CHECK_FALSE(data::check_in_evidence("t"));
}

TEST_CASE("the grade of a case's rules is known, of buses and of waters", "[supervision]")
{
    CHECK(severity_of("PLATE-NONE") == rules::Severity::stop);
    CHECK(severity_of("PLATE-NONE?") == rules::Severity::data);
    CHECK(severity_of("WATER-ROPE-NONE") == rules::Severity::rectify);
    CHECK(severity_of("WATER-ROPE-NONE?") == rules::Severity::data);
    CHECK_FALSE(severity_of("SEEN-ON-THE-ROAD"));
    CHECK(english_basis_of("WATER-ROPE-NONE?").find("five ministries") != std::string_view::npos);
    CHECK(english_basis_of("SEEN-ON-THE-ROAD").empty());
}
