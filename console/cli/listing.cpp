#include "console/cli/listing.hpp"

#include "data/export/csv_cell.hpp"

#include <algorithm>

namespace xiaoan::cli {

namespace {

/// Whether a character takes two places: CJK, full-width forms, Hangul (Unicode Standard Annex 11, coarse).
bool is_wide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        width += is_wide(c) ? 2 : 1;
        i += length;
    }
    return width;
}

std::string as_text(const Listing& listing)
{
    std::vector<std::size_t> widths;
    for (const auto& header : listing.headers) widths.push_back(display_width(header));
    for (const auto& row : listing.rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += cells[i];
            if (i + 1 < cells.size()) text.append(widths[i] - display_width(cells[i]) + 2, ' ');
        }
        text += '\n';
    };
    add(listing.headers);
    for (const auto& row : listing.rows) add(row);
    return text;
}

std::string as_csv(const Listing& listing)
{
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) text += ',';
            data::append_csv_cell(text, cells[i]);
        }
        text += "\r\n";
    };
    add(listing.headers);
    for (const auto& row : listing.rows) add(row);
    return text;
}

void print(const Context& context, const Listing& listing)
{
    print(context.format == Format::csv ? as_csv(listing) : as_text(listing));
}

}  // namespace xiaoan::cli
