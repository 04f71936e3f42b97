// Remembers what the last cells of a column were read as: ledgers say the same few words and dates over and over.
#pragma once

#include "data/kinds/cell.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Of one column. A text has one slot it can stand in; a newer one there takes its place, so that the size is bounded.
class CellMemo {
public:
    /// What the text was read as; null where it is not remembered.
    [[nodiscard]] const Value* find(std::string_view text) const
    {
        if (slots_.empty()) return nullptr;
        const Slot& slot = slots_[place(text)];
        return slot.text == text ? &slot.value : nullptr;
    }
    void keep(std::string_view text, const Value& value)
    {
        constexpr std::size_t longest_bytes = 64;
        if (text.empty() || text.size() > longest_bytes) return;
        if (slots_.empty()) slots_.resize(slot_count);
        Slot& slot = slots_[place(text)];
        slot.text = text;
        slot.value = value;
    }

private:
    static constexpr std::size_t slot_count = 256;
    struct Slot {
        std::string text;  // never empty once it is taken
        Value value;
    };
    static std::size_t place(std::string_view text) { return std::hash<std::string_view>{}(text) % slot_count; }
    std::vector<Slot> slots_;
};

}  // namespace xiaoan::data
