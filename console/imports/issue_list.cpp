#include "console/imports/issue_list.hpp"

#include "data/intake/header.hpp"
#include "data/kinds/kinds.hpp"
#include "data/register/people.hpp"

#include <map>

namespace xiaoan::imports {

namespace {

data::SentenceLanguage sentence_language(language::Language language)
{
    return language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
}

/// Masks the values of personal columns; looks up each column of a sheet once.
class Masking {
public:
    explicit Masking(const data::SheetReport& sheet)
    {
        if (const data::KindInfo* kind = data::find_kind(sheet.kind))
            names_.emplace(*kind, data::shipped_header_variants());
    }

    [[nodiscard]] data::RowIssue masked(const data::RowIssue& issue)
    {
        data::RowIssue out = issue;
        const auto type = type_of(issue.column);
        if (type && data::is_personal(*type) && !out.value.empty()) out.value = data::masked(out.value, *type);
        return out;
    }

private:
    std::optional<data::FieldType> type_of(const std::string& column)
    {
        if (!names_) return std::nullopt;
        const auto known = types_.find(column);
        if (known != types_.end()) return known->second;
        const auto field = names_->field(column);
        const auto type = field ? std::optional{names_->kind().fields[*field].type} : std::nullopt;
        types_.emplace(column, type);
        return type;
    }

    std::optional<data::HeaderNames> names_;
    std::map<std::string, std::optional<data::FieldType>> types_;
};

template <class Each>
void for_each_sheet(const ImportList& list, const std::optional<SheetRow>& of, Each&& each)
{
    for (const SheetRow& row : sheet_rows(list))
        if (row.sheet && (!of || *of == row)) each(row, list.entries()[row.entry].report()->sheets[*row.sheet]);
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

std::vector<IssueRow> issue_rows(const ImportList& list, const IssueFilter& filter)
{
    std::vector<IssueRow> rows;
    for_each_sheet(list, filter.of, [&](const SheetRow& row, const data::SheetReport& sheet) {
        Masking masking{sheet};
        for (const auto& issue : sheet.issues)
            if (!filter.severity || issue.severity == *filter.severity) rows.push_back({row, masking.masked(issue)});
    });
    return rows;
}

IssueCounts issue_counts(const ImportList& list, const std::optional<SheetRow>& of)
{
    IssueCounts counts;
    for_each_sheet(list, of, [&](const SheetRow&, const data::SheetReport& sheet) {
        for (const auto& issue : sheet.issues)
            ++(issue.severity == data::IssueSeverity::refused ? counts.refused : counts.warnings);
    });
    return counts;
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
