#include "data/intake/cell_value.hpp"

#include "data/export/csv_cell.hpp"
#include "data/intake/driver_record.hpp"
#include "data/intake/text_value.hpp"
#include "data/intake/values/answer.hpp"
#include "data/intake/values/check_digits.hpp"
#include "data/intake/values/clock.hpp"
#include "data/intake/values/date.hpp"
#include "data/intake/values/degrees.hpp"
#include "data/intake/values/number.hpp"
#include "data/intake/values/registration_number.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/intake/values/weekdays.hpp"
#include "data/intake/values/word_choice.hpp"
#include "data/intake/word_variants.hpp"
#include "data/register/people.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiaoan::data {

namespace {

using Answered = Reading<Doubted<Value>>;

constexpr double most_number = 1e15;  // of a number field; also where a spreadsheet's number loses digits

Doubted<Value> sure(Value value)
{
    return {std::move(value), {}};
}

template <class T, class Make>
Answered made(const Reading<T>& read, Make&& make)
{
    if (!read) return std::unexpected(read.error());
    return sure(Value{make(*read)});
}

Answered doubted(Reading<Doubted<std::string>> read)
{
    if (!read) return std::unexpected(read.error());
    return Doubted<Value>{std::move(read->value), std::move(read->doubt)};
}

/// Several numbers in one cell: 吉G12345、吉G12346.
bool holds_several(std::string_view text)
{
    constexpr std::array separators{"、", ",", "，", ";", "；", "/", "／"};
    return std::ranges::any_of(separators, [&](std::string_view each) { return text.find(each) != text.npos; });
}

/// Whole numbers one under the other, rather than one that was broken at the cell's edge.
bool holds_several_lines(std::string_view text)
{
    constexpr std::size_t shortest_bytes = 7;
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && trimmed(text.substr(0, end)).size() >= shortest_bytes &&
           trimmed(text.substr(end + 1)).size() >= shortest_bytes;
}

/// Whole licence numbers with nothing but spaces or line breaks between them.
bool holds_several_licences(std::string_view text)
{
    constexpr std::size_t shortest = 12;
    const std::string plain = half_width(text);
    std::size_t numbers = 0, length = 0;
    for (const char c : plain + ' ') {
        const bool belongs = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!belongs && length >= shortest) ++numbers;
        length = belongs ? length + 1 : 0;
    }
    return numbers > 1;
}

/// A number that lacks its form is kept as it stands and doubted: no record is lost over a slip. Several in one cell,
/// or a whole sentence, are no number.
Answered kept(Reading<Doubted<std::string>> read, std::string_view text)
{
    constexpr std::size_t longest_bytes = 40;
    if (read) return doubted(std::move(read));
    if (holds_several(text) || holds_several_lines(text)) return unread(IssueCode::several_values);
    std::string number = code_form(text);
    if (number.empty() || number.size() > longest_bytes) return std::unexpected(std::move(read.error()));
    return Doubted<Value>{std::move(number), std::move(read.error())};
}

/// What stands where the number would, of a vehicle that has none: many such vehicles, never one.
bool says_unplated(std::string_view text)
{
    constexpr std::array words{"无牌",   "无号牌", "无牌照",     "无车牌",    "未上牌",   "未上户",
                               "未挂牌", "未领牌", "未办牌照",   "待上牌",    "待挂牌",   "待办",
                               "待上户", "暂无",   "暂无牌",     "暂未上牌",  "尚未上牌", "正在办理",
                               "办理中", "新车",   "新车未上牌", "新购未上牌"};
    std::string form = compact(text);
    if (const std::size_t bracket = form.find('('); bracket != std::string::npos && bracket > 0 && form.ends_with(')'))
        form.resize(bracket);
    return std::ranges::find(words, form) != words.end();
}

/// Fields of digits that a spreadsheet may have taken for a number.
bool holds_digits(FieldType type)
{
    switch (type) {
    case FieldType::text:
    case FieldType::school_code:
    case FieldType::uscc:
    case FieldType::vin:
    case FieldType::reference:
    case FieldType::phone:
    case FieldType::licence_number: return true;
    default: return false;
    }
}

/// 2.20802E+17, as a spreadsheet shows a long number and saves it into a CSV.
bool looks_shortened(std::string_view text)
{
    const std::size_t exponent = text.find_first_of("Ee");
    if (exponent == std::string_view::npos || exponent + 3 > text.size() || text[exponent + 1] != '+') return false;
    const auto digits_only = [](std::string_view part, std::string_view also) {
        return !part.empty() && part.find_first_not_of(also) == std::string_view::npos;
    };
    return digits_only(text.substr(0, exponent), "0123456789.") && text.substr(0, exponent).find('.') == 1 &&
           digits_only(text.substr(exponent + 2), "0123456789");
}

std::span<const std::string_view> units_of(std::string_view key)
{
    if (key.ends_with("_m")) return units::metres;
    if (key.ends_with("_km")) return units::kilometres;
    if (key.ends_with("_kmh")) return units::kilometres_per_hour;
    return {};
}

/// 36人(含驾驶员): the seats of a vehicle are counted with the driver's, so that the remark says nothing new.
std::string without_driver_remark(std::string_view text)
{
    std::string plain = half_width(text);
    const std::size_t bracket = plain.find("(含");
    if (bracket == std::string::npos || !trimmed(plain).ends_with(')')) return plain;
    const std::string_view inside = std::string_view{plain}.substr(bracket);
    if (inside.find("驾驶") != std::string_view::npos || inside.find("司机") != std::string_view::npos)
        plain.resize(bracket);
    return plain;
}

/// A unit in the header that would make another number of every cell: 万公里 over odometer_km.
bool other_unit(std::string_view unit, std::span<const std::string_view> accepted)
{
    if (unit.empty() || std::ranges::find(accepted, unit) != accepted.end()) return false;
    constexpr std::string_view others[] = {"万公里", "万千米", "万米", "里", "厘米", "cm",
                                           "毫米",   "mm",     "分米", "尺", "英里"};
    const auto among = [&](std::span<const std::string_view> list) {
        return std::ranges::find(list, unit) != list.end();
    };
    return among(others) || among(units::metres) || among(units::kilometres) || among(units::kilometres_per_hour);
}

Answered read_number(std::string_view text, const CellMeaning& meaning)
{
    const auto accepted = units_of(meaning.field->key);
    if (other_unit(meaning.header_unit, accepted)) return unread(IssueCode::unknown_unit, {meaning.header_unit});
    const auto number = parse_number(text, accepted);
    if (!number) return std::unexpected(number.error());
    if (*number < 0 || *number > most_number) return unread(IssueCode::out_of_range, {"0", "10^15"});
    return sure(*number);
}

/// The form in which the register itself writes dates, of the years that parse_date takes.
bool is_stored_date(std::string_view text)
{
    return (text.starts_with("19") || text.starts_with("20") || text.starts_with("21")) &&
           date_from_iso(text).has_value();
}

std::string yes_or_no(bool yes)
{
    return yes ? "yes" : "no";
}

/// 长期, as driving licences and permits have it.
bool says_without_end(std::string_view text)
{
    constexpr std::array words{"长期", "长期有效", "永久", "永久有效", "无固定期限", "无期限", "permanent"};
    return std::ranges::find(words, lower_ascii(compact(text))) != words.end();
}

/// 2026.1 as text may be what a spreadsheet made of 2026.10 before it saved the file.
std::optional<ValueFault> lost_zero(std::string_view text)
{
    constexpr std::string_view first_month = ".1";
    constexpr std::size_t year_digits = 4;
    if (text.size() != year_digits + first_month.size() || !text.ends_with(first_month)) return std::nullopt;
    return ValueFault{IssueCode::doubtful_month, {std::string{text} + "0"}};
}

/// A number such as 2026.1 may have been 2026.10 before the spreadsheet took it: no month is read from it.
Answered read_date(const Cell& cell, std::string_view text, const CellMeaning& meaning, const CellContext& context)
{
    if (is_stored_date(text) || text == iso(no_end)) return sure(std::string{text});
    if (meaning.period_end && says_without_end(text)) return sure(iso(no_end));
    const bool month_may_stand = meaning.period_end && cell.kind != CellKind::number;
    const auto date =
        month_may_stand ? parse_period_end(text, context.date_system) : parse_date(text, context.date_system);
    auto read = made(date, [](DateCell found) { return found.is_none() ? std::string{"none"} : iso(found.date()); });
    if (read && month_may_stand) read->doubt = lost_zero(half_width(text));
    return read;
}

/// The time of a cell that holds a date too is what counts.
Answered read_time(const Cell& cell, std::string_view text)
{
    const std::size_t t = cell.kind == CellKind::moment ? text.find('T') : std::string_view::npos;
    return made(parse_time(t == std::string_view::npos ? text : text.substr(t + 1)),
                [](TimeOfDay time) { return hh_mm(time); });
}

Answered read_county(std::string_view text, const CellContext& context)
{
    for (const std::string_view province : {"省", "自治区"})
        if (const auto at = text.find(province); at != std::string_view::npos && at + province.size() < text.size())
            text.remove_prefix(at + province.size());
    return made(parse_county(text, context.counties, context.parents),
                [](Adcode county) { return std::to_string(county.value); });
}

/// Natural keys of other records, in the form in which those keep them. Whether a check digit fails is said once, at
/// the record itself; a slip here shows as a reference that points at nothing.
Answered read_reference(std::string_view text, const FieldInfo& field)
{
    if (says_nothing(text)) return sure(Cleared{});
    if (field.refers_to == "schools") return sure(parse_school_code(text).value);
    if (field.refers_to == "operators") {
        if (auto code = parse_uscc(text)) return sure(std::move(code->value));
        return sure(name_text(text));
    }
    return sure(code_text(text));
}

Answered read_text(std::string_view text, const CellMeaning& meaning, const CellContext& context)
{
    if (meaning.driver_record) {
        auto record = parse_driver_record(text, context.date_system);
        if (!record) return std::unexpected(record.error());
        return sure(std::move(*record));
    }
    if (meaning.name) return sure(name_text(text));
    if (!meaning.code) return sure(plain_text(text));
    if (says_nothing(text)) return sure({});
    return sure(code_text(text));
}

Answered read_personal(std::string_view text, const FieldInfo& field)
{
    const bool no_person = field.type == FieldType::person_name && !field.required && text == "否";
    if (says_nothing(text) || no_person) return sure(field.required ? Value{} : Value{Cleared{}});
    const std::string name = field.type == FieldType::person_name ? name_text(text) : std::string{};
    // Our own masked exports must not wipe out the people they hide.
    if (text.find('*') != std::string_view::npos || (!name.empty() && name == masked_name(name)))
        return Doubted<Value>{{}, ValueFault{IssueCode::masked_text, {}}};
    if (field.type == FieldType::licence_number) {
        const bool reference = !field.required;
        if (reference && (holds_several(text) || holds_several_licences(text)))
            return Doubted<Value>{{}, ValueFault{IssueCode::several_drivers, {}}};
        auto number = parse_licence_number(text);
        if (number && reference) number->doubt.reset();  // a check digit is doubted once, at the driver's own record
        return kept(std::move(number), text);
    }
    return sure(field.type == FieldType::phone ? compact(text) : name);
}

/// What the contract's own parser says; where it knows no such word, what people mean by it (words.csv).
Answered or_variant(Answered read, std::string_view text, const CellMeaning& meaning)
{
    if (read) return read;
    const auto word = word_of_variant(*meaning.kind, *meaning.field, text);
    if (!word) return read;
    return sure(word->empty() ? Value{} : Value{std::string{*word}});
}

Answered read_answer(std::string_view text, const CellMeaning& meaning)
{
    auto read = or_variant(made(parse_answer(text), [](Answer answer) { return yes_or_no(answer == Answer::yes); }),
                           text, meaning);
    if (read) return read;
    if (const auto pieces = meaning.counted ? parse_count(text, units::pieces) : parse_pieces(text))
        return sure(yes_or_no(*pieces > 0));
    return read;
}

}  // namespace

CellContext cell_context(const Region& region, DateSystem date_system, Datum datum)
{
    CellContext context{{}, {region.name_zh}, date_system, datum};
    for (const County& county : region.counties)
        context.counties.push_back({county.adcode, county.name_zh, {county.name_en}});
    return context;
}

CellMeaning cell_meaning(const KindInfo& kind, std::size_t field, std::string_view header_unit)
{
    CellMeaning meaning;
    meaning.kind = &kind;
    meaning.field = &kind.fields[field];
    meaning.header_unit = header_unit;
    const std::string_view key = meaning.field->key;
    const bool text = meaning.field->type == FieldType::text;
    meaning.code = text && kind.keys.front().front() == field;
    meaning.name = text && (key == "name" || key == "owner");
    meaning.period_end = key.ends_with("_until") || key == "valid_to" || key == "to_on";
    meaning.driver_record = text && kind.key == "drivers" && key == "record";
    meaning.lines_only = kind.key == "routes";
    return meaning;
}

std::string_view bare_text(std::string_view cell, const FieldInfo& field)
{
    const std::string_view text = trimmed(cell);
    if (!text.starts_with('\'')) return text;
    const std::string_view rest = text.substr(1);
    const bool free_text =
        field.type == FieldType::text || field.type == FieldType::reference || field.type == FieldType::person_name;
    return !free_text || looks_like_formula(rest) ? trimmed(rest) : text;
}

Reading<Doubted<Value>> read_cell(const Cell& cell, const CellMeaning& meaning, const CellContext& context)
{
    const FieldInfo& field = *meaning.field;
    if (cell.kind == CellKind::error) return unread(IssueCode::cell_error);
    if (cell.kind == CellKind::formula_unvalued) return unread(IssueCode::formula_without_value);
    const std::string_view text = bare_text(cell.text, field);
    if (holds_digits(field.type)) {
        const bool number = cell.kind == CellKind::number && std::abs(cell.number) >= most_number;
        if (number || (field.type != FieldType::text && looks_shortened(text))) return unread(IssueCode::digits_lost);
    }
    switch (field.type) {
    case FieldType::text: return read_text(text, meaning, context);
    case FieldType::school_code: {
        auto code = parse_school_code(text);
        return Doubted<Value>{std::move(code.value), std::move(code.doubt)};
    }
    case FieldType::uscc: return says_nothing(text) ? sure({}) : kept(parse_uscc(text), text);
    case FieldType::vin: return says_nothing(text) ? sure({}) : kept(parse_vin(text), text);
    case FieldType::registration_number:
        if (says_nothing(text)) return sure(field.required ? Value{} : Value{Cleared{}});
        if (auto number = parse_registration_number(text))
            return sure(std::move(*number));
        else if (says_unplated(text))
            return sure(field.required ? Value{} : Value{Cleared{}});
        else
            return kept(std::unexpected(std::move(number.error())), text);
    case FieldType::reference: return read_reference(text, field);
    case FieldType::county: return read_county(text, context);
    case FieldType::word: {
        const auto stored = [&](std::uint8_t number) { return std::string{field.words[number - 1U].word}; };
        return or_variant(made(parse_word(text, field.words), stored), text, meaning);
    }
    case FieldType::answer: return read_answer(text, meaning);
    case FieldType::count:
        if (says_nothing(text) && field.key != "seats") return sure(std::int64_t{0});  // no bus has none
        return made(parse_count(field.key == "seats" ? without_driver_remark(text) : text),
                    [](std::int32_t count) { return std::int64_t{count}; });
    case FieldType::number: return read_number(text, meaning);
    case FieldType::longitude:
        return made(parse_degrees(text, Axis::longitude), [](double degrees) { return degrees; });
    case FieldType::latitude: return made(parse_degrees(text, Axis::latitude), [](double degrees) { return degrees; });
    case FieldType::date: return read_date(cell, text, meaning, context);
    case FieldType::time: return read_time(cell, text);
    case FieldType::timestamp:
        return made(parse_timestamp(text, context.date_system), [](Timestamp moment) { return iso(moment); });
    case FieldType::weekdays:
        return or_variant(made(parse_weekdays(text), [](const std::string& days) { return days; }), text, meaning);
    case FieldType::geometry:
        return doubted(parse_geometry(text, context.datum, meaning.lines_only,
                                      context.keep_unswapped ? Swapped::keep : Swapped::put_right));
    case FieldType::person_name:
    case FieldType::phone:
    case FieldType::licence_number: return read_personal(text, field);
    }
    return sure({});
}

}  // namespace xiaoan::data
