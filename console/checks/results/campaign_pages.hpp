// The report of a campaign on paper.
#pragma once

#include "console/checks/results/campaign.hpp"
#include "console/documents/page/document_info.hpp"
#include "console/documents/page/metrics.hpp"
#include "console/language/language.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::checks {

/// What the report says of itself.
struct CampaignPaper {
    std::string issued_by;  // the register's name
    std::string witness;    // the head of the log's hash chain, in words
    std::string demonstration;
    data::Date date{};
    language::Language language{};
};

/// A4 upright: what was promised and what came, the counties side by side, what was found, where teams stood.
[[nodiscard]] std::vector<documents::Page> campaign_pages(const Campaign& made, std::span<const ListedCheck> checks,
                                                          const data::Snapshot& snapshot, const CampaignPaper& paper,
                                                          const documents::Metrics& metrics);

}  // namespace xiaoan::checks
