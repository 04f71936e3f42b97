#include "console/mechanism/joint_rows.hpp"

#include "console/rules/wording.hpp"
#include "console/supervision/joint.hpp"
#include "data/kinds/record_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace xiaoan::mechanism {

namespace {

using language::Language;
using language::tr;

std::string date_text(const data::DateCell& date)
{
    return date.has_date() ? data::iso(date.date()) : std::string{"—"};
}

/// What the rows of one call share.
class Maker {
public:
    Maker(const data::Snapshot& snapshot, data::Date as_of, const JointFilter& filter, Language language)
        : snapshot_(snapshot), as_of_(as_of), filter_(filter), language_(language)
    {
    }

    [[nodiscard]] std::vector<JointRow> contacts() const
    {
        std::vector<const data::Contact*> shown;
        for (const auto& each : snapshot_.all<data::Contact>())
            if (lets_through(each.county) && (is_wanted(each.department) || filter_.department.empty()))
                shown.push_back(&each);
        std::ranges::sort(shown, [](const auto* a, const auto* b) {
            return std::tie(a->county, a->department, a->unit, a->post) <
                   std::tie(b->county, b->department, b->unit, b->post);
        });
        std::vector<JointRow> rows;
        for (const auto* each : shown)
            rows.push_back({key_of(*each),
                            {each->unit, department(each->department), county(each->county), each->post,
                             snapshot_.people->masked(each->name, data::FieldType::person_name),
                             snapshot_.people->masked(each->phone, data::FieldType::phone)}});
        return rows;
    }

    [[nodiscard]] std::vector<JointRow> meetings() const
    {
        std::vector<const data::Meeting*> shown;
        for (const auto& each : snapshot_.all<data::Meeting>())
            if (lets_through(each.county)) shown.push_back(&each);
        std::ranges::sort(shown, [](const auto* a, const auto* b) {
            return std::tuple{b->held_on.maybe(), std::string_view{b->number}} <
                   std::tuple{a->held_on.maybe(), std::string_view{a->number}};
        });
        std::vector<JointRow> rows;
        for (const auto* each : shown)
            rows.push_back(
                {each->number,
                 {each->number, std::string{tr(language_, "word.meeting.kind." + std::string{data::word(each->kind)})},
                  date_text(each->held_on), county(each->county), each->place, each->agreed, each->present,
                  each->absent}});
        return rows;
    }

    [[nodiscard]] std::vector<JointRow> assignments() const
    {
        std::vector<JointRow> rows;
        for (const auto& each : snapshot_.all<data::Assignment>()) {
            if (!lets_through(each.county)) continue;
            if (!filter_.department.empty() && !is_wanted(each.department)) continue;
            JointRow row{each.number,
                         {each.number, department(each.department), county(each.county), each.what,
                          date_text(each.due_on), date_text(each.done_on), each.meeting, each.item, each.case_number},
                         !supervision::is_done(each, as_of_),
                         supervision::overdue_days(each, as_of_)};
            if (row.late_days > 0)
                row.cells[4] += "  " + tr(language_, "lasting.overdue", {std::to_string(row.late_days)});
            rows.push_back(std::move(row));
        }
        return sorted(std::move(rows));
    }

    [[nodiscard]] std::vector<JointRow> handovers() const
    {
        std::vector<JointRow> rows;
        for (const auto& each : snapshot_.all<data::Handover>()) {
            if (!lets_through(each.county)) continue;
            if (!filter_.department.empty() && !is_wanted(each.from) && !is_wanted(each.to)) continue;
            const bool received = each.received_on.has_date() && each.received_on.date() <= as_of_;
            const int waits = supervision::waiting_days(each, as_of_);
            std::string receipt =
                received ? date_text(each.received_on) : tr(language_, "joint.waits", {std::to_string(waits)});
            if (received && !each.receipt.empty()) receipt += "  " + each.receipt;
            rows.push_back({each.number,
                            {each.number, department(each.from), department(each.to), county(each.county), each.what,
                             date_text(each.handed_on), std::move(receipt), each.case_number},
                            !received,
                            waits});
        }
        return sorted(std::move(rows));
    }

private:
    [[nodiscard]] bool lets_through(data::Adcode of) const
    {
        return !filter_.county.given() || !of.given() || of == filter_.county;
    }
    [[nodiscard]] bool is_wanted(data::Department of) const { return data::word(of) == filter_.department; }
    [[nodiscard]] std::string department(data::Department of) const
    {
        return std::string{tr(language_, "department." + std::string{data::word(of)})};
    }
    [[nodiscard]] std::string county(data::Adcode of) const
    {
        return of.given() ? rules::county_name(snapshot_, of, language_)
                          : std::string{tr(language_, "joint.whole_city")};
    }
    /// The open ones first, of them the longest late.
    [[nodiscard]] std::vector<JointRow> sorted(std::vector<JointRow> rows) const
    {
        if (filter_.only_open) std::erase_if(rows, [](const JointRow& row) { return !row.open; });
        std::ranges::sort(rows, [](const JointRow& a, const JointRow& b) {
            return std::tuple{!a.open, -a.late_days, std::string_view{a.key}} <
                   std::tuple{!b.open, -b.late_days, std::string_view{b.key}};
        });
        return rows;
    }

    const data::Snapshot& snapshot_;
    data::Date as_of_;
    const JointFilter& filter_;
    Language language_;
};

template <class Use>
void with_table(const data::Snapshot& snapshot, JointKind kind, Use&& use)
{
    switch (kind) {
    case JointKind::contacts: return use(snapshot.all<data::Contact>());
    case JointKind::meetings: return use(snapshot.all<data::Meeting>());
    case JointKind::assignments: return use(snapshot.all<data::Assignment>());
    case JointKind::handovers: return use(snapshot.all<data::Handover>());
    }
}

std::string key_of_record(const data::Contact& of)
{
    return key_of(of);
}
template <class Record>
std::string key_of_record(const Record& of)
{
    return of.number;
}

std::string shown(const data::Snapshot& snapshot, const data::FieldInfo& field, std::string_view whole,
                  const data::Value& value, Language language)
{
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return {};
    if (field.type == data::FieldType::county) {
        data::Adcode code;
        std::from_chars(text->data(), text->data() + text->size(), code.value);
        return rules::county_name(snapshot, code, language);
    }
    return rules::value_text(whole, *text, language);
}

}  // namespace

const data::KindInfo& info_of(JointKind kind)
{
    switch (kind) {
    case JointKind::contacts: return data::kind_info<data::Contact>;
    case JointKind::meetings: return data::kind_info<data::Meeting>;
    case JointKind::assignments: return data::kind_info<data::Assignment>;
    case JointKind::handovers: break;
    }
    return data::kind_info<data::Handover>;
}

JointHeads joint_heads(JointKind kind, Language language)
{
    static constexpr std::array<std::string_view, joint_kinds> fields{
        "unit department county post name phone",
        "number kind held_on county place agreed present absent",
        "number department county what due_on done_on meeting item case",
        "number from to county what handed_on received_on case",
    };
    static constexpr std::array<std::size_t, joint_kinds> late{0, 0, 4, 6}, main{0, 5, 3, 4};
    JointHeads heads{{}, late[static_cast<std::size_t>(kind)], main[static_cast<std::size_t>(kind)]};
    for (const std::string& field : supervision::listed(fields[static_cast<std::size_t>(kind)]))
        heads.heads.emplace_back(tr(language, fmt::format("field.{}.{}", info_of(kind).singular, field)));
    return heads;
}

std::vector<JointRow> joint_rows(const data::Snapshot& snapshot, JointKind kind, data::Date as_of,
                                 const JointFilter& filter, Language language)
{
    const Maker maker(snapshot, as_of, filter, language);
    switch (kind) {
    case JointKind::contacts: return maker.contacts();
    case JointKind::meetings: return maker.meetings();
    case JointKind::assignments: return maker.assignments();
    case JointKind::handovers: break;
    }
    return maker.handovers();
}

std::vector<JointFact> joint_facts(const data::Snapshot& snapshot, JointKind kind, std::string_view key,
                                   Language language)
{
    std::vector<JointFact> facts;
    const data::KindInfo& info = info_of(kind);
    with_table(snapshot, kind, [&](const auto& table) {
        const auto found = std::ranges::find_if(table, [&](const auto& each) { return key_of_record(each) == key; });
        if (found == table.end()) return;
        const auto values = data::values_of(*found, [&](data::PersonRef person, const data::FieldInfo& field) {
            const std::string masked = snapshot.people->masked(person, field.type);
            return masked.empty() ? data::Value{} : data::Value{masked};
        });
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string whole = fmt::format("{}.{}", info.singular, info.fields[i].key);
            if (std::string value = shown(snapshot, info.fields[i], whole, values[i], language); !value.empty())
                facts.push_back(
                    {std::string{info.fields[i].key}, std::string{tr(language, "field." + whole)}, std::move(value)});
        }
    });
    return facts;
}

std::string next_number(const data::Snapshot& snapshot, JointKind kind, data::Date as_of)
{
    const auto year = static_cast<int>(std::chrono::year_month_day{as_of}.year());
    const std::string begin =
        fmt::format("{}{:04}-", tr(Language::zh, fmt::format("joint.number.{}", info_of(kind).key)), year);
    int last = 0;
    with_table(snapshot, kind, [&](const auto& table) {
        for (const auto& each : table) {
            const std::string key = key_of_record(each);
            if (!key.starts_with(begin)) continue;
            int number = 0;
            std::from_chars(key.data() + begin.size(), key.data() + key.size(), number);
            last = std::max(last, number);
        }
    });
    return fmt::format("{}{:03}", begin, last + 1);
}

std::string key_of(const data::Contact& contact)
{
    return contact.unit + "/" + contact.post;
}

}  // namespace xiaoan::mechanism
