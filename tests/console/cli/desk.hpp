// A desk for tests of the command line: a folder with a register, the ledgers of three buses, and the program.
#pragma once

#include "tests/console/cli/run.hpp"
#include "tests/data/register/a_register.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::test {

using Words = std::vector<std::string>;

inline Words operator+(Words first, const Words& then)
{
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

/// People of the ledgers below; each text is personal, and stands in no answer.
inline const std::vector<std::string> people_of_ledgers{
    "许示宁", "赵示伟", "吴示平", "冯示和", "13804360001", "13804360002", "13804360003", "220802198001010010"};

class Desk {
public:
    data::test::Folder folder;

    /// A new register, without records.
    Desk() : made(run({"--register", "desk.xiaoan", "init"}, {folder.path().string()})) {}

    Ran made;

    /// Runs a command on the register.
    [[nodiscard]] Ran operator()(const Words& words) const
    {
        return run(Words{"--register", "desk.xiaoan"} + words, {folder.path().string()});
    }
    /// Asks as of Monday 2026-11-23, the date of the worked examples in regulations.md.
    [[nodiscard]] Ran on_monday(const Words& words) const { return (*this)(Words{"--as-of", "2026-11-23"} + words); }
    [[nodiscard]] Ran json(const Words& words) const { return on_monday(Words{"--format", "json"} + words); }

    [[nodiscard]] std::string file(std::string_view name) const { return folder.file(name); }
    void write(std::string_view name, std::string_view bytes) const
    {
        std::ofstream(file(name), std::ios::binary | std::ios::trunc) << bytes;
    }
    [[nodiscard]] std::string read(std::string_view name) const
    {
        std::ifstream in(file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    [[nodiscard]] bool has(std::string_view name) const { return std::filesystem::exists(file(name)); }
    /// The whole log: the same text means that nothing was recorded in between.
    [[nodiscard]] std::string log() const { return (*this)({"--format", "json", "history"}).out; }
};

/// A bus with nothing against it: its number and county, and all that the rules ask of a vehicle until 2027.
inline std::string a_bus_row(std::string_view number_and_county)
{
    return std::string{number_and_county} +
           ",示例客运有限公司,示例客运有限公司,36,2027-03-10,专用校车,中型专用校车,小学生校车,小学生,2020-06-01,"
           "2027-06-30,2027-06-30,是,是,是,是,是,是,2027-12-31\n";
}

/// The ledgers: 吉G10001's permit ended on 2026-08-31, 吉G20002 has none, 吉G30003 has all it needs until 2027. What
/// their operator and its garage have to show is not among them.
inline const std::vector<std::pair<std::string, std::string>>& ledgers()
{
    static const std::vector<std::pair<std::string, std::string>> all{
        {"学校.csv", "学校标识码,学校名称,县区,经度,纬度,安全负责人,联系电话\n"
                     "2122000001,平安小学,洮北区,123,45.5,赵示伟,13804360002\n"},
        {"驾驶人.csv", "驾驶证号,姓名,准驾车型,初次领证日期,驾驶证有效期止,校车驾驶资格取得日期,最近审验日期,出生日期,"
                       "违法事故记录,联系电话\n"
                       "220802198001010010,许示宁,A1,2010-03-01,2030-06-30,2015-03-01,2026-03-10,1980-01-01,无,"
                       "13804360001\n"},
        {"校车.csv",
         "号牌号码,县区,服务提供者,所有人,核载人数,检验有效期止,校车类型,车辆类型,使用性质,服务学段,"
         "注册登记日期,交强险有效期止,承运人责任险有效期止,卫星定位,灭火器,安全锤,急救箱,标志灯,停车指示标志,"
         "安全设备有效期止\n" +
             a_bus_row("吉G10001,洮北区") + a_bus_row("吉G20002,洮南市") + a_bus_row("吉G30003,洮南市")},
        {"许可.csv", "许可编号,号牌号码,申请日期,决定日期,审批结果,有效期起,有效期止,驾驶证号\n"
                     "XK-1,吉G10001,2025-08-01,2025-08-20,准予,2025-09-01,2026-08-31,220802198001010010\n"
                     "XK-3,吉G30003,2026-08-01,2026-08-20,准予,2026-09-01,2027-08-31,220802198001010010\n"},
        {"标牌.csv",
         "标牌编号,许可编号,号牌号码,驾驶证号,线路编号,发车时间,所有人,发牌日期,有效期止,收回日期,标牌状态\n"
         "BP-1,XK-1,吉G10001,220802198001010010,L1,6:50,示例客运有限公司,2025-09-10,2026-08-31,2026-09-02,收回\n"
         "BP-3,XK-3,吉G30003,220802198001010010,L3,6:50,示例客运有限公司,2026-09-10,2027-03-10,,有效\n"},
        {"运行.csv", "号牌号码,线路编号,驾驶证号,随车照管人员,发车时间,实际乘坐人数,生效日期\n"
                     "吉G10001,L1,220802198001010010,冯示和,6:50,30,2026-09-01\n"
                     "吉G20002,L2,220802198001010010,冯示和,6:50,30,2026-09-01\n"
                     "吉G30003,L3,220802198001010010,冯示和,6:50,30,2026-09-01\n"},
        {"水域.csv", "水域编号,水域名称,水域类型,县区,经度,纬度,责任人,联系电话\n"
                     "W1,南坑塘,坑塘,洮北区,123,45.51,吴示平,13804360003\n"
                     "W2,远泡子,湖泊,洮北区,123,45.6,吴示平,13804360003\n"},
    };
    return all;
}

/// A desk with the ledgers in its register.
class BusyDesk : public Desk {
public:
    BusyDesk()
    {
        Words files;
        for (const auto& [name, text] : ledgers()) {
            write(name, text);
            files.push_back(name);
        }
        imported = (*this)(Words{"import"} + files);
    }
    Ran imported;
};

/// A desk whose buses lack nothing but two permits: operator, routes, agreement and maintenance are in its register
/// too.
class WholeDesk : public BusyDesk {
public:
    WholeDesk()
    {
        write("服务提供者.csv", "统一社会信用代码,名称,类型,县区,道路运输经营许可证有效期至\n"
                                "91220802MA0Y4X3M93,示例客运有限公司,公司,洮北区,2028-12-31\n");
        write("线路.csv", "线路编号,学校标识码\nL1,2122000001\nL2,2122000001\nL3,2122000001\n");
        write("责任书.csv", "学校标识码,统一社会信用代码,签订日期,备案日期\n"
                            "2122000001,91220802MA0Y4X3M93,2026-08-20,2026-08-25\n");
        write("维修.csv",
              "号牌号码,日期,单位,内容\n吉G10001,2026-08-20,示例汽修,一级维护\n吉G10001,2026-11-02,示例汽修,二级维护\n"
              "吉G20002,2026-11-02,示例汽修,二级维护\n吉G30003,2026-11-02,示例汽修,二级维护\n");
        completed = (*this)({"import", "服务提供者.csv", "线路.csv", "责任书.csv", "维修.csv"});
    }
    Ran completed;
};

/// The Chinese characters of a text, its punctuation and full-width forms too, but for those of `known` texts.
inline std::string chinese_in(std::string text, const Words& known = {})
{
    for (const auto& each : known)
        for (auto at = text.find(each); at != std::string::npos; at = text.find(each, at)) text.erase(at, each.size());
    std::string found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xE3 && lead < 0xF0) found += text.substr(i, 3);  // U+3000 to U+FFFF
    }
    return found;
}

/// Those of the texts that stand in `text`.
inline Words standing_in(const std::string& text, const Words& texts)
{
    Words found;
    for (const auto& each : texts)
        if (text.find(each) != std::string::npos) found.push_back(each);
    return found;
}

}  // namespace xiaoan::test
