#include "data/intake/row_writer.hpp"

#include "data/intake/other_county.hpp"
#include "data/intake/track_writer.hpp"

#include <optional>
#include <utility>

namespace xiaoan::data {

namespace {

class RowWriter {
public:
    RowWriter(FileRows& file, Edit& edit, const WritingOf& of)
        : file_(file),
          edit_(edit),
          asked_(of.asked),
          sha256_(of.sha256),
          actor_(of.actor),
          sources_(file.sheets.size()),
          counties_(file, of.asked, of.region)
    {
        if (asked_.plan || !asked_.expected.empty()) plan_ = std::make_shared<PlannedChanges>();
    }

    Written write(JobProgress& progress)
    {
        constexpr std::size_t rows_between_looks = 256;
        progress.total = progress.done + file_.kept;
        std::size_t written = 0;
        if (file_.tracks && !write_tracks({file_, edit_, asked_, plan_.get(),
                                           [this](std::uint32_t sheet) { return source_of(sheet); }, progress}))
            return {.stopped = true, .plan = {}};
        for (const auto& [kind, rows] : file_.rows) {
            if (file_.tracks && kind == &file_.tracks->kind()) continue;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (++written % rows_between_looks == 0) {
                    progress.done += rows_between_looks;
                    if (progress.stop_requested()) return {.stopped = true, .plan = {}};
                }
                if (rows.gave_way(i))
                    ++file_.sheets[rows.place(i).sheet].report.unchanged;
                else
                    put(rows, i);
            }
        }
        say_unresolved();
        progress.done = progress.total.load();
        return {.stopped = false, .plan = std::move(plan_)};
    }

private:
    void put(const CheckedRows& rows, std::size_t index)
    {
        const RowPlace place = rows.place(index);
        SheetReport& report = file_.sheets[place.sheet].report;
        rows.values(index, values_);
        if (!is_wanted(rows.kind(), place)) {
            ++report.left_out;
            return;
        }
        const Origin origin{source_of(place.sheet), static_cast<std::int32_t>(place.row)};
        auto put = edit_.put(rows.kind(), values_, origin, asked_.replace_vehicle);
        if (!put && put.error().reason == "missing_field" && put.error().field == "county" &&
            file_.sheets[place.sheet].county_if_new.given()) {
            values_[rows.kind().field("county").value()] =
                std::to_string(file_.sheets[place.sheet].county_if_new.value);
            put = edit_.put(rows.kind(), values_, origin, asked_.replace_vehicle);
        }
        if (!put) {
            ++report.refused;
            return say_refused(rows.kind(), place, put.error());
        }
        references_.add(rows.kind(), place, values_);
        if (plan_) plan_->add(rows.kind(), place, *put, values_, rows.packed(index));
        if (const auto other = counties_.of(place.sheet, *put, edit_))
            say_other_county(rows.kind(), place, *other, *put, origin);
        switch (put->outcome) {
        case Outcome::added: ++report.added; break;
        case Outcome::changed: ++report.changed; break;
        case Outcome::unchanged: ++report.unchanged; break;
        }
    }

    /// Whether a person accepted the row, where that was asked for.
    [[nodiscard]] bool is_wanted(const KindInfo& kind, RowPlace place) const
    {
        if (!asked_.only || (asked_.only->added && asked_.only->changed)) return true;
        if (asked_.only->names(file_.sheets[place.sheet].report.sheet, place.row)) return true;
        return asked_.only->asks_outcome() && edit_.is_new(kind, values_) == asked_.only->added;
    }

    /// The source that rows of a sheet name, recorded when the first of them is put.
    std::int64_t source_of(std::uint32_t sheet)
    {
        auto& source = sources_[sheet];
        const SheetReport& report = file_.sheets[sheet].report;
        if (!source) source = edit_.add_source({report.file, report.sheet, sha256_, report.kind}, actor_);
        return *source;
    }

    void say_refused(const KindInfo& kind, RowPlace place, const Rejected& refused)
    {
        ReadSheet& sheet = file_.sheets[place.sheet];
        const std::size_t field = kind.field(refused.field).value_or(kind.keys.front().front());
        const auto* text = std::get_if<std::string>(&values_[field]);
        const std::string value = text != nullptr ? *text : std::string{};
        const IssueCode code = code_of(refused);
        std::vector<std::string> parameters;
        if (code == IssueCode::vehicle_replaced) parameters.push_back(refused.arguments.back());  // the recorded VIN
        RowIssue issue = issue_at(sheet, place.row, field, code, value, std::move(parameters));
        issue.severity = IssueSeverity::refused;
        sheet.report.issues.push_back(std::move(issue));
    }

    static IssueCode code_of(const Rejected& refused)
    {
        if (refused.reason == "vehicle_replaced") return IssueCode::vehicle_replaced;
        if (refused.reason == "key_in_use") return IssueCode::duplicate_in_file;
        return IssueCode::missing_required;
    }

    void say_unresolved()
    {
        for (const UnresolvedReference& reference : references_.unresolved(edit_)) {
            ReadSheet& sheet = file_.sheets[reference.place.sheet];
            sheet.report.issues.push_back(issue_at(sheet, reference.place.row, reference.field,
                                                   IssueCode::unresolved_reference, reference.value,
                                                   {std::string{reference.to->key}}));
        }
    }

    /// Warns of a row that changes what another county's file gave last, and leaves it to be settled by a person unless
    /// one has seen it already.
    void say_other_county(const KindInfo& kind, RowPlace place, const OtherCounty& other, const PutResult& put,
                          Origin by)
    {
        ReadSheet& sheet = file_.sheets[place.sheet];
        const std::size_t field = kind.keys.front().front();
        const auto* key = std::get_if<std::string>(&values_[field]);
        sheet.report.issues.push_back(issue_at(sheet, place.row, field, IssueCode::other_county,
                                               key != nullptr ? *key : std::string{},
                                               {other.file, other.row != 0 ? std::to_string(other.row) : ""}));
        if (plan_) plan_->mark_other_county(plan_->size() - 1);
        if (!asked_.other_county_decided) edit_.contest(kind, put, by);
    }

    FileRows& file_;
    Edit& edit_;
    const ImportRequest& asked_;
    const std::string& sha256_;
    const Actor& actor_;
    std::vector<std::optional<std::int64_t>> sources_;
    ReferenceCheck references_;
    OtherCountyCheck counties_;
    std::shared_ptr<PlannedChanges> plan_;
    std::vector<Value> values_;
};

}  // namespace

Written write_rows(FileRows& file, Edit& edit, const WritingOf& of, JobProgress& progress)
{
    return RowWriter(file, edit, of).write(progress);
}

}  // namespace xiaoan::data
