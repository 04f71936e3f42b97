#include "console/rules/judge.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

/// What the rules say: what counts, and what is silenced. Of each bus gravest first, then in the order of the rules.
struct Said {
    std::vector<Finding>& counts;
    std::vector<Finding>& silenced;
};

/// Whether a person set the finding aside for this day, and why.
Silence set_aside(const BusOnDate& bus, std::string_view rule, bool gap)
{
    std::string id{rule};
    if (gap) id += '?';
    const data::Silencing* silencing = bus.dossiers.silencing(bus.index, id, bus.as_of);
    return silencing == nullptr ? Silence::none : data::value_of_word<Silence>(silencing->kind);
}

void sort_from(std::vector<Finding>& list, std::size_t first)
{
    if (list.size() < first + 2) return;
    std::ranges::sort(list.begin() + static_cast<std::ptrdiff_t>(first), list.end(),
                      [](const Finding& a, const Finding& b) {
                          return std::pair{a.severity, a.rule} < std::pair{b.severity, b.rule};
                      });
}

/// Adds what is to be said of one bus.
void judge_into(const Said& said, const BusOnDate& bus)
{
    const std::size_t counted = said.counts.size();
    const std::size_t silent = said.silenced.size();
    const auto table = rules();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].only_in_service && !bus.in_service) continue;
        const auto verdict = table[i].judge(bus);
        if (!verdict) continue;
        Silence silence = verdict->silence;
        if (silence == Silence::none && bus.facts.set_aside) silence = set_aside(bus, table[i].id, verdict->gap);
        auto& list = silence == Silence::none ? said.counts : said.silenced;
        list.push_back({.bus = bus.facts.id,
                        .rule = static_cast<std::uint16_t>(i),
                        .gap = verdict->gap,
                        .severity = verdict->gap ? Severity::data : verdict->severity,
                        .department = verdict->department.value_or(table[i].department),
                        .since = verdict->since,
                        .due = verdict->due,
                        .silence = silence});
    }
    sort_from(said.counts, counted);
    sort_from(said.silenced, silent);
}

BusState state_of(const BusOnDate& bus, std::span<const Finding> findings)
{
    if (!bus.in_service) return BusState::not_in_service;
    if (findings.empty() || findings.front().severity == Severity::data) return BusState::in_order;
    return static_cast<BusState>(findings.front().severity);  // stop, rectify and notice have the same values in both
}
static_assert(static_cast<int>(BusState::stop) == static_cast<int>(Severity::stop) &&
              static_cast<int>(BusState::rectify) == static_cast<int>(Severity::rectify) &&
              static_cast<int>(BusState::notice) == static_cast<int>(Severity::notice));

}  // namespace

data::KindSet judged_kinds()
{
    return data::kinds_of<data::School, data::Operator, data::Bus, data::Driver, data::Route, data::Stop, data::Permit,
                          data::Plate, data::Run, data::Substitution, data::Agreement, data::Maintenance, data::Water,
                          data::Track>();
}

Judgement judge(const Dossiers& dossiers, data::Date as_of)
{
    Judgement judgement{.as_of = as_of, .looked_at = dossiers.size()};
    judgement.states.reserve(dossiers.size());
    judgement.findings.reserve(dossiers.size() * 4);  // of a city whose ledgers have gaps
    BusRoom room;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const auto bus = bus_on_date(dossiers, i, as_of, room);
        const std::size_t before = judgement.findings.size();
        judge_into({judgement.findings, judgement.silenced}, bus);
        judgement.states.push_back(state_of(bus, std::span{judgement.findings}.subspan(before)));
        ++judgement.buses_in[static_cast<std::size_t>(judgement.states.back())];
    }
    return judgement;
}

std::vector<Finding> judge_bus(const Dossiers& dossiers, std::size_t bus, data::Date as_of)
{
    BusRoom room;
    std::vector<Finding> counts;
    std::vector<Finding> silenced;
    judge_into({counts, silenced}, bus_on_date(dossiers, bus, as_of, room));
    return counts;
}

std::vector<Finding> silenced_of(const Dossiers& dossiers, std::size_t bus, data::Date as_of)
{
    BusRoom room;
    std::vector<Finding> counts;
    std::vector<Finding> silenced;
    judge_into({counts, silenced}, bus_on_date(dossiers, bus, as_of, room));
    return silenced;
}

Explanation explain(const Dossiers& dossiers, const Finding& finding, data::Date as_of)
{
    BusRoom room;
    return rules()[finding.rule].explain(bus_on_date(dossiers, dossiers.find(finding.bus), as_of, room), finding);
}

std::string rule_id(const Finding& finding)
{
    std::string id{rules()[finding.rule].id};
    if (finding.gap) id += '?';
    return id;
}

}  // namespace xiaoan::rules
