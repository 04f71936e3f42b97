#include "geo/projection.hpp"

#include <proj.h>

#include <cmath>
#include <utility>

namespace xiaoan::geo {

struct Projection::Owned {
    PJ_CONTEXT* context = proj_context_create();
    PJ* transform = nullptr;

    Owned() = default;
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned()
    {
        proj_destroy(transform);
        proj_context_destroy(context);
    }
};

void Projection::Release::operator()(Owned* owned) const noexcept
{
    std::default_delete<Owned>{}(owned);
}

Projection::Projection(std::unique_ptr<Owned, Release> owned) noexcept : owned_(std::move(owned)) {}

std::expected<Projection, std::string> Projection::to_epsg(int epsg)
{
    std::unique_ptr<Owned, Release> owned(std::make_unique<Owned>().release());
    PJ_CONTEXT* context = owned->context;
    proj_context_set_enable_network(context, 0);
    proj_log_level(context, PJ_LOG_NONE);
    const std::string code = "EPSG:" + std::to_string(epsg);
    const auto why = [&](const char* what) {
        const int number = proj_context_errno(context);
        const char* text = number != 0 ? proj_context_errno_string(context, number) : nullptr;
        return std::unexpected(code + ": " + what + (text != nullptr ? std::string(": ") + text : std::string()));
    };
    PJ* as_declared = proj_create_crs_to_crs(context, "EPSG:4490", code.c_str(), nullptr);
    if (as_declared == nullptr) return why("no way to it from CGCS2000");
    // The one place where the order of axes is settled: longitude before latitude, easting before northing.
    owned->transform = proj_normalize_for_visualization(context, as_declared);
    proj_destroy(as_declared);
    if (owned->transform == nullptr) return why("its axes cannot be put in order");
    return Projection(std::move(owned));
}

std::optional<GridPosition> Projection::grid_from_position(const Position& p) const
{
    if (!is_valid(p)) return std::nullopt;
    const PJ_COORD found = proj_trans(owned_->transform, PJ_FWD, proj_coord(p.lon, p.lat, 0, HUGE_VAL));
    if (!std::isfinite(found.xy.x) || !std::isfinite(found.xy.y)) return std::nullopt;
    return GridPosition{found.xy.x, found.xy.y};
}

std::optional<Position> Projection::position_from_grid(const GridPosition& p) const
{
    const PJ_COORD found = proj_trans(owned_->transform, PJ_INV, proj_coord(p.easting_m, p.northing_m, 0, HUGE_VAL));
    const Position position{found.xy.x, found.xy.y};
    if (!is_valid(position)) return std::nullopt;
    return position;
}

}  // namespace xiaoan::geo
