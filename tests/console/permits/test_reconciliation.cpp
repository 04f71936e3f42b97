#include "console/permits/reconciliation.hpp"
#include "console/permits/reconciliation_json.hpp"
#include "console/permits/reconciliation_rows.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using permits::ListedVehicle;
using permits::MatchedBy;
using permits::VehicleList;

std::size_t field(std::string_view key)
{
    return *data::kind_info<data::Bus>.field(key);
}

struct Told {
    const char* number;
    const char* vin = "";
    const char* owner = "";
    std::int64_t seats = 0;
};

VehicleList a_list(std::string name, std::initializer_list<Told> told)
{
    VehicleList list{std::move(name), {}};
    std::uint32_t row = 1;
    for (const Told& each : told) {
        ListedVehicle vehicle{++row, {}, std::vector<data::Value>(data::kind_info<data::Bus>.fields.size())};
        const auto put = [&](std::string_view key, const char* text) {
            if (*text != '\0') vehicle.values[field(key)] = std::string{text};
        };
        put("registration_number", each.number);
        put("vin", each.vin);
        put("owner", each.owner);
        if (each.seats > 0) vehicle.values[field("seats")] = each.seats;
        list.vehicles.push_back(std::move(vehicle));
    }
    return list;
}

constexpr const char* vin_1 = "LZYTDTE69D1012345";
constexpr const char* vin_2 = "1M8GDM9AXKP042788";

TEST_CASE("vehicles of the same number are one, and what the lists say of it is compared", "[permits]")
{
    const std::vector lists{a_list("教育.csv", {{"吉G10001", vin_1, "甲公司", 36}, {"吉G10002"}}),
                            a_list("交警.csv", {{"吉G10001", vin_1, "甲公司", 19}}),
                            a_list("交通.csv", {{"吉G10001", "", "甲公司", 36}, {"吉G10003"}})};
    const auto found = permits::reconcile(lists);
    REQUIRE(found.vehicles.size() == 3);
    CHECK(found.agreeing == 0);
    CHECK(found.differing == 1);
    CHECK(found.missing == 2);
    const auto& first = found.vehicles[0];
    CHECK(first.registration_number == "吉G10001");
    CHECK(first.matched == MatchedBy::registration_number);
    REQUIRE(first.differences.size() == 1);  // a VIN that one list lacks is no difference
    CHECK(first.differences[0].field == field("seats"));
    CHECK(first.differences[0].values == std::vector<std::string>{"36", "19", "36"});
    CHECK(found.vehicles[1].matched == MatchedBy::alone);
    CHECK(found.vehicles[2].rows[0] == nullptr);
    CHECK(found.vehicles[2].rows[2]->row == 3);
}

TEST_CASE("a vehicle under another number is found by its VIN, and the number is a difference", "[permits]")
{
    const std::vector lists{a_list("A", {{"吉G10001", vin_1}}), a_list("B", {{"吉G20002", vin_1}})};
    const auto found = permits::reconcile(lists);
    REQUIRE(found.vehicles.size() == 1);
    CHECK(found.vehicles[0].matched == MatchedBy::vin);
    REQUIRE(found.vehicles[0].differences.size() == 1);
    CHECK(found.vehicles[0].differences[0].values == std::vector<std::string>{"吉G10001", "吉G20002"});
}

TEST_CASE("what two rows of one list tell apart is not merged", "[permits]")
{
    // A has both numbers; B has the second number with the first one's VIN: joined by number, its VIN differs.
    const std::vector lists{a_list("A", {{"吉G10001", vin_1}, {"吉G10002", vin_2}}),
                            a_list("B", {{"吉G10002", vin_1}})};
    const auto found = permits::reconcile(lists);
    REQUIRE(found.vehicles.size() == 2);
    CHECK(found.vehicles[0].lists() == 1);
    CHECK(found.vehicles[1].lists() == 2);
    REQUIRE(found.vehicles[1].differences.size() == 1);
    CHECK(found.vehicles[1].differences[0].field == field("vin"));
}

TEST_CASE("a slip of one character is proposed only for the same owner and no other VIN", "[permits]")
{
    const auto matched = [](Told one, Told two) {
        const std::vector lists{a_list("A", {one}), a_list("B", {two})};
        const auto found = permits::reconcile(lists);
        return found.vehicles.size() == 1 ? found.vehicles[0].matched : MatchedBy::alone;
    };
    CHECK(matched({"吉G1O001", "", "甲公司"}, {"吉G10001", "", "甲公司"}) == MatchedBy::likely);
    CHECK(matched({"吉G1O001", "", "甲公司"}, {"吉G10001", "", "乙公司"}) == MatchedBy::alone);
    CHECK(matched({"吉G1O001"}, {"吉G10001"}) == MatchedBy::alone);
    CHECK(matched({"吉G1O001", vin_1, "甲公司"}, {"吉G10001", vin_2, "甲公司"}) == MatchedBy::alone);
    CHECK(matched({"吉G1O0O1", "", "甲公司"}, {"吉G10001", "", "甲公司"}) == MatchedBy::alone);
    CHECK(matched({"黑G10001", "", "甲公司"}, {"吉G10001", "", "甲公司"}) == MatchedBy::alone);
}

TEST_CASE("vehicles on which all lists agree are counted", "[permits]")
{
    const std::vector lists{a_list("A", {{"吉G10001", vin_1, "甲公司", 36}}),
                            a_list("B", {{"吉G10001", vin_1, "甲公司", 36}})};
    const auto found = permits::reconcile(lists);
    CHECK(found.agreeing == 1);
    CHECK(found.vehicles[0].agrees());
}

TEST_CASE("the JSON of a reconciliation gives rows and values one a list", "[permits]")
{
    const std::vector lists{a_list("A.csv", {{"吉G10001", "", "", 36}}), a_list("B.csv", {{"吉G10001", "", "", 19}}),
                            a_list("C.csv", {})};
    CHECK(permits::reconciliation_json(lists, permits::reconcile(lists)) ==
          R"({"lists":[{"file":"A.csv","vehicles":1},{"file":"B.csv","vehicles":1},{"file":"C.csv","vehicles":0}],)"
          R"("counts":{"agreeing":0,"differing":0,"missing":1},"vehicles":[{"registration_number":"吉G10001",)"
          R"("matched_by":"registration_number","rows":[{"sheet":null,"row":2},{"sheet":null,"row":2},null],)"
          R"("differences":[{"field":"seats","values":["36","19",null]}]}]})");
}

permits::LaidOut three_lists()
{
    permits::LaidOut of{
        {a_list("教育.csv", {{"吉G10001", vin_1, "甲公司", 36}, {"吉G10002"}, {"吉G10004"}}),
         a_list("交警.csv", {{"吉G10001", vin_1, "甲公司", 19}, {"吉G10004"}}),
         a_list("交通.csv", {{"吉G10001", "", "甲公司", 36}, {"吉G10003"}, {"吉G10004"}, {"吉G10002"}})},
        0,
        {}};
    of.lists[0].vehicles[1].values[field("county")] = std::string{"220881"};
    of.found = permits::reconcile(of.lists);
    return of;
}

TEST_CASE("every vehicle is in one list, in some, differs or agrees; and is narrowed by the county a list gives",
          "[permits]")
{
    const auto of = three_lists();
    CHECK(permits::listed_counts(of, {}) == std::array<std::size_t, 4>{1, 1, 1, 1});
    const auto in_two = permits::filtered(of, {.listed = permits::Listed::in_some});
    REQUIRE(in_two.size() == 1);
    CHECK(of.found.vehicles[in_two[0]].registration_number == "吉G10002");
    CHECK(permits::county_of(of.found.vehicles[in_two[0]]) == data::Adcode{220881});
    CHECK(permits::filtered(of, {.county = data::Adcode{220802}}).size() == 3);  // of the others nobody says it
}

TEST_CASE("a row becomes a matter that says where the vehicle stands and what differs", "[permits]")
{
    using language::Language;
    const auto of = three_lists();
    CHECK(permits::matter_text(of, of.found.vehicles[0], Language::zh) ==
          "车辆名单比对，吉G·10001：教育.csv：第 2 行；交警.csv：第 2 行；交通.csv：第 2 行。核载人数 36 / 19 / "
          "36。请核实并更正");
    CHECK(permits::matter_text(of, of.found.vehicles[1], Language::zh) ==
          "车辆名单比对，吉G·10002：教育.csv：第 3 行；交警.csv：未列；交通.csv：第 5 行。请核实并更正");
    const auto row = permits::listed_row(of.found.vehicles[0], Language::zh);
    CHECK(row.size() == permits::listed_heads(of, Language::zh).size());
    CHECK(row.back() == "核载人数 36 / 19 / 36");
}

}  // namespace
