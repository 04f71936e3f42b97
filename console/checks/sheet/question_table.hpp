// The table of questions and its lists of choices: the single source of every form of the check sheet.
#pragma once

#include "console/checks/sheet/question.hpp"

#include <array>

namespace xiaoan::checks::table {

inline constexpr std::array yes_no{Choice{"yes", "是", "Yes"}, Choice{"no", "否", "No"}};
inline constexpr std::array weather{Choice{"clear", "晴", "Clear"}, Choice{"cloudy", "阴", "Cloudy"},
                                    Choice{"rain", "雨", "Rain"},   Choice{"snow", "雪", "Snow"},
                                    Choice{"fog", "雾", "Fog"},     Choice{"ice", "路面结冰", "Ice on the road"}};
/// Who may take part in a joint check (regulations.md section 7, roles); the words are those of data::Department.
inline constexpr std::array departments{
    Choice{"education", "教育", "Education"}, Choice{"police_traffic", "公安交管", "Traffic police"},
    Choice{"transport", "交通运输", "Transport"}, Choice{"government", "县政府", "County government"},
    Choice{"township", "乡镇", "Township"}};
inline constexpr std::array alcohol{Choice{"none", "未检出", "None found"}, Choice{"found", "检出", "Found"},
                                    Choice{"not_tested", "未检测", "Not tested"}};
inline constexpr std::array extinguisher{Choice{"good", "有效", "In order"},
                                         Choice{"pressure", "压力不足", "Low pressure"},
                                         Choice{"expired", "过期", "Out of date"}, Choice{"absent", "没有", "Absent"}};
inline constexpr std::array positioning{Choice{"online", "在线", "On line"}, Choice{"offline", "不在线", "Off line"},
                                        Choice{"absent", "没有", "Absent"}};
/// In the order in which they are thought of: pupils first (D617 36, 51), then the vehicle.
inline constexpr std::array measures{Choice{"finish_run", "让其完成本趟", "Let the run finish"},
                                     Choice{"transfer", "转运学生", "Pupils transferred"},
                                     Choice{"release", "放行", "Released"},
                                     Choice{"corrected", "当场改正", "Corrected on the spot"},
                                     Choice{"impound", "扣留车辆", "Vehicle held by the police"},
                                     Choice{"hand_over", "移交", "Handed over"}};
inline constexpr std::array signatures{Choice{"signed", "已签字", "Signed"}, Choice{"refused", "拒绝签字", "Refused"},
                                       Choice{"absent", "不在场", "Not present"}};
/// What a check may find or refute; the words are ids of rules (regulations.md section 8).
inline constexpr std::array codes{Choice{"PERMIT-NONE", "无校车使用许可", "No school bus permit"},
                                  Choice{"PLATE-NONE", "无校车标牌", "No school bus plate"},
                                  Choice{"PLATE-EXPIRED", "校车标牌过期", "Plate expired"},
                                  Choice{"PLATE-MISMATCH-NUMBER", "标牌与车辆不符", "Plate of another vehicle"},
                                  Choice{"PLATE-MISMATCH-OWNER", "所有人与标牌不符", "Owner is not the plate's"},
                                  Choice{"PLATE-MISMATCH-DRIVER", "驾驶人与标牌不符", "Driver is not the plate's"},
                                  Choice{"PLATE-MISMATCH-ROUTE", "线路与标牌不符", "Route is not the plate's"},
                                  Choice{"PLATE-MISMATCH-TIME", "时间与标牌不符", "Time is not the plate's"},
                                  Choice{"DRIVER-UNQUALIFIED", "驾驶人无校车驾驶资格", "Driver not qualified"},
                                  Choice{"INSPECTION-OVERDUE", "逾期未检验", "Inspection overdue"},
                                  Choice{"OVER-CAPACITY", "超员", "Over capacity"},
                                  Choice{"ATTENDANT-NONE", "无随车照管人员", "No attendant"},
                                  Choice{"GPS-MISSING", "无卫星定位装置", "No positioning device"},
                                  Choice{"EQUIPMENT-MISSING", "安全设备缺失", "Safety equipment missing"},
                                  Choice{"PLATE-PLACE", "标牌放置不全", "Plate not in both places"},
                                  Choice{"PLATE-FORGED", "疑似伪造变造标牌", "Plate looks forged"},
                                  Choice{"ALCOHOL-FOUND", "驾驶人检出酒精", "Driver with alcohol"},
                                  Choice{"FRONT-SEAT", "副驾驶座有学生", "Pupil on the front seat"},
                                  Choice{"STOP-UNAPPROVED", "未在校车站点停靠", "Stop not approved"},
                                  Choice{"SUSPECT-CARRIAGE", "疑似非法接送学生", "Suspected illegal carriage"}};

struct List {
    std::string_view name;
    std::span<const Choice> choices;
};
inline constexpr std::array lists{
    List{"yes_no", yes_no},   List{"weather", weather},           List{"departments", departments},
    List{"alcohol", alcohol}, List{"extinguisher", extinguisher}, List{"positioning", positioning},
    List{"codes", codes},     List{"measures", measures},         List{"signatures", signatures}};

using enum Section;
using Type = QuestionType;

// Facts of the check itself come first: its number and day make, with the vehicle, the key of a row.
inline constexpr std::array questions{
    Question{"check", check, Type::text, "检查编号", "Check", {}, Filled::in_advance},
    Question{"date", check, Type::date, "检查日期", "Date", {}, Filled::in_advance},
    Question{"team", check, Type::whole, "检查组", "Team", {}, Filled::in_advance},
    Question{"place", check, Type::text, "检查地点", "Place", {}, Filled::in_advance},
    Question{"lon", check, Type::degrees, "经度", "Longitude", {}, Filled::in_advance},
    Question{"lat", check, Type::degrees, "纬度", "Latitude", {}, Filled::in_advance},
    Question{"from", check, Type::time, "到岗时间", "From", {}, Filled::in_advance},
    Question{"to", check, Type::time, "离岗时间", "To", {}, Filled::in_advance},
    Question{"time", check, Type::time, "检查时间", "Time of the check"},
    Question{"county", check, Type::county, "县区", "County", {}, Filled::in_advance},
    Question{"weather", check, Type::one_of, "天气", "Weather", "weather"},
    Question{"units", check, Type::several_of, "参加部门", "Departments present", "departments"},
    Question{"officers_two", check, Type::yes_no, "执法人员两人以上", "Two officers with powers"},
    Question{"members",
             check,
             Type::text,
             "检查人员、单位、执法证号",
             "Members, unit, certificate no.",
             {},
             Filled::on_paper},

    Question{"vehicle", vehicle, Type::text, "号牌号码", "Registration number", {}, Filled::in_advance},
    Question{"expected", vehicle, Type::yes_no, "预计经过", "Expected", {}, Filled::in_advance},
    Question{"met", vehicle, Type::yes_no, "查到车辆", "Met"},
    Question{"inspection_valid", vehicle, Type::yes_no, "检验在有效期内", "Inspection in date"},
    Question{"colour", vehicle, Type::text, "车身颜色", "Colour"},
    Question{"vehicle_type", vehicle, Type::text, "车辆类型", "Vehicle type"},
    Question{"vin_tail", vehicle, Type::text, "车架号末六位", "Last 6 of the VIN"},
    Question{"use_code", vehicle, Type::text, "使用性质", "Use"},

    Question{"plate_front", plate, Type::yes_no, "前风窗有标牌", "Plate in front"},
    Question{"plate_rear", plate, Type::yes_no, "后窗有标牌", "Plate in the rear"},
    Question{"plate_genuine", plate, Type::yes_no, "标牌未见伪造变造", "Plate looks genuine"},
    Question{"plate_number", plate, Type::yes_no, "标牌号牌号码相符", "Plate: number"},
    Question{"plate_owner", plate, Type::yes_no, "标牌所有人相符", "Plate: owner"},
    Question{"plate_driver", plate, Type::yes_no, "标牌驾驶人相符", "Plate: driver"},
    Question{"plate_route", plate, Type::yes_no, "标牌线路相符", "Plate: route"},
    Question{"plate_time", plate, Type::yes_no, "标牌运行时间相符", "Plate: time"},
    Question{"plate_stops", plate, Type::yes_no, "标牌站点相符", "Plate: stops"},
    Question{"plate_issuer", plate, Type::yes_no, "标牌发牌单位相符", "Plate: issuer"},
    Question{"plate_valid", plate, Type::yes_no, "标牌在有效期内", "Plate in date"},
    Question{"permit_number", plate, Type::text, "出示的许可编号", "Permit shown"},

    Question{"driver_person", driver, Type::text, "驾驶人姓名、证号", "Driver, licence no.", {}, Filled::on_paper},
    Question{"licence_class", driver, Type::text, "准驾车型", "Licence class"},
    Question{"driver_endorsed", driver, Type::yes_no, "准许驾驶校车", "Endorsed"},
    Question{"attendant", driver, Type::yes_no, "有随车照管人员", "Attendant aboard"},
    Question{"alcohol", driver, Type::one_of, "酒精检测", "Alcohol test", "alcohol"},

    Question{"seats", load, Type::whole, "核载人数", "Authorised"},
    Question{"counted", load, Type::whole, "实载人数", "Counted persons"},
    Question{"pupils", load, Type::whole, "其中学生人数", "Of them pupils"},
    Question{"pupils_by_school", load, Type::text, "学校、年级与人数", "By school, grade"},

    Question{"lamps", equipment, Type::yes_no, "标志灯", "Lamps"},
    Question{"stop_sign", equipment, Type::yes_no, "停车指示标志", "Stop arm"},
    Question{"hammer", equipment, Type::yes_no, "安全锤", "Hammer"},
    Question{"first_aid", equipment, Type::yes_no, "急救箱", "First-aid kit"},
    Question{"recorder", equipment, Type::yes_no, "行驶记录仪", "Recorder"},
    Question{"belts", equipment, Type::yes_no, "安全带齐全有效", "Belts in order"},
    Question{"front_seat_free", equipment, Type::yes_no, "副驾驶无学生", "No pupil in front"},
    Question{"extinguisher", equipment, Type::one_of, "灭火器", "Extinguisher", "extinguisher"},
    Question{"positioning", equipment, Type::one_of, "卫星定位", "Positioning", "positioning"},

    Question{"on_route", route, Type::yes_no, "按审核线路行驶", "On its route"},
    Question{"at_stop", route, Type::yes_no, "在校车站点停靠", "At its stop"},

    Question{"fee", fee, Type::yes_no, "收取费用", "Fee taken"},
    Question{"fee_how", fee, Type::text, "收费方式与金额", "How, how much"},

    Question{"photo_front", evidence, Type::photo, "照片：车头", "Photo: front"},
    Question{"photo_rear", evidence, Type::photo, "照片：车尾", "Photo: rear"},
    Question{"photo_plate", evidence, Type::photo, "照片：标牌", "Photo: plate"},
    Question{"photo_interior", evidence, Type::photo, "照片：车内", "Photo: interior"},
    Question{"photo_load", evidence, Type::photo, "照片：清点人数", "Photo: head count"},
    Question{"statement_taken", evidence, Type::yes_no, "已作询问笔录", "Statement taken"},

    Question{"found", result, Type::several_of, "发现的问题", "Found", "codes"},
    Question{"cleared", result, Type::several_of, "核实不存在的问题", "Found not so", "codes"},
    Question{"measures", result, Type::several_of, "现场措施", "Measures", "measures"},
    Question{"handed_to", result, Type::one_of, "移交部门", "Handed to", "departments"},
    Question{"document", result, Type::text, "受理部门文号", "Its document no."},
    Question{"signed", result, Type::one_of, "当事人签字", "Driver's signature", "signatures"},
    Question{"note", result, Type::text, "备注（不写姓名）", "Note (no names)"},
};

}  // namespace xiaoan::checks::table
