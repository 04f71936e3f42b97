#include "console/checks/page/result_form.hpp"

#include "console/checks/page/plan_form.hpp"
#include "console/checks/sheet/check_sheet.hpp"

#include <algorithm>
#include <charconv>

namespace xiaoan::checks {

namespace {

constexpr std::string_view codes = "codes", departments = "departments";
constexpr std::string_view all_measures = "measures";

std::optional<std::size_t> whole(std::string_view text)
{
    std::size_t value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

/// Parts between blanks and commas.
std::vector<std::string_view> parts_of(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
    };
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 0;
        for (const std::string_view mark : {" ", ",", "，", "、", ";", "；"})
            if (text.substr(i).starts_with(mark)) length = mark.size();
        if (length > 0) {
            close(i);
            begin = i + length;
        }
        i += std::max<std::size_t>(length, 1);
    }
    close(text.size());
    return parts;
}

std::string words_of(std::string_view list, std::string_view text)
{
    std::string words;
    if (const auto chosen = picked(list, text))
        for (const std::size_t choice : *chosen)
            words.append(words.empty() ? "" : " ").append(choices(list)[choice].word);
    return words;
}

bool is_count(std::string_view text)
{
    return text.empty() || whole(text).has_value();
}

}  // namespace

std::optional<std::vector<std::size_t>> picked(std::string_view list, std::string_view text)
{
    std::vector<std::size_t> chosen;
    for (const std::string_view part : parts_of(text)) {
        const auto number = whole(part);
        if (!number || *number < 1 || *number > choices(list).size()) return std::nullopt;
        chosen.push_back(*number - 1);
    }
    std::ranges::sort(chosen);
    const auto repeated = std::ranges::unique(chosen);
    chosen.erase(repeated.begin(), repeated.end());
    return chosen;
}

std::string toggled(std::string_view list, std::string_view text, std::size_t choice)
{
    auto chosen = picked(list, text).value_or(std::vector<std::size_t>{});
    const auto at = std::ranges::lower_bound(chosen, choice);
    if (at != chosen.end() && *at == choice)
        chosen.erase(at);
    else
        chosen.insert(at, choice);
    std::string numbers;
    for (const std::size_t each : chosen) numbers += (numbers.empty() ? "" : " ") + std::to_string(each + 1);
    return numbers;
}

std::string_view fault_of(const ResultForm& form)
{
    const auto team = whole(form.team);
    if (!team || *team < 1 || *team > most_teams) return "result.fault.team";
    if (form.vehicle.find_first_not_of(' ') == std::string::npos) return "result.fault.vehicle";
    if (!form.time.empty() && !typed_time(form.time).given()) return "result.fault.time";
    if (!is_count(form.counted) || !is_count(form.pupils)) return "result.fault.count";
    const bool numbers =
        picked(codes, form.found) && picked(codes, form.cleared) && picked(all_measures, form.measures);
    const auto to = picked(departments, form.handed_to);
    return numbers && to && to->size() <= 1 ? std::string_view{} : "result.fault.number";
}

std::vector<std::pair<std::string, std::string>> answers_of(const ResultForm& form)
{
    std::vector<std::pair<std::string, std::string>> answers{{"met", form.met ? "yes" : "no"}};
    const auto add = [&](const char* question, std::string answer) {
        if (!answer.empty()) answers.emplace_back(question, std::move(answer));
    };
    const auto time = typed_time(form.time);
    add("time", time.given() ? data::hh_mm(time) : std::string{});
    add("place", form.place);
    add("counted", form.counted);
    add("pupils", form.pupils);
    add("found", words_of(codes, form.found));
    add("cleared", words_of(codes, form.cleared));
    add("measures", words_of(all_measures, form.measures));
    add("handed_to", words_of(departments, form.handed_to));
    add("document", form.document);
    add("note", form.note);
    return answers;
}

std::string check_of(const ResultForm& form, data::Date date)
{
    return check_number(date, whole(form.team).value_or(1));
}

ResultForm next_form(const ResultForm& done)
{
    ResultForm next;
    next.team = done.team;
    next.place = done.place;
    return next;
}

}  // namespace xiaoan::checks
