#include "console/imports/import_list.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace xiaoan::imports {

namespace {

/// The rows of a plan by sheet and row; the plan has them by kind.
std::vector<std::uint32_t> in_order(const data::PlannedChanges& plan)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
    places.reserve(plan.size());
    for (std::size_t row = 0; row < plan.size(); ++row) {
        const data::RowPlace place = plan.row(row).place;
        places.emplace_back(std::uint64_t{place.sheet} << 32 | place.row, static_cast<std::uint32_t>(row));
    }
    if (!std::ranges::is_sorted(places)) std::ranges::sort(places);
    std::vector<std::uint32_t> order;
    order.reserve(places.size());
    for (const auto& [place, row] : places) order.push_back(row);
    return order;
}

/// Which sheets wait for a person to say their datum.
std::vector<char> waiting_sheets(const data::ImportReport& report)
{
    std::vector<char> waiting;
    for (const data::SheetReport& sheet : report.sheets) waiting.push_back(datum_proposal(sheet) != nullptr ? 1 : 0);
    return waiting;
}

}  // namespace

const data::RowIssue* datum_proposal(const data::SheetReport& sheet)
{
    const auto found = std::ranges::find(sheet.issues, data::IssueCode::probable_datum, &data::RowIssue::code);
    return found != sheet.issues.end() ? &*found : nullptr;
}

const data::ImportReport* ImportEntry::report() const
{
    return result ? std::get_if<data::ImportReport>(&*result) : nullptr;
}

const data::PlannedChanges* ImportEntry::plan() const
{
    const auto* done = report();
    return done != nullptr && done->dry_run ? done->plan.get() : nullptr;
}

std::string ImportEntry::file() const
{
    return std::filesystem::path{request.path}.filename().string();
}

bool ImportEntry::can_be_written() const
{
    const auto* done = report();
    return !running() && plan() != nullptr && !done->stopped && plan()->size() > 0;
}

void ImportList::begin(data::ImportRequest request, std::shared_ptr<data::JobProgress> progress)
{
    ++version_;
    const auto same = std::ranges::find(entries_, request.path, [](const auto& entry) { return entry.request.path; });
    if (same != entries_.end()) {
        same->request = std::move(request);
        same->progress = std::move(progress);
        same->result.reset();
        if (same->accepted.sum().all > 0) same->earlier = std::exchange(same->accepted, {});
        same->order.clear();
        return;
    }
    if (running() == nullptr && !awaits_decision()) entries_.clear();
    entries_.push_back({std::move(request), std::move(progress), std::nullopt, {}, {}, {}});
}

void ImportList::finish(const data::ImportRequest& request, ImportResult result)
{
    const auto found = std::ranges::find_if(entries_, [&](const ImportEntry& entry) {
        return entry.running() && entry.request.path == request.path && entry.request.dry_run == request.dry_run;
    });
    if (found == entries_.end()) return;
    ++version_;
    found->progress.reset();
    found->result = std::move(result);
    if (found->plan() == nullptr) return;
    found->accepted = Acceptance(found->report()->plan, waiting_sheets(*found->report()));
    found->accepted.take_over(std::exchange(found->earlier, {}));
    found->order = in_order(*found->plan());
}

Acceptance* ImportList::accepting(std::size_t entry)
{
    return entry < entries_.size() && entries_[entry].can_be_written() ? &entries_[entry].accepted : nullptr;
}

AcceptedRows ImportList::accepted() const
{
    AcceptedRows all;
    for (const ImportEntry& entry : entries_) {
        if (!entry.can_be_written()) continue;
        all.accepted += entry.accepted.sum().accepted;
        all.all += entry.accepted.sum().all;
    }
    return all;
}

const ImportEntry* ImportList::running() const
{
    const auto found = std::ranges::find_if(entries_, &ImportEntry::running);
    return found != entries_.end() ? &*found : nullptr;
}

std::size_t ImportList::running_count() const
{
    return static_cast<std::size_t>(std::ranges::count_if(entries_, &ImportEntry::running));
}

std::vector<data::ImportRequest> ImportList::to_write() const
{
    std::vector<data::ImportRequest> requests;
    for (const ImportEntry& entry : entries_) {
        if (!entry.can_be_written() || entry.accepted.sum().accepted == 0) continue;
        requests.push_back(entry.accepted.request(entry.request, *entry.report()));
    }
    return requests;
}

std::size_t ImportList::datums_to_say() const
{
    std::size_t sheets = 0;
    for (const ImportEntry& entry : entries_)
        if (entry.can_be_written())
            sheets += static_cast<std::size_t>(std::ranges::count(waiting_sheets(*entry.report()), 1));
    return sheets;
}

bool ImportList::awaits_decision() const
{
    return running() == nullptr && std::ranges::any_of(entries_, &ImportEntry::can_be_written);
}

void ImportList::give_up()
{
    ++version_;
    std::erase_if(entries_, [](const ImportEntry& entry) { return !entry.running(); });
}

ImportSum ImportList::sum() const
{
    ImportSum sum;
    for (const ImportEntry& entry : entries_) {
        const auto* report = entry.report();
        if (report == nullptr) continue;
        ++sum.files;
        for (const auto& sheet : report->sheets) {
            sum.rows += sheet.rows;
            sum.added += sheet.added;
            sum.changed += sheet.changed;
            sum.unchanged += sheet.unchanged;
            sum.refused += sheet.refused;
            sum.skipped += sheet.skipped;
            sum.warnings += static_cast<std::size_t>(
                std::ranges::count(sheet.issues, data::IssueSeverity::warning, &data::RowIssue::severity));
        }
    }
    return sum;
}

}  // namespace xiaoan::imports
