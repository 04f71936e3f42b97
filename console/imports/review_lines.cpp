#include "console/imports/review_lines.hpp"

#include "console/rules/field_words.hpp"
#include "data/kinds/kinds.hpp"
#include "data/register/people.hpp"

#include <algorithm>

namespace xiaoan::imports {

namespace {

constexpr std::size_t rows_a_frame = 20'000, searched_rows_a_frame = 1'000;

data::SentenceLanguage sentence_language(language::Language language)
{
    return language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
}

/// Latin letters in lower case; a registration number's dot is no part of it.
std::string folded(std::string_view text)
{
    constexpr std::string_view dot = "·";
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with(dot)) {
            i += dot.size() - 1;
            continue;
        }
        out += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
    return out;
}

bool wants(View view, const data::PlannedRow& row)
{
    switch (view) {
    case View::added: return row.outcome == data::Outcome::added;
    case View::changed: return row.outcome == data::Outcome::changed;
    case View::other_county: return row.other_county;
    default: return true;
    }
}

bool wants(View view, const data::RowIssue& issue)
{
    if (view == View::issues) return true;
    return (view == View::refused) == (issue.severity == data::IssueSeverity::refused);
}

}  // namespace

std::vector<SheetRow> sheet_rows(const ImportList& list)
{
    std::vector<SheetRow> rows;
    for (std::uint32_t entry = 0; entry < list.entries().size(); ++entry) {
        const auto* report = list.entries()[entry].report();
        const auto sheets = report != nullptr ? static_cast<std::uint32_t>(report->sheets.size()) : 0U;
        for (std::uint32_t sheet = 0; sheet < sheets; ++sheet) rows.push_back({entry, sheet});
        if (sheets == 0) rows.push_back({entry, std::nullopt});
    }
    return rows;
}

ReviewCounts review_counts(const ImportList& list, const std::optional<SheetRow>& of)
{
    ReviewCounts counts;
    for (std::uint32_t entry = 0; entry < list.entries().size(); ++entry) {
        const ImportEntry& each = list.entries()[entry];
        if (each.report() == nullptr || (of && of->entry != entry)) continue;
        if (const auto* plan = each.plan())
            for (std::size_t row = 0; row < plan->size(); ++row) {
                const data::PlannedRow planned = plan->row(row);
                if (of && of->sheet != planned.place.sheet) continue;
                ++(planned.outcome == data::Outcome::added ? counts.added : counts.changed);
                if (planned.other_county) ++counts.other_county;
            }
        for (std::uint32_t sheet = 0; sheet < each.report()->sheets.size(); ++sheet) {
            if (of && of->sheet != sheet) continue;
            for (const data::RowIssue& issue : each.report()->sheets[sheet].issues)
                ++(issue.severity == data::IssueSeverity::refused ? counts.refused : counts.warnings);
        }
    }
    return counts;
}

std::string searched_text(const data::PlannedChanges& plan, std::size_t row, const ReviewWords& words)
{
    const data::PlannedRow planned = plan.row(row);
    std::string text{planned.key};
    (text += ' ') += planned.name;
    std::vector<data::PutChange> fields;
    plan.fields(row, fields);
    for (const data::PutChange& each : fields) {
        (text += ' ') += rules::field_label(*planned.kind, each.field, words.language);
        (text += ' ') += rules::shown_value(words.snapshot, *planned.kind, each.field, each.old_value, words.language);
        (text += ' ') += rules::shown_value(words.snapshot, *planned.kind, each.field, each.new_value, words.language);
    }
    return folded(text);
}

void ReviewLines::look_at(const ImportList& list, const ReviewFilter& filter, language::Language language)
{
    if (beginning_ != 0 && list_version_ == list.version() && filter_ == filter && language_ == language) return;
    list_version_ = list.version();
    filter_ = filter;
    folded_ = folded(filter.text);
    language_ = language;
    ++beginning_;
    lines_.clear();
    entry_ = sheet_ = next_ = 0;
}

void ReviewLines::work(const ImportList& list, const ReviewWords& words)
{
    std::size_t budget = folded_.empty() ? rows_a_frame : searched_rows_a_frame;
    while (!complete()) {
        if (entry_ >= list.entries().size()) {
            entry_ = SIZE_MAX;
            return;
        }
        if (!work_on(list.entries()[entry_], words, budget)) return;
        ++entry_;
        sheet_ = next_ = 0;
    }
}

/// True when the entry is done, false when the frame has had its share.
bool ReviewLines::work_on(const ImportEntry& entry, const ReviewWords& words, std::size_t& budget)
{
    const auto* report = entry.report();
    if (report == nullptr || (filter_.of && filter_.of->entry != entry_)) return true;
    const auto spend = [&] { return budget > 0 && budget-- > 0; };
    if (!shows_issues(filter_.view)) {
        if (entry.plan() == nullptr) return true;
        for (; next_ < entry.order.size(); ++next_) {
            if (!spend()) return false;
            take_row(*entry.plan(), entry.order[next_], words);
        }
        return true;
    }
    for (; sheet_ < report->sheets.size(); ++sheet_, next_ = 0) {
        if (filter_.of && filter_.of->sheet != sheet_) continue;
        for (; next_ < report->sheets[sheet_].issues.size(); ++next_) {
            if (!spend()) return false;
            take_issue(report->sheets[sheet_], static_cast<std::uint32_t>(sheet_), static_cast<std::uint32_t>(next_),
                       words);
        }
    }
    return true;
}

void ReviewLines::take_row(const data::PlannedChanges& plan, std::uint32_t row, const ReviewWords& words)
{
    const data::PlannedRow planned = plan.row(row);
    if (!wants(filter_.view, planned) || (filter_.of && filter_.of->sheet != planned.place.sheet)) return;
    if (!folded_.empty() && searched_text(plan, row, words).find(folded_) == std::string::npos) return;
    const std::size_t lines = planned.outcome == data::Outcome::added ? 1 : planned.fields;
    for (std::size_t field = 0; field < lines; ++field)
        lines_.push_back(
            {static_cast<std::uint32_t>(entry_), planned.place.sheet, row, static_cast<std::uint8_t>(field)});
}

void ReviewLines::take_issue(const data::SheetReport& sheet, std::uint32_t at, std::uint32_t issue,
                             const ReviewWords& words)
{
    if (!wants(filter_.view, sheet.issues[issue])) return;
    if (!folded_.empty()) {
        const data::RowIssue shown = shown_issue(sheet, issue);
        const std::string text = folded(shown.value + ' ' + issue_sentence(shown, words.language));
        if (text.find(folded_) == std::string::npos) return;
    }
    lines_.push_back({static_cast<std::uint32_t>(entry_), at, issue, 0});
}

data::RowIssue shown_issue(const data::SheetReport& sheet, std::size_t issue)
{
    data::RowIssue shown = sheet.issues[issue];
    const auto column = std::ranges::find(sheet.columns, shown.column, &data::ColumnReport::header);
    const data::KindInfo* kind = data::find_kind(sheet.kind);
    if (column == sheet.columns.end() || kind == nullptr || shown.value.empty()) return shown;
    const auto field = kind->field(column->field);
    if (field && data::is_personal(kind->fields[*field].type))
        shown.value = data::masked(shown.value, kind->fields[*field].type);
    return shown;
}

std::string issue_sentence(const data::RowIssue& issue, language::Language language)
{
    return data::issue_text(issue, sentence_language(language));
}

std::string fault_sentence(const ImportResult& result, language::Language language)
{
    if (const auto* intake = std::get_if<data::IntakeFault>(&result)) return intake->text(sentence_language(language));
    if (const auto* store = std::get_if<data::StoreFault>(&result))
        return std::string{language::tr(language, "fault." + std::string{data::word(store->kind())})};
    return {};
}

}  // namespace xiaoan::imports
