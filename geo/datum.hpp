// geo/datum.hpp: from the shifted coordinates of published maps (GCJ-02, BD-09) to CGCS2000 and back.
//
// The forward formulas are unofficial but widely published (eviltransform and others); constants a = 6378245 m and
// ee = 0.00669342162296594323. Outside 72.004-137.8347 E, 0.8293-55.8271 N the published rule shifts nothing.
// The inverses are iterated until the forward formula returns what was given, to 1e-10 degree (0.01 mm).
#pragma once

#include "geo/position.hpp"

#include <optional>

namespace xiaoan::geo {

/// The GCJ-02 place of a CGCS2000 one; some 470 to 580 m away towards east-north-east in Baicheng. NaN gives NaN.
[[nodiscard]] Gcj02Position gcj02_from_cgcs2000(const Position& p) noexcept;

/// Empty where the iteration does not settle: a NaN, or a place on the edge of the rectangle that is shifted.
[[nodiscard]] std::optional<Position> cgcs2000_from_gcj02(const Gcj02Position& p) noexcept;

/// The BD-09 place of a GCJ-02 one; some 830 to 850 m away in Baicheng. NaN gives NaN.
[[nodiscard]] Bd09Position bd09_from_gcj02(const Gcj02Position& p) noexcept;

/// Empty where the iteration does not settle. The usual closed inverse errs by up to 0.19 m; this one does not.
[[nodiscard]] std::optional<Gcj02Position> gcj02_from_bd09(const Bd09Position& p) noexcept;

/// Both steps at once.
[[nodiscard]] Bd09Position bd09_from_cgcs2000(const Position& p) noexcept;
[[nodiscard]] std::optional<Position> cgcs2000_from_bd09(const Bd09Position& p) noexcept;

}  // namespace xiaoan::geo
