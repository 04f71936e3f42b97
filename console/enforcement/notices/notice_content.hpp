// What the parts of a notice are made from, worked out once.
#pragma once

#include "console/enforcement/notices/notice.hpp"

namespace xiaoan::enforcement {

struct NoticeContent {
    language::Language language{};
    NoticeKind kind{};
    std::vector<NoticeCase> cases;
    std::string addressee;  // without its colon
    std::string number;
    std::string place;
    data::Date dated{};
    data::Date answer_by{};
    bool listed_in_annex = false;  // too many problems for the text: they stand in the first annex
    bool administrative_act = false;

    [[nodiscard]] std::size_t problems() const;
    /// Cases about a bus, or about a water.
    [[nodiscard]] std::size_t subjects() const;
    /// All cases are about waters: texts have words of their own for them, under the key with ".waters".
    [[nodiscard]] bool of_waters() const;
    /// All cases are about vehicles in no register: under the key with ".strangers".
    [[nodiscard]] bool of_strangers() const;
    /// The joint checks that saw any of it, each once, by number.
    [[nodiscard]] std::vector<data::CheckEvidence> checks() const;
    /// The text for what the cases are about.
    [[nodiscard]] std::string told(std::string key, std::initializer_list<std::string> arguments = {}) const;
    [[nodiscard]] std::string tr(std::string_view key) const { return std::string{language::tr(language, key)}; }
    [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<std::string> arguments) const
    {
        return language::tr(language, key, arguments);
    }
    /// notice.<kind>.<key>, for what the cases are about.
    [[nodiscard]] std::string of_kind(std::string_view key, std::initializer_list<std::string> arguments = {}) const;
    [[nodiscard]] std::string date(data::Date date) const;
    /// 洮南市、大安市
    [[nodiscard]] std::string joined(std::span<const std::string> words) const;
    /// 1.无校车标牌。… with the driver it is about, article and source.
    [[nodiscard]] std::string problem_text(const NoticeProblem& problem, std::size_t nth) const;
    /// Counties of the cases, each once, in the order in which the city lists them.
    [[nodiscard]] std::vector<std::string> counties() const;
    /// The label of an annex, counted from 0, as letter_pages numbers them.
    [[nodiscard]] std::string annex(std::size_t index) const;
};

[[nodiscard]] std::vector<documents::Passage> notice_body(const NoticeContent& content);
[[nodiscard]] std::vector<std::string> notice_title(const NoticeContent& content, const Office& office);
/// List of problems where it stands there, reply slip, receipt slip of a 整改通知书.
[[nodiscard]] std::vector<documents::Annex> notice_annexes(const NoticeContent& content, const Office& office);

}  // namespace xiaoan::enforcement
