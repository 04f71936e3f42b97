#include "console/enforcement/notices/case_ledger.hpp"

#include "console/documents/text/figures.hpp"
#include "console/rules/wording.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace xiaoan::enforcement {

namespace {

using documents::Align;
using language::Language;
using language::tr;

struct Period {
    data::Date from{};
    data::Date to{};     // the month's last day
    data::Date until{};  // of what is told: the as-of date, or the month's end where that is earlier
};

Period period_of(std::chrono::year_month month, data::Date as_of)
{
    const data::Date from = month / 1, to = month / std::chrono::last;
    return {from, to, std::min(as_of, to)};
}

/// The last step of this kind by the day; null where none was taken.
const data::CaseEvent* last_step(const data::Case& of, data::CaseStep step, data::Date until)
{
    const data::CaseEvent* found = nullptr;
    for (const auto& event : of.events)
        if (event.what == data::word(step) && data::day_of(event) <= until) found = &event;
    return found;
}

/// The step by which the case had ended on the day; null where it was alive.
const data::CaseEvent* end_of(const data::Case& of, data::Date until)
{
    const data::CaseEvent* end = nullptr;
    for (const auto& event : of.events) {
        if (data::day_of(event) > until) continue;
        if (event.what == data::word(data::CaseStep::closed) || event.what == data::word(data::CaseStep::cancelled))
            end = &event;
        if (event.what == data::word(data::CaseStep::reopened)) end = nullptr;
    }
    return end;
}

/// The deadline as it stood on the day: the last one that a step set, else the case's own.
data::DateCell due_on(const data::Case& of, data::Date until)
{
    data::DateCell due = of.due_on;
    for (const auto& event : of.events)
        if (event.due_on.has_date() && data::day_of(event) <= until) due = event.due_on;
    return due;
}

bool was_alive_in(const data::Case& of, const Period& period)
{
    if (of.opened_on > period.until) return false;
    if (end_of(of, period.from - std::chrono::days{1}) == nullptr) return true;
    const auto* reopened = last_step(of, data::CaseStep::reopened, period.until);
    return reopened != nullptr && data::day_of(*reopened) >= period.from;
}

std::string dated(const data::CaseEvent* step)
{
    if (step == nullptr) return {};
    const std::string day = data::iso(data::day_of(*step));
    return step->document.empty() ? day : day + "\n" + step->document;
}

struct Line {
    const CaseRow* row = nullptr;
    const data::CaseEvent* end = nullptr;
    data::DateCell due;
    int overdue_days = 0;
};

class Ledger {
public:
    Ledger(const data::Snapshot& snapshot, const Period& period, Language language)
        : snapshot_(snapshot), period_(period), language_(language)
    {
    }

    void add(const CaseRow& row)
    {
        const data::Case& of = *row.opened;
        if (!was_alive_in(of, period_)) return;
        Line line{&row, end_of(of, period_.until), due_on(of, period_.until), 0};
        if (line.end == nullptr && line.due.has_date() && line.due.date() < period_.until)
            line.overdue_days = static_cast<int>((period_.until - line.due.date()).count());
        lines_.push_back(line);
    }

    documents::ListDocument document()
    {
        std::ranges::sort(lines_, {}, [](const Line& line) {
            return std::tuple(line.row->opened->county, std::string_view{line.row->opened->number});
        });
        documents::ListDocument list;
        const std::chrono::year_month_day first{period_.from};
        const std::string year = std::to_string(static_cast<int>(first.year()));
        const std::string month = std::to_string(static_cast<unsigned>(first.month()));
        list.title = tr(language_, "case_ledger.title", {year, month});
        list.facts = {tr(language_, "case_ledger.facts", {snapshot_.name, day(period_.until)}), counts()};
        add_columns(list.table);
        for (const Line& line : lines_) list.table.rows.push_back(table_row(line, list.table.rows.size() + 1));
        list.empty_text = tr(language_, "case_ledger.empty");
        list.foot = tr(language_, "list.foot", {std::to_string(snapshot_.last_change.value)});
        list.page_of = tr(language_, "list.page_of");
        if (snapshot_.demonstration) list.demonstration = tr(language_, "demonstration");
        list.info = {list.title, snapshot_.name, period_.until};
        return list;
    }

private:
    [[nodiscard]] std::string day(data::Date date) const
    {
        return language_ == Language::zh ? documents::long_date(date) : data::iso(date);
    }

    [[nodiscard]] std::string counts() const
    {
        std::size_t opened = 0, closed = 0, cancelled = 0, alive = 0, overdue = 0;
        for (const Line& line : lines_) {
            opened += line.row->opened->opened_on >= period_.from ? 1 : 0;
            if (line.end == nullptr) {
                ++alive;
                overdue += line.overdue_days > 0 ? 1 : 0;
            } else {
                ++(line.end->what == data::word(data::CaseStep::closed) ? closed : cancelled);
            }
        }
        return tr(language_, "case_ledger.counts",
                  {std::to_string(lines_.size()), std::to_string(opened), std::to_string(closed),
                   std::to_string(cancelled), std::to_string(alive), std::to_string(overdue)});
    }

    void add_columns(documents::Table& table) const
    {
        struct Column {
            const char* key;
            double width_mm;
            Align align = Align::left;
        };
        for (const auto& [key, width, align] :
             {Column{"number", 8, Align::centre}, Column{"case", 19}, Column{"subject", 30}, Column{"county", 17},
              Column{"problems", 52}, Column{"department", 22}, Column{"opened_on", 19}, Column{"sent", 32},
              Column{"due_on", 19}, Column{"replied", 27}, Column{"state", 22}})
            table.columns.push_back({std::string{tr(language_, std::string{"case_ledger."} + key)}, width, align});
    }

    [[nodiscard]] std::string state_text(const Line& line) const
    {
        if (line.end != nullptr)
            return std::string{tr(language_, "case_ledger.end." + line.end->what)} + "\n" + dated(line.end);
        if (line.overdue_days > 0) return tr(language_, "case_ledger.overdue", {std::to_string(line.overdue_days)});
        return std::string{tr(language_, "case_ledger.alive")};
    }

    [[nodiscard]] documents::TableRow table_row(const Line& line, std::size_t number) const
    {
        const data::Case& of = *line.row->opened;
        const auto text = case_row_text(snapshot_, *line.row, period_.until, language_);
        return {.cells = {{std::to_string(number)},
                          {of.number},
                          {text.subject},
                          {text.county},
                          {text.problems},
                          {text.department},
                          {data::iso(of.opened_on)},
                          {dated(last_step(of, data::CaseStep::sent, period_.until))},
                          {line.due.has_date() ? data::iso(line.due.date()) : std::string{}},
                          {dated(last_step(of, data::CaseStep::replied, period_.until))},
                          {state_text(line)}}};
    }

    const data::Snapshot& snapshot_;
    const Period& period_;
    Language language_;
    std::vector<Line> lines_;
};

}  // namespace

documents::ListDocument case_ledger(const data::Snapshot& snapshot, std::span<const CaseRow> rows,
                                    std::chrono::year_month month, data::Date as_of, Language language)
{
    const Period period = period_of(month, as_of);
    Ledger ledger(snapshot, period, language);
    for (const CaseRow& row : rows) ledger.add(row);
    return ledger.document();
}

}  // namespace xiaoan::enforcement
