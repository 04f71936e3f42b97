#include "data/export/export_csv.hpp"

#include "data/export/csv_cell.hpp"
#include "data/kinds/record_values.hpp"

#include <fmt/format.h>

#include <charconv>

namespace xiaoan::data {

namespace {

std::string chinese_text(const std::string& stored, const FieldInfo& field, const Region* region)
{
    if (field.type == FieldType::date && stored == "none") return "无";
    if (field.type == FieldType::answer) return stored == "yes" ? "是" : "否";
    if (field.type == FieldType::county && region != nullptr) {
        std::uint32_t adcode = 0;
        std::from_chars(stored.data(), stored.data() + stored.size(), adcode);
        if (const County* county = region->county(Adcode{adcode})) return county->name_zh;
    }
    for (const Word& each : field.words)
        if (each.word == stored) return std::string{each.zh};
    return stored;
}

/// Calls `use` with the table of the kind's records.
template <class Use>
void with_table(const Snapshot& snapshot, const KindInfo& kind, Use&& use)
{
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        if (&kind == &kind_info<Record>) use(snapshot.all<Record>());
    });
}

}  // namespace

std::string ledger_text(const Value& value, const FieldInfo& field, const Region* region, bool chinese)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return chinese ? chinese_text(*text, field, region) : *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);  // shortest that reads back
    return {};
}

std::string export_csv(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options)
{
    std::string csv = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (i > 0) csv += ',';
        append_csv_cell(csv, options.chinese ? kind.fields[i].header : kind.fields[i].key);
    }
    csv += "\r\n";
    const auto open = [&](PersonRef person, const FieldInfo& field) -> Value {
        if (!person.given() || !snapshot.people) return {};
        if (!options.unmasked) return snapshot.people->masked(person, field.type);
        const auto text = snapshot.people->text(person);
        return text ? Value{*text} : Value{};
    };
    with_table(snapshot, kind, [&](const auto& table) {
        for (const auto& record : table) {
            const auto values = values_of(record, open);
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (i > 0) csv += ',';
                append_csv_cell(csv, ledger_text(values[i], kind.fields[i], snapshot.region.get(), options.chinese));
            }
            csv += "\r\n";
        }
    });
    return csv;
}

std::size_t record_count(const Snapshot& snapshot, const KindInfo& kind)
{
    std::size_t count = 0;
    with_table(snapshot, kind, [&](const auto& table) { count = table.size(); });
    return count;
}

}  // namespace xiaoan::data
