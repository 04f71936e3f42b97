// An official letter as a value: what it says, in order, before it is set on pages or put into a template.
#pragma once

#include "console/documents/page/blocks.hpp"
#include "console/documents/page/document_info.hpp"
#include "console/language/language.hpp"

#include <string>
#include <vector>

namespace xiaoan::documents {

/// 信函格式: the sender's name over a double rule. 文件格式: 发文机关标志 with a rule under the number. Or no head at
/// all.
enum class HeadForm : std::uint8_t { letter, document, none };
/// How the head is printed: red as the standard has it, black where only a black printer is at hand, or left blank for
/// paper that bears it already.
enum class HeadInk : std::uint8_t { red, black, preprinted };

struct Head {
    HeadForm form = HeadForm::letter;
    HeadInk ink = HeadInk::red;
    std::string name{};    // 白城市教育局; of the document form 白城市教育局文件
    std::string number{};  // 白教函〔2026〕12号
};

struct Annex {
    std::string title{};
    std::vector<Passage> before{};
    Table table{};
    std::vector<Passage> after{};
    std::vector<Block> blocks{};  // behind all else: maps, sheets
};

struct Letter {
    language::Language language{};
    Head head{};
    std::vector<std::string> title{};  // phrases between which it may be broken
    std::string addressee{};           // with its colon; empty: none
    std::vector<Passage> body{};
    std::vector<Annex> annexes{};
    std::string signature{};
    std::string date{};                  // 2026年11月23日
    std::string note{};                  // 附注 under the date: （联系人：…）
    std::string copies{};                // 抄送：….
    std::string printed_by{};            // of the document form: 印发机关 …… 印发日期
    std::string demonstration{};         // 演示数据, or empty
    std::vector<std::string> witness{};  // small print at the foot of the last page
    DocumentInfo info{};
};

/// How a letter names an annex: 附件, or 附件2 where there are several; in English Annex, Annex 2.
[[nodiscard]] std::string annex_label(const Letter& letter, std::size_t index);
/// The title in one piece.
[[nodiscard]] std::string title_text(const Letter& letter);

}  // namespace xiaoan::documents
