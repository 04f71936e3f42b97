#include "data/export/export_csv.hpp"
#include "data/export/recorded_tracks.hpp"
#include "data/intake/import.hpp"
#include "data/kinds/record_values.hpp"
#include "tests/data/intake/import_desk.hpp"
#include "tests/data/intake/ledger_of_every_kind.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// The values of the only record of a kind, personal ones in clear.
std::vector<Value> only_record(const ImportDesk& desk, const KindInfo& kind)
{
    std::vector<Value> found;
    Snapshot snapshot = desk.snapshot();
    add_recorded_tracks(snapshot, desk.bureau);
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        if (&kind_info<Record> != &kind) return;
        REQUIRE(snapshot.all<Record>().size() == 1);
        for (const Record& record : snapshot.all<Record>())
            found = values_of(record, [&](PersonRef person, const FieldInfo&) {
                const auto text = snapshot.people->text(person);
                return text ? Value{*text} : Value{};
            });
    });
    return found;
}

void check_stored(const ImportDesk& desk, const LedgerOfKind& ledger)
{
    const KindInfo& kind = *find_kind(ledger.kind);
    const auto values = only_record(desk, kind);
    for (const LedgerCell& cell : ledger.cells) {
        CAPTURE(cell.key);
        CHECK(values[kind.field(cell.key).value()] == cell.stored);
    }
}

}  // namespace

TEST_CASE("the ledgers of these tests have every field of every kind", "[data][intake]")
{
    std::set<std::string_view> seen;
    for (const LedgerOfKind& ledger : ledger_of_every_kind()) {
        CAPTURE(ledger.kind);
        seen.insert(ledger.kind);
        CHECK(ledger.cells.size() == find_kind(ledger.kind)->fields.size());
    }
    CHECK(seen.size() == kinds().size());
}

TEST_CASE("a ledger of every kind is imported, in Chinese, in English and as a workbook", "[data][intake]")
{
    for (const LedgerOfKind& ledger : ledger_of_every_kind())
        for (const auto& bytes : {chinese_csv(ledger), english_csv(ledger), chinese_xlsx(ledger)}) {
            ImportDesk desk;
            const SheetReport sheet = desk.import_text(bytes);
            CAPTURE(ledger.kind, bytes.substr(0, 2), issues(sheet));
            CHECK(sheet.kind == ledger.kind);
            CHECK(counts(sheet) == "rows 1 added 1");
            CHECK(sheet.sheet == (bytes.starts_with("PK") ? "名册" : ""));
            check_stored(desk, ledger);
            CHECK(desk.changes() == 2);
        }
}

TEST_CASE("an unmasked export of every kind changes nothing when it is imported again", "[data][intake]")
{
    ImportDesk desk;
    for (const LedgerOfKind& ledger : ledger_of_every_kind()) CHECK(desk.import_text(chinese_csv(ledger)).added == 1);
    const std::size_t changes = desk.changes();
    Snapshot before = desk.snapshot();
    add_recorded_tracks(before, desk.bureau);
    for (const KindInfo* kind : kinds())
        for (const bool chinese : {true, false}) {
            CAPTURE(kind->key, chinese);
            const SheetReport sheet = desk.import_text(export_csv(before, *kind, {chinese, true}));
            CAPTURE(issues(sheet));
            CHECK(sheet.kind == kind->key);
            CHECK(counts(sheet) == "rows 1 unchanged 1");
            CHECK_FALSE(desk.last.change);
        }
    CHECK(desk.changes() == changes);
}

TEST_CASE("a masked export wipes out nobody when it is imported", "[data][intake]")
{
    ImportDesk desk;
    for (const LedgerOfKind& ledger : ledger_of_every_kind()) CHECK(desk.import_text(chinese_csv(ledger)).added == 1);
    const std::size_t changes = desk.changes();
    const Snapshot before = desk.snapshot();
    const SheetReport schools = desk.import_text(export_csv(before, kind_info<School>, {}));
    CHECK(counts(schools) == "rows 1 unchanged 1");
    CHECK(issues(schools) == Issues{"2 安全负责人 masked_text", "2 联系电话 masked_text"});
    const SheetReport drivers = desk.import_text(export_csv(before, kind_info<Driver>, {}));
    CHECK(counts(drivers) == "rows 1 refused 1");
    CHECK(desk.changes() == changes);
}
