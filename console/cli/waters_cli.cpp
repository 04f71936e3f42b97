// `waters`: candidates from the map's layers, what waters lack, and the cases about it.
#include "console/cli/waters_cli.hpp"
#include "console/cli/cases_cli.hpp"
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/searched_waters.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"
#include "console/water/candidates/candidates.hpp"
#include "console/water/findings/gap_cases.hpp"
#include "console/water/risk_words.hpp"
#include "console/water/season_calendar.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <set>

namespace xiaoan::cli {

namespace {

struct WatersArguments {
    std::string county, due, text, rule, department;
    std::vector<std::string> codes, measures;
    double within_m = 3000;
    bool all = false, unverified = false;
};

std::shared_ptr<const data::Snapshot> snapshot_of(const data::Register& from, bool with_map)
{
    return std::make_shared<const data::Snapshot>(from.snapshot(data::kinds_of<data::School, data::Water>(), with_map));
}

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const std::vector<water::Candidate>& found)
{
    Listing listing;
    for (const auto* key : {"candidates.code", "candidates.name", "candidates.kind", "candidates.county",
                            "candidates.school", "candidates.distance", "candidates.schools", "candidates.pupils"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& each : found)
        listing.rows.push_back({each.code, each.name,
                                rules::value_text("water.kind", data::word(each.kind), context.language),
                                rules::county_name(snapshot, each.county, context.language), each.nearest->name,
                                fmt::format("{:.0f}", each.distance_m), std::to_string(each.schools),
                                water::pupils_text(each, context.language)});
    return listing;
}

int list_candidates(const Context& context, const WatersArguments& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from, true);
    water::CandidateQuestion question{.within_m = asked.within_m, .county = {}};
    if (!read_county(context, *snapshot->region, asked.county, question.county)) return Exit::wrong_command_line;
    const auto found = water::candidates(water::WaterPlaces(snapshot), question);
    if (context.format == Format::json) {
        print(water::candidates_json(found, question, context.as_of) + "\n");
        return Exit::done;
    }
    message(context.tr("candidates.found", {language::grouped(found.size()), fmt::format("{:.0f}", asked.within_m)}));
    if (!found.empty()) print(context, listing_of(context, *snapshot, found));
    return Exit::done;
}

/// Takes candidates into the ledger, each a change of its own that can be undone, and notes where they come from.
int take(const Context& context, const WatersArguments& asked)
{
    if (asked.codes.empty() != asked.all) {
        message(context.tr("candidates.which"));
        return Exit::wrong_command_line;
    }
    auto into = context.open(data::Register::Access::write);
    const auto snapshot = snapshot_of(into, true);
    water::CandidateQuestion question{.within_m = asked.within_m, .county = {}};
    if (!read_county(context, *snapshot->region, asked.county, question.county)) return Exit::wrong_command_line;
    const auto found = water::candidates(water::WaterPlaces(snapshot), question);
    std::vector<const water::Candidate*> wanted;
    for (const std::string& code : asked.codes) {
        const auto candidate = std::ranges::find(found, code, &water::Candidate::code);
        if (candidate == found.end()) {
            message(context.tr("candidates.unknown", {code}));
            return Exit::refused;
        }
        wanted.push_back(&*candidate);
    }
    if (asked.all)
        for (const water::Candidate& each : found) wanted.push_back(&each);
    for (const water::Candidate* candidate : wanted) {
        const auto applied = into.apply(water::taken_over(*candidate), context.actor);
        if (!applied) return say_refused(context, applied.error());
        const std::string& owed =
            context.language == language::Language::zh ? candidate->attribution_zh : candidate->attribution_en;
        const std::string origin = context.tr("candidates.origin", {candidate->code, candidate->layer, owed});
        into.note(context.actor, "waters take " + candidate->code, origin);
        message(origin);
    }
    if (wanted.empty()) message(context.tr("candidates.nothing"));
    return Exit::done;
}

/// The season's line, what is ahead, and what the season asks for.
int calendar(const Context& context)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = from.snapshot({}, false);
    const auto habits = habits_of(context);
    const auto ahead = water::calendar_ahead(
        context.as_of, habits, rules::school_holidays_of(context.judging().settings), snapshot.region->holidays);
    const auto season = water::seasons_from(context.as_of, habits).front();
    if (context.format == Format::json) {
        print(water::season_calendar_json(context.as_of, season, ahead) + "\n");
        return Exit::done;
    }
    const std::string_view word = water::season_words[static_cast<std::size_t>(season.name)];
    message(context.tr("season.where", {std::string{context.tr(fmt::format("season.{}", word))},
                                        std::to_string((context.as_of - season.from).count() + 1),
                                        std::to_string((season.to - season.from).count() + 1)}));
    for (const auto* part : {"water", "schools", "departments"})
        message(context.tr(fmt::format("brief.advice.{}.{}", word, part)));
    Listing listing;
    for (const auto* key : {"calendar.from", "calendar.to", "calendar.what", "calendar.in_days"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& span : ahead)
        listing.rows.push_back({data::iso(span.from), data::iso(span.to), water::calendar_text(span, context.language),
                                std::to_string(std::max<std::int64_t>((span.from - context.as_of).count(), 0))});
    print(context, listing);
    return Exit::done;
}

bool has_water(const data::Snapshot& snapshot, const std::string& code)
{
    return std::ranges::any_of(snapshot.all<data::Water>(), [&](const data::Water& each) { return each.code == code; });
}

Listing listing_of(const Context& context, const data::Snapshot& snapshot, const std::vector<water::GapFinding>& found)
{
    Listing listing;
    for (const auto* key : {"gaps.title", "risks.code", "risks.name", "risks.county", "gaps.text", "gaps.since",
                            "case.department", "gaps.rule"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& gap : found)
        listing.rows.push_back(
            {water::title_of(gap, context.language), gap.water->code, gap.water->name,
             rules::county_name(snapshot, gap.water->county, context.language),
             water::sentence_of(gap, context.as_of, context.language),
             gap.since.has_date() ? data::iso(gap.since.date()) : std::string{},
             std::string{context.tr(fmt::format("department.{}", water::responsible_department(*gap.water)))},
             water::rule_id(gap)});
    return listing;
}

Listing listing_of_waived(const Context& context, const std::vector<water::GapFinding>& waived)
{
    Listing listing;
    for (const auto* key :
         {"risks.code", "gaps.rule", "gaps.title", "silenced.reason", "silenced.by", "silenced.until"})
        listing.headers.emplace_back(context.tr(key));
    for (const auto& gap : waived)
        listing.rows.push_back({gap.water->code, water::rule_id(gap), water::title_of(gap, context.language),
                                gap.waiver->reason, gap.waiver->given_by, data::iso(gap.waiver->until_on)});
    return listing;
}

/// What waters lack, like the findings of buses.
int list_gaps(const Context& context, const WatersArguments& asked)
{
    if (!asked.rule.empty() && water::find_gap_rule(asked.rule) == nullptr) {
        message(context.tr("gaps.no_rule", {asked.rule}));
        return Exit::wrong_command_line;
    }
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from, false);
    water::GapFilter filter{
        .rule = asked.rule, .department = asked.department, .waters = asked.codes, .unverified = asked.unverified};
    if (!read_county(context, *snapshot->region, asked.county, filter.county)) return Exit::wrong_command_line;
    const auto judging = context.judging();
    const auto basis = water::gap_basis(judging, context.as_of);
    const auto found = water::gap_findings(*snapshot, basis, filter);
    const auto count = water::count_gaps(*snapshot, basis, filter.county);
    if (context.format == Format::json) {
        print(water::gap_findings_json(*snapshot, context.as_of, count.looked_at, found, context.language) + "\n");
        return Exit::done;
    }
    std::set<const data::Water*> with;
    for (const auto& gap : found.counts) with.insert(gap.water);
    message(context.tr("gaps.found", {language::grouped(count.looked_at), language::grouped(with.size()),
                                      language::grouped(found.counts.size())}));
    if (!found.counts.empty()) print(context, listing_of(context, *snapshot, found.counts));
    if (found.waived.empty()) return Exit::done;
    message(context.tr("cli.findings.silenced", {language::grouped(found.waived.size())}));
    print(context, listing_of_waived(context, found.waived));
    return Exit::done;
}

/// Cases for what waters lack, one a water, as one change.
int open_cases_for_gaps(const Context& context, const WatersArguments& asked)
{
    std::optional<data::Date> due;
    if (!read_date(context, asked.due, due)) return Exit::wrong_command_line;
    auto in = context.open(data::Register::Access::write);
    const auto snapshot = case_snapshot(in);
    data::Adcode county;
    if (!read_county(context, *snapshot->region, asked.county, county)) return Exit::wrong_command_line;
    for (const std::string& code : asked.codes)
        if (!has_water(*snapshot, code)) {
            message(context.tr("equipment.no_water", {code}));
            return Exit::refused;
        }
    const auto judging = context.judging();
    auto found = water::gap_findings(*snapshot, water::gap_basis(judging, context.as_of),
                                     {.county = county, .waters = asked.codes})
                     .counts;
    if (!asked.measures.empty())
        std::erase_if(found, [&](const water::GapFinding& gap) {
            return std::ranges::find(asked.measures, gap.rule->measure) == asked.measures.end();
        });
    auto made = water::gap_cases(
        *snapshot, found,
        {.opened_on = context.as_of,
         .due_on = data::DateCell{due.value_or(context.as_of + std::chrono::days{water::usual_gap_days})},
         .note = asked.text});
    for (const auto& number : made.already_open) message(context.tr("cli.cases.already_open", {number}));
    if (made.cases.empty()) {
        message(context.tr("gaps.nothing"));
        return made.already_open.empty() ? Exit::done : Exit::refused;
    }
    const auto count = made.cases.size();
    const auto applied = in.apply(data::OpenCases{std::move(made.cases)}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("gaps.opened", {language::grouped(count)}));
    const auto now = judged_cases(context, in);
    std::vector<supervision::CaseRow> rows;
    for (const auto& row : now.rows)
        if (snapshot->find_case(row.opened->number) == nullptr) rows.push_back(row);
    print_cases(context, *now.snapshot, rows);
    return Exit::done;
}

}  // namespace

void add_waters(CLI::App& app, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<WatersArguments>();
    auto* waters = app.add_subcommand("waters", tr("cli.help.waters"));
    waters->require_subcommand(1);
    const auto near = [&](CLI::App* command) {
        command->add_option("--county", options->county, tr("cli.help.risks.county"));
        command->add_option("--within", options->within_m, tr("cli.help.waters.within"))
            ->check(CLI::Range(0.0, 20'000.0));
    };
    auto* listed = waters->add_subcommand("candidates", tr("cli.help.waters.candidates"));
    near(listed);
    listed->callback([&asked, options] {
        asked.run = [options](const Context& context) { return list_candidates(context, *options); };
    });

    waters->add_subcommand("calendar", tr("cli.help.waters.calendar"))->callback([&asked] { asked.run = calendar; });

    auto* taken = waters->add_subcommand("take", tr("cli.help.waters.take"));
    taken->add_option("CODE", options->codes, tr("cli.help.waters.code"));
    taken->add_flag("--all", options->all, tr("cli.help.waters.all"));
    near(taken);
    taken->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return take(context, *options); };
    });

    auto* gaps = waters->add_subcommand("gaps", tr("cli.help.waters.gaps"));
    gaps->add_option("--rule", options->rule, tr("cli.help.waters.gaps.rule"));
    gaps->add_option("--water", options->codes, tr("cli.help.risks.water"));
    gaps->add_option("--county", options->county, tr("cli.help.risks.county"));
    gaps->add_option("--department", options->department, tr("cli.help.waters.gaps.department"))
        ->check(CLI::IsMember(std::vector<std::string>{"water_affairs", "agriculture", "township"}));
    gaps->add_flag("--unverified", options->unverified, tr("cli.help.waters.gaps.unverified"));
    gaps->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return list_gaps(context, *options); }; });

    add_water_photos(*waters, asked);

    auto* opened = waters->add_subcommand("cases", tr("cli.help.waters.cases"));
    opened->add_option("--water", options->codes, tr("cli.help.risks.water"));
    opened->add_option("--county", options->county, tr("cli.help.risks.county"));
    opened->add_option("--measure", options->measures, tr("cli.help.waters.measure"))
        ->delimiter(',')
        ->check(CLI::IsMember(std::vector<std::string>(water::measures.begin(), water::measures.end())));
    opened->add_option("--due", options->due, tr("cli.help.waters.due"));
    opened->add_option("--text", options->text, tr("cli.help.waters.text"));
    opened->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return open_cases_for_gaps(context, *options); };
    });
}

}  // namespace xiaoan::cli
