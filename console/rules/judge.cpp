#include "console/rules/judge.hpp"

#include <algorithm>

namespace xiaoan::rules {

namespace {

/// What the rules say of one bus: what counts, and what is silenced; each gravest first, then in the order of the
/// rules.
struct Said {
    std::vector<Finding> counts{};
    std::vector<Finding> silenced{};

    void clear()
    {
        counts.clear();
        silenced.clear();
    }
};

/// Whether a person set the finding aside for this day, and why.
Silence set_aside(const BusOnDate& bus, std::string_view rule, bool gap)
{
    std::string id{rule};
    if (gap) id += '?';
    const data::Silencing* silencing = bus.dossiers.silencing(bus.index, id, bus.as_of);
    return silencing == nullptr ? Silence::none : data::value_of_word<Silence>(silencing->kind);
}

void judge_into(Said& said, const BusOnDate& bus)
{
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
    const auto gravest_first = [](const Finding& a, const Finding& b) {
        return std::pair{a.severity, a.rule} < std::pair{b.severity, b.rule};
    };
    std::ranges::sort(said.counts, gravest_first);
    std::ranges::sort(said.silenced, gravest_first);
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
    std::vector<const RunFacts*> room;
    Said said;
    for (std::size_t i = 0; i < dossiers.size(); ++i) {
        const auto bus = bus_on_date(dossiers, i, as_of, room);
        said.clear();
        judge_into(said, bus);
        judgement.findings.insert(judgement.findings.end(), said.counts.begin(), said.counts.end());
        judgement.silenced.insert(judgement.silenced.end(), said.silenced.begin(), said.silenced.end());
        judgement.states.push_back(state_of(bus, said.counts));
        ++judgement.buses_in[static_cast<std::size_t>(judgement.states.back())];
    }
    return judgement;
}

std::vector<Finding> judge_bus(const Dossiers& dossiers, std::size_t bus, data::Date as_of)
{
    std::vector<const RunFacts*> room;
    Said said;
    judge_into(said, bus_on_date(dossiers, bus, as_of, room));
    return std::move(said.counts);
}

std::vector<Finding> silenced_of(const Dossiers& dossiers, std::size_t bus, data::Date as_of)
{
    std::vector<const RunFacts*> room;
    Said said;
    judge_into(said, bus_on_date(dossiers, bus, as_of, room));
    return std::move(said.silenced);
}

Explanation explain(const Dossiers& dossiers, const Finding& finding, data::Date as_of)
{
    std::vector<const RunFacts*> room;
    return rules()[finding.rule].explain(bus_on_date(dossiers, dossiers.find(finding.bus), as_of, room), finding);
}

std::string rule_id(const Finding& finding)
{
    std::string id{rules()[finding.rule].id};
    if (finding.gap) id += '?';
    return id;
}

}  // namespace xiaoan::rules
