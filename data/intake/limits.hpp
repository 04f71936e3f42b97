// How much a file from a stranger may ask of this machine.
#pragma once

#include <cstdint>

namespace xiaoan::data {

/// Bounds of every reader. A real ledger (100,000 rows of 22 columns) is a 16 MB workbook that inflates 7 times to
/// 103 MB with 0.7 million strings; each bound leaves that at least a factor of five.
struct IntakeLimits {
    std::uint64_t file_bytes = 512ULL << 20;
    std::uint32_t columns = 16'384;        // XFD, the last column of a spreadsheet
    std::uint32_t sheet_rows = 1'048'576;  // the last row of a spreadsheet; a CSV may have more
    std::uint64_t cell_bytes = 1ULL << 20;
    std::uint64_t row_bytes = 8ULL << 20;
    std::uint64_t cells = 20'000'000;  // of all sheets of a workbook together
    std::uint64_t strings = 4'000'000;
    std::uint64_t string_bytes = 192ULL << 20;
    std::uint64_t part_bytes = 1ULL << 30;  // one part of a workbook, inflated
    std::uint64_t ratio = 200;              // inflated to packed, counted from ratio_from_bytes on
    std::uint64_t ratio_from_bytes = 1ULL << 20;
    std::uint64_t zip_entries = 10'000;
    std::uint32_t sheets = 1'024;
    std::uint32_t styles = 65'536;
    std::uint32_t merges = 100'000;
    std::uint32_t xml_depth = 64;
    std::uint64_t xml_token_bytes = 1ULL << 20;  // one tag with its attributes
};

}  // namespace xiaoan::data
