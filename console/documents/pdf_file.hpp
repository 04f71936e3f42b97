// A PDF in the making: A4 pages drawn with Cairo, the same bytes for the same content.
#pragma once

#include "data/kinds/cell.hpp"

#include <cairo.h>

#include <memory>
#include <string>

namespace xiaoan::documents {

/// Sizes in points; 1 mm = 72 / 25.4 pt.
inline constexpr double mm = 72.0 / 25.4;
inline constexpr double a4_width = 210 * mm;
inline constexpr double a4_height = 297 * mm;

struct PdfInfo {
    std::string title;
    std::string author;
    data::Date date{};  // written as the date of creation, so that no clock gets into the file
    bool landscape = false;
};

class PdfFile {
public:
    explicit PdfFile(const PdfInfo& info);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    [[nodiscard]] cairo_t* page() const { return context_; }
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    void next_page();
    /// Ends the file and gives its bytes; nothing can be drawn afterwards. Throws std::runtime_error where Cairo
    /// failed.
    [[nodiscard]] std::string finish();

private:
    double width_;
    double height_;
    std::string bytes_;
    cairo_surface_t* surface_ = nullptr;
    cairo_t* context_ = nullptr;
};

}  // namespace xiaoan::documents
