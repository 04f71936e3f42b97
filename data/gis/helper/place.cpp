#include "data/gis/helper/place.hpp"

#include "geo/raw_geometry.hpp"
#include "geo/rounding.hpp"
#include "geo/wkt.hpp"

#include <ogr_geometry.h>

#include <memory>

namespace xiaoan::data::gis {

namespace {

class Converter {
public:
    explicit Converter(const geo::CrsTransform* to_cgcs2000) : to_cgcs2000_(to_cgcs2000) {}

    void add(const OGRGeometry& geometry)
    {
        if (geometry.IsEmpty()) return;
        switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint: {
            const OGRPoint& point = *geometry.toPoint();
            add(made_.points, point.getX(), point.getY());
            break;
        }
        case wkbLineString: add(made_.lines.emplace_back().points, *geometry.toLineString()); break;
        case wkbPolygon:
        case wkbTriangle:
            for (const OGRLinearRing* ring : *geometry.toPolygon())
                add_ring(*ring, ring == *geometry.toPolygon()->begin());
            break;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* part : *geometry.toGeometryCollection()) add(*part);
            break;
        case wkbPolyhedralSurface:
        case wkbTIN:
            for (const OGRPolygon* part : *geometry.toPolyhedralSurface()) add(*part);
            break;
        default: fault_ = std::string{"cannot use "} + geometry.getGeometryName();
        }
    }

    void finish(Feature& feature)
    {
        if (fault_.empty())
            if (const auto fault = geo::raw_fault_of(made_)) fault_ = *fault;
        if (!fault_.empty()) {
            feature.fault = fault_;
            return;
        }
        if (made_.is_empty()) return;
        if (made_.points.size() == 1 && made_.lines.empty() && made_.polygons.empty())
            feature.point = made_.points.front();
        else
            feature.wkt = geo::wkt_from_geometry(made_);
    }

private:
    void add(std::vector<geo::Position>& into, double x, double y)
    {
        if (to_cgcs2000_ == nullptr || to_cgcs2000_->is_identity()) {  // degrees that may stand swapped
            into.push_back({x, y});
            return;
        }
        const auto place = to_cgcs2000_->position(x, y);
        if (!place) fault_ = "a position is outside " + to_cgcs2000_->name();
        if (place) into.push_back(geo::rounded(*place));
    }

    void add(std::vector<geo::Position>& into, const OGRSimpleCurve& curve)
    {
        const int count = curve.getNumPoints();
        into.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count && fault_.empty(); ++i) add(into, curve.getX(i), curve.getY(i));
    }

    void add_ring(const OGRLinearRing& ring, bool outer)
    {
        if (ring.IsEmpty()) return;
        if (outer || made_.polygons.empty()) made_.polygons.emplace_back();
        add(made_.polygons.back().rings.emplace_back(), ring);
    }

    const geo::CrsTransform* to_cgcs2000_;
    geo::Geometry made_;
    std::string fault_;
};

}  // namespace

void set_place(Feature& feature, const OGRGeometry* geometry, const std::optional<geo::CrsTransform>& to_cgcs2000)
{
    feature.point.reset();
    feature.wkt.clear();
    feature.fault.clear();
    if (geometry == nullptr) return;
    Converter converter(to_cgcs2000 ? &*to_cgcs2000 : nullptr);
    if (geometry->hasCurveGeometry() != 0) {
        const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
        if (straight) converter.add(*straight);
    } else
        converter.add(*geometry);
    converter.finish(feature);
}

}  // namespace xiaoan::data::gis
