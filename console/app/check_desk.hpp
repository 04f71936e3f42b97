// Joint checks for the window, on the worker's thread: planned, moved by hand, put on paper; results read and recorded.
#pragma once

#include "console/checks/plan/planned_check.hpp"
#include "console/checks/results/campaign.hpp"
#include "console/checks/results/recorded_part.hpp"
#include "console/conformance/run_strip.hpp"
#include "console/desk/check_request.hpp"
#include "console/desk/derived.hpp"
#include "console/language/language.hpp"
#include "data/register/job_progress.hpp"
#include "data/register/register.hpp"

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::app {

// What is asked of it.
struct PlanTask {
    desk::PlanCheck wish;
    std::shared_ptr<data::JobProgress> progress;  // done: the weight covered so far, total: its bound
};
struct CoverageTask {
    std::shared_ptr<const checks::PlannedCheck> of;
    std::vector<checks::GivenStand> stands;  // empty: as the search left them
};
struct SheetsTask {
    std::shared_ptr<const checks::PlannedCheck> of;
    desk::SaveCheckSheets wish;
    language::Language language{};
};
struct ListChecksTask {};
struct RecordTask {
    desk::RecordChecked wish;
    data::Actor actor;
    language::Language language{};
};
struct ReadChecksTask {
    std::vector<std::string> paths;
    data::Actor actor;
};
struct CampaignTask {
    desk::SaveCampaign wish;
    language::Language language{};
};
struct StripTask {
    desk::DrivenRunKey run;
};
using CheckTask = std::variant<PlanTask, CoverageTask, SheetsTask, ListChecksTask, RecordTask, ReadChecksTask,
                               CampaignTask, StripTask>;

// What it answers.
struct CheckPlanned {
    std::shared_ptr<const checks::PlannedCheck> made;
};
struct ChecksListed {
    std::uint64_t generation = 0;  // of the snapshot
    std::shared_ptr<const std::vector<data::CheckedVehicle>> all;
};
struct ChecksRecorded {
    std::vector<checks::RecordedPart> parts;
    data::Result<std::optional<data::ChangeId>> result;  // of the last of them, or the refusal
};
struct NotTyped {
    data::RowIssue issue;
};
struct CheckFileWritten {
    std::string path;
};
struct StripRead {
    desk::DrivenRunKey run;
    std::uint64_t generation = 0;                        // of the snapshot
    std::shared_ptr<const conformance::RunStrip> strip;  // null where no such run is expected
};
using CheckAnswer = std::variant<CheckPlanned, ChecksListed, ChecksRecorded, NotTyped, CheckFileWritten, StripRead>;

/// The dossiers of what is shown, with what tracks tell as of another day.
[[nodiscard]] std::shared_ptr<const rules::Dossiers> dossiers_on(const desk::Derived& newest,
                                                                 const data::Register& shown, data::Date date);

class CheckDesk {
public:
    /// What it works on: the newest state that is shown. Nothing can be recorded where `known` is an earlier one.
    struct On {
        const std::string& register_path;
        const desk::Derived& newest;
        const data::Register& shown;
        std::optional<data::ChangeId> known;
    };
    /// `wake` is called when the search found better. Throws StoreFault.
    [[nodiscard]] static CheckAnswer perform(CheckTask& task, const On& on, const std::function<void()>& wake);
};

}  // namespace xiaoan::app
