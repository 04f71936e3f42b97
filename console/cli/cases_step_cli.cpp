// The steps of a case after its opening, and the files that came with them.
#include "console/cli/cases_cli.hpp"
#include "console/enforcement/case_plan.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/attachment_file.hpp"

#include <algorithm>

namespace xiaoan::cli {

namespace {

/// Reads the files named; throws IntakeFault where one cannot be read.
data::Result<std::vector<data::NewAttachment>> attachments(const std::vector<std::string>& paths)
{
    std::vector<data::NewAttachment> files;
    for (const auto& path : paths) {
        auto file = data::read_attachment(path);
        if (!file) return std::unexpected(file.error());
        files.push_back(*std::move(file));
    }
    return files;
}

/// Whom a letter goes to, and who gets a copy: those asked for, else those there are; to somebody in any case.
std::vector<data::CaseAddressee> letter_addressees(const AskedCases& asked, const rules::Dossiers& dossiers,
                                                   const data::Case& of)
{
    const auto wanted = asked_addressees(asked);
    std::vector<data::CaseAddressee> all;
    for (const bool copy : {false, true}) {
        const bool given = !(copy ? asked.copy : asked.to).empty();
        std::ranges::copy_if(given ? wanted : of.addressees, std::back_inserter(all),
                             [&](const data::CaseAddressee& each) { return each.copy == copy; });
        if (all.empty()) all = enforcement::usual_addressees(dossiers, of);
    }
    return all;
}

/// Why a verification by the register, or a closing without a reason, cannot be: in the words of its standing, which
/// the register itself does not know. Of a case that has ended the register tells that first.
std::string_view obstacle_of(const supervision::CaseRow& row, const data::StepCase& asked)
{
    const auto standing = row.standing;
    if (data::has_ended(row.opened->state)) return {};
    if (asked.step == data::CaseStep::verified && asked.document.empty())
        return supervision::obstacle_to_verifying(standing);
    if (asked.step == data::CaseStep::closed && asked.text.empty()) return supervision::obstacle_to_closing(standing);
    return {};
}

}  // namespace

int step_case(const Context& context, const AskedCases& asked, data::CaseStep step)
{
    auto in = context.open(data::Register::Access::write);
    const auto judged = judged_cases(context, in);
    const auto* row = judged.find(asked.number);
    data::StepCase command{.number = asked.number, .step = step, .on = context.as_of};
    command.text = asked.reason.empty() ? asked.text : asked.reason;
    command.document = asked.document;
    const auto standing = row != nullptr ? row->standing : supervision::Standing::by_hand;
    command.finding_stands = !supervision::obstacle_to_closing(standing).empty();
    if (const auto why = row != nullptr ? obstacle_of(*row, command) : std::string_view{}; !why.empty())
        return say_refused(context, {std::string{why}, "number", {asked.number, data::iso(context.as_of)}});
    const auto due = asked_due(context, *judged.snapshot->region, asked);
    if (due.code != Exit::done) return due.code;
    command.due_on = due.due_on;
    if (step == data::CaseStep::sent && row != nullptr)
        command.addressees = letter_addressees(asked, *judged.dossiers, *row->opened);
    auto files = attachments(asked.attach);
    if (!files) return say_refused(context, files.error());
    command.attachments = *std::move(files);
    const auto applied = in.apply(std::move(command), context.actor);
    if (!applied) return say_refused(context, applied.error());
    const auto now = judged_cases(context, in);
    if (context.format == Format::text)
        message(context.tr("cli.cases.did." + std::string{data::word(step)}, {asked.number}));
    else
        print_cases(context, *now.snapshot, {*now.find(asked.number)});
    return Exit::done;
}

int save_attachment(const Context& context, const AskedCases& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = from.snapshot({}, false);
    const data::Case* found = snapshot.find_case(asked.number);
    if (found == nullptr) {
        message(context.tr("cli.cases.unknown_case", {asked.number}));
        return Exit::refused;
    }
    const auto n = static_cast<std::size_t>(asked.attachment);
    if (n > found->attachments.size()) {
        message(context.tr("cli.cases.no_attachment", {asked.number, std::to_string(found->attachments.size())}));
        return Exit::refused;
    }
    const data::CaseAttachment& wanted = found->attachments[n - 1];
    const auto bytes = from.attachment(wanted.sha256);
    if (!bytes) {
        message(context.tr("cli.verify.attachment", {"–", asked.number + " " + wanted.name}));
        return Exit::not_done;
    }
    data::write_file(asked.out, *bytes);
    message(context.tr("cli.cases.attachment_written", {wanted.name, asked.out}));
    return Exit::done;
}

}  // namespace xiaoan::cli
