#include "console/checks/sheet/vehicle_page.hpp"

#include "console/checks/sheet/qr_code.hpp"
#include "console/language/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using namespace documents;
using language::Language;
using language::tr;

constexpr double code_side = 25 * mm;
constexpr double line_mm = 5.2, blank_line_mm = 7.2;  // room to write one answer by hand
constexpr std::array check_questions_on_page{std::string_view{"time"}};

std::string_view joint(Language language)
{
    return language == Language::zh ? "、" : ", ";
}

void draw_text(PageFlow& flow, const std::string& text, Face face, double size, double height, const Metrics& metrics,
               Ink ink = Ink::black)
{
    for (const SetLine& line : set_lines(text, face, {.size_pt = size, .grid = false, .ink = ink, .align = Align::left},
                                         sheet_frame.width - code_side, metrics)) {
        place(flow.page(), line, sheet_frame.left, baseline_in_row(flow.y(), height, size));
        flow.move(height);
    }
}

void draw_head(PageFlow& flow, const CheckSheet& sheet, const SheetTeam& team, const SheetStand& stand,
               const ExpectedVehicle& vehicle, const Metrics& metrics)
{
    const Language language = sheet.language;
    const double top = flow.y();
    for (const Area& area : qr_code(code_text(team, vehicle), sheet_frame.right() - code_side, top, code_side))
        flow.page().areas.push_back(area);
    if (!sheet.demonstration.empty()) draw_text(flow, sheet.demonstration, Face::hei, 9, 12, metrics, Ink::grey);
    draw_text(flow, tr(language, "sheet.vehicle_title", {team.check}), Face::hei, 13, 19, metrics);
    const std::string number = vehicle.registration_number.empty()
                                   ? std::string{tr(language, "sheet.number_blank")}
                                   : language::shown_registration_number(vehicle.registration_number);
    draw_text(flow, number, Face::hei, vehicle.registration_number.empty() ? 12 : 18, 25, metrics);
    const std::string at =
        vehicle.at.given() ? tr(language, "sheet.expected_at", {data::hh_mm(vehicle.at)}) : std::string{};
    draw_text(flow,
              fmt::format("{}　{}　{}　{}", data::iso(sheet.date), hours_text(stand, language),
                          stand.place.empty() ? std::string{tr(language, "sheet.place_blank")} : stand.place, at),
              Face::song, 9, 13, metrics);
    flow.move_to(std::max(flow.y(), top + code_side) + 1.5 * mm);
}

/// Label and text of a fact side by side, two facts a row; a long one has the row for itself.
Table facts_table(const CheckSheet& sheet, const ExpectedVehicle& vehicle)
{
    constexpr std::size_t longest_of_half = 60;  // bytes: some twenty Chinese characters
    Table table;
    table.columns = {{.width_mm = 24}, {.width_mm = 65}, {.width_mm = 24}, {.width_mm = 65}};
    table.has_head = false;
    const auto label = [](const std::string& text) { return TableCell{.text = text, .label = true}; };
    bool half = false;
    for (const ExpectedFact& fact : vehicle.facts) {
        const bool whole = fact.text.size() > longest_of_half;
        if (half && whole) table.rows.back().cells.push_back({.text = {}, .columns = 2});
        if (!half || whole) table.rows.emplace_back();
        auto& cells = table.rows.back().cells;
        cells.push_back(label(fact.label));
        cells.push_back({.text = fact.text, .columns = whole ? std::size_t{3} : 1});
        half = !whole && cells.size() == 2;
    }
    if (half) table.rows.back().cells.push_back({.text = {}, .columns = 2});
    std::string flags;
    for (std::size_t i = 0; i < vehicle.flags.size(); ++i) {
        const ExpectedFlag& flag = vehicle.flags[i];
        const bool first = i == 0 || vehicle.flags[i - 1].severity != flag.severity;
        if (first && i > 0) flags += sheet.language == Language::zh ? "；" : "; ";
        flags += first ? std::string{tr(sheet.language, "severity." + std::string{data::word(flag.severity)})} +
                             (sheet.language == Language::zh ? "：" : ": ") + flag.title
                       : std::string{joint(sheet.language)} + flag.title;
    }
    if (flags.empty()) flags = tr(sheet.language, "sheet.no_flags");
    table.rows.push_back(
        {.cells = {label(std::string{tr(sheet.language, "sheet.flags")}), {.text = flags, .columns = 3}}});
    return table;
}

/// How many of the three places of a row a question takes.
std::size_t places_of(const Question& question)
{
    constexpr std::array widest{std::string_view{"driver_person"}, std::string_view{"pupils_by_school"},
                                std::string_view{"handed_to"}, std::string_view{"document"}, std::string_view{"note"}};
    constexpr std::array wide{std::string_view{"vehicle_type"}, std::string_view{"use_code"},
                              std::string_view{"permit_number"}, std::string_view{"fee_how"}};
    if (question.type == QuestionType::several_of || std::ranges::find(widest, question.name) != widest.end()) return 3;
    if (question.type == QuestionType::one_of || std::ranges::find(wide, question.name) != wide.end()) return 2;
    return 1;
}

/// Whether the page of a vehicle asks it: not what the desk filled in, nor what the cover asks once for the check.
bool is_on_page(const Question& question, const ExpectedVehicle& vehicle)
{
    if (question.section == Section::check)
        return std::ranges::find(check_questions_on_page, question.name) != check_questions_on_page.end();
    if (question.name == "cleared")
        return std::ranges::any_of(vehicle.flags, [&](const ExpectedFlag& flag) {
            return find_choice(choices(question.choices), flag.rule) != nullptr;
        });
    return question.filled != Filled::in_advance;
}

/// Boxes one after another, in lines of so many places as `width_em` has room for; a box and its words stay together.
std::string boxes_in(std::span<const std::string> words, double width_em)
{
    std::string text;
    double used = 0;
    for (const std::string& word : words) {
        double width = used > 0 ? 2 : 1;                                      // the box, and the blank before it
        for (const char c : word) width += (c & 0x80) == 0 ? 0.55 : 1.0 / 3;  // three bytes a Chinese character
        if (used > 0) text += used + width > width_em ? "\n" : "　";
        used = used > 0 && used + width <= width_em ? used + width : width;
        text += "□" + word;
    }
    return text;
}

std::vector<std::string> words_of_boxes(const CheckSheet& sheet, const ExpectedVehicle& vehicle,
                                        const Question& question)
{
    std::vector<std::string> words;
    if (question.name == "cleared") {  // only what stands against this vehicle can be found not to be so
        for (const ExpectedFlag& flag : vehicle.flags)
            if (find_choice(choices(question.choices), flag.rule) != nullptr) words.push_back(flag.title);
        return words;
    }
    if (question.type == QuestionType::photo) words.emplace_back();
    for (const Choice& choice : choices_of(question)) words.emplace_back(choice.in(sheet.language));
    return words;
}

constexpr double section_mm = 14, label_mm = 33, answer_mm = 21.6;

/// Three questions a row beside the name of their section.
class QuestionRows {
public:
    QuestionRows(const CheckSheet& sheet, double least_mm) : sheet_(sheet), least_mm_(least_mm)
    {
        table_.columns = {{.width_mm = section_mm}};
        for (int place = 0; place < 3; ++place) {
            table_.columns.push_back({.width_mm = label_mm});
            table_.columns.push_back({.width_mm = answer_mm});
        }
        table_.has_head = false;
    }

    void add(const Question& question, const ExpectedVehicle& vehicle)
    {
        const Section of = question.section == Section::check ? Section::vehicle : question.section;
        const std::size_t places = places_of(question);
        const bool begins = section_ != of;
        if (begins || used_ + places > places_a_row) {
            fill();
            table_.rows.push_back({.cells = {}, .least_mm = least_mm_});
            table_.rows.back().cells.push_back(
                {.text = begins ? std::string{title_of(of, sheet_.language)} : std::string{}, .label = true});
            used_ = 0;
        }
        section_ = of;
        used_ += places;
        const double width_mm = answer_mm + static_cast<double>(places - 1) * (label_mm + answer_mm);
        auto& cells = table_.rows.back().cells;
        cells.push_back({.text = std::string{question.in(sheet_.language)}});
        cells.push_back({.text = boxes_in(words_of_boxes(sheet_, vehicle, question),
                                          (width_mm - 2.6) * mm / sheet_table(sheet_.language).size_pt),
                         .columns = 2 * places - 1});
    }

    Table take()
    {
        fill();
        return std::move(table_);
    }

private:
    static constexpr std::size_t places_a_row = 3;

    void fill()
    {
        if (!table_.rows.empty() && used_ < places_a_row)
            table_.rows.back().cells.push_back({.text = {}, .columns = 2 * (places_a_row - used_)});
    }

    const CheckSheet& sheet_;
    double least_mm_;
    Table table_;
    std::optional<Section> section_;
    std::size_t used_ = places_a_row;
};

Table questions_table(const CheckSheet& sheet, const ExpectedVehicle& vehicle)
{
    QuestionRows rows(sheet, vehicle.facts.empty() ? blank_line_mm : line_mm);
    for (const Question& question : questions())
        if (is_on_page(question, vehicle)) rows.add(question, vehicle);
    return rows.take();
}

}  // namespace

std::string hours_text(const SheetStand& stand, Language language)
{
    if (!stand.from.given()) return std::string{tr(language, "sheet.hours_blank")};
    return data::hh_mm(stand.from) + "—" + data::hh_mm(stand.to);
}

std::string boxes_of(const Question& question, Language language)
{
    std::string boxes;
    for (const Choice& choice : choices_of(question))
        boxes += fmt::format("{}□{}", boxes.empty() ? "" : "　", choice.in(language));
    return boxes;
}

void draw_vehicle(PageFlow& flow, const CheckSheet& sheet, const SheetTeam& team, const SheetStand& stand,
                  const ExpectedVehicle& vehicle, const Metrics& metrics)
{
    draw_head(flow, sheet, team, stand, vehicle, metrics);
    if (!vehicle.facts.empty()) {
        draw_table(flow, facts_table(sheet, vehicle), sheet_table(sheet.language), metrics);
        flow.move(2 * mm);
    }
    draw_table(flow, questions_table(sheet, vehicle), sheet_table(sheet.language), metrics);
}

}  // namespace xiaoan::checks
