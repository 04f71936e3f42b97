// How a water stands in the ranking, as people read it: its place, its score line by line, and how much is known.
#pragma once

#include "console/language/language.hpp"
#include "console/water/ranked_waters.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::water {

struct RiskRow {
    std::string factor;
    std::string value;  // what it rests on, or that nobody has verified it
    int points = 0;
    bool known = true;
};

/// A photo of the water, the newest first.
struct PhotoLine {
    std::string name;  // 2026-07-02 警示牌
    std::string size;  // 1.2 MB
    std::string sha256;
};

struct RiskView {
    RiskLevel level{};
    std::string band;           // 重大
    std::string score;          // 72 分
    std::string line;           // 第 3 位，共 214 处；基础分 85 × 0.85；已核实 62%
    std::string changed;        // the numbers that the bureau has changed; empty: none
    std::vector<RiskRow> rows;  // in the order of the score's table
    std::vector<PhotoLine> photos;
};

/// Empty where the ranking does not have the water.
[[nodiscard]] std::optional<RiskView> risk_view(const RankedWaters& ranked, const data::Water& water,
                                                language::Language language);

}  // namespace xiaoan::water
