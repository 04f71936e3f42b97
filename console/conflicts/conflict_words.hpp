// Conflicts in words: what disagrees, what is proposed and why, what a decision does.
#pragma once

#include "console/conflicts/conflict.hpp"
#include "console/conflicts/settling.hpp"
#include "console/language/language.hpp"

#include <string>
#include <string_view>

namespace xiaoan::conflicts {

/// "同一车架号登记了两个号牌".
[[nodiscard]] std::string_view rule_text(ConflictRule rule, language::Language language);
/// A side by key and name: "吉G·12345  示例校车服务有限公司"; of a record's two states, by the file that gave it.
[[nodiscard]] std::string side_text(const data::Snapshot& snapshot, const Conflict& conflict, bool first,
                                    language::Language language);
/// The fields that differ: "号牌号码、核载人数".
[[nodiscard]] std::string differing_text(const Conflict& conflict, language::Language language);
/// "建议以 吉G·12345 为准：号牌号码格式正确"; that a person has to look where nothing speaks for one of them.
[[nodiscard]] std::string proposal_text(const data::Snapshot& snapshot, const Conflict& conflict,
                                        language::Language language);
/// What a decision is called on its button: "以 吉G·12345 为准", "恢复原值".
[[nodiscard]] std::string decision_text(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision,
                                        language::Language language);
/// What it does: "停用 吉G·1234S，3 条记录改为指向 吉G·12345".
[[nodiscard]] std::string consequence_text(const Conflict& conflict, Decision decision, const Consequence& of,
                                           language::Language language);
/// The reason that is recorded where a person gives none of their own.
[[nodiscard]] std::string reason_text(const data::Snapshot& snapshot, const Conflict& conflict, Decision decision,
                                      language::Language language);

}  // namespace xiaoan::conflicts
