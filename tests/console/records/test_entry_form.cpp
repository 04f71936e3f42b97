#include "console/records/entry_form.hpp"
#include "console/records/form_layout.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <set>

using namespace xiaoan;
using namespace records;
using data::test::coordinator;
using language::Language;

namespace {

struct Desk : data::test::ImportDesk {
    [[nodiscard]] std::shared_ptr<const data::Snapshot> now() const
    {
        return std::make_shared<const data::Snapshot>(snapshot());
    }
    [[nodiscard]] EntryForm fresh(std::string_view kind, Language language = Language::zh) const
    {
        return {now(), *data::find_kind(kind), language};
    }
    [[nodiscard]] EntryForm of(std::string_view kind, std::int64_t number) const
    {
        const auto shown = now();
        const data::RecordRows rows(*shown, *data::find_kind(kind));
        auto form =
            EntryForm::of(shown, *data::find_kind(kind), rows.id(static_cast<std::size_t>(number)), Language::zh);
        REQUIRE(form);
        return *std::move(form);
    }
};

std::size_t at(const EntryForm& form, std::string_view field)
{
    return form.kind().field(field).value();
}

void type(EntryForm& form, std::string_view field, std::string text)
{
    form.type(at(form, field), std::move(text));
}

std::vector<std::string> problems(const EntryForm& form)
{
    std::vector<std::string> keys;
    for (const std::size_t field : form.problems()) keys.emplace_back(form.kind().fields[field].key);
    return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("every field of every kind stands in its form once, and a list has columns", "[records]")
{
    for (const data::KindInfo* kind : data::kinds()) {
        CAPTURE(kind->key);
        std::set<std::size_t> fields;
        std::size_t count = 0;
        for (const FormGroup& group : form_layout(*kind)) {
            CHECK(language::has(group.title));
            CHECK(group.title != "entry.group.other");
            CHECK_FALSE(group.fields.empty());
            fields.insert(group.fields.begin(), group.fields.end());
            count += group.fields.size();
        }
        CHECK(fields.size() == kind->fields.size());
        CHECK(count == kind->fields.size());
        CHECK(list_fields(*kind).size() >= 3);
    }
}

TEST_CASE("a new record says what is missing, and becomes a command when it is whole", "[records]")
{
    Desk desk;
    EntryForm form = desk.fresh("buses");
    CHECK(problems(form) == Keys{"registration_number", "county"});
    CHECK_FALSE(form.is_changed());
    type(form, "registration_number", "吉g-12345");
    form.choose(at(form, "county"), std::string{"220881"});
    type(form, "seats", "36人");
    type(form, "inspection_until", "2027年3月1日");
    form.choose(at(form, "hammer"), std::string{"yes"});
    CHECK(problems(form).empty());
    const auto command = form.command();
    CHECK(command.key == "吉G12345");
    CHECK(command.only_new);
    REQUIRE(desk.bureau.apply(command, coordinator));
    const data::Bus bus = desk.all<data::Bus>().front();
    CHECK(bus.registration_number == "吉G12345");
    CHECK(bus.seats == 36);
    CHECK(bus.hammer == data::Answer::yes);
    CHECK(data::iso(bus.inspection_until.date()) == "2027-03-01");
}

TEST_CASE("what is typed is checked as a cell is, and says what is wrong", "[records]")
{
    Desk desk;
    EntryForm form = desk.fresh("buses");
    type(form, "seats", "三十六点五个");
    CHECK(form.field(at(form, "seats")).refused());
    CHECK(form.field(at(form, "seats")).issue->code == data::IssueCode::bad_count);
    type(form, "registration_number", "吉G1234");
    CHECK(form.field(at(form, "registration_number")).refused());  // whoever types can put it right at once
    type(form, "vin", "LDEMXXTE1FD000100");                        // its check digit should be 0
    CHECK(form.field(at(form, "vin")).issue->code == data::IssueCode::check_digit);
    CHECK_FALSE(form.field(at(form, "vin")).refused());
    type(form, "seats", "");
    CHECK_FALSE(form.field(at(form, "seats")).issue);
    CHECK_FALSE(form.field(at(form, "seats")).touched);
    form.leave(at(form, "seats"));
    CHECK(form.field(at(form, "seats")).touched);
}

TEST_CASE("a record in use is changed only in what was changed", "[records]")
{
    Desk desk;
    (void)desk.import_text("号牌号码,县区,核载人数,检验有效期止,所有人\n吉G12345,洮南市,36,无,示例小学\n");
    EntryForm form = desk.of("buses", 0);
    CHECK(form.title() == "吉G·12345");
    CHECK(form.field(at(form, "inspection_until")).typed == "无");
    CHECK_FALSE(form.is_changed());
    CHECK(form.changes(Language::zh).empty());
    type(form, "seats", "35");
    type(form, "owner", "");
    const auto changes = form.changes(Language::zh);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].before == "示例小学");
    CHECK(changes[0].after == "未登记");
    const auto command = form.command();
    CHECK(command.fields.size() == 2);
    CHECK_FALSE(command.only_new);
    REQUIRE(desk.bureau.apply(command, coordinator));
    const data::Bus bus = desk.all<data::Bus>().front();
    CHECK(bus.seats == 35);
    CHECK(bus.owner.empty());
    CHECK(bus.inspection_until.is_none());
    type(form, "seats", "36");
    type(form, "owner", "示例小学");
    CHECK_FALSE(form.is_changed());  // as it was when the form was opened
}

TEST_CASE("personal texts are masked, and written only when they are typed anew", "[records]")
{
    Desk desk;
    (void)desk.import_text("驾驶证号,姓名,联系电话,准驾车型\n220802198001010010,赵示伟,13804360001,A1\n");
    EntryForm form = desk.of("drivers", 0);
    CHECK(form.field(at(form, "name")).typed.empty());
    CHECK(form.field(at(form, "name")).masked == "赵某某");
    CHECK(problems(form).empty());
    type(form, "licence_class", "A3");
    auto command = form.command();
    REQUIRE(command.fields.size() == 1);
    CHECK(command.key == "220802198001010010");
    type(form, "phone", "13904360002");
    form.clear_person(at(form, "phone"), true);
    command = form.command();
    REQUIRE(command.fields.size() == 2);
    CHECK(std::holds_alternative<data::Cleared>(command.fields[1].value));
    for (const EntryChange& each : form.changes(Language::zh)) {
        CHECK(each.before.find("13804360001") == std::string::npos);
        CHECK(each.after.find("13904360002") == std::string::npos);
    }
    type(form, "name", "赵某某");
    CHECK(form.field(at(form, "name")).refused());  // masked: nobody means that
    REQUIRE(problems(form) == Keys{"name"});
    type(form, "name", "");
    REQUIRE(desk.bureau.apply(form.command(), coordinator));
    const auto snapshot = desk.snapshot();
    const data::Driver driver = desk.all<data::Driver>().front();
    CHECK(driver.licence_class == "A3");
    CHECK_FALSE(driver.phone.given());
    CHECK(snapshot.people->text(driver.name) == "赵示伟");
    // A required one cannot be taken out.
    form = desk.of("drivers", 0);
    form.clear_person(at(form, "name"), true);
    CHECK(problems(form) == Keys{"name"});
}

TEST_CASE("a driver is chosen from the register without being read", "[records]")
{
    Desk desk;
    (void)desk.import_text("驾驶证号,姓名\n220802198001010010,赵示伟\n");
    EntryForm form = desk.fresh("permits");
    type(form, "registration_number", "吉G12345");
    type(form, "applied_on", "2026-08-01");
    form.choose_person(at(form, "driver"), desk.all<data::Driver>().front().licence_number, "赵某某");
    CHECK(form.field(at(form, "driver")).typed.empty());
    CHECK(problems(form).empty());
    REQUIRE(desk.bureau.apply(form.command(), coordinator));
    CHECK(desk.all<data::Permit>().front().driver == desk.all<data::Driver>().front().licence_number);
}

TEST_CASE("a kind with two keys needs one of them", "[records]")
{
    Desk desk;
    EntryForm form = desk.fresh("permits");
    CHECK(problems(form) == Keys{"registration_number", "applied_on"});
    type(form, "registration_number", "吉G12345");
    CHECK(problems(form) == Keys{"applied_on"});
    type(form, "number", "洮校许1");
    CHECK(problems(form).empty());
    CHECK(form.command().key == "洮校许1");
    type(form, "number", "");
    type(form, "applied_on", "2026-08-01");
    CHECK(form.command().key == "吉G12345/2026-08-01");
}

TEST_CASE("a new record of a key that is there is told, and refused by the register", "[records]")
{
    Desk desk;
    (void)desk.import_text("号牌号码,县区\n吉G12345,洮南市\n");
    EntryForm form = desk.fresh("buses");
    type(form, "registration_number", "吉G·12345");
    form.choose(at(form, "county"), std::string{"220881"});
    CHECK_FALSE(form.twin());
    form.leave(at(form, "registration_number"));
    REQUIRE(form.twin());
    CHECK(*form.twin() == desk.all<data::Bus>().front().id);
    const auto done = desk.bureau.apply(form.command(), coordinator);
    REQUIRE_FALSE(done);
    CHECK(done.error().reason == "key_in_use");
    EntryForm own = desk.of("buses", 0);
    own.leave(at(own, "registration_number"));
    CHECK_FALSE(own.twin());
}

TEST_CASE("another VIN is another vehicle, unless it corrects a mistake", "[records]")
{
    Desk desk;
    (void)desk.import_text("号牌号码,县区,车辆识别代号\n吉G12345,洮南市,LDEMXXTE0FD000100\n");
    EntryForm form = desk.of("buses", 0);
    CHECK_FALSE(form.changes_vin());
    type(form, "vin", "LDEMXXTE1JD000101");
    CHECK(form.changes_vin());
    const auto refused = desk.bureau.apply(form.command(), coordinator);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == "vehicle_replaced");
    form.correction = true;
    REQUIRE(desk.bureau.apply(form.command(), coordinator));
    CHECK(desk.all<data::Bus>().front().vin == "LDEMXXTE1JD000101");
}

TEST_CASE("a position needs both of its parts, and is doubted outside the country", "[records]")
{
    Desk desk;
    EntryForm form = desk.fresh("schools");
    type(form, "code", "2122000001");
    type(form, "name", "平安小学");
    form.choose(at(form, "county"), std::string{"220881"});
    type(form, "lon", "122°50′24″");
    CHECK(problems(form) == Keys{"lat"});
    type(form, "lat", "45.3");
    CHECK(problems(form).empty());
    CHECK(std::abs(std::get<double>(form.field(at(form, "lon")).value) - 122.84) < 1e-9);
    type(form, "lat", "10.1");
    type(form, "lon", "30");
    CHECK(form.field(at(form, "lat")).issue->code == data::IssueCode::outside_country);
    CHECK(problems(form).empty());
    type(form, "lat", "95");
    CHECK_FALSE(problems(form).empty());
}

TEST_CASE("every kind of record can be entered, and each of its values comes back as it was typed", "[records]")
{
    const std::vector<std::pair<std::string, std::vector<std::pair<std::string, std::string>>>> ledgers{
        {"schools", {{"code", "2122000001"}, {"name", "平安小学"}}},
        {"operators", {{"uscc", "91220802MA0Y4X3M93"}, {"name", "示例客运有限公司"}}},
        {"drivers", {{"licence_number", "220802198001010010"}, {"name", "赵示伟"}, {"record", "酒后驾驶:2020-05-20"}}},
        {"routes", {{"code", "一线"}, {"departs_at", "7:05"}, {"geometry", "LINESTRING (122.8 45.3, 122.9 45.4)"}}},
        {"stops", {{"route", "一线"}, {"sequence", "1"}, {"time", "7:10"}}},
        {"plates", {{"registration_number", "吉G12345"}, {"number", "乙1"}, {"valid_to", "长期"}}},
        {"runs", {{"registration_number", "吉G12345"}, {"route", "一线"}}},
        {"substitutions", {{"date", "2026-11-02"}, {"registration_number", "吉G12345"}}},
        {"agreements", {{"school", "2122000001"}, {"operator", "91220802MA0Y4X3M93"}, {"signed_on", "2026-08-20"}}},
        {"buses", {{"registration_number", "吉G12345"}}},
        {"permits", {{"registration_number", "吉G12345"}, {"applied_on", "2026-08-01"}}},
        {"education", {{"school", "2122000001"}, {"on", "2026-09-01"}, {"count", "36"}}},
        {"progress", {{"item", "23.2"}}},
        {"contacts", {{"unit", "洮南市教育局"}, {"post", "联络员"}, {"name", "孙示丽"}}},
        {"meetings", {{"number", "2026-03"}, {"held_on", "2026-11-12"}}},
        {"assignments", {{"number", "2026-07"}, {"what", "核对标牌"}, {"due_on", "2026-12-01"}}},
        {"handovers", {{"number", "2026-02"}, {"what", "移交材料"}, {"handed_on", "2026-11-13"}}},
        {"maintenance", {{"registration_number", "吉G12345"}, {"done_on", "2026-10-01"}, {"what", "换油"}}},
        {"waters", {{"code", "W1"}, {"depth_m", "3.5米"}}},
        {"sightings", {{"seen_at", "2026-11-20 06:50"}, {"registration_number", "吉G12345"}}},
        {"tracks",
         {{"registration_number", "吉G12345"}, {"at", "2026-11-20 06:50:00"}, {"lon", "122.8"}, {"lat", "45.3"}}},
    };
    CHECK(ledgers.size() == data::kinds().size());
    for (const auto& [kind, fields] : ledgers) {
        CAPTURE(kind);
        Desk desk;
        EntryForm form = desk.fresh(kind);
        for (const auto& [field, text] : fields) type(form, field, text);
        for (std::size_t i = 0; i < form.size(); ++i) {
            const data::FieldInfo& info = form.kind().fields[i];
            if (info.required && info.type == data::FieldType::county) form.choose(i, std::string{"220881"});
            if (info.required && info.type == data::FieldType::word)
                form.choose(i, std::string{info.words.front().word});
        }
        REQUIRE(problems(form).empty());
        REQUIRE(desk.bureau.apply(form.command(), coordinator));
        EntryForm again = desk.of(kind, 0);
        CHECK_FALSE(again.is_changed());
        CHECK(problems(again).empty());
    }
}
