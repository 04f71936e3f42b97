#include "data/register/track_codec.hpp"

namespace xiaoan::data {

namespace {

constexpr char version = 1;

/// Small differences of either sign as small numbers: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// Seven bits a byte, the lowest first; the top bit says that more follow (LEB128).
void put(std::string& bytes, std::uint64_t value)
{
    while (value >= 0x80U) {
        bytes += static_cast<char>((value & 0x7FU) | 0x80U);
        value >>= 7U;
    }
    bytes += static_cast<char>(value);
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
    std::uint64_t next()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (at_ == bytes_.size()) break;
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80U) return value;
        }
        failed_ = true;
        return 0;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

template <class Member>
void put_column(std::string& bytes, std::span<const TrackPoint> points, Member TrackPoint::* member)
{
    std::int64_t before = 0;
    for (const TrackPoint& point : points) {
        put(bytes, zigzag(std::int64_t{point.*member} - before));
        before = point.*member;
    }
}

template <class Member>
void read_column(Reader& reader, std::span<TrackPoint> points, Member TrackPoint::* member)
{
    std::int64_t value = 0;
    for (TrackPoint& point : points) {
        value += unzigzag(reader.next());
        point.*member = static_cast<Member>(value);
    }
}

}  // namespace

std::string encoded_track(std::span<const TrackPoint> points)
{
    constexpr std::size_t usual_bytes_a_point = 9;
    std::string bytes(1, version);
    bytes.reserve(points.size() * usual_bytes_a_point);
    put(bytes, points.size());
    put_column(bytes, points, &TrackPoint::at_s);
    put_column(bytes, points, &TrackPoint::lon_e7);
    put_column(bytes, points, &TrackPoint::lat_e7);
    put_column(bytes, points, &TrackPoint::speed_ckmh);
    put_column(bytes, points, &TrackPoint::row);
    return bytes;
}

bool decode_track(std::string_view bytes, std::uint16_t block, std::vector<TrackPoint>& into)
{
    if (bytes.empty() || bytes.front() != version) return false;
    Reader reader(bytes.substr(1));
    const std::uint64_t count = reader.next();
    if (reader.failed() || count > points_a_block) return false;
    const std::size_t before = into.size();
    into.resize(before + static_cast<std::size_t>(count));
    const std::span added{into.begin() + static_cast<std::ptrdiff_t>(before), into.end()};
    read_column(reader, added, &TrackPoint::at_s);
    read_column(reader, added, &TrackPoint::lon_e7);
    read_column(reader, added, &TrackPoint::lat_e7);
    read_column(reader, added, &TrackPoint::speed_ckmh);
    read_column(reader, added, &TrackPoint::row);
    if (reader.failed() || !reader.at_end()) {
        into.resize(before);
        return false;
    }
    for (TrackPoint& point : added) point.block = block;
    return true;
}

}  // namespace xiaoan::data
