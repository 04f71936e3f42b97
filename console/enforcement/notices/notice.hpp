// The letter that a case is supervised by: 督办函 to an equal department, 督办通知 to a county's education bureau,
// 整改通知书 to an operator or a school. A pure function of cases, office, wishes and a date.
#pragma once

#include "console/documents/page/letter.hpp"
#include "console/enforcement/notices/notice_facts.hpp"
#include "console/enforcement/notices/office.hpp"
#include "data/register/result.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::enforcement {

enum class NoticeKind : std::uint8_t { letter = 1, circular, rectification };

/// Equal departments exchange 函; the county's education bureau, which the bureau directs, gets a 通知; who runs the
/// bus or owns the water a 整改通知书 (regulations.md section 9).
[[nodiscard]] NoticeKind usual_kind(std::string_view department);

/// What the person who prints decides; left out, the habit decides.
struct NoticeWish {
    std::optional<NoticeKind> kind{};
    std::string addressee{};                // 洮南市交通运输局
    std::string number{};                   // 白教函〔2026〕12号
    std::optional<data::Date> dated{};      // 成文日期; else the as-of date
    std::optional<data::Date> answer_by{};  // else the latest that the cases ask for
    std::string place{};                    // where it was checked, of a 整改通知书
    bool administrative_act = false;        // says how to appeal: only where the notice is an act that can be appealed
    bool unmask = false;
    language::Language language = language::Language::zh;
};

/// What paper is witness of: the register and the state of its log.
struct Witness {
    std::string head;  // the hash of the snapshot's last change, hexadecimal
};

/// Rejected: notice_mixed where the cases would be told in different kinds of letters, or a 整改通知书 would go to more
/// than one party. `cases` is not empty.
[[nodiscard]] data::Result<documents::Letter> notice(const rules::Dossiers& dossiers,
                                                     std::span<const data::Case* const> cases, const Office& office,
                                                     const NoticeWish& wish, data::Date as_of, const Witness& witness);

/// Small print on the last page: register, change and hash.
[[nodiscard]] std::vector<std::string> witness_lines(const data::Snapshot& snapshot, const Witness& witness,
                                                     language::Language language);

}  // namespace xiaoan::enforcement

namespace xiaoan::data {

inline constexpr std::array notice_kind_words{Word{"letter", "督办函"}, Word{"circular", "督办通知"},
                                              Word{"rectification", "整改通知书"}};
template <>
inline constexpr std::span<const Word> words_of<enforcement::NoticeKind>{notice_kind_words};

}  // namespace xiaoan::data
