// `reconcile`: lists of the same vehicles from several offices laid side by side.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/language/wording.hpp"
#include "console/permits/reconciliation_json.hpp"
#include "console/permits/reconciliation_rows.hpp"
#include "console/permits/vehicle_lists.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace xiaoan::cli {

namespace {

struct ReconcileArguments {
    std::vector<std::string> files;
    bool all = false;  // also the vehicles on which all lists agree
};

permits::VehicleList read(const Context& context, const data::Region& region, const std::string& file,
                          std::size_t& refused)
{
    data::ImportRequest request;
    request.path = file;
    auto read = permits::read_vehicle_list(request, region);
    const auto language =
        context.language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
    for (const auto& sheet : read.sheets) {
        refused += sheet.refused;
        for (const auto& issue : sheet.issues)
            if (issue.severity == data::IssueSeverity::refused)
                message(fmt::format("{}: {}", sheet.file, data::issue_text(issue, language)));
    }
    return std::move(read.list);
}

Listing listing_of(const Context& context, const std::vector<permits::VehicleList>& lists,
                   const permits::Reconciliation& found, bool all)
{
    Listing listing;
    listing.headers = {std::string{context.tr("reconcile.number")}};
    for (const auto& list : lists) listing.headers.push_back(list.name);
    listing.headers.emplace_back(context.tr("reconcile.matched"));
    listing.headers.emplace_back(context.tr("reconcile.differences"));
    for (const auto& vehicle : found.vehicles) {
        if (!all && vehicle.agrees() && vehicle.lists() == lists.size()) continue;
        std::vector<std::string> row{context.format == Format::text
                                         ? language::shown_registration_number(vehicle.registration_number)
                                         : vehicle.registration_number};
        for (const auto* in : vehicle.rows)
            row.push_back(in == nullptr ? std::string{context.tr("reconcile.not_listed")}
                                        : context.tr("reconcile.row", {std::to_string(in->row)}));
        row.emplace_back(context.tr("reconcile.by." + std::string{permits::word(vehicle.matched)}));
        row.push_back(permits::differences_text(vehicle, context.language));
        listing.rows.push_back(std::move(row));
    }
    return listing;
}

int reconcile(const Context& context, const ReconcileArguments& asked)
{
    const auto region = context.open(data::Register::Access::read).region();
    std::vector<permits::VehicleList> lists;
    std::size_t refused_rows = 0;
    for (const auto& file : asked.files) {
        try {
            lists.push_back(read(context, *region, file, refused_rows));
        } catch (const data::IntakeFault& fault) {
            const auto language =
                context.language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
            message(fmt::format("{}: {}", file, fault.text(language)));
            return Exit::not_done;
        }
    }
    const auto found = permits::reconcile(lists);
    if (context.format == Format::json) {
        print(permits::reconciliation_json(lists, found) + "\n");
    } else {
        message(context.tr("cli.reconcile.counts",
                           {language::grouped(found.vehicles.size()), language::grouped(found.agreeing),
                            language::grouped(found.differing), language::grouped(found.missing)}));
        print(context, listing_of(context, lists, found, asked.all));
    }
    return refused_rows > 0 ? Exit::rows_refused : Exit::done;
}

}  // namespace

void add_reconcile(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<ReconcileArguments>();
    auto* command = app.add_subcommand("reconcile", std::string{asked.context.tr("cli.help.reconcile")});
    command->add_option("FILE", options->files)->required()->expected(2, 9);
    command->add_flag("--all", options->all, std::string{asked.context.tr("cli.help.reconcile.all")});
    command->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return reconcile(context, *options); }; });
}

}  // namespace xiaoan::cli
