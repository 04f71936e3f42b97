#include "console/cli/letter_file.hpp"

#include "console/documents/docx/letter_docx.hpp"
#include "console/documents/draw/pdf.hpp"
#include "console/documents/page/letter_pages.hpp"
#include "data/export/written_file.hpp"
#include "data/register/kept_template.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace xiaoan::cli {

namespace {

constexpr std::string_view pdf = ".pdf", docx = ".docx";

/// A template and what to call it.
struct NamedTemplate {
    std::string name;
    std::string bytes;
};

std::optional<std::string> bytes_of(const Context& context, const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file && bytes << file.rdbuf()) return std::move(bytes).str();
    message(context.tr("cli.letter.no_template", {path}));
    return {};
}

/// Nothing, with a message, where it cannot be read.
std::optional<NamedTemplate> template_in(const Context& context, const documents::Letter& letter,
                                         const std::string& path)
{
    if (path.empty())
        if (auto kept = data::read_template(context.register_path)) {
            if (!kept->bytes.empty()) return NamedTemplate{std::move(kept->file), std::move(kept->bytes)};
            message(context.tr("cli.letter.no_template", {kept->file}));
            return {};
        }
    if (path.empty() || path == own_template)
        return NamedTemplate{std::string{own_template}, documents::letter_template(letter.head, letter.language)};
    auto bytes = bytes_of(context, path);
    if (!bytes) return {};
    return NamedTemplate{path, *std::move(bytes)};
}

/// The letter in the template; nothing, with everything that is wrong with the template.
std::optional<std::string> filled(const Context& context, const documents::Letter& letter, const NamedTemplate& of)
{
    try {
        return documents::docx_of(letter, of.bytes, documents::Fonts{});
    } catch (const documents::TemplateFault& fault) {
        for (const auto& problem : fault.problems())
            message(context.tr("cli.letter.template." + problem.code, {of.name, problem.what}));
        return {};
    }
}

int write_docx(const Context& context, const documents::Letter& letter, const std::string& path,
               const std::string& template_path)
{
    const auto docx_template = template_in(context, letter, template_path);
    if (!docx_template) return Exit::not_done;
    const auto bytes = filled(context, letter, *docx_template);
    if (!bytes) return Exit::refused;
    data::write_file(path, *bytes);
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

int keep_letter_template(const Context& context, const std::string& path)
{
    const auto bytes = bytes_of(context, path);
    if (!bytes) return Exit::not_done;
    documents::Letter sample;
    sample.body = {documents::a_text("—")};
    if (!filled(context, sample, {path, *bytes})) return Exit::refused;
    const std::string file = std::filesystem::path{path}.filename().string();
    const auto done = data::keep_template(context.register_path, file, *bytes, context.actor);
    if (!done) return say_refused(context, done.error());
    message(context.tr("cli.letter.template_kept", {file}));
    return Exit::done;
}

int drop_letter_template(const Context& context)
{
    const auto done = data::drop_template(context.register_path, context.actor);
    if (!done) return say_refused(context, done.error());
    message(context.tr(*done ? "cli.letter.template_dropped" : "cli.letter.template_none"));
    return Exit::done;
}

int write_letter_template(const Context& context, const documents::Head& head, const std::string& path)
{
    data::write_file(path, documents::letter_template(head, context.language));
    message(context.tr("cli.letter.written_docx", {path}));
    return Exit::done;
}

}  // namespace xiaoan::cli
