#include "console/checks/sheet/qr_code.hpp"

#include <qrencode.h>

#include <memory>

namespace xiaoan::checks {

namespace {

constexpr unsigned utf8 = 26;  // AIM ECI assignment of UTF-8
constexpr int quiet_zone = 4;  // modules on each side (ISO/IEC 18004, 5.3.8)

}  // namespace

std::vector<documents::Area> qr_code(const std::string& text, double x, double y, double side)
{
    // Without the mark of its encoding a scanner guesses, and takes two Chinese characters for Japanese ones.
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(0, QR_ECLEVEL_M), QRinput_free);
    if (input == nullptr || QRinput_appendECIheader(input.get(), utf8) != 0 ||
        QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()),
                       reinterpret_cast<const unsigned char*>(text.data())) != 0)
        return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeInput(input.get()), QRcode_free);
    if (code == nullptr) return {};
    const double module = side / (code->width + 2 * quiet_zone);
    const auto dark = [&](int row, int column) { return (code->data[row * code->width + column] & 1U) != 0; };
    std::vector<documents::Area> areas;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width;) {
            int end = column;
            while (end < code->width && dark(row, end)) ++end;
            if (end > column)
                areas.push_back({x + (column + quiet_zone) * module, y + (row + quiet_zone) * module,
                                 (end - column) * module, module, 0});
            column = end + 1;
        }
    return areas;
}

}  // namespace xiaoan::checks
