// The command line: global options, subcommands, and what they answer with.
#pragma once

#include "console/cli/context.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace xiaoan::cli {

/// What the command line asked for, once it is parsed. Without a subcommand `run` stays empty: the window is meant.
struct Invocation {
    Context context;
    std::function<int(const Context&)> run;
    bool only_now = false;        // writes, or is about the file itself: --known-at has no meaning with it
    bool about_the_file = false;  // the file itself: no copy of it is kept first
};

/// How the window opens, given by the program so that the command line need not know it.
struct WindowRequest {
    Context context;
    std::string screenshot;  // draw the first screen into this file and end
    std::string script;      // drive the window by this input script and end
    int width = 1600;
    int height = 900;
    float scale = 0;  // 0: the display's own
};
using OpenWindow = std::function<int(const WindowRequest&)>;

/// The map as a picture.
struct PictureRequest {
    std::string out;
    std::vector<std::string> layers;           // empty: all
    std::optional<std::array<double, 4>> box;  // west, south, east, north; empty: the whole region
    int width = 1600;
    int height = 900;
    float scale = 1;
};
using DrawPicture = std::function<int(const Context&, const PictureRequest&)>;

/// What the command line leaves to the program, so that it need not know windows and graphics.
struct Program {
    OpenWindow open_window;
    DrawPicture draw_picture;
};

/// Parses, runs, and turns every failure into a message and an exit code.
int run(int count, char** arguments, const Program& program);

// One function a subcommand: adds it with its options, and sets `asked.run` where it was chosen.
void add_init(CLI::App& app, Invocation& asked);
void add_import(CLI::App& app, Invocation& asked);
void add_findings(CLI::App& app, Invocation& asked);
void add_near(CLI::App& app, Invocation& asked);
void add_risks(CLI::App& app, Invocation& asked);
void add_suspects(CLI::App& app, Invocation& asked);
void add_brief(CLI::App& app, Invocation& asked);
void add_letter(CLI::App& app, Invocation& asked);
void add_notice(CLI::App& app, Invocation& asked);
void add_checks(CLI::App& app, Invocation& asked);
void add_operations(CLI::App& app, Invocation& asked);
void add_reconcile(CLI::App& app, Invocation& asked);
void add_cases(CLI::App& app, Invocation& asked);
void add_joint(CLI::App& app, Invocation& asked);
void add_tasks(CLI::App& app, Invocation& asked);
void add_conflicts(CLI::App& app, Invocation& asked);
void add_conformance(CLI::App& app, Invocation& asked);
void add_export(CLI::App& app, Invocation& asked);
void add_picture(CLI::App& app, Invocation& asked, const DrawPicture& draw);
void add_put(CLI::App& app, Invocation& asked);
void add_retire(CLI::App& app, Invocation& asked);
void add_history(CLI::App& app, Invocation& asked);
void add_undo(CLI::App& app, Invocation& asked);
void add_verify(CLI::App& app, Invocation& asked);
void add_backup(CLI::App& app, Invocation& asked);
void add_doctor(CLI::App& app, Invocation& asked);
void add_permits(CLI::App& app, Invocation& asked);
void add_rules(CLI::App& app, Invocation& asked);
void add_settings(CLI::App& app, Invocation& asked);
void add_waive(CLI::App& app, Invocation& asked);
void add_silence(CLI::App& app, Invocation& asked);

}  // namespace xiaoan::cli
