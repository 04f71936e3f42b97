// `checks sheet`: what a team takes along, on paper, as a workbook or as the form of a telephone.
#include "console/cli/checks_cli.hpp"

#include "console/checks/sheet/sheet_pages.hpp"
#include "console/checks/sheet/sheet_workbook.hpp"
#include "console/checks/sheet/xls_form.hpp"
#include "console/documents/draw/pdf.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/values/registration_number.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace xiaoan::cli {

namespace {

struct AskedSheet {
    AskedPlan plan;
    std::size_t team = 0;  // 0: all teams of a plan, the first one for buses that were named
    std::size_t blanks = 1;
    bool form = false;
    std::string out;
};

/// A sheet of the teams of a plan, or of one of them.
std::optional<checks::CheckSheet> sheet_of_plan(const Context& context, const AskedSheet& asked,
                                                std::shared_ptr<const data::Region>& region, int& code)
{
    const auto made = planned(context, asked.plan, code);
    if (!made) return std::nullopt;
    region = made->dossiers.snapshot().region;
    auto sheet = checks::an_empty_sheet(made->dossiers.snapshot(), made->wish.date, context.language);
    checks::add_teams(sheet, made->dossiers, made->plan);
    if (asked.team != 0)
        std::erase_if(sheet.teams, [&](const checks::SheetTeam& team) { return team.number != asked.team; });
    if (sheet.teams.empty()) {
        message(context.tr("cli.sheet.no_team", {data::iso(made->wish.date)}));
        code = Exit::refused;
        return std::nullopt;
    }
    return sheet;
}

/// A sheet of one team with the buses that were named.
std::optional<checks::CheckSheet> sheet_of_buses(const Context& context, const AskedSheet& asked,
                                                 std::shared_ptr<const data::Region>& region, int& code)
{
    code = Exit::wrong_command_line;
    const auto date = check_date(context, asked.plan.date);
    if (!date) return std::nullopt;
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = std::make_shared<const data::Snapshot>(from.snapshot(rules::judged_kinds(), false));
    const rules::Dossiers dossiers(snapshot, context.judging());
    region = snapshot->region;
    std::vector<std::size_t> buses;
    for (const std::string& typed : asked.plan.buses) {
        buses.push_back(dossiers.find(std::string_view{data::canonical_registration_number(typed)}));
        if (buses.back() != dossiers.size()) continue;
        message(context.tr("cli.cases.unknown_bus", {typed}));
        code = Exit::refused;
        return std::nullopt;
    }
    auto sheet = checks::an_empty_sheet(*snapshot, *date, context.language);
    checks::add_team(sheet, dossiers, buses, std::max<std::size_t>(asked.team, 1));
    code = Exit::done;
    return sheet;
}

int write_sheet(const Context& context, const AskedSheet& asked)
{
    const bool pdf = asked.out.ends_with(".pdf"), xlsx = asked.out.ends_with(".xlsx");
    if ((!pdf && !xlsx) || (pdf && asked.form)) {
        message(context.tr("cli.sheet.bad_out", {asked.out}));
        return Exit::wrong_command_line;
    }
    int code = Exit::done;
    std::shared_ptr<const data::Region> region;
    auto sheet = asked.plan.buses.empty() ? sheet_of_plan(context, asked, region, code)
                                          : sheet_of_buses(context, asked, region, code);
    if (!sheet) return code;
    sheet->blanks = asked.blanks;
    if (asked.form)
        checks::write_xls_form(asked.out, checks::xls_form(*sheet, *region), *sheet);
    else if (xlsx)
        checks::write_sheet_workbook(asked.out, *sheet, *region);
    else {
        const documents::Fonts fonts;
        data::write_file(asked.out,
                         documents::pdf_of(checks::sheet_pages(*sheet, fonts), checks::sheet_info(*sheet), fonts));
    }
    std::size_t vehicles = 0;
    for (const auto& team : sheet->teams)
        for (const auto& stand : team.stands) vehicles += stand.vehicles.size();
    message(
        context.tr("cli.sheet.written", {asked.out, std::to_string(sheet->teams.size()), std::to_string(vehicles)}));
    return Exit::done;
}

}  // namespace

void add_checks_sheet(CLI::App& checks, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<AskedSheet>();
    auto* command = checks.add_subcommand("sheet", tr("cli.help.checks.sheet"));
    add_plan_options(*command, options->plan, asked.context);
    command->add_option("--team", options->team, tr("cli.help.checks.team"))->check(CLI::Range(1, 50));
    command->add_option("--blank", options->blanks, tr("cli.help.checks.blank"))->check(CLI::Range(0, 50));
    command->add_flag("--form", options->form, tr("cli.help.checks.form"));
    command->add_option("--out", options->out, tr("cli.help.checks.out"))->required();
    command->callback([&asked, options] {
        asked.run = [options](const Context& context) { return write_sheet(context, *options); };
    });
}

}  // namespace xiaoan::cli
