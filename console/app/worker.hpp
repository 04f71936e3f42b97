// The one thread that writes: commands, imports and derivations in their order, answers as finished values.
#pragma once

#include "console/app/check_desk.hpp"
#include "console/app/content.hpp"
#include "console/app/letter_desk.hpp"
#include "console/app/water_desk.hpp"
#include "console/conflicts/conflict.hpp"
#include "console/desk/known_at.hpp"
#include "console/desk/request.hpp"
#include "console/judging/comparison.hpp"
#include "console/permits/counted_operations.hpp"
#include "console/permits/vehicle_lists.hpp"
#include "data/intake/import.hpp"
#include "data/register/change.hpp"
#include "data/register/commands.hpp"
#include "data/register/register.hpp"
#include "data/register/result.hpp"
#include "data/register/value_origin.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace xiaoan::app {

/// A command was done (or not); the derivation that follows shows it.
struct Applied {
    data::Command command;
    data::Result<std::optional<data::ChangeId>> result;
};

/// A parameter was set, or findings set aside (or not).
struct Judged {
    data::JudgingCommand command;
    data::Result<std::optional<data::ChangeId>> result;
};

struct Imported {
    data::ImportRequest request;
    std::variant<data::ImportReport, data::IntakeFault> result;
};

/// The register's newest state as of a date, or an earlier one.
struct Arrived {
    std::shared_ptr<const Content> content;
    std::optional<desk::KnownAt> known_at;
};

/// There is no earlier state to show: the register was not there yet.
struct NotKnown {
    data::Rejected why;
};

/// Entries of the log that were asked for.
struct HistoryRead {
    data::HistoryRequest request;
    std::vector<data::Change> changes;
};

/// A file that was to come with a step of a case cannot be read; the step was not taken.
struct NotAttached {
    std::string path;
    data::IntakeFault fault;
};

/// Where each value of a record came from.
struct OriginsRead {
    desk::ReadOrigins request;
    std::vector<data::ValueOrigin> values;
};

/// The records of the register that disagree, as of a date.
struct ConflictsFound {
    std::uint64_t generation = 0;  // of the snapshot
    std::shared_ptr<const conflicts::Conflicts> conflicts;
};

/// What is shown against another day or an earlier state; or there is none.
struct Compared {
    data::Result<std::shared_ptr<const judging::Comparison>> result;
};

/// How the buses are run, of the newest state.
struct OperationsCounted {
    std::shared_ptr<const permits::CountedOperations> counted;
};

/// Lists of vehicles side by side, or the first that cannot be read.
struct Reconciled {
    std::variant<std::shared_ptr<const permits::LaidOut>, permits::UnreadList> result;
};

/// The rows with issues of a file were written, so many; or the file could not be read again.
struct Marked {
    std::string out;
    std::variant<std::size_t, data::IntakeFault> result;
};

/// Records were written into a file; or the reason why they were not.
struct Exported {
    data::ExportRequest request;
    data::Result<data::ExportReport> result;
};

/// A letter was set; or the reason why there is none.
struct LetterSet {
    data::Result<std::shared_ptr<const documents::SetLetter>> letter;
};

/// A page of the letter set last.
struct LetterPageDrawn {
    std::shared_ptr<const documents::SetLetter> letter;
    desk::DrawLetterPage page;
    documents::PagePicture picture;
};

/// The letter set last was written to this file.
struct LetterWritten {
    std::string path;
};

/// What was asked about waters; or why there is no answer.
struct WatersAnswered {
    WaterQuestion question;
    data::Result<WaterAnswer> answer;
};

/// The register or the disk failed; what was asked is not done.
struct Failed {
    data::StoreFault fault;
};

using Delivery = std::variant<Applied, Judged, Imported, Arrived, NotKnown, HistoryRead, NotAttached, OriginsRead,
                              ConflictsFound, Compared, OperationsCounted, Reconciled, Marked, Exported, LetterSet,
                              LetterPageDrawn, LetterWritten, WatersAnswered, Failed, CheckAnswer>;

class Worker {
public:
    /// `wake` is called from the worker's thread after each delivery.
    Worker(std::string register_path, std::shared_ptr<const Content> newest, std::optional<desk::KnownAt> known_at,
           const geo::MapPosition& map_origin, std::function<void()> wake);
    /// Stops running work and waits for its end.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// `files` come with a step of a case: they are read first, and nothing is done where one cannot be.
    void apply(data::Command command, data::Actor actor, std::vector<std::string> files = {});
    void judge(data::JudgingCommand command, data::Actor actor);
    /// Give the file a `progress` to watch it and to stop it by.
    void import(data::ImportRequest request, data::Actor actor, std::shared_ptr<data::JobProgress> progress);
    /// Judges as of this date; an older wish that has not begun is dropped.
    void derive(data::Date as_of);
    /// From here on judges and reads the register as it was known at this moment; without one as it is. Nothing can
    /// be applied or imported in between.
    void know(std::optional<data::Timestamp> moment);
    void read_history(data::HistoryRequest request);
    void read_origins(desk::ReadOrigins request);
    /// Looks for records that disagree in the newest state; an older wish that has not begun is dropped.
    void find_conflicts();
    /// Compares the newest state with another; an older wish that has not begun is dropped.
    void compare(const judging::Against& against);
    void count_operations();
    void reconcile(std::vector<std::string> paths);
    /// Writes the rows with issues of an imported file into the workbook `out`.
    void mark_rows(std::string out, data::ImportRequest request, std::shared_ptr<const data::ImportReport> report,
                   data::SentenceLanguage language);

    /// Reckons about the waters of the state that is shown; an older question of the same type that has not begun is
    /// dropped.
    void ask_about_waters(WaterQuestion question);
    /// Applies the command and notes in the log, in words, where it comes from.
    void take_candidate(desk::TakeCandidate wish, data::Actor actor);
    /// Writes the records of the state that is shown into a file; what is unmasked is logged first.
    void export_records(data::ExportRequest request, data::Actor actor, bool chinese);

    /// Sets a letter of the state that is shown; its pages are drawn and it is written after that.
    void set_letter(desk::PreviewLetter wish, language::Language language);
    /// An older wish that has not begun is dropped.
    void draw_letter_page(desk::DrawLetterPage wish);
    void write_letter(std::string path);

    /// Plans, sheets and results of joint checks. An older wish to count the coverage of moved stands that has not
    /// begun is dropped.
    void check(CheckTask task);

    /// What was finished since the last call.
    [[nodiscard]] std::vector<Delivery> take();
    [[nodiscard]] bool busy() const;

private:
    struct ApplyTask {
        data::Command command;
        data::Actor actor;
        std::vector<std::string> files;
    };
    struct JudgeTask {
        data::JudgingCommand command;
        data::Actor actor;
    };
    struct ImportTask {
        data::ImportRequest request;
        data::Actor actor;
        std::shared_ptr<data::JobProgress> progress;
    };
    struct DeriveTask {
        data::Date as_of;
    };
    struct KnowTask {
        std::optional<data::Timestamp> moment;
    };
    struct HistoryTask {
        data::HistoryRequest request;
    };
    struct OriginsTask {
        desk::ReadOrigins request;
    };
    struct ConflictsTask {};
    struct CompareTask {
        judging::Against against;
    };
    struct OperationsTask {};
    struct ReconcileTask {
        std::vector<std::string> paths;
    };
    struct MarkTask {
        std::string out;
        data::ImportRequest request;
        std::shared_ptr<const data::ImportReport> report;
        data::SentenceLanguage language{};
    };
    struct ExportTask {
        data::ExportRequest request;
        data::Actor actor;
        bool chinese = true;
    };
    struct LetterTask {
        desk::PreviewLetter wish;
        language::Language language{};
    };
    struct LetterPageTask {
        desk::DrawLetterPage wish;
    };
    struct WriteLetterTask {
        std::string path;
    };
    struct WaterTask {
        WaterQuestion question;
    };
    struct TakeTask {
        desk::TakeCandidate wish;
        data::Actor actor;
    };
    using Task = std::variant<ApplyTask, JudgeTask, ImportTask, DeriveTask, KnowTask, HistoryTask, OriginsTask,
                              ConflictsTask, CompareTask, OperationsTask, ReconcileTask, MarkTask, ExportTask,
                              LetterTask, LetterPageTask, WriteLetterTask, WaterTask, TakeTask, CheckTask>;

    void put(Task task);
    /// Puts it in the place of those of its type that have not begun.
    template <class One>
    void put_newest(One task);
    void run(const std::stop_token& stop);
    [[nodiscard]] static std::shared_ptr<data::JobProgress> progress_of(const Task& task);
    void deliver(Delivery delivery);
    void perform(data::Register& into, Task& task);
    void keep_copy_before(const data::Register& of, const Task& task);
    void apply_now(data::Register& into, ApplyTask& task);
    void judge_now(data::Register& into, JudgeTask& task);
    void take_now(data::Register& into, TakeTask& task);
    void compare_now(const data::Register& with, const judging::Against& against);
    void read(const data::Register& shown, Task& task);
    void export_now(data::Register& into, const data::Register& shown, ExportTask& task);
    bool write_out(const data::Register& shown, Task& task);
    void check_now(data::Register& into, CheckTask& task);
    void know_now(const data::Register& from, const std::optional<data::Timestamp>& moment);
    void derive_now(const data::Register& from);
    void show(std::shared_ptr<const data::Snapshot> snapshot, const data::Register& from);

    std::string path_;
    std::optional<data::Date> copy_kept_;  // the day whose copy of the register is looked after
    std::function<void()> wake_;
    geo::MapPosition map_origin_;
    std::shared_ptr<const Content> newest_;  // the worker's thread only
    data::Date as_of_;                       // the worker's thread only
    std::optional<desk::KnownAt> known_at_;  // the worker's thread only
    std::optional<data::Register> known_;    // the register at that moment; the worker's thread only
    LetterDesk letters_;                     // the worker's thread only
    WaterDesk waters_;                       // the worker's thread only
    mutable std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<Task> tasks_;
    std::vector<Delivery> deliveries_;
    std::shared_ptr<data::JobProgress> running_;
    bool working_ = false;
    std::jthread thread_;
};

}  // namespace xiaoan::app
