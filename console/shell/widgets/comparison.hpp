// What is permitted beside what is done, row by row; rows that differ stand out by ground, weight and a mark.
#pragma once

#include "console/shell/ui.hpp"

#include <span>
#include <string>
#include <string_view>

namespace xiaoan::shell {

struct ComparisonRow {
    std::string label = {};
    std::string left = {};
    std::string right = {};
    bool differs = false;
};

/// Draws head and rows 28 design pixels high; gives the height.
float comparison(const Ui& ui, Point at, float width, std::string_view left_head, std::string_view right_head,
                 std::span<const ComparisonRow> rows);

/// A muted heading over a part of the dossier; gives its height.
float section_heading(const Ui& ui, Point at, std::string_view text);

/// A line "label  value" of plain facts, the value wrapped; gives its height.
float fact_row(const Ui& ui, Point at, float width, std::string_view label, std::string_view value);

}  // namespace xiaoan::shell
