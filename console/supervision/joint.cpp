#include "console/supervision/joint.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace xiaoan::supervision {

namespace {

int days_between(data::Date from, data::Date to)
{
    return std::max(0, static_cast<int>((to - from).count()));
}

}  // namespace

bool is_done(const data::Assignment& of, data::Date as_of)
{
    return of.done_on.has_date() && of.done_on.date() <= as_of;
}

int overdue_days(const data::Assignment& of, data::Date as_of)
{
    return is_done(of, as_of) || !of.due_on.has_date() ? 0 : days_between(of.due_on.date(), as_of);
}

int waiting_days(const data::Handover& of, data::Date as_of)
{
    const bool received = of.received_on.has_date() && of.received_on.date() <= as_of;
    return received || !of.handed_on.has_date() ? 0 : days_between(of.handed_on.date(), as_of);
}

JointCounts joint_counts(const data::Snapshot& snapshot, data::Date as_of, data::Adcode county)
{
    const auto lets_through = [&](data::Adcode of) { return !county.given() || !of.given() || of == county; };
    JointCounts counts;
    for (const data::Assignment& each : snapshot.all<data::Assignment>()) {
        if (!lets_through(each.county) || is_done(each, as_of)) continue;
        ++counts.assignments_open;
        if (overdue_days(each, as_of) > 0) ++counts.assignments_overdue;
    }
    for (const data::Handover& each : snapshot.all<data::Handover>())
        if (lets_through(each.county) && !(each.received_on.has_date() && each.received_on.date() <= as_of))
            ++counts.handovers_waiting;
    return counts;
}

bool is_overdue(const data::PlanItem& item, const data::Progress* progress, data::Date as_of)
{
    if (!item.due_on.has_date() || as_of <= item.due_on.date()) return false;
    if (progress == nullptr) return true;
    return progress->state != data::ProgressState::done && progress->state != data::ProgressState::lasting;
}

std::size_t overdue_tasks(const data::Snapshot& snapshot, data::Date as_of, data::Adcode county)
{
    std::map<std::pair<std::string_view, data::Adcode>, const data::Progress*> reported;
    for (const data::Progress& each : snapshot.all<data::Progress>()) reported[{each.item, each.county}] = &each;
    std::size_t count = 0;
    for (const data::PlanItem& item : snapshot.region->plan)
        for (const data::County& each : snapshot.region->counties) {
            if (county.given() && each.adcode != county) continue;
            const auto found = reported.find({item.item, each.adcode});
            if (is_overdue(item, found != reported.end() ? found->second : nullptr, as_of)) ++count;
        }
    return count;
}

std::vector<std::string> listed(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> separators{"、", "；", "，", ";", ",", " ", "\n"};
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::ranges::find_if(
            separators, [&](std::string_view separator) { return text.substr(at).starts_with(separator); });
        if (found == separators.end()) {
            parts.back() += text[at++];
            continue;
        }
        at += found->size();
        if (!parts.back().empty()) parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

const data::Contact* contact_of(const data::Snapshot& snapshot, std::string_view department, data::Adcode county)
{
    const data::Contact* of_city = nullptr;
    for (const data::Contact& each : snapshot.all<data::Contact>()) {
        if (data::word(each.department) != department) continue;
        if (county.given() && each.county == county) return &each;
        if (!each.county.given() && of_city == nullptr) of_city = &each;
    }
    return of_city;
}

}  // namespace xiaoan::supervision
