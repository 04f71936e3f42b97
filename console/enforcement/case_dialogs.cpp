#include "console/enforcement/case_dialogs.hpp"

#include "console/rules/calendar.hpp"

#include <utility>

namespace xiaoan::enforcement {

namespace {

constexpr int usual_workdays = 5;  // an offer; the person decides

data::Date workdays_later(const desk::Derived& derived, int days)
{
    const auto date = rules::WorkingDays(derived.snapshot->region->holidays).later(derived.as_of, days);
    return date.value_or(derived.as_of + std::chrono::days{days + 2});
}

std::string joined(const std::vector<data::CaseAddressee>& all, bool copy)
{
    std::string text;
    for (const data::CaseAddressee& each : all)
        if (each.copy == copy) text += (text.empty() ? "" : "、") + each.name;
    return text;
}

}  // namespace

bool says_something(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

void begin_case(CaseDialogs& dialogs, const desk::Derived& derived, std::vector<std::string> registration_numbers)
{
    OpenCasesDialog fresh;
    fresh.opening = true;
    fresh.registration_numbers = std::move(registration_numbers);
    fresh.due_on = derived.as_of + std::chrono::days{7};
    dialogs.open = std::move(fresh);
}

void begin_step(CaseDialogs& dialogs, const desk::Derived& derived, std::string number, data::CaseStep step)
{
    const data::Case* of = derived.snapshot->find_case(number);
    if (of == nullptr) return;
    StepDialog fresh;
    fresh.opening = fresh.writing = true;
    fresh.number = std::move(number);
    fresh.step = step;
    if (step == data::CaseStep::sent) {
        const auto addressees = of->addressees.empty() ? usual_addressees(derived.dossiers, *of) : of->addressees;
        fresh.to = joined(addressees, false);
        fresh.copy = joined(addressees, true);
    }
    fresh.due_on = workdays_later(derived, usual_workdays);
    if (of->due_on.has_date() && of->due_on.date() >= fresh.due_on)
        fresh.due_on = of->due_on.date() + std::chrono::days{1};
    fresh.by_check = step == data::CaseStep::verified && of->rules.empty();
    dialogs.step = std::move(fresh);
}

void begin_matter(CaseDialogs& dialogs, const desk::Derived& derived, const desk::BeginMatter& wish)
{
    MatterDialog fresh;
    fresh.opening = true;
    fresh.matter = wish.matter;
    fresh.county = wish.county;
    fresh.due_on = workdays_later(derived, usual_workdays);
    dialogs.matter = std::move(fresh);
}

bool takes_files(const CaseDialogs& dialogs)
{
    return dialogs.step.writing;
}

void attach_files(CaseDialogs& dialogs, const std::vector<std::string>& paths)
{
    if (!dialogs.step.writing) return;
    for (const std::string& path : paths)
        if (dialogs.step.files.size() < data::most_attachments) dialogs.step.files.push_back(path);
    dialogs.step.opening = true;
}

desk::Requests draw_case_dialogs(CaseDialogs& dialogs, const desk::Frame& frame)
{
    desk::Requests asked;
    draw_open_cases_dialog(dialogs.open, frame, asked);
    draw_step_dialog(dialogs.step, frame, asked);
    draw_matter_dialog(dialogs.matter, frame, asked);
    return asked;
}

}  // namespace xiaoan::enforcement
