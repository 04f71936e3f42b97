#include "data/intake/packed_values.hpp"

#include <algorithm>
#include <cstring>

namespace xiaoan::data {

namespace {

enum class Tag : char { empty, cleared, whole, number, text };

template <class T>
void append_bytes(std::string& bytes, const T& value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
T take_bytes(std::string_view& bytes)
{
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    bytes.remove_prefix(sizeof value);
    return value;
}

}  // namespace

void pack(std::string& bytes, const Value& value)
{
    bytes += static_cast<char>(value.index());
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        append_bytes(bytes, *whole);
    else if (const auto* number = std::get_if<double>(&value))
        append_bytes(bytes, *number);
    else if (const auto* text = std::get_if<std::string>(&value)) {
        append_bytes(bytes, static_cast<std::uint32_t>(text->size()));
        bytes += *text;
    }
}

void unpack(std::string_view& bytes, Value& into)
{
    const Tag tag{bytes.front()};
    bytes.remove_prefix(1);
    switch (tag) {
    case Tag::empty: into = std::monostate{}; break;
    case Tag::cleared: into = Cleared{}; break;
    case Tag::whole: into = take_bytes<std::int64_t>(bytes); break;
    case Tag::number: into = take_bytes<double>(bytes); break;
    case Tag::text: {
        const auto size = take_bytes<std::uint32_t>(bytes);
        const std::string_view text = bytes.substr(0, size);
        if (auto* held = std::get_if<std::string>(&into))
            held->assign(text);
        else
            into = std::string{text};
        bytes.remove_prefix(size);
    }
    }
}

PackedBlocks::Place PackedBlocks::add(std::string_view bytes)
{
    constexpr std::size_t block_bytes = 1 << 20;
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < bytes.size())
        blocks_.emplace_back().reserve(std::max(block_bytes, bytes.size()));
    const Place place{static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(blocks_.back().size()),
                      static_cast<std::uint32_t>(bytes.size())};
    blocks_.back() += bytes;
    return place;
}

}  // namespace xiaoan::data
