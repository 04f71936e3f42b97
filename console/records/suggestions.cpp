#include "console/records/suggestions.hpp"

#include "data/intake/reference_check.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/register/stored_value.hpp"

#include <algorithm>
#include <map>

namespace xiaoan::records {

namespace {

using data::FieldType;
using data::Value;

std::string sought(std::string_view text)
{
    return data::lower_ascii(data::compact(text));
}

std::string as_text(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string{};
}

/// What tells a record apart beside its key: its name, of a bus whose it is.
std::optional<std::size_t> telling_field(const data::KindInfo& kind)
{
    const auto name = kind.field("name");
    return name ? name : kind.field("operator");
}

}  // namespace

bool Suggestions::has(const data::KindInfo& kind, std::size_t field)
{
    if (data::referred_kind(kind, field) != nullptr) return true;
    const bool is_key = std::ranges::any_of(
        kind.keys, [&](std::span<const std::uint8_t> key) { return std::ranges::find(key, field) != key.end(); });
    return kind.fields[field].type == FieldType::text && !is_key && kind.fields[field].key != "name";
}

void Suggestions::gather(const data::Snapshot& snapshot, const data::KindInfo& kind, std::size_t field)
{
    all_.clear();
    if (const data::KindInfo* to = data::referred_kind(kind, field); to != nullptr) {
        const data::RecordRows rows(snapshot, *to);
        const std::size_t key = to->keys.front().front();
        const auto telling = telling_field(*to);
        const bool people = data::is_personal(to->fields[key].type);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            Suggestion one{as_text(rows.value(row, key)), telling ? as_text(rows.value(row, *telling)) : std::string{}};
            if (people) one.person = rows.people(row)[key];
            one.sought = sought(one.text + one.side);
            if (!one.text.empty()) all_.push_back(std::move(one));
        }
        return;
    }
    const data::RecordRows rows(snapshot, kind);
    std::map<std::string, std::size_t> used;
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (auto text = as_text(rows.value(row, field)); !text.empty()) ++used[std::move(text)];
    std::vector<std::pair<std::size_t, std::string>> by_use;
    for (auto& [text, times] : used) by_use.emplace_back(times, text);
    std::ranges::sort(by_use, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (auto& [times, text] : by_use) all_.push_back({text, {}, {}, sought(text)});
}

std::vector<Suggestion> Suggestions::matching(const std::shared_ptr<const data::Snapshot>& snapshot,
                                              const data::KindInfo& kind, std::size_t field, std::string_view typed,
                                              std::size_t most)
{
    if (!has(kind, field)) return {};
    if (snapshot_ != snapshot || kind_ != &kind || field_ != field) {
        gather(*snapshot, kind, field);
        snapshot_ = snapshot;
        kind_ = &kind;
        field_ = field;
    }
    const std::string wanted = sought(typed);
    std::vector<Suggestion> begin, hold;
    for (const Suggestion& each : all_) {
        const std::size_t at = wanted.empty() ? 0 : each.sought.find(wanted);
        if (at == std::string::npos) continue;
        auto& list = at == 0 ? begin : hold;
        if (list.size() < most) list.push_back(each);
        if (begin.size() == most) break;
    }
    for (Suggestion& each : hold)
        if (begin.size() < most) begin.push_back(std::move(each));
    if (begin.size() == 1 && sought(begin.front().text) == wanted && !begin.front().person.given()) begin.clear();
    return begin;
}

}  // namespace xiaoan::records
