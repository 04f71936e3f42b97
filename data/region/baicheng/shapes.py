"""Plane geometry for make_region.py: GCJ-02 back to CGCS2000, shared borders simplified once, clipping, label points.

Positions are (lon, lat) in degrees. Nothing here reads a file.
"""
import math

GCJ_A = 6378245.0
GCJ_EE = 0.00669342162296594323


def gcj02_from_cgcs2000(lon, lat):
    """The published, unofficial formula of GCJ-02 (github.com/googollee/eviltransform), with a = 6378245 m."""
    def s(u):
        return math.sin(u * math.pi)

    x, y = lon - 105.0, lat - 35.0
    d = 20 * s(6 * x) + 20 * s(2 * x)
    p = (-100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
         + 2 / 3 * (d + 20 * s(y) + 40 * s(y / 3) + 160 * s(y / 12) + 320 * s(y / 30)))
    q = (300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
         + 2 / 3 * (d + 20 * s(x) + 40 * s(x / 3) + 150 * s(x / 12) + 300 * s(x / 30)))
    phi = math.radians(lat)
    m = 1 - GCJ_EE * math.sin(phi) ** 2
    return (lon + 180 * q * math.sqrt(m) / (GCJ_A * math.cos(phi) * math.pi),
            lat + 180 * p * m ** 1.5 / (GCJ_A * (1 - GCJ_EE) * math.pi))


def cgcs2000_from_gcj02(lon, lat):
    """Fixed point p <- p - (F(p) - g), at most 10 steps, to 1e-10 degree; raises if it does not get there."""
    at_lon, at_lat = lon, lat
    for _ in range(10):
        made_lon, made_lat = gcj02_from_cgcs2000(at_lon, at_lat)
        off_lon, off_lat = made_lon - lon, made_lat - lat
        at_lon, at_lat = at_lon - off_lon, at_lat - off_lat
        if max(abs(off_lon), abs(off_lat)) < 1e-10:
            return at_lon, at_lat
    raise ValueError(f"GCJ-02 inverse did not converge at {lon}, {lat}")


def metres_between(a, b):
    """Plane distance, good to 0.5 % over the few kilometres it is used for."""
    return math.hypot((b[0] - a[0]) * 111320 * math.cos(math.radians((a[1] + b[1]) / 2)), (b[1] - a[1]) * 111190)


def distance_to_line_m(p, a, b):
    k = math.cos(math.radians(p[1]))
    ax, ay, bx, by = (a[0] - p[0]) * k, a[1] - p[1], (b[0] - p[0]) * k, b[1] - p[1]
    dx, dy = bx - ax, by - ay
    t = 0.0 if dx == dy == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
    return math.hypot(ax + t * dx, ay + t * dy) * 111190


def simplified(line, tolerance_m):
    """Douglas-Peucker (1973). Ends stay."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        worst, at = 0.0, None
        for i in range(first + 1, last):
            d = distance_to_line_m(line[i], line[first], line[last])
            if d > worst:
                worst, at = d, i
        if at is not None and worst > tolerance_m:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def ring_area_km2(ring):
    """Signed, counter-clockwise positive; the ring is closed."""
    k = math.cos(math.radians(ring[0][1])) * 111.32 * 111.19
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2 * k


def largest_simple_part(ring):
    """The ring without repeated points, there-and-back spikes and pinched-off loops: its largest part that touches itself nowhere."""
    parts, walked, where = [], [], {}
    for p in ring:
        if p in where:
            start = where[p]
            parts.append(walked[start:] + [p])
            for q in walked[start + 1:]:
                del where[q]
            del walked[start + 1:]
        else:
            where[p] = len(walked)
            walked.append(p)
    return max(parts, key=lambda part: abs(ring_area_km2(part)))


def shared_arcs(rings):
    """Cuts rings (name -> closed ring) where the set of rings at a point changes.

    Returns (arcs, uses): arcs is a list of lines, uses maps name to [(arc index, forward)], in the ring's order.
    """
    at = {}
    for name, ring in rings.items():
        for p in ring[:-1]:
            at.setdefault(p, set()).add(name)
    sides = {}
    for name, ring in rings.items():
        for a, b in zip(ring, ring[1:]):
            sides.setdefault(frozenset((a, b)), set()).add(name)
    arcs, index, uses = [], {}, {}
    for name, ring in rings.items():
        edges = list(zip(ring, ring[1:]))
        owners = [frozenset(sides[frozenset(e)]) for e in edges]
        start = next(i for i in range(len(edges)) if owners[i] != owners[i - 1])
        edges, owners = edges[start:] + edges[:start], owners[start:] + owners[:start]
        uses[name] = []
        line = [edges[0][0]]
        for i, (a, b) in enumerate(edges):
            line.append(b)
            if i + 1 == len(edges) or owners[i + 1] != owners[i]:
                key = tuple(line)
                if key[::-1] in index:
                    uses[name].append((index[key[::-1]], False))
                else:
                    index[key] = len(arcs)
                    uses[name].append((len(arcs), True))
                    arcs.append(line)
                line = [b]
    return arcs, uses


def ring_of(arcs, used):
    ring = []
    for i, forward in used:
        ring += (arcs[i] if forward else arcs[i][::-1])[:-1]
    return ring + [ring[0]]


def crossings(line):
    """Pairs (i, j), i < j, of edges that cross or touch, neighbours aside; edge i starts at point i. A ring is a closed line."""
    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    edges = sorted(((min(a[0], b[0]), max(a[0], b[0]), a, b, i) for i, (a, b) in enumerate(zip(line, line[1:]))))
    closed = line[0] == line[-1]
    found, open_edges, count = [], [], len(line) - 1
    for edge in edges:
        open_edges = [o for o in open_edges if o[1] >= edge[0]]
        for o in open_edges:
            apart = abs(o[4] - edge[4])
            if apart == 1 or (closed and apart == count - 1):
                continue
            a, b, c, d = edge[2], edge[3], o[2], o[3]
            if side(a, b, c) * side(a, b, d) <= 0 and side(c, d, a) * side(c, d, b) <= 0:
                found.append((min(o[4], edge[4]), max(o[4], edge[4])))
        open_edges.append(edge)
    return found


def untangled(line):
    """The line without the small loops it makes over itself; its ends stay."""
    while True:
        found = crossings(line)
        if not found:
            return line
        i, j = min(found, key=lambda pair: pair[1] - pair[0])
        line = line[:i + 1] + line[j + 1:]


def clipped_ring(ring, box):
    """Sutherland-Hodgman against (west, south, east, north); [] when nothing is left. The ring is closed."""
    west, south, east, north = box
    for axis, bound, keep in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        out = []
        for a, b in zip(ring, ring[1:]):
            inside_a, inside_b = (a[axis] - bound) * keep >= 0, (b[axis] - bound) * keep >= 0
            if inside_a:
                out.append(a)
            if inside_a != inside_b:
                t = (bound - a[axis]) / (b[axis] - a[axis])
                p = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
                p[axis] = bound
                out.append(tuple(p))
        if len(out) < 3:
            return []
        ring = out + [out[0]]
    return ring


def clipped_line(line, box):
    """Parts of a line inside the box."""
    west, south, east, north = box
    parts = []
    for a, b in zip(line, line[1:]):
        t0, t1 = 0.0, 1.0
        for axis, low, high in ((0, west, east), (1, south, north)):
            d = b[axis] - a[axis]
            if d == 0:
                if not low <= a[axis] <= high:
                    t0, t1 = 1.0, 0.0
                continue
            u, v = sorted(((low - a[axis]) / d, (high - a[axis]) / d))
            t0, t1 = max(t0, u), min(t1, v)
        if t0 >= t1:
            continue
        p = (a[0] + t0 * (b[0] - a[0]), a[1] + t0 * (b[1] - a[1])) if t0 > 0 else a
        q = (a[0] + t1 * (b[0] - a[0]), a[1] + t1 * (b[1] - a[1])) if t1 < 1 else b
        if parts and parts[-1][-1] == p:
            parts[-1].append(q)
        else:
            parts.append([p, q])
    return parts


def contains(ring, p):
    inside = False
    for a, b in zip(ring, ring[1:]):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            inside = not inside
    return inside


def label_point(ring):
    """A point far from the ring's edges: best of a 60 x 60 grid, then refined three times."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    west, south, east, north = min(xs), min(ys), max(xs), max(ys)
    thin = ring[:: max(1, len(ring) // 400)]
    thin = thin + [thin[0]]
    best, best_d, n = None, -1.0, 60
    for _ in range(4):
        for i in range(1, n):
            for j in range(1, n):
                p = (west + (east - west) * i / n, south + (north - south) * j / n)
                if not contains(thin, p):
                    continue
                d = min(distance_to_line_m(p, a, b) for a, b in zip(thin, thin[1:]))
                if d > best_d:
                    best, best_d = p, d
        dx, dy = (east - west) / n * 2, (north - south) / n * 2
        west, east, south, north, n = best[0] - dx, best[0] + dx, best[1] - dy, best[1] + dy, 6
    return best
