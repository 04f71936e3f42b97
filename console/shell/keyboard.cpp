#include "console/shell/keyboard.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace xiaoan::shell {
namespace {

struct Name {
    std::string_view text;
    ImGuiKey key;
};

constexpr std::array<Name, 31> names{{
    {"Esc", ImGuiKey_Escape},
    {"Enter", ImGuiKey_Enter},
    {"Tab", ImGuiKey_Tab},
    {"Space", ImGuiKey_Space},
    {"Backspace", ImGuiKey_Backspace},
    {"Delete", ImGuiKey_Delete},
    {"Insert", ImGuiKey_Insert},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Left", ImGuiKey_LeftArrow},
    {"Right", ImGuiKey_RightArrow},
    {"Up", ImGuiKey_UpArrow},
    {"Down", ImGuiKey_DownArrow},
    {"+", ImGuiKey_Equal},
    {"-", ImGuiKey_Minus},
    {",", ImGuiKey_Comma},
    {".", ImGuiKey_Period},
    {"/", ImGuiKey_Slash},
    {"[", ImGuiKey_LeftBracket},
    {"]", ImGuiKey_RightBracket},
    {";", ImGuiKey_Semicolon},
    {"'", ImGuiKey_Apostrophe},
    {"\\", ImGuiKey_Backslash},
    {"`", ImGuiKey_GraveAccent},
    {"Menu", ImGuiKey_Menu},
    {"KeypadEnter", ImGuiKey_KeypadEnter},
    {"KeypadAdd", ImGuiKey_KeypadAdd},
    {"KeypadSubtract", ImGuiKey_KeypadSubtract},
    {"PrintScreen", ImGuiKey_PrintScreen},
}};
struct Modifier {
    std::string_view text;
    int mask;
};
constexpr std::array<Modifier, 4> modifiers{
    {{"Ctrl", ImGuiMod_Ctrl}, {"Shift", ImGuiMod_Shift}, {"Alt", ImGuiMod_Alt}, {"Super", ImGuiMod_Super}}};

[[nodiscard]] ImGuiKey key_from_text(std::string_view text)
{
    if (text.size() == 1) {
        const auto c = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
        if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
        if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
    }
    if (text.size() >= 2 && text[0] == 'F' &&
        std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        const int number = text.size() == 2 ? text[1] - '0' : (text[1] - '0') * 10 + (text[2] - '0');
        if (text.size() <= 3 && number >= 1 && number <= 12) return static_cast<ImGuiKey>(ImGuiKey_F1 + number - 1);
    }
    const auto* found = std::ranges::find(names, text, &Name::text);
    return found == names.end() ? ImGuiKey_None : found->key;
}

[[nodiscard]] std::string text_of(ImGuiKey key)
{
    if (key >= ImGuiKey_A && key <= ImGuiKey_Z) return std::string(1, static_cast<char>('A' + (key - ImGuiKey_A)));
    if (key >= ImGuiKey_0 && key <= ImGuiKey_9) return std::string(1, static_cast<char>('0' + (key - ImGuiKey_0)));
    if (key >= ImGuiKey_F1 && key <= ImGuiKey_F12) return "F" + std::to_string(key - ImGuiKey_F1 + 1);
    const auto* found = std::ranges::find(names, key, &Name::key);
    return found == names.end() ? std::string() : std::string(found->text);
}

}  // namespace

std::optional<Chord> chord_from_text(std::string_view text)
{
    Chord chord = 0;
    for (bool more = true; more;) {
        more = false;
        for (const Modifier& modifier : modifiers) {
            if (!text.starts_with(modifier.text) || text.substr(modifier.text.size(), 1) != "+") continue;
            chord |= modifier.mask;
            text.remove_prefix(modifier.text.size() + 1);
            more = true;
        }
    }
    const ImGuiKey key = key_from_text(text);
    if (key == ImGuiKey_None) return {};
    return chord | static_cast<Chord>(key);
}

std::string chord_text(Chord chord)
{
    std::string text;
    for (const Modifier& modifier : modifiers)
        if ((chord & modifier.mask) != 0) text += std::string(modifier.text) + "+";
    return text + text_of(static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_));
}

std::optional<int> pressed_action(std::span<const Action> actions)
{
    if (ImGui::GetTopMostPopupModal() != nullptr) return {};
    const bool typing = ImGui::GetIO().WantTextInput;
    for (const Action& action : actions) {
        if (!action.enabled || action.chord == 0 || (typing && !action.while_typing)) continue;
        const auto key = static_cast<ImGuiKey>(action.chord & ~ImGuiMod_Mask_);
        if (ImGui::GetIO().KeyMods == (action.chord & ImGuiMod_Mask_) && ImGui::IsKeyPressed(key, false))
            return action.id;
    }
    return {};
}

}  // namespace xiaoan::shell
