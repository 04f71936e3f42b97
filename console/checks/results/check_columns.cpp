#include "console/checks/results/check_columns.hpp"

#include "console/checks/sheet/sheet_workbook.hpp"
#include "console/checks/sheet/xls_form.hpp"
#include "data/intake/values/text_form.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using language::Language;

std::string comparable(std::string_view text)
{
    return data::lower_ascii(data::compact(text));
}

/// By name or label.
const Question* question_of(std::string_view header)
{
    const std::string wanted = comparable(header);
    for (const Question& question : questions())
        if (wanted == question.name || wanted == comparable(question.zh) || wanted == comparable(question.en))
            return &question;
    return nullptr;
}

/// The names of a header between the signs that part groups: g_load/counted, g_load-counted, g_load:counted.
std::vector<std::string_view> path_of(std::string_view header)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= header.size();) {
        const std::size_t end = std::min(header.find_first_of("/-:", at), header.size());
        parts.push_back(header.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

bool is_to_compare_with(std::string_view header)
{
    return header.starts_with(data::trimmed(reference_mark(Language::zh))) ||
           header.starts_with(data::trimmed(reference_mark(Language::en)));
}

/// What ODK Central, ODK Collect and KoboToolbox add to every export.
bool is_of_the_server(std::span<const std::string_view> path)
{
    static constexpr std::array<std::string_view, 14> names{
        "submissiondate",      "key",    "submitterid", "submittername", "attachmentspresent",
        "attachmentsexpected", "status", "reviewstate", "deviceid",      "edits",
        "formversion",         "meta",   "position",    "instanceid"};
    const std::string first = comparable(path.front()), last = comparable(path.back());
    return first.starts_with('_') || std::ranges::find(names, first) != names.end() || last.starts_with("instance") ||
           // position-Latitude, and _position_altitude
           (path.size() > 1 && comparable(path[path.size() - 2]) == "position");
}

/// Kobo can write several choices as a column each: g_result/measures/transfer.
std::optional<CheckColumn> column_of_choice(std::span<const std::string_view> path)
{
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        if (const Question* question = find_question(path[i]);
            question != nullptr && question->type == QuestionType::several_of) {
            // The words of choices have the sign that parts groups in them: PLATE-NONE.
            const std::string_view word{path[i + 1].data(), path.back().data() + path.back().size()};
            return CheckColumn{0, question, {}, find_choice(choices_of(*question), word)};
        }
    return std::nullopt;
}

}  // namespace

std::optional<CheckColumns> check_columns(const data::SheetRow& row)
{
    CheckColumns columns;
    bool check = false, date = false, vehicle = false;
    for (const data::Cell& cell : row.cells) {
        const std::string_view header = data::trimmed(cell.text);
        if (header.empty() || cell.merged || is_to_compare_with(header)) continue;
        const Question* question = question_of(header);
        const auto path = path_of(header);
        if (auto one = question == nullptr ? column_of_choice(path) : std::nullopt) {
            one->at = cell.column;
            one->header = header;
            if (one->choice != nullptr) columns.questions.push_back(*std::move(one));
            continue;
        }
        if (question == nullptr) question = find_question(data::trimmed(path.back()));
        if (question == nullptr) {
            if (!is_of_form_alone(comparable(path.back())) && !is_of_the_server(path))
                columns.unknown.emplace_back(header);
            continue;
        }
        if (question->filled == Filled::on_paper) continue;
        check = check || question->name == "check";
        date = date || question->name == "date";
        vehicle = vehicle || question->name == "vehicle";
        columns.questions.push_back({cell.column, question, std::string{header}});
    }
    if (!vehicle || (!check && !date)) return std::nullopt;
    return columns;
}

}  // namespace xiaoan::checks
