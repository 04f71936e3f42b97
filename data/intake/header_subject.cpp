#include "data/intake/header_subject.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace xiaoan::data {

namespace {

// Normalised forms, as normalised_header() gives them: 号 for 编号, 单位 for 公司, 止 for 到期日期.
constexpr std::array<std::string_view, 38> unspecific{
    "名称",   "姓名",   "号",     "代号", "代码",   "电话",     "联系电话", "联系方式", "手机", "手机号",
    "电话号", "类型",   "类别",   "种类", "性质",   "日期",     "时间",     "状态",     "地址", "单位",
    "内容",   "人数",   "数量",   "备注", "说明",   "来源",     "方向",     "有效期",   "起",   "止",
    "负责人", "责任人", "联系人", "证号", "证件号", "有效期起", "有效期止", "学校"};

constexpr std::array<std::string_view, 10> says_little{"基本", "信息", "情况", "概况", "资料",
                                                       "数据", "内容", "明细", "登记", "有关"};

using SubjectOfKind = std::pair<std::string_view, std::string_view>;  // plural key, word
constexpr std::array<SubjectOfKind, 60> subjects{{
    {"schools", "学校"},
    {"schools", "学校园"},
    {"schools", "学校幼儿园"},
    {"schools", "中小学幼儿园"},
    {"schools", "学校及幼儿园"},
    {"operators", "服务提供者"},
    {"operators", "校车服务提供者"},
    {"operators", "单位"},
    {"operators", "运营单位"},
    {"operators", "服务单位"},
    {"operators", "校车服务单位"},
    {"operators", "校车运营单位"},
    {"buses", "校车"},
    {"buses", "车辆"},
    {"buses", "机动车"},
    {"buses", "校车车辆"},
    {"drivers", "驾驶人"},
    {"drivers", "校车驾驶人"},
    {"routes", "线路"},
    {"routes", "校车线路"},
    {"routes", "运行线路"},
    {"stops", "站点"},
    {"stops", "校车站点"},
    {"stops", "停靠站点"},
    {"permits", "许可"},
    {"permits", "使用许可"},
    {"permits", "校车许可"},
    {"permits", "校车使用许可"},
    {"permits", "许可证"},
    {"permits", "使用许可证"},
    {"permits", "校车使用许可证"},
    {"plates", "标牌"},
    {"plates", "校车标牌"},
    {"runs", "运行"},
    {"runs", "运行安排"},
    {"runs", "校车运行"},
    {"substitutions", "替换"},
    {"substitutions", "临时替换"},
    {"agreements", "责任书"},
    {"agreements", "安全管理责任书"},
    {"agreements", "校车安全管理责任书"},
    {"maintenance", "维修保养"},
    {"maintenance", "维修"},
    {"maintenance", "保养"},
    {"maintenance", "维护保养"},
    {"maintenance", "维修维护"},
    {"education", "宣传教育"},
    {"education", "教育"},
    {"education", "安全教育"},
    {"education", "活动"},
    {"waters", "水域"},
    {"waters", "重点水域"},
    {"waters", "危险水域"},
    {"sightings", "过车"},
    {"sightings", "过车记录"},
    {"tracks", "轨迹"},
    {"tracks", "行驶轨迹"},
    {"progress", "任务"},
    {"progress", "任务进展"},
    {"progress", "工作任务"},
}};

// The longer ones first, so that 校车使用许可 is not taken for 校车.
constexpr std::array<std::string_view, 24> prefixes{
    "校车服务提供者", "校车使用许可证", "校车使用许可", "使用许可证", "校车驾驶人", "服务提供者",
    "使用许可",       "校车许可",       "校车标牌",     "校车线路",   "许可证",     "驾驶人",
    "机动车",         "校车",           "车辆",         "学校",       "水域",       "线路",
    "站点",           "标牌",           "许可",         "所属",       "所在",       "任务"};

// These may stand before a header of any kind, because a ledger of school buses says them everywhere.
constexpr std::array<std::string_view, 5> vague_prefixes{"机动车", "校车", "车辆", "所属", "所在"};

}  // namespace

bool needs_its_group(std::string_view form)
{
    return std::ranges::find(unspecific, form) != unspecific.end();
}

bool is_subject(std::string_view group, const KindInfo& kind)
{
    std::string rest{group};
    for (const std::string_view word : says_little)
        for (std::size_t at = rest.find(word); at != std::string::npos; at = rest.find(word))
            rest.erase(at, word.size());
    if (rest.empty()) return true;
    return std::ranges::any_of(
        subjects, [&](const SubjectOfKind& subject) { return subject.first == kind.key && subject.second == rest; });
}

std::optional<std::string_view> below_subject(std::string_view form, const KindInfo& kind)
{
    for (const std::string_view prefix : prefixes) {
        if (form.size() <= prefix.size() || !form.starts_with(prefix)) continue;
        const std::string_view rest = form.substr(prefix.size());
        const bool vague = std::ranges::find(vague_prefixes, prefix) != vague_prefixes.end();
        if (is_subject(prefix, kind) || (vague && !needs_its_group(rest))) return rest;
    }
    return std::nullopt;
}

}  // namespace xiaoan::data
