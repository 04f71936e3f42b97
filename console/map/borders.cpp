#include "console/map/borders.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace xiaoan::map {

namespace {

using Node = std::uint32_t;

/// Positions numbered, edges without doubles and without direction.
class Network {
public:
    void add_ring(std::span<const geo::Position> ring)
    {
        for (std::size_t i = 0; i < ring.size(); ++i) add_edge(node_at(ring[i]), node_at(ring[(i + 1) % ring.size()]));
    }

    [[nodiscard]] std::vector<geo::Polyline> lines() const
    {
        std::vector<geo::Polyline> out;
        std::vector<bool> used(edges_.size());
        // Lines between junctions first; what is left then are closed lines without any.
        for (const bool from_junctions : {true, false})
            for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
                if (used[edge]) continue;
                const auto [a, b] = edges_[edge];
                if (!from_junctions || is_junction(a))
                    out.push_back(walk(edge, a, used));
                else if (is_junction(b))
                    out.push_back(walk(edge, b, used));
            }
        return out;
    }

private:
    Node node_at(const geo::Position& p)
    {
        const auto [found, fresh] = nodes_.try_emplace({p.lon, p.lat}, static_cast<Node>(positions_.size()));
        if (fresh) {
            positions_.push_back(p);
            at_node_.emplace_back();
        }
        return found->second;
    }

    void add_edge(Node a, Node b)
    {
        if (a == b || !known_.insert(std::minmax(a, b)).second) return;
        at_node_[a].push_back(edges_.size());
        at_node_[b].push_back(edges_.size());
        edges_.emplace_back(a, b);
    }

    [[nodiscard]] bool is_junction(Node node) const { return at_node_[node].size() != 2; }

    [[nodiscard]] geo::Polyline walk(std::size_t edge, Node from, std::vector<bool>& used) const
    {
        geo::Polyline line;
        line.points.push_back(positions_[from]);
        for (;;) {
            used[edge] = true;
            const Node to = edges_[edge].first == from ? edges_[edge].second : edges_[edge].first;
            line.points.push_back(positions_[to]);
            if (is_junction(to)) return line;
            const std::size_t next = at_node_[to][0] == edge ? at_node_[to][1] : at_node_[to][0];
            if (used[next]) return line;
            edge = next;
            from = to;
        }
    }

    std::map<std::pair<double, double>, Node> nodes_;
    std::vector<geo::Position> positions_;
    std::vector<std::vector<std::size_t>> at_node_;
    std::set<std::pair<Node, Node>> known_;
    std::vector<std::pair<Node, Node>> edges_;
};

}  // namespace

std::vector<geo::Polyline> borders_of(std::span<const geo::Geometry> areas)
{
    Network network;
    for (const geo::Geometry& area : areas)
        for (const geo::Polygon& polygon : area.polygons)
            for (const geo::Ring& ring : polygon.rings) network.add_ring(ring);
    return network.lines();
}

}  // namespace xiaoan::map
