// The risk score in words: seasons, bands, factors and what each line says.
#pragma once

#include "console/language/language.hpp"
#include "console/water/risk_score.hpp"
#include "console/water/season_calendar.hpp"

#include <string>

namespace xiaoan::water {

/// 封冻期（11月1日至12月20日）, 2026年7月.
[[nodiscard]] std::string season_text(const Season& season, const Habits& habits, language::Language language);
/// 封冻期, 学校寒假, 国庆节.
[[nodiscard]] std::string calendar_text(const CalendarSpan& span, language::Language language);
/// 重大, 较大, 一般, 低.
[[nodiscard]] std::string level_text(RiskLevel level, language::Language language);
/// 距学校或站点, 警示牌 …
[[nodiscard]] std::string factor_text(const RiskLine& line, language::Language language);
/// "240 m", "陡", "未核实": what the line rests on.
[[nodiscard]] std::string value_text(const RiskLine& line, language::Language language);
/// 权重已由本局调整：警示牌：无 8 分（默认 5 分）；…: every number that is not its default; empty where all are.
[[nodiscard]] std::string changed_text(const Habits& habits, language::Language language);
/// The lines that give most points, "距学校或站点 240 m（13 分）；…", at most `count`.
[[nodiscard]] std::string main_reasons(const RiskScore& score, std::size_t count, language::Language language);

}  // namespace xiaoan::water
