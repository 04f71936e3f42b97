#include "console/cli/letter_file.hpp"

#include "console/documents/docx/letter_docx.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/documents/page/letter_pages.hpp"
#include "data/export/written_file.hpp"

#include <fstream>
#include <sstream>

namespace xiaoan::cli {

namespace {

constexpr std::string_view pdf = ".pdf", docx = ".docx";

/// The template's bytes; nothing, with a message, where it cannot be read.
std::optional<std::string> template_in(const Context& context, const documents::Letter& letter, const std::string& path)
{
    if (path.empty()) return documents::letter_template(letter.head, letter.language);
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file && bytes << file.rdbuf()) return std::move(bytes).str();
    message(context.tr("cli.letter.no_template", {path}));
    return {};
}

int write_docx(const Context& context, const documents::Letter& letter, const std::string& path,
               const std::string& template_path)
{
    const auto docx_template = template_in(context, letter, template_path);
    if (!docx_template) return Exit::not_done;
    try {
        data::write_file(path, documents::docx_of(letter, *docx_template, documents::Fonts{}));
    } catch (const documents::TemplateFault& fault) {
        for (const auto& problem : fault.problems())
            message(context.tr("cli.letter.template." + problem.code, {template_path, problem.what}));
        return Exit::refused;
    }
    message(context.tr("cli.letter.written_docx", {path}));
    return Exit::done;
}

}  // namespace

bool is_letter_file(const Context& context, const std::string& path)
{
    if (path.ends_with(pdf) || path.ends_with(docx)) return true;
    message(context.tr("cli.letter.bad_out", {path}));
    return false;
}

int write_letter_file(const Context& context, const documents::Letter& letter, const std::string& path,
                      const std::string& docx_template)
{
    if (path.ends_with(docx)) return write_docx(context, letter, path, docx_template);
    const documents::Fonts fonts;
    const auto pages = documents::letter_pages(letter, fonts);
    data::write_file(path, documents::pdf_of(pages, letter.info, fonts));
    message(context.tr("cli.letter.written", {path, std::to_string(pages.size())}));
    return Exit::done;
}

int write_letter_template(const Context& context, const documents::Head& head, const std::string& path)
{
    data::write_file(path, documents::letter_template(head, context.language));
    message(context.tr("cli.letter.written_docx", {path}));
    return Exit::done;
}

}  // namespace xiaoan::cli
