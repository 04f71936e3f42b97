#include "console/changes/change_words.hpp"

#include "console/language/wording.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::changes {

namespace {

using language::Language;
using language::tr;

/// "permit.valid_to" of a field that is named with or without its kind.
std::string whole_field(std::string_view kind, std::string_view field)
{
    if (field.find('.') != std::string_view::npos) return std::string{field};
    const data::KindInfo* known = data::find_kind(kind);
    return fmt::format("{}.{}", known != nullptr ? known->singular : kind == "cases" ? "case" : kind, field);
}

std::string label_of(const std::string& field, Language language)
{
    if (const std::string key = "field." + field; language::has(key)) return std::string{tr(language, key)};
    if (const std::string key = "changes.field." + field; language::has(key)) return std::string{tr(language, key)};
    const std::string bare = field.substr(field.find('.') + 1);  // what records of every kind have
    if (const std::string key = "changes.field." + bare; language::has(key)) return std::string{tr(language, key)};
    return bare;
}

/// "replied 已补办标牌" -> "回复 已补办标牌".
std::string event_text(const std::string& text, Language language)
{
    const auto end = std::min(text.find(' '), text.size());
    const std::string key = "case_event." + text.substr(0, end);
    return language::has(key) ? std::string{tr(language, key)} + text.substr(end) : text;
}

std::string shown_value(const data::Snapshot& snapshot, const std::string& field, const data::Value& value,
                        Language language)
{
    const auto* text = std::get_if<std::string>(&value);
    if (text != nullptr && !text->empty()) {
        if (field.ends_with(".retired_at")) return moment_text(*text);
        if (field == "case.event") return event_text(*text, language);
        if (field == "case.department") return std::string{tr(language, "department." + *text)};
        if (field == "case.subject_kind")
            return std::string{tr(language, *text == "matter" ? "cases.matter" : "record." + *text)};
        if (field == "case.state") return std::string{tr(language, "case_state." + *text)};
        if (field == "settlements.decision") return std::string{tr(language, "conflicts.decision." + *text)};
    }
    return rules::shown_value(snapshot, field, value, language);
}

}  // namespace

std::string reason_text(const data::Change& change, Language language)
{
    const auto colon = change.reason.find(": ");
    const data::KindInfo* kind = data::find_kind(change.reason.substr(0, colon));
    if (change.command != "put" || kind == nullptr || colon == std::string::npos) return change.reason;
    std::string fields;
    for (auto at = colon + 2; at < change.reason.size();) {
        const auto end = std::min(change.reason.find(", ", at), change.reason.size());
        if (!fields.empty()) fields += tr(language, "changes.and");
        fields += label_of(whole_field(kind->key, change.reason.substr(at, end - at)), language);
        at = end + 2;
    }
    return tr(language, "changes.what", {std::string{tr(language, fmt::format("kind.{}", kind->key))}, fields});
}

std::string what_text(const data::Change& change, Language language)
{
    if (change.undoes)
        return tr(language, "changes.undid", {language::grouped(static_cast<std::size_t>(change.undoes->value))});
    const std::string what{tr(language, "command." + change.command)};
    if (change.reason.empty()) return what;
    return tr(language, "changes.what", {what, reason_text(change, language)});
}

std::string record_name(const data::RecordChange& record, Language language)
{
    const data::KindInfo* known = data::find_kind(record.kind);
    const std::string key = known != nullptr ? fmt::format("kind.{}", known->key) : "changes.kind." + record.kind;
    const std::string shown = record.kind == "buses" ? language::shown_registration_number(record.key) : record.key;
    return fmt::format("{} {}", language::has(key) ? tr(language, key) : record.kind, shown);
}

std::string record_outcome(const data::RecordChange& record, Language language)
{
    using What = data::RecordChange::What;
    if (record.what == What::added) return std::string{tr(language, "changes.added")};
    if (record.what == What::removed) return std::string{tr(language, "changes.removed")};
    return tr(language, "changes.changed", {std::to_string(record.fields.size())});
}

FieldText field_text(const data::Snapshot& snapshot, const data::RecordChange& record, const data::FieldChange& field,
                     Language language)
{
    const std::string whole = whole_field(record.kind, field.field);
    return {label_of(whole, language), shown_value(snapshot, whole, field.old_value, language),
            shown_value(snapshot, whole, field.new_value, language)};
}

}  // namespace xiaoan::changes
