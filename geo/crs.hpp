// geo/crs.hpp: positions of any reference system that PROJ knows, brought to CGCS2000.
#pragma once

#include "geo/position.hpp"

#include <expected>
#include <memory>
#include <optional>
#include <string>

namespace xiaoan::geo {

/// The way from one reference system to longitude and latitude on CGCS2000 (EPSG:4490). It has a PROJ context of its
/// own, so it belongs to one thread at a time. Reads proj.db once, when made, and never the network.
class CrsTransform {
public:
    /// From a system as PROJ names one: "EPSG:4550", WKT of either version, an ESRI .prj. A system with heights is
    /// taken for its horizontal part. An error says why: not a reference system, or no way from it.
    [[nodiscard]] static std::expected<CrsTransform, std::string> from(const std::string& definition);

    /// The place of `x` (longitude or easting) and `y` (latitude or northing), whatever order of axes the system
    /// declares: files hold them so. Degrees on WGS 84 or CGCS2000 come back to the same bits, as both count as one.
    /// Empty where the system does not reach, and for what is not a number.
    [[nodiscard]] std::optional<Position> position(double x, double y) const;

    /// Whether every place is what it was: the system is longitude and latitude on CGCS2000 or WGS 84.
    [[nodiscard]] bool is_identity() const noexcept;
    /// What the change of datum may err by, metres: 0 for systems on CGCS2000 and WGS 84 themselves. Empty where no
    /// parameters are published, as from Beijing 1954 and Xian 1980: then by some 100 m and more.
    [[nodiscard]] std::optional<double> accuracy_m() const noexcept;
    /// As its authority calls it: "CGCS2000 / 3-degree Gauss-Kruger CM 123E".
    [[nodiscard]] const std::string& name() const noexcept;

private:
    struct Owned;
    struct Release {
        void operator()(Owned* owned) const noexcept;
    };
    explicit CrsTransform(std::unique_ptr<Owned, Release> owned) noexcept;
    std::unique_ptr<Owned, Release> owned_;
};

}  // namespace xiaoan::geo
