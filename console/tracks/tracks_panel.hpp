// The page of recorded tracks: the driven runs, and the strip of the one that is chosen.
#pragma once

#include "console/conformance/run_strip.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/shell/color.hpp"
#include "console/shell/table.hpp"
#include "console/tracks/driven_list.hpp"
#include "console/tracks/strip_words.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::tracks {

/// Kept by the window from frame to frame.
struct TracksState {
    bool only_flagged = true;
    std::optional<desk::DrivenRunKey> chosen;
    std::shared_ptr<const conformance::RunStrip> strip;  // of `chosen`; null while it is read, or where there is none
    std::optional<std::size_t> cursor;                   // the fix under the pointer or the keys
    shell::TableState table;

    // What was asked of the register, so that it is asked once.
    std::optional<desk::DrivenRunKey> asked;
    std::uint64_t asked_generation = 0;
    bool reading = false;

    // The rows, kept until what they depend on changes.
    struct Basis {
        const rules::DrivenFacts* facts = nullptr;
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Adcode county{};
        bool only_flagged = false;
        language::Language language{};
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    std::optional<Basis> basis;
    std::vector<ShownRun> shown;
    std::size_t all = 0, flagged = 0;
};

/// Chooses a run, whose strip is then asked for.
void choose(TracksState& state, const desk::DrivenRunKey& run);
/// Takes the answer; one for another run than is chosen now is dropped.
void take_strip(TracksState& state, const desk::DrivenRunKey& run, std::uint64_t generation,
                std::shared_ptr<const conformance::RunStrip> strip);

[[nodiscard]] desk::Requests draw_tracks_panel(TracksState& state, const desk::Frame& frame, const shell::Rect& where);

/// Time to the right, the way downwards; gives the fix under the pointer, or where the arrow keys have moved it.
[[nodiscard]] std::optional<std::size_t> draw_strip(const conformance::RunStrip& strip,
                                                    std::optional<std::size_t> cursor, const desk::Frame& frame,
                                                    const shell::Rect& where);

/// Of a finding's severity; of a stretch too short to be one, pale.
[[nodiscard]] shell::Color color_of(const conformance::StripStretch& stretch, const shell::Theme& theme);

}  // namespace xiaoan::tracks
