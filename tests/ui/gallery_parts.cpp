#include "tests/ui/gallery.hpp"

#include "console/shell/icons.hpp"
#include "console/shell/region.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/card.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/chip.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/progress.hpp"

#include <array>
#include <cmath>

namespace xiaoan::gallery {
namespace {

using namespace shell;

float heading(const Ui& ui, Point at, std::string_view text)
{
    return section_heading(ui, at, text) + ui.px(4);
}

void buttons(const Ui& ui, Point at)
{
    at.y += heading(ui, at, "按钮");
    float x = at.x;
    const float h = ui.px(button_height_px);
    const auto put = [&](const char* id, std::string_view label, const ButtonLook& look) {
        const float width = button_width(ui, label, look);
        button(ui, id, label, rect_at(x, at.y, width, h), look);
        x += width + ui.px(8);
    };
    put("main", "开督办…", {.primary = true, .key_hint = "Ctrl+D"});
    put("plain", "打印…", {});
    put("off", "打印…", {.enabled = false, .reason = "没有选中的车辆"});
    put("main off", "发出", {.primary = true, .enabled = false, .reason = "还没有填写期限"});
    constexpr std::array<Icon, 12> icons{Icon::plus,        Icon::minus,    Icon::home,       Icon::menu,
                                         Icon::search,      Icon::close,    Icon::check,      Icon::arrow_left,
                                         Icon::arrow_right, Icon::arrow_up, Icon::arrow_down, Icon::caret_down};
    x = at.x;
    for (std::size_t i = 0; i < icons.size(); ++i) {
        icon_button(ui, "icon" + std::to_string(i), icons[i], "图标",
                    rect_at(x, at.y + ui.px(44), ui.px(32), ui.px(32)));
        x += ui.px(38);
    }
}

void inputs(const Ui& ui, State& state, Point at)
{
    at.y += heading(ui, at, "输入");
    const float h = ui.px(bar_height_px);
    text_input(ui, "search", state.typed, rect_at(at.x, at.y, ui.px(300), h),
               {.hint = "搜索车辆、学校、水域、督办", .icon = Icon::search, .key_hint = "Ctrl+K"});
    text_input(ui, "wrong", state.wrong, rect_at(at.x + ui.px(312), at.y, ui.px(160), h), {.wrong = true});
    at.y += ui.px(44);
    date_field(ui, "day", state.day, state.date, rect_at(at.x, at.y, date_field_width(ui, {.label = "截至"}), h),
               {.label = "截至", .earlier = "前一日", .later = "后一日"});
    const std::array<MenuRow, 3> rows{{{.label = "全部", .chosen = true}, {.label = "洮北区"}, {.label = "镇赉县"}}};
    drop_down(ui, "county", "县区", "全部", rows, rect_at(at.x + ui.px(190), at.y, ui.px(120), h));
    at.y += ui.px(44);
    checkbox(ui, "a", "抄送教育局", state.ticked, at);
    checkbox(ui, "b", "附照片", state.unticked, {at.x + ui.px(130), at.y});
    checkbox(ui, "c", "不可改", state.ticked, {at.x + ui.px(230), at.y}, false);
    for (int i = 0; i < 2; ++i)
        if (radio(ui, i == 0 ? "zh" : "en", i == 0 ? "中文" : "English", state.choice == i,
                  {at.x + ui.px(330 + 80 * static_cast<float>(i)), at.y}))
            state.choice = i;
    at.y += ui.px(40);
    text_area(ui, "note", state.note, rect_at(at.x, at.y, ui.px(472), ui.px(64)), {.hint = "附言"});
}

void marks(const Ui& ui, State& state, Point at)
{
    at.y += heading(ui, at, "形状、标签");
    float x = at.x + ui.px(8);
    for (const Severity severity : {Severity::stop, Severity::rectify, Severity::notice, Severity::in_order}) {
        severity_shape(ui, {x, at.y + ui.px(11)}, severity);
        severity_shape(ui, {x + ui.px(24), at.y + ui.px(11)}, severity, 1.35F);
        x += ui.px(56);
    }
    wave(ui, {x, at.y + ui.px(11)}, ui.theme.notice.line);
    x += ui.px(60);
    for (const BadgeKind kind : {BadgeKind::stop, BadgeKind::rectify, BadgeKind::plain}) {
        x += badge(ui, x, at.y + ui.px(11), kind == BadgeKind::plain ? "3" : "37", kind) + ui.px(16);
    }
    at.y += ui.px(34);
    x = at.x;
    constexpr std::array<const char*, 3> words{"停运 37", "整改 64", "30 日内到期 21"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (chip(ui, words[i], words[i], state.chip == static_cast<int>(i), {x, at.y}))
            state.chip = static_cast<int>(i);
        x += chip_width(ui, words[i]) + ui.px(8);
    }
    at.y += ui.px(36);
    x = at.x + ui.px(72);
    constexpr std::array<const char*, 4> tags{"停运", "整改", "提示", "正常"};
    for (std::size_t i = 0; i < tags.size(); ++i) {
        severity_tag(ui, x, at.y + ui.px(11), tags[i], static_cast<Severity>(i));
        x += ui.px(84);
    }
}

void cards(const Ui& ui, Point at, float width)
{
    at.y += heading(ui, at, "卡片");
    const std::array<std::string, 1> lines{
        "许可 白校许〔2026〕31号 自 2026-08-31 起有效，无标牌记录。发出后不能撤销。"};
    constexpr std::array<const char*, 4> titles{"未核发校车标牌　已 84 日", "实际驾驶人与许可不符",
                                                "承运人责任险 18 日后到期", "正常"};
    for (std::size_t i = 0; i < 4; ++i)
        at.y += card(ui, at, width, {static_cast<Severity>(i), titles[i], lines}).height + ui.px(8);
}

void type(const Ui& ui, Point at)
{
    at.y += heading(ui, at, "字体");
    struct Line {
        FontRole role;
        const char* text;
    };
    constexpr std::array<Line, 9> lines{{{FontRole::small, "12 校车标牌 2026-08-31 吉G·12345 䶮𫓧锚獐鲅镕堃"},
                                         {FontRole::label, "13 校车标牌 2026-08-31 吉G·12345"},
                                         {FontRole::body, "14 校车标牌 2026-08-31 吉G·12345 “引文”……"},
                                         {FontRole::county, "18 洮北区 镇赉县"},
                                         {FontRole::small_bold, "12 粗 校车标牌 0123456789"},
                                         {FontRole::label_bold, "13 粗 校车标牌 0123456789"},
                                         {FontRole::body_bold, "14 粗 校车标牌 0123456789"},
                                         {FontRole::title, "17 粗 校安台"},
                                         {FontRole::heading, "22 粗 吉G·12345"}}};
    for (const Line& line : lines) {
        draw_text(ui, at, {.font = line.role, .color = ui.theme.ink}, line.text);
        at.y += text_height(ui, line.role) + ui.px(4);
    }
}

}  // namespace

void draw_parts(const Ui& ui, State& state)
{
    region(ui, "parts", {0, 0, ui.screen.x, ui.screen.y}, {.scrolls = true}, [&] {
        const Point o = region_origin();
        const auto at = [&](float x, float y) { return Point{o.x + ui.px(x), o.y + ui.px(y)}; };
        buttons(ui, at(32, 24));
        inputs(ui, state, at(32, 160));
        marks(ui, state, at(32, 420));
        cards(ui, at(560, 24), ui.px(360));
        type(ui, at(980, 24));
        progress(ui, "stop", rect_at(at(32, 580).x, at(32, 580).y, ui.px(472), ui.px(progress_height_px)),
                 {.what = "读取 洮南市校车台账.xlsx", .number = "12,400 / 30,000 行", .share = 0.41F, .stop = "停止"});
        progress(ui, "stop2", rect_at(at(32, 640).x, at(32, 640).y, ui.px(472), ui.px(progress_height_px)),
                 {.what = "计算联合检查方案", .number = "", .stop = "停止"});
        fact_row(ui, at(560, 440), ui.px(360), "服务提供者",
                 "示例校车服务有限公司（统一社会信用代码 91220800MA0000000X），法定代表人见档案");
        const Rect panel = rect_at(at(980, 360).x, at(980, 360).y, ui.px(240), ui.px(120));
        floating_panel(ui, panel);
        draw_paragraph(ui, {panel.x0 + ui.px(14), panel.y0 + ui.px(12)}, panel.width() - ui.px(28),
                       {.font = FontRole::label, .color = ui.theme.second_ink},
                       "浮在地图上的一块：图例、图层。自 2026-08-31 起有效，发出后不能撤销。", 20);
        region_end(o.y + ui.px(720));
    });
    if (toast(ui, state.toast, {0, 0, ui.screen.x, ui.screen.y})) show_toast(state.toast, "已撤销");
}

}  // namespace xiaoan::gallery
