// `notice CASE… --out F.pdf|F.docx`: the letter by which cases are supervised.
#include "console/cli/cases_cli.hpp"
#include "console/cli/judged_dossiers.hpp"
#include "console/cli/letter_file.hpp"
#include "console/cli/option_readers.hpp"
#include "console/enforcement/notices/notice.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <sstream>

namespace xiaoan::cli {

namespace {

struct NoticeArguments {
    std::vector<std::string> cases;
    std::string out, kind, to, number, dated, answer_by, place, office, docx_template, template_out, keep_template;
    bool administrative_act = false;
    bool drop_template = false;
};

/// The office that the file describes, over the register's own name; nothing, with a message, where it cannot be read.
std::optional<enforcement::Office> office_in(const Context& context, const std::string& path, enforcement::Office usual)
{
    if (path.empty()) return usual;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) {
        message(context.tr("cli.notice.no_office", {path}));
        return {};
    }
    auto read = enforcement::office_of(text.str(), std::move(usual));
    for (const auto& line : read.unknown) message(context.tr("cli.notice.unknown_line", {path, line}));
    return std::move(read.office);
}

int notice(const Context& context, const NoticeArguments& asked)
{
    if (!is_letter_file(context, asked.out)) return Exit::wrong_command_line;
    enforcement::NoticeWish wish{.addressee = asked.to,
                                 .number = asked.number,
                                 .place = asked.place,
                                 .administrative_act = asked.administrative_act,
                                 .language = context.language};
    if (!asked.kind.empty()) wish.kind = data::value_of_word<enforcement::NoticeKind>(asked.kind);
    if (!read_date(context, asked.dated, wish.dated) || !read_date(context, asked.answer_by, wish.answer_by))
        return Exit::wrong_command_line;

    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = case_snapshot(from);
    std::vector<const data::Case*> cases;
    for (const auto& number : asked.cases) {
        const auto found = std::ranges::find(snapshot->cases, number, &data::Case::number);
        if (found == snapshot->cases.end()) {
            message(context.tr("cli.notice.no_case", {number}));
            return Exit::refused;
        }
        cases.push_back(&*found);
    }
    const auto office = office_in(context, asked.office, enforcement::usual_office(*snapshot));
    if (!office) return Exit::not_done;
    const rules::Dossiers dossiers = judged_dossiers(context, from, snapshot, context.as_of);
    const auto letter =
        enforcement::notice(dossiers, cases, *office, wish, context.as_of, {from.hash_of(snapshot->last_change)});
    if (!letter) return say_refused(context, letter.error());
    return write_letter_file(context, *letter, asked.out, asked.docx_template);
}

/// The template that notices are made from, with the head of the office.
int write_template(const Context& context, const NoticeArguments& asked)
{
    if (!asked.template_out.ends_with(".docx")) {
        message(context.tr("cli.letter.bad_template_out", {asked.template_out}));
        return Exit::wrong_command_line;
    }
    const auto office = office_in(context, asked.office, {});
    if (!office) return Exit::not_done;
    return write_letter_template(context, {office->form, office->ink, {}, {}}, asked.template_out);
}

}  // namespace

void add_notice(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<NoticeArguments>();
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    auto* command = app.add_subcommand("notice", tr("cli.help.notice"));
    auto* cases = command->add_option("case", options->cases, tr("cli.help.notice.case"));
    auto* out = command->add_option("--out", options->out, tr("cli.help.notice.out"));
    cases->needs(out);
    out->needs(cases);
    command->add_option("--template", options->docx_template, tr("cli.help.notice.template"))->needs(out);
    auto* template_out =
        command->add_option("--template-out", options->template_out, tr("cli.help.notice.template_out"));
    template_out->excludes(out);
    auto* keep = command->add_option("--keep-template", options->keep_template, tr("cli.help.notice.keep_template"));
    auto* drop = command->add_flag("--drop-template", options->drop_template, tr("cli.help.notice.drop_template"));
    keep->excludes(out)->excludes(template_out)->excludes(drop);
    drop->excludes(out)->excludes(template_out);
    command->add_option("--kind", options->kind, tr("cli.help.notice.kind"))
        ->check(CLI::IsMember({"letter", "circular", "rectification"}));
    command->add_option("--to", options->to, tr("cli.help.notice.to"));
    command->add_option("--number", options->number, tr("cli.help.notice.number"));
    command->add_option("--dated", options->dated, tr("cli.help.notice.dated"));
    command->add_option("--answer-by", options->answer_by, tr("cli.help.notice.answer_by"));
    command->add_option("--place", options->place, tr("cli.help.notice.place"));
    command->add_option("--office", options->office, tr("cli.help.notice.office"));
    command->add_flag("--administrative-act", options->administrative_act, tr("cli.help.notice.act"));
    command->callback([&asked, options] {
        const bool writes = !options->keep_template.empty() || options->drop_template;
        if (options->out.empty() && options->template_out.empty() && !writes)
            throw CLI::RequiredError(std::string{asked.context.tr("cli.notice.no_out")});
        asked.only_now = writes;
        asked.run = [options](const Context& context) {
            if (options->drop_template) return drop_letter_template(context);
            if (!options->keep_template.empty()) return keep_letter_template(context, options->keep_template);
            return options->out.empty() ? write_template(context, *options) : notice(context, *options);
        };
    });
}

}  // namespace xiaoan::cli
