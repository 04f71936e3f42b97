#include "console/map/stroke.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

namespace {

using namespace xiaoan;
using namespace xiaoan::map;
using Catch::Matchers::WithinAbs;

TEST_CASE("a straight line is a strip of one quad", "[map]")
{
    LineMesh mesh;
    const geo::MapPosition points[] = {{10, 10}, {110, 10}};
    add_line(mesh, points, {10, 10});
    REQUIRE(mesh.vertices.size() == 4);
    CHECK(mesh.indices.size() == 6);
    CHECK(mesh.vertices[0].x_m == 0);
    CHECK(mesh.vertices[2].x_m == 100);
    CHECK(mesh.vertices[0].normal_y == 1);  // left of eastwards is north
    CHECK(mesh.vertices[1].normal_y == -1);
    CHECK(mesh.vertices[3].along_m == 100);
}

TEST_CASE("a right angle is mitred: its corner lies the square root of two half widths away", "[map]")
{
    LineMesh mesh;
    const geo::MapPosition points[] = {{0, 0}, {100, 0}, {100, 100}};
    add_line(mesh, points, {});
    REQUIRE(mesh.vertices.size() == 6);
    const LineVertex& corner = mesh.vertices[2];
    CHECK_THAT(corner.normal_x, WithinAbs(-1, 1e-6));
    CHECK_THAT(corner.normal_y, WithinAbs(1, 1e-6));
}

TEST_CASE("a hairpin is bevelled instead of shooting out", "[map]")
{
    LineMesh mesh;
    const geo::MapPosition points[] = {{0, 0}, {100, 0}, {0, 5}};
    add_line(mesh, points, {});
    CHECK(mesh.vertices.size() == 8);
    for (const LineVertex& vertex : mesh.vertices) CHECK(std::hypot(vertex.normal_x, vertex.normal_y) < 2.01F);
}

TEST_CASE("repeated points and single points draw nothing", "[map]")
{
    LineMesh mesh;
    const geo::MapPosition same[] = {{5, 5}, {5, 5}, {5, 5}};
    add_line(mesh, same, {});
    CHECK(mesh.is_empty());
    CHECK(mesh.parts.empty());
}

TEST_CASE("an island in a lake stays dry", "[map]")
{
    AreaMesh mesh;
    const geo::Polygon lake{{{{122, 45}, {122.1, 45}, {122.1, 45.1}, {122, 45.1}, {122, 45}},
                             {{122.04, 45.04}, {122.04, 45.06}, {122.06, 45.06}, {122.06, 45.04}, {122.04, 45.04}}}};
    const geo::MapPosition origin = geo::map_from_position({122, 45});
    add_area(mesh, lake, origin);
    REQUIRE(mesh.parts.size() == 1);
    double area = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const AreaVertex& a = mesh.vertices[mesh.indices[i]];
        const AreaVertex& b = mesh.vertices[mesh.indices[i + 1]];
        const AreaVertex& c = mesh.vertices[mesh.indices[i + 2]];
        area +=
            std::abs(static_cast<double>((b.x_m - a.x_m) * (c.y_m - a.y_m) - (c.x_m - a.x_m) * (b.y_m - a.y_m))) / 2;
    }
    // The hole is a fifth of the lake's width and of its height: 1/25 of the area, but for Mercator's growth.
    const geo::MapPosition far = geo::map_from_position({122.1, 45.1});
    const double whole = (far.x - origin.x) * (far.y - origin.y);
    CHECK_THAT(area / whole, WithinAbs(24.0 / 25, 1e-4));
}

}  // namespace
