// After a campaign: what the plan promised and what came, what was found, handed over and put right, county by county.
#pragma once

#include "console/checks/results/check_list.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// What is counted of vehicles. A vehicle that two teams met is counted twice: each looked at it.
struct CampaignCounts {
    std::size_t expected = 0;    // promised by the plan
    std::size_t came = 0;        // of these met
    std::size_t missed = 0;      // of these reported as not met
    std::size_t unreported = 0;  // of these without a word
    std::size_t met = 0;         // all, expected or not
    std::size_t with_findings = 0;
    std::size_t findings = 0;
    std::size_t handed_over = 0;  // vehicles
    std::size_t corrected = 0;    // findings, on the spot
    std::size_t in_cases = 0;     // findings that led to a case
    std::size_t rectified = 0;    // of these in a case that is verified or closed as of the report
    std::size_t cleared = 0;      // flags that were not so

    friend bool operator==(const CampaignCounts&, const CampaignCounts&) = default;
};

struct CampaignCounty {
    data::Adcode county;  // not given: vehicles of which nobody knows
    CampaignCounts counts;
};

struct Campaign {
    data::Date from{};
    data::Date to{};
    std::size_t checks = 0;  // teams by days
    std::size_t places = 0;  // stands with a name
    int minutes = 0;         // that teams stood, as far as hours are given
    CampaignCounts all;
    std::vector<CampaignCounty> counties;      // in the region's order, only those with vehicles; unknown ones last
    std::map<std::string, std::size_t> found;  // by rule
};

/// `checks` come from check_list. A case counts as put right once it is verified or closed; the snapshot has the cases.
[[nodiscard]] Campaign campaign(std::span<const ListedCheck> checks, const data::Snapshot& snapshot, data::Date from,
                                data::Date to);

/// {"from","to","checks","places","hours","total":{counts},"counties":[{"county",counts…}],"found":{RULE:n}}
[[nodiscard]] std::string campaign_json(const Campaign& made);

}  // namespace xiaoan::checks
