// What comes back from paper and offices: filled check sheets, templates of letters.
#include "console/checks/results/check_file.hpp"
#include "console/documents/docx/letter_docx.hpp"
#include "data/intake/csv.hpp"
#include "data/intake/fault.hpp"
#include "data/intake/xlsx.hpp"
#include "tests/fuzz/targets.hpp"

#include <array>

namespace xiaoan::fuzz {

namespace {

documents::Letter a_letter()
{
    documents::Letter letter;
    letter.head.name = "白城市教育局";
    letter.head.number = "白教函〔2026〕12号";
    letter.title = {"关于校车安全", "有关事项的函"};
    letter.addressee = "洮南市公安局：";
    letter.date = "2026年11月23日";
    letter.witness = {"变更链 0f3c"};
    return letter;
}

}  // namespace

void checks(Bytes bytes)
{
    static const std::array counties{data::CountyName{data::Adcode{220802}, "洮北区", {}}};
    data::IntakeLimits limits;
    limits.part_bytes = 1 << 20;
    limits.cells = 100'000;
    try {
        auto source = data::source_from_bytes("fuzz", packed(bytes));
        const auto book = source->bytes.starts_with("PK") ? data::open_xlsx(std::move(source), limits)
                                                          : data::open_csv(std::move(source), std::nullopt, limits);
        (void)xiaoan::checks::read_check_file(*book, counties, xiaoan::data::Date::max());
    } catch (const data::IntakeFault&) {
        return;
    }
}

void docx(Bytes bytes)
{
    static const documents::Letter letter = a_letter();
    static const documents::Fonts fonts;
    try {
        (void)documents::docx_of(letter, packed(bytes), fonts);
    } catch (const documents::TemplateFault&) {
        return;
    }
}

}  // namespace xiaoan::fuzz
