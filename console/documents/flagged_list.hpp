// The list of flagged buses for the meeting table: one row a finding, with evidence and article, on A4.
#pragma once

#include "console/documents/page/metrics.hpp"
#include "console/language/language.hpp"
#include "console/rules/judge.hpp"
#include "console/rules/stranger.hpp"

#include <span>
#include <string>
#include <vector>

namespace xiaoan::documents {

/// The list as words, before it is set on pages. All texts are in the language asked for, personal data masked.
struct FlaggedList {
    struct Row {
        std::string registration_number;  // 吉G12345; printed as 吉G·12345
        std::string county;
        std::string run_by;
        rules::Severity severity{};
        std::string problem;  // 未核发校车标牌
        std::string since;
        std::string due;
        std::string department;
        std::string basis;
        std::string evidence;  // facts with their file and row
    };
    std::string title;
    std::vector<std::string> facts;    // lines under the title: whose register, as of when, how many were looked at
    std::vector<std::string> headers;  // one a column of Row, the running number before them
    std::vector<Row> rows;
    std::string empty_text;     // said where there is no row
    std::string foot;           // small print on every page: state of the log
    std::string page_of;        // "第 {0} 页，共 {1} 页"
    std::string demonstration;  // 演示数据, or empty
    std::string author;
    data::Date as_of{};
};

/// The findings as a list, in their order; strangers behind those of their grade.
[[nodiscard]] FlaggedList flagged_list(const rules::Dossiers& dossiers, const rules::Judgement& judgement,
                                       const std::vector<rules::Finding>& findings, language::Language language,
                                       std::span<const rules::StrangerFinding> strangers = {});

/// The list on pages: A4 landscape, header row on each page, rows never split, pages numbered.
[[nodiscard]] std::vector<Page> flagged_list_pages(const FlaggedList& list, const Metrics& metrics);
/// The same as a PDF, with the fonts of this computer.
[[nodiscard]] std::string flagged_list_pdf(const FlaggedList& list);

}  // namespace xiaoan::documents
