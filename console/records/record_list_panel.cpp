// The list of one kind: choice of the kind, filter, table, and what can be done with the chosen record.
#include "console/language/wording.hpp"
#include "console/records/form_layout.hpp"
#include "console/records/records_panel.hpp"
#include "console/rules/field_words.hpp"
#include "console/shell/shapes.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/button.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"
#include "data/export/export_csv.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::records {

namespace {

using desk::Frame;
using desk::Requests;
using language::grouped;
using shell::Align;
using shell::FontRole;
using shell::Rect;

constexpr float head_px = 42, side_px = 14, search_px = 260;

/// How wide a column of this type is.
float column_width(const data::FieldInfo& field)
{
    switch (field.type) {
    case data::FieldType::date: return 132;
    case data::FieldType::time:
    case data::FieldType::count:
    case data::FieldType::answer: return 104;
    case data::FieldType::county: return 112;
    case data::FieldType::word: return 120;
    case data::FieldType::timestamp: return 176;
    case data::FieldType::vin:
    case data::FieldType::uscc: return 190;
    case data::FieldType::licence_number: return 196;
    case data::FieldType::registration_number: return 130;
    default: return 160;
    }
}

bool is_number(data::FieldType type)
{
    using data::FieldType;
    return type == FieldType::count || type == FieldType::number || type == FieldType::longitude ||
           type == FieldType::latitude;
}

/// One drawing of the list: what its parts share.
class Pass {
public:
    Pass(RecordsState& state, const Frame& frame, const Rect& where)
        : state_(state), frame_(frame), ui_(frame.ui), where_(where), kind_(*state.kind)
    {
    }

    Requests draw()
    {
        state_.list.look_at(frame_.derived.snapshot,
                            {&kind_, frame_.filter.county, state_.text, state_.sort, state_.descending},
                            frame_.language);
        state_.list.work();
        if (!state_.list.complete()) ui_.pulse.frame_within(0);
        draw_head({where_.x0, where_.y0, where_.x1, where_.y0 + ui_.px(head_px)});
        draw_table({where_.x0, where_.y0 + ui_.px(head_px), where_.x1, where_.y1});
        return std::move(asked_);
    }

private:
    void draw_head(const Rect& head)
    {
        float x = head.x0 + ui_.px(side_px);
        const float y = head.y0 + ui_.px(7), height = ui_.px(28);
        draw_kind(shell::rect_at(x, y, ui_.px(190), height));
        x += ui_.px(190 + 10);
        const auto add = frame_.tr("entry.new");
        const shell::ButtonLook look{.primary = true,
                                     .enabled = !frame_.known_at,
                                     .key_hint = "Ctrl+N",
                                     .reason = frame_.why_read_only(),
                                     .padding = 12};
        float right = head.x1 - ui_.px(side_px);
        const auto button = [&](const char* id, std::string_view label, const shell::ButtonLook& of) {
            const float width = shell::button_width(ui_, label, of);
            right -= width;
            const bool pressed = shell::button(ui_, id, label, shell::rect_at(right, y, width, height), of);
            right -= ui_.px(8);
            return pressed;
        };
        if (button("new", add, look)) asked_.push_back(desk::BeginEntry{std::string{kind_.key}, {}});
        if (button("export", frame_.tr("export.begin"), {.key_hint = "Ctrl+Shift+E", .padding = 12}))
            asked_.push_back(desk::BeginExport{std::string{kind_.key}});
        const float room = right - ui_.px(4) - x;
        const Rect search = shell::rect_at(x, y, std::min(ui_.px(search_px), room), height);
        (void)shell::text_input(ui_, "filter", state_.text, search,
                                {.hint = frame_.tr("records.filter"), .icon = shell::Icon::search});
        shell::draw_text_fitted(ui_, Rect{search.x1 + ui_.px(12), head.y0, right - ui_.px(4), head.y1}, Align::left,
                                {.font = FontRole::label, .color = ui_.theme.muted}, count_text());
    }

    [[nodiscard]] std::string count_text() const
    {
        const auto& list = state_.list;
        if (!list.complete()) return std::string{frame_.tr("records.searching")};
        return frame_.tr("records.count", {grouped(list.rows().size()), grouped(list.all())});
    }

    void draw_kind(const Rect& where)
    {
        std::vector<shell::MenuRow> rows;
        for (const data::KindInfo* each : data::kinds())
            rows.push_back({.label = std::string{frame_.tr(fmt::format("kind.{}", each->key))},
                            .side = grouped(data::record_count(frame_.snapshot(), *each)),
                            .chosen = each == &kind_});
        const auto picked =
            shell::drop_down(ui_, "kind", {}, frame_.tr(fmt::format("kind.{}", kind_.key)), rows, where);
        if (!picked) return;
        state_.kind = data::kinds()[*picked];
        state_.selected.reset();
        state_.sort.reset();
        state_.table = {};
    }

    void draw_table(const Rect& where)
    {
        fields_ = list_fields(kind_);
        std::vector<shell::TableColumn> columns;
        for (const std::size_t field : fields_) {
            const data::FieldInfo& info = kind_.fields[field];
            columns.push_back({.id = std::string{info.key},
                               .head = std::string{rules::field_label(kind_, field, frame_.language)},
                               .width = column_width(info),
                               .grows = info.type == data::FieldType::text || info.type == data::FieldType::reference,
                               .align = is_number(info.type) ? Align::right : Align::left});
        }
        if (!std::ranges::any_of(columns, &shell::TableColumn::grows)) columns.back().grows = true;
        const auto& listed = state_.list.rows();
        shell::TableRows rows;
        rows.count = listed.size();
        rows.selected = selected_row();
        rows.text = [&](std::size_t row, std::size_t column) {
            return state_.list.shown(listed[row], fields_[column]);
        };
        rows.menu = [&](std::size_t) {
            const bool open = !frame_.known_at;
            return std::vector<shell::MenuRow>{
                {.label = std::string{frame_.tr("entry.edit")}, .side = "Enter", .enabled = open},
                {.label = std::string{frame_.tr("entry.retire")}, .enabled = open},
                {.label = std::string{frame_.tr("dossier.history")}}};
        };
        rows.empty = frame_.tr(state_.text.empty() ? "records.none" : "records.none_found");
        const auto events = shell::table(ui_, "records", where, columns, state_.table, rows);
        if (events.sort_changed) sort_by();
        if (events.selected) {
            state_.selected = state_.list.records().id(listed[*events.selected]);
            state_.detail_open = true;
        }
        if (events.opened && !frame_.known_at) ask_entry(listed[*events.opened]);
        if (!events.menu_row) return;
        const std::size_t record = listed[*events.menu_row];
        if (events.menu_entry == 0) ask_entry(record);
        if (events.menu_entry == 1)
            asked_.push_back(desk::BeginRetire{std::string{kind_.key}, state_.list.records().id(record)});
        if (events.menu_entry == 2)
            asked_.push_back(desk::ShowHistory{std::string{kind_.key}, state_.list.records().key(record)});
    }

    void sort_by()
    {
        const auto field = kind_.field(state_.table.sort_id);
        state_.sort = field;
        state_.descending = state_.table.descending;
    }

    void ask_entry(std::size_t record)
    {
        asked_.push_back(desk::BeginEntry{std::string{kind_.key}, state_.list.records().id(record)});
    }

    [[nodiscard]] std::optional<std::size_t> selected_row() const
    {
        if (!state_.selected) return std::nullopt;
        const auto record = state_.list.records().find(*state_.selected);
        const auto& rows = state_.list.rows();
        if (!record) return std::nullopt;
        // In the order of the register ids ascend; sorted by a column they are looked for one by one.
        const auto found = state_.sort ? std::ranges::find(rows, *record) : std::ranges::lower_bound(rows, *record);
        return found != rows.end() && *found == *record ? std::optional{static_cast<std::size_t>(found - rows.begin())}
                                                        : std::nullopt;
    }

    RecordsState& state_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Rect where_;
    const data::KindInfo& kind_;
    std::vector<std::size_t> fields_;
    Requests asked_;
};

}  // namespace

Requests draw_record_list(RecordsState& state, const Frame& frame, const Rect& where)
{
    return Pass(state, frame, where).draw();
}

}  // namespace xiaoan::records
