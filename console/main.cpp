// The program: the command line, and behind it the window.
#include "console/app/picture_program.hpp"
#include "console/app/window_program.hpp"
#include "console/cli/command_line.hpp"

int main(int count, char** arguments)
{
    return xiaoan::cli::run(count, arguments, {xiaoan::app::run_window, xiaoan::app::draw_map_picture});
}
