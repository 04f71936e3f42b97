// A letter as the file that a command was asked for: PDF to be printed, DOCX to be edited.
#pragma once

#include "console/cli/context.hpp"
#include "console/documents/page/letter.hpp"

#include <string>

namespace xiaoan::cli {

/// Whether the file to write ends in .pdf or .docx; else says so.
[[nodiscard]] bool is_letter_file(const Context& context, const std::string& path);

/// Writes the letter and says so. `docx_template`: the office's own, or empty for the program's. What is wrong with a
/// template is said, each thing on its line, and nothing is written: Exit::refused; Exit::not_done where it cannot be
/// read. Throws where the file cannot be written.
[[nodiscard]] int write_letter_file(const Context& context, const documents::Letter& letter, const std::string& path,
                                    const std::string& docx_template = {});

/// Writes the program's own template, to be changed and given back with --template.
[[nodiscard]] int write_letter_template(const Context& context, const documents::Head& head, const std::string& path);

}  // namespace xiaoan::cli
