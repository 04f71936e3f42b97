#include "console/permits/due_days.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/supervision/joint.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::permits {

namespace {

class Gathering {
public:
    explicit Gathering(const desk::Derived& derived) : derived_(derived) {}

    std::vector<DueEntry> all()
    {
        for (std::size_t i = 0; i < derived_.dossiers.size(); ++i) add_bus(i);
        for (const auto& row : derived_.cases)
            if (!has_ended(row.opened->state))
                add(row.opened->due_on, DueWhat::supervision, row.opened->number, row.opened->county);
        for (const data::Assignment& each : derived_.snapshot->all<data::Assignment>())
            if (!supervision::is_done(each, derived_.as_of))
                add(each.due_on, DueWhat::assignment, each.number, each.county);
        std::ranges::sort(entries_, {}, [](const DueEntry& each) {
            return std::tuple{each.on, each.what, std::string_view{each.key}};
        });
        return std::move(entries_);
    }

private:
    void add(const data::DateCell& on, DueWhat what, const std::string& key, data::Adcode county)
    {
        if (!on.has_date() || on.date() < derived_.as_of || on.date() > derived_.as_of + std::chrono::days{due_days})
            return;
        entries_.push_back({on.date(), what, key, county});
    }

    void add_bus(std::size_t index)
    {
        if (derived_.judgement.states[index] == rules::BusState::not_in_service) return;
        const auto bus = rules::bus_on_date(derived_.dossiers, index, derived_.as_of, room_);
        const data::Bus& record = bus.record();
        const auto of_bus = [&](const data::DateCell& on, DueWhat what) {
            add(on, what, record.registration_number, record.county);
        };
        if (bus.permit_in_force != nullptr) of_bus(bus.permit_in_force->valid_to, DueWhat::permit);
        if (bus.plate_held != nullptr) of_bus(bus.plate_held->valid_to, DueWhat::plate);
        of_bus(record.inspection_until, DueWhat::inspection);
        of_bus(record.compulsory_insurance_until, DueWhat::compulsory_insurance);
        of_bus(record.liability_insurance_until, DueWhat::liability_insurance);
        for (const rules::Finding& finding : derived_.findings_of(index)) {
            if (finding.gap || finding.severity != rules::Severity::notice) continue;
            const std::string_view rule = rules::rules()[finding.rule].id;
            if (rule == "DRIVER-REVIEW-DUE") of_bus(finding.due, DueWhat::driver_review);
            if (rule == "VEHICLE-AGE-DUE") of_bus(finding.due, DueWhat::vehicle_age);
        }
    }

    const desk::Derived& derived_;
    rules::BusRoom room_;
    std::vector<DueEntry> entries_;
};

}  // namespace

std::vector<DueEntry> due_entries(const desk::Derived& derived)
{
    return Gathering(derived).all();
}

std::vector<const DueEntry*> filtered(std::span<const DueEntry> all, const DueFilter& filter)
{
    std::vector<const DueEntry*> through;
    for (const DueEntry& each : all) {
        if (filter.county.given() && each.county.given() && each.county != filter.county) continue;
        if ((filter.what && *filter.what != each.what) || (filter.day && *filter.day != each.on)) continue;
        through.push_back(&each);
    }
    return through;
}

std::vector<DueDay> due_calendar(std::span<const DueEntry* const> entries, data::Date as_of,
                                 const rules::WorkingDays& calendar)
{
    using std::chrono::days, std::chrono::weekday;
    const data::Date first = as_of - (weekday{as_of} - std::chrono::Monday);
    const data::Date last = as_of + days{due_days};
    std::vector<DueDay> shown;
    for (data::Date day = first; day <= last || weekday{day} != std::chrono::Monday; day += days{1})
        shown.push_back({day, day >= as_of && day <= last, calendar.is_working_day(day)});
    for (const DueEntry* entry : entries) {
        DueDay& day = shown[static_cast<std::size_t>((entry->on - first).count())];
        ++day.counts[static_cast<std::size_t>(entry->what)];
        ++day.all;
    }
    return shown;
}

std::string_view text_key(DueWhat what)
{
    constexpr std::array<std::string_view, due_whats> keys{"due.permit",
                                                           "due.plate",
                                                           "due.inspection",
                                                           "due.compulsory_insurance",
                                                           "due.liability_insurance",
                                                           "due.driver_review",
                                                           "due.vehicle_age",
                                                           "due.supervision",
                                                           "due.assignment"};
    return keys[static_cast<std::size_t>(what)];
}

std::string shown_key(const DueEntry& entry)
{
    const bool of_bus = entry.what != DueWhat::supervision && entry.what != DueWhat::assignment;
    return of_bus ? language::shown_registration_number(entry.key) : entry.key;
}

desk::Selection selection_of(const DueEntry& entry)
{
    if (entry.what == DueWhat::supervision) return {desk::Selected::supervision, entry.key};
    if (entry.what == DueWhat::assignment) return {desk::Selected::joint, "assignments:" + entry.key};
    return {desk::Selected::bus, entry.key};
}

std::array<std::string, due_columns> due_heads(language::Language language)
{
    const auto say = [&](std::string_view key) { return std::string{language::tr(language, key)}; };
    return {say("due.column.on"),  say("due.column.left"),   say("due.column.what"),
            say("due.column.key"), say("due.column.county"), say("due.column.run_by")};
}

std::array<std::string, due_columns> due_row(const desk::Derived& derived, const DueEntry& entry,
                                             language::Language language)
{
    const auto left = (entry.on - derived.as_of).count();
    std::string run_by;
    if (selection_of(entry).what == desk::Selected::bus) {
        const auto bus = derived.dossiers.find(std::string_view{entry.key});
        if (bus < derived.dossiers.size()) {
            const data::Operator* known = derived.dossiers.run_by(bus);
            run_by = known != nullptr ? known->name : derived.dossiers.bus(bus).run_by;
        }
    }
    return {data::iso(entry.on),
            left == 0 ? std::string{language::tr(language, "lasting.last_day")}
                      : language::tr(language, "lasting.left", {std::to_string(left)}),
            std::string{language::tr(language, text_key(entry.what))},
            shown_key(entry),
            rules::county_name(*derived.snapshot, entry.county, language),
            run_by};
}

data::PlainSheet due_sheet(const desk::Derived& derived, std::span<const DueEntry* const> entries,
                           language::Language language)
{
    const auto heads = due_heads(language);
    data::PlainSheet sheet{std::string{language::tr(language, "due.sheet")}, {heads.begin(), heads.end()}, {}};
    for (const DueEntry* entry : entries) {
        const auto texts = due_row(derived, *entry, language);
        std::vector<data::PlainCell> row{texts.begin(), texts.end()};
        row[0] = entry->on;
        row[1] = static_cast<std::int64_t>((entry->on - derived.as_of).count());
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

}  // namespace xiaoan::permits
