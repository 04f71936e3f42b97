#include "console/records/record_list.hpp"

#include "console/records/form_layout.hpp"
#include "console/rules/field_words.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/kinds/kinds.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::records {

namespace {

constexpr std::size_t records_a_frame = 20'000, searched_records_a_frame = 2'000;

/// As texts are compared: half-width, lower case, a registration number without its dot.
std::string folded(std::string_view text)
{
    std::string out = data::lower_ascii(data::half_width(text));
    constexpr std::string_view dot = "·";
    for (std::size_t at = out.find(dot); at != std::string::npos; at = out.find(dot, at)) out.erase(at, dot.size());
    return out;
}

std::vector<std::string> words_of(std::string_view text)
{
    const std::string plain = folded(text);
    std::vector<std::string> words;
    for (std::size_t from = 0; from < plain.size();) {
        const std::size_t to = std::min(plain.find(' ', from), plain.size());
        if (to > from) words.push_back(plain.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

}  // namespace

void RecordList::look_at(const std::shared_ptr<const data::Snapshot>& snapshot, const RecordFilter& filter,
                         language::Language language)
{
    if (snapshot_ == snapshot && filter_ == filter && language_ == language) return;
    if (snapshot_ != snapshot || filter_.kind != filter.kind) records_.emplace(*snapshot, *filter.kind);
    snapshot_ = snapshot;
    filter_ = filter;
    language_ = language;
    words_ = words_of(filter.text);
    fields_ = list_fields(*filter.kind);
    county_ = filter.kind->field("county");
    rows_.clear();
    next_ = 0;
}

void RecordList::work()
{
    if (complete()) return;
    std::size_t budget = words_.empty() && !filter_.county.given() ? records_a_frame : searched_records_a_frame;
    for (; next_ < records_->size() && budget > 0; ++next_, --budget)
        if (fits(next_)) rows_.push_back(next_);
    if (next_ < records_->size()) return;
    next_ = SIZE_MAX;
    if (filter_.sort) sort();
}

bool RecordList::fits(std::size_t record) const
{
    if (filter_.county.given() && county_) {
        const data::Value county = records_->value(record, *county_);
        const auto* text = std::get_if<std::string>(&county);
        if (text == nullptr || *text != std::to_string(filter_.county.value)) return false;
    }
    if (words_.empty()) return true;
    std::string text;
    for (const std::size_t field : fields_) text += folded(shown(record, field)) + '\n';
    return std::ranges::all_of(words_, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

void RecordList::sort()
{
    std::vector<std::pair<data::Value, std::size_t>> keyed;
    keyed.reserve(rows_.size());
    for (const std::size_t row : rows_) keyed.emplace_back(records_->value(row, *filter_.sort), row);
    std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
        return filter_.descending ? b.first < a.first : a.first < b.first;
    });
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i] = keyed[i].second;
}

std::string RecordList::shown(std::size_t record, std::size_t field) const
{
    const data::Value value = records_->value(record, field);
    if (value == data::Value{}) return {};
    return rules::shown_value(*snapshot_, *filter_.kind, field, value, language_);
}

}  // namespace xiaoan::records
