#include "console/checks/sheet/xls_form.hpp"

#include "console/checks/sheet/book.hpp"
#include "console/checks/sheet/question.hpp"
#include "console/language/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using language::Language;
using language::tr;

constexpr std::array form_names{std::string_view{"start"},    std::string_view{"end"},
                                std::string_view{"position"}, std::string_view{"scan"},
                                std::string_view{"picked"},   std::string_view{"typed"},
                                std::string_view{"expects"},  std::string_view{"as_expected"}};
constexpr std::string_view other = "other";

/// One line of the survey; what is empty stays so.
struct Line {
    std::string type;
    std::string name;
    std::string zh{};
    std::string en{};
    std::string hint_zh{};
    std::string hint_en{};
    bool required = false;
    std::string relevant{};
    std::string calculation{};
    std::string constraint{};
    std::string message_zh{};
    std::string message_en{};
    std::string standing{};  // default
    std::string filter{};    // choice_filter
};

std::string said(Language language, const char* key)
{
    return std::string{tr(language, key)};
}

Line asked(std::string type, std::string name, const char* key)
{
    return {
        .type = std::move(type), .name = std::move(name), .zh = said(Language::zh, key), .en = said(Language::en, key)};
}

std::string type_of(const Question& question)
{
    switch (question.type) {
    case QuestionType::whole: return "integer";
    case QuestionType::degrees: return "decimal";
    case QuestionType::date: return "date";
    case QuestionType::time: return "time";
    case QuestionType::yes_no: return "select_one yes_no";
    case QuestionType::one_of: return fmt::format("select_one {}", question.choices);
    case QuestionType::several_of: return fmt::format("select_multiple {}", question.choices);
    case QuestionType::photo: return "image";
    case QuestionType::county: return "select_one county";
    case QuestionType::text: break;
    }
    return "text";
}

class Survey {
public:
    explicit Survey(const CheckSheet& sheet) : sheet_(sheet) {}

    FormSheet make()
    {
        rows_.push_back({"type", "name", "label::中文 (zh)", "label::English (en)", "hint::中文 (zh)",
                         "hint::English (en)", "required", "relevant", "calculation", "constraint",
                         "constraint_message::中文 (zh)", "constraint_message::English (en)", "default",
                         "choice_filter"});
        add({.type = "start", .name = "start"});
        add({.type = "end", .name = "end"});
        const Section* open = nullptr;
        for (const Question& question : questions()) {
            if (question.filled == Filled::on_paper || question.name == "from" || question.name == "to") continue;
            if (open == nullptr || *open != question.section) {
                if (open != nullptr) add({.type = "end_group", .name = {}});
                open = &question.section;
                begin_group(*open);
            }
            add(question);
        }
        add({.type = "end_group", .name = {}});
        return std::move(rows_);
    }

private:
    void add(const Line& line)
    {
        rows_.push_back({line.type, line.name, line.zh, line.en, line.hint_zh, line.hint_en, line.required ? "yes" : "",
                         line.relevant, line.calculation, line.constraint, line.message_zh, line.message_en,
                         line.standing, line.filter});
    }

    /// Group and question must not bear one name, or ${check} would mean both.
    void begin_group(Section section)
    {
        Line line{.type = "begin_group",
                  .name = fmt::format("g_{}", word_of(section)),
                  .zh = std::string{title_of(section, Language::zh)},
                  .en = std::string{title_of(section, Language::en)}};
        if (section > Section::vehicle) line.relevant = "${met} != 'no'";
        add(line);
    }

    void add(const Question& question)
    {
        const std::string_view name = question.name;
        Line line{.type = type_of(question),
                  .name = std::string{name},
                  .zh = std::string{question.zh},
                  .en = std::string{question.en}};
        if (name == "check") {
            line.type = "select_one checks";
            line.required = true;
        } else if (name == "date") {
            line.standing = data::iso(sheet_.date);
            line.required = true;
        } else if (name == "team") {
            line = {.type = "calculate", .name = "team", .calculation = "substring-after(${check}, '-')"};
        } else if (name == "lon") {
            add(asked("geopoint", "position", "sheet.form.position"));
            line = {.type = "calculate", .name = "lon", .calculation = "selected-at(${position}, 1)"};
        } else if (name == "lat") {
            line = {.type = "calculate", .name = "lat", .calculation = "selected-at(${position}, 0)"};
        } else if (name == "vehicle") {
            return add_vehicle();
        } else if (name == "expected") {
            return add_expectation();
        } else if (question.type == QuestionType::whole) {
            line.constraint = ". >= 0 and . <= 999";
        } else if (name == "measures") {
            line.constraint = "not(selected(., 'impound')) or selected(., 'transfer') or selected(., 'finish_run') or "
                              "coalesce(${pupils}, 1) = 0";
            line.message_zh = said(Language::zh, "sheet.form.pupils_first");
            line.message_en = said(Language::en, "sheet.form.pupils_first");
        } else if (name == "document" || name == "handed_to") {
            line.relevant = "selected(${measures}, 'hand_over')";
        } else if (name == "fee_how") {
            line.relevant = "${fee} = 'yes'";
        }
        add(line);
    }

    /// Scanned, picked from those expected, or typed.
    void add_vehicle()
    {
        Line scan = asked("barcode", "scan", "sheet.form.scan");
        scan.hint_zh = said(Language::zh, "sheet.form.scan_hint");
        scan.hint_en = said(Language::en, "sheet.form.scan_hint");
        add(scan);
        Line picked = asked("select_one vehicles", "picked", "sheet.form.picked");
        picked.relevant = "not(contains(${scan}, ' '))";
        picked.filter = "check = ${check} or name = 'other'";
        picked.required = true;
        add(picked);
        Line typed = asked("text", "typed", "sheet.form.typed");
        typed.hint_zh = said(Language::zh, "sheet.form.typed_hint");
        typed.hint_en = said(Language::en, "sheet.form.typed_hint");
        typed.relevant = "${picked} = 'other'";
        typed.required = true;
        add(typed);
        add({.type = "calculate",
             .name = "vehicle",
             .calculation = "if(contains(${scan}, ' '), substring-after(${scan}, ' '), if(${picked} = 'other', "
                            "${typed}, ${picked}))"});
    }

    void add_expectation()
    {
        add({.type = "calculate",
             .name = "expects",
             .calculation = "instance('vehicles')/root/item[name = ${vehicle} and check = ${check}]/expects"});
        add({.type = "calculate", .name = "expected", .calculation = "if(string-length(${expects}) > 0, 'yes', 'no')"});
        add({.type = "note",
             .name = "as_expected",
             .zh = "${expects}",
             .en = "${expects}",
             .relevant = "${expected} = 'yes'"});
    }

    const CheckSheet& sheet_;
    FormSheet rows_;
};

/// All that should be, in one text: "车辆类型：…；…".
std::string expects_of(const ExpectedVehicle& vehicle, Language language)
{
    const bool zh = language == Language::zh;
    std::string text;
    for (const ExpectedFact& fact : vehicle.facts)
        text += fmt::format("{}{}{}{}", text.empty() ? "" : zh ? "；" : "; ", fact.label, zh ? "：" : ": ", fact.text);
    for (const ExpectedFlag& flag : vehicle.flags) text += (zh ? "；" : "; ") + flag.title;
    return text;
}

FormSheet choices_of_form(const CheckSheet& sheet, const data::Region& region)
{
    FormSheet rows{{"list_name", "name", "label::中文 (zh)", "label::English (en)", "check", "expects"}};
    for (const std::string_view list : choice_lists())
        for (const Choice& choice : choices(list))
            rows.push_back(
                {std::string{list}, std::string{choice.word}, std::string{choice.zh}, std::string{choice.en}, {}, {}});
    for (const data::County& county : region.counties)
        rows.push_back({"county", std::to_string(county.adcode.value), county.name_zh, county.name_en, {}, {}});
    for (const SheetTeam& team : sheet.teams)
        rows.push_back({"checks",
                        team.check,
                        tr(Language::zh, "sheet.form.team", {team.check, std::to_string(team.number)}),
                        tr(Language::en, "sheet.form.team", {team.check, std::to_string(team.number)}),
                        {},
                        {}});
    for (const SheetTeam& team : sheet.teams)
        for (const SheetStand& stand : team.stands)
            for (const ExpectedVehicle& vehicle : stand.vehicles) {
                const std::string shown = language::shown_registration_number(vehicle.registration_number) +
                                          (vehicle.at.given() ? " " + data::hh_mm(vehicle.at) : std::string{});
                rows.push_back({"vehicles", vehicle.registration_number, shown, shown, team.check,
                                expects_of(vehicle, sheet.language)});
            }
    rows.push_back({"vehicles",
                    std::string{other},
                    said(Language::zh, "sheet.form.other"),
                    said(Language::en, "sheet.form.other"),
                    {},
                    {}});
    return rows;
}

FormSheet settings_of(const CheckSheet& sheet)
{
    std::string day = data::iso(sheet.date);
    std::erase(day, '-');
    return {{"form_title", "form_id", "version", "default_language", "instance_name", "allow_choice_duplicates"},
            {fmt::format("{} {}", tr(Language::zh, "sheet.title"), data::iso(sheet.date)), "xiaoan_check_" + day,
             fmt::format("{}", sheet.last_change.value), "中文 (zh)", "concat(${check}, ' ', ${vehicle})",
             "yes"}};  // two teams may expect one vehicle
}

}  // namespace

XlsForm xls_form(const CheckSheet& sheet, const data::Region& region)
{
    return {Survey(sheet).make(), choices_of_form(sheet, region), settings_of(sheet)};
}

void write_xls_form(const std::string& path, const XlsForm& form, const CheckSheet& sheet)
{
    Book book(path, std::string{tr(sheet.language, "sheet.title")}, sheet.date);
    book.write(book.sheet("survey"), form.survey);
    book.write(book.sheet("choices"), form.choices);
    book.write(book.sheet("settings"), form.settings);
    book.finish();
}

bool is_of_form_alone(std::string_view name)
{
    return std::ranges::find(form_names, name) != form_names.end();
}

}  // namespace xiaoan::checks
