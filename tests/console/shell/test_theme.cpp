#include "console/shell/theme.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>

using namespace xiaoan::shell;

namespace {

double channel(Color color, unsigned shift)
{
    const double value = static_cast<double>((color >> shift) & 0xFFU) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast ratio as WCAG 2.1 defines them.
double luminance(Color color)
{
    return 0.2126 * channel(color, 0) + 0.7152 * channel(color, 8) + 0.0722 * channel(color, 16);
}

double contrast(Color a, Color b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

constexpr double readable = 4.5;  // WCAG 2.1, 1.4.3, level AA

}  // namespace

TEST_CASE("a colour is packed with red in the lowest byte", "[shell]")
{
    CHECK(rgb(0x1f6f54) == 0xFF546F1FU);
    CHECK(with_alpha(rgb(0x010203), 0.5F) == 0x80030201U);
    CHECK(mixed(rgb(0x000000), rgb(0xFFFFFF), 0.2F) == rgb(0x333333));
}

TEST_CASE("text can be read on its ground in both themes", "[shell]")
{
    const Theme& of = theme(GENERATE(ThemeKind::light, ThemeKind::dark));
    CAPTURE(static_cast<int>(of.kind));
    for (const Color text : {of.ink, of.second_ink, of.muted}) {
        CHECK(contrast(text, of.panel) >= readable);
        CHECK(contrast(text, of.field) >= readable);
        CHECK(contrast(text, of.selection) >= readable);
        CHECK(contrast(text, of.hover) >= readable);
    }
    CHECK(contrast(of.placeholder, of.field) >= readable);
    CHECK(contrast(of.on_accent, of.accent) >= readable);
    CHECK(contrast(of.rail_on_ink, of.rail_on) >= readable);
    CHECK(contrast(of.on_chip, of.chip_on) >= readable);
    CHECK(contrast(of.on_tooltip, of.tooltip) >= readable);
    CHECK(contrast(of.plain_badge_text, of.plain_badge) >= readable);
    CHECK(contrast(of.ink, of.changed_row) >= readable);
}

TEST_CASE("the words of every severity can be read on panel, card, selected row and badge", "[shell]")
{
    const Theme& of = theme(GENERATE(ThemeKind::light, ThemeKind::dark));
    const auto severity = GENERATE(Severity::stop, Severity::rectify, Severity::notice, Severity::in_order);
    CAPTURE(static_cast<int>(of.kind), static_cast<int>(severity));
    const SeverityColors& colors = of.of(severity);
    CHECK(contrast(colors.text, of.panel) >= readable);
    CHECK(contrast(colors.text, colors.card) >= readable);
    CHECK(contrast(colors.text, of.selection) >= readable);
    CHECK(contrast(colors.badge_text, colors.badge) >= readable);
    CHECK(contrast(of.card_text, colors.card) >= readable);
    CHECK(contrast(of.ink, colors.card) >= readable);
}

TEST_CASE("names on the map can be read inside the county and outside", "[shell]")
{
    const Theme& of = theme(GENERATE(ThemeKind::light, ThemeKind::dark));
    for (const Color name : {of.map.county_name, of.map.water_name, of.map.town}) {
        CHECK(contrast(name, of.map.inside) >= readable);
        CHECK(contrast(name, of.map.outside) >= readable);
    }
}
