// `picture`: the map as a PNG, without a display.
#include "console/cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <charconv>

namespace xiaoan::cli {

namespace {

struct PictureArguments {
    std::string size = "1600x900";
    std::vector<double> box;
    PictureRequest request;
};

/// "1600x900"; false for anything else and for sizes beyond reason.
bool read_size(std::string_view text, PictureRequest& request)
{
    const auto cross = text.find('x');
    if (cross == std::string_view::npos) return false;
    const auto number = [](std::string_view digits, int& value) {
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return read.ec == std::errc{} && read.ptr == digits.data() + digits.size() && value >= 64 && value <= 8192;
    };
    return number(text.substr(0, cross), request.width) && number(text.substr(cross + 1), request.height);
}

bool is_box(const std::vector<double>& box)
{
    return box[0] < box[2] && box[1] < box[3] && box[0] >= -180 && box[2] <= 180 && box[1] >= -85 && box[3] <= 85;
}

}  // namespace

void add_picture(CLI::App& app, Invocation& asked, const DrawPicture& draw)
{
    const auto options = std::make_shared<PictureArguments>();
    auto* command = app.add_subcommand("picture", std::string{asked.context.tr("cli.help.picture")});
    command->add_option("--out", options->request.out, std::string{asked.context.tr("cli.help.picture.out")})
        ->required();
    command->add_option("--layers", options->request.layers, std::string{asked.context.tr("cli.help.picture.layers")})
        ->delimiter(',')
        ->check(CLI::IsMember({"counties", "rivers", "lakes", "towns", "routes", "schools", "waters", "labels"}));
    command->add_option("--box", options->box, std::string{asked.context.tr("cli.help.picture.box")})
        ->delimiter(',')
        ->expected(4);
    command->add_option("--size", options->size, std::string{asked.context.tr("cli.help.picture.size")});
    command->add_option("--scale", options->request.scale, std::string{asked.context.tr("cli.help.scale")})
        ->check(CLI::Range(0.5, 4.0));
    command->callback([&asked, options, draw] {
        asked.run = [options, draw](const Context& context) {
            if (!read_size(options->size, options->request)) {
                message(context.tr("cli.picture.bad_size", {options->size}));
                return static_cast<int>(Exit::wrong_command_line);
            }
            if (!options->box.empty()) {
                if (!is_box(options->box)) {
                    message(context.tr("cli.picture.bad_box"));
                    return static_cast<int>(Exit::wrong_command_line);
                }
                options->request.box = {options->box[0], options->box[1], options->box[2], options->box[3]};
            }
            return draw(context, options->request);
        };
    });
}

}  // namespace xiaoan::cli
