#include "data/intake/hand_entry.hpp"

#include "data/intake/cell_value.hpp"
#include "data/intake/header.hpp"
#include "data/intake/row_check.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/kinds/kinds.hpp"
#include "data/register/stored_value.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

RowIssue wrong(std::string_view column, IssueCode code, std::string value = {},
               std::vector<std::string> parameters = {})
{
    return {0, std::string{column}, code, IssueSeverity::refused, std::move(value), std::move(parameters)};
}

std::expected<Value, RowIssue> read_text(const KindInfo& kind, std::size_t field, std::string_view text,
                                         const CellContext& context)
{
    auto read = read_entry_value(kind, field, text, context);
    if (!read) return std::unexpected(std::move(read.error()));
    return std::move(read->value);
}

/// The parts of a key as they are typed: the last one takes what is left.
std::vector<std::string_view> parts_of(std::string_view key, std::size_t count)
{
    std::vector<std::string_view> parts;
    while (parts.size() + 1 < count) {
        const std::size_t slash = key.find('/');
        if (slash == std::string_view::npos) break;
        parts.push_back(key.substr(0, slash));
        key.remove_prefix(slash + 1);
    }
    parts.push_back(key);
    return parts;
}

/// The key in the form in which the register keeps it: 吉g-12345 as 吉G12345.
std::expected<std::string, RowIssue> read_key(const KindInfo& kind, std::span<const std::uint8_t> key,
                                              std::string_view typed, const CellContext& context)
{
    const auto parts = parts_of(typed, key.size());
    if (parts.size() != key.size())
        return std::unexpected(wrong(kind.fields[key[parts.size()]].key, IssueCode::missing_required));
    std::string canonical;
    for (std::size_t i = 0; i < key.size(); ++i) {
        if (i > 0) canonical += '/';
        if (is_blank(parts[i])) continue;
        const auto value = read_text(kind, key[i], parts[i], context);
        if (!value) return std::unexpected(value.error());
        if (const auto* text = std::get_if<std::string>(&*value))
            canonical += *text;
        else if (const auto* whole = std::get_if<std::int64_t>(&*value))
            canonical += std::to_string(*whole);
    }
    return canonical;
}

/// By the first key that it can be, the later ones first: 吉G12345/2026-08-06 is an application, not a permit's number.
std::expected<std::string, RowIssue> read_any_key(const KindInfo& kind, std::string_view typed,
                                                  const CellContext& context)
{
    if (is_blank(typed))
        return std::unexpected(wrong(kind.fields[kind.keys.front().front()].key, IssueCode::missing_required));
    for (std::size_t i = kind.keys.size(); i-- > 1;)
        if (auto key = read_key(kind, kind.keys[i], typed, context)) return key;
    return read_key(kind, kind.keys.front(), typed, context);
}

}  // namespace

std::expected<EntryValue, RowIssue> read_entry_value(const KindInfo& kind, std::size_t field, std::string_view text,
                                                     const CellContext& context)
{
    const FieldInfo& info = kind.fields[field];
    EntryValue entry{Cleared{}};
    if (!is_blank(text)) {
        auto read = read_cell({0, CellKind::text, 0, text}, cell_meaning(kind, field), context);
        if (!read)
            return std::unexpected(
                wrong(info.key, read.error().code, issue_value(text, info), read.error().parameters));
        const bool put_right =
            read->doubt && (lacks_its_form(read->doubt->code) || read->doubt->code == IssueCode::masked_text);
        if (put_right)
            return std::unexpected(
                wrong(info.key, read->doubt->code, issue_value(text, info), read->doubt->parameters));
        if (is_given(read->value)) entry.value = std::move(read->value);
        if (read->doubt) {
            entry.doubt = wrong(info.key, read->doubt->code, issue_value(text, info), read->doubt->parameters);
            entry.doubt->severity = IssueSeverity::warning;
        }
    }
    if (!is_given(entry.value) && info.required) return std::unexpected(wrong(info.key, IssueCode::missing_required));
    return entry;
}

std::expected<PutRecord, RowIssue> read_hand_entry(std::string_view kind, std::string_view key,
                                                   std::span<const std::string> fields, const Region& region)
{
    const KindInfo* info = find_kind(kind);
    if (info == nullptr) return std::unexpected(wrong(kind, IssueCode::unknown_column));
    const CellContext context = cell_context(region);
    const HeaderNames names(*info);
    auto canonical = read_any_key(*info, key, context);
    if (!canonical) return std::unexpected(canonical.error());
    PutRecord put{std::string{info->key}, std::move(*canonical), {}};
    for (const std::string& entry : fields) {
        const std::size_t equals = std::min(entry.find('='), entry.size());
        const std::string_view name = trimmed(std::string_view{entry}.substr(0, equals));
        const auto field = names.field(name);
        if (!field || equals == entry.size()) return std::unexpected(wrong(name, IssueCode::unknown_column));
        const std::string_view text = std::string_view{entry}.substr(equals + 1);
        auto value = read_text(*info, *field, text, context);
        if (!value) return std::unexpected(value.error());
        put.fields.push_back({std::string{info->fields[*field].key}, std::move(*value)});
    }
    return put;
}

}  // namespace xiaoan::data
