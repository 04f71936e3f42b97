// Progress of the three-year plan by county (formats.md 1.11).
#pragma once

#include "data/kinds/field.hpp"

namespace xiaoan::data {

/// 进度.
enum class ProgressState : std::uint8_t { not_given, not_started, under_way, done, lasting };
inline constexpr std::array progress_state_words{
    Word{"not_started", "未开始"},
    Word{"under_way", "进行中"},
    Word{"done", "已完成"},
    Word{"lasting", "长期坚持"},
};
template <>
inline constexpr std::span<const Word> words_of<ProgressState>{progress_state_words};

/// How far a county is with one item of the plan.
struct Progress {
    RecordId id;
    std::string item;
    Adcode county;
    ProgressState state{};
    DateCell done_on;
    std::string note;
    Origin origin;
};

template <>
struct Kind<Progress> {
    static constexpr std::string_view key = "progress", singular = "progress", zh = "任务进展";
    static constexpr auto fields = FieldList{
        field_makers::field("item", "序号", &Progress::item, required),
        field_makers::field("county", "县区", &Progress::county, required),
        field_makers::field("state", "进度", &Progress::state),
        field_makers::field("done_on", "完成日期", &Progress::done_on),
        field_makers::field("note", "说明", &Progress::note),
    };
    static constexpr std::uint8_t key_0[] = {0, 1};  // item, county
    static constexpr std::span<const std::uint8_t> keys[] = {key_0};
};

}  // namespace xiaoan::data
