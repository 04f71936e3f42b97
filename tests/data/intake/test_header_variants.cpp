// The interchangeable parts of headers (formats.md 3.2), of every field of every kind, and the headers of real ledgers.
#include "data/intake/header.hpp"
#include "data/kinds/kinds.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace xiaoan::data;

namespace {

using Parts = std::vector<std::string_view>;

const std::vector<Parts> interchangeable{{"截止日期", "到期日期", "到期日", "到期", "至", "止"},
                                         {"号码", "编号", "号"},
                                         {"企业", "公司", "单位"},
                                         {"驾驶员", "驾驶人", "司机"},
                                         {"安全锤", "逃生锤"}};

/// The header with one part for another, in every place and every way.
std::vector<std::string> interchanged(std::string_view header)
{
    std::vector<std::string> variants;
    for (const Parts& parts : interchangeable)
        for (std::size_t at = 0; at < header.size(); ++at) {
            const auto found =
                std::ranges::find_if(parts, [&](std::string_view part) { return header.substr(at).starts_with(part); });
            if (found == parts.end()) continue;
            for (const std::string_view other : parts) {
                std::string variant{header};
                variants.push_back(variant.replace(at, found->size(), other));
            }
            at += found->size() - 1;
        }
    return variants;
}

/// A space after every character, line breaks in between, brackets, stars and ordinals: the same header.
std::vector<std::string> decorated(std::string_view header)
{
    std::string spaced, broken;
    for (std::size_t at = 0; at < header.size();) {
        std::size_t end = at + 1;
        while (end < header.size() && (static_cast<unsigned char>(header[end]) & 0xC0U) == 0x80U) ++end;
        spaced += std::string{header.substr(at, end - at)} + " ";
        broken += std::string{header.substr(at, end - at)} + (at == 0 ? "\r\n" : "　");
        at = end;
    }
    const std::string own{header};
    return {spaced,     broken,         "*" + own,     own + "＊", own + "（必填）",      own + "(如：吉G12345)",
            "1." + own, "十二、" + own, "（3）" + own, own + "：", " " + own + "【选填】"};
}

const HeaderTable& table()
{
    static const HeaderTable all(shipped_header_variants());
    return all;
}

std::string key_of(const char* kind, std::string_view header)
{
    const HeaderNames& names = table().names(*find_kind(kind));
    const auto field = names.field(header);
    return field ? std::string{names.kind().fields[*field].key} : "unknown";
}

std::string key_below(const char* kind, const HeaderPath& path)
{
    const HeaderNames& names = table().names(*find_kind(kind));
    const auto meaning = names.meaning(HeaderForms{path});
    return meaning && meaning->field ? std::string{names.kind().fields[*meaning->field].key} : "unknown";
}

std::string kind_of(const std::vector<std::string>& headers)
{
    std::vector<HeaderForms> forms;
    for (const std::string& header : headers) forms.emplace_back(HeaderPath{header});
    const KindInfo* kind = table().kind_of(forms, true);
    return kind != nullptr ? std::string{kind->key} : "none";
}

}  // namespace

TEST_CASE("every field is known by every interchange of the parts of its header", "[data][intake]")
{
    std::size_t checked = 0;
    for (const KindInfo* kind : kinds())
        for (std::size_t i = 0; i < kind->fields.size(); ++i)
            for (const std::string& variant : interchanged(kind->fields[i].header)) {
                CAPTURE(kind->key, kind->fields[i].key, variant);
                CHECK(table().names(*kind).field(variant) == i);
                ++checked;
            }
    CHECK(checked > 150);
}

TEST_CASE("every field is known through spaces, line breaks, brackets, stars and ordinals", "[data][intake]")
{
    for (const KindInfo* kind : kinds())
        for (std::size_t i = 0; i < kind->fields.size(); ++i)
            for (const std::string_view header : {kind->fields[i].header, kind->fields[i].key})
                for (const std::string& variant : decorated(header)) {
                    CAPTURE(kind->key, kind->fields[i].key, variant);
                    CHECK(table().names(*kind).field(variant) == i);
                }
}

TEST_CASE("a kind is known where every one of its headers is written with other parts", "[data][intake]")
{
    const std::size_t turn = GENERATE(0U, 1U, 2U, 3U, 4U);
    for (const KindInfo* kind : kinds()) {
        std::vector<std::string> headers;
        for (const FieldInfo& field : kind->fields) {
            const auto variants = interchanged(field.header);
            headers.push_back(variants.empty() ? std::string{field.header} : variants[turn % variants.size()]);
        }
        CAPTURE(kind->key, turn);
        CHECK(kind_of(headers) == kind->key);
    }
}

TEST_CASE("equipment is known with and without 装置 and 设备, asked about and counted", "[data][intake]")
{
    for (const auto* kind : {"buses", "waters"}) {
        const KindInfo& info = *find_kind(kind);
        for (const FieldInfo& field : info.fields) {
            if (field.type != FieldType::answer) continue;
            const std::string header{field.header};
            for (const std::string& variant :
                 {header + "装置", header + "设备", "是否有" + header, "是否安装" + header,
                  "是否配备" + header + "装置", "有无" + header, header + "配备情况", header + "是否齐全",
                  header + "数量", header + "（个）", header + "（有/无）", header + "情况"}) {
                CAPTURE(kind, variant);
                CHECK(key_of(kind, variant) == field.key);
            }
        }
    }
    CHECK(key_of("waters", "冬季是否结冰") == "freezes");
    CHECK(key_of("buses", "是否有校车") == "unknown");
}

TEST_CASE("dates are known by 日期, 时间 and 日 at the end of their header", "[data][intake]")
{
    for (const KindInfo* kind : kinds())
        for (std::size_t i = 0; i < kind->fields.size(); ++i) {
            const FieldInfo& field = kind->fields[i];
            const std::string header{field.header};
            if (field.type != FieldType::date || !header.ends_with("日期") || header == "日期") continue;
            const std::string stem = header.substr(0, header.size() - std::string_view{"日期"}.size());
            for (const auto* ending : {"时间", "日", "日期"}) {
                CAPTURE(kind->key, field.key, ending);
                CHECK(table().names(*kind).field(stem + ending) == i);
            }
        }
}

TEST_CASE("ledgers of counties are known by their headers", "[data][intake]")
{
    CHECK(kind_of({"序号", "车牌号", "车辆类型", "核载人数", "所属学校", "县区", "驾驶人", "检验有效期", "保险截止日期",
                   "备注"}) == "buses");
    CHECK(kind_of({"序号", "车牌号码", "车架号", "经营企业", "座位数", "年检有效期至", "交强险到期日"}) == "buses");
    CHECK(kind_of({"序号", "姓名", "身份证号", "准驾车型", "初次领证日期", "驾照有效期至", "校车驾驶资格取得时间",
                   "联系电话"}) == "drivers");
    CHECK(kind_of({"序号", "司机姓名", "驾照号码", "所属公司"}) == "drivers");
    CHECK(kind_of({"许可证号", "车牌号", "申请时间", "受理时间", "批准日期", "有效期起", "有效期至", "审批意见"}) ==
          "permits");
    CHECK(kind_of({"校车标牌编号", "车牌号", "许可证号", "发牌机关", "领取日期", "有效期至", "标牌状态"}) == "plates");
    CHECK(kind_of({"学校代码", "学校", "县（市、区）", "乡镇街道", "学段", "学生总数", "住宿生人数", "乘坐校车人数"}) ==
          "schools");
    CHECK(kind_of({"水域编码", "水体名称", "水域类别", "所在乡镇", "东经", "北纬", "水深/米", "警示标识牌",
                   "包保责任人"}) == "waters");
    CHECK(kind_of({"企业名称", "社会信用代码", "单位性质", "道路运输经营许可证编号", "联系人姓名", "手机号"}) ==
          "operators");
    CHECK(kind_of({"线路编码", "站点序号", "停靠点名称", "到站时刻", "上车学生人数"}) == "stops");
    CHECK(kind_of({"线路编码", "线路名称", "学校代码", "上下学", "始发时间", "到校时间"}) == "routes");
    CHECK(kind_of({"车牌号", "线路号", "驾驶证号", "照管员", "发车时刻", "运行星期", "实载人数", "开始日期",
                   "结束日期"}) == "runs");
    CHECK(kind_of({"替换日期", "原车车牌号", "替换车车牌号", "备案时间"}) == "substitutions");
    CHECK(kind_of({"学校代码", "社会信用代码", "签订时间", "备案时间"}) == "agreements");
    CHECK(kind_of({"车牌号", "维修日期", "维修厂", "维修项目"}) == "maintenance");
    CHECK(kind_of({"学校代码", "教育形式", "开展日期", "参加人数", "应到人数"}) == "education");
    CHECK(kind_of({"抓拍时间", "卡口名称", "车牌号", "行驶方向", "是否载学生"}) == "sightings");
    CHECK(kind_of({"任务序号", "县区", "完成情况", "完成时间", "情况说明"}) == "progress");
    CHECK(kind_of({"姓名", "电话", "地址"}) == "none");
}

TEST_CASE("a header that may mean two things is not known", "[data][intake]")
{
    CHECK(key_of("buses", "保险到期日") == "unknown");  // which insurance?
    CHECK(key_of("buses", "类型") == "unknown");        // of the bus, or of the vehicle?
    CHECK(key_of("buses", "使用单位") == "unknown");    // the school, or who runs it?
    CHECK(key_of("buses", "车牌号/车架号") == "unknown");
    CHECK(key_of("plates", "车辆状态") == "unknown");   // not that of the plate
    CHECK(key_of("permits", "驾驶人") == "unknown");    // a name, where a licence number belongs
    CHECK(key_of("stops", "学校经度") == "unknown");    // not the stop's
    CHECK(key_of("drivers", "档案编号") == "unknown");  // not the licence number
    CHECK(key_of("drivers", "驾驶证档案编号") == "unknown");
    CHECK(key_of("waters", "最近学校名称") == "unknown");
}

TEST_CASE("a header below a group means what both say", "[data][intake]")
{
    CHECK(key_below("permits", {"许可", "起"}) == "valid_from");
    CHECK(key_below("permits", {"许可", "止"}) == "valid_to");
    CHECK(key_below("permits", {"许可有效期限", "自"}) == "valid_from");
    CHECK(key_below("permits", {"许可有效期限", "至"}) == "valid_to");
    CHECK(key_below("permits", {"校车使用许可", "有效期至"}) == "valid_to");
    CHECK(key_below("permits", {"许可证信息", "编号"}) == "number");
    CHECK(key_below("permits", {"标牌", "编号"}) == "unknown");
    CHECK(key_below("permits", {"标牌", "有效期止"}) == "unknown");
    CHECK(key_below("buses", {"保险", "交强险有效期止"}) == "compulsory_insurance_until");
    CHECK(key_below("buses", {"保险", "交强险到期日"}) == "compulsory_insurance_until");
    CHECK(key_below("buses", {"交强险", "止"}) == "compulsory_insurance_until");
    CHECK(key_below("buses", {"交强险", "起"}) == "unknown");
    CHECK(key_below("buses", {"保险情况", "承运人责任险", "到期日期"}) == "liability_insurance_until");
    CHECK(key_below("buses", {"保险到期日", "交强险"}) == "compulsory_insurance_until");
    CHECK(key_below("buses", {"校长", "电话"}) == "unknown");
    CHECK(key_below("buses", {"车辆基本情况", "状态"}) == "state");
    CHECK(key_below("buses", {"检验", "有效期至"}) == "inspection_until");
    CHECK(key_below("drivers", {"驾驶人", "姓名"}) == "name");
    CHECK(key_below("drivers", {"照管员", "姓名"}) == "unknown");
    CHECK(key_below("drivers", {"驾驶证", "有效期至"}) == "licence_until");
    CHECK(key_below("schools", {"学校", "名称"}) == "name");
    CHECK(key_below("schools", {"安全负责人", "姓名"}) == "officer");
    CHECK(key_below("schools", {"安全负责人", "电话"}) == "phone");
    CHECK(key_below("schools", {"校长", "电话"}) == "unknown");
    CHECK(key_below("waters", {"位置", "经度"}) == "lon");
    CHECK(key_below("waters", {"责任人", "姓名"}) == "duty_holder");
    CHECK(key_below("waters", {"责任人", "电话"}) == "phone");
    CHECK(key_below("waters", {"救生器材", "救生圈"}) == "lifebuoy");
    CHECK(key_below("plates", {"标牌", "编号"}) == "number");
    CHECK(key_below("plates", {"许可", "编号"}) == "permit");
    CHECK(key_below("plates", {"校车标牌", "有效期止"}) == "valid_to");
}

TEST_CASE("no shipped header is said twice in a kind, in whatever form", "[data][intake]")
{
    for (const KindInfo* kind : kinds()) {
        std::set<std::string> forms;
        for (const FieldInfo& field : kind->fields) {
            forms.insert(normalised_header(field.key));
            forms.insert(normalised_header(field.header));
        }
        for (const HeaderVariant& variant : shipped_header_variants()) {
            if (variant.kind != kind->key) continue;
            CAPTURE(kind->key, variant.key, variant.header);
            CHECK(forms.insert(normalised_header(variant.header)).second);
        }
    }
}

TEST_CASE("the form in which headers are compared stays as it is when it is formed again", "[data][intake]")
{
    const auto stays = [](std::string_view header) {
        CAPTURE(header);
        const std::string form = normalised_header(header);
        CHECK(normalised_header(form) == form);
    };
    for (const HeaderVariant& variant : shipped_header_variants()) stays(variant.header);
    for (const KindInfo* kind : kinds())
        for (const FieldInfo& field : kind->fields) {
            stays(field.header);
            for (const std::string& variant : interchanged(field.header)) stays(variant);
            for (const std::string& variant : decorated(field.header)) stays(variant);
        }
}
