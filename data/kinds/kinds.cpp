#include "data/kinds/kinds.hpp"

#include <array>

namespace xiaoan::data {

std::span<const KindInfo* const> kinds()
{
    static constexpr auto all = [] {
        std::array<const KindInfo*, kind_count> list{};
        std::size_t used = 0;
        for_each_kind([&]<class Record>(std::type_identity<Record>) { list[used++] = &kind_info<Record>; });
        return list;
    }();
    return all;
}

const KindInfo* find_kind(std::string_view key)
{
    for (const KindInfo* kind : kinds())
        if (kind->key == key || kind->singular == key) return kind;
    return nullptr;
}

}  // namespace xiaoan::data
