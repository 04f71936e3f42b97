#include "console/enforcement/notices/office.hpp"

#include "console/language/texts.hpp"

#include <array>

namespace xiaoan::enforcement {

namespace {

using documents::HeadForm;
using documents::HeadInk;

struct TextField {
    std::string_view name;
    std::string Office::* member;
    std::string_view meaning;  // key of its text
};

constexpr std::array text_fields{
    TextField{"机关名称", &Office::name, "office.meaning.name"},
    TextField{"英文名称", &Office::name_en, "office.meaning.name_en"},
    TextField{"机关代字", &Office::code, "office.meaning.code"},
    TextField{"联系人", &Office::contact, "office.meaning.contact"},
    TextField{"联系电话", &Office::phone, "office.meaning.phone"},
    TextField{"地址", &Office::address, "office.meaning.address"},
    TextField{"抄送", &Office::copies, "office.meaning.copies"},
};

constexpr std::array<std::pair<std::string_view, HeadForm>, 2> forms{
    {{"信函", HeadForm::letter}, {"文件", HeadForm::document}}};
constexpr std::array<std::pair<std::string_view, HeadInk>, 3> inks{
    {{"红色", HeadInk::red}, {"黑色", HeadInk::black}, {"预印", HeadInk::preprinted}}};

/// Sets `into` to the value of this word; false where there is none.
template <class Value, std::size_t Count>
bool read_word(const std::array<std::pair<std::string_view, Value>, Count>& words, std::string_view text, Value& into)
{
    for (const auto& [word, value] : words)
        if (word == text) {
            into = value;
            return true;
        }
    return false;
}

template <class Value, std::size_t Count>
std::string_view word_of(const std::array<std::pair<std::string_view, Value>, Count>& words, Value value)
{
    for (const auto& [word, each] : words)
        if (each == value) return word;
    return {};
}

bool read(std::string_view name, const std::string& content, Office& office)
{
    for (const auto& field : text_fields)
        if (field.name == name) {
            if (!content.empty()) office.*field.member = content;
            return true;
        }
    if (name == "公文格式") return content.empty() || read_word(forms, content, office.form);
    if (name == "红头") return content.empty() || read_word(inks, content, office.ink);
    return false;
}

}  // namespace

Office usual_office(const data::Snapshot& snapshot)
{
    Office office{
        .name = snapshot.name, .name_en = {}, .code = {}, .contact = {}, .phone = {}, .address = {}, .copies = {}};
    if (snapshot.region && office.name == snapshot.region->name_zh + "教育局")
        office.name_en = "Education Bureau of " + snapshot.region->name_en;
    return office;
}

OfficeFile office_of(std::string_view file, Office office)
{
    OfficeFile read_file{std::move(office), {}};
    if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
    const auto texts = language::texts_of(file);
    for (const auto& text : texts.texts)
        if (!read(text.key, text.text, read_file.office))
            read_file.unknown.push_back(std::string{text.key} + " = " + text.text);
    for (const auto line : texts.malformed) read_file.unknown.emplace_back(line);
    return read_file;
}

std::string office_text(const Office& office, language::Language language)
{
    std::string text = "# " + std::string{language::tr(language, "office.head")} + "\n";
    const auto add = [&](std::string_view name, std::string_view content, std::string_view meaning) {
        text += "\n# " + std::string{language::tr(language, meaning)} + "\n" + std::string{name} + " = " +
                std::string{content} + "\n";
    };
    for (const auto& field : text_fields) add(field.name, office.*field.member, field.meaning);
    add("公文格式", word_of(forms, office.form), "office.meaning.form");
    add("红头", word_of(inks, office.ink), "office.meaning.ink");
    return text;
}

}  // namespace xiaoan::enforcement
