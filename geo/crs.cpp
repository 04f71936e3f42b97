#include "geo/crs.hpp"

#include <proj.h>

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace xiaoan::geo {
namespace {

struct DestroyPj {
    void operator()(PJ* object) const noexcept { proj_destroy(object); }
};
using OwnedPj = std::unique_ptr<PJ, DestroyPj>;

struct DestroyList {
    void operator()(PJ_OBJ_LIST* list) const noexcept { proj_list_destroy(list); }
};

/// Whether a datum counts as CGCS2000 here; names as EPSG and ESRI have them, realizations in brackets left away.
bool counts_as_cgcs2000(std::string_view datum)
{
    constexpr std::array known{"World Geodetic System 1984",
                               "World Geodetic System 1984 ensemble",
                               "WGS 84",
                               "WGS_1984",
                               "D_WGS_1984",
                               "China 2000",
                               "China_2000",
                               "D_China_2000",
                               "CGCS2000"};
    datum = datum.substr(0, datum.find(" ("));
    for (const std::string_view each : known)
        if (datum == each) return true;
    return false;
}

/// The horizontal part of a system with heights, else the system itself.
OwnedPj horizontal(PJ_CONTEXT* context, OwnedPj crs)
{
    if (proj_get_type(crs.get()) != PJ_TYPE_COMPOUND_CRS) return crs;
    return OwnedPj(proj_crs_get_sub_crs(context, crs.get(), 0));
}

bool on_known_datum(PJ_CONTEXT* context, const PJ* geodetic)
{
    OwnedPj datum(proj_crs_get_datum(context, geodetic));
    if (!datum) datum.reset(proj_crs_get_datum_ensemble(context, geodetic));
    const char* name = datum ? proj_get_name(datum.get()) : nullptr;
    return name != nullptr && counts_as_cgcs2000(name);
}

/// Longitude and latitude in degrees, counted from Greenwich, and nothing else.
bool is_plain_degrees(PJ_CONTEXT* context, const PJ* crs)
{
    const PJ_TYPE type = proj_get_type(crs);
    if (type != PJ_TYPE_GEOGRAPHIC_2D_CRS && type != PJ_TYPE_GEOGRAPHIC_3D_CRS) return false;
    const OwnedPj system(proj_crs_get_coordinate_system(context, crs));
    double degree = 0;
    if (!system ||
        !proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &degree, nullptr, nullptr, nullptr))
        return false;
    constexpr double one_degree = 0.017453292519943295;
    double meridian = 0;
    const OwnedPj prime(proj_get_prime_meridian(context, crs));
    if (!prime || !proj_prime_meridian_get_parameters(context, prime.get(), &meridian, nullptr, nullptr)) return false;
    return std::abs(degree - one_degree) < 1e-12 && meridian == 0;
}

/// Of the way that PROJ prefers from one system to another; empty where it is only roughly known.
std::optional<double> accuracy_of(PJ_CONTEXT* context, const PJ* from, const PJ* to)
{
    PJ_OPERATION_FACTORY_CONTEXT* factory = proj_create_operation_factory_context(context, nullptr);
    if (factory == nullptr) return std::nullopt;
    proj_operation_factory_context_set_spatial_criterion(context, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    proj_operation_factory_context_set_grid_availability_use(context, factory,
                                                             PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    const std::unique_ptr<PJ_OBJ_LIST, DestroyList> ways(proj_create_operations(context, from, to, factory));
    proj_operation_factory_context_destroy(factory);
    if (!ways || proj_list_get_count(ways.get()) == 0) return std::nullopt;
    const OwnedPj best(proj_list_get(context, ways.get(), 0));
    if (!best || proj_coordoperation_has_ballpark_transformation(context, best.get()) != 0) return std::nullopt;
    const double accuracy = proj_coordoperation_get_accuracy(context, best.get());
    return accuracy >= 0 ? std::optional{accuracy} : std::nullopt;
}

}  // namespace

struct CrsTransform::Owned {
    PJ_CONTEXT* context = proj_context_create();
    OwnedPj transform;  // null where nothing is to be done
    std::optional<double> accuracy_m{0.0};
    std::string name;

    Owned() = default;
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned()
    {
        transform.reset();
        proj_context_destroy(context);
    }
};

void CrsTransform::Release::operator()(Owned* owned) const noexcept
{
    std::default_delete<Owned>{}(owned);
}

CrsTransform::CrsTransform(std::unique_ptr<Owned, Release> owned) noexcept : owned_(std::move(owned)) {}

std::expected<CrsTransform, std::string> CrsTransform::from(const std::string& definition)
{
    std::unique_ptr<Owned, Release> owned(std::make_unique<Owned>().release());
    PJ_CONTEXT* context = owned->context;
    proj_context_set_enable_network(context, 0);
    proj_log_level(context, PJ_LOG_NONE);
    OwnedPj crs(proj_create(context, definition.c_str()));
    if (!crs || proj_is_crs(crs.get()) == 0) return std::unexpected("not a reference system that PROJ knows");
    crs = horizontal(context, std::move(crs));
    const char* name = crs ? proj_get_name(crs.get()) : nullptr;
    owned->name = name != nullptr ? name : "";
    const OwnedPj geodetic(crs ? proj_crs_get_geodetic_crs(context, crs.get()) : nullptr);
    if (!geodetic) return std::unexpected("not tied to the earth: " + owned->name);

    const bool bound = proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS;
    const bool same_datum = !bound && on_known_datum(context, geodetic.get());
    if (same_datum && is_plain_degrees(context, crs.get())) return CrsTransform(std::move(owned));
    const OwnedPj cgcs2000(proj_create(context, "EPSG:4490"));
    if (!cgcs2000) return std::unexpected("proj.db is not found");
    const PJ* to = same_datum && is_plain_degrees(context, geodetic.get()) ? geodetic.get() : cgcs2000.get();
    const OwnedPj as_declared(proj_create_crs_to_crs_from_pj(context, crs.get(), to, nullptr, nullptr));
    if (!as_declared) return std::unexpected("no way from " + owned->name + " to CGCS2000");
    owned->transform.reset(proj_normalize_for_visualization(context, as_declared.get()));
    if (!owned->transform) return std::unexpected("the axes of " + owned->name + " cannot be put in order");
    if (!same_datum) owned->accuracy_m = accuracy_of(context, crs.get(), cgcs2000.get());
    return CrsTransform(std::move(owned));
}

std::optional<Position> CrsTransform::position(double x, double y) const
{
    Position found{x, y};
    if (owned_->transform) {
        const PJ_COORD moved = proj_trans(owned_->transform.get(), PJ_FWD, proj_coord(x, y, 0, HUGE_VAL));
        found = {moved.xy.x, moved.xy.y};
    }
    return is_valid(found) ? std::optional{found} : std::nullopt;
}

bool CrsTransform::is_identity() const noexcept
{
    return !owned_->transform;
}

std::optional<double> CrsTransform::accuracy_m() const noexcept
{
    return owned_->accuracy_m;
}

const std::string& CrsTransform::name() const noexcept
{
    return owned_->name;
}

}  // namespace xiaoan::geo
