#include "data/export/ledger.hpp"

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

void for_each_record(const Snapshot& snapshot, const KindInfo& kind, const ExportOptions& options,
                     const std::function<void(std::span<const Value>)>& use)
{
    const auto open = [&](PersonRef person, const FieldInfo& field) -> Value {
        if (!person.given() || !snapshot.people) return {};
        if (!options.unmasked) return snapshot.people->masked(person, field.type);
        const auto text = snapshot.people->text(person);
        return text ? Value{*text} : Value{};
    };
    with_table(snapshot, kind, [&](const auto& table) {
        for (const auto& record : table) use(values_of(record, open));
    });
}

std::size_t record_count(const Snapshot& snapshot, const KindInfo& kind)
{
    std::size_t count = 0;
    with_table(snapshot, kind, [&](const auto& table) { count = table.size(); });
    return count;
}

std::string ledger_text(const Value& value, const FieldInfo& field, const Region* region, bool chinese)
{
    if (const auto* text = std::get_if<std::string>(&value))
        return chinese ? chinese_text(*text, field, region) : *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);  // shortest that reads back
    return {};
}

std::string_view ledger_header(const FieldInfo& field, bool chinese)
{
    return chinese ? field.header : field.key;
}

}  // namespace xiaoan::data
