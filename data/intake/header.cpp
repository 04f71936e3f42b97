#include "data/intake/header.hpp"

#include "data/intake/csv.hpp"
#include "data/intake/utf8.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/kinds/kinds.hpp"

#include "embedded/data_intake.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

// Longer parts first, so that 到期日期 is not left as 止日期. formats.md 3.2.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> interchangeable{{
    {"到期日期", "止"},
    {"到期日", "止"},
    {"到期", "止"},
    {"至", "止"},
    {"装置", ""},
    {"设备", ""},
    {"号码", "号"},
    {"编号", "号"},
    {"企业", "单位"},
    {"公司", "单位"},
    {"驾驶员", "驾驶人"},
    {"司机", "驾驶人"},
    {"逃生锤", "安全锤"},
    {"帐", "账"},
    {"學", "学"},
}};

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

constexpr bool opens(char32_t c)
{
    return c == U'(' || c == U'[' || c == U'{' || c == U'【' || c == U'〔' || c == U'〈' || c == U'《';
}

constexpr bool closes(char32_t c)
{
    return c == U')' || c == U']' || c == U'}' || c == U'】' || c == U'〕' || c == U'〉' || c == U'》';
}

constexpr bool dropped(char32_t c)
{
    return c == U'*' || c == U'_' || c == U'-' || c == U':' || c == U'、' || c == U'★' || c == U'※';
}

/// Splits a compact header into what stands outside brackets and what the last brackets hold.
std::pair<std::string, std::string> outside_and_inside(std::string_view header)
{
    const std::string plain = lower_ascii(compact(header));
    std::string outside, inside;
    int depth = 0;
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t c = next_code_point(plain, at);
        if (opens(c)) {
            if (depth++ == 0) inside.clear();
        } else if (closes(c)) {
            if (depth > 0) --depth;
        } else if (depth > 0) {
            append_utf8(inside, c);
        } else if (!dropped(c)) {
            append_utf8(outside, c);
        }
    }
    return {outside, inside};
}

/// Whether the columns seen hold one of the natural keys of a kind that has several: a list of registration numbers
/// alone is no list of permits.
bool names_a_key(const KindInfo& kind, const std::vector<bool>& seen)
{
    const auto all_seen = [&](std::span<const std::uint8_t> key) {
        return std::ranges::all_of(key, [&](std::uint8_t field) { return seen[field]; });
    };
    return kind.keys.size() < 2 || std::ranges::any_of(kind.keys, all_seen);
}

}  // namespace

std::string normalised_header(std::string_view header)
{
    std::string form = outside_and_inside(header).first;
    for (const auto& [from, to] : interchangeable) replace_all(form, from, to);
    return form;
}

std::string header_unit(std::string_view header)
{
    return outside_and_inside(header).second;
}

std::vector<HeaderVariant> shipped_header_variants()
{
    const std::string_view table = intake::embedded_file("headers.csv");
    const auto rows = read_csv(table, ',');
    std::vector<HeaderVariant> variants;
    SheetRow row;
    while (rows->next(row))
        if (row.number > 1 && row.cells.size() == 3)
            variants.push_back(
                {std::string{row.cells[0].text}, std::string{row.cells[1].text}, std::string{row.cells[2].text}});
    return variants;
}

HeaderNames::HeaderNames(const KindInfo& kind, std::span<const HeaderVariant> variants) : kind_(&kind)
{
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        field_by_form_.try_emplace(normalised_header(kind.fields[i].key), i);
        field_by_form_.try_emplace(normalised_header(kind.fields[i].header), i);
    }
    for (const HeaderVariant& variant : variants) {
        if (variant.kind != "*" && variant.kind != kind.key) continue;
        if (const auto index = kind.field(variant.key))
            field_by_form_.try_emplace(normalised_header(variant.header), *index);
    }
}

std::optional<std::size_t> HeaderNames::field(std::string_view header) const
{
    const auto found = field_by_form_.find(normalised_header(header));
    return found != field_by_form_.end() ? std::optional{found->second} : std::nullopt;
}

const KindInfo* kind_of_headers(std::span<const std::string> headers, std::span<const HeaderVariant> variants,
                                bool county_given)
{
    const KindInfo* best = nullptr;
    std::size_t best_known = 0;
    bool tied = false;
    for (const KindInfo* kind : kinds()) {
        const HeaderNames names(*kind, variants);
        std::vector<bool> seen(kind->fields.size());
        for (const std::string& header : headers)
            if (const auto field = names.field(header)) seen[*field] = true;
        std::size_t known = 0;
        bool complete = true;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const FieldInfo& field = kind->fields[i];
            if (seen[i])
                ++known;
            else if (field.required && !(county_given && field.type == FieldType::county))
                complete = false;
        }
        if (!complete || !names_a_key(*kind, seen) || known == 0 || known < best_known) continue;
        if (known == best_known && best && kind->fields.size() > best->fields.size()) continue;
        tied = known == best_known && best && kind->fields.size() == best->fields.size();
        best = kind;
        best_known = known;
    }
    return tied ? nullptr : best;
}

}  // namespace xiaoan::data
