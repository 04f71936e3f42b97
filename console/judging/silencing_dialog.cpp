#include "console/judging/silencing_dialog.hpp"

#include "console/checks/suspects.hpp"
#include "console/judging/rule_rows.hpp"
#include "console/language/wording.hpp"
#include "console/rules/sentence.hpp"
#include "console/rules/stranger.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/choice.hpp"
#include "console/shell/widgets/comparison.hpp"
#include "console/shell/widgets/dialog.hpp"
#include "console/shell/widgets/field.hpp"
#include "console/shell/widgets/menu.hpp"
#include "console/water/gap_rules.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

namespace xiaoan::judging {

namespace {

using desk::Frame;
using shell::Align;
using shell::FontRole;
using shell::Point;
using shell::Rect;

constexpr std::string_view dialog_id = "silencing";
constexpr float line_px = 32, label_px = 84, reason_px = 64;
constexpr int usual_days = 30;
constexpr std::array<std::string_view, 3> kind_words{"waived", "appeal", "out_of_service"};

std::span<const rules::Finding> findings_of(const desk::Derived& derived, std::string_view registration_number)
{
    const auto bus = derived.dossiers.find(registration_number);
    return bus < derived.dossiers.size() ? derived.findings_of(bus) : std::span<const rules::Finding>{};
}

/// Whether it is about a vehicle in no register: there is one finding, which can be waived.
bool is_of_stranger(const SilencingDialog& dialog)
{
    return dialog.rule == rules::rule_of_strangers;
}

/// Whether it is about a gap of a water, which can be waived.
bool is_of_water(const SilencingDialog& dialog)
{
    return water::find_gap_rule(dialog.rule) != nullptr;
}

/// What a water lacks that is not set aside.
std::vector<water::Lack> lacks_of(const desk::Derived& derived, std::string_view code)
{
    const auto& waters = derived.snapshot->all<data::Water>();
    const auto water = std::ranges::find(waters, code, &data::Water::code);
    if (water == waters.end()) return {};
    auto lacks = water::lacks_of(*water, water::gap_basis(derived.dossiers.judging(), derived.as_of));
    std::erase_if(lacks, [](const water::Lack& lack) { return lack.waiver != nullptr; });
    return lacks;
}

std::string lack_title(const water::Lack& lack, language::Language language)
{
    const std::string title{language::tr(language, "rule." + std::string{lack.rule->id} + ".title")};
    return lack.unverified ? language::tr(language, "rule.gap", {title}) : title;
}

bool stands(const desk::Derived& derived, const SilencingDialog& dialog)
{
    if (is_of_water(dialog)) {
        const auto lacks = lacks_of(derived, dialog.registration_number);
        return std::ranges::any_of(lacks, [&](const water::Lack& lack) { return lack.rule_id() == dialog.rule; });
    }
    if (is_of_stranger(dialog))
        return std::ranges::any_of(derived.suspects->suspects, [&](const checks::Suspect& each) {
            return each.registration_number == dialog.registration_number;
        });
    return std::ranges::any_of(findings_of(derived, dialog.registration_number),
                               [&](const auto& finding) { return rules::rule_id(finding) == dialog.rule; });
}

/// One drawing of the dialog's content.
class Pass {
public:
    Pass(SilencingDialog& dialog, const Frame& frame) : dialog_(dialog), frame_(frame), ui_(frame.ui) {}

    float draw(Point at, float width)
    {
        at_ = at;
        width_ = width;
        if (!is_of_stranger(dialog_) && !is_of_water(dialog_)) draw_kinds(line("silenced.kind", width));
        draw_finding(line("list.problem", width));
        const float dates = shell::date_field_width(ui_, {}) + ui_.px(label_px);
        if (dialog_.kind == SilencingKind::waived)
            dialog_.from_on = frame_.derived.as_of;
        else
            (void)shell::date_field(ui_, "from", dialog_.from_on, dialog_.from_field, line("silencing.from", dates));
        (void)shell::date_field(ui_, "until", dialog_.until_on, dialog_.until_field, line("silencing.until", dates));
        at_.y += shell::section_heading(ui_, at_, frame_.tr("silenced.reason"));
        (void)shell::text_area(ui_, "reason", dialog_.reason, shell::rect_at(at_.x, at_.y, width, ui_.px(reason_px)),
                               {.hint = frame_.tr("silencing.reason.hint"), .take_focus = ImGui::IsWindowAppearing()});
        at_.y += ui_.px(reason_px) + ui_.px(10);
        at_.y += shell::draw_paragraph(ui_, at_, width, {.font = FontRole::label, .color = ui_.theme.muted},
                                       frame_.tr("silencing.stays_listed"), 20);
        return at_.y - at.y;
    }

private:
    Rect line(std::string_view key, float width)
    {
        shell::draw_text(ui_, shell::rect_at(at_.x, at_.y, ui_.px(label_px), ui_.px(line_px)), Align::left,
                         {.font = FontRole::label, .color = ui_.theme.muted}, frame_.tr(key));
        const Rect where{at_.x + ui_.px(label_px), at_.y, at_.x + width, at_.y + ui_.px(line_px)};
        at_.y += ui_.px(line_px + 8);
        return where;
    }

    void draw_kinds(const Rect& kinds)
    {
        std::array<shell::Segment, kind_words.size()> segments{};
        std::array<std::string, kind_words.size()> labels;
        for (std::size_t i = 0; i < kind_words.size(); ++i) {
            labels[i] = frame_.tr("silence.kind." + std::string{kind_words[i]});
            segments[i] = {labels[i], static_cast<std::size_t>(dialog_.kind) == i};
        }
        if (const auto picked = shell::segments(ui_, "kind", segments, kinds))
            dialog_.kind = static_cast<SilencingKind>(*picked);
    }

    /// The findings that stand; an appeal or a stop may hold for all of them.
    void draw_finding(const Rect& where)
    {
        std::vector<shell::MenuRow> rows;
        std::vector<std::string> ids;
        if (dialog_.kind != SilencingKind::waived) {
            rows.push_back({.label = std::string{frame_.tr("silencing.all_findings")}, .chosen = dialog_.rule.empty()});
            ids.emplace_back();
        }
        for (const rules::Finding& finding : findings_of(frame_.derived, dialog_.registration_number)) {
            ids.push_back(rules::rule_id(finding));
            rows.push_back({.label = rules::title(frame_.language, finding), .chosen = dialog_.rule == ids.back()});
        }
        if (is_of_water(dialog_))
            for (const water::Lack& lack : lacks_of(frame_.derived, dialog_.registration_number)) {
                ids.push_back(lack.rule_id());
                rows.push_back({.label = lack_title(lack, frame_.language), .chosen = dialog_.rule == ids.back()});
            }
        if (is_of_stranger(dialog_)) {
            ids.push_back(dialog_.rule);
            rows.push_back({.label = std::string{frame_.tr("rule.SUSPECT-CARRIAGE.title")}, .chosen = true});
        }
        const auto chosen = std::ranges::find(rows, true, &shell::MenuRow::chosen);
        const std::string value = chosen != rows.end() ? chosen->label : std::string{frame_.tr("silencing.choose")};
        if (const auto picked = shell::drop_down(ui_, "finding", {}, value, rows, where)) dialog_.rule = ids[*picked];
    }

    SilencingDialog& dialog_;
    const Frame& frame_;
    const shell::Ui& ui_;
    Point at_{};
    float width_ = 0;
};

/// Why it cannot be done as it is written; nothing where it can.
std::string why_not(const SilencingDialog& dialog, const Frame& frame)
{
    const bool waives = dialog.kind == SilencingKind::waived;
    if ((waives || !dialog.rule.empty()) && !stands(frame.derived, dialog))
        return std::string{frame.tr("silencing.finding_needed")};
    if (dialog.until_on < dialog.from_on)
        return frame.tr("rejected.until_before_from", {data::iso(dialog.until_on), data::iso(dialog.from_on)});
    if (dialog.reason.find_first_not_of(" \t\n") == std::string::npos)
        return std::string{frame.tr("silencing.reason_needed")};
    return {};
}

}  // namespace

void begin_silencing(SilencingDialog& dialog, const desk::Derived& derived, std::string registration_number,
                     std::string rule)
{
    dialog = {};
    dialog.opening = true;
    dialog.registration_number = std::move(registration_number);
    dialog.rule = std::move(rule);
    const auto findings = findings_of(derived, dialog.registration_number);
    if (!stands(derived, dialog) && !findings.empty()) dialog.rule = rules::rule_id(findings.front());
    dialog.from_on = derived.as_of;
    dialog.until_on = derived.as_of + std::chrono::days{usual_days};
}

desk::Requests draw_silencing_dialog(SilencingDialog& dialog, const Frame& frame)
{
    if (std::exchange(dialog.opening, false)) shell::open_dialog(dialog_id);
    if (!shell::dialog_is_open(dialog_id)) return {};
    const std::string reason = why_not(dialog, frame);
    const std::array buttons{shell::DialogButton{.id = "cancel", .label = frame.tr("window.cancel"), .cancels = true},
                             shell::DialogButton{.id = "silence",
                                                 .label = frame.tr("silencing.do"),
                                                 .primary = true,
                                                 .enabled = reason.empty(),
                                                 .reason = reason}};
    Pass pass(dialog, frame);
    const auto title = frame.tr("silencing.title", {shown_subject(dialog.registration_number, dialog.rule)});
    const auto pressed = shell::dialog(
        frame.ui, dialog_id, {.title = title, .width = 520},
        [&](Point at, float width) { return pass.draw(at, width); }, buttons);
    if (!pressed) return {};
    shell::close_dialog();
    if (pressed != "silence") return {};
    return {
        desk::Judge{data::SilenceFindings{std::string{kind_words[static_cast<std::size_t>(dialog.kind)]}, dialog.rule,
                                          dialog.registration_number, dialog.from_on, dialog.until_on, dialog.reason}}};
}

}  // namespace xiaoan::judging
