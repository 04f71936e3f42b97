// A letter as the file that a command was asked for: PDF to be printed, DOCX to be edited.
#pragma once

#include "console/cli/context.hpp"
#include "console/documents/page/letter.hpp"

#include <string>

namespace xiaoan::cli {

/// Whether the file to write ends in .pdf or .docx; else says so.
[[nodiscard]] bool is_letter_file(const Context& context, const std::string& path);

/// Writes the letter and says so. `docx_template`: a file, own_template, or empty for the one that
/// the register keeps, else the program's. What is wrong with a
/// template is said, each thing on its line, and nothing is written: Exit::refused; Exit::not_done where it cannot be
/// read. Throws where the file cannot be written.
[[nodiscard]] int write_letter_file(const Context& context, const documents::Letter& letter, const std::string& path,
                                    const std::string& docx_template = {});

/// The template that the register keeps for the letters of the office: kept where a letter can be made from it, else
/// refused with everything that is wrong; dropped for the program's own.
[[nodiscard]] int keep_letter_template(const Context& context, const std::string& path);
[[nodiscard]] int drop_letter_template(const Context& context);

/// Stands for the program's own template where one is asked for.
inline constexpr std::string_view own_template = "program";

/// Writes the program's own template, to be changed and given back with --template.
[[nodiscard]] int write_letter_template(const Context& context, const documents::Head& head, const std::string& path);

}  // namespace xiaoan::cli
