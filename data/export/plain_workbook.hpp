// Tables that the program works out, as a workbook for people: texts, numbers, dates and shares as such.
#pragma once

#include "data/kinds/cell.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace xiaoan::data {

/// So many of so many, shown in hundredths; nothing where there is no whole.
struct Share {
    std::size_t part = 0;
    std::size_t whole = 0;
    friend bool operator==(const Share&, const Share&) = default;
};

using PlainCell = std::variant<std::string, std::int64_t, Share, Date>;

/// As people read it: 2026-11-23, 67 %; halves of a hundredth upwards.
[[nodiscard]] std::string plain_text(const PlainCell& cell);

struct PlainSheet {
    std::string name;  // at most 31 characters, without []:*?/\ (the limits of a spreadsheet)
    std::vector<std::string> heads;
    std::vector<std::vector<PlainCell>> rows;  // one cell a head
};

/// Writes the sheets to `path`, whole or not at all: heads frozen and with filters, nothing a live formula. The same
/// tables give the same bytes; `as_of` stands for the day of its making. Throws StoreFault: not_written, disk_full.
void write_plain_workbook(const std::string& path, std::span<const PlainSheet> sheets, Date as_of);

/// Columns of a screen that a text takes: Chinese characters take two.
[[nodiscard]] std::size_t screen_width(std::string_view text);

}  // namespace xiaoan::data
