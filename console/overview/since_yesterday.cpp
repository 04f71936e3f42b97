#include "console/overview/since_yesterday.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace xiaoan::overview {

namespace {

using rules::Finding;

/// What makes a finding the same on both days; a graver one is another.
auto identity(const Finding& of)
{
    return std::tuple{of.bus, of.rule, of.severity};
}

std::vector<Finding> sorted(const std::vector<Finding>& all)
{
    std::vector<Finding> found;
    std::ranges::copy_if(all, std::back_inserter(found),
                         [](const Finding& each) { return !each.gap && each.severity != rules::Severity::data; });
    std::ranges::sort(found, {}, identity);
    return found;
}

std::vector<Finding> only_in(const std::vector<Finding>& some, const std::vector<Finding>& other)
{
    std::vector<Finding> left;
    std::ranges::set_difference(some, other, std::back_inserter(left), {}, identity, identity);
    return left;
}

}  // namespace

SinceYesterday since_yesterday(const rules::Dossiers& dossiers, const rules::Judgement& today)
{
    const auto now = sorted(today.findings);
    const auto before = sorted(rules::judge(dossiers, today.as_of - std::chrono::days{1}).findings);
    SinceYesterday since{only_in(now, before), only_in(before, now)};
    // A finding that only changed its gravity has not gone.
    std::erase_if(since.gone, [&](const Finding& each) {
        return std::ranges::any_of(
            since.appeared, [&](const Finding& other) { return other.bus == each.bus && other.rule == each.rule; });
    });
    return since;
}

}  // namespace xiaoan::overview
