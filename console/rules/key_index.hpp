// Finds a row by its key in about one step: open addressing over keys that lie elsewhere.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace xiaoan::rules {

/// Key is a small value (a string_view into the rows, an id). The first row of a key wins.
template <class Key>
class KeyIndex {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit KeyIndex(std::size_t expected = 0) : slots_(std::bit_ceil(expected * 2 + 2)) {}

    /// At most as many keys as were expected.
    void add(const Key& key, std::uint32_t row)
    {
        Slot& slot = slots_[place(key)];
        if (slot.row == none) slot = {key, row};
    }
    /// `none` where there is no such key.
    [[nodiscard]] std::uint32_t find(const Key& key) const { return slots_[place(key)].row; }

private:
    struct Slot {
        Key key{};
        std::uint32_t row = none;
    };
    [[nodiscard]] std::size_t place(const Key& key) const
    {
        const std::size_t mask = slots_.size() - 1;
        std::uint64_t hash = std::hash<Key>{}(key) * 0x9E3779B97F4A7C15ULL;
        std::size_t at = (hash ^ (hash >> 32)) & mask;
        while (slots_[at].row != none && !(slots_[at].key == key)) at = (at + 1) & mask;
        return at;
    }

    std::vector<Slot> slots_;
};

}  // namespace xiaoan::rules
