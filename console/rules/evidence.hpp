// Gathers the facts behind a finding: fields of records as the register stores them, each with its file and row.
#pragma once

#include "console/rules/finding.hpp"
#include "data/kinds/record_values.hpp"
#include "data/register/snapshot.hpp"

#include <type_traits>

namespace xiaoan::rules {

class EvidenceList {
public:
    explicit EvidenceList(const data::Snapshot& snapshot) : snapshot_(snapshot) {}

    /// Fields of one record, named by their members: add(permit, &Permit::decided_on, &Permit::valid_to).
    template <class Record, class... Members>
    EvidenceList& add(const Record& record, Members Record::*... members)
    {
        (add_field(record, members), ...);
        return *this;
    }
    /// Says that the register holds no such record: "permit", "run".
    EvidenceList& absent(std::string_view what);

    [[nodiscard]] std::vector<Evidence> take() { return std::move(list_); }

private:
    template <class Record, class Member>
    void add_field(const Record& record, Member Record::* member)
    {
        const auto add_if_same = [&](const auto& field) {
            if constexpr (std::is_same_v<decltype(field.member), Member Record::*>) {
                if (field.member != member) return;
                if constexpr (std::is_same_v<Member, data::PersonRef>)
                    add_person(data::Kind<Record>::singular, field.info, record.*member, record.origin);
                else
                    add_value(data::Kind<Record>::singular, field.info.key, data::value_of(record.*member),
                              record.origin);
            }
        };
        data::Kind<Record>::fields.apply([&](const auto&... each) { (add_if_same(each), ...); });
    }
    void add_value(std::string_view record, std::string_view key, const data::Value& value, data::Origin origin);
    void add_person(std::string_view record, const data::FieldInfo& field, data::PersonRef person, data::Origin origin);

    const data::Snapshot& snapshot_;
    std::vector<Evidence> list_;
};

/// A value as text: whole numbers and numbers in their shortest form, nothing for what is not given.
[[nodiscard]] std::string text_of(const data::Value& value);

}  // namespace xiaoan::rules
