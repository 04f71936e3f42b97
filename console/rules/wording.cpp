#include "console/rules/wording.hpp"

#include "console/language/wording.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

namespace xiaoan::rules {

namespace {

/// The kind whose singular stands before the dot of a field: permit.valid_to.
const data::KindInfo* kind_of(std::string_view field)
{
    return data::find_kind(field.substr(0, field.find('.')));
}

}  // namespace

std::string county_name(const data::Snapshot& snapshot, data::Adcode county, language::Language language)
{
    if (!county.given()) return {};
    if (snapshot.region)
        if (const data::County* known = snapshot.region->county(county))
            return language == language::Language::zh ? known->name_zh : known->name_en;
    return std::to_string(county.value);
}

std::string value_text(std::string_view field, std::string_view value, language::Language language)
{
    if (value.empty()) return std::string{language::tr(language, "value.not_given")};
    if (value == data::iso(data::no_end)) return std::string{language::tr(language, "term.no_end")};
    if (value == "none") return std::string{language::tr(language, "value.none")};
    if (value == "yes" || value == "no") return std::string{language::tr(language, fmt::format("value.{}", value))};
    if (const std::string key = fmt::format("word.{}.{}", field, value); language::has(key))
        return std::string{language::tr(language, key)};
    if (field.ends_with("registration_number")) return language::shown_registration_number(value);
    return std::string{value};
}

std::vector<std::string> evidence_lines(const data::Snapshot& snapshot, std::span<const Evidence> evidence,
                                        language::Language language)
{
    std::vector<std::string> lines;
    for (std::size_t first = 0; first < evidence.size();) {
        const Evidence& head = evidence[first];
        const auto same_record = [&](const Evidence& each) {
            return each.origin == head.origin && each.by_hand_or_none == head.by_hand_or_none &&
                   kind_of(each.field) == kind_of(head.field);
        };
        std::string facts;
        std::size_t next = first;
        for (; next < evidence.size() && same_record(evidence[next]); ++next) {
            const Evidence& each = evidence[next];
            if (each.field.find('.') == std::string::npos) {  // the record itself, which the register lacks
                facts = language::tr(language, "value.not_in_register");
                continue;
            }
            const std::string label{language::tr(language, "field." + each.field)};
            if (!facts.empty()) facts += language::tr(language, "finding.comma");
            facts += language::tr(language, "finding.fact", {label, value_text(each.field, each.value, language)});
        }
        const data::KindInfo* kind = kind_of(head.field);
        const std::string record{kind != nullptr ? language::tr(language, fmt::format("record.{}", kind->singular))
                                                 : ""};
        lines.push_back(head.by_hand_or_none
                            ? language::tr(language, "finding.record", {record, facts})
                            : language::tr(language, "finding.record_from",
                                           {record, facts, origin_text(snapshot, head.origin, language)}));
        first = next;
    }
    return lines;
}

std::string origin_text(const data::Snapshot& snapshot, const data::Origin& origin, language::Language language)
{
    const data::Source* source = snapshot.source(origin);
    if (source == nullptr) return std::string{language::tr(language, "value.by_hand")};
    const std::string row = std::to_string(origin.row);
    return source->sheet.empty() ? language::tr(language, "origin.row", {source->file, row})
                                 : language::tr(language, "origin.sheet_row", {source->file, source->sheet, row});
}

std::string no_school_text(const SchoolDays& days, data::Date date, language::Language language)
{
    const auto why = no_school(days, date);
    if (!why) return {};
    const std::string reason{language::tr(language, fmt::format("no_school.{}", word_of(*why)))};
    const std::string off = language::tr(language, "no_school.text", {data::iso(date), reason});
    const auto next = next_school_day(days, date);
    return next ? language::tr(language, "no_school.next", {off, data::iso(*next)}) : off;
}

}  // namespace xiaoan::rules
