#include "data/intake/word_variants.hpp"

#include "data/intake/csv.hpp"
#include "data/intake/values/word_choice.hpp"

#include "embedded/data_intake.hpp"

namespace xiaoan::data {

namespace {

std::vector<WordVariant> read_variants()
{
    enum Column : std::uint32_t { kind, key, word, text };
    const auto rows = read_csv(intake::embedded_file("words.csv"), ',');
    std::vector<WordVariant> variants;
    SheetRow row;
    while (rows->next(row)) {
        const Cell* cells[] = {row.at(kind), row.at(key), row.at(word), row.at(text)};
        if (row.number == 1 || cells[kind] == nullptr || cells[key] == nullptr || cells[text] == nullptr) continue;
        variants.push_back({std::string{cells[kind]->text}, std::string{cells[key]->text},
                            cells[word] != nullptr ? std::string{cells[word]->text} : std::string{},
                            word_form(cells[text]->text)});
    }
    return variants;
}

}  // namespace

std::span<const WordVariant> shipped_word_variants()
{
    static const std::vector<WordVariant> variants = read_variants();
    return variants;
}

std::optional<std::string_view> word_of_variant(const KindInfo& kind, const FieldInfo& field, std::string_view text)
{
    const std::string form = word_form(text);
    for (const WordVariant& variant : shipped_word_variants()) {
        const bool of_every_answer = variant.kind == "*" && field.type == FieldType::answer;
        const bool of_field = variant.kind == kind.key && variant.key == field.key;
        if ((of_every_answer || of_field) && variant.text == form) return variant.word;
    }
    return std::nullopt;
}

}  // namespace xiaoan::data
