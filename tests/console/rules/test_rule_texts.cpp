#include "console/language/language.hpp"
#include "console/rules/rule.hpp"
#include "data/kinds/kinds.hpp"
#include "data/register/result.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace {

using namespace xiaoan;
using language::Language;
using language::tr;

TEST_CASE("every rule that the records can decide is in the table, once, and the missing roster", "[rules]")
{
    std::set<std::string_view> ids;
    for (const auto& rule : rules::rules()) {
        INFO(rule.id);
        CHECK(ids.insert(rule.id).second);
        CHECK_FALSE(rule.basis_zh.empty());
        CHECK_FALSE(rule.basis_en.empty());
        CHECK(language::has("rule." + std::string{rule.id} + ".title"));
        CHECK(rules::find_rule(rule.id) == &rule);
        CHECK(rules::find_rule(std::string{rule.id} + '?') == &rule);
    }
    // regulations.md section 8.
    CHECK(ids == std::set<std::string_view>{"PERMIT-NONE",
                                            "PERMIT-EXPIRED",
                                            "PERMIT-REVOKED",
                                            "PERMIT-DUE-30",
                                            "PERMIT-STEP-LATE",
                                            "PERMIT-NO-TERM",
                                            "PLATE-NONE",
                                            "PLATE-LATE",
                                            "PLATE-EXPIRED",
                                            "PLATE-DUE-30",
                                            "PLATE-BEYOND",
                                            "PLATE-MISMATCH-DRIVER",
                                            "PLATE-MISMATCH-ROUTE",
                                            "PLATE-MISMATCH-TIME",
                                            "PLATE-MISMATCH-OWNER",
                                            "PLATE-MISMATCH-NUMBER",
                                            "PLATE-NOT-RETURNED",
                                            "INSPECTION-OVERDUE",
                                            "INSPECTION-DUE-30",
                                            "INSURANCE-LAPSED-CARRIER",
                                            "INSURANCE-LAPSED-CTPL",
                                            "INSURANCE-DUE-30",
                                            "DRIVER-NONE",
                                            "DRIVER-UNQUALIFIED",
                                            "DRIVER-AGE",
                                            "DRIVER-RECORD",
                                            "DRIVER-REVIEW-OVERDUE",
                                            "DRIVER-REVIEW-DUE",
                                            "OVER-CAPACITY",
                                            "ATTENDANT-NONE",
                                            "GPS-MISSING",
                                            "EQUIPMENT-MISSING",
                                            "VEHICLE-OVERAGE",
                                            "VEHICLE-AGE-DUE",
                                            "VEHICLE-NOT-SCHOOL-BUS",
                                            "VEHICLE-SEATS",
                                            "OPERATOR-INVALID",
                                            "AGREEMENT-NONE",
                                            "MAINTENANCE-GAP",
                                            "SCOPE-NONE",
                                            "DUPLICATE",
                                            "ID-CHECK",
                                            "RUN",
                                            "SPEED-OVER",
                                            "STOP-UNAPPROVED",
                                            "GPS-SILENT",
                                            "ROUTE-WATERSIDE",
                                            "SUSPECT-CARRIAGE"});
    CHECK(rules::find_rule("NO-SUCH-RULE") == nullptr);
}

TEST_CASE("every grade and department has its words", "[rules]")
{
    for (const auto& word : data::severity_words) CHECK(language::has("severity." + std::string{word.word}));
    for (const auto& word : data::department_words) {
        const auto key = "department." + std::string{word.word};
        CHECK(tr(Language::zh, key) == word.zh);
    }
    for (const auto& word : data::case_state_words)
        CHECK(tr(Language::zh, "case_state." + std::string{word.word}) == word.zh);
}

TEST_CASE("every kind, field and word of the ledgers has its label, in Chinese as its header", "[rules]")
{
    for (const auto* kind : data::kinds()) {
        CHECK(tr(Language::zh, "kind." + std::string{kind->key}) == kind->zh);
        for (const auto& field : kind->fields) {
            const auto key = std::string{kind->singular} + "." + std::string{field.key};
            INFO(key);
            CHECK(tr(Language::zh, "field." + key) == field.header);
            for (const auto& word : field.words)
                CHECK(tr(Language::zh, "word." + key + "." + std::string{word.word}) == word.zh);
        }
    }
}

TEST_CASE("every fault of the register has its sentence", "[rules]")
{
    for (const auto* word : {"not_found", "exists", "not_a_register", "newer_version", "locked", "read_only",
                             "disk_full", "damaged", "secret_missing", "failed"})
        CHECK(language::has(std::string{"fault."} + word));
}

}  // namespace
