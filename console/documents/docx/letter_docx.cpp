#include "console/documents/docx/letter_docx.hpp"

#include "console/documents/docx/marked_paragraph.hpp"
#include "console/documents/docx/pictures.hpp"
#include "console/documents/docx/word_elements.hpp"
#include "console/documents/page/geometry.hpp"
#include "console/documents/page/typography.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace xiaoan::documents {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// A placeholder's name in Chinese and in English.
struct Name {
    std::string_view zh, en;
    [[nodiscard]] bool is(std::string_view name) const { return name == zh || name == en; }
};
constexpr Name body_name{"正文", "body"}, annexes_name{"附件", "annexes"}, demonstration_name{"演示", "demonstration"},
    witness_name{"存证", "witness"};

struct Value {
    Name name;
    std::string text;
};

std::string lines_of(const std::vector<std::string>& lines)
{
    std::string all;
    for (const auto& line : lines) all += (all.empty() ? "" : "\n") + line;
    return all;
}

/// 附件：1.… under each other; empty where there is none.
std::string annex_list(const Letter& letter)
{
    std::string all;
    for (std::size_t i = 0; i < letter.annexes.size(); ++i) {
        all += i == 0 ? std::string{language::tr(letter.language, "document.annex_note")} : "\n";
        if (letter.annexes.size() > 1) all += std::to_string(i + 1) + ".";
        all += letter.annexes[i].title;
    }
    return all;
}

std::vector<Value> values_of(const Letter& letter)
{
    return {{{"机关", "office"}, letter.head.name},
            {{"发文字号", "number"}, letter.head.number},
            {{"标题", "title"}, title_text(letter)},
            {{"主送", "addressee"}, letter.addressee},
            {{"附件说明", "annex_list"}, annex_list(letter)},
            {{"署名", "signature"}, letter.signature},
            {{"成文日期", "date"}, letter.date},
            {{"附注", "note"}, letter.note},
            {{"抄送", "copies"}, letter.copies},
            {{"印发", "printed_by"}, letter.printed_by},
            {demonstration_name, letter.demonstration},
            {witness_name, lines_of(letter.witness)}};
}

struct Paragraph {
    pugi::xml_node node;
    std::size_t within = 0;  // how many of those that follow lie inside it (text boxes)
};

void collect_paragraphs(pugi::xml_node node, std::vector<Paragraph>& all)
{
    for (const auto child : node.children()) {
        const bool is_paragraph = std::string_view{child.name()} == "w:p";
        const std::size_t at = all.size();
        if (is_paragraph) all.push_back({child});
        collect_paragraphs(child, all);
        if (is_paragraph) all[at].within = all.size() - at - 1;
    }
}

/// Goes on while nothing lies deeper than documents are nested; what walks them later does so by recursion.
class DepthCheck : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node&) override { return depth() < most_depth; }

private:
    static constexpr int most_depth = 250;
};

bool holds_more_than_text(pugi::xml_node paragraph)
{
    return paragraph.find_node([](pugi::xml_node node) {
        const std::string_view name = node.name();
        return name == "w:sectPr" || name == "w:drawing" || name == "w:pict" || name == "w:object";
    });
}

class Filling {
public:
    Filling(const Letter& letter, const Fonts& fonts) : letter_(letter), values_(values_of(letter)), pictures_(fonts) {}

    void fill(pugi::xml_node part)
    {
        std::vector<Paragraph> paragraphs;
        collect_paragraphs(part, paragraphs);
        for (std::size_t i = 0; i < paragraphs.size(); ++i)
            if (!fill_paragraph(paragraphs[i].node)) i += paragraphs[i].within;
    }

    /// What must not be lost though the template has no place for it.
    void add_what_is_due(pugi::xml_node body)
    {
        if (!has_body_) problems_.push_back({"missing", std::string{body_name.zh}});
        if (!said_demonstration_ && !letter_.demonstration.empty()) {
            const auto first = body.prepend_child("w:p");
            add_plain(first, letter_.demonstration, {.face = Face::hei, .size_pt = 12, .alignment = "right"});
            body.remove_child(first);
        }
        if (said_witness_ || letter_.witness.empty()) return;
        const auto section = body.child("w:sectPr");
        const auto last = section ? body.insert_child_before("w:p", section) : body.append_child("w:p");
        add_plain(last, lines_of(letter_.witness), {.face = Face::song, .size_pt = 6.5, .alignment = "center"});
        body.remove_child(last);
    }

    [[nodiscard]] const std::vector<TemplateProblem>& problems() const { return problems_; }
    [[nodiscard]] const Pictures& pictures() const { return pictures_; }

private:
    /// False where the paragraph is gone, with all that was in it.
    bool fill_paragraph(pugi::xml_node paragraph)
    {
        MarkedParagraph marked(paragraph);
        bool filled = false;
        std::size_t from = 0;
        while (const auto placeholder = marked.next(from)) {
            const bool is_body = body_name.is(placeholder->name);
            if (is_body || annexes_name.is(placeholder->name))
                return !put_passages(paragraph, marked, *placeholder, is_body);
            from = put_value(marked, *placeholder);
            filled = true;
        }
        if (marked.text().find("{{", from) != std::string::npos) problems_.push_back({"not_closed", marked.text()});
        if (!filled) return true;
        const bool blank = marked.text().find_first_not_of(blanks) == std::string::npos;
        if (blank && std::string_view{paragraph.parent().name()} == "w:body" && !holds_more_than_text(paragraph)) {
            paragraph.parent().remove_child(paragraph);
            return false;
        }
        settle_texts(paragraph);
        return true;
    }

    /// Returns where to look on.
    std::size_t put_value(MarkedParagraph& marked, const Placeholder& placeholder)
    {
        const auto value =
            std::ranges::find_if(values_, [&](const Value& each) { return each.name.is(placeholder.name); });
        if (value == values_.end()) {
            problems_.push_back({"unknown", placeholder.name});
            return placeholder.to;
        }
        said_demonstration_ |= demonstration_name.is(placeholder.name);
        said_witness_ |= witness_name.is(placeholder.name);
        marked.replace(placeholder, value->text);
        return placeholder.from + value->text.size();
    }

    /// Passages in the place of the paragraph; false where it is not alone and stays.
    bool put_passages(pugi::xml_node paragraph, const MarkedParagraph& marked, const Placeholder& placeholder,
                      bool is_body)
    {
        const std::string rest = marked.text().substr(0, placeholder.from) + marked.text().substr(placeholder.to);
        if (rest.find_first_not_of(blanks) != std::string::npos) {
            problems_.push_back({"not_alone", placeholder.name});
            return false;
        }
        const auto form = form_of(paragraph);
        auto last = paragraph;
        if (is_body) {
            has_body_ = true;
            for (const Passage& passage : letter_.body) last = add_passage(last, passage, form);
        } else {
            for (std::size_t i = 0; i < letter_.annexes.size(); ++i) last = add_annex(last, i, form);
        }
        const bool nothing_added = last == paragraph;
        auto parent = paragraph.parent();
        parent.remove_child(paragraph);
        if (nothing_added && std::string_view{parent.name()} != "w:body") parent.append_child("w:p");
        return true;
    }

    /// On a page of its own: 附件1 in 黑体, the title, what stands before the table, the table, what stands behind it.
    pugi::xml_node add_annex(pugi::xml_node last, std::size_t index, const ParagraphForm& form)
    {
        const Annex& annex = letter_.annexes[index];
        const Typography type = typography(letter_.language);
        last = add_plain(last, annex_label(letter_, index),
                         {.face = Face::hei, .size_pt = type.body.size_pt, .begins_page = true});
        last = add_plain(last, annex.title, {.face = Face::title, .size_pt = type.title_pt, .alignment = "center"});
        for (const Passage& passage : annex.before) last = add_passage(last, passage, form);
        if (!annex.table.columns.empty()) {
            last = add_table(last, annex.table, type.table);
            last = add_plain(last, "", {});  // tables that touch would become one
        }
        for (const Passage& passage : annex.after) last = add_passage(last, passage, form);
        for (const Block& block : annex.blocks) last = add_block(last, block, type.table, form);
        return last;
    }

    pugi::xml_node add_block(pugi::xml_node last, const Block& block, const TableStyle& style,
                             const ParagraphForm& form)
    {
        const auto before = last;
        for (const Passage& passage : block.passages) last = add_passage(last, passage, form);
        if (!block.figures.empty()) {
            last = add_plain(last, "", {.alignment = block.figures.size() > 1 ? "both" : "center"});
            for (const Figure& figure : block.figures) pictures_.add(last, figure);
        }
        if (!block.table.columns.empty()) {
            last = add_table(last, block.table, style);
            last = add_plain(last, "", {});
        }
        if (block.on_new_page && last != before) {
            if (std::string_view{before.next_sibling().name()} == "w:p")
                begin_page(before.next_sibling());
            else
                (void)add_plain(before, "", {.begins_page = true});
        }
        return last;
    }

    const Letter& letter_;
    std::vector<Value> values_;
    Pictures pictures_;
    std::vector<TemplateProblem> problems_;
    bool has_body_ = false, said_demonstration_ = false, said_witness_ = false;
};

}  // namespace

std::string docx_of(const Letter& letter, std::string_view docx_template, const Fonts& fonts)
{
    auto parts = text_parts(docx_template);
    // Headers first: what they say need not be said in the document itself.
    std::ranges::stable_partition(parts, [](const Part& part) { return part.name != "word/document.xml"; });
    Filling filling(letter, fonts);
    for (Part& part : parts) {
        pugi::xml_document xml;
        constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_declaration;
        DepthCheck depth;
        if (!xml.load_buffer(part.content.data(), part.content.size(), options) || !xml.traverse(depth))
            throw TemplateFault({{"damaged", part.name}});
        filling.fill(xml);
        if (part.name == "word/document.xml") filling.add_what_is_due(xml.child("w:document").child("w:body"));
        std::ostringstream out;
        xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
        part.content = std::move(out).str();
    }
    if (!filling.problems().empty()) throw TemplateFault(filling.problems());
    for (Part& part : filling.pictures().parts(docx_template)) parts.push_back(std::move(part));
    return with_parts(docx_template, parts);
}

}  // namespace xiaoan::documents
