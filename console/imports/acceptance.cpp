#include "console/imports/acceptance.hpp"

#include <unordered_map>
#include <utility>

namespace xiaoan::imports {

Acceptance::Acceptance(std::shared_ptr<const data::PlannedChanges> plan, std::vector<char> waiting)
    : plan_(std::move(plan)), waiting_(std::move(waiting)), accepted_(plan_ ? plan_->size() : 0)
{
    for (std::size_t row = 0; row < accepted_.size(); ++row) {
        const data::PlannedRow planned = plan_->row(row);
        if (planned.place.sheet >= sheets_.size()) sheets_.resize(planned.place.sheet + 1);
        ++sheets_[planned.place.sheet].all;
        ++sum_.all;
        set(row, !planned.other_county && !waits(row));
    }
}

bool Acceptance::waits(std::size_t row) const
{
    const auto sheet = plan_->row(row).place.sheet;
    return sheet < waiting_.size() && waiting_[sheet] != 0;
}

void Acceptance::take_over(const Acceptance& earlier)
{
    std::unordered_map<std::uint64_t, bool> accepted;
    for (std::size_t row = 0; row < earlier.accepted_.size(); ++row)
        if (earlier.has(row) || !earlier.waits(row))
            accepted.emplace(earlier.plan_->fingerprint(row), earlier.has(row));
    for (std::size_t row = 0; row < accepted_.size(); ++row)
        if (const auto found = accepted.find(plan_->fingerprint(row)); found != accepted.end()) set(row, found->second);
}

void Acceptance::set(std::size_t row, bool accepted)
{
    if (row >= accepted_.size() || has(row) == accepted) return;
    accepted_[row] = accepted ? 1 : 0;
    AcceptedRows& sheet = sheets_[plan_->row(row).place.sheet];
    if (accepted) {
        ++sheet.accepted;
        ++sum_.accepted;
    } else {
        --sheet.accepted;
        --sum_.accepted;
    }
}

void Acceptance::set_sheet(std::uint32_t sheet, bool accepted)
{
    for (std::size_t row = 0; row < accepted_.size(); ++row)
        if (plan_->row(row).place.sheet == sheet) set(row, accepted);
}

AcceptedRows Acceptance::of_sheet(std::uint32_t sheet) const
{
    return sheet < sheets_.size() ? sheets_[sheet] : AcceptedRows{};
}

data::RowSelection Acceptance::selection(const data::ImportReport& report) const
{
    std::vector<std::vector<std::uint32_t>> rows(report.sheets.size());
    for (std::size_t row = 0; row < accepted_.size(); ++row)
        if (has(row)) {
            const data::RowPlace place = plan_->row(row).place;
            rows[place.sheet].push_back(place.row);
        }
    // A sheet may hold several tables, each with a report of its own; rows are named by the sheet.
    const auto is_whole = [&](const std::string& name) {
        for (std::size_t sheet = 0; sheet < rows.size(); ++sheet) {
            const AcceptedRows counts = of_sheet(static_cast<std::uint32_t>(sheet));
            if (report.sheets[sheet].sheet == name && counts.accepted < counts.all) return false;
        }
        return true;
    };
    data::RowSelection selection;
    for (std::size_t sheet = 0; sheet < rows.size(); ++sheet) {
        const AcceptedRows counts = of_sheet(static_cast<std::uint32_t>(sheet));
        if (counts.accepted == 0) continue;
        const std::string& name = report.sheets[sheet].sheet;
        auto ranges = is_whole(name) ? std::vector<data::RowSelection::Range>{} : data::ranges_of(rows[sheet]);
        selection.sheets.push_back({name, std::move(ranges)});
    }
    return selection;
}

data::ImportRequest Acceptance::request(const data::ImportRequest& looked_at, const data::ImportReport& report) const
{
    data::ImportRequest request = looked_at;
    request.dry_run = false;
    request.plan = false;
    request.other_county_decided = true;  // each of those rows was accepted on its own
    if (sum_.accepted < sum_.all) request.only = selection(report);
    std::uint64_t fingerprint = 0;
    for (std::size_t row = 0; row < accepted_.size(); ++row)
        if (has(row)) fingerprint += plan_->fingerprint(row);
    request.expected = data::fingerprint_text(fingerprint);
    return request;
}

}  // namespace xiaoan::imports
