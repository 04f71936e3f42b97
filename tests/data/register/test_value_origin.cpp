#include "data/register/value_origin.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fmt/format.h>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

void import_bus(Register& in, std::string_view file, int row, const std::vector<Value>& values,
                bool replace_vehicle = false)
{
    Edit edit = in.edit();
    const auto source = edit.add_source({std::string{file}, "一车间", "aa", "buses"}, coordinator);
    REQUIRE(edit.put(kind_info<Bus>, values, Origin{source, row}, replace_vehicle));
    edit.commit(coordinator, "import", file);
}

void seats(Register& in, int count)
{
    REQUIRE(in.apply(PutRecord{"buses", "吉G1", {{"seats", std::int64_t{count}}}}, coordinator));
}

/// "field change file row" of each value, the file empty where it was entered by hand.
std::vector<std::string> origins(const Register& in, std::string_view kind = "buses", std::string_view key = "吉G1")
{
    HistoryRequest asked;
    asked.kind = kind;
    asked.key = key;
    const Snapshot snapshot = in.snapshot({}, false);
    std::vector<std::string> told;
    for (const ValueOrigin& value : value_origins(in.history(asked))) {
        const Source* source = snapshot.source(value.origin);
        told.push_back(fmt::format("{} {} {} {}", value.field, value.change.value,
                                   source != nullptr ? source->file : std::string{"-"}, value.origin.row));
    }
    return told;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("each value knows the change, the file and the row that last gave it", "[value_origin]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    import_bus(in, "洮南.csv", 12, a_bus("吉G1", {{"seats", std::int64_t{36}}, {"owner", text("甲")}}));  // 2
    seats(in, 40);                                                                                        // 3
    import_bus(in, "全市.csv", 7, a_bus("吉G1", {{"owner", text("乙")}}));                                // 4
    import_bus(in, "全市二.csv", 7, a_bus("吉G1", {{"use_code", text("非营运")}}));                       // 5
    CHECK(origins(in) == Told{"registration_number 2 洮南.csv 12", "county 2 洮南.csv 12", "owner 4 全市.csv 7",
                              "use_code 5 全市二.csv 7", "seats 3 - 0"});
}

TEST_CASE("a value that an undoing brought back has the origin it had", "[value_origin]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    import_bus(in, "洮南.csv", 12, a_bus("吉G1", {{"seats", std::int64_t{36}}}));  // 2
    seats(in, 40);                                                                 // 3
    REQUIRE(in.apply(UndoChange{ChangeId{3}}, coordinator));                       // 4
    HistoryRequest asked;
    asked.kind = "buses";
    asked.key = "吉G1";
    const auto values = value_origins(in.history(asked));
    REQUIRE(values.size() == 3);
    CHECK(values[2].field == "seats");
    CHECK(values[2].value == Value{std::int64_t{36}});
    CHECK(values[2].change == ChangeId{4});
    CHECK(values[2].undoes == ChangeId{3});
    CHECK(values[2].origin.row == 12);
    REQUIRE(in.apply(UndoChange{ChangeId{4}}, coordinator));
    REQUIRE(in.apply(UndoChange{ChangeId{5}}, coordinator));
    REQUIRE(in.apply(UndoChange{ChangeId{2}}, coordinator));
    CHECK(origins(in).empty());  // it was never there
}

TEST_CASE("of two vehicles that bore a number the one in use is told", "[value_origin]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    import_bus(in, "旧.csv", 2, a_bus("吉G1", {{"vin", text("LZYTATE66G1000001")}}));        // 2
    import_bus(in, "新.csv", 3, a_bus("吉G1", {{"vin", text("LZYTATE66G1000002")}}), true);  // 3
    CHECK(origins(in) == Told{"registration_number 3 新.csv 3", "vin 3 新.csv 3", "county 3 新.csv 3"});
    REQUIRE(in.apply(UndoChange{ChangeId{3}}, coordinator));
    CHECK(origins(in) == Told{"registration_number 2 旧.csv 2", "vin 2 旧.csv 2", "county 2 旧.csv 2"});
}

TEST_CASE("a record out of use says so among its values, a person stands masked", "[value_origin]")
{
    const Folder folder;
    auto in = a_new_register(folder);
    put(in, kind_info<Driver>, a_driver("220802198001010010", "赵小伟"));
    REQUIRE(in.apply(RetireRecord{"drivers", "220802198001010010", "离职"}, coordinator));
    CHECK(origins(in, "drivers", "220802198001010010") ==
          Told{"licence_number 2 - 0", "name 2 - 0", "retired_at 3 - 0", "retired_reason 3 - 0"});
    HistoryRequest asked;
    asked.kind = "drivers";
    asked.key = "220802198001010010";
    CHECK(value_origins(in.history(asked))[1].value == Value{std::string{"赵某某"}});
}
