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
                                language);
}

TEST_CASE("findings are written to the letter of the contract", "[json]")
{
    auto permit = a_permit(on(2025, 9, 1), on(2026, 8, 31));
    permit.origin = {7, 12};
    auto plate = a_plate(on(2026, 12, 1));
    plate.origin = {8, 3};
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(a_bus(), permit, plate, a_run(), a_driver()));
    snapshot->sources = {
        {.id = 7, .file = "洮北.xlsx", .sheet = "许可", .sha256 = {}, .imported_at = {}, .imported_by = {}, .kind = {}},
        {.id = 8, .file = "plates.csv", .sheet = {}, .sha256 = {}, .imported_at = {}, .imported_by = {}, .kind = {}}};
    CHECK(json_of(snapshot, language::Language::zh) ==
          R"({"as_of":"2026-11-23","looked_at":{"buses":1},"counts":{"PERMIT-EXPIRED":1,"PLATE-DUE-30":1},"findings":[)"
          R"({"rule":"PERMIT-EXPIRED","severity":"stop","subject":{"kind":"bus","key":"吉G10001"},"county":"220802",)"
          R"("since":"2026-09-01","due":null,"department":"government",)"
          R"("basis":"《校车安全管理条例》第十四条；《行政许可法》第七十条",)"
          R"("text":"校车使用许可有效期至 2026-08-31，已过期 84 天","evidence":[)"
          R"({"field":"permit.number","value":"XK-1","source":{"file":"洮北.xlsx","sheet":"许可","row":12}},)"
          R"({"field":"permit.decided_on","value":"2025-08-20","source":{"file":"洮北.xlsx","sheet":"许可","row":12}},)"
          R"({"field":"permit.valid_from","value":"2025-09-01","source":{"file":"洮北.xlsx","sheet":"许可","row":12}},)"
          R"({"field":"permit.valid_to","value":"2026-08-31","source":{"file":"洮北.xlsx","sheet":"许可","row":12}}]},)"
          R"({"rule":"PLATE-DUE-30","severity":"notice","subject":{"kind":"bus","key":"吉G10001"},"county":"220802",)"
          R"("since":"2026-11-01","due":"2026-12-01","department":"operator",)"
          R"("basis":"《机动车登记规定》第六十二条","text":"校车标牌有效期至 2026-12-01，还有 8 天","evidence":[)"
          R"({"field":"plate.number","value":"BP-1","source":{"file":"plates.csv","sheet":null,"row":3}},)"
          R"({"field":"plate.issued_on","value":"2026-09-10","source":{"file":"plates.csv","sheet":null,"row":3}},)"
          R"({"field":"plate.valid_to","value":"2026-12-01","source":{"file":"plates.csv","sheet":null,"row":3}}]}]})");
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

TEST_CASE("nothing found says how many buses were looked at", "[json]")
{
    CHECK(json_of(a_snapshot(a_bus(), a_permit(), a_plate(), a_run(), a_driver()), language::Language::zh) ==
          R"({"as_of":"2026-11-23","looked_at":{"buses":1},"counts":{},"findings":[]})");
}

}  // namespace
