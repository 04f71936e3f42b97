#include "data/intake/header.hpp"

#include "data/intake/csv.hpp"
#include "data/intake/header_subject.hpp"
#include "data/intake/source_file.hpp"
#include "data/kinds/kinds.hpp"

#include "embedded/data_intake.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

using Rank = HeaderMeaning::Rank;

/// Whether the columns seen hold one of the natural keys of a kind that has several: a list of registration numbers
/// alone is no list of permits.
bool names_a_key(const KindInfo& kind, const std::vector<bool>& seen)
{
    const auto all_seen = [&](std::span<const std::uint8_t> key) {
        return std::ranges::all_of(key, [&](std::uint8_t field) { return seen[field]; });
    };
    return kind.keys.size() < 2 || std::ranges::any_of(kind.keys, all_seen);
}

/// The form without one of the prefixes and one of the suffixes, every way there is.
std::vector<std::string_view> stripped(std::string_view form, std::span<const std::string_view> prefixes,
                                       std::span<const std::string_view> suffixes)
{
    std::vector<std::string_view> results;
    const auto strip_end = [&](std::string_view text) {
        for (const std::string_view suffix : suffixes)
            if (text.size() > suffix.size() && text.ends_with(suffix))
                results.push_back(text.substr(0, text.size() - suffix.size()));
    };
    for (const std::string_view prefix : prefixes)
        if (form.size() > prefix.size() && form.starts_with(prefix)) {
            results.push_back(form.substr(prefix.size()));
            strip_end(results.back());
        }
    strip_end(form);
    return results;
}

}  // namespace

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

HeaderForms::HeaderForms(const HeaderPath& path)
{
    for (const std::string& part : path) groups.push_back(normalised_header(part));
    if (groups.empty()) return;
    own = std::move(groups.back());
    groups.pop_back();
    std::erase(groups, std::string{});
    for (std::size_t from = 0; from < groups.size(); ++from) {
        std::string form;
        for (std::size_t i = from; i < groups.size(); ++i) form += groups[i];
        joined.push_back(form + own);
    }
    for (const std::string& group : groups) joined.push_back(own + group);
}

std::string headers_digest(std::span<const HeaderForms> headers)
{
    std::vector<std::string_view> forms;
    for (const HeaderForms& header : headers) forms.emplace_back(header.whole());
    std::ranges::sort(forms);
    std::string text;
    for (const std::string_view form : forms) {
        text += form;
        text += '\n';
    }
    return sha256_hex(text);
}

HeaderNames::HeaderNames(const KindInfo& kind, std::span<const HeaderVariant> variants,
                         std::span<const HeaderVariant> mapped)
    : kind_(&kind)
{
    const auto concerns = [&](const HeaderVariant& variant) { return variant.kind == "*" || variant.kind == kind.key; };
    for (const HeaderVariant& said : mapped)
        if (concerns(said) && (said.key.empty() || kind.field(said.key))) {
            const HeaderMeaning meaning{kind.field(said.key), Rank::mapped};
            add(said.header, meaning);
            std::string without_strokes = said.header;  // 许可/起, as a header with its group is shown
            std::erase(without_strokes, '/');
            add(without_strokes, meaning);
        }
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        add(kind.fields[i].key, {i, Rank::own});
        add(kind.fields[i].header, {i, Rank::own});
    }
    for (const HeaderVariant& variant : variants)
        if (const auto index = concerns(variant) ? kind.field(variant.key) : std::nullopt)
            add(variant.header, {index, Rank::variant});
    // Last, because it is the least said: 发牌时间 is 发牌日期 unless somebody means something else by it.
    for (std::size_t i = 0; i < kind.fields.size(); ++i)
        add_with_date_endings(kind.fields[i].header, {i, Rank::variant});
    for (const HeaderVariant& variant : variants)
        if (const auto index = concerns(variant) ? kind.field(variant.key) : std::nullopt)
            add_with_date_endings(variant.header, {index, Rank::variant});
}

void HeaderNames::add(std::string_view header, HeaderMeaning meaning)
{
    if (std::string form = normalised_header(header); !form.empty()) meaning_of_.try_emplace(std::move(form), meaning);
}

/// Of dates: 日期, 时间 and 日 at the end of a header mean the same.
void HeaderNames::add_with_date_endings(std::string_view header, HeaderMeaning meaning)
{
    if (kind_->fields[meaning.field.value()].type != FieldType::date) return;
    const std::string form = normalised_header(header);
    constexpr std::array<std::string_view, 3> endings{"日期", "时间", "日"};
    for (const std::string_view ending : endings) {
        if (form.size() == ending.size() || !form.ends_with(ending)) continue;
        const std::string stem = form.substr(0, form.size() - ending.size());
        for (const std::string_view other : endings) meaning_of_.try_emplace(stem + std::string{other}, meaning);
        return;
    }
}

std::optional<HeaderMeaning> HeaderNames::exact(const std::string& form) const
{
    const auto found = meaning_of_.find(form);
    return found != meaning_of_.end() ? std::optional{found->second} : std::nullopt;
}

std::optional<HeaderMeaning> HeaderNames::without_subject(const std::string& form) const
{
    const auto rest = below_subject(form, *kind_);
    const auto found = rest ? exact(std::string{*rest}) : std::nullopt;
    return found ? std::optional{HeaderMeaning{found->field, Rank::variant}} : std::nullopt;
}

/// 是否安装卫星定位, 灭火器配备情况, 救生圈数量.
std::optional<HeaderMeaning> HeaderNames::of_answer(const std::string& form) const
{
    constexpr std::array<std::string_view, 15> prefixes{"是否已安装", "是否安装", "是否配备", "是否配有", "是否设置",
                                                        "是否设有",   "是否有",   "是否",     "有无",     "安装",
                                                        "配备",       "设置",     "设立",     "现有",     "车载"};
    constexpr std::array<std::string_view, 18> suffixes{
        "安装情况", "配备情况", "设置情况", "是否安装", "是否配备", "是否设置", "是否齐全", "是否完好", "情况",
        "有无",     "是否有",   "是否",     "配备",     "安装",     "设置",     "数量",     "个数",     "数"};
    for (const std::string_view rest : stripped(form, prefixes, suffixes)) {
        auto found = exact(std::string{rest});
        if (!found) found = without_subject(std::string{rest});
        if (found && found->field && kind_->fields[*found->field].type == FieldType::answer)
            return HeaderMeaning{found->field, Rank::variant};
    }
    return std::nullopt;
}

std::optional<HeaderMeaning> HeaderNames::meaning(const HeaderForms& forms) const
{
    const auto is_mapped = [](const std::optional<HeaderMeaning>& found) {
        return found && found->rank == Rank::mapped;
    };
    for (const std::string& form : forms.joined)
        if (const auto found = exact(form); is_mapped(found)) return found;
    if (const auto found = exact(forms.own); is_mapped(found)) return found;
    for (const std::string& form : forms.joined)
        if (const auto found = exact(form)) return found;
    const bool stands_alone =
        !needs_its_group(forms.own) ||
        std::ranges::all_of(forms.groups, [&](const std::string& group) { return is_subject(group, *kind_); });
    if (!stands_alone) return std::nullopt;
    return alone(forms.own);
}

std::optional<HeaderMeaning> HeaderNames::alone(const std::string& form) const
{
    auto found = exact(form);
    if (!found) found = without_subject(form);
    if (!found) return of_answer(form);
    if (found->rank == Rank::variant && needs_its_group(form)) found->rank = Rank::bare;
    return found;
}

std::optional<std::size_t> HeaderNames::field(std::string_view header) const
{
    const auto found = meaning(HeaderForms{{std::string{header}}});
    return found ? found->field : std::nullopt;
}

HeaderTable::HeaderTable(std::span<const HeaderVariant> variants, std::span<const HeaderVariant> mapped,
                         std::span<const RememberedHeader> remembered)
{
    for (const KindInfo* kind : kinds()) {
        names_.emplace_back(*kind, variants, mapped);
        for (const FieldInfo& field : kind->fields) {
            known_.insert(normalised_header(field.key));
            known_.insert(normalised_header(field.header));
        }
    }
    for (const auto list : {variants, mapped})
        for (const HeaderVariant& variant : list) known_.insert(normalised_header(variant.header));
    for (const RememberedHeader& each : remembered) {
        recalled_[each.headers].said.push_back({each.kind, each.key, each.header});
        known_.insert(each.header);
    }
    if (!remembered.empty()) {
        variants_.assign(variants.begin(), variants.end());
        mapped_.assign(mapped.begin(), mapped.end());
    }
    known_.erase(std::string{});
}

const HeaderTable& HeaderTable::recalling(std::span<const HeaderForms> headers) const
{
    if (recalled_.empty()) return *this;
    const auto found = recalled_.find(headers_digest(headers));
    if (found == recalled_.end()) return *this;
    Recalled& recalled = found->second;
    if (!recalled.table) {
        std::vector<HeaderVariant> said = mapped_;
        said.insert(said.end(), recalled.said.begin(), recalled.said.end());
        recalled.table = std::make_unique<const HeaderTable>(variants_, said);
    }
    return *recalled.table;
}

const HeaderNames& HeaderTable::names(const KindInfo& kind) const
{
    return *std::ranges::find_if(names_, [&](const HeaderNames& names) { return &names.kind() == &kind; });
}

bool HeaderTable::is_header(std::string_view header) const
{
    return known_.contains(normalised_header(header));
}

const KindInfo* HeaderTable::kind_of(std::span<const HeaderForms> headers, bool county_given) const
{
    const KindInfo* best = nullptr;
    std::size_t best_known = 0;
    bool tied = false;
    for (const HeaderNames& names : names_) {
        const KindInfo* kind = &names.kind();
        std::vector<bool> seen(kind->fields.size());
        for (const HeaderForms& header : headers)
            if (const auto meaning = names.meaning(header); meaning && meaning->field) seen[*meaning->field] = true;
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

const KindInfo* kind_of_headers(std::span<const std::string> headers, std::span<const HeaderVariant> variants,
                                bool county_given)
{
    std::vector<HeaderForms> forms;
    for (const std::string& header : headers) forms.emplace_back(HeaderPath{header});
    return HeaderTable{variants}.kind_of(forms, county_given);
}

}  // namespace xiaoan::data
