// `cases ledger --month 2026-11 --out F.pdf`: the cases of a month as a list for the file.
#include "console/cli/cases_cli.hpp"
#include "console/cli/option_readers.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/enforcement/notices/case_ledger.hpp"
#include "data/export/written_file.hpp"

namespace xiaoan::cli {

namespace {

/// 2026-11; nothing for any other text.
std::optional<std::chrono::year_month> month_from(const std::string& text)
{
    const auto first = data::date_from_iso(text + "-01");
    if (text.size() != 7 || !first) return {};
    const std::chrono::year_month_day date{*first};
    return date.year() / date.month();
}

}  // namespace

int print_ledger(const Context& context, const AskedCases& asked)
{
    if (!asked.out.ends_with(".pdf")) {
        message(context.tr("cli.cases.ledger.bad_out", {asked.out}));
        return Exit::wrong_command_line;
    }
    const std::chrono::year_month_day today{context.as_of};
    std::chrono::year_month month = today.year() / today.month();
    if (!asked.month.empty()) {
        const auto given = month_from(asked.month);
        if (!given) {
            message(context.tr("cli.cases.ledger.bad_month", {asked.month}));
            return Exit::wrong_command_line;
        }
        month = *given;
    }
    const auto in = context.open(data::Register::Access::read);
    const auto judged = judged_cases(context, in);
    supervision::CaseFilter filter{.department = asked.department};
    if (!read_county(context, *judged.snapshot->region, asked.county, filter.county)) return Exit::wrong_command_line;
    const auto rows = supervision::case_list(judged.rows, filter);
    const auto list = enforcement::case_ledger(*judged.snapshot, rows, month, context.as_of, context.language);
    const documents::Fonts fonts;
    const auto pages = documents::list_pages(list, enforcement::case_ledger_style, fonts);
    data::write_file(asked.out, documents::pdf_of(pages, list.info, fonts));
    message(context.tr("cli.letter.written", {asked.out, std::to_string(pages.size())}));
    return Exit::done;
}

}  // namespace xiaoan::cli
