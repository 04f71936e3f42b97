#include "geo/box_tree.hpp"

#include "geo/clones.hpp"
#include <algorithm>
#include <bit>

namespace xiaoan::geo {

std::vector<BoxTree::Node> BoxTree::nodes_of(std::span<const GridBox> boxes)
{
    std::vector<Node> nodes((boxes.size() + node_size - 1) / node_size);
    for (std::size_t i = 0; i < nodes.size() * node_size; ++i) {
        const GridBox box = i < boxes.size() ? boxes[i] : GridBox{};
        Node& node = nodes[i / node_size];
        node.west[i % node_size] = box.west;
        node.south[i % node_size] = box.south;
        node.east[i % node_size] = box.east;
        node.north[i % node_size] = box.north;
    }
    return nodes;
}

BoxTree::BoxTree(std::span<const GridBox> boxes) : size_(boxes.size())
{
    std::vector<GridBox> level(boxes.begin(), boxes.end());
    while (!level.empty()) {
        levels_.push_back(nodes_of(level));
        if (level.size() <= node_size) break;
        std::vector<GridBox> above((level.size() + node_size - 1) / node_size);
        for (std::size_t i = 0; i < level.size(); ++i) above[i / node_size].add(level[i]);
        level = std::move(above);
    }
}

XIAOAN_CLONES void BoxTree::find(const GridReach& reach, Found& found) const
{
    const auto use_each = [](LaneBits bits, std::size_t first, std::uint32_t* to) {
        std::size_t count = 0;
        for (; bits != 0; bits &= bits - 1)
            to[count++] = static_cast<std::uint32_t>(first) + static_cast<std::uint32_t>(std::countr_zero(bits));
        return count;
    };
    found.near.clear();
    found.around.clear();
    if (levels_.empty()) return;
    found.near.assign(1, 0);
    for (std::size_t level = levels_.size(); level-- > 0;) {
        found.below.resize(found.near.size() * node_size);
        std::size_t count = 0;
        std::size_t around = 0;
        if (level == 0) found.around.resize(found.below.size());
        for (const std::uint32_t at : found.near) {
            const Node& node = levels_[level][at];
            for (std::size_t from = 0; from < node_size; from += lanes) {
                const Floats squares = reach.squares_to(load(&node.west[from]), load(&node.south[from]),
                                                        load(&node.east[from]), load(&node.north[from]));
                const std::size_t first = at * node_size + from;
                count += use_each(at_most(squares, reach.square_m2), first, found.below.data() + count);
                if (level == 0) around += use_each(at_most(squares, 0), first, found.around.data() + around);
            }
        }
        found.below.resize(count);
        found.around.resize(around);
        found.near.swap(found.below);
    }
}

}  // namespace xiaoan::geo
