#include "console/language/language.hpp"
#include "console/language/texts.hpp"
#include "console/rules/sentence.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using data::DateCell;
using language::Language;

/// Every kind of date cell around the date: nothing, none, past, yesterday, today, soon, far.
const std::vector<DateCell> cells{{},
                                  said_to_be_none(),
                                  on(2026, 8, 31),
                                  DateCell{monday - std::chrono::days{1}},
                                  DateCell{monday},
                                  on(2026, 12, 1),
                                  on(2027, 8, 31)};

/// Checks that each finding of the first bus has a sentence whose places are all filled, and evidence with names.
template <class... Records>
void check_sentences(std::set<std::string>& seen, const Records&... records)
{
    const auto found = judged(monday, records...);
    for (std::size_t i = 0; i < found.findings.size(); ++i) {
        const auto& why = found.explanations[i];
        seen.insert(why.text);
        const auto text = rules::sentence(Language::zh, why);
        const bool sound = language::has(why.text) && text.find('{') == std::string::npos &&
                           language::places_of(language::tr(Language::zh, why.text)).size() == why.arguments.size() &&
                           !why.evidence.empty() && !why.evidence.front().field.empty() &&
                           found.findings[i].gap == (found.findings[i].severity == rules::Severity::data);
        if (sound) continue;
        CAPTURE(rules::rule_id(found.findings[i]), why.text, text);
        CHECK(sound);
    }
}

TEST_CASE("whatever the cells hold, each finding has a whole sentence and evidence", "[rules]")
{
    std::set<std::string> seen;
    const auto bus = a_bus();
    const auto run = a_run(zhao);
    for (const auto& a : cells)
        for (const auto& b : cells)
            for (const auto& c : cells) {
                auto permit = a_permit(a, b);
                permit.decided_on = c;
                auto revoked = a_permit();
                revoked.revoked_on = a;
                auto refused = an_application(on(2026, 11, 2));
                refused.decision = data::Decision::refused;
                refused.decided_on = b;
                auto plate = a_plate(a);
                plate.issued_on = b;
                plate.withdrawn_on = c;
                auto claim = a_plate({});
                claim.issued_on = {};
                claim.claimed_on = c;
                auto inspected = a_bus();
                inspected.inspection_until = a;
                inspected.last_inspection_on = b;
                inspected.seats = c.has_date() ? std::optional{9} : std::nullopt;
                auto driver = a_driver(zhao);
                driver.qualified_on = a;
                driver.withdrawn_on = b;
                driver.licence_until = c;
                driver.licence_class = a.not_given() ? "" : b.is_none() ? "C2" : "C3";
                check_sentences(seen, bus, permit, a_plate(), a_run(), a_driver());
                check_sentences(seen, bus, permit, an_application(c), a_run(), a_driver());
                check_sentences(seen, bus, revoked, refused, plate, claim, run);
                check_sentences(seen, bus, refused, run);
                check_sentences(seen, inspected, a_permit(), plate, run, driver);
                check_sentences(seen, inspected, a_permit(), claim);
            }
    auto lost = a_plate();
    lost.state = data::PlateState::lost;
    check_sentences(seen, bus, a_permit(), lost, a_run(), a_driver());
    auto nameless = a_plate();
    nameless.driver = {};
    check_sentences(seen, bus, a_permit(), nameless, a_run(), a_driver());
    auto inspected = a_bus();
    inspected.inspection_until = {};
    inspected.last_inspection_on = on(2026, 5, 31);
    check_sentences(seen, inspected, a_permit(), a_plate(), a_run(), a_driver());
    check_sentences(seen, inspected, a_permit(on(2025, 9, 1), on(2026, 12, 23)), a_plate(), a_run(), a_driver());
    check_sentences(seen, inspected, a_permit(on(2025, 9, 1), on(2026, 12, 1)), an_application({}), a_plate());
    inspected.last_inspection_on = on(2026, 5, 1);
    inspected.seats = 9;
    auto c2 = a_driver();
    c2.licence_class = "C2";
    check_sentences(seen, inspected, a_permit(), a_plate(), a_run(), c2);

    // Needs a register's sealed texts: tests/console/cli/test_findings_command.cpp.
    seen.insert("rule.PLATE-MISMATCH-DRIVER.no_number");

    for (const auto& rule : rules::rules()) {
        const auto prefix = "rule." + std::string{rule.id} + ".";
        for (const auto key : language::keys()) {
            if (!key.starts_with(prefix) || key.ends_with(".title")) continue;
            INFO(key);
            CHECK(seen.contains(std::string{key}));  // a sentence that no finding can have is dead
        }
    }
}

TEST_CASE("a gap is named as one, with the law it rests on in either language", "[rules]")
{
    const auto found = judged(monday, a_bus(), a_permit(), a_plate({}), a_run(), a_driver());
    REQUIRE(found.has("PLATE-EXPIRED?"));
    CHECK(rules::title(Language::zh, *found.find("PLATE-EXPIRED?")) == "校车标牌已过期（无法判断）");
    CHECK(rules::title(Language::en, *found.find("PLATE-EXPIRED?")) == "School bus plate expired (cannot be judged)");
    CHECK(rules::basis(Language::zh, *found.find("PLATE-DUE-30?")) == "《机动车登记规定》第六十二条");
}

}  // namespace
