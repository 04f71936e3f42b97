#include "console/enforcement/case_plan.hpp"
#include "tests/support/a_case.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using Addressees = std::vector<data::CaseAddressee>;

std::shared_ptr<data::Snapshot> with_region(const std::shared_ptr<const data::Snapshot>& of)
{
    auto snapshot = std::make_shared<data::Snapshot>(*of);
    auto region = std::make_shared<data::Region>();
    region->name_zh = "白城市";
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei"}};
    snapshot->region = region;
    return snapshot;
}

TEST_CASE("a letter goes to the unit of the contact, else to the department by name", "[cases]")
{
    const auto addressed = [](const auto& snapshot, const data::Case& of) {
        return enforcement::usual_addressees(rules::Dossiers(with_region(snapshot)), of);
    };
    data::Contact police;
    police.department = data::Department::police_traffic;
    police.county = data::Adcode{220802};
    police.unit = "洮北区公安分局交警大队";
    CHECK(addressed(a_snapshot(police), a_case()) == Addressees{{false, "洮北区公安分局交警大队"}});
    CHECK(addressed(a_snapshot(), a_case()) == Addressees{{false, "洮北区公安机关交通管理部门"}});
    auto of_city = a_case();
    of_city.county = {};
    of_city.department = "government";
    CHECK(addressed(a_snapshot(), of_city) == Addressees{{false, "白城市人民政府"}});
}

TEST_CASE("a letter to an operator goes to the operator of the bus", "[cases]")
{
    auto of = a_case();
    of.department = "operator";
    auto bus = a_bus();
    bus.run_by = "示例客运有限公司";
    CHECK(enforcement::usual_addressees(rules::Dossiers(with_region(a_snapshot(bus))), of) ==
          Addressees{{false, "示例客运有限公司"}});
    bus.run_by = "";
    CHECK(enforcement::usual_addressees(rules::Dossiers(with_region(a_snapshot(bus))), of) ==
          Addressees{{false, "洮北区校车服务提供者"}});
}

}  // namespace
