#include "console/desk/record_texts.hpp"

#include "console/rules/wording.hpp"
#include "data/kinds/record_values.hpp"

#include <charconv>

namespace xiaoan::desk {

namespace {

/// As it is typed: a county by its name, a word in the language, a date as it is.
std::string typed(const data::Snapshot& snapshot, const data::KindInfo& kind, const data::FieldInfo& field,
                  const data::Value& value, language::Language language)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return {};
    if (field.type == data::FieldType::county) {
        data::Adcode code;
        std::from_chars(text->data(), text->data() + text->size(), code.value);
        return rules::county_name(snapshot, code, language);
    }
    if (field.words.empty()) return *text;
    return rules::value_text(std::string{kind.singular} + "." + std::string{field.key}, *text, language);
}

/// The natural key of a record as one text: its parts joined by '/'.
std::string joined_key(const data::KindInfo& kind, const std::vector<data::Value>& values)
{
    std::string key;
    for (const auto field : kind.keys[0]) {
        if (field != kind.keys[0][0]) key += '/';
        if (const auto* text = std::get_if<std::string>(&values[field])) key += *text;
        if (const auto* whole = std::get_if<std::int64_t>(&values[field])) key += std::to_string(*whole);
    }
    return key;
}

}  // namespace

std::vector<std::string> record_texts(const data::Snapshot& snapshot, const data::KindInfo& kind, std::string_view key,
                                      language::Language language)
{
    std::vector<std::string> texts;
    data::for_each_kind([&]<class Record>(std::type_identity<Record>) {
        if (&kind != &data::kind_info<Record>) return;
        for (const Record& record : snapshot.all<Record>()) {
            const auto values =
                data::values_of(record, [](data::PersonRef, const data::FieldInfo&) { return data::Value{}; });
            if (joined_key(kind, values) != key) continue;
            for (std::size_t i = 0; i < values.size(); ++i)
                texts.push_back(typed(snapshot, kind, kind.fields[i], values[i], language));
            return;
        }
    });
    return texts;
}

}  // namespace xiaoan::desk
