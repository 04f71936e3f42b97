#include "console/imports/import_list.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace xiaoan::imports {

const data::ImportReport* ImportEntry::report() const
{
    return result ? std::get_if<data::ImportReport>(&*result) : nullptr;
}

std::string ImportEntry::file() const
{
    return std::filesystem::path{request.path}.filename().string();
}

bool ImportEntry::can_be_written() const
{
    const auto* done = report();
    if (running() || done == nullptr || !done->dry_run || done->stopped) return false;
    return std::ranges::any_of(done->sheets, [](const auto& sheet) { return sheet.added + sheet.changed > 0; });
}

void ImportList::begin(data::ImportRequest request, std::shared_ptr<data::JobProgress> progress)
{
    ++version_;
    const auto same = std::ranges::find(entries_, request.path, [](const auto& entry) { return entry.request.path; });
    if (same != entries_.end()) {
        same->request = std::move(request);
        same->progress = std::move(progress);
        same->result.reset();
        return;
    }
    if (running() == nullptr && !awaits_decision()) entries_.clear();
    entries_.push_back({std::move(request), std::move(progress), std::nullopt});
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
        if (!entry.can_be_written()) continue;
        requests.push_back(entry.request);
        requests.back().dry_run = false;
    }
    return requests;
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
