#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::string refusal(const Result<PutResult>& result)
{
    return result ? "done" : result.error().reason + ":" + result.error().field;
}

Outcome outcome(Edit& edit, const KindInfo& kind, const std::vector<Value>& values)
{
    const auto done = edit.put(kind, values, Origin{});
    REQUIRE(done.has_value());
    return done->outcome;
}

std::vector<Value> a_permit(std::initializer_list<std::pair<std::string_view, Value>> named)
{
    return row(kind_info<Permit>, named);
}

}  // namespace

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

TEST_CASE("the same rows put again change nothing, and no change is written", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto bus =
        a_bus("吉G12345", {{"seats", std::int64_t{36}}, {"odometer_km", 1200.0}, {"inspection_until", text("none")}});
    put(in, kind_info<Bus>, bus);
    Edit edit = in.edit();
    const auto source = edit.add_source({"again.csv", "", "00", "buses"}, coordinator);
    CHECK(edit.put(kind_info<Bus>, bus, Origin{source, 2})->outcome == Outcome::unchanged);
    CHECK_FALSE(edit.commit(coordinator, "import", "").has_value());
    const auto snapshot = in.snapshot();
    CHECK(snapshot.last_change == ChangeId{2});
    CHECK(snapshot.sources.empty());
    CHECK(snapshot.all<Bus>().begin()->origin == Origin{});
    CHECK(snapshot.all<Bus>().begin()->inspection_until.is_none());
}

TEST_CASE("an empty cell leaves a field as it is, Cleared takes it out", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G12345", {{"seats", std::int64_t{36}}, {"owner", text("甲")}}));
    Edit edit = in.edit();
    CHECK(outcome(edit, kind_info<Bus>, a_bus("吉G12345")) == Outcome::unchanged);
    CHECK(outcome(edit, kind_info<Bus>, a_bus("吉G12345", {{"owner", text("")}})) == Outcome::unchanged);
    CHECK(outcome(edit, kind_info<Bus>, a_bus("吉G12345", {{"owner", Cleared{}}})) == Outcome::changed);
    CHECK(outcome(edit, kind_info<Bus>, a_bus("吉G12345", {{"owner", Cleared{}}})) == Outcome::unchanged);
    CHECK(refusal(edit.put(kind_info<Bus>,
                           row(kind_info<Bus>, {{"registration_number", text("吉G12345")}, {"county", Cleared{}}}),
                           Origin{})) == "missing_field:county");
    edit.commit(coordinator, "import", "");
    CHECK(in.snapshot().all<Bus>().begin()->owner.empty());
    CHECK(in.snapshot().all<Bus>().begin()->seats == 36);
}

TEST_CASE("numbers compare as numbers, whole or not", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G12345", {{"seats", 36.0}, {"odometer_km", std::int64_t{1200}}}));
    Edit edit = in.edit();
    CHECK(outcome(edit, kind_info<Bus>, a_bus("吉G12345", {{"seats", std::int64_t{36}}, {"odometer_km", 1200.0}})) ==
          Outcome::unchanged);
}

TEST_CASE("a changed record names what changed and takes the origin of the row that changed it", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit first = in.edit();
    const auto january = first.add_source({"一月.csv", "", "aa", "buses"}, coordinator);
    REQUIRE(first.put(kind_info<Bus>, a_bus("吉G00001", {{"seats", std::int64_t{36}}}), Origin{january, 2}));
    REQUIRE(first.put(kind_info<Bus>, a_bus("吉G00002"), Origin{january, 3}));
    first.commit(coordinator, "import", "");
    Edit second = in.edit();
    const auto february = second.add_source({"二月.csv", "表一", "bb", "buses"}, coordinator);
    const auto changed =
        second.put(kind_info<Bus>, a_bus("吉G00001", {{"seats", std::int64_t{40}}}), Origin{february, 7});
    REQUIRE(second.put(kind_info<Bus>, a_bus("吉G00002"), Origin{february, 8}));
    second.commit(coordinator, "import", "");

    REQUIRE(changed.has_value());
    REQUIRE(changed->changes.size() == 1);
    CHECK(kind_info<Bus>.fields[changed->changes[0].field].key == "seats");
    CHECK(changed->changes[0].old_value == Value{std::int64_t{36}});
    CHECK(changed->changes[0].new_value == Value{std::int64_t{40}});
    const auto snapshot = in.snapshot();
    CHECK(snapshot.source(find_bus(snapshot, "吉G00001")->origin)->file == "二月.csv");
    CHECK(snapshot.source(find_bus(snapshot, "吉G00001")->origin)->sheet == "表一");
    CHECK(find_bus(snapshot, "吉G00001")->origin.row == 7);
    CHECK(snapshot.source(find_bus(snapshot, "吉G00002")->origin)->file == "一月.csv");
    CHECK(in.history({}).front().file == "二月.csv");
    CHECK(in.history({}).front().touched == 1);
    // By hand: no file any more.
    REQUIRE(in.apply(PutRecord{"buses", "吉G00001", {{"seats", std::int64_t{41}}}}, coordinator));
    CHECK(find_bus(in.snapshot(), "吉G00001")->origin == Origin{});
}

TEST_CASE("a record without its key or a required field is refused", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    CHECK(refusal(edit.put(kind_info<Bus>, row(kind_info<Bus>, {{"county", text("220881")}}), Origin{})) ==
          "missing_key:registration_number");
    CHECK(refusal(edit.put(kind_info<Bus>, row(kind_info<Bus>, {{"registration_number", text("吉G1")}}), Origin{})) ==
          "missing_field:county");
    CHECK(refusal(edit.put(kind_info<Driver>, row(kind_info<Driver>, {{"licence_number", text("1")}}), Origin{})) ==
          "missing_field:name");
    CHECK(refusal(edit.put(kind_info<Permit>, a_permit({{"registration_number", text("吉G1")}}), Origin{})) ==
          "missing_key:number");
    CHECK(refusal(edit.put(kind_info<Stop>, row(kind_info<Stop>, {{"route", text("R1")}}), Origin{})) ==
          "missing_key:sequence");
    CHECK_FALSE(edit.commit(coordinator, "import", "").has_value());
}

TEST_CASE("a value that its field cannot hold is refused", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    const auto [field, value] = GENERATE(table<std::string_view, Value>({
        {"county", text("洮南市")},
        {"body", text("专用校车")},
        {"seats", std::int64_t{-1}},
        {"seats", 3.5},
        {"seats", text("36")},
        {"odometer_km", -0.1},
        {"inspection_until", text("2026-02-30")},
        {"inspection_until", text("无")},
        {"recorder", text("是")},
    }));
    CAPTURE(field);
    CHECK(refusal(edit.put(kind_info<Bus>, a_bus("吉G1", {{field, value}}), Origin{})) ==
          "bad_value:" + std::string{field});
}

TEST_CASE("places and times are held within their bounds", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    Edit edit = in.edit();
    const auto stop = [&](std::string_view field, Value value) {
        auto values = row(kind_info<Stop>, {{"route", text("R1")}, {"sequence", std::int64_t{1}}});
        values[kind_info<Stop>.field(field).value()] = std::move(value);
        return refusal(edit.put(kind_info<Stop>, values, Origin{}));
    };
    CHECK(stop("lon", 180.0) == "done");
    CHECK(stop("lon", 180.1) == "bad_value:lon");
    CHECK(stop("lat", -90.1) == "bad_value:lat");
    CHECK(stop("time", text("23:59")) == "done");
    CHECK(stop("time", text("24:00")) == "bad_value:time");
    CHECK(stop("time", text("6:50")) == "bad_value:time");
    CHECK(refusal(edit.put(kind_info<Run>,
                           row(kind_info<Run>, {{"registration_number", text("吉G1")}, {"weekdays", text("12389")}}),
                           Origin{})) == "bad_value:weekdays");
}

TEST_CASE("an application that gets its number becomes the same permit", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto application = a_permit({{"registration_number", text("吉G1")}, {"applied_on", text("2026-03-01")}});
    const auto granted = a_permit({{"number", text("洮校许7")},
                                   {"registration_number", text("吉G1")},
                                   {"applied_on", text("2026-03-01")},
                                   {"decision", text("granted")}});
    Edit edit = in.edit();
    const auto first = edit.put(kind_info<Permit>, application, Origin{});
    const auto second = edit.put(kind_info<Permit>, granted, Origin{});
    REQUIRE((first && second));
    CHECK(second->outcome == Outcome::changed);
    CHECK(second->id == first->id);
    // Both files once more, in either order: nothing new.
    CHECK(outcome(edit, kind_info<Permit>, application) == Outcome::unchanged);
    CHECK(outcome(edit, kind_info<Permit>, granted) == Outcome::unchanged);
    // The next application of the same bus is another one.
    CHECK(outcome(edit, kind_info<Permit>,
                  a_permit({{"registration_number", text("吉G1")}, {"applied_on", text("2026-09-01")}})) ==
          Outcome::added);
    // Another permit asked for on the same day has its own number.
    CHECK(outcome(edit, kind_info<Permit>,
                  a_permit({{"number", text("洮校许8")},
                            {"registration_number", text("吉G1")},
                            {"applied_on", text("2026-03-01")}})) == Outcome::added);
    edit.commit(coordinator, "import", "");
    CHECK(in.snapshot().all<Permit>().size() == 3);
}

TEST_CASE("runs of one bus differ by route, time and first day, given or not", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto run = [](std::initializer_list<std::pair<std::string_view, Value>> named) {
        auto values = row(kind_info<Run>, named);
        values[0] = text("吉G1");
        return values;
    };
    Edit edit = in.edit();
    CHECK(outcome(edit, kind_info<Run>, run({})) == Outcome::added);
    CHECK(outcome(edit, kind_info<Run>, run({{"riders", std::int64_t{12}}})) == Outcome::changed);
    CHECK(outcome(edit, kind_info<Run>, run({{"route", text("R1")}})) == Outcome::added);
    CHECK(outcome(edit, kind_info<Run>, run({{"route", text("R1")}, {"departs_at", text("06:40")}})) == Outcome::added);
    CHECK(outcome(edit, kind_info<Run>, run({{"route", text("R1")}, {"departs_at", text("06:40")}})) ==
          Outcome::unchanged);
}

TEST_CASE("another vehicle under a registration number is asked about, then replaces the old one", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G12345", {{"owner", text("甲")}}));
    put(in, kind_info<Bus>,
        a_bus("吉G12345", {{"vin", text("LZYTATE66G1000001")}}));  // the first VIN is no replacement
    const auto other = a_bus("吉G12345", {{"vin", text("LZYTATE66G1000002")}});
    {
        Edit edit = in.edit();
        const auto asked = edit.put(kind_info<Bus>, other, Origin{});
        CHECK(refusal(asked) == "vehicle_replaced:vin");
        CHECK(asked.error().arguments == std::vector<std::string>{"吉G12345", "LZYTATE66G1000001"});
        CHECK_FALSE(edit.commit(coordinator, "import", "").has_value());
    }
    Edit edit = in.edit();
    const auto replaced = edit.put(kind_info<Bus>, other, Origin{}, true);
    REQUIRE(replaced.has_value());
    CHECK(replaced->outcome == Outcome::added);
    CHECK(edit.put(kind_info<Bus>, other, Origin{}, true)->outcome == Outcome::unchanged);
    const auto id = edit.commit(coordinator, "import", "");
    const auto snapshot = in.snapshot();
    REQUIRE(snapshot.all<Bus>().size() == 1);
    CHECK(snapshot.all<Bus>().begin()->vin == "LZYTATE66G1000002");
    CHECK(snapshot.all<Bus>().begin()->owner.empty());
    CHECK(in.history({}).front().touched == 2);
    CHECK(in.verify().sound());
    REQUIRE(in.apply(UndoChange{*id}, coordinator));
    CHECK(in.snapshot().all<Bus>().begin()->vin == "LZYTATE66G1000001");
    CHECK(in.verify().sound());
}

TEST_CASE("a reference names a record by its key, an operator by its name too", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Operator>,
        row(kind_info<Operator>, {{"uscc", text("91220881MA0000001X")}, {"name", text("平安校车公司")}}));
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟"));
    put(in, kind_info<Permit>,
        row(kind_info<Permit>, {{"number", text("白校许/2026/14")}, {"registration_number", text("吉G1")}}));
    Edit edit = in.edit();
    CHECK(edit.has_referred(kind_info<Operator>, "91220881MA0000001X"));
    CHECK(edit.has_referred(kind_info<Operator>, "平安校车公司"));
    CHECK_FALSE(edit.has_referred(kind_info<Operator>, "平安"));
    CHECK(edit.has_referred(kind_info<Permit>, "白校许/2026/14"));
    CHECK_FALSE(edit.has_referred(kind_info<Permit>, "白校许/2026/15"));
    CHECK(edit.has_referred(kind_info<Driver>, "220802198001010010"));
    CHECK_FALSE(edit.has_referred(kind_info<Driver>, "220802198001010011"));
    REQUIRE(edit.put(kind_info<Bus>, a_bus("吉G1"), Origin{}));
    CHECK(edit.has_referred(kind_info<Bus>, "吉G1"));
}

TEST_CASE("a record of several key fields is found by them as one text, also where one holds a slash", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Stop>, row(kind_info<Stop>, {{"route", text("R1")}, {"sequence", std::int64_t{3}}}));
    put(in, kind_info<Run>,
        row(kind_info<Run>,
            {{"registration_number", text("吉G1")}, {"route", text("甲/乙")}, {"departs_at", text("06:40")}}));
    const auto retired = [&](const char* kind, const char* key) {
        return in.apply(RetireRecord{.kind = kind, .key = key, .reason = "停运"}, coordinator).has_value();
    };
    CHECK_FALSE(retired("stops", "R1/x"));
    CHECK(retired("stops", "R1/3"));
    CHECK_FALSE(retired("runs", "吉G1/甲/丙/06:40/"));
    CHECK(retired("runs", "吉G1/甲/乙/06:40/"));
}

TEST_CASE("put by hand adds, changes and renames", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto by_hand = [&](std::string_view kind, std::string_view key, std::vector<FieldValue> fields) {
        const auto done = in.apply(PutRecord{std::string{kind}, std::string{key}, std::move(fields)}, coordinator);
        return done ? "done" : done.error().reason + ":" + done.error().field;
    };
    CHECK(by_hand("buses", "吉G12345", {{"county", text("220802")}}) == "done");
    CHECK(by_hand("bus", "吉G12345", {{"seats", std::int64_t{19}}}) == "done");
    CHECK(by_hand("buses", "吉G54321", {}) == "missing_field:county");
    CHECK(by_hand("buses", "", {{"county", text("220802")}}) == "missing_key:registration_number");
    CHECK(by_hand("trams", "1", {}) == "unknown_kind:");
    CHECK(by_hand("buses", "吉G12345", {{"wheels", std::int64_t{6}}}) == "unknown_field:wheels");
    CHECK(by_hand("buses", "吉G00002", {{"county", text("220802")}}) == "done");
    CHECK(by_hand("buses", "吉G00002", {{"registration_number", text("吉G12345")}}) ==
          "key_in_use:registration_number");
    CHECK(by_hand("buses", "吉G00002", {{"registration_number", text("吉G00003")}}) == "done");
    CHECK(by_hand("permits", "吉G12345/2026-03-01", {{"county", text("220802")}}) == "done");
    CHECK(by_hand("permits", "吉G12345/2026-03-01", {{"number", text("洮/校/1")}}) == "done");
    CHECK(by_hand("permits", "洮/校/1", {{"decision", text("granted")}}) == "done");
    CHECK(by_hand("stops", "R1/2", {{"name", text("东屯")}}) == "done");
    CHECK(by_hand("drivers", "220802198001010010", {{"name", text("赵小伟")}}) == "done");
    CHECK(by_hand("drivers", "220802198001010010", {{"name", text("赵大伟")}}) == "done");
    const auto snapshot = in.snapshot();
    CHECK(find_bus(snapshot, "吉G12345")->seats == 19);
    CHECK(find_bus(snapshot, "吉G00003") != nullptr);
    REQUIRE(snapshot.all<Permit>().size() == 1);
    CHECK(snapshot.all<Permit>().begin()->decision == Decision::granted);
    CHECK(snapshot.all<Driver>().size() == 1);
    CHECK(in.verify().sound());
}

TEST_CASE("a command that would change nothing is done without a change", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G12345", {{"seats", std::int64_t{36}}}));
    const auto done = in.apply(PutRecord{"buses", "吉G12345", {{"seats", std::int64_t{36}}}}, coordinator);
    REQUIRE(done.has_value());
    CHECK_FALSE(done->has_value());
    CHECK(in.history({}).size() == 2);
}

TEST_CASE("a retired record is out of use, and its key free", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Bus>, a_bus("吉G12345"));
    const auto retire = [&](std::string_view key, std::string_view reason) {
        const auto done = in.apply(RetireRecord{"buses", std::string{key}, std::string{reason}}, coordinator);
        return done ? "done" : done.error().reason;
    };
    CHECK(retire("吉G12345", "") == "missing_field");
    CHECK(retire("吉G99999", "报废") == "unknown_record");
    CHECK(retire("吉G12345", "报废") == "done");
    CHECK(in.snapshot().all<Bus>().empty());
    CHECK(retire("吉G12345", "报废") == "unknown_record");
    put(in, kind_info<Bus>, a_bus("吉G12345"));
    CHECK(in.snapshot().all<Bus>().begin()->id.value == (std::int64_t{1} << 40) + 2);
    CHECK(in.verify().sound());
}

TEST_CASE("an id never names two records, even when the first was undone", "[register]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    const auto change = put(in, kind_info<Bus>, a_bus("吉G00001"));
    REQUIRE(in.apply(UndoChange{change}, coordinator));
    put(in, kind_info<Bus>, a_bus("吉G00002"));
    CHECK(in.snapshot().all<Bus>().begin()->id.value == (std::int64_t{1} << 40) + 2);
}
