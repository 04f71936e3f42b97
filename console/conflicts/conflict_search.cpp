#include "console/conflicts/conflict_search.hpp"

#include "data/intake/sender.hpp"
#include "data/register/stored_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace xiaoan::conflicts {

namespace {

/// FNV-1a, 64 bits, over what the rule compared.
class Evidence {
public:
    void add(std::string_view text)
    {
        for (const char byte : text) hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
        hash_ = (hash_ ^ 0xFFU) * 0x100000001B3;  // between two texts
    }
    /// A value in clear would let a name be guessed from its hash: a person stands as its reference.
    void add(const data::Value& value, data::PersonRef person)
    {
        if (person.given())
            add(fmt::format("#{}", person.id));
        else if (const auto* text = std::get_if<std::string>(&value))
            add(*text);
        else if (const auto* whole = std::get_if<std::int64_t>(&value))
            add(fmt::format("{}", *whole));
        else if (const auto* number = std::get_if<double>(&value))
            add(fmt::format("{}", *number));
        else
            add("");
    }
    [[nodiscard]] std::string text() const { return fmt::format("{:016x}", hash_); }

private:
    std::uint64_t hash_ = 0xCBF29CE484222325;
};

std::string_view name_field(const data::KindInfo& kind)
{
    if (kind.field("name")) return "name";
    return kind.singular == "bus" ? "operator" : std::string_view{};
}

std::string as_text(const data::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string{};
}

std::string record_name(const data::KindInfo& kind, data::RecordId id)
{
    return fmt::format("{}/{}", kind.singular, id.value);
}

/// Those that differ first, then in the order of the kind.
void differing_first(std::vector<ComparedField>& fields)
{
    std::ranges::stable_partition(fields, &ComparedField::differs);
}

/// Whose file speaks for its side: that of the county to which the record belongs. Neither's does where the two
/// disagree on just that: each claims the record for itself.
Proposal by_county(const data::Snapshot& snapshot, const data::Contested& contested, data::Adcode county)
{
    if (std::ranges::find(contested.values, "county", &data::ContestedValue::field) != contested.values.end())
        return {};
    const auto sender = [&](const data::Origin& origin) {
        const data::Source* source = snapshot.source(origin);
        if (source == nullptr) return data::Adcode{};
        const auto named = data::county_in_name(source->sheet, snapshot.region->counties);
        return named.given() ? named : data::county_in_name(source->file, snapshot.region->counties);
    };
    const bool first = county.given() && sender(contested.before) == county;
    const bool second = county.given() && sender(contested.by) == county;
    if (first == second) return {};
    return {Ground::own_county, first ? Decision::kept_first : Decision::kept_second};
}

}  // namespace

ConflictSearch::Row ConflictSearch::row(const data::KindInfo& kind, data::RecordId id)
{
    auto known = rows_.find(&kind);
    if (known == rows_.end()) known = rows_.emplace(&kind, data::RecordRows(snapshot_, kind)).first;
    const auto index = known->second.find(id);
    return index ? Row{&known->second, *index} : Row{};
}

ConflictSide ConflictSearch::side(const Row& row)
{
    const data::KindInfo& kind = row.rows->kind();
    const auto name = kind.field(name_field(kind));
    return {&kind, row.rows->id(row.index), row.rows->shown_key(row.index),
            name ? as_text(row.rows->value(row.index, *name)) : std::string{}, row.rows->origin(row.index)};
}

data::Adcode ConflictSearch::county(const Row& row) const
{
    const auto field = row.rows->kind().field("county");
    data::Adcode county;
    if (!field) return county;
    const std::string text = as_text(row.rows->value(row.index, *field));
    std::from_chars(text.data(), text.data() + text.size(), county.value);
    return county;
}

void ConflictSearch::add_pair(ConflictRule rule, const data::KindInfo& kind, data::RecordId first,
                              data::RecordId second, std::span<const std::string_view> telling, Proposal proposal)
{
    if (second < first) {
        std::swap(first, second);
        if (proposal.decision == Decision::kept_first)
            proposal.decision = Decision::kept_second;
        else if (proposal.decision == Decision::kept_second)
            proposal.decision = Decision::kept_first;
    }
    const Row a = row(kind, first), b = row(kind, second);
    if (a.rows == nullptr || b.rows == nullptr || first == second) return;
    const std::string names[] = {record_name(kind, first), record_name(kind, second)};
    if (!pairs_.emplace(names[0], names[1]).second) return;
    Conflict conflict;
    conflict.id = fmt::format("{}:{}/{}", word(rule), names[0], names[1]);
    conflict.rule = rule;
    conflict.first = side(a);
    conflict.second = side(b);
    conflict.proposal = proposal;
    conflict.county = county(a);
    const auto first_people = a.rows->people(a.index), second_people = b.rows->people(b.index);
    const auto same_person = [&](std::size_t field) {
        if (first_people[field] == second_people[field]) return true;
        return snapshot_.people->text(first_people[field]) == snapshot_.people->text(second_people[field]);
    };
    Evidence evidence;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        ComparedField compared{field, field, a.rows->value(a.index, field), b.rows->value(b.index, field), false};
        const bool personal = data::is_personal(kind.fields[field].type);
        compared.differs = personal ? !same_person(field) : compared.first != compared.second;
        if (std::ranges::find(telling, kind.fields[field].key) != telling.end()) {
            evidence.add(compared.first, first_people[field]);
            evidence.add(compared.second, second_people[field]);
        }
        if (data::is_given(compared.first) || data::is_given(compared.second))
            conflict.fields.push_back(std::move(compared));
    }
    differing_first(conflict.fields);
    conflict.evidence = evidence.text();
    found_.push_back(std::move(conflict));
}

void ConflictSearch::add_across(ConflictRule rule, const data::KindInfo& kind, data::RecordId record,
                                std::string_view field, const data::KindInfo& other, data::RecordId other_record,
                                std::string_view other_field, Proposal proposal)
{
    const Row a = row(kind, record), b = row(other, other_record);
    const auto first_field = kind.field(field), second_field = other.field(other_field);
    if (a.rows == nullptr || b.rows == nullptr || !first_field || !second_field) return;
    Conflict conflict;
    conflict.id = fmt::format("{}:{}/{}", word(rule), record_name(kind, record), record_name(other, other_record));
    conflict.rule = rule;
    conflict.first = side(a);
    conflict.second = side(b);
    conflict.proposal = proposal;
    conflict.county = county(a);
    conflict.fields.push_back({*first_field, *second_field, a.rows->value(a.index, *first_field),
                               b.rows->value(b.index, *second_field), true});
    Evidence evidence;
    evidence.add(conflict.fields.front().first, {});
    evidence.add(conflict.fields.front().second, {});
    conflict.evidence = evidence.text();
    found_.push_back(std::move(conflict));
}

void ConflictSearch::add_contested(const data::Contested& contested)
{
    const data::KindInfo* kind = data::find_kind(contested.kind);
    const Row now = kind != nullptr ? row(*kind, contested.record) : Row{};
    if (now.rows == nullptr) return;  // out of use since
    Conflict conflict;
    conflict.id = fmt::format("{}:{}", word(ConflictRule::other_county), contested.id.value);
    conflict.rule = ConflictRule::other_county;
    conflict.first = conflict.second = side(now);
    conflict.first.origin = contested.before;
    conflict.county = county(now);
    conflict.proposal = by_county(snapshot_, contested, conflict.county);
    conflict.contested = contested.id;
    const auto people = now.rows->people(now.index);
    Evidence evidence;
    for (const data::ContestedValue& value : contested.values) {
        const auto field = kind->field(value.field);
        if (!field) continue;
        ComparedField compared{*field, *field, value.held, now.rows->value(now.index, *field), true};
        if (data::is_personal(kind->fields[*field].type)) {
            const data::FieldType type = kind->fields[*field].type;
            if (value.person.given()) compared.first = snapshot_.people->masked(value.person, type);
            compared.differs = value.person != people[*field] &&
                               snapshot_.people->text(value.person) != snapshot_.people->text(people[*field]);
        } else {
            compared.differs = compared.first != compared.second;
        }
        evidence.add(compared.first, value.person);
        evidence.add(compared.second, people[*field]);
        if (compared.differs) conflict.fields.push_back(std::move(compared));
    }
    if (conflict.fields.empty()) return;  // as it was before, by whatever way
    conflict.evidence = evidence.text();
    found_.push_back(std::move(conflict));
}

}  // namespace xiaoan::conflicts
