#include "console/shell/theme.hpp"

namespace xiaoan::shell {
namespace {

constexpr Theme light{
    .kind = ThemeKind::light,
    .panel = rgb(0xffffff),
    .field = rgb(0xfbfcfb),
    .line = rgb(0xdcdfdc),
    .faint_line = rgb(0xeceeec),
    .ink = rgb(0x1d2733),
    .second_ink = rgb(0x33414d),
    .muted = rgb(0x5d6973),
    .placeholder = rgb(0x6b7680),
    .accent = rgb(0x1f6f54),
    .on_accent = rgb(0xffffff),
    .selection = rgb(0xe6f0eb),
    .hover = rgb(0xf4f7f5),
    .rail_on = rgb(0xe4ece8),
    .rail_on_ink = rgb(0x12362a),
    .field_border = rgb(0xcfd4d0),
    .button_border = rgb(0xb9c2bc),
    .chip_on = rgb(0x1d2733),
    .on_chip = rgb(0xffffff),
    .track = rgb(0xe8ebe8),
    .changed_row = rgb(0xfdf7e8),
    .card_text = rgb(0x65564a),
    .plain_badge = rgb(0xe7eae8),
    .plain_badge_text = rgb(0x53606a),
    .tooltip = rgb(0x1d2733),
    .on_tooltip = rgb(0xffffff),
    .shadow = rgb(0x1d2733),
    .stop = {rgb(0xd55e00), rgb(0xb44800), rgb(0xc24f00), rgb(0xfdf3ec), rgb(0xc25400), rgb(0xffffff)},
    .rectify = {rgb(0xe69f00), rgb(0x8a5c00), rgb(0xb07a00), rgb(0xfdf7e8), rgb(0xf0c27a), rgb(0x533600)},
    .notice = {rgb(0x2a6fb0), rgb(0x24639f), rgb(0x2a6fb0), rgb(0xeef4fa), rgb(0xe7eae8), rgb(0x53606a)},
    .in_order = {rgb(0x7fa797), rgb(0x3f6b5b), rgb(0x5f8f7d), rgb(0xf1f6f3), rgb(0xe7eae8), rgb(0x53606a)},
    .map = {.outside = rgb(0xe6e8e3),
            .inside = rgb(0xf8f8f4),
            .road_major = rgb(0xdccfae),
            .road_middle = rgb(0xe2d9c4),
            .road_minor = rgb(0xe6e0d2),
            .rail = rgb(0xc3c5c0),
            .river = rgb(0x8fb7cf),
            .lake = rgb(0xb5d2e2),
            .shore = rgb(0x7da9c4),
            .border = rgb(0x98a19b),
            .county_name = rgb(0x5d6861),
            .water_name = rgb(0x2e6a87),
            .town = rgb(0x424d47),
            .distance = rgb(0x24639f),
            .halo = rgb(0xfbfbf8),
            .route_edge = rgb(0xa56f00)},
};

constexpr Theme dark{
    .kind = ThemeKind::dark,
    .panel = rgb(0x161d22),
    .field = rgb(0x1c252b),
    .line = rgb(0x2a343b),
    .faint_line = rgb(0x222b31),
    .ink = rgb(0xe6eaec),
    .second_ink = rgb(0xc9d1d5),
    .muted = rgb(0x9aa6ad),
    .placeholder = rgb(0x8b979e),
    .accent = rgb(0x267f60),
    .on_accent = rgb(0xffffff),
    .selection = rgb(0x1d3a31),
    .hover = rgb(0x1b2429),
    .rail_on = rgb(0x1f3a32),
    .rail_on_ink = rgb(0xe6eaec),
    .field_border = rgb(0x39464e),
    .button_border = rgb(0x46545d),
    .chip_on = rgb(0xe6eaec),
    .on_chip = rgb(0x161d22),
    .track = rgb(0x2a343b),
    .changed_row = rgb(0x2f2816),
    .card_text = rgb(0xc9d1d5),
    .plain_badge = rgb(0x2a343b),
    .plain_badge_text = rgb(0xc9d1d5),
    .tooltip = rgb(0xe6eaec),
    .on_tooltip = rgb(0x161d22),
    .shadow = rgb(0x000000),
    .stop = {rgb(0xf0813a), rgb(0xff9a5c), rgb(0xf0813a), rgb(0x33211a), rgb(0xc25400), rgb(0xffffff)},
    .rectify = {rgb(0xf0b429), rgb(0xf0b429), rgb(0xf0b429), rgb(0x2f2816), rgb(0x6d4f14), rgb(0xffe2ad)},
    .notice = {rgb(0x6aaee6), rgb(0x6aaee6), rgb(0x6aaee6), rgb(0x1b2a36), rgb(0x2a343b), rgb(0xc9d1d5)},
    .in_order = {rgb(0x5f8d7c), rgb(0x84b5a3), rgb(0x84b5a3), rgb(0x1b2925), rgb(0x2a343b), rgb(0xc9d1d5)},
    .map = {.outside = rgb(0x11181c),
            .inside = rgb(0x1a2227),
            .road_major = rgb(0x4b4636),
            .road_middle = rgb(0x3a382e),
            .road_minor = rgb(0x2b2c27),
            .rail = rgb(0x39424a),
            .river = rgb(0x2f5870),
            .lake = rgb(0x1f3f52),
            .shore = rgb(0x35617a),
            .border = rgb(0x5c6a70),
            .county_name = rgb(0x8f9ca3),
            .water_name = rgb(0x77b2d6),
            .town = rgb(0xc5ced3),
            .distance = rgb(0x6aaee6),
            .halo = rgb(0x141b1f),
            .route_edge = rgb(0x6d4f14)},
};

}  // namespace

const SeverityColors& Theme::of(Severity severity) const noexcept
{
    switch (severity) {
    case Severity::stop: return stop;
    case Severity::rectify: return rectify;
    case Severity::notice: return notice;
    case Severity::in_order: break;
    }
    return in_order;
}

const Theme& theme(ThemeKind kind) noexcept
{
    return kind == ThemeKind::dark ? dark : light;
}

}  // namespace xiaoan::shell
