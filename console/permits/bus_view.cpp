#include "console/permits/bus_view.hpp"

#include "console/conformance/driven_words.hpp"
#include "console/language/wording.hpp"
#include "console/rules/mismatch_rules.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/silence.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

namespace xiaoan::permits {

namespace {

using desk::Derived;
using language::tr;

constexpr int due_days = 30;  // from here on a term is shown as about to end

/// Makes the parts of one bus's dossier.
class View {
public:
    View(const Derived& derived, std::size_t bus, language::Language language)
        : derived_(derived),
          bus_(bus),
          language_(language),
          at_(rules::bus_on_date(derived.dossiers, bus, derived.as_of, room_)),
          record_(at_.record())
    {
    }

    BusView make()
    {
        BusView view;
        view.registration_number = language::shown_registration_number(record_.registration_number);
        view.line = line();
        view.state = derived_.judgement.states[bus_];
        view.in_service = at_.in_service;
        for (const auto& finding : derived_.findings_of(bus_))
            (finding.gap || finding.severity == rules::Severity::data ? view.gaps : view.cards)
                .push_back(card(finding));
        add_silenced(view);
        add_terms(view);
        add_comparison(view);
        add_untrue(view);
        add_stops(view);
        add_driven(view);
        add_cases(view);
        add_origin(view);
        return view;
    }

private:
    /// The record behind facts; null for none.
    template <class Facts>
    [[nodiscard]] const typename Facts::Record* record_of(const Facts* facts) const
    {
        return facts == nullptr ? nullptr : &derived_.dossiers.record(*facts);
    }
    [[nodiscard]] std::string say(std::string_view key) const { return std::string{tr(language_, key)}; }
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<std::string> arguments) const
    {
        return tr(language_, key, arguments);
    }
    [[nodiscard]] std::string not_given(const std::string& text) const
    {
        return text.empty() ? say("value.not_given") : text;
    }

    [[nodiscard]] std::string line() const
    {
        std::string text;
        const auto add = [&](const std::string& part) {
            if (!part.empty()) text += (text.empty() ? "" : "  ") + part;
        };
        if (record_.body != data::Body::not_given)
            add(rules::value_text("bus.body", data::word(record_.body), language_));
        if (record_.seats) add(say("bus.seats", {std::to_string(*record_.seats)}));
        add(rules::county_name(*derived_.snapshot, record_.county, language_));
        const data::Operator* run_by = derived_.dossiers.run_by(bus_);
        add(run_by != nullptr ? run_by->name : record_.run_by);
        return text;
    }

    [[nodiscard]] FindingCard card(const rules::Finding& finding) const
    {
        const auto why = rules::explain(derived_.dossiers, finding, derived_.as_of);
        FindingCard made;
        made.finding = &finding;
        made.title = rules::title(language_, finding);
        made.lasting = lasting(finding);
        made.basis = fmt::format("{}  {}", rules::basis(language_, finding),
                                 say("department." + std::string{data::word(finding.department)}));
        made.text = rules::sentence(language_, why);
        made.evidence = rules::evidence_lines(*derived_.snapshot, why.evidence, language_);
        return made;
    }

    [[nodiscard]] std::string lasting(const rules::Finding& finding) const
    {
        if (finding.severity == rules::Severity::notice && finding.due.has_date())
            return left((finding.due.date() - derived_.as_of).count());
        if (finding.gap || !finding.since.has_date() || finding.since.date() > derived_.as_of) return {};
        const auto days = (derived_.as_of - finding.since.date()).count();
        return days == 0 ? say("lasting.from_today") : say("lasting.since", {std::to_string(days)});
    }

    [[nodiscard]] std::string left(std::int64_t days) const
    {
        if (days == 0) return say("lasting.last_day");
        return days > 0 ? say("lasting.left", {std::to_string(days)}) : say("lasting.overdue", {std::to_string(-days)});
    }

    /// A term that ends with `to`, its last valid day.
    [[nodiscard]] TermBar term(std::string_view label, std::optional<data::Date> from, const data::DateCell& to) const
    {
        TermBar bar{.label = say(label), .from = from, .to = to.maybe(), .text = {}};
        if (!to.has_date()) {
            bar.look = to.is_none() ? TermBar::Look::ended : TermBar::Look::missing;
            bar.text = say(to.is_none() ? "value.none" : "value.not_given");
            return bar;
        }
        if (to.date() == data::no_end) {
            bar.look = TermBar::Look::in_order;
            bar.text = say("term.no_end");
            return bar;
        }
        const auto days = (to.date() - derived_.as_of).count();
        bar.look = days < 0 ? TermBar::Look::ended : days <= due_days ? TermBar::Look::due : TermBar::Look::in_order;
        bar.text = bar.look == TermBar::Look::in_order ? data::iso(to.date()) : left(days);
        return bar;
    }

    void add_terms(BusView& view) const
    {
        view.terms.push_back(permit_term());
        view.terms.push_back(plate_term());
        view.terms.push_back(term("term.inspection", record_.last_inspection_on.maybe(), record_.inspection_until));
        view.terms.push_back(term("term.compulsory_insurance", std::nullopt, record_.compulsory_insurance_until));
        view.terms.push_back(term("term.liability_insurance", std::nullopt, record_.liability_insurance_until));
        if (const data::Driver* driver = run_driver())
            view.terms.push_back(term("term.driver_licence", driver->licensed_on.maybe(), driver->licence_until));
    }

    [[nodiscard]] TermBar permit_term() const
    {
        const data::Permit* permit = record_of(at_.permit_judged);
        if (permit == nullptr) {
            TermBar none{.label = say("term.permit"), .from = {}, .to = {}, .text = say("value.none")};
            none.look = at_.needs_permit ? TermBar::Look::ended : TermBar::Look::missing;
            return none;
        }
        const auto from = permit->valid_from.has_date() ? permit->valid_from : permit->decided_on;
        if (permit->revoked_on.has_date() && permit->revoked_on.date() <= derived_.as_of)
            return {say("term.permit"), from.maybe(), permit->revoked_on.maybe(), TermBar::Look::ended,
                    say("term.revoked", {data::iso(permit->revoked_on.date())})};
        if (!permit->valid_to.has_date())
            return {say("term.permit"), from.maybe(), std::nullopt, TermBar::Look::in_order, say("term.no_end")};
        return term("term.permit", from.maybe(), permit->valid_to);
    }

    [[nodiscard]] TermBar plate_term() const
    {
        const data::Plate* plate = record_of(at_.plate_held);
        if (plate == nullptr) {
            TermBar none{.label = say("term.plate"), .from = {}, .to = {}, .text = say("value.none")};
            none.look = at_.needs_permit ? TermBar::Look::ended : TermBar::Look::missing;
            return none;
        }
        return term("term.plate", plate->issued_on.maybe(), plate->valid_to);
    }

    [[nodiscard]] const data::Run* run() const
    {
        return record_of(at_.current_runs.empty() ? nullptr : at_.current_runs.front());
    }
    [[nodiscard]] const data::Driver* run_driver() const
    {
        return run() != nullptr ? derived_.dossiers.driver(run()->driver) : nullptr;
    }

    [[nodiscard]] std::string route_text(const std::string& code) const
    {
        const data::Route* route = derived_.dossiers.route(code);
        return route != nullptr && !route->name.empty() ? route->name : code;
    }

    [[nodiscard]] std::string driver_text(data::PersonRef licence) const
    {
        if (!licence.given()) return {};
        const data::People& people = *derived_.snapshot->people;
        if (const data::Driver* driver = derived_.dossiers.driver(licence))
            return people.masked(driver->name, data::FieldType::person_name);
        return people.masked(licence, data::FieldType::licence_number);
    }

    void add_silenced(BusView& view) const
    {
        for (const rules::Finding& finding : rules::silenced_of(derived_.dossiers, bus_, derived_.as_of)) {
            const auto why = rules::silence_reason(derived_.dossiers, finding, derived_.as_of, language_);
            const std::string until = why.until.has_date() ? data::iso(why.until.date()) : std::string{};
            const std::string kind = say("silence.kind." + std::string{data::word(why.kind)});
            view.silenced.push_back({rules::title(language_, finding),
                                     say("dossier.silenced_until", {kind, until, not_given(why.by)}), why.reason});
        }
    }

    void compare(BusView& view, std::string_view label, const std::string& permitted, const std::string& actual,
                 bool differs) const
    {
        view.comparison.push_back({say(label), not_given(permitted), not_given(actual), differs});
    }

    /// When a run starts: its own time, else that of its route.
    [[nodiscard]] std::string departs_text(const data::Run* run) const
    {
        if (run == nullptr) return {};
        const data::Route* route = run->departs_at.given() ? nullptr : derived_.dossiers.route(run->route);
        return data::hh_mm(route != nullptr ? route->departs_at : run->departs_at);
    }

    [[nodiscard]] std::string stops_text(const data::Run* run) const
    {
        std::string text;
        if (run != nullptr)
            for (const data::Stop* stop : derived_.dossiers.stops(run->route))
                text += (text.empty() ? "" : "、") + stop->name;
        return text;
    }

    void add_comparison(BusView& view) const
    {
        const data::Plate* plate = record_of(at_.plate_held);
        const data::Permit* permit = record_of(at_.permit_in_force);
        if (plate == nullptr && permit == nullptr && run() == nullptr) return;
        const rules::PaperMatch match = rules::paper_match(at_);
        view.permitted_by = plate != nullptr ? say("compare.plate") : permit != nullptr ? say("compare.permit") : "";
        if (plate != nullptr && !plate->owner.empty())
            compare(view, "compare.owner", plate->owner, record_.owner, match.owner == rules::Match::differs);
        const auto driver = plate != nullptr ? plate->driver : permit != nullptr ? permit->driver : data::PersonRef{};
        const data::Run* drives = record_of(match.driver.run);
        compare(view, "compare.driver", driver_text(driver),
                driver_text(drives != nullptr ? drives->driver : data::PersonRef{}), match.driver.differs());
        add_route(view, plate, permit, match);
        const auto departs = plate != nullptr && plate->departs_at.given() ? plate->departs_at
                             : permit != nullptr                           ? permit->departs_at
                                                                           : data::TimeOfDay{};
        compare(view, "compare.departs", data::hh_mm(departs), departs_text(record_of(match.time.run)),
                match.time.differs());
        const data::Run* does = run();
        const std::string seats = record_.seats ? say("bus.seats", {std::to_string(*record_.seats)}) : "";
        const std::string riders =
            does != nullptr && does->riders ? say("bus.riders", {std::to_string(*does->riders)}) : "";
        compare(view, "compare.riders", seats, riders,
                does != nullptr && does->riders && record_.seats && *does->riders > *record_.seats);
        if (at_.current_runs.size() > 1)
            view.other_runs = say("compare.other_runs", {std::to_string(at_.current_runs.size() - 1)});
    }

    /// The route by its name; where its code is that of the paper and its stops are not, they are what differs.
    void add_route(BusView& view, const data::Plate* plate, const data::Permit* permit,
                   const rules::PaperMatch& match) const
    {
        const std::string route = plate != nullptr ? plate->route : permit != nullptr ? permit->route : "";
        const data::Run* driven = record_of(match.route.run);
        const std::string done = driven != nullptr ? driven->route : "";
        const bool by_stops = match.route.differs() && (route == done || route.empty() || done.empty());
        compare(view, "compare.route", route_text(route), route_text(done), match.route.differs() && !by_stops);
        if (plate == nullptr || plate->stops.empty()) return;
        compare(view, "compare.stops", plate->stops, stops_text(driven), by_stops);
    }

    /// Findings that say what is printed is no longer so, each with its sentence.
    void add_untrue(BusView& view) const
    {
        for (const FindingCard& card : view.cards) {
            const std::string_view rule = rules::rules()[card.finding->rule].id;
            if (rule.starts_with("PLATE-MISMATCH-") || rule == "PLATE-EXPIRED")
                view.untrue.push_back(say("dossier.untrue_line", {card.title, card.text}));
        }
    }

    void add_stops(BusView& view) const
    {
        if (run() == nullptr) return;
        for (const data::Stop* stop : derived_.dossiers.stops(run()->route))
            view.stops.push_back(stop->time.given() ? fmt::format("{}  {}", data::hh_mm(stop->time), stop->name)
                                                    : stop->name);
    }

    void add_driven(BusView& view) const
    {
        constexpr std::size_t most = 6;
        const auto& dossiers = derived_.dossiers;
        const rules::DrivenBusFacts* driven = dossiers.driven(bus_);
        if (driven == nullptr || !driven->last_fix.given()) return;
        for (auto run = driven->runs.rbegin(); run != driven->runs.rend() && view.driven.size() < most; ++run) {
            if (run->fixes == 0 && !run->silent) continue;
            std::string when = data::iso(run->date).substr(5);
            const auto* rostered = derived_.snapshot->all<data::Run>().find(run->run);
            const auto* route = rostered != nullptr ? dossiers.route(rostered->route) : nullptr;
            const auto departs = rostered != nullptr && rostered->departs_at.given() ? rostered->departs_at
                                 : route != nullptr                                  ? route->departs_at
                                                                                     : data::TimeOfDay{};
            if (departs.given()) when += " " + data::hh_mm(departs);
            view.driven.push_back({{record_.registration_number, run->date, run->run},
                                   std::move(when),
                                   conformance::driven_words(*run, dossiers.params().speed_limit_kmh, language_)});
        }
    }

    void add_cases(BusView& view) const
    {
        for (const auto& each : derived_.snapshot->cases) {
            if (each.subject_kind != "bus" || each.subject_key != record_.registration_number) continue;
            std::string text = fmt::format("{}  {}  {}", each.number, say("department." + each.department),
                                           say("case_state." + std::string{data::word(each.state)}));
            if (!has_ended(each.state) && each.due_on.has_date())
                text += "  " + left((each.due_on.date() - derived_.as_of).count());
            view.cases.push_back(std::move(text));
        }
    }

    void add_origin(BusView& view) const
    {
        const auto add = [&](std::string_view kind, const data::Origin& origin) {
            std::string text = rules::origin_text(*derived_.snapshot, origin, language_);
            if (const data::Source* source = derived_.snapshot->source(origin))
                text = say("origin.imported", {text, source->imported_at.substr(0, 10)});
            view.origin.push_back(fmt::format("{}  {}", say(kind), text));
        };
        add("kind.buses", record_.origin);
        if (at_.permit_judged != nullptr) add("kind.permits", record_of(at_.permit_judged)->origin);
        if (at_.plate_held != nullptr) add("kind.plates", record_of(at_.plate_held)->origin);
        if (run() != nullptr) add("kind.runs", run()->origin);
    }

    const Derived& derived_;
    std::size_t bus_;
    language::Language language_;
    rules::BusRoom room_;
    rules::BusOnDate at_;
    const data::Bus& record_;
};

}  // namespace

BusView bus_view(const Derived& derived, std::size_t bus, language::Language language)
{
    return View(derived, bus, language).make();
}

}  // namespace xiaoan::permits
