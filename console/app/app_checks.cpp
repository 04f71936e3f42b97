// How the console carries out what the pages of joint checks ask for, and takes what comes of it.
#include "console/app/app.hpp"
#include "console/app/check_overlay.hpp"
#include "console/checks/stranger_findings.hpp"
#include "console/enforcement/case_plan.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

/// Whether it changes the register, or opens what leads there.
bool writes(const desk::CheckRequest& wish)
{
    return std::holds_alternative<desk::BeginDismissal>(wish) || std::holds_alternative<desk::OpenSuspectCase>(wish) ||
           std::holds_alternative<desk::RecordChecked>(wish) || std::holds_alternative<desk::ChooseCheckFiles>(wish) ||
           std::holds_alternative<desk::ReadCheckFiles>(wish);
}

}  // namespace

void App::carry_out(const desk::CheckRequest& request)
{
    if (writes(request) && !may_write()) return;
    const data::Actor actor{surroundings_.actor, surroundings_.now()};
    if (const auto* plan = std::get_if<desk::PlanCheck>(&request)) {
        plan_.running = std::make_shared<data::JobProgress>();
        worker_->check(PlanTask{*plan, plan_.running});
    } else if (std::holds_alternative<desk::StopPlanning>(request)) {
        if (plan_.running) plan_.running->stop.request_stop();
    } else if (const auto* moved = std::get_if<desk::MoveStand>(&request)) {
        move_stand(*moved);
    } else if (std::holds_alternative<desk::ResetStands>(request)) {
        if (plan_.planned) worker_->check(CoverageTask{plan_.planned, {}});
    } else if (const auto* sheets = std::get_if<desk::SaveCheckSheets>(&request)) {
        if (!plan_.planned) return;
        const bool form = sheets->form == desk::SheetForm::telephone;
        if (sheets->path.empty())
            imports::open_check_dialog(files_,
                                       language::tr(language_, form ? "plan.form_name" : "plan.file_name",
                                                    {data::iso(plan_.planned->wish.date)}),
                                       *sheets);
        else
            worker_->check(SheetsTask{plan_.planned, *sheets, language_});
    } else if (const auto* dismissed = std::get_if<desk::BeginDismissal>(&request)) {
        judging::begin_silencing(silencing_dialog_, *content_->derived, dismissed->registration_number,
                                 std::string{rules::rule_of_strangers});
    } else if (const auto* opened = std::get_if<desk::OpenSuspectCase>(&request)) {
        open_suspect_case(*opened);
    } else if (std::holds_alternative<desk::ListChecks>(request)) {
        worker_->check(ListChecksTask{});
    } else if (const auto* typed = std::get_if<desk::RecordChecked>(&request)) {
        worker_->check(RecordTask{*typed, actor, language_});
    } else if (std::holds_alternative<desk::ChooseCheckFiles>(request)) {
        imports::open_read_checks_dialog(files_);
    } else if (const auto* files = std::get_if<desk::ReadCheckFiles>(&request)) {
        worker_->check(ReadChecksTask{files->paths, actor});
    } else if (const auto* report = std::get_if<desk::SaveCampaign>(&request)) {
        if (report->path.empty())
            imports::open_check_dialog(files_, language::tr(language_, "result.file_name", {data::iso(report->to)}),
                                       *report);
        else
            worker_->check(CampaignTask{*report, language_});
    } else if (const auto* driven = std::get_if<desk::ShowDriven>(&request)) {
        page_ = desk::Page::tracks;
        tracks::choose(tracks_, driven->run);
    } else if (const auto* strip = std::get_if<desk::ReadStrip>(&request)) {
        worker_->check(StripTask{strip->run});
    }
}

/// Counts anew what the plan covers with one stand elsewhere.
void App::move_stand(const desk::MoveStand& moved)
{
    if (!plan_.planned || moved.stand >= plan_.planned->plan.stands.size()) return;
    auto stands = checks::given_stands(plan_.planned->plan);
    checks::move_stand(stands[moved.stand], moved.to, checks::check_places(plan_.planned->dossiers->snapshot()));
    worker_->check(CoverageTask{plan_.planned, std::move(stands)});
}

void App::open_suspect_case(const desk::OpenSuspectCase& wish)
{
    const desk::Derived& derived = *content_->derived;
    const auto suspect =
        std::ranges::find(derived.suspects->suspects, wish.registration_number, &checks::Suspect::registration_number);
    const auto department = data::value_of_word<rules::Department>(wish.department);
    if (suspect == derived.suspects->suspects.end()) return;
    const std::array findings{checks::stranger_finding(*derived.snapshot, *suspect, language::Language::zh)};
    enforcement::CasePlan plan;
    enforcement::add_strangers(plan, *derived.snapshot, findings, derived.as_of, {.department = department});
    if (plan.cases.empty())
        say(language::tr(language_, "suspects.has_case", {plan.already_open.front()}));
    else
        asked_.emplace_back(data::Command{data::OpenCases{std::move(plan.cases)}});
}

void App::take(CheckAnswer&& answer)
{
    std::visit([&](auto& each) { take(std::move(each)); }, answer);
}

void App::take(CheckPlanned&& planned)
{
    const bool moved = planned.made->searched.has_value();
    if (!moved) plan_.running.reset();
    plan_.planned = std::move(planned.made);
    if (selection_.what == desk::Selected::stand && !checks::stand_of_key(plan_.planned->plan, selection_.key))
        selection_ = {};
    if (moved || plan_.planned->plan.stands.empty()) return;
    map_.look_at = map::box_of(checks_overlay());
}

void App::take(ChecksListed&& listed)
{
    checks::take_checks(results_, std::move(listed.all), listed.generation);
}

void App::take(ChecksRecorded&& recorded)
{
    const bool typed = recorded.parts.size() == 1 && recorded.parts.front().file.empty();
    if (!recorded.result) {
        const auto& why = recorded.result.error();
        return checks::take_refusal(results_, language::tr(language_, "rejected." + why.reason, why.arguments));
    }
    checks::take_recorded(results_, typed, checks::recorded_lines(recorded.parts, language_));
    tell(recorded.result, false);
}

void App::take(NotTyped&& wrong)
{
    checks::take_refusal(results_, data::issue_text(wrong.issue, sentence_language()));
}

void App::take(StripRead&& read)
{
    tracks::take_strip(tracks_, read.run, read.generation, std::move(read.strip));
    if (tracks_.strip != nullptr && page_ == desk::Page::tracks) map_.look_at = map::box_of(checks_overlay());
}

void App::take(CheckFileWritten&& written)
{
    say(language::tr(language_, "toast.saved", {written.path}));
}

/// What lies over the map on the page that is shown; empty where it lays nothing there.
map::Overlay App::checks_overlay()
{
    suspect_marks_.clear();
    if (page_ == desk::Page::checks && plan_.planned) {
        const auto chosen = selection_.what == desk::Selected::stand
                                ? checks::stand_of_key(plan_.planned->plan, selection_.key)
                                : std::nullopt;
        return overlay_of(*plan_.planned, chosen, language_, plan_.running == nullptr);
    }
    if (page_ == desk::Page::tracks && tracks_.strip)
        return overlay_of(*tracks_.strip, tracks_.cursor,
                          shell::theme(dark_ ? shell::ThemeKind::dark : shell::ThemeKind::light), language_);
    if (page_ == desk::Page::suspects) {
        const shell::Color ground =
            shell::theme(dark_ ? shell::ThemeKind::dark : shell::ThemeKind::light).rectify.badge;
        auto made = overlay_of(*content_->derived->suspects,
                               selection_.what == desk::Selected::suspect ? selection_.key : std::string{}, ground);
        suspect_marks_ = std::move(made.of);
        return std::move(made.overlay);
    }
    return {};
}

void App::take_marks(const map::MapEvents& events)
{
    if (events.overlay_chosen && page_ == desk::Page::checks) {
        plan_.stands_table.show_selected = true;
        selection_ = {desk::Selected::stand, std::to_string(*events.overlay_chosen)};
    } else if (events.overlay_chosen && *events.overlay_chosen < suspect_marks_.size()) {
        suspects_.table.show_selected = true;
        selection_ = {desk::Selected::suspect, suspect_marks_[*events.overlay_chosen]};
    }
    if (events.overlay_dropped && page_ == desk::Page::checks)
        asked_.emplace_back(desk::CheckRequest{
            desk::MoveStand{events.overlay_dropped->mark, geo::position_from_map(events.overlay_dropped->at)}});
}

/// Where on the map a stand or a suspect is; empty for anything else.
map::MapBox App::box_of_check(const desk::Selection& selection)
{
    map::MapBox box;
    if (selection.what == desk::Selected::stand && plan_.planned) {
        if (const auto stand = checks::stand_of_key(plan_.planned->plan, selection.key))
            box.add(geo::map_from_position(plan_.planned->plan.stands[*stand].place.at));
    } else if (selection.what == desk::Selected::suspect) {
        const auto marks = overlay_of(*content_->derived->suspects, selection.key, 0);
        for (std::size_t i = 0; i < marks.of.size(); ++i)
            if (marks.of[i] == selection.key) box.add(marks.overlay.marks[i].at);
    }
    return box;
}

}  // namespace xiaoan::app
