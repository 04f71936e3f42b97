#include "console/records/entry_form.hpp"

#include "console/rules/field_words.hpp"
#include "data/intake/hand_entry.hpp"
#include "data/intake/position_value.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/register/people.hpp"
#include "data/register/record_key.hpp"
#include "data/register/stored_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::records {

namespace {

using data::FieldType;
using data::Value;
using language::Language;

/// Chosen from few values rather than typed.
bool is_chosen(FieldType type)
{
    return type == FieldType::word || type == FieldType::answer || type == FieldType::county ||
           type == FieldType::weekdays;
}

data::RowIssue issue_of(const data::FieldInfo& field, data::IssueCode code, data::IssueSeverity severity,
                        std::string value = {})
{
    return {0, std::string{field.key}, code, severity, std::move(value), {}};
}

/// "drink_driving:2026-03-02" -> "酒后驾驶:2026-03-02": as the entry of a ledger says it.
std::string driver_record_text(const std::string& record, Language language)
{
    if (language == Language::en) return record;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> words{{{"points_12", "记满12分"},
                                                                                  {"drink_driving", "酒后驾驶"},
                                                                                  {"serious_crash", "重大事故"},
                                                                                  {"serious_violation", "严重违法"},
                                                                                  {"crime", "犯罪"}}};
    std::string text = record;
    for (const auto& [word, chinese] : words)
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + chinese.size()))
            text.replace(at, word.size(), chinese);
    return text;
}

}  // namespace

std::string EntryForm::typed_text(const data::FieldInfo& field, const Value& value, Language language)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return {};
    if (*text == "none" && (field.type == FieldType::date || field.key == "record"))
        return std::string{language::tr(language, "value.none")};
    if (field.type == FieldType::date && *text == data::iso(data::no_end))
        return std::string{language::tr(language, "term.no_end")};
    if (field.key == "record") return driver_record_text(*text, language);
    return *text;
}

EntryForm::EntryForm(std::shared_ptr<const data::Snapshot> snapshot, const data::KindInfo& kind, Language language)
    : snapshot_(std::move(snapshot)),
      kind_(&kind),
      language_(language),
      context_(data::cell_context(*snapshot_->region)),
      fields_(kind.fields.size())
{
    for (std::size_t i = 0; i < fields_.size(); ++i) check(i);
}

std::optional<EntryForm> EntryForm::of(std::shared_ptr<const data::Snapshot> snapshot, const data::KindInfo& kind,
                                       data::RecordId id, Language language)
{
    const data::RecordRows rows(*snapshot, kind);
    const auto row = rows.find(id);
    if (!row) return std::nullopt;
    EntryForm form(snapshot, kind, language);
    form.id_ = id;
    form.key_ = rows.key(*row);
    form.title_ = rules::shown_key(kind, rows.shown_key(*row));
    for (std::size_t i = 0; i < form.fields_.size(); ++i) {
        EntryField& field = form.fields_[i];
        const Value value = rows.value(*row, i);
        if (data::is_personal(kind.fields[i].type)) {
            if (const auto* masked = std::get_if<std::string>(&value)) field.masked = *masked;
        } else {
            field.recorded = field.value = value;
            field.typed = typed_text(kind.fields[i], value, language);
        }
        form.check(i);
    }
    return form;
}

void EntryForm::check(std::size_t index)
{
    EntryField& field = fields_[index];
    const data::FieldInfo& info = kind_->fields[index];
    field.issue.reset();
    if (is_chosen(info.type)) {
        if (info.required && !data::is_given(field.value))
            field.issue = issue_of(info, data::IssueCode::missing_required, data::IssueSeverity::refused);
        return;
    }
    if (field.chosen.given() && field.typed.empty()) return;
    // What is recorded stands as it is, also where it would be read otherwise today.
    if (data::is_given(field.recorded) && field.typed == typed_text(info, field.recorded, language_)) {
        field.value = field.recorded;
        return;
    }
    const bool kept = data::is_personal(info.type) && data::is_blank(field.typed) && !field.masked.empty();
    if (kept && !(field.cleared && info.required)) {
        field.value = field.cleared ? Value{data::Cleared{}} : Value{};
        return;
    }
    auto read = data::read_entry_value(*kind_, index, field.typed, context_);
    if (!read) {
        field.value = data::Cleared{};
        field.issue = std::move(read.error());
        return;
    }
    field.value = std::move(read->value);
    field.issue = std::move(read->doubt);
}

void EntryForm::type(std::size_t index, std::string text)
{
    EntryField& field = fields_[index];
    field.typed = std::move(text);
    field.chosen = {};
    field.cleared = false;
    check(index);
    check_position();
}

void EntryForm::choose(std::size_t index, const Value& value)
{
    EntryField& field = fields_[index];
    field.value = data::is_given(value) ? value : Value{data::Cleared{}};
    field.typed = typed_text(kind_->fields[index], value, language_);
    field.touched = true;
    check(index);
    find_twin_after(index);
}

void EntryForm::choose_person(std::size_t index, data::PersonRef person, std::string masked)
{
    EntryField& field = fields_[index];
    field.typed.clear();
    field.chosen = person;
    field.chosen_masked = std::move(masked);
    field.cleared = false;
    field.issue.reset();
    field.value = {};
    find_twin_after(index);
}

void EntryForm::clear_person(std::size_t index, bool cleared)
{
    EntryField& field = fields_[index];
    field.typed.clear();
    field.chosen = {};
    field.cleared = cleared;
    field.touched = true;
    check(index);
}

void EntryForm::leave(std::size_t index)
{
    fields_[index].touched = true;
    find_twin_after(index);
}

void EntryForm::touch_all()
{
    for (EntryField& field : fields_) field.touched = true;
    find_twin();
}

/// Longitude and latitude are doubtful as a pair: swapped, or outside the country.
void EntryForm::check_position()
{
    const auto lon = kind_->field("lon"), lat = kind_->field("lat");
    if (!lon || !lat) return;
    EntryField &east = fields_[*lon], &north = fields_[*lat];
    check(*lon);
    check(*lat);
    if (east.refused() || north.refused()) return;
    const bool both = !data::is_blank(east.typed) && !data::is_blank(north.typed);
    if (data::is_blank(east.typed) != data::is_blank(north.typed)) {
        EntryField& missing = data::is_blank(east.typed) ? east : north;
        const data::FieldInfo& info = kind_->fields[data::is_blank(east.typed) ? *lon : *lat];
        missing.issue = issue_of(info, data::IssueCode::missing_required, data::IssueSeverity::refused);
    }
    if (!both) return;
    const auto read = data::parse_position(east.typed, north.typed, data::Datum::cgcs2000);
    if (!read) {
        const bool of_lon = read.error().part == data::PairPart::lon;
        data::RowIssue issue = issue_of(kind_->fields[of_lon ? *lon : *lat], read.error().fault.code,
                                        data::IssueSeverity::refused, of_lon ? east.typed : north.typed);
        issue.parameters = read.error().fault.parameters;
        (of_lon ? east : north).issue = std::move(issue);
        return;
    }
    east.value = read->value.lon;
    north.value = read->value.lat;
    if (read->doubt)
        north.issue = issue_of(kind_->fields[*lat], read->doubt->code, data::IssueSeverity::warning,
                               east.typed + " " + north.typed);
}

Value EntryForm::given(std::size_t index) const
{
    const EntryField& field = fields_[index];
    if (field.chosen.given()) return snapshot_->people->text(field.chosen).value_or(std::string{});
    return field.value;
}

void EntryForm::find_twin_after(std::size_t index)
{
    const auto& key = kind_->keys.front();
    if (std::ranges::find(key, index) != key.end()) find_twin();
}

void EntryForm::find_twin()
{
    twin_.reset();
    std::vector<Value> values;
    values.reserve(fields_.size());
    bool changed = !id_;
    for (const std::uint8_t field : kind_->keys.front()) changed = changed || is_changed(field);
    if (!changed) return;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const bool kept_person = data::is_personal(kind_->fields[i].type) && !is_changed(i);
        values.push_back(kept_person ? Value{} : given(i));
    }
    if (!data::gives_key(*kind_, kind_->keys.front(), values)) return;
    const data::RecordRows rows(*snapshot_, *kind_);
    const auto row = rows.find(kind_->keys.front(), values);
    if (row && rows.id(*row) != id_.value_or(data::RecordId{})) twin_ = rows.id(*row);
}

bool EntryForm::is_changed(std::size_t index) const
{
    const EntryField& field = fields_[index];
    if (data::is_personal(kind_->fields[index].type))
        return field.chosen.given() || field.cleared || !data::is_blank(field.typed);
    if (field.refused() && !data::is_blank(field.typed)) return true;
    const bool nothing = !data::is_given(field.value);
    return nothing ? data::is_given(field.recorded) : field.value != field.recorded;
}

bool EntryForm::is_changed() const
{
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (is_changed(i)) return true;
    return false;
}

bool EntryForm::changes_vin() const
{
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (kind_->fields[i].type == FieldType::vin)
            return id_ && data::is_given(fields_[i].recorded) && data::is_given(fields_[i].value) && is_changed(i);
    return false;
}

std::vector<std::size_t> EntryForm::problems() const
{
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i].refused()) fields.push_back(i);
    // A kind with two keys needs one of them; of an application that is the second.
    std::vector<Value> values;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const bool kept_person = data::is_personal(kind_->fields[i].type) && !is_changed(i) && id_;
        values.push_back(kept_person ? Value{std::string{"kept"}} : given(i));
    }
    const bool any_key = std::ranges::any_of(
        kind_->keys, [&](std::span<const std::uint8_t> key) { return data::gives_key(*kind_, key, values); });
    if (!any_key)
        for (const std::uint8_t field : kind_->keys.back())
            if (!data::is_given(values[field]) && std::ranges::find(fields, field) == fields.end())
                fields.push_back(field);
    std::ranges::sort(fields);
    return fields;
}

std::vector<EntryChange> EntryForm::changes(Language language) const
{
    std::vector<EntryChange> all;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (!is_changed(i)) continue;
        const EntryField& field = fields_[i];
        const auto shown = [&](const Value& value) {
            return rules::shown_value(*snapshot_, *kind_, i, value, language);
        };
        if (!data::is_personal(kind_->fields[i].type)) {
            all.push_back({i, shown(field.recorded), field.refused() ? field.typed : shown(field.value)});
            continue;
        }
        const std::string after = field.chosen.given()          ? field.chosen_masked
                                  : data::is_blank(field.typed) ? shown({})
                                                                : data::masked(field.typed, kind_->fields[i].type);
        all.push_back({i, field.masked.empty() ? shown({}) : field.masked, after});
    }
    return all;
}

data::PutRecord EntryForm::command() const
{
    data::PutRecord put{std::string{kind_->key}, key_, {}, correction && changes_vin(), !id_};
    std::vector<Value> values;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        values.push_back(given(i));
        if (is_changed(i)) put.fields.push_back({std::string{kind_->fields[i].key}, values.back()});
    }
    if (id_) return put;
    // A new record is named by the first of its keys that is given.
    std::size_t key = 0;
    while (key + 1 < kind_->keys.size() && !data::gives_key(*kind_, kind_->keys[key], values)) ++key;
    for (const std::uint8_t field : kind_->keys[key]) {
        if (field != kind_->keys[key].front()) put.key += '/';
        if (const auto* text = std::get_if<std::string>(&values[field]))
            put.key += *text;
        else if (const auto* whole = std::get_if<std::int64_t>(&values[field]))
            put.key += std::to_string(*whole);
    }
    return put;
}

}  // namespace xiaoan::records
