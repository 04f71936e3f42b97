// What a picture file says of itself: its format, its size in pixels, how it is to be turned.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xiaoan::data {

enum class PictureFormat : std::uint8_t { png, jpeg };

struct PictureInfo {
    PictureFormat format{};
    int width = 0;
    int height = 0;
    /// How the stored picture is turned to be upright, as EXIF 2.32 numbers it from 1 (as it is) to 8; 6: a quarter
    /// clockwise.
    int orientation = 1;
    friend bool operator==(const PictureInfo&, const PictureInfo&) = default;
};

/// So many pixels has a picture at most: it is unpacked in memory to be drawn.
inline constexpr std::int64_t most_pixels = 64'000'000;

/// Empty where the bytes are no whole PNG (ISO/IEC 15948) and no whole JPEG of 8 bits in grey or colour (ITU-T T.81),
/// or have more than most_pixels. The header is read and the end looked for; the picture itself is not unpacked.
[[nodiscard]] std::optional<PictureInfo> picture_info(std::string_view bytes);

}  // namespace xiaoan::data
