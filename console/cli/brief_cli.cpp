// `brief`: the season's briefing on waters near schools, of a county, of the city, or of each county.
#include "console/cli/command_line.hpp"
#include "console/cli/letter_file.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/searched_waters.hpp"
#include "console/water/briefing/brief_workbook.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace xiaoan::cli {

namespace {

struct BriefArguments {
    std::string season, county, since, since_season, out, annex;
    std::size_t sheets = water::usual_sheets;
};

bool is_folder(const std::string& path)
{
    return path.ends_with('/') || std::filesystem::is_directory(path);
}

/// Where files go and whether what was asked for goes together; false, with a message, where it does not.
bool goes_together(const Context& context, const BriefArguments& asked)
{
    const bool folder = is_folder(asked.out);
    if (!folder && !is_letter_file(context, asked.out)) return false;
    const char* wrong = nullptr;
    if (!asked.annex.empty() && is_folder(asked.annex) != folder) wrong = "cli.brief.annex_folder";
    if (folder && !asked.county.empty()) wrong = "cli.brief.folder_or_county";
    if (!asked.since_season.empty() && asked.since.empty()) wrong = "cli.brief.since_alone";
    if (wrong != nullptr) message(context.tr(wrong));
    return wrong == nullptr;
}

class Briefings {
public:
    Briefings(const Context& context, const BriefArguments& asked, const water::Season& season,
              const data::Register& from, std::shared_ptr<const data::Snapshot> snapshot, const PastWaters& past)
        : context_(context),
          asked_(asked),
          snapshot_(std::move(snapshot)),
          searched_(snapshot_, habits_of(context)),
          past_(past),
          base_(map::paper_base_of(*snapshot_->region))
    {
        wish_.season = season;
        wish_.as_of = context.as_of;
        wish_.issued_by = snapshot_->name;
        wish_.witness = {context.tr("notice.witness", {snapshot_->name, std::to_string(snapshot_->last_change.value),
                                                       from.hash_of(snapshot_->last_change)})};
        wish_.language = context.language;
        wish_.sheets = asked.sheets;
    }

    /// One briefing, and its annex where a file is given for it.
    void write(data::Adcode county, const std::string& out, const std::string& annex)
    {
        wish_.county = county;
        const auto ranked = searched_.ranked(wish_.season, county, context_.as_of);
        std::vector<water::WaterRisk> then;
        water::Comparison since{past_.since, past_.season, {}};
        if (past_.searched) {
            then = past_.searched->ranked(past_.season, county, past_.since);
            since.turns = water::turns_of(then, ranked);
        }
        const water::BriefMatter matter{searched_.places, ranked, base_, searched_.habits,
                                        past_.searched ? &since : nullptr};
        const auto letter = water::brief(matter, wish_);
        (void)write_letter_file(context_, letter, out);  // no template from outside, so nothing to refuse
        if (annex.empty()) return;
        data::write_plain_workbook(annex, water::brief_workbook(matter, wish_), context_.as_of);
        message(context_.tr("cli.annex.written", {annex}));
    }

    void write_each()
    {
        for (const data::County& county : snapshot_->region->counties) {
            const std::string name = fmt::format("{}-{}", county.adcode.value, water::word(wish_.season));
            const auto in = [&](const std::string& folder, const char* ending) {
                return (std::filesystem::path(folder) / (name + ending)).string();
            };
            write(county.adcode, in(asked_.out, ".pdf"), asked_.annex.empty() ? "" : in(asked_.annex, ".xlsx"));
        }
    }

private:
    const Context& context_;
    const BriefArguments& asked_;
    std::shared_ptr<const data::Snapshot> snapshot_;
    SearchedWaters searched_;
    const PastWaters& past_;
    map::PaperBase base_;
    water::BriefWish wish_;
};

int brief(const Context& context, const BriefArguments& asked)
{
    const auto season = read_season(context, asked.season);
    if (!season || !goes_together(context, asked)) return Exit::wrong_command_line;
    const auto from = context.open(data::Register::Access::read);
    auto snapshot = water_snapshot(from, true);
    data::Adcode county;
    if (!read_county(context, *snapshot->region, asked.county, county)) return Exit::wrong_command_line;
    PastWaters past;
    if (const int code = read_past(context, asked.since, asked.since_season, *season, habits_of(context), past);
        code != Exit::done)
        return code;
    for (const auto* path : {&asked.out, &asked.annex}) {
        std::error_code failed;
        if (!path->empty() && is_folder(*path)) std::filesystem::create_directories(*path, failed);
        if (!failed) continue;
        message(context.tr("cli.brief.folder_failed", {*path, failed.message()}));
        return Exit::not_done;
    }
    Briefings briefings(context, asked, *season, from, std::move(snapshot), past);
    if (is_folder(asked.out))
        briefings.write_each();
    else
        briefings.write(county, asked.out, asked.annex);
    return Exit::done;
}

}  // namespace

void add_brief(CLI::App& app, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<BriefArguments>();
    auto* command = app.add_subcommand("brief", tr("cli.help.brief"));
    command->add_option("--season", options->season, tr("cli.help.risks.season"));
    command->add_option("--county", options->county, tr("cli.help.brief.county"));
    command->add_option("--since", options->since, tr("cli.help.brief.since"));
    command->add_option("--since-season", options->since_season, tr("cli.help.brief.since_season"));
    command->add_option("--sheets", options->sheets, tr("cli.help.brief.sheets"))->check(CLI::Range(0, 10'000));
    command->add_option("--out", options->out, tr("cli.help.brief.out"))->required();
    command->add_option("--annex", options->annex, tr("cli.help.brief.annex"));
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return brief(context, *options); }; });
}

}  // namespace xiaoan::cli
