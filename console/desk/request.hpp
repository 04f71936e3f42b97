// What a panel can ask for: a command of the register, or a change of the view. The shell carries it out after the
// frame.
#pragma once

#include "console/desk/bus_filter.hpp"
#include "console/desk/check_request.hpp"
#include "console/desk/selection.hpp"
#include "data/export/export_file.hpp"
#include "data/intake/import.hpp"
#include "data/register/change.hpp"
#include "data/register/commands.hpp"
#include "data/register/judging.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace xiaoan::desk {

/// What the lower region can show: the items of the rail in their order, then what stands beside the list of buses,
/// beside that of waters, and the pages of joint checks.
enum class Page : std::uint8_t {
    overview,
    buses,
    cases,
    waters,
    tasks,
    joint,
    records,
    conflicts,
    import,
    changes,
    settings,
    permit_board,
    due,
    difference,
    operations,
    reconciliation,
    rules,
    water_season,
    water_plan,
    water_candidates,
    checks,
    suspects,
    check_results,
    tracks
};

/// Selects something in map, table and dossier; `zoom` brings it into view on the map.
struct Select {
    Selection selection;
    bool zoom = false;
};
struct SetFilter {
    BusFilter filter;
};
struct ShowPage {
    Page page = Page::buses;
};
/// Shows the page of cases narrowed by one of its chips (living, bureau, overdue, week, department, ended) and by a
/// department's word, where not empty.
struct ShowCases {
    std::string chip;
    std::string department;
};
struct SetDate {
    data::Date as_of{};
};
/// Shows everything as the register knew it at this moment; without one as it knows it now.
struct SetKnownAt {
    std::optional<data::Timestamp> moment;
};
/// Opens the dialog that asks for such a moment.
struct AskKnownAt {};
/// Opens the dialog for new cases on these buses.
struct BeginCase {
    std::vector<std::string> registration_numbers;
};
/// Opens the dialog for a step of a case: its letter, its answer, its end.
struct BeginStep {
    std::string number;
    data::CaseStep step{};
};
/// Opens the dialog for a case by hand, about a matter that no finding speaks of; what is known of it is written in.
struct BeginMatter {
    std::string matter{};
    data::Adcode county{};
};
/// Sets a parameter of the rules, or findings aside.
struct Judge {
    data::JudgingCommand command;
};
/// Opens the dialog that sets a parameter of the rules, by its name.
struct BeginSetting {
    std::string name;
};
/// Opens the dialog that sets findings of a bus aside; `rule` (with '?' its gap) is chosen there already.
struct BeginSilencing {
    std::string registration_number;
    std::string rule{};
};
/// Judges another day, or the register as it was known at a moment, against what is shown; the answer goes to the page
/// of differences.
struct Compare {
    data::Date as_of{};
    std::optional<data::Timestamp> known_at{};
};
/// Counts how the buses are run, from month to month; the answer goes to its page.
struct CountOperations {};
/// Opens the file dialog for lists of vehicles to lay side by side; ReconcileLists brings those chosen.
struct ChooseLists {};
/// Reads lists of vehicles and lays them side by side; the answer goes to the page of reconciliation.
struct ReconcileLists {
    std::vector<std::string> paths;
};
/// Takes the step, with the files at these paths.
struct TakeStep {
    data::StepCase step;
    std::vector<std::string> files;
};
/// Opens the file dialog for files that come with the step being written; AttachFiles brings those chosen, or none.
struct ChooseAttachments {};
struct AttachFiles {
    std::vector<std::string> paths;
};
/// Opens the small form of one record of a kind over the page that is shown: a new one (`key` empty), or one to change.
/// `given` is written in already.
struct BeginRecord {
    std::string kind;
    std::string key;
    std::vector<std::pair<std::string, std::string>> given{};  // field and text
};
/// Opens the form for one record of a kind (singular or plural key) on the page of records; without an id for a new
/// one.
struct BeginEntry {
    std::string kind;
    data::RecordId id;
};
/// Opens the dialog that takes a record out of use with a reason.
struct BeginRetire {
    std::string kind;
    data::RecordId id;
};
/// Asks where each value of a record came from; the answer goes to its dossier. `key` is its natural key in clear.
struct ReadOrigins {
    std::string kind;
    data::RecordId id;
    std::string key;
};
/// Opens the file dialog for ledgers.
struct BeginImport {};
/// Reads a file; with `dry_run` it only reports, so that a person can look before it is written.
struct RunImport {
    data::ImportRequest request;
};
struct StopImport {};
/// Writes the rows with issues of an imported file into a workbook beside it.
struct MarkRows {
    data::ImportRequest request;
    std::shared_ptr<const data::ImportReport> report;
};
/// Shows the changes of one record.
struct ShowHistory {
    std::string kind;
    std::string key;
};
/// Reads from the log of changes; the answer goes to the page of changes.
struct ReadHistory {
    data::HistoryRequest asked;
};
/// Writes the list of the findings shown as PDF or CSV, by the file's ending; empty: asks for the file.
struct SaveList {
    std::string path;
};
/// A letter that can be looked at before it is saved.
enum class LetterKind : std::uint8_t { notice, brief, parents };
/// Sets a letter and shows its pages. `of`: the numbers of the cases of a notice; the code of the county that a
/// season's briefing is of, nothing for the whole city; the code of the school whose parents are written to.
struct PreviewLetter {
    LetterKind kind{};
    std::vector<std::string> of;
    friend bool operator==(const PreviewLetter&, const PreviewLetter&) = default;
};
/// The briefing of a county, of the whole city where none is given.
[[nodiscard]] inline PreviewLetter briefing_of(data::Adcode county)
{
    PreviewLetter wish{LetterKind::brief, {}};
    if (county.given()) wish.of.push_back(std::to_string(county.value));
    return wish;
}
/// Draws a page of the letter shown, this many pixels a point.
struct DrawLetterPage {
    std::size_t page = 0;
    float pixels_per_pt = 1;
    friend bool operator==(const DrawLetterPage&, const DrawLetterPage&) = default;
};
/// Writes the letter shown as PDF or DOCX, by the file's ending; empty: asks for the file.
struct SaveLetter {
    std::string path;
};
/// Writes what a page shows as a workbook; empty: asks for the file.
struct SaveWorkbook {
    Page page{};
    std::string path{};
};
/// Opens the dialog that asks in which form the records of a kind (plural key) are written out.
struct BeginExport {
    std::string kind;
};
/// Writes the records of a kind into a file; without a path: asks for the file.
struct ExportRecords {
    data::ExportRequest request;
};
struct CopyText {
    std::string text;
};
struct SetLanguage {
    bool english = false;
};
struct SetTheme {
    bool dark = false;
};
struct SetZoom {
    float factor = 1;
};

/// Ranks the waters by their risk in a season (its word), as of the date shown; the answer goes to their pages.
struct RankWaters {
    std::string season;
};
/// Compares the waters with how the register had them at the end of an earlier day, judged for `season_then` (its
/// word); the answer goes to the page of the season.
struct CompareWaters {
    data::Date since{};
    std::string season_then;
    friend bool operator==(const CompareWaters&, const CompareWaters&) = default;
};
/// Looks for the equipment that takes most risk off for a sum of money, in a county or the whole city, also for what
/// nobody has verified where asked; the answer goes to its page.
struct PlanEquipment {
    std::int64_t budget_yuan = 0;
    data::Adcode county{};
    bool unverified = false;
    std::string season{};
    friend bool operator==(const PlanEquipment&, const PlanEquipment&) = default;
};
/// Looks for waters that the map's layers know and the ledger lacks, near a school; the answer goes to their page.
struct FindCandidates {};
/// Takes a candidate into the ledger and notes where it comes from.
struct TakeCandidate {
    data::PutRecord record;
    std::string origin;
};

using Wish = std::variant<data::Command, Select, SetFilter, ShowPage, ShowCases, SetDate, SetKnownAt, AskKnownAt,
                          BeginCase, BeginStep, BeginMatter, TakeStep, ChooseAttachments, AttachFiles, BeginRecord,
                          BeginEntry, BeginRetire, Judge, BeginSetting, BeginSilencing, Compare, CountOperations,
                          ChooseLists, ReconcileLists, ReadOrigins, BeginImport, RunImport, StopImport, MarkRows,
                          SaveList, SaveWorkbook, PreviewLetter, DrawLetterPage, SaveLetter, ShowHistory, ReadHistory,
                          CopyText, SetLanguage, SetTheme, SetZoom, RankWaters, CompareWaters, PlanEquipment,
                          FindCandidates, TakeCandidate, BeginExport, ExportRecords, CheckRequest>;

/// The constructor of each alternative, compiled once in request.cpp.
template <class Each>
[[nodiscard]] std::shared_ptr<const Wish> wish_of(Each each);

/// One of the wishes. A variant of forty types copied and moved in every panel would take a compiler longer than the
/// panel itself, so it is held behind a pointer; a copy shares it.
class Request {
public:
    template <class Each>
        requires(!std::is_same_v<Each, Request>)
    Request(Each each)  // NOLINT(google-explicit-constructor): a wish is a request
        : wish_(wish_of<Each>(std::move(each)))
    {
    }
    [[nodiscard]] const Wish& wish() const { return *wish_; }

private:
    std::shared_ptr<const Wish> wish_;
};
using Requests = std::vector<Request>;

}  // namespace xiaoan::desk
