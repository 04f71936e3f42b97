#include "console/app/worker.hpp"

#include "data/export/marked_rows.hpp"
#include "data/intake/attachment_file.hpp"
#include "data/register/daily_backup.hpp"

#include <algorithm>

namespace xiaoan::app {

namespace {

/// Who writes with this task; null where it only reads.
template <class... Tasks>
const data::Actor* writer_of(const std::variant<Tasks...>& task)
{
    return std::visit(
        []<class One>(const One& one) -> const data::Actor* {
            if constexpr (std::is_same_v<One, CheckTask>)
                return writer_of(one);
            else if constexpr (requires { one.actor; })
                return &one.actor;
            else
                return nullptr;
        },
        task);
}

}  // namespace

Worker::Worker(std::string register_path, std::shared_ptr<const Content> newest, std::optional<desk::KnownAt> known_at,
               const geo::MapPosition& map_origin, std::function<void()> wake)
    : path_(std::move(register_path)),
      wake_(std::move(wake)),
      map_origin_(map_origin),
      newest_(std::move(newest)),
      as_of_(newest_->derived->as_of),
      known_at_(known_at),
      thread_([this](const std::stop_token& stop) { run(stop); })
{
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.clear();
        if (running_) running_->stop.request_stop();
    }
    thread_.request_stop();
}

template <class One>
void Worker::put_newest(One task)
{
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(tasks_, [](const Task& each) { return std::holds_alternative<One>(each); });
    }
    put(std::move(task));
}

void Worker::apply(data::Command command, data::Actor actor, std::vector<std::string> files)
{
    put(ApplyTask{std::move(command), std::move(actor), std::move(files)});
}

void Worker::import(data::ImportRequest request, data::Actor actor, std::shared_ptr<data::JobProgress> progress)
{
    put(ImportTask{std::move(request), std::move(actor), std::move(progress)});
}

void Worker::judge(data::JudgingCommand command, data::Actor actor)
{
    put(JudgeTask{std::move(command), std::move(actor)});
}

void Worker::derive(data::Date as_of)
{
    put_newest(DeriveTask{as_of});
}

void Worker::know(std::optional<data::Timestamp> moment)
{
    put(KnowTask{moment});
}

void Worker::read_history(data::HistoryRequest request)
{
    put(HistoryTask{std::move(request)});
}

void Worker::read_origins(desk::ReadOrigins request)
{
    put(OriginsTask{std::move(request)});
}

void Worker::find_conflicts()
{
    put_newest(ConflictsTask{});
}

void Worker::compare(const judging::Against& against)
{
    put_newest(CompareTask{against});
}

void Worker::count_operations()
{
    put_newest(OperationsTask{});
}

void Worker::reconcile(std::vector<std::string> paths)
{
    put_newest(ReconcileTask{std::move(paths)});
}

void Worker::mark_rows(std::string out, data::ImportRequest request, std::shared_ptr<const data::ImportReport> report,
                       data::SentenceLanguage language)
{
    put(MarkTask{std::move(out), std::move(request), std::move(report), language});
}

void Worker::ask_about_waters(WaterQuestion question)
{
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(tasks_, [&](const Task& each) {
            const auto* of_waters = std::get_if<WaterTask>(&each);
            return of_waters != nullptr && of_waters->question.index() == question.index();
        });
    }
    put(WaterTask{std::move(question)});
}

void Worker::take_candidate(desk::TakeCandidate wish, data::Actor actor)
{
    put(TakeTask{std::move(wish), std::move(actor)});
}

void Worker::export_records(data::ExportRequest request, data::Actor actor, bool chinese)
{
    put(ExportTask{std::move(request), std::move(actor), chinese});
}

void Worker::set_letter(desk::PreviewLetter wish, language::Language language)
{
    put(LetterTask{std::move(wish), language});
}

void Worker::draw_letter_page(desk::DrawLetterPage wish)
{
    {
        const std::lock_guard lock(mutex_);
        std::erase_if(tasks_, [](const Task& task) { return std::holds_alternative<LetterPageTask>(task); });
    }
    put(LetterPageTask{wish});
}

void Worker::write_letter(std::string path)
{
    put(WriteLetterTask{std::move(path)});
}

void Worker::check(CheckTask task)
{
    if (std::holds_alternative<CoverageTask>(task)) {
        const std::lock_guard lock(mutex_);
        std::erase_if(tasks_, [](const Task& each) {
            const auto* check = std::get_if<CheckTask>(&each);
            return check != nullptr && std::holds_alternative<CoverageTask>(*check);
        });
    }
    put(std::move(task));
}

std::vector<Delivery> Worker::take()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(deliveries_, {});
}

bool Worker::busy() const
{
    const std::lock_guard lock(mutex_);
    return working_ || !tasks_.empty();
}

void Worker::put(Task task)
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    arrived_.notify_one();
}

void Worker::deliver(Delivery delivery)
{
    {
        const std::lock_guard lock(mutex_);
        deliveries_.push_back(std::move(delivery));
    }
    wake_();
}

void Worker::derive_now(const data::Register& from)
{
    auto snapshot = newest_->derived->snapshot;
    if (auto refreshed = from.refreshed(*snapshot); refreshed.generation != snapshot->generation)
        snapshot = std::make_shared<const data::Snapshot>(std::move(refreshed));
    show(std::move(snapshot), from);
}

void Worker::show(std::shared_ptr<const data::Snapshot> snapshot, const data::Register& from)
{
    std::optional<data::Timestamp> moment;
    if (known_at_) moment = known_at_->moment;
    newest_ = content_of(std::move(snapshot), as_of_, map_origin_, newest_.get(), data::read_judging(path_, moment),
                         conformance::tracks_of(from));
    deliver(Arrived{newest_, known_at_});
}

void Worker::know_now(const data::Register& from, const std::optional<data::Timestamp>& moment)
{
    if (!moment) {
        known_.reset();
        known_at_.reset();
        return derive_now(from);
    }
    const auto newest = from.change_at(*moment);
    if (!newest) return deliver(NotKnown{newest.error()});
    known_ = from.as_known(*newest);
    known_at_ = {*moment, *newest};
    show(std::make_shared<const data::Snapshot>(known_->snapshot()), *known_);
}

void Worker::apply_now(data::Register& into, ApplyTask& task)
{
    if (auto* step = std::get_if<data::StepCase>(&task.command))
        for (const std::string& path : task.files) {
            try {
                auto file = data::read_attachment(path);
                if (!file) return deliver(Applied{std::move(task.command), std::unexpected(file.error())});
                step->attachments.push_back(*std::move(file));
            } catch (const data::IntakeFault& fault) {
                return deliver(NotAttached{path, fault});
            }
        }
    auto result = into.apply(task.command, task.actor);
    const bool changed = result && result->has_value();
    deliver(Applied{std::move(task.command), std::move(result)});
    if (changed && !known_) derive_now(into);  // else on the way back to now
}

void Worker::judge_now(data::Register& into, JudgeTask& task)
{
    auto result = data::apply_judging(path_, task.command, task.actor);
    const bool changed = result && result->has_value();
    deliver(Judged{std::move(task.command), std::move(result)});
    if (changed && !known_) derive_now(into);  // else on the way back to now
}

void Worker::take_now(data::Register& into, TakeTask& task)
{
    auto result = into.apply(data::Command{task.wish.record}, task.actor);
    const bool changed = result && result->has_value();
    if (changed) into.note(task.actor, "waters take " + task.wish.record.key, task.wish.origin);
    deliver(Applied{data::Command{std::move(task.wish.record)}, std::move(result)});
    if (changed && !known_) derive_now(into);  // else on the way back to now
}

void Worker::compare_now(const data::Register& with, const judging::Against& against)
{
    const desk::Derived& newest = *newest_->derived;
    if (!against.known_at)
        return deliver(Compared{
            judging::compare(newest_->derived, dossiers_on(newest, known_ ? *known_ : with, against.as_of), against)});
    const auto change = with.change_at(*against.known_at);
    if (!change) return deliver(Compared{std::unexpected(change.error())});
    const data::Register known = with.as_known(*change);
    const auto snapshot = std::make_shared<const data::Snapshot>(
        known.snapshot(rules::judged_kinds() | data::kinds_of<data::Sighting>(), false));
    auto then = std::make_shared<rules::Dossiers>(snapshot, data::read_judging(path_, against.known_at));
    const water::WaterPlaces places(snapshot);
    then->set_driven(conformance::look_at(*then, snapshot, conformance::tracks_of(known),
                                          {places.waters(), places.geometries()}, against.as_of)
                         .facts);
    deliver(Compared{judging::compare(newest_->derived, std::move(then), against)});
}

/// Before the first write of a day the register is copied; a window may stay open for weeks.
void Worker::keep_copy_before(const data::Register& of, const Task& task)
{
    const data::Actor* writer = writer_of(task);
    const auto today = writer != nullptr ? data::date_from_iso(std::string_view{writer->at}.substr(0, 10))
                                         : std::optional<data::Date>{};
    if (!today || copy_kept_ == today) return;
    copy_kept_ = today;
    try {
        data::keep_daily_backup(of, *today);
    } catch (const data::StoreFault& fault) {
        deliver(Failed{fault});
    }
}

void Worker::perform(data::Register& into, Task& task)
{
    if (known_at_ && !known_) known_ = into.as_known(known_at_->newest);
    const data::Register& shown = known_ ? *known_ : into;
    if (auto* wish = std::get_if<DeriveTask>(&task)) {
        as_of_ = wish->as_of;
        derive_now(shown);
    } else if (auto* other = std::get_if<KnowTask>(&task)) {
        know_now(into, other->moment);
    } else if (auto* asked = std::get_if<ApplyTask>(&task)) {
        apply_now(into, *asked);
    } else if (auto* judged = std::get_if<JudgeTask>(&task)) {
        judge_now(into, *judged);
    } else if (auto* taken = std::get_if<TakeTask>(&task)) {
        take_now(into, *taken);
    } else if (const auto* comparison = std::get_if<CompareTask>(&task)) {
        compare_now(into, comparison->against);
    } else if (auto* marks = std::get_if<MarkTask>(&task)) {
        Marked marked{marks->out, std::size_t{0}};
        try {
            marked.result = data::write_marked_rows(marks->out, marks->request, *marks->report, marks->language);
        } catch (const data::IntakeFault& fault) {
            marked.result = fault;
        }
        deliver(std::move(marked));
    } else if (auto* file = std::get_if<ImportTask>(&task)) {
        try {
            auto report = data::import_file(into, file->request, file->actor, *newest_->derived->snapshot->region,
                                            *file->progress);
            const bool changed = report.change.has_value();
            deliver(Imported{std::move(file->request), std::move(report)});
            if (changed && !known_) derive_now(into);  // else on the way back to now
        } catch (const data::IntakeFault& fault) {
            deliver(Imported{std::move(file->request), fault});
        }
    } else if (auto* wanted = std::get_if<ExportTask>(&task)) {
        export_now(into, shown, *wanted);
    } else if (auto* check = std::get_if<CheckTask>(&task)) {
        check_now(into, *check);
    } else if (!write_out(shown, task)) {
        read(shown, task);
    }
}

void Worker::export_now(data::Register& into, const data::Register& shown, ExportTask& task)
{
    const auto prepared = data::prepare_export(task.request, *newest_->derived->snapshot, shown);
    if (!prepared) return deliver(Exported{std::move(task.request), std::unexpected(prepared.error())});
    data::note_unmasked(into, *prepared, task.actor);
    deliver(Exported{std::move(task.request), data::write_export(*prepared, task.chinese, as_of_)});
}

void Worker::check_now(data::Register& into, CheckTask& task)
{
    std::optional<data::ChangeId> known;
    if (known_at_) known = known_at_->newest;
    auto answer = CheckDesk::perform(task, {path_, *newest_->derived, known_ ? *known_ : into, known}, wake_);
    const auto* recorded = std::get_if<ChecksRecorded>(&answer);
    const bool changed = recorded != nullptr && recorded->result && recorded->result->has_value();
    deliver(std::move(answer));
    if (changed && !known_) derive_now(into);  // else on the way back to now
}

/// Letters: set, drawn, written. False where the task is another.
bool Worker::write_out(const data::Register& shown, Task& task)
{
    if (auto* letter = std::get_if<LetterTask>(&task)) {
        deliver(LetterSet{letters_.set(letter->wish, *newest_->derived, shown, letter->language)});
    } else if (auto* page = std::get_if<LetterPageTask>(&task)) {
        if (auto picture = letters_.picture(page->wish))
            deliver(LetterPageDrawn{letters_.letter(), page->wish, *std::move(picture)});
    } else if (auto* written = std::get_if<WriteLetterTask>(&task)) {
        letters_.write(written->path);
        deliver(LetterWritten{std::move(written->path)});
    } else {
        return false;
    }
    return true;
}

/// What only asks: the log, origins of values, records that disagree, how buses are run, lists of others.
void Worker::read(const data::Register& shown, Task& task)
{
    if (auto* question = std::get_if<HistoryTask>(&task)) {
        auto changes = shown.history(question->request);
        deliver(HistoryRead{std::move(question->request), std::move(changes)});
    } else if (auto* origins = std::get_if<OriginsTask>(&task)) {
        data::HistoryRequest of;
        of.kind = origins->request.kind;
        of.key = origins->request.key;
        auto values = data::value_origins(shown.history(of));
        deliver(OriginsRead{std::move(origins->request), std::move(values)});
    } else if (std::holds_alternative<OperationsTask>(task)) {
        const auto& derived = newest_->derived;
        deliver(OperationsCounted{std::make_shared<const permits::CountedOperations>(
            derived, permits::operations_over_time(derived->dossiers, derived->as_of, permits::operations_months))});
    } else if (auto* about = std::get_if<WaterTask>(&task)) {
        auto answer = waters_.answer(about->question, *newest_->derived, shown);
        deliver(WatersAnswered{std::move(about->question), std::move(answer)});
    } else if (const auto* lists = std::get_if<ReconcileTask>(&task)) {
        deliver(Reconciled{permits::lay_side_by_side(lists->paths, *newest_->derived->snapshot->region)});
    } else if (std::holds_alternative<ConflictsTask>(task)) {
        const auto& derived = *newest_->derived;
        deliver(ConflictsFound{
            derived.snapshot->generation,
            std::make_shared<const conflicts::Conflicts>(conflicts::find_conflicts(*derived.snapshot, derived.as_of))});
    }
}

/// Of what takes long: how it is watched and stopped.
std::shared_ptr<data::JobProgress> Worker::progress_of(const Task& task)
{
    if (const auto* file = std::get_if<ImportTask>(&task)) return file->progress;
    const auto* check = std::get_if<CheckTask>(&task);
    const auto* plan = check != nullptr ? std::get_if<PlanTask>(check) : nullptr;
    return plan != nullptr ? plan->progress : nullptr;
}

void Worker::run(const std::stop_token& stop)
{
    std::optional<data::Register> open;
    while (true) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            working_ = false;
            if (!arrived_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
            working_ = true;
            running_ = progress_of(task);
        }
        try {
            if (!open) open = data::Register::open(path_, data::Register::Access::write);
            keep_copy_before(*open, task);
            perform(*open, task);
        } catch (const data::StoreFault& fault) {
            open.reset();
            deliver(Failed{fault});
        } catch (const std::exception& failure) {
            open.reset();
            deliver(Failed{data::StoreFault(data::FaultKind::failed, path_, failure.what())});
        }
    }
}

}  // namespace xiaoan::app
