#include "console/checks/page/plan_form.hpp"

#include <charconv>

namespace xiaoan::checks {

namespace {

/// A whole number of at most four digits; negative where it is none.
int whole(std::string_view text)
{
    int value = -1;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && text.size() <= 4 ? value : -1;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

data::TimeOfDay typed_time(std::string_view text)
{
    text = trimmed(text);
    int hours = -1, minutes = -1;
    std::size_t colon = text.find(':'), wide = 1;
    if (colon == std::string_view::npos) {
        colon = text.find("：");
        wide = std::string_view{"："}.size();
    }
    if (colon != std::string_view::npos) {
        if (text.size() - colon - wide != 2) return {};
        hours = whole(text.substr(0, colon));
        minutes = whole(text.substr(colon + wide));
    } else if (text.size() == 3 || text.size() == 4) {
        hours = whole(text.substr(0, text.size() - 2));
        minutes = whole(text.substr(text.size() - 2));
    }
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return {};
    return {static_cast<std::int16_t>(hours * 60 + minutes)};
}

PlanForm form_of(const PlanWish& wish)
{
    return {wish.date, data::hh_mm(wish.from), data::hh_mm(wish.to), std::to_string(wish.teams)};
}

FormFault fault_of(const PlanForm& form)
{
    FormFault fault;
    const auto from = typed_time(form.from), to = typed_time(form.to);
    const int teams = whole(trimmed(form.teams));
    fault.from = !from.given();
    fault.to = !to.given();
    fault.teams = teams < 1 || teams > static_cast<int>(most_teams);
    if (fault.from || fault.to)
        fault.why = "plan.fault.time";
    else if (to.minutes - from.minutes < PlanWish{}.stand_min) {
        fault.to = true;
        fault.why = "plan.fault.hours";
    } else if (fault.teams)
        fault.why = "plan.fault.teams";
    return fault;
}

PlanWish wish_of(const PlanForm& form)
{
    PlanWish wish{.date = form.date};
    wish.from = typed_time(form.from);
    wish.to = typed_time(form.to);
    wish.teams = static_cast<std::size_t>(whole(trimmed(form.teams)));
    return wish;
}

}  // namespace xiaoan::checks
