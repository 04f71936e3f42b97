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
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/popup.hpp"
#include "console/shell/widgets/rail_item.hpp"
#include "console/shell/widgets/splitter.hpp"
#include "console/shell/widgets/timeline.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>

namespace xiaoan::gallery {
namespace {

using namespace shell;
using std::chrono::sys_days;
using std::chrono::year;

struct Sample {
    const char* plate;
    const char* county;
    Severity severity;
    const char* fault;
    const char* since;
    const char* term;
    const char* leads;
    const char* by;
    const char* opened;
};

constexpr std::array<Sample, 8> samples{{
    {"吉G·12345", "洮北区", Severity::stop, "未核发校车标牌", "2026-08-31", "2026-11-30", "公安交管",
     "示例校车服务有限公司", "—"},
    {"吉G·20871", "通榆县", Severity::stop, "无校车使用许可", "2026-09-01", "立即", "教育", "瞻榆镇学校",
     "已发函　余 3 日"},
    {"吉G·D01188", "大安市", Severity::stop, "校车使用许可过期", "2026-10-15", "2026-11-10", "县政府",
     "大安客运有限公司", "逾期 13 日"},
    {"吉G·33076", "洮南市", Severity::stop, "安全检验逾期", "2026-11-01", "立即", "公安交管", "洮南市校车服务公司",
     "—"},
    {"吉G·51220", "镇赉县", Severity::rectify, "线路与标牌不符", "2026-11-09", "—", "公安交管", "镇赉县运输公司", "—"},
    {"吉G·60915", "洮北区", Severity::notice, "承运人责任险 18 日后到期", "2026-11-11", "2026-12-11", "服务提供者",
     "示例校车服务有限公司", "—"},
    {"吉G·D00417", "大安市", Severity::notice, "随车照管人员未登记", "2026-11-12", "2026-12-12", "教育",
     "大安市第三中学校车服务中心联合体", "—"},
    {"吉G·70233", "镇赉县", Severity::in_order, "正常", "2026-11-12", "—", "—", "镇赉县第一中学", "—"},
}};

[[nodiscard]] const Sample& sample(std::size_t row)
{
    return samples[row % samples.size()];
}

constexpr std::array<const char*, 6> counties{"全部", "洮北区", "镇赉县", "通榆县", "洮南市", "大安市"};

void bar(const Ui& ui, State& state, const Layout& layout)
{
    const float y = layout.bar.y0 + ui.px(10);
    const float h = ui.px(bar_height_px);
    float x = layout.bar.x0 + ui.px(18);
    draw_text(ui, Rect{x, layout.bar.y0, x, layout.bar.y1 - ui.px.hair()}, Align::left,
              {.font = FontRole::title, .color = ui.theme.ink, .spacing = 1}, "校安台");
    x = layout.bar.x0 + ui.px(18) + text_width(ui, FontRole::title, "校安台", 1) + ui.px(18);
    const FieldLook register_look{.label = "登记簿", .reason = "/home/edu/白城市教育局.xiaoan"};
    if (!layout.bar_tight) {
        const float width = field_width(ui, "白城市教育局", register_look);
        field(ui, "register", "白城市教育局", rect_at(x, y, width, h), register_look);
        x += width + ui.px(18);
    }
    const DateFieldLook date{.label = "截至", .earlier = "前一日", .later = "后一日"};
    const float date_width = date_field_width(ui, date);
    date_field(ui, "as of", state.day, state.date, rect_at(x, y, date_width, h), date);
    x += date_width + ui.px(18);
    std::vector<MenuRow> rows;
    for (std::size_t i = 0; i < counties.size(); ++i)
        rows.push_back({.label = counties[i],
                        .side = fmt::format("{}", 532 / (i + 1)),
                        .chosen = i == state.county,
                        .rule_above = i == 1});
    const float county = field_width(ui, counties[state.county], {.label = "县区", .drop_mark = true});
    if (const auto picked = drop_down(ui, "county", "县区", counties[state.county], rows, rect_at(x, y, county, h)))
        state.county = *picked;
    x += county + ui.px(18);

    float right = layout.bar.x1 - ui.px(18);
    if (!layout.bar_tight) {
        const float who = text_width(ui, FontRole::body, "操作员·后勤服务中心");
        draw_text(ui, Rect{right - who, layout.bar.y0, right, layout.bar.y1}, Align::left, {.color = ui.theme.muted},
                  "操作员·后勤服务中心");
        right -= who + ui.px(18);
    }
    const ButtonLook plain{.padding = 12};
    const float language = button_width(ui, "中 / EN", plain);
    button(ui, "language", "中 / EN", rect_at(right - language, y, language, h), plain);
    right -= language + ui.px(18);
    const float import = button_width(ui, "导入…", plain);
    if (button(ui, "import", "导入…", rect_at(right - import, y, import, h), plain))
        show_toast(state.toast, "已导入 洮北区校车台账2026秋.xlsx：新增 12 行", "撤销");
    right -= import + ui.px(18);
    if (search_field(ui, "search", "搜索车辆、学校、水域、督办", "Ctrl+K",
                     {x, y, std::min(x + ui.px(300), right), y + h}))
        show_toast(state.toast, "搜索");
    hairline(ui, layout.bar.x0, layout.bar.x1, layout.bar.y1 - ui.px.hair(), ui.theme.line);
}

void rail(const Ui& ui, State& state, const Layout& layout)
{
    const std::array<RailItem, 10> items{
        {{.label = "总览"},
         {.label = "校车许可", .short_label = "校车", .count = "37", .badge = BadgeKind::stop},
         {.label = "督办事项", .short_label = "督办", .count = "12", .badge = BadgeKind::rectify},
         {.label = "联合检查", .short_label = "检查", .count = "2"},
         {.label = "非法接送", .short_label = "非法", .count = "5", .badge = BadgeKind::stop},
         {.label = "危险水域", .short_label = "水域", .count = "8", .badge = BadgeKind::rectify},
         {.label = "防溺水简报", .short_label = "简报"},
         {.label = "任务台账", .short_label = "任务", .count = "3"},
         {.label = "变更记录", .short_label = "变更"},
         {.label = "设置"}}};
    const RailPitch pitch = rail_pitch(layout.rail_narrow, items.size(), 2, layout.rail.height() / ui.px.factor);
    const float inset = ui.px(pitch.side);
    float y = layout.rail.y0 + ui.px(layout.rail_narrow ? 6 : 12) - ImGui::GetScrollY();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == 5 || i == 7) {
            hairline(ui, layout.rail.x0 + inset + ui.px(4), layout.rail.x1 - inset - ui.px(4),
                     y + std::floor(ui.px(pitch.separator - pitch.gap) / 2), ui.theme.faint_line);
            y += ui.px(pitch.separator);
        }
        RailItem item = items[i];
        item.on = static_cast<int>(i) == state.job;
        const Rect where{layout.rail.x0 + inset, y, layout.rail.x1 - inset - ui.px.hair(), y + ui.px(pitch.item)};
        if (rail_item(ui, fmt::format("job {}", i), item, where, layout.rail_narrow)) state.job = static_cast<int>(i);
        y += ui.px(pitch.item + pitch.gap);
    }
    hairline_down(ui, layout.rail.x1 - ui.px.hair(), layout.rail.y0, layout.rail.y1, ui.theme.line);
    region_end(y);
}

void legend(const Ui& ui, const Layout& layout)
{
    struct Line {
        Severity severity;
        const char* word;
        const char* more;
        const char* count;
    };
    constexpr std::array<Line, 5> lines{{{Severity::stop, "停运", "无许可、无标牌", "37"},
                                         {Severity::rectify, "整改", "逾期、不符", "64"},
                                         {Severity::notice, "提示", "30 日内到期", "21"},
                                         {Severity::in_order, "正常", "", "410"},
                                         {Severity::in_order, "高风险水域", "", "8"}}};
    const Rect box =
        rect_at(layout.map.x0 + ui.px(14), layout.map.y1 - ui.px(14 + 18 + 23 * 5), ui.px(208), ui.px(18 + 23 * 5));
    floating_panel(ui, box);
    float y = box.y0 + ui.px(9);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect line{box.x0 + ui.px(13), y, box.x1 - ui.px(13), y + ui.px(23)};
        const Point mark{line.x0 + ui.px(12), line.middle().y};
        if (i == 4) {
            wave(ui, mark, ui.theme.notice.line);
        } else {
            severity_shape(ui, mark, lines[i].severity);
        }
        const float end = line.x0 + ui.px(27) + text_width(ui, FontRole::label, lines[i].word);
        draw_text(ui, Rect{line.x0 + ui.px(27), line.y0, line.x1, line.y1}, Align::left,
                  {.font = FontRole::label, .color = ui.theme.ink}, lines[i].word);
        draw_text(ui, Rect{end + ui.px(13), line.y0, line.x1, line.y1}, Align::left,
                  {.font = FontRole::label, .color = ui.theme.muted}, lines[i].more);
        draw_text(ui, line, Align::right, {.font = FontRole::label, .color = ui.theme.muted}, lines[i].count);
        y += ui.px(23);
    }
}

void map(const Ui& ui, const Layout& layout)
{
    fill(ui, layout.map, ui.theme.map.outside);
    const Point m = layout.map.middle();
    const float r = std::min(layout.map.width(), layout.map.height()) * 0.42F;
    std::array<ImVec2, 60> county;
    for (std::size_t i = 0; i < county.size(); ++i) {
        const float a = static_cast<float>(i) * 6.2832F / 60;
        const float d = r * (1.1F + 0.12F * std::sin(a * 5) + 0.05F * std::cos(a * 13));
        county[i] = {m.x + d * 1.3F * std::cos(a), m.y + d * std::sin(a)};
    }
    ui.list().PathClear();
    for (const ImVec2& point : county) ui.list().PathLineTo(point);
    ui.list().PathFillConvex(ui.theme.map.inside);
    ui.list().AddPolyline(county.data(), 60, ui.theme.map.border, ImDrawFlags_Closed, ui.px.exact(1.2F));
    draw_text(ui, {m.x - r, m.y - r * 0.5F},
              {.font = FontRole::county, .color = ui.theme.map.county_name, .spacing = 5}, "洮北区");
    draw_text(ui, {m.x + r * 0.3F, m.y + r * 0.2F},
              {.font = FontRole::label, .color = ui.theme.map.water_name, .halo = ui.theme.map.halo, .italic = true},
              "洮儿河");
    const std::array<ImVec2, 3> route{{{m.x - r * 0.3F, m.y}, {m.x, m.y + r * 0.2F}, {m.x + r * 0.2F, m.y + r * 0.5F}}};
    ui.list().AddPolyline(route.data(), 3, ui.theme.map.halo, 0, ui.px.exact(7.4F));
    ui.list().AddPolyline(route.data(), 3, ui.theme.stop.line, 0, ui.px.exact(4));
    ui.list().AddCircleFilled(route[1], ui.px.exact(5), ui.theme.stop.line);
    ui.list().AddCircleFilled(route[1], ui.px.exact(3), ui.theme.panel);
    severity_shape(ui, {route[2].x, route[2].y}, Severity::stop, ui.theme.stop.line, 1.35F);
    draw_text(ui, {route[0].x + ui.px(10), route[0].y - ui.px(22)},
              {.font = FontRole::label_bold, .color = ui.theme.ink, .halo = ui.theme.map.halo}, "示例中心小学");
    constexpr std::array<Icon, 4> icons{Icon::plus, Icon::minus, Icon::home, Icon::menu};
    constexpr std::array<const char*, 4> names{"放大", "缩小", "全市", "图层"};
    for (std::size_t i = 0; i < icons.size(); ++i)
        icon_button(ui, names[i], icons[i], names[i],
                    rect_at(layout.map.x1 - ui.px(46), layout.map.y0 + ui.px(14) + static_cast<float>(i) * ui.px(38),
                            ui.px(32), ui.px(32)));
    legend(ui, layout);
}

[[nodiscard]] std::string cell_text(std::size_t row, std::size_t column)
{
    const Sample& s = sample(row);
    const std::array<const char*, 8> cells{s.plate, s.county, s.fault, s.since, s.term, s.leads, s.by, s.opened};
    return cells[column];
}

void faults(const Ui& ui, State& state, const Layout& layout)
{
    const Rect& at = layout.table;
    hairline(ui, at.x0, at.x1, at.y0, ui.theme.line);
    const Rect head{at.x0, at.y0 + ui.px.hair(), at.x1, at.y0 + ui.px(41)};
    float x = at.x0 + ui.px(14);
    draw_text(ui, Rect{x, head.y0, head.x1, head.y1}, Align::left, {.font = FontRole::body_bold, .color = ui.theme.ink},
              "校车问题");
    x += text_width(ui, FontRole::body_bold, "校车问题") + ui.px(8);
    constexpr std::array<const char*, 4> chips{"停运 37", "整改 64", "30 日内到期 21", "督办中 12"};
    for (std::size_t i = 0; i < chips.size(); ++i) {
        if (chip(ui, fmt::format("chip {}", i), chips[i], state.chip == static_cast<int>(i),
                 {x, std::floor(head.middle().y - ui.px(11))}))
            state.chip = static_cast<int>(i);
        x += chip_width(ui, chips[i]) + ui.px(8);
    }
    float right = head.x1 - ui.px(14);
    for (const char* word : {"导出", "复制"}) {
        const float width = text_width(ui, FontRole::body, word);
        text_button(ui, word, word, {right - width, head.y0 + ui.px(8), right, head.y1 - ui.px(8)});
        right -= width + ui.px(14);
    }
    draw_text_fitted(ui, {x + ui.px(8), head.y0, right - ui.px(14), head.y1}, Align::right, {.color = ui.theme.muted},
                     fmt::format("按严重程度、起始日排序·显示 101 / 532", 0));
    hairline(ui, at.x0, at.x1, head.y1, ui.theme.faint_line);
    const std::array<TableColumn, 8> columns{{{.id = "plate", .head = "号牌号码", .width = 121},
                                              {.id = "county", .head = "县区", .width = 75},
                                              {.id = "fault", .head = "问题", .width = 219},
                                              {.id = "since", .head = "自", .width = 106},
                                              {.id = "term", .head = "期限", .width = 106},
                                              {.id = "leads", .head = "牵头部门", .width = 104},
                                              {.id = "by", .head = "服务提供者", .width = 178},
                                              {.id = "case", .head = "督办", .width = 120, .grows = true}}};
    TableRows rows{.count = state.rows, .selected = state.selected, .text = cell_text, .empty = "没有这样的问题"};
    rows.draw = [&](const TableCell& cell) {
        if (cell.column == 2) {
            severity_shape(ui, {cell.where.x0 + ui.px(6), cell.where.middle().y}, sample(cell.row).severity);
            draw_text_fitted(ui, {cell.where.x0 + ui.px(17), cell.where.y0, cell.where.x1, cell.where.y1}, Align::left,
                             {.color = ui.theme.ink}, sample(cell.row).fault);
            return true;
        }
        if (cell.column == 7 && std::string_view(sample(cell.row).opened).starts_with("逾期")) {
            draw_text_fitted(ui, cell.where, Align::left, {.font = FontRole::body_bold, .color = ui.theme.stop.text},
                             sample(cell.row).opened);
            return true;
        }
        return false;
    };
    rows.menu = [](std::size_t) {
        return std::vector<MenuRow>{{.label = "开督办…", .side = "Ctrl+D"},
                                    {.label = "在地图上显示"},
                                    {.label = "复制此行", .side = "Ctrl+C", .rule_above = true}};
    };
    const TableEvents events =
        table(ui, "faults", {at.x0, head.y1 + ui.px.hair(), at.x1, at.y1}, columns, state.table, rows);
    if (events.selected) state.selected = *events.selected;
    if (events.menu_entry) show_toast(state.toast, "选了第 " + std::to_string(*events.menu_entry + 1) + " 项");
}

float dossier_parts(const Ui& ui, State& state, Point at, float width)
{
    const Sample& s = sample(state.selected);
    float y = at.y;
    draw_text(ui, {at.x, y}, {.font = FontRole::heading, .color = ui.theme.ink, .spacing = 1}, s.plate);
    severity_tag(ui, at.x + width, y + text_height(ui, FontRole::heading) / 2, "停运", s.severity);
    y += text_height(ui, FontRole::heading) + ui.px(2);
    draw_text_fitted(ui, {at.x, y, at.x + width, y + ui.px(20)}, Align::left, {.color = ui.theme.muted},
                     fmt::format("专用校车　36 座　{}　{}", s.county, s.by));
    y += ui.px(32);
    const std::vector<std::string> first{"《校车安全管理条例》第十五条　公安机关交通管理部门",
                                         "许可 白校许〔2026〕31号 自 2026-08-31 起有效，无标牌记录"};
    const std::vector<std::string> second{"许可：赵某　实际：孙某（未见校车驾驶资格）"};
    y += card(ui, {at.x, y}, width, {Severity::stop, "未核发校车标牌　已 84 日", first}).height + ui.px(8);
    y += card(ui, {at.x, y}, width, {Severity::rectify, "实际驾驶人与许可不符", second}).height + ui.px(16);
    y += section_heading(ui, {at.x, y}, "有效期") - ui.px(12);
    const auto day = [](int y_, unsigned m, unsigned d) {
        return sys_days(year(y_) / std::chrono::month(m) / std::chrono::day(d));
    };
    const std::array<TimelineRow, 5> rows{
        {{.label = "使用许可", .from = day(2026, 8, 31), .to = day(2027, 8, 30), .value = "2027-08-30"},
         {.label = "校车标牌", .state = Severity::stop, .value = "无", .strong = true},
         {.label = "安全检验",
          .from = day(2026, 6, 5),
          .to = day(2026, 12, 5),
          .state = Severity::rectify,
          .value = "余 12 日"},
         {.label = "交强险", .from = day(2026, 2, 15), .to = day(2027, 2, 14), .value = "2027-02-14"},
         {.label = "驾驶人审验",
          .from = day(2025, 11, 15),
          .to = day(2026, 11, 14),
          .state = Severity::stop,
          .value = "逾期 9 日",
          .strong = true}}};
    y += timeline(ui, {at.x, y}, width, rows,
                  {.today = state.day, .first = day(2025, 9, 1), .last = day(2027, 9, 15), .today_word = "今日"}) +
         ui.px(14);
    y += section_heading(ui, {at.x, y}, "许可与实际运行") - ui.px(4);
    const std::array<ComparisonRow, 4> compared{{{"线路", "十家子—示例小学", "十家子—示例小学"},
                                                 {"驾驶人", "赵某", "孙某", true},
                                                 {"发车", "06:50", "06:35", true},
                                                 {"人数", "36", "35"}}};
    y += comparison(ui, {at.x, y}, width, "许可", "实际", compared) + ui.px(16);
    y += section_heading(ui, {at.x, y}, "来源");
    y += draw_paragraph(ui, {at.x, y}, width, {.font = FontRole::label, .color = ui.theme.second_ink},
                        "洮北区校车台账2026秋.xlsx　“校车”第 12 行　2026-11-20 导入", 20) +
         ui.px(14);
    const ButtonLook main{.primary = true, .key_hint = "Ctrl+D"};
    float x = at.x;
    const float h = ui.px(button_height_px);
    if (button(ui, "open case", "开督办…", rect_at(x, y, button_width(ui, "开督办…", main), h), main))
        open_dialog("case");
    x += button_width(ui, "开督办…", main) + ui.px(8);
    button(ui, "print", "打印…", rect_at(x, y, button_width(ui, "打印…"), h));
    x += button_width(ui, "打印…") + ui.px(8);
    button(ui, "history", "历史", rect_at(x, y, button_width(ui, "历史"), h),
           {.enabled = false, .reason = "登记簿里还没有此车的变更"});
    return y + h + ui.px(18);
}

void case_dialog(const Ui& ui, State& state)
{
    const std::array<DialogButton, 2> buttons{
        {{.id = "cancel", .label = "取消", .cancels = true}, {.id = "send", .label = "发出", .primary = true}}};
    const auto content = [&](Point at, float width) {
        float y = at.y;
        y += draw_paragraph(ui, {at.x, y}, width, {.color = ui.theme.second_ink},
                            "督办通知将发给 洮北区公安交管，期限 2026-11-30。发出后不能撤销。", 22) +
             ui.px(12);
        text_area(ui, "note", state.note, rect_at(at.x, y, width, ui.px(72)), {.hint = "附言"});
        y += ui.px(72 + 8);
        checkbox(ui, "copy", "抄送教育局", state.ticked, {at.x, y});
        return y + ui.px(28) - at.y;
    };
    if (const auto pressed = dialog(ui, "case", {.title = "开督办：吉G·12345 未核发校车标牌"}, content, buttons)) {
        close_dialog();
        if (*pressed == "send") show_toast(state.toast, "已开督办 2026-0112", "撤销");
    }
}

}  // namespace

void draw_desk(const Ui& ui, State& state)
{
    const Layout layout = lay_out(ui.screen, ui.px, state.layout);
    region(ui, "map", layout.map, {}, [&] { map(ui, layout); });
    region(ui, "table", layout.table, {}, [&] { faults(ui, state, layout); });
    region(ui, "rail", layout.rail, {.scrolls = true}, [&] { rail(ui, state, layout); });
    region(ui, "bar", layout.bar, {}, [&] { bar(ui, state, layout); });
    region(ui, "dossier", layout.dossier, {.scrolls = true, .floats = layout.dossier_over}, [&] {
        const Point origin = region_origin();
        hairline_down(ui, layout.dossier.x0, layout.dossier.y0, layout.dossier.y1, ui.theme.line);
        region_end(
            dossier_parts(ui, state, {origin.x + ui.px(18), origin.y + ui.px(16)}, layout.dossier.width() - ui.px(36)));
    });
    if (layout.dossier_seam)
        drag_dossier(
            state.layout,
            splitter(ui, "dossier seam", Seam::upright, layout.dossier.x0, layout.dossier.y0, layout.dossier.y1),
            ui.screen, ui.px);
    if (layout.table_seam)
        drag_table(state.layout,
                   splitter(ui, "table seam", Seam::level, layout.table.y0, layout.table.x0, layout.table.x1),
                   ui.screen, ui.px);
    constexpr std::array<std::string_view, 5> order{"bar", "rail", "map", "table", "dossier"};
    cycle_regions(order);
    case_dialog(ui, state);
    if (toast(ui, state.toast, layout.middle)) show_toast(state.toast, "已撤销");
}

}  // namespace xiaoan::gallery
