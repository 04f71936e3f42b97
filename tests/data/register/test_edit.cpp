#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

TEST_CASE("a bus put into a new register is in the next snapshot", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G12345", {{"seats", std::int64_t{36}}, {"inspection_until", text("2027-03-01")}}));
    const auto snapshot = in.snapshot();
    REQUIRE(snapshot.all<Bus>().size() == 1);
    const Bus& bus = *snapshot.all<Bus>().begin();
    CHECK(bus.registration_number == "吉G12345");
    CHECK(bus.county == Adcode{220881});
    CHECK(bus.seats == 36);
    CHECK(bus.inspection_until == DateCell{Date{std::chrono::year{2027} / 3 / 1}});
    CHECK(bus.compulsory_insurance_until.not_given());
    CHECK(bus.id.value == (std::int64_t{1} << 40) + 1);
    CHECK(in.verify().sound());
}
