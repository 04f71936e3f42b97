#include "console/enforcement/notices/notice_content.hpp"

namespace xiaoan::enforcement {

namespace {

using documents::Align;
using documents::Annex;
using documents::TableCell;
using documents::TableRow;

TableCell label(std::string text, std::size_t columns = 1)
{
    return {.text = std::move(text), .columns = columns, .label = true};
}
TableCell cell(std::string text, std::size_t columns = 1)
{
    return {.text = std::move(text), .columns = columns};
}

/// 1.无校车标牌。… one line a problem, each with article and source.
std::string problems_text(const NoticeContent& content, const NoticeCase& each)
{
    std::string all;
    std::size_t number = 0;
    for (const auto& problem : each.problems)
        all += (all.empty() ? "" : "\n") + content.problem_text(problem, ++number);
    return all;
}

std::string deadline_text(const NoticeContent& content, const NoticeCase& each)
{
    if (each.report_by) return content.tr("notice.list.at_once", {content.date(*each.report_by)});
    return each.due_on ? content.date(*each.due_on) : content.date(content.answer_by);
}

std::string subject_text(const NoticeContent& content, const NoticeCase& each)
{
    const std::string subject = each.subject.empty() ? content.tr("notice.matter") : each.subject;
    return each.county.empty() ? subject : subject + "\n" + each.county;
}

Annex problem_list(const NoticeContent& content)
{
    Annex annex;
    annex.title = content.told("notice.list.title");
    annex.table.dense = true;
    annex.table.columns = {{content.tr("notice.list.number"), 9, Align::centre},
                           {content.tr("notice.list.case"), 18, Align::centre},
                           {content.told("notice.list.bus"), 21, Align::centre},
                           {content.told("notice.list.run_by"), 29},
                           {content.tr("notice.list.problems"), 53},
                           {content.tr("notice.list.due"), 26, Align::centre}};
    std::size_t number = 0;
    for (const auto& each : content.cases) {
        std::string run_by = each.run_by;
        if (!each.schools.empty()) run_by += (run_by.empty() ? "" : "\n") + content.joined(each.schools);
        annex.table.rows.push_back(
            {.cells = {cell(std::to_string(++number)), cell(each.opened->number), cell(subject_text(content, each)),
                       cell(run_by), cell(problems_text(content, each)), cell(deadline_text(content, each))}});
    }
    return annex;
}

/// What comes back: one row a case, with room to write.
Annex reply_slip(const NoticeContent& content, const Office& office)
{
    Annex annex;
    annex.title = content.of_kind("reply.title");
    annex.before = {documents::a_text(content.tr("notice.reply.number", {content.number})),
                    documents::a_text(content.tr("notice.reply.unit"))};
    annex.table.columns = {{content.tr("notice.list.number"), 12, Align::centre},
                           {content.told("notice.reply.bus"), 30, Align::centre},
                           {content.tr("notice.reply.problems"), 44},
                           {content.tr("notice.reply.done"), 44},
                           {content.tr("notice.reply.done_on"), 26}};
    std::size_t number = 0;
    for (const auto& each : content.cases) {
        std::vector<std::string> titles;
        for (const auto& problem : each.problems) titles.push_back(problem.title);
        const std::string subject = each.subject.empty() ? content.tr("notice.matter") : each.subject;
        annex.table.rows.push_back(
            {.cells = {cell(std::to_string(++number)), cell(subject + "\n" + each.opened->number),
                       cell(content.joined(titles)), cell(""), cell("")},
             .least_mm = 16});
    }
    annex.after = {documents::a_text(content.tr("notice.reply.by")),
                   documents::a_text(content.tr(
                       office.address.empty() ? "notice.reply.foot" : "notice.reply.foot.address",
                       {content.date(content.answer_by), office.name_in(content.language), office.address}))};
    return annex;
}

/// 送达回证: receiver, date, manner, two servers.
Annex receipt_slip(const NoticeContent& content)
{
    Annex annex;
    annex.title = content.tr("notice.receipt.title");
    annex.table.has_head = false;
    annex.table.columns = {{"", 38, Align::centre}, {"", 52}, {"", 26, Align::centre}, {"", 40}};
    const auto wide = [&](const char* key, std::string text, double least_mm) {
        return TableRow{.cells = {label(content.tr(key)), cell(std::move(text), 3)}, .least_mm = least_mm};
    };
    const auto signed_row = [&](const char* key, double least_mm) {
        return TableRow{.cells = {label(content.tr(key)), cell(""), label(content.tr("notice.receipt.date")),
                                  cell(content.tr("notice.receipt.blank_date"))},
                        .least_mm = least_mm};
    };
    annex.table.rows = {
        wide("notice.receipt.document", content.told("notice.rectification.title") + "\n" + content.number, 16),
        wide("notice.receipt.party", content.addressee, 14),
        wide("notice.receipt.place", "", 14),
        wide("notice.receipt.manner", content.tr("notice.receipt.manners"), 14),
        signed_row("notice.receipt.receiver", 22),
        wide("notice.receipt.deputy", "", 22),
        signed_row("notice.receipt.servers", 22),
        wide("notice.receipt.remarks", "", 22)};
    annex.after.push_back(documents::a_text(content.tr("notice.receipt.foot")));
    return annex;
}

}  // namespace

std::vector<Annex> notice_annexes(const NoticeContent& content, const Office& office)
{
    std::vector<Annex> annexes;
    if (content.listed_in_annex) annexes.push_back(problem_list(content));
    annexes.push_back(reply_slip(content, office));
    if (content.kind == NoticeKind::rectification) annexes.push_back(receipt_slip(content));
    return annexes;
}

}  // namespace xiaoan::enforcement
