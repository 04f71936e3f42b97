// The console itself: what is shown and selected, one frame after another, and how requests are carried out.
#pragma once

#include "console/app/actions.hpp"
#include "console/app/bar.hpp"
#include "console/app/bus_tabs.hpp"
#include "console/app/content.hpp"
#include "console/app/known_at_control.hpp"
#include "console/app/rail.hpp"
#include "console/app/search_panel.hpp"
#include "console/app/settings_panel.hpp"
#include "console/app/water_tabs.hpp"
#include "console/app/worker.hpp"
#include "console/changes/changes_panel.hpp"
#include "console/checks/page/plan_panel.hpp"
#include "console/checks/page/results_panel.hpp"
#include "console/checks/page/suspects_panel.hpp"
#include "console/conflicts/conflicts_panel.hpp"
#include "console/desk/record_form.hpp"
#include "console/documents/preview/letter_preview.hpp"
#include "console/enforcement/case_dialogs.hpp"
#include "console/enforcement/cases_panel.hpp"
#include "console/imports/file_dialog.hpp"
#include "console/imports/imports_panel.hpp"
#include "console/judging/difference_panel.hpp"
#include "console/judging/rules_panel.hpp"
#include "console/judging/setting_dialog.hpp"
#include "console/judging/silencing_dialog.hpp"
#include "console/map/map_panel.hpp"
#include "console/mechanism/joint_panel.hpp"
#include "console/overview/overview_panel.hpp"
#include "console/permits/bus_dossier_panel.hpp"
#include "console/permits/buses_panel.hpp"
#include "console/permits/due_panel.hpp"
#include "console/permits/operations_panel.hpp"
#include "console/permits/permit_board_panel.hpp"
#include "console/permits/reconciliation_panel.hpp"
#include "console/records/export_dialog.hpp"
#include "console/records/records_panel.hpp"
#include "console/shell/layout.hpp"
#include "console/shell/widgets/toast.hpp"
#include "console/tasks/tasks_panel.hpp"
#include "console/tracks/tracks_panel.hpp"
#include "console/water/candidates_panel.hpp"
#include "console/water/plan_panel.hpp"
#include "console/water/season_panel.hpp"
#include "console/water/waters_panel.hpp"
#include "data/export/plain_workbook.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xiaoan::app {

/// What the program gives the console: the clock and the window are not read below it.
struct Surroundings {
    std::string register_path;
    std::string actor;
    std::function<std::string()> now;  // ISO 8601 with offset, for the log
    data::Date today{};
    data::Date as_of{};
    std::optional<desk::KnownAt> known_at;  // an earlier state of the register to begin with
    language::Language language = language::Language::zh;
    bool dark = false;
    std::function<void()> wake;  // a frame is wanted; from any thread
    std::function<void(bool dark)> set_theme;
    std::function<void(float)> set_zoom;
    std::function<float()> zoom;
    std::string home;                    // where the file dialog begins
    std::vector<imports::Place> places;  // offered beside it
};

class App {
public:
    /// Reads the register and judges it, so that the first frame shows everything. Throws StoreFault.
    explicit App(Surroundings surroundings);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// One frame.
    void draw(const shell::Ui& ui);
    /// Files dropped on the window: each is read as a dry run first.
    void drop(const std::vector<std::filesystem::path>& files);
    /// For the window's frame: product, register, and that it is a demonstration.
    [[nodiscard]] std::string title() const;
    /// True while nothing is left to be computed: pictures and scripts wait for it.
    [[nodiscard]] bool settled() const;

private:
    void take_deliveries();
    [[nodiscard]] desk::Frame frame(const shell::Ui& ui) const;
    void begin(const shell::Layout& layout);
    void draw_map(const desk::Frame& frame, const shell::Layout& layout);
    void draw_page(const desk::Frame& frame, const shell::Rect& where);
    void draw_dossier(const desk::Frame& frame, const shell::Layout& layout);
    void draw_seams(const shell::Ui& ui, const shell::Layout& layout);
    void take_keys(const desk::Frame& frame);
    void start(ActionId action, const desk::Frame& frame);
    void begin_entry(const desk::BeginEntry& wish);
    [[nodiscard]] std::string_view kind_of_page() const;
    void ask(desk::Requests requests);
    void carry_out();
    void carry_out(const desk::Request& request);
    void carry_out(const desk::CheckRequest& request);
    void move_stand(const desk::MoveStand& moved);
    void open_suspect_case(const desk::OpenSuspectCase& wish);
    [[nodiscard]] map::Overlay checks_overlay();
    void take_marks(const map::MapEvents& events);
    [[nodiscard]] map::MapBox box_of_check(const desk::Selection& selection);
    void select(const desk::Selection& selection, bool zoom);
    void say(std::string text, std::string action = {}, std::optional<shell::Severity> severity = {});
    void set_filter(const desk::BusFilter& filter);
    void begin_record(const desk::BeginRecord& wish);
    void run_import(data::ImportRequest request);
    void look_again(data::ImportRequest request);
    void look_again_at_waiting();
    /// False, and said, where an earlier state is shown, which nothing can be written into.
    [[nodiscard]] bool may_write();
    [[nodiscard]] std::string fault_text(const data::StoreFault& fault) const;
    [[nodiscard]] data::SentenceLanguage sentence_language() const;
    void undo_last();
    void tell(const data::Result<std::optional<data::ChangeId>>& result, bool was_undo);
    void save_workbook(const desk::SaveWorkbook& wish);
    [[nodiscard]] std::string workbook_name(desk::Page page) const;
    [[nodiscard]] std::vector<data::PlainSheet> sheets_of(desk::Page page) const;
    void write(const std::string& path, const std::function<void()>& writing);
    void save_list(const std::string& path);
    void mark_rows(const desk::MarkRows& wish);
    void export_records(const data::ExportRequest& asked);
    void step_back();
    [[nodiscard]] std::size_t chosen_candidate() const;

    // What deliveries bring.
    void take(Applied&& applied);
    void take(Judged&& judged);
    void take(Imported&& imported);
    void take(Arrived&& arrived);
    void take(NotKnown&& unknown);
    void take(HistoryRead&& read);
    void take(NotAttached&& unread);
    void take(OriginsRead&& read);
    void take(ConflictsFound&& found);
    void take(Compared&& compared);
    void take(OperationsCounted&& counted);
    void take(Reconciled&& reconciled);
    void take(Marked&& marked);
    void take(Exported&& exported);
    void take(LetterSet&& letter);
    void take(LetterPageDrawn&& drawn);
    void take(LetterWritten&& written);
    void take(WatersAnswered&& answered);
    void take(Failed&& failed);
    void take(CheckAnswer&& answer);
    void take(CheckPlanned&& planned);
    void take(ChecksListed&& listed);
    void take(ChecksRecorded&& recorded);
    void take(NotTyped&& wrong);
    void take(CheckFileWritten&& written);
    void take(StripRead&& read);

    Surroundings surroundings_;
    map::BaseMap base_map_;
    std::shared_ptr<const Content> content_;
    std::unique_ptr<Worker> worker_;
    std::unique_ptr<map::BaseMapTexture> texture_;

    language::Language language_;
    bool dark_;
    data::Date as_of_;
    std::optional<desk::KnownAt> known_at_;  // what content_ is as known at
    desk::BusFilter filter_;
    map::SceneFilter scene_filter_;
    std::uint64_t filter_generation_ = 1;
    desk::Selection selection_;
    desk::Page page_ = desk::Page::buses;
    bool begun_ = false;  // the first frame was prepared
    RailCounts rail_counts_;
    std::optional<data::ChangeId> last_change_;  // of this sitting: what Ctrl+Z takes back
    desk::Requests asked_;
    std::optional<desk::BeginEntry> entry_;  // to be opened in the next frame, which knows the records

    shell::LayoutState layout_;
    shell::ToastState toast_;
    BarState bar_;
    KnownAtState known_at_dialog_;
    map::MapPanelState map_;
    permits::BusesPanelState buses_;
    permits::BusDossierState bus_dossier_;
    BusTabs bus_tabs_;
    permits::BoardState board_;
    permits::DueState due_;
    permits::OperationsState operations_;
    permits::ReconciliationState reconciliation_;
    judging::DifferenceState difference_;
    judging::RulesState rules_;
    judging::SettingDialog setting_dialog_;
    judging::SilencingDialog silencing_dialog_;
    SearchState search_;
    enforcement::CasesState cases_;
    enforcement::CaseDialogs case_dialogs_;
    desk::RecordForm record_form_;
    overview::OverviewState overview_;
    mechanism::JointState joint_;
    tasks::TasksState tasks_;
    checks::PlanState plan_;
    checks::SuspectsState suspects_;
    checks::ResultsState results_;
    tracks::TracksState tracks_;
    std::vector<std::string> suspect_marks_;  // whom each mark on the map stands for
    water::WatersState waters_;
    water::SeasonState season_;
    water::PlanState water_plan_;
    water::CandidatesState candidates_;
    std::vector<map::ProposedWater> proposed_;  // of candidates_, for the map
    std::uint64_t proposed_generation_ = 0;
    changes::ChangesState changes_;
    conflicts::ConflictsState conflicts_;
    records::RecordsState records_;
    records::ExportDialog export_dialog_;
    imports::ImportsState imports_;
    imports::FileDialogState files_;
    documents::PreviewState preview_;
};

}  // namespace xiaoan::app
