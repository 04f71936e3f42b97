#include "console/documents/docx/package.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace xiaoan::documents {

namespace {

constexpr std::uint64_t most_text_bytes = 32U << 20U;
constexpr std::int64_t most_parts = 5000;
constexpr std::uint16_t date_of_1980 = 0x21;  // 1 January, as MS-DOS counts

std::string said(const std::vector<TemplateProblem>& problems)
{
    std::string text;
    for (const auto& problem : problems) text += (text.empty() ? "" : "; ") + problem.code + " " + problem.what;
    return text;
}

struct Discard {
    void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

[[noreturn]] void fail(const char* code, std::string what = {})
{
    throw TemplateFault({{code, std::move(what)}});
}

/// A source over bytes that outlive it.
zip_source_t* source_over(std::string_view bytes)
{
    return zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
}

/// The archive and, for reading the result back, its source with a reference of our own.
std::pair<Archive, zip_source_t*> open(std::string_view bytes, int flags)
{
    zip_source_t* source = source_over(bytes);
    if (source == nullptr) fail("damaged");
    zip_source_keep(source);
    Archive archive(zip_open_from_source(source, flags, nullptr));
    if (!archive) {
        zip_source_free(source);
        zip_source_free(source);
        fail("not_a_docx");
    }
    return {std::move(archive), source};
}

bool holds_text(std::string_view name)
{
    return name == "word/document.xml" ||
           (name.ends_with(".xml") && (name.starts_with("word/header") || name.starts_with("word/footer")));
}

std::string read(zip_t* archive, std::int64_t index, const std::string& name, std::uint64_t& left)
{
    const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
    if (!file) fail("damaged", name);
    std::string content;
    char block[16384];
    while (true) {
        const auto got = zip_fread(file.get(), block, sizeof block);
        if (got < 0) fail("damaged", name);
        if (got == 0) return content;
        if (static_cast<std::uint64_t>(got) > left) fail("too_large", name);
        left -= static_cast<std::uint64_t>(got);
        content.append(block, static_cast<std::size_t>(got));
    }
}

void put(zip_t* archive, const Part& part)
{
    zip_source_t* content = source_over(part.content);
    const auto index = zip_file_add(archive, part.name.c_str(), content, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(content);  // it is the archive's only once it was added
        fail("damaged", part.name);
    }
    zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, date_of_1980, 0);
}

/// Closes the archive and takes its bytes out of the source.
std::string closed(Archive archive, zip_source_t* source)
{
    if (zip_close(archive.get()) != 0) {
        zip_source_free(source);
        fail("damaged");
    }
    (void)archive.release();
    zip_stat_t stat;
    zip_stat_init(&stat);
    std::string bytes;
    if (zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0) {
        bytes.resize(stat.size);
        const auto got = zip_source_read(source, bytes.data(), bytes.size());
        if (got != static_cast<zip_int64_t>(bytes.size())) bytes.clear();
        zip_source_close(source);
    }
    zip_source_free(source);
    if (bytes.empty()) fail("damaged");
    return bytes;
}

}  // namespace

TemplateFault::TemplateFault(std::vector<TemplateProblem> problems)
    : std::runtime_error(said(problems)), problems_(std::move(problems))
{
}

std::vector<Part> text_parts(std::string_view docx)
{
    const auto [archive, source] = open(docx, ZIP_RDONLY);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(source, zip_source_free);
    const std::int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > most_parts) fail("too_large");
    std::vector<Part> parts;
    std::uint64_t left = most_text_bytes;
    for (std::int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0);
        if (name != nullptr && holds_text(name)) parts.push_back({name, read(archive.get(), i, name, left)});
    }
    if (std::ranges::find(parts, "word/document.xml", &Part::name) == parts.end()) fail("not_a_docx");
    return parts;
}

std::optional<std::string> part_of(std::string_view docx, const std::string& name)
{
    const auto [archive, source] = open(docx, ZIP_RDONLY);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(source, zip_source_free);
    const auto index = zip_name_locate(archive.get(), name.c_str(), 0);
    if (index < 0) return {};
    std::uint64_t left = most_text_bytes;
    return read(archive.get(), index, name, left);
}

std::string with_parts(std::string_view docx, const std::vector<Part>& parts)
{
    auto [archive, source] = open(docx, 0);
    for (const Part& part : parts) put(archive.get(), part);
    return closed(std::move(archive), source);
}

std::string package_of(const std::vector<Part>& parts)
{
    auto [archive, source] = open({}, ZIP_CREATE | ZIP_TRUNCATE);
    for (const Part& part : parts) put(archive.get(), part);
    return closed(std::move(archive), source);
}

}  // namespace xiaoan::documents
