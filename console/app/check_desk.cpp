#include "console/app/check_desk.hpp"

#include "console/checks/results/campaign_pages.hpp"
#include "console/checks/results/typed_vehicle.hpp"
#include "console/checks/sheet/sheet_pages.hpp"
#include "console/checks/sheet/sheet_workbook.hpp"
#include "console/checks/sheet/xls_form.hpp"
#include "console/cli/time_limit.hpp"
#include "console/documents/draw/pdf.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/container.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace xiaoan::app {

namespace {

constexpr double longest_search_s = 30;

CheckAnswer plan(const PlanTask& task, const CheckDesk::On& on, const std::function<void()>& wake)
{
    checks::PlanWish wish{.teams = task.wish.teams, .date = task.wish.date, .from = task.wish.from, .to = task.wish.to};
    cli::TimeLimit limit(longest_search_s);
    const std::stop_callback stop(task.progress->stop.get_token(), [&] { limit.stop(); });
    checks::PlanControl control{.stop = limit.token()};
    control.better = [&](int weight, double bound) {
        task.progress->done = static_cast<std::size_t>(weight);
        task.progress->total = static_cast<std::size_t>(std::ceil(bound));
        wake();
    };
    return CheckPlanned{std::make_shared<const checks::PlannedCheck>(
        checks::planned_check(dossiers_on(on.newest, on.shown, task.wish.date), wish, task.wish.county, control))};
}

CheckAnswer moved(const CoverageTask& task)
{
    return CheckPlanned{std::make_shared<const checks::PlannedCheck>(
        task.stands.empty() ? checks::as_searched(*task.of) : checks::with_stands(*task.of, task.stands))};
}

CheckAnswer write_sheets(const SheetsTask& task)
{
    const auto& dossiers = *task.of->dossiers;
    auto sheet = checks::an_empty_sheet(dossiers.snapshot(), task.of->wish.date, task.language);
    checks::add_teams(sheet, dossiers, task.of->plan);
    const std::string& path = task.wish.path;
    switch (task.wish.form) {
    case desk::SheetForm::paper: {
        const documents::Fonts fonts;
        data::write_file(path, documents::pdf_of(checks::sheet_pages(sheet, fonts), checks::sheet_info(sheet), fonts));
        break;
    }
    case desk::SheetForm::workbook: checks::write_sheet_workbook(path, sheet, *dossiers.snapshot().region); break;
    case desk::SheetForm::telephone:
        checks::write_xls_form(path, checks::xls_form(sheet, *dossiers.snapshot().region), sheet);
        break;
    }
    return CheckFileWritten{path};
}

/// Concludes from what was read and writes it; empty where nothing changes.
data::Result<std::optional<data::ChangeId>> record(std::span<const checks::CheckSheetReading> readings,
                                                   const CheckDesk::On& on, const data::Actor& actor,
                                                   checks::RecordedPart& part)
{
    const auto held = data::read_checks(on.register_path);
    const auto made = checks::conclusions(readings, held, on.newest.dossiers, {.opened_on = on.newest.as_of});
    const std::string file = std::exchange(part.file, {});
    part = checks::recorded_part(readings, made);
    if (part.file.empty()) part.file = file;
    if (made.command.vehicles.empty()) return std::nullopt;
    return data::apply_checks(on.register_path, made.command, actor);
}

CheckAnswer record_typed(const RecordTask& task, const CheckDesk::On& on)
{
    data::CheckedVehicle of;
    of.check = task.wish.check;
    of.vehicle = task.wish.vehicle;
    of.held_on = task.wish.date;
    const auto reading = checks::typed_vehicle(
        of, task.wish.answers, checks::counties_to_read(*on.newest.snapshot->region), on.newest.as_of, task.language);
    if (!reading) return NotTyped{reading.error()};
    ChecksRecorded answer{.parts = std::vector<checks::RecordedPart>(1), .result = std::nullopt};
    answer.result = record({&*reading, 1}, on, task.actor, answer.parts[0]);
    return answer;
}

CheckAnswer read_files(const ReadChecksTask& task, const CheckDesk::On& on)
{
    ChecksRecorded answer{.parts = {}, .result = std::nullopt};
    const auto counties = checks::counties_to_read(*on.newest.snapshot->region);
    for (const std::string& path : task.paths) {
        checks::RecordedPart& part = answer.parts.emplace_back();
        part.file = std::filesystem::path{path}.filename().string();
        try {
            const auto book = data::open_workbook(std::filesystem::path{path});
            const auto done = record(checks::read_check_file(*book, counties, on.newest.as_of), on, task.actor, part);
            if (!done || *done) answer.result = done;
            if (!done) break;
        } catch (const data::IntakeFault& fault) {
            part.fault = fault;
        }
    }
    return answer;
}

CheckAnswer read_strip(const StripTask& task, const CheckDesk::On& on)
{
    const conformance::StripWish wish{task.run.registration_number, task.run.date, task.run.run};
    StripRead answer{task.run, on.newest.snapshot->generation, nullptr};
    if (auto made = conformance::run_strip(on.newest.dossiers, conformance::tracks_of(on.shown), wish))
        answer.strip = std::make_shared<const conformance::RunStrip>(*std::move(made));
    return answer;
}

CheckAnswer write_campaign(const CampaignTask& task, const CheckDesk::On& on)
{
    const data::Snapshot& snapshot = *on.newest.snapshot;
    const auto all = data::read_checks(on.register_path, on.known);
    const auto listed =
        checks::check_list(all, snapshot, {.from = task.wish.from, .to = task.wish.to, .county = task.wish.county});
    const auto made = checks::campaign(listed, snapshot, task.wish.from, task.wish.to);
    const auto tr = [&](std::string_view key) { return std::string{language::tr(task.language, key)}; };
    const checks::CampaignPaper paper{.issued_by = snapshot.name,
                                      .witness =
                                          language::tr(task.language, "notice.witness",
                                                       {snapshot.name, std::to_string(snapshot.last_change.value),
                                                        on.shown.hash_of(snapshot.last_change)}),
                                      .demonstration = snapshot.demonstration ? tr("demonstration") : std::string{},
                                      .date = on.newest.as_of,
                                      .language = task.language};
    const documents::Fonts fonts;
    data::write_file(task.wish.path, documents::pdf_of(checks::campaign_pages(made, listed, snapshot, paper, fonts),
                                                       {tr("campaign.title"), snapshot.name, on.newest.as_of}, fonts));
    return CheckFileWritten{task.wish.path};
}

}  // namespace

std::shared_ptr<const rules::Dossiers> dossiers_on(const desk::Derived& newest, const data::Register& shown,
                                                   data::Date date)
{
    const auto looked_at =
        conformance::look_at(newest.dossiers, newest.snapshot, conformance::tracks_of(shown),
                             {newest.places->waters(), newest.places->geometries()}, date, &newest.looked_at);
    if (looked_at.facts == newest.looked_at.facts) return newest.dossiers_held;
    auto dossiers = std::make_shared<rules::Dossiers>(newest.snapshot, newest.dossiers.judging());
    dossiers->set_driven(looked_at.facts);
    return dossiers;
}

CheckAnswer CheckDesk::perform(CheckTask& task, const On& on, const std::function<void()>& wake)
{
    if (const auto* wish = std::get_if<PlanTask>(&task)) return plan(*wish, on, wake);
    if (const auto* stands = std::get_if<CoverageTask>(&task)) return moved(*stands);
    if (const auto* sheets = std::get_if<SheetsTask>(&task)) return write_sheets(*sheets);
    if (const auto* typed = std::get_if<RecordTask>(&task)) return record_typed(*typed, on);
    if (const auto* files = std::get_if<ReadChecksTask>(&task)) return read_files(*files, on);
    if (const auto* report = std::get_if<CampaignTask>(&task)) return write_campaign(*report, on);
    if (const auto* strip = std::get_if<StripTask>(&task)) return read_strip(*strip, on);
    return ChecksListed{on.newest.snapshot->generation, std::make_shared<const std::vector<data::CheckedVehicle>>(
                                                            data::read_checks(on.register_path, on.known))};
}

}  // namespace xiaoan::app
