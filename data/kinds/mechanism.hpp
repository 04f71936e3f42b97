// The joint mechanism of departments: who answers for what, what was met about, agreed, asked for and handed over.
#pragma once

#include "data/kinds/department.hpp"
#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 会议类型.
enum class MeetingKind : std::uint8_t { not_given, joint, on_site, dispatch, other };
inline constexpr std::array meeting_kind_words{
    Word{"joint", "联席会议"},
    Word{"on_site", "现场会"},
    Word{"dispatch", "调度会"},
    Word{"other", "其他"},
};
template <>
inline constexpr std::span<const Word> words_of<MeetingKind>{meeting_kind_words};

/// Who speaks for a department: of the city where no county is given. Letters take the unit's name from here.
struct Contact {
    RecordId id;
    Department department{};
    Adcode county;
    std::string unit;  // 洮南市公安局交通警察大队
    std::string post;  // 分管负责人, 联络员
    PersonRef name;
    PersonRef phone;
    std::string note;
    Origin origin;
};

template <>
struct Kind<Contact> {
    static constexpr std::string_view key = "contacts", singular = "contact", zh = "联系人";
    static constexpr auto fields = FieldList{
        field_makers::field("department", "部门", &Contact::department, required),
        field_makers::field("county", "县区", &Contact::county),
        field_makers::field("unit", "单位全称", &Contact::unit, required),
        field_makers::field("post", "职责", &Contact::post),
        field_makers::field("name", "姓名", FieldType::person_name, &Contact::name),
        field_makers::field("phone", "联系电话", FieldType::phone, &Contact::phone),
        field_makers::field("note", "备注", &Contact::note),
    };
    static constexpr std::uint8_t key_0[] = {2, 3};  // unit, post
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// One meeting of the mechanism, in a room or where the trouble is. Attendance is by unit: no names of people.
struct Meeting {
    RecordId id;
    std::string number;
    MeetingKind kind{};
    DateCell held_on;
    Adcode county;  // that it is about; none: the whole city
    std::string place;
    std::string chair;    // the unit that presided
    std::string present;  // units, 、-separated
    std::string absent;
    std::string agreed;   // 议定事项
    std::string minutes;  // 纪要
    std::string items;    // entries of the task ledger, 、-separated
    std::string cases;    // numbers of cases, 、-separated
    Origin origin;
};

template <>
struct Kind<Meeting> {
    static constexpr std::string_view key = "meetings", singular = "meeting", zh = "会议";
    static constexpr auto fields = FieldList{
        field_makers::field("number", "会议编号", &Meeting::number, required),
        field_makers::field("kind", "会议类型", &Meeting::kind, required),
        field_makers::field("held_on", "召开日期", &Meeting::held_on, required),
        field_makers::field("county", "县区", &Meeting::county),
        field_makers::field("place", "地点", &Meeting::place),
        field_makers::field("chair", "主持单位", &Meeting::chair),
        field_makers::field("present", "参会单位", &Meeting::present),
        field_makers::field("absent", "缺席单位", &Meeting::absent),
        field_makers::field("agreed", "议定事项", &Meeting::agreed),
        field_makers::field("minutes", "会议纪要", &Meeting::minutes),
        field_makers::field("items", "任务序号", &Meeting::items),
        field_makers::field("cases", "督办编号", &Meeting::cases),
    };
    static constexpr std::uint8_t key_0[] = {0};  // number
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// What a meeting (or the bureau by itself) asked a department to do by a day.
struct Assignment {
    RecordId id;
    std::string number;
    std::string meeting;
    std::string item;         // entry of the task ledger
    std::string case_number;  // of the case that it serves
    Department department{};
    Adcode county;
    std::string what;
    DateCell due_on;
    DateCell done_on;
    std::string result;
    Origin origin;
};

template <>
struct Kind<Assignment> {
    static constexpr std::string_view key = "assignments", singular = "assignment", zh = "交办事项";
    static constexpr auto fields = FieldList{
        field_makers::field("number", "交办编号", &Assignment::number, required),
        field_makers::refers("meeting", "会议编号", "meetings", &Assignment::meeting),
        field_makers::field("item", "任务序号", &Assignment::item),
        field_makers::field("case", "督办编号", &Assignment::case_number),
        field_makers::field("department", "责任部门", &Assignment::department, required),
        field_makers::field("county", "县区", &Assignment::county),
        field_makers::field("what", "交办内容", &Assignment::what, required),
        field_makers::field("due_on", "完成时限", &Assignment::due_on),
        field_makers::field("done_on", "完成日期", &Assignment::done_on),
        field_makers::field("result", "完成情况", &Assignment::result),
    };
    static constexpr std::uint8_t key_0[] = {0};  // number
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

/// A matter handed from one department to another, until its receipt (移交回执) is back.
struct Handover {
    RecordId id;
    std::string number;
    std::string case_number;
    Department from{};
    Department to{};
    Adcode county;
    std::string what;
    DateCell handed_on;
    DateCell received_on;
    std::string receipt;  // number of the receipt
    std::string note;
    Origin origin;
};

template <>
struct Kind<Handover> {
    static constexpr std::string_view key = "handovers", singular = "handover", zh = "移交";
    static constexpr auto fields = FieldList{
        field_makers::field("number", "移交编号", &Handover::number, required),
        field_makers::field("case", "督办编号", &Handover::case_number),
        field_makers::field("from", "移交部门", &Handover::from, required),
        field_makers::field("to", "接收部门", &Handover::to, required),
        field_makers::field("county", "县区", &Handover::county),
        field_makers::field("what", "移交内容", &Handover::what, required),
        field_makers::field("handed_on", "移交日期", &Handover::handed_on, required),
        field_makers::field("received_on", "回执日期", &Handover::received_on),
        field_makers::field("receipt", "回执文号", &Handover::receipt),
        field_makers::field("note", "备注", &Handover::note),
    };
    static constexpr std::uint8_t key_0[] = {0};  // number
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
