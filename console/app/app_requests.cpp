// How the console carries out what panels ask for, and takes what the worker delivers.
#include "console/app/app.hpp"

#include "console/app/map_bridge.hpp"
#include "console/checks/stranger_findings.hpp"
#include "console/desk/record_texts.hpp"
#include "console/documents/flagged_csv.hpp"
#include "console/documents/flagged_list.hpp"
#include "console/language/language.hpp"
#include "console/language/wording.hpp"
#include "console/permits/bus_rows.hpp"
#include "data/export/written_file.hpp"
#include "data/register/moment.hpp"

#include <imgui.h>

#include <algorithm>

namespace xiaoan::app {

namespace {

/// One function a type of a variant.
template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

/// What changes the register, or opens what leads there.
bool writes(const desk::Request& request)
{
    return std::visit(
        []<class Each>(const Each&) {
            return std::is_same_v<Each, data::Command> || std::is_same_v<Each, desk::BeginCase> ||
                   std::is_same_v<Each, desk::BeginStep> || std::is_same_v<Each, desk::BeginMatter> ||
                   std::is_same_v<Each, desk::TakeStep> || std::is_same_v<Each, desk::BeginRecord> ||
                   std::is_same_v<Each, desk::Judge> || std::is_same_v<Each, desk::BeginSetting> ||
                   std::is_same_v<Each, desk::BeginSilencing> || std::is_same_v<Each, desk::BeginEntry> ||
                   std::is_same_v<Each, desk::BeginRetire> || std::is_same_v<Each, desk::BeginImport> ||
                   std::is_same_v<Each, desk::RunImport> || std::is_same_v<Each, desk::TakeCandidate>;
        },
        request.wish());
}

}  // namespace

void App::carry_out()
{
    const auto requests = std::exchange(asked_, {});
    for (const auto& request : requests) carry_out(request);
}

void App::carry_out(const desk::Request& request)
{
    if (writes(request) && !may_write()) return;
    std::visit(
        Overloaded{
            [&](const data::Command& command) { worker_->apply(command, {surroundings_.actor, surroundings_.now()}); },
            [&](const desk::Select& wish) { select(wish.selection, wish.zoom); },
            [&](const desk::SetFilter& wish) { set_filter(wish.filter); },
            [&](const desk::ShowPage& wish) { page_ = wish.page; },
            [&](const desk::ShowCases& wish) {
                enforcement::show_cases(cases_, wish.chip, wish.department);
                page_ = desk::Page::cases;
            },
            [&](const desk::BeginRecord& wish) { begin_record(wish); },
            [&](const desk::SetDate& wish) {
                as_of_ = wish.as_of;
                worker_->derive(as_of_);
            },
            [&](const desk::SetKnownAt& wish) { worker_->know(wish.moment); },
            [&](const desk::AskKnownAt&) { known_at_dialog_.opening = true; },
            [&](const desk::BeginCase& wish) {
                enforcement::begin_case(case_dialogs_, *content_->derived, wish.registration_numbers);
            },
            [&](const desk::BeginStep& wish) {
                enforcement::begin_step(case_dialogs_, *content_->derived, wish.number, wish.step);
            },
            [&](const desk::BeginMatter& wish) { enforcement::begin_matter(case_dialogs_, *content_->derived, wish); },
            [&](const desk::Judge& wish) { worker_->judge(wish.command, {surroundings_.actor, surroundings_.now()}); },
            [&](const desk::BeginSetting& wish) {
                judging::begin_setting(setting_dialog_, *content_->derived, wish.name);
            },
            [&](const desk::BeginSilencing& wish) {
                judging::begin_silencing(silencing_dialog_, *content_->derived, wish.registration_number, wish.rule);
            },
            [&](const desk::Compare& wish) { worker_->compare({wish.as_of, wish.known_at}); },
            [&](const desk::CountOperations&) { worker_->count_operations(); },
            [&](const desk::ChooseLists&) { imports::open_reconcile_dialog(files_); },
            [&](const desk::ReconcileLists& wish) {
                reconciliation_.reading = true;
                worker_->reconcile(wish.paths);
            },
            [&](const desk::TakeStep& wish) {
                worker_->apply(wish.step, {surroundings_.actor, surroundings_.now()}, wish.files);
            },
            [&](const desk::ChooseAttachments&) { imports::open_attach_dialog(files_); },
            [&](const desk::AttachFiles& wish) { enforcement::attach_files(case_dialogs_, wish.paths); },
            [&](const desk::BeginEntry& wish) { begin_entry(wish); },
            [&](const desk::BeginRetire& wish) {
                (void)records::begin_retire(records_, *content_->derived->snapshot, wish.kind, wish.id);
            },
            [&](const desk::ReadOrigins& wish) { worker_->read_origins(wish); },
            [&](const desk::BeginImport&) { imports::open_import_dialog(files_); },
            [&](const desk::RunImport& wish) { run_import(wish.request); },
            [&](const desk::StopImport&) {
                if (const auto* running = imports_.list.running(); running != nullptr)
                    running->progress->stop.request_stop();
            },
            [&](const desk::MarkRows& wish) { mark_rows(wish); },
            [&](const desk::SaveList& wish) {
                if (wish.path.empty())
                    imports::open_save_dialog(files_, language::tr(language_, "list.file_name", {data::iso(as_of_)}));
                else
                    save_list(wish.path);
            },
            [&](const desk::PreviewLetter& wish) {
                documents::begin_preview(preview_);
                worker_->set_letter(wish, language_);
            },
            [&](const desk::DrawLetterPage& wish) { worker_->draw_letter_page(wish); },
            [&](const desk::SaveLetter& wish) {
                if (!wish.path.empty())
                    worker_->write_letter(wish.path);
                else if (preview_.shown)
                    imports::open_letter_dialog(files_, preview_.shown->info.title, preview_.shown->letter.has_value());
            },
            [&](const desk::SaveWorkbook& wish) {
                if (wish.path.empty())
                    imports::open_workbook_dialog(files_, workbook_name(wish.page), wish.page);
                else
                    save_workbook(wish);
            },
            [&](const desk::ShowHistory& wish) {
                changes::show_changes_of(changes_, {wish.kind, wish.key});
                page_ = desk::Page::changes;
            },
            [&](const desk::ReadHistory& wish) { worker_->read_history(wish.asked); },
            [&](const desk::CopyText& wish) {
                ImGui::SetClipboardText(wish.text.c_str());
                say(std::string{language::tr(language_, "toast.copied")});
            },
            [&](const desk::SetLanguage& wish) {
                language_ = wish.english ? language::Language::en : language::Language::zh;
            },
            [&](const desk::SetTheme& wish) {
                dark_ = wish.dark;
                surroundings_.set_theme(dark_);
            },
            [&](const desk::SetZoom& wish) { surroundings_.set_zoom(wish.factor); },
            [&](const desk::RankWaters& wish) { worker_->ask_about_waters(wish); },
            [&](const desk::CompareWaters& wish) { worker_->ask_about_waters(wish); },
            [&](const desk::PlanEquipment& wish) { worker_->ask_about_waters(wish); },
            [&](const desk::FindCandidates& wish) { worker_->ask_about_waters(wish); },
            [&](const desk::TakeCandidate& wish) {
                worker_->take_candidate(wish, {surroundings_.actor, surroundings_.now()});
            },
            [&](const desk::BeginExport& wish) { records::begin_export(export_dialog_, wish.kind); },
            [&](const desk::ExportRecords& wish) { export_records(wish.request); },
            [&](const desk::CheckRequest& wish) { carry_out(wish); },
        },
        request.wish());
}

void App::set_filter(const desk::BusFilter& filter)
{
    const bool county_changed = filter.county != filter_.county;
    filter_ = filter;
    scene_filter_ = scene_filter(*content_->derived, filter_);
    ++filter_generation_;
    if (county_changed) map_.look_at = filter_.county.given() ? base_map_.box_of(filter_.county) : base_map_.view;
}

void App::begin_record(const desk::BeginRecord& wish)
{
    const data::KindInfo* kind = data::find_kind(wish.kind);
    if (kind == nullptr) return;
    desk::open_record_form(record_form_, *kind, wish.key,
                           desk::record_texts(*content_->derived->snapshot, *kind, wish.key, language_), wish.given);
}

void App::run_import(data::ImportRequest request)
{
    request.plan = request.dry_run;  // what is looked at is shown row by row
    auto progress = std::make_shared<data::JobProgress>();
    imports_.list.begin(request, progress);
    worker_->import(request, {surroundings_.actor, surroundings_.now()}, std::move(progress));
    page_ = desk::Page::import;
}

/// As it was asked to be read, without what was accepted of it.
void App::look_again(data::ImportRequest request)
{
    request.dry_run = true;
    request.only.reset();
    request.expected.clear();
    request.other_county_decided = false;
    run_import(std::move(request));
}

/// What was looked at before the register changed may no longer be what would be done.
void App::look_again_at_waiting()
{
    if (!imports_.list.awaits_decision()) return;
    std::vector<data::ImportRequest> waiting;
    for (const auto& entry : imports_.list.entries())
        if (entry.can_be_written()) waiting.push_back(entry.request);
    const desk::Page shown = page_;
    for (auto& request : waiting) look_again(std::move(request));
    page_ = shown;
}

void App::save_list(const std::string& path)
{
    std::vector<rules::Finding> findings;
    for (const auto bus : permits::bus_rows(*content_->derived, filter_, buses_.basis.order))
        for (const auto& finding : content_->derived->findings_of(bus))
            if (!finding.gap && finding.severity != rules::Severity::data) findings.push_back(finding);
    std::vector<rules::StrangerFinding>
        strangers;  // have neither plate nor case of a bus: not where those are asked for
    if (filter_.states[1] && !filter_.plate && !filter_.only_in_case)
        strangers = checks::stranger_findings(*content_->derived->snapshot, *content_->derived->suspects,
                                              {.rule = filter_.rule, .county = filter_.county}, language_);
    auto list = documents::flagged_list(content_->derived->dossiers, content_->derived->judgement, findings, language_,
                                        strangers);
    if (known_at_)
        list.facts.push_back(language::tr(language_, "list.known_at", {data::shown_moment(known_at_->moment)}));
    write(path, [&] {
        data::write_file(path, path.ends_with(".csv") ? documents::flagged_list_csv(list)
                                                      : documents::flagged_list_pdf(list));
    });
}

void App::write(const std::string& path, const std::function<void()>& writing)
{
    try {
        writing();
        say(language::tr(language_, "toast.saved", {path}));
    } catch (const data::StoreFault& fault) {
        say(fault_text(fault), {}, shell::Severity::stop);
    }
}

std::string App::workbook_name(desk::Page page) const
{
    const auto key = page == desk::Page::due          ? "due.file_name"
                     : page == desk::Page::difference ? "difference.file_name"
                     : page == desk::Page::operations ? "operations.file_name"
                                                      : "reconcile.file_name";
    return language::tr(language_, key, {data::iso(as_of_)});
}

std::vector<data::PlainSheet> App::sheets_of(desk::Page page) const
{
    if (page == desk::Page::due) return {permits::due_sheet(*content_->derived, due_.rows, language_)};
    if (page == desk::Page::difference && difference_.shown != nullptr)
        return judging::compared_sheets(*difference_.shown, filter_.county, language_);
    if (page == desk::Page::operations) return permits::operations_sheets(operations_, filter_.county, language_);
    if (page == desk::Page::reconciliation && reconciliation_.shown != nullptr)
        return {permits::listed_sheet(*reconciliation_.shown, reconciliation_.rows, language_)};
    return {};
}

void App::save_workbook(const desk::SaveWorkbook& wish)
{
    const auto sheets = sheets_of(wish.page);
    if (!sheets.empty()) write(wish.path, [&] { data::write_plain_workbook(wish.path, sheets, as_of_); });
}

void App::mark_rows(const desk::MarkRows& wish)
{
    const std::filesystem::path file{wish.request.path};
    const std::string name = language::tr(language_, "imports.marked.name", {file.stem().string()}) + ".xlsx";
    const std::string out = (file.parent_path() / name).string();
    worker_->mark_rows(out, wish.request, wish.report, sentence_language());
}

void App::export_records(const data::ExportRequest& asked)
{
    if (!asked.path.empty())
        return worker_->export_records(asked, {surroundings_.actor, surroundings_.now()},
                                       language_ == language::Language::zh);
    const std::string kind{language::tr(language_, "kind." + asked.kind)};
    imports::open_export_dialog(files_, language::tr(language_, "export.file_name", {kind, data::iso(as_of_)}), asked);
}

bool App::may_write()
{
    if (known_at_) say(std::string{language::tr(language_, "known_at.read_only")}, {}, shell::Severity::notice);
    return !known_at_;
}

void App::undo_last()
{
    if (!may_write()) return;
    if (!last_change_) {
        say(std::string{language::tr(language_, "toast.nothing_to_undo")});
        return;
    }
    worker_->apply(data::UndoChange{*last_change_}, {surroundings_.actor, surroundings_.now()});
    last_change_.reset();
}

std::string App::fault_text(const data::StoreFault& fault) const
{
    return fault.path() + ": " +
           language::tr(language_, "fault." + std::string{data::word(fault.kind())}, {fault.detail()});
}

void App::take_deliveries()
{
    for (auto& delivery : worker_->take()) std::visit([&](auto& each) { take(std::move(each)); }, delivery);
}

void App::take(Applied&& applied)
{
    records::take_answer(records_, applied.command, applied.result, language_);
    conflicts::take_answer(conflicts_, applied.command, applied.result.has_value());
    tell(applied.result, std::holds_alternative<data::UndoChange>(applied.command));
}

void App::take(Judged&& judged)
{
    tell(judged.result, false);
}

/// What became of a command: refused in words, or done and to be undone.
void App::tell(const data::Result<std::optional<data::ChangeId>>& result, bool was_undo)
{
    if (!result) {
        const auto& rejected = result.error();
        say(language::tr(language_, "rejected." + rejected.reason, rejected.arguments), {}, shell::Severity::rectify);
        return;
    }
    if (!result->has_value()) return;
    last_change_ = was_undo ? std::nullopt : *result;
    look_again_at_waiting();
    say(std::string{language::tr(language_, was_undo ? "toast.undone" : "toast.done")},
        was_undo ? std::string{} : std::string{language::tr(language_, "toast.undo")});
}

void App::take(Imported&& imported)
{
    if (const auto* report = std::get_if<data::ImportReport>(&imported.result); report != nullptr && report->change)
        last_change_ = report->change;
    const auto* fault = std::get_if<data::IntakeFault>(&imported.result);
    const bool outdated = fault != nullptr && fault->code() == data::FaultCode::changed_meanwhile;
    auto result = std::visit([](auto& each) -> imports::ImportResult { return std::move(each); }, imported.result);
    imports_.list.finish(imported.request, std::move(result));
    if (outdated) {
        say(std::string{language::tr(language_, "review.outdated")}, {}, shell::Severity::rectify);
        look_again(imported.request);
    }
    rail_counts_.import_issues = imports_.list.sum().refused;
}

void App::take(Arrived&& arrived)
{
    const auto issues = rail_counts_.import_issues, disagreeing = rail_counts_.conflicts;
    content_ = std::move(arrived.content);
    const auto newest = [](const std::optional<desk::KnownAt>& known) {
        return known ? known->newest : data::ChangeId{};
    };
    if (newest(known_at_) != newest(arrived.known_at)) changes_.list.show_only(changes_.list.only());  // read anew
    known_at_ = arrived.known_at;
    worker_->find_conflicts();
    rail_counts_ = rail_counts(*content_->derived);
    rail_counts_.import_issues = issues;
    rail_counts_.conflicts = disagreeing;
    scene_filter_ = scene_filter(*content_->derived, filter_);
    ++filter_generation_;
}

void App::take(NotKnown&& unknown)
{
    say(language::tr(language_, "rejected." + unknown.why.reason, unknown.why.arguments), {}, shell::Severity::rectify);
}

void App::take(HistoryRead&& read)
{
    changes_.list.take(read.request, std::move(read.changes));
}

void App::take(NotAttached&& unread)
{
    say(unread.path + ": " + unread.fault.text(sentence_language()), {}, shell::Severity::stop);
}

void App::take(OriginsRead&& read)
{
    for (auto* state : {&records_.origins, &bus_dossier_.origins, &waters_.water_origins, &waters_.school_origins})
        desk::take_origins(*state, read.request, read.values);
}

void App::take(ConflictsFound&& found)
{
    conflicts::take(conflicts_, std::move(found.conflicts), found.generation);
    rail_counts_.conflicts = conflicts_.found ? conflicts_.found->open.size() : 0;
}

void App::take(Compared&& compared)
{
    if (compared.result) return judging::take(difference_, *std::move(compared.result));
    const auto& why = compared.result.error();
    judging::take_refusal(difference_);
    say(language::tr(language_, "rejected." + why.reason, why.arguments), {}, shell::Severity::rectify);
}

void App::take(OperationsCounted&& counted)
{
    operations_.counted = std::move(counted.counted);
}

void App::take(Reconciled&& reconciled)
{
    if (const auto* unread = std::get_if<permits::UnreadList>(&reconciled.result)) {
        permits::take(reconciliation_, nullptr);
        say(unread->path + ": " + unread->fault.text(sentence_language()), {}, shell::Severity::stop);
    } else {
        permits::take(reconciliation_, std::get<0>(std::move(reconciled.result)));
    }
}

void App::take(WatersAnswered&& answered)
{
    if (!answered.answer) {
        if (std::holds_alternative<desk::CompareWaters>(answered.question)) water::take_refusal(season_);
        return;
    }
    std::visit(
        Overloaded{
            [&](std::shared_ptr<const water::RankedWaters>&& ranked) { waters_.ranked = std::move(ranked); },
            [&](std::shared_ptr<const water::ComparedWaters>&& compared) { water::take(season_, std::move(compared)); },
            [&](std::shared_ptr<const water::PlannedEquipment>&& planned) { water_plan_.planned = std::move(planned); },
            [&](std::shared_ptr<const water::FoundCandidates>&& found) {
                candidates_.found = std::move(found);
                proposed_.clear();
                for (const water::Candidate& each : candidates_.found->candidates)
                    proposed_.push_back(map::proposed_water(each.geometry, each.at));
                ++proposed_generation_;
            }},
        *std::move(answered.answer));
}

void App::take(Marked&& marked)
{
    if (const auto* rows = std::get_if<std::size_t>(&marked.result))
        say(language::tr(language_, "toast.marked", {marked.out, std::to_string(*rows)}));
    else
        say(std::get<data::IntakeFault>(marked.result).text(sentence_language()), {}, shell::Severity::stop);
}

void App::take(Exported&& exported)
{
    if (!exported.result)
        return say(
            language::tr(language_, "rejected." + exported.result.error().reason, exported.result.error().arguments),
            {}, shell::Severity::rectify);
    const auto& report = *exported.result;
    const std::string count = language::grouped(report.timetable ? report.timetable->trips : report.records);
    const auto key = report.timetable ? "toast.exported_timetable" : "toast.exported";
    std::string text = language::tr(language_, key, {count, exported.request.path});
    const std::size_t missing = report.timetable ? report.timetable->omissions.size() : report.left_out;
    if (missing > 0)
        text += language::tr(language_, report.timetable ? "toast.exported_omissions" : "toast.exported_too_long",
                             {language::grouped(missing)});
    say(std::move(text), {}, missing > 0 ? std::optional{shell::Severity::notice} : std::nullopt);
}

void App::take(LetterSet&& set)
{
    if (set.letter) return documents::take_letter(preview_, *std::move(set.letter));
    documents::give_up(preview_);
    say(language::tr(language_, "rejected." + set.letter.error().reason, set.letter.error().arguments), {},
        shell::Severity::rectify);
}

void App::take(LetterPageDrawn&& drawn)
{
    documents::take_picture(preview_, drawn.letter.get(), drawn.page, drawn.picture);
}

void App::take(LetterWritten&& written)
{
    say(language::tr(language_, "toast.saved", {written.path}));
}

data::SentenceLanguage App::sentence_language() const
{
    return language_ == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
}

void App::take(Failed&& failed)
{
    plan_.running.reset();
    results_.recording = false;
    say(fault_text(failed.fault), {}, shell::Severity::stop);
}

}  // namespace xiaoan::app
