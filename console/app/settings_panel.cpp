#include "console/app/settings_panel.hpp"

#include "console/language/wording.hpp"
#include "console/shell/region.hpp"
#include "console/shell/text.hpp"
#include "console/shell/widgets/checkbox.hpp"
#include "console/shell/widgets/comparison.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace xiaoan::app {

namespace {

constexpr std::array zooms{0.8F, 0.9F, 1.0F, 1.25F, 1.5F, 2.0F};

/// Radio buttons beside each other under a heading.
class Choices {
public:
    Choices(const desk::Frame& frame, float x, float y, float width)
        : frame_(frame), ui_(frame.ui), left_(x), right_(x + width), y_(y)
    {
    }

    void heading(std::string_view key)
    {
        y_ += shell::section_heading(ui_, {left_, y_}, frame_.tr(key));
        x_ = left_;
    }
    bool choice(std::string_view id, std::string_view label, bool on)
    {
        const float width = shell::text_width(ui_, shell::FontRole::body, label) + ui_.px(44);
        if (x_ > left_ && x_ + width > right_) {
            x_ = left_;
            y_ += ui_.px(shell::checkbox_height_px);
        }
        const bool pressed = shell::radio(ui_, id, label, on, {x_, y_});
        x_ += width;
        return pressed;
    }
    void end_of_choices() { y_ += ui_.px(shell::checkbox_height_px + 14); }
    void fact(std::string_view key, const std::string& value)
    {
        y_ += shell::fact_row(ui_, {left_, y_}, right_ - left_, frame_.tr(key), value);
    }
    void gap() { y_ += ui_.px(14); }
    [[nodiscard]] float y() const { return y_; }

private:
    const desk::Frame& frame_;
    const shell::Ui& ui_;
    float left_, right_, y_;
    float x_ = 0;
};

}  // namespace

desk::Requests draw_settings(const SettingsFacts& facts, const desk::Frame& frame, const shell::Rect& where)
{
    desk::Requests asked;
    const auto& ui = frame.ui;
    Choices page(frame, where.x0 + ui.px(18), shell::region_origin().y + ui.px(16), where.width() - ui.px(36));
    page.heading("settings.language");
    if (page.choice("zh", "中文", frame.language == language::Language::zh)) asked.push_back(desk::SetLanguage{false});
    if (page.choice("en", "English", frame.language == language::Language::en))
        asked.push_back(desk::SetLanguage{true});
    page.end_of_choices();
    page.heading("settings.theme");
    if (page.choice("light", frame.tr("settings.light"), !facts.dark)) asked.push_back(desk::SetTheme{false});
    if (page.choice("dark", frame.tr("settings.dark"), facts.dark)) asked.push_back(desk::SetTheme{true});
    page.end_of_choices();
    page.heading("settings.size");
    for (const float zoom : zooms) {
        const std::string label = fmt::format("{} %", static_cast<int>(std::lround(zoom * 100)));
        if (page.choice(label, label, std::abs(zoom - facts.zoom) < 0.01F)) asked.push_back(desk::SetZoom{zoom});
    }
    page.end_of_choices();
    page.heading("settings.register");
    const auto& snapshot = frame.snapshot();
    page.fact("settings.name", snapshot.name);
    page.fact("settings.file", facts.register_path);
    page.fact("settings.content", frame.tr("settings.counts", {language::grouped(snapshot.all<data::Bus>().size()),
                                                               language::grouped(snapshot.all<data::School>().size()),
                                                               language::grouped(snapshot.all<data::Water>().size()),
                                                               std::to_string(snapshot.last_change.value)}));
    page.gap();
    page.heading("settings.map_data");
    for (const auto& layer : snapshot.region->layers)
        page.fact("settings.layer." + layer.name,
                  frame.language == language::Language::zh ? layer.attribution : layer.attribution_en);
    shell::region_end(page.y() + ui.px(20));
    return asked;
}

}  // namespace xiaoan::app
