#include "console/changes/change_list.hpp"

#include <algorithm>
#include <utility>

namespace xiaoan::changes {

namespace {

/// Whether a request is for the records of one change, which it reads with the changes before the next one.
bool is_for_details(const data::HistoryRequest& request)
{
    return request.most == 1;
}

}  // namespace

bool same(const data::HistoryRequest& one, const data::HistoryRequest& other)
{
    return one.kind == other.kind && one.key == other.key && one.before == other.before && one.most == other.most &&
           one.most_records == other.most_records;
}

std::optional<data::HistoryRequest> ChangeList::wanted(data::ChangeId newest, bool older_wanted) const
{
    if (awaited_) return std::nullopt;
    data::HistoryRequest request;
    if (only_) {
        request.kind = only_->kind;
        request.key = only_->key;
    }
    request.most = changes_a_page;
    request.most_records = 1;  // 0 would be all of them
    if (asked_up_to_ < newest) return request;
    for (const std::int64_t id : open_) {
        if (details_.contains(id) || failed_.contains(id)) continue;
        return data::HistoryRequest{.kind = std::nullopt,
                                    .key = {},
                                    .before = data::ChangeId{id + 1},
                                    .most = 1,
                                    .most_records = records_a_change};
    }
    if (!older_wanted || complete_ || changes_.empty()) return std::nullopt;
    request.before = changes_.back().id;
    return request;
}

void ChangeList::asked(const data::HistoryRequest& request, data::ChangeId newest)
{
    awaited_ = request;
    if (!is_for_details(request) && !request.before) asked_up_to_ = newest;
}

void ChangeList::take(const data::HistoryRequest& request, std::vector<data::Change> answer)
{
    if (!awaited_ || !same(*awaited_, request)) return;
    awaited_.reset();
    if (is_for_details(request)) {
        for (auto& change : answer) details_.insert_or_assign(change.id.value, std::move(change));
        if (!details_.contains(request.before->value - 1)) failed_.insert(request.before->value - 1);
    } else {
        read_ = true;
        // A page that is not full reaches the beginning of the log.
        const bool overlaps = !answer.empty() && !changes_.empty() && answer.back().id <= changes_.front().id;
        if (answer.size() < request.most)
            complete_ = true;
        else if (!request.before && !changes_.empty() && !overlaps) {
            changes_.clear();  // more came at once than a page holds
            complete_ = false;
        }
        merge(std::move(answer));
    }
    make_rows();
}

void ChangeList::failed(const data::HistoryRequest& request)
{
    if (!awaited_ || !same(*awaited_, request)) return;
    awaited_.reset();
    if (is_for_details(request))
        failed_.insert(request.before->value - 1);
    else
        read_ = complete_ = true;
    make_rows();
}

void ChangeList::show_only(std::optional<OfRecord> of)
{
    *this = ChangeList{};
    only_ = std::move(of);
}

void ChangeList::open(data::ChangeId change, bool on)
{
    if (on)
        open_.insert(change.value);
    else
        open_.erase(change.value);
    failed_.erase(change.value);
    make_rows();
}

const data::Change* ChangeList::details(data::ChangeId change) const
{
    const auto found = details_.find(change.value);
    return found != details_.end() ? &found->second : nullptr;
}

std::optional<data::ChangeId> ChangeList::undone_by(data::ChangeId change) const
{
    const auto found = std::ranges::find_if(changes_, [&](const data::Change& each) { return each.undoes == change; });
    return found != changes_.end() ? std::optional{found->id} : std::nullopt;
}

void ChangeList::merge(std::vector<data::Change> answer)
{
    for (auto& change : answer) {
        change.records.clear();
        changes_.push_back(std::move(change));
    }
    std::ranges::stable_sort(changes_, std::greater{}, &data::Change::id);
    const auto [first, last] = std::ranges::unique(changes_, {}, &data::Change::id);
    changes_.erase(first, last);
}

void ChangeList::make_rows()
{
    rows_.clear();
    for (std::uint32_t index = 0; index < changes_.size(); ++index) {
        const auto id = changes_[index].id;
        rows_.push_back({Row::What::change, index, 0, 0});
        if (!open_.contains(id.value)) continue;
        if (const data::Change* known = details(id))
            add_record_rows(index, *known);
        else
            rows_.push_back({failed_.contains(id.value) ? Row::What::no_records : Row::What::reading, index, 0, 0});
    }
}

void ChangeList::add_record_rows(std::uint32_t index, const data::Change& details)
{
    for (std::uint32_t record = 0; record < details.records.size(); ++record) {
        rows_.push_back({Row::What::record, index, record, 0});
        // A new record lists its values only where a change has few: an imported ledger would fill pages with them.
        const bool lists = details.records[record].what == data::RecordChange::What::changed || details.touched <= 5;
        const auto fields = lists ? static_cast<std::uint32_t>(details.records[record].fields.size()) : 0U;
        for (std::uint32_t field = 0; field < fields; ++field)
            rows_.push_back({Row::What::field, index, record, field});
    }
    if (details.records.empty())
        rows_.push_back({Row::What::no_records, index, 0, 0});
    else if (details.records.size() < details.touched)
        rows_.push_back({Row::What::more_records, index, 0, 0});
}

}  // namespace xiaoan::changes
