#include "console/rules/findings_json.hpp"
#include "tests/support/findings.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

std::string json_of(const std::shared_ptr<const data::Snapshot>& snapshot, language::Language language)
{
    const rules::Dossiers dossiers(snapshot);
    const auto judgement = rules::judge(dossiers, monday);
    return rules::findings_json(dossiers, monday, judgement.looked_at, rules::filtered(dossiers, judgement, {}),
                                rules::filtered_silenced(dossiers, judgement, {}), language);
}

TEST_CASE("findings are written to the letter of the contract", "[json]")
{
    auto permit = a_permit(on(2025, 9, 1), on(2026, 11, 20));
    permit.origin = {7, 12};
    auto bus = a_bus();
    bus.inspection_until = on(2026, 11, 20);
    bus.compulsory_insurance_until = on(2026, 12, 1);
    bus.origin = {8, 3};
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(bus, permit, a_run(), a_driver()));
    snapshot->sources = {
        {.id = 7, .file = "洮北.xlsx", .sheet = "许可", .sha256 = {}, .imported_at = {}, .imported_by = {}, .kind = {}},
        {.id = 8, .file = "buses.csv", .sheet = {}, .sha256 = {}, .imported_at = {}, .imported_by = {}, .kind = {}}};
    CHECK(
        json_of(snapshot, language::Language::zh) ==
        R"({"as_of":"2026-11-23","looked_at":{"buses":1},)"
        R"("counts":{"PERMIT-EXPIRED":1,"INSPECTION-OVERDUE":1,"INSURANCE-DUE-30":1},"findings":[)"
        R"({"rule":"PERMIT-EXPIRED","severity":"stop","subject":{"kind":"bus","key":"吉G10001"},"county":"220802",)"
        R"("since":"2026-11-21","due":null,"department":"government",)"
        R"("basis":"《校车安全管理条例》第十四条；《行政许可法》第七十条",)"
        R"("text":"校车使用许可有效期至 2026-11-20，已过期 3 天","evidence":[)"
        R"({"field":"permit.number","value":"XK-1","source":{"file":"洮北.xlsx","sheet":"许可","row":12}},)"
        R"({"field":"permit.decided_on","value":"2025-08-20","source":{"file":"洮北.xlsx","sheet":"许可","row":12}},)"
        R"({"field":"permit.valid_from","value":"2025-09-01","source":{"file":"洮北.xlsx","sheet":"许可","row":12}},)"
        R"({"field":"permit.valid_to","value":"2026-11-20","source":{"file":"洮北.xlsx","sheet":"许可","row":12}}]},)"
        R"({"rule":"INSPECTION-OVERDUE","severity":"stop","subject":{"kind":"bus","key":"吉G10001"},"county":"220802",)"
        R"("since":"2026-11-21","due":null,"department":"police_traffic",)"
        R"("basis":"《校车安全管理条例》第二十条；《道路交通安全法》第九十五条",)"
        R"("text":"机动车检验有效期至 2026-11-20，已过期 3 天","evidence":[)"
        R"({"field":"bus.inspection_until","value":"2026-11-20","source":{"file":"buses.csv","sheet":null,"row":3}},)"
        R"({"field":"bus.last_inspection_on","value":null,"source":{"file":"buses.csv","sheet":null,"row":3}}]},)"
        R"({"rule":"INSURANCE-DUE-30","severity":"notice","subject":{"kind":"bus","key":"吉G10001"},"county":"220802",)"
        R"("since":"2026-11-01","due":"2026-12-01","department":"operator",)"
        R"("basis":"《校车安全管理条例》第十四条第五项","text":"交强险有效期至 2026-12-01，还有 8 天","evidence":[)"
        R"({"field":"bus.liability_insurance_until","value":"2027-06-30",)"
        R"("source":{"file":"buses.csv","sheet":null,"row":3}},)"
        R"({"field":"bus.compulsory_insurance_until","value":"2026-12-01",)"
        R"("source":{"file":"buses.csv","sheet":null,"row":3}}]}],"silenced":[]})");
}

TEST_CASE("what was entered by hand has no source, what is not given no value", "[json]")
{
    auto bus = a_bus();
    bus.inspection_until = {};
    const auto text = json_of(a_snapshot(bus, a_permit(), a_plate(), a_run(), a_driver()), language::Language::en);
    CHECK(text.find(R"("rule":"INSPECTION-OVERDUE?","severity":"data")") != std::string::npos);
    CHECK(text.find(R"({"field":"bus.inspection_until","value":null,"source":null})") != std::string::npos);
    CHECK(text.find(R"("since":null)") != std::string::npos);
}

TEST_CASE("what a substitution explains is a list of its own, with its reason, and in no count", "[json]")
{
    auto substitution = a_substitution(monday, zhao);
    substitution.origin = {7, 2};
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(a_bus(), a_permit(), a_plate(), a_run(zhao), a_driver(), a_driver(zhao), substitution));
    snapshot->sources = {{.id = 7,
                          .file = "替换.csv",
                          .sheet = {},
                          .sha256 = {},
                          .imported_at = {},
                          .imported_by = "李科长",
                          .kind = {}}};
    const auto text = json_of(snapshot, language::Language::zh);
    CHECK(text.find(R"("counts":{},"findings":[],"silenced":[{"rule":"PLATE-MISMATCH-DRIVER","severity":"rectify",)") !=
          std::string::npos);
    CHECK(text.find(R"("silenced":{"kind":"substitution","reason":"当日临时替换，2026-11-23 备案","by":"李科长",)"
                    R"("until":"2026-11-23"}}]})") != std::string::npos);
}

TEST_CASE("nothing found says how many buses were looked at", "[json]")
{
    CHECK(json_of(a_snapshot(a_bus(), a_permit(), a_plate(), a_run(), a_driver()), language::Language::zh) ==
          R"({"as_of":"2026-11-23","looked_at":{"buses":1},"counts":{},"findings":[],"silenced":[]})");
}

}  // namespace
