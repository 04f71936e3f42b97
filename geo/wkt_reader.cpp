#include "geo/raw_geometry.hpp"
#include "geo/wkt.hpp"

#include <cctype>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

namespace xiaoan::geo {
namespace {

// Written here and not left to GEOS: its reader (3.11) overflows the stack on deep nesting, accepts infinity,
// and ignores whatever follows the geometry.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::expected<Geometry, std::string> read()
    {
        if (!tagged(0) || !ended()) return std::unexpected(said());
        return std::move(read_);
    }

private:
    static constexpr int deepest = 8;

    bool fail(std::string_view what)
    {
        if (fault_.empty()) {
            fault_ = what;
            fault_at_ = at_;
        }
        return false;
    }

    std::string said() const { return "WKT, character " + std::to_string(fault_at_ + 1) + ": " + fault_; }

    void skip_blanks()
    {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
            ++at_;
    }

    bool ended()
    {
        skip_blanks();
        return at_ == text_.size() || fail("text follows the end of the geometry");
    }

    bool take(char wanted)
    {
        skip_blanks();
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    bool expect(char wanted) { return take(wanted) || fail(std::string("expected '") + wanted + "'"); }

    /// The next word in capitals, or nothing where none begins here. Does not move.
    std::string peek_word()
    {
        skip_blanks();
        std::string word;
        for (std::size_t i = at_; i < text_.size() && word.size() < 20; ++i) {
            const auto c = static_cast<unsigned char>(text_[i]);
            if (c >= 128 || !std::isalpha(c)) break;
            word += static_cast<char>(std::toupper(c));
        }
        return word;
    }

    bool take_word(std::string_view wanted)
    {
        if (peek_word() != wanted) return false;
        at_ += wanted.size();
        return true;
    }

    bool begins_number()
    {
        skip_blanks();
        return at_ < text_.size() && (std::isdigit(static_cast<unsigned char>(text_[at_])) || text_[at_] == '-' ||
                                      text_[at_] == '+' || text_[at_] == '.');
    }

    bool number(double& value)
    {
        if (!begins_number()) return fail("expected a number");
        if (text_[at_] == '+') {  // from_chars takes only a minus
            ++at_;
            if (at_ < text_.size() && text_[at_] == '-') return fail("expected a number");
        }
        const char* first = text_.data() + at_;
        const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), value);
        if (error == std::errc::result_out_of_range) return fail("a number is out of range");
        if (error != std::errc{}) return fail("expected a number");
        at_ = static_cast<std::size_t>(end - text_.data());
        return true;
    }

    bool position(Position& p)
    {
        if (!number(p.lon) || !number(p.lat)) return false;
        for (int extra = 0; begins_number(); ++extra) {
            double dropped = 0;
            if (extra == 2) return fail("a position has more than four numbers");
            if (!number(dropped)) return false;
        }
        return true;
    }

    bool positions(std::vector<Position>& out)
    {
        if (take_word("EMPTY")) return true;
        if (!expect('(')) return false;
        do {
            if (!position(out.emplace_back())) return false;
        } while (take(','));
        return expect(')');
    }

    /// '(' each ',' each ... ')' or EMPTY.
    template <class Each>
    bool list(Each each)
    {
        if (take_word("EMPTY")) return true;
        if (!expect('(')) return false;
        do {
            if (!each()) return false;
        } while (take(','));
        return expect(')');
    }

    bool one_point()  // "(1 2)", "1 2" inside MULTIPOINT, or EMPTY
    {
        if (take_word("EMPTY")) return true;
        const bool bracketed = take('(');
        if (!position(read_.points.emplace_back())) return false;
        return !bracketed || expect(')');
    }

    bool one_line()
    {
        Polyline line;
        if (!positions(line.points)) return false;
        if (!line.points.empty()) read_.lines.push_back(std::move(line));
        return true;
    }

    bool one_polygon()
    {
        Polygon polygon;
        if (!list([&] { return positions(polygon.rings.emplace_back()); })) return false;
        if (!polygon.rings.empty()) read_.polygons.push_back(std::move(polygon));
        return true;
    }

    /// "POINT ZM" and "POINTZM" name the same kind as "POINT"; no kind of geometry ends in Z or M itself.
    void drop_dimension(std::string& kind)
    {
        for (const std::string_view dimension : {"ZM", "Z", "M"}) {
            if (take_word(dimension)) return;
            if (kind.ends_with(dimension)) return kind.resize(kind.size() - dimension.size());
        }
    }

    bool tagged(int depth)
    {
        if (depth > deepest) return fail("collections are nested too deeply");
        const std::size_t began = (skip_blanks(), at_);
        std::string kind = peek_word();
        at_ += kind.size();
        drop_dimension(kind);
        if (kind == "POINT") return take_word("EMPTY") || (peek('(') ? one_point() : expect('('));
        if (kind == "LINESTRING") return one_line();
        if (kind == "POLYGON") return one_polygon();
        if (kind == "MULTIPOINT") return list([this] { return one_point(); });
        if (kind == "MULTILINESTRING") return list([this] { return one_line(); });
        if (kind == "MULTIPOLYGON") return list([this] { return one_polygon(); });
        if (kind == "GEOMETRYCOLLECTION") return list([this, depth] { return tagged(depth + 1); });
        at_ = began;
        return fail(kind.empty() ? std::string("expected a geometry such as POINT, LINESTRING or POLYGON")
                                 : "no geometry is called '" + kind + "' here");
    }

    bool peek(char wanted)
    {
        skip_blanks();
        return at_ < text_.size() && text_[at_] == wanted;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Geometry read_;
    std::string fault_;
    std::size_t fault_at_ = 0;
};

std::expected<Geometry, std::string> checked(std::string_view text,
                                             std::optional<std::string_view> (*fault_of)(const Geometry&) noexcept)
{
    auto geometry = Reader(text).read();
    if (!geometry) return geometry;
    if (const auto fault = fault_of(*geometry)) return std::unexpected("WKT: " + std::string(*fault));
    return geometry;
}

}  // namespace

std::expected<Geometry, std::string> geometry_from_wkt(std::string_view text)
{
    return checked(text, fault_of);
}

std::expected<Geometry, std::string> raw_geometry_from_wkt(std::string_view text)
{
    return checked(text, raw_fault_of);
}

}  // namespace xiaoan::geo
