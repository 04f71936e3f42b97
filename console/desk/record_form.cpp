#include "console/desk/record_form.hpp"

#include "console/rules/wording.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"
#include "data/intake/hand_entry.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace xiaoan::desk {

namespace {

using data::FieldType;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view dialog_id = "record";
constexpr float dialog_px = 640, label_px = 84, low_px = 560;
// What is told in sentences has room of its own.
constexpr std::array<std::string_view, 6> long_fields{"agreed", "minutes", "what", "result", "note", "present"};

bool is_long(const data::FieldInfo& field)
{
    return field.type == FieldType::text && std::ranges::find(long_fields, field.key) != long_fields.end();
}

bool is_key(const data::KindInfo& kind, std::size_t field)
{
    return std::ranges::find(kind.keys[0], field) != kind.keys[0].end();
}

data::SentenceLanguage sentence_language(const Frame& frame)
{
    return frame.language == language::Language::zh ? data::SentenceLanguage::zh : data::SentenceLanguage::en;
}

/// The key of the record as it is typed: that of a record to change never changes.
std::string typed_key(const RecordForm& form)
{
    if (!form.key.empty()) return form.key;
    std::string key;
    for (const auto field : form.kind->keys[0]) key += (field == form.kind->keys[0][0] ? "" : "/") + form.texts[field];
    return key;
}

/// One drawing of the form: what its parts share.
class Pass {
public:
    Pass(RecordForm& form, const Frame& frame)
        : form_(form),
          frame_(frame),
          ui_(frame.ui),
          low_(ui_.screen.y < ui_.px(low_px)),
          line_(ui_.px(low_ ? 28 : 32)),
          area_(low_ ? line_ : ui_.px(46)),
          gap_(ui_.px(low_ ? 4 : 8))
    {
    }

    float draw(Point at, float width)
    {
        at_ = at;
        left_ = at.x;
        width_ = width;
        const float half = std::floor((width - ui_.px(20)) / 2);
        bool right = false;
        for (std::size_t i = 0; i < form_.kind->fields.size(); ++i) {
            if (is_long(form_.kind->fields[i])) continue;
            draw_field(i,
                       {left_ + (right ? half + ui_.px(20) : 0), at_.y, left_ + (right ? width : half), at_.y + line_});
            if (right) at_.y += line_ + gap_;
            right = !right;
        }
        if (right) at_.y += line_ + gap_;
        for (std::size_t i = 0; i < form_.kind->fields.size(); ++i)
            if (is_long(form_.kind->fields[i])) draw_area(i);
        if (!form_.wrong.empty())
            at_.y += ui_.px(4) + shell::draw_paragraph(ui_, {left_, at_.y + ui_.px(4)}, width_,
                                                       {.font = FontRole::label, .color = ui_.theme.stop.text},
                                                       form_.wrong, 20);
        return at_.y - at.y;
    }

private:
    [[nodiscard]] std::string label_of(const data::FieldInfo& field) const
    {
        std::string label{frame_.tr("field." + std::string{form_.kind->singular} + "." + std::string{field.key})};
        return field.required ? label + " *" : label;
    }
    void draw_label(const data::FieldInfo& field, const Rect& where) const
    {
        shell::draw_text_fitted(ui_, where, Align::left, {.font = FontRole::label, .color = ui_.theme.muted},
                                label_of(field));
    }
    [[nodiscard]] bool is_wrong(const data::FieldInfo& field) const { return form_.wrong_field == field.key; }

    void draw_field(std::size_t i, const Rect& where)
    {
        const data::FieldInfo& field = form_.kind->fields[i];
        draw_label(field, {where.x0, where.y0, where.x0 + ui_.px(label_px - 6), where.y1});
        const Rect box{where.x0 + ui_.px(label_px), where.y0, where.x1, where.y1};
        if (!field.words.empty()) return draw_choice(i, word_choices(field), box);
        if (field.type == FieldType::county) return draw_choice(i, county_choices(), box);
        const bool fixed = !form_.key.empty() && is_key(*form_.kind, i);
        (void)shell::text_input(ui_, field.key, form_.texts[i], box,
                                {.hint = hint_of(field), .enabled = !fixed, .wrong = is_wrong(field)});
    }

    [[nodiscard]] std::string_view hint_of(const data::FieldInfo& field) const
    {
        if (field.type == FieldType::date) return frame_.tr("record.hint.date");
        if (data::is_personal(field.type) && !form_.key.empty()) return frame_.tr("record.hint.personal");
        return {};
    }

    [[nodiscard]] std::vector<std::string> word_choices(const data::FieldInfo& field) const
    {
        std::vector<std::string> all;
        const std::string begin = "word." + std::string{form_.kind->singular} + "." + std::string{field.key} + ".";
        for (const auto& word : field.words) all.emplace_back(frame_.tr(begin + std::string{word.word}));
        return all;
    }
    [[nodiscard]] std::vector<std::string> county_choices() const
    {
        std::vector<std::string> all;
        for (const auto& each : frame_.snapshot().region->counties)
            all.push_back(rules::county_name(frame_.snapshot(), each.adcode, frame_.language));
        return all;
    }

    void draw_choice(std::size_t i, const std::vector<std::string>& choices, const Rect& box)
    {
        const data::FieldInfo& field = form_.kind->fields[i];
        std::vector<shell::MenuRow> rows;
        if (!field.required) rows.push_back({.label = "—", .chosen = form_.texts[i].empty()});
        for (const std::string& each : choices) rows.push_back({.label = each, .chosen = each == form_.texts[i]});
        const std::string value = form_.texts[i].empty() ? "—" : form_.texts[i];
        if (const auto picked = shell::drop_down(ui_, field.key, {}, value, rows, box))
            form_.texts[i] = !field.required && *picked == 0 ? std::string{} : rows[*picked].label;
    }

    void draw_area(std::size_t i)
    {
        const data::FieldInfo& field = form_.kind->fields[i];
        draw_label(field, {left_, at_.y, left_ + ui_.px(label_px - 6), at_.y + line_});
        const Rect box{left_ + ui_.px(label_px), at_.y, left_ + width_, at_.y + area_};
        const shell::InputLook look{.wrong = is_wrong(field)};
        (void)(low_ ? shell::text_input(ui_, field.key, form_.texts[i], box, look)
                    : shell::text_area(ui_, field.key, form_.texts[i], box, look));
        at_.y += area_ + gap_;
    }

    RecordForm& form_;
    const Frame& frame_;
    const shell::Ui& ui_;
    bool low_;  // a low window: everything is closer, long texts have one line
    float line_, area_, gap_;
    Point at_{};
    float left_ = 0, width_ = 0;
};

/// The command, or what is wrong with what was typed, in the form.
std::optional<data::PutRecord> written(RecordForm& form, const Frame& frame)
{
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < form.texts.size(); ++i)
        if (form.texts[i] != form.before[i])
            fields.push_back(std::string{form.kind->fields[i].key} + "=" + form.texts[i]);
    auto put = data::read_hand_entry(form.kind->key, typed_key(form), fields, *frame.snapshot().region);
    if (!put) {
        form.wrong = data::issue_text(put.error(), sentence_language(frame));
        form.wrong_field = put.error().column;
        return std::nullopt;
    }
    put->only_new = form.key.empty();
    return *std::move(put);
}

/// Whether all that is required of a new record stands there.
bool is_complete(const RecordForm& form)
{
    for (std::size_t i = 0; i < form.texts.size(); ++i)
        if (form.kind->fields[i].required && form.texts[i].empty() && form.before[i].empty()) return false;
    return true;
}

}  // namespace

void open_record_form(RecordForm& form, const data::KindInfo& kind, std::string key, std::vector<std::string> held,
                      const std::vector<std::pair<std::string, std::string>>& given)
{
    form = {};
    form.opening = true;
    form.kind = &kind;
    form.key = std::move(key);
    held.resize(kind.fields.size());
    form.before = held;
    form.texts = std::move(held);
    for (const auto& [field, text] : given)
        if (const auto at = kind.field(field)) form.texts[*at] = text;
}

Requests draw_record_form(RecordForm& form, const Frame& frame)
{
    if (form.kind == nullptr) return {};
    if (std::exchange(form.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) return {};
    const bool ready = is_complete(form) && form.texts != form.before;
    const std::array buttons{shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
                             shell::DialogButton{.id = "put",
                                                 .label = frame.tr("record.put"),
                                                 .primary = true,
                                                 .enabled = ready,
                                                 .reason = ready ? std::string_view{} : frame.tr("record.incomplete")}};
    const std::string kind{frame.tr("kind." + std::string{form.kind->key})};
    const std::string title = frame.tr(form.key.empty() ? "record.title.new" : "record.title.change", {kind, form.key});
    Pass pass(form, frame);
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = title, .width = dialog_px},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    Requests asked;
    if (pressed == "put") {
        auto put = written(form, frame);
        if (!put) return asked;  // the form says what is wrong
        asked.emplace_back(data::Command{*std::move(put)});
    }
    if (pressed) shell::close_dialog();
    return asked;
}

}  // namespace xiaoan::desk
