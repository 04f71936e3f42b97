#include "data/intake/picture_info.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

using namespace std::string_view_literals;

/// Numbers within bytes of a stranger: 0 beyond their end.
class Numbers {
public:
    Numbers(std::string_view bytes, bool little_endian) : bytes_(bytes), little_(little_endian) {}

    [[nodiscard]] std::uint32_t of(std::size_t at, std::size_t count) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t place = at + (little_ ? count - 1 - i : i);
            value = value << 8U | (place < bytes_.size() ? static_cast<unsigned char>(bytes_[place]) : 0U);
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool little_;
};

bool is_fit(std::uint32_t width, std::uint32_t height)
{
    constexpr std::uint32_t longest = 30'000;  // of a side; cairo's surfaces end at 32,767
    return 0 < width && width <= longest && 0 < height && height <= longest &&
           std::int64_t{width} * height <= most_pixels;
}

std::optional<PictureInfo> png_info(std::string_view bytes)
{
    constexpr auto first_chunk = "\0\0\0\x0DIHDR"sv, last_chunk = "\0\0\0\0IEND"sv;
    if (bytes.substr(8, first_chunk.size()) != first_chunk || bytes.find(last_chunk) == std::string_view::npos)
        return std::nullopt;
    const Numbers numbers(bytes, false);
    const auto width = numbers.of(16, 4), height = numbers.of(20, 4);
    if (!is_fit(width, height)) return std::nullopt;
    return PictureInfo{PictureFormat::png, static_cast<int>(width), static_cast<int>(height)};
}

/// Of the EXIF data of a JPEG (its segment after the length): 1 where it says nothing.
int orientation_in(std::string_view exif)
{
    constexpr auto mark = "Exif\0\0"sv;
    if (!exif.starts_with(mark)) return 1;
    const auto tiff = exif.substr(mark.size());
    if (!tiff.starts_with("II") && !tiff.starts_with("MM")) return 1;
    const Numbers numbers(tiff, tiff.starts_with("II"));
    const std::size_t first = numbers.of(4, 4);
    const std::size_t count = numbers.of(first, 2);
    constexpr std::size_t entry_bytes = 12;
    constexpr std::uint32_t orientation_tag = 0x0112;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = first + 2 + i * entry_bytes;
        if (entry + entry_bytes > tiff.size()) break;
        if (numbers.of(entry, 2) != orientation_tag) continue;
        const auto value = numbers.of(entry + 8, 2);
        return 1 <= value && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

std::optional<PictureInfo> jpeg_info(std::string_view bytes)
{
    const Numbers numbers(bytes, false);
    PictureInfo info{.format = PictureFormat::jpeg};
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        if (numbers.of(at, 1) != 0xFF) return std::nullopt;
        const auto marker = numbers.of(at + 1, 1);
        if (marker == 0xFF) {  // a byte that fills up
            ++at;
            continue;
        }
        const std::size_t length = numbers.of(at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
        constexpr std::uint32_t app1 = 0xE1, baseline = 0xC0, progressive = 0xC2, scan = 0xDA;
        if (marker == app1)
            info.orientation = std::max(info.orientation, orientation_in(bytes.substr(at + 4, length - 2)));
        if (baseline <= marker && marker <= progressive) {
            const auto bits = numbers.of(at + 4, 1), parts = numbers.of(at + 9, 1);
            const auto height = numbers.of(at + 5, 2), width = numbers.of(at + 7, 2);
            if (bits != 8 || (parts != 1 && parts != 3) || !is_fit(width, height)) return std::nullopt;
            info.width = static_cast<int>(width);
            info.height = static_cast<int>(height);
        }
        at += 2 + length;
        if (marker != scan) continue;
        const bool whole = info.width > 0 && bytes.find("\xFF\xD9"sv, at) != std::string_view::npos;
        return whole ? std::optional{info} : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<PictureInfo> picture_info(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return png_info(bytes);
    if (bytes.starts_with("\xFF\xD8"sv)) return jpeg_info(bytes);
    return std::nullopt;
}

}  // namespace xiaoan::data
