#include "console/documents/page/letter_pages.hpp"

#include "console/documents/page/letter_head.hpp"
#include "console/documents/page/passage_rows.hpp"
#include "console/documents/text/title_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace xiaoan::documents {

namespace {

constexpr double sign_indent_em = 4;  // 7.3.5.2: the date of a letter under seal
constexpr double rows_for_seal = 2;
constexpr std::size_t body_rows_with_signature = 2;  // so that the seal's page has text on it

using Rows = std::vector<TextRow>;

class LetterPages {
public:
    LetterPages(const Letter& letter, const Metrics& metrics)
        : letter_(letter), metrics_(metrics), type_(typography(letter.language)), flow_({})
    {
    }

    std::vector<Page> pages()
    {
        draw_head(flow_, letter_, metrics_);
        draw_rows(flow_, main_rows());
        for (std::size_t i = 0; i < letter_.annexes.size(); ++i) draw_annex(i);
        draw_copies();
        auto pages = flow_.take();
        for (std::size_t i = 0; i < pages.size(); ++i) draw_marks(pages[i], i + 1);
        draw_witness(pages.back());
        return pages;
    }

private:
    [[nodiscard]] double width() const { return flow_.frame().width; }
    [[nodiscard]] double em() const { return type_.body.em(); }
    void add(Rows& rows, Rows more) const { std::ranges::move(more, std::back_inserter(rows)); }
    [[nodiscard]] TextRow body_row(SetLine line, double x = 0) const
    {
        return {.line = std::move(line), .x = x, .height = type_.pitch_pt, .size_pt = type_.body.size_pt};
    }

    [[nodiscard]] Rows title_rows() const
    {
        Rows rows;
        const TypeStyle style{.size_pt = type_.title_pt, .grid = type_.body.grid, .align = Align::centre};
        const double room = width() / type_.title_pt * 2;
        // Latin type takes somewhat less than half a cell a letter.
        const int half_cells = static_cast<int>(type_.body.grid ? room + 0.01 : room * 1.1);
        for (const auto& line : title_lines(letter_.title, half_cells, type_.title_joint))
            for (SetLine& set : set_lines(line, Face::title, style, width(), metrics_))
                rows.push_back({.line = std::move(set),
                                .height = std::max(type_.pitch_pt, type_.title_pt * 1.3),
                                .size_pt = type_.title_pt,
                                .keeps_next = true});
        return rows;
    }

    [[nodiscard]] Rows main_rows() const
    {
        Rows rows = title_rows();
        if (!rows.empty()) rows.push_back(a_blank_row(type_.pitch_pt));
        if (!letter_.addressee.empty()) {
            Passage addressee = a_text(letter_.addressee);
            addressee.indented = false;
            add(rows, rows_of(addressee, type_, width(), metrics_));
            if (type_.passage_gap_pt > 0) rows.push_back(a_blank_row(type_.passage_gap_pt));
        }
        add(rows, rows_of(letter_.body, type_, width(), metrics_));
        Rows end = annex_note();
        add(end, signature_rows());
        if (end.empty()) return rows;
        for (std::size_t i = 0; i + 1 < end.size(); ++i) end[i].keeps_next = true;
        std::size_t with_text = 0;
        for (std::size_t i = rows.size(); i > 0 && with_text < body_rows_with_signature; --i) {
            rows[i - 1].keeps_next = true;
            if (!rows[i - 1].line.parts.empty()) ++with_text;
        }
        add(rows, std::move(end));
        return rows;
    }

    /// 7.3.4: one line under the text, indented by two, names under each other, no mark at the end.
    [[nodiscard]] Rows annex_note() const
    {
        Rows rows;
        if (letter_.annexes.empty()) return rows;
        rows.push_back(a_blank_row(type_.pitch_pt));
        std::string label{language::tr(letter_.language, "document.annex_note")};
        const double indent = type_.indent_em * em();
        const double gap = type_.body.grid ? 0 : 0.3 * em();
        const double names_at = indent + set_line(label, Face::fangsong, type_.body, metrics_).width + gap;
        for (std::size_t i = 0; i < letter_.annexes.size(); ++i) {
            const std::string number = letter_.annexes.size() > 1 ? std::to_string(i + 1) + "." : "";
            const double number_width = set_line(number, Face::fangsong, type_.body, metrics_).width;
            const double title_at = names_at + number_width + (number.empty() ? 0 : gap);
            TypeStyle style = type_.body;
            style.align = Align::left;
            bool first = true;
            for (SetLine& line :
                 set_lines(letter_.annexes[i].title, Face::fangsong, style, width() - title_at, metrics_)) {
                rows.push_back(body_row(std::move(line), title_at));
                if (std::exchange(first, false)) {
                    if (i == 0) lead(rows.back(), label, indent);
                    lead(rows.back(), number, names_at);
                }
            }
        }
        return rows;
    }

    /// Puts a text before the row's own, at a place of its own.
    void lead(TextRow& row, const std::string& text, double x) const
    {
        SetLine before = set_line(text, Face::fangsong, type_.body, metrics_);
        for (TextLine& part : before.parts) {
            for (Glyph& glyph : part.glyphs) glyph.x += static_cast<float>(x - row.x);
            row.line.parts.push_back(std::move(part));
        }
    }

    /// 7.3.5: the date right, indented by four; the sender's name in its middle above; room for the seal over both.
    [[nodiscard]] Rows signature_rows() const
    {
        Rows rows;
        if (letter_.signature.empty() && letter_.date.empty()) return rows;
        for (int i = 0; i < rows_for_seal; ++i) rows.push_back(a_blank_row(type_.pitch_pt));
        SetLine name = set_line(letter_.signature, Face::fangsong, type_.body, metrics_);
        SetLine date = set_line(letter_.date, Face::fangsong, type_.body, metrics_);
        const double date_from_right = date.width / 2 + sign_indent_em * em();
        const double middle = width() - std::max(std::min(name.width, width()) / 2, date_from_right);
        if (name.width > width()) {
            TypeStyle style = type_.body;
            style.align = Align::right;
            for (SetLine& line : set_lines(letter_.signature, Face::fangsong, style, width(), metrics_))
                rows.push_back(body_row(std::move(line)));
        } else {
            const double at = middle - name.width / 2;
            rows.push_back(body_row(std::move(name), at));
        }
        const double date_at = middle - date.width / 2;
        rows.push_back(body_row(std::move(date), date_at));
        if (!letter_.note.empty()) add(rows, rows_of(a_text(letter_.note), type_, width(), metrics_));
        return rows;
    }

    /// 7.3.7: on a page of its own, 附件 in 黑体 on its first row, the title centred on the third.
    void draw_annex(std::size_t index)
    {
        const Annex& annex = letter_.annexes[index];
        flow_.next_page();
        Rows rows;
        rows.push_back(body_row(set_line(annex_label(letter_, index), Face::hei, type_.body, metrics_)));
        rows.push_back(a_blank_row(type_.pitch_pt));
        const TypeStyle style{.size_pt = type_.title_pt, .grid = type_.body.grid, .align = Align::centre};
        for (SetLine& line : set_lines(annex.title, Face::title, style, width(), metrics_))
            rows.push_back({.line = std::move(line),
                            .height = std::max(type_.pitch_pt, type_.title_pt * 1.3),
                            .size_pt = type_.title_pt});
        rows.push_back(a_blank_row(type_.pitch_pt / 2));
        add(rows, rows_of(annex.before, type_, width(), metrics_));
        if (!annex.before.empty()) rows.push_back(a_blank_row(type_.pitch_pt / 4));
        for (TextRow& row : rows) row.keeps_next = true;
        if (!rows.empty()) rows.back().keeps_next = false;
        draw_rows(flow_, rows);
        if (!annex.table.columns.empty()) draw_table(flow_, annex.table, type_.table, metrics_);
        if (!annex.after.empty()) flow_.move(type_.pitch_pt / 4);
        draw_rows(flow_, rows_of(annex.after, type_, width(), metrics_));
        draw_blocks(flow_, annex.blocks, type_, metrics_);
    }

    /// 7.4 and 10.1: at the lowest place of the last page's text area, 4号, indented by one; the document form has
    /// rules, the letter form none.
    void draw_copies()
    {
        if (letter_.copies.empty() && letter_.printed_by.empty()) return;
        Typography type = type_;
        const double shrunk = gb9704::size_4 / gb9704::size_3;
        type.body.size_pt *= shrunk;
        type.body.cell_pt *= shrunk;
        const double inset = type.body.em();
        Rows rows;
        for (const std::string* text : {&letter_.copies, &letter_.printed_by}) {
            if (text->empty()) continue;
            Passage passage = a_text(*text);
            passage.indented = false;
            for (TextRow& row : rows_of(passage, type, width() - 2 * inset, metrics_)) {
                row.x = inset;
                rows.push_back(std::move(row));
            }
        }
        const double height = static_cast<double>(rows.size()) * type.pitch_pt;
        flow_.need(height);
        flow_.move_to(flow_.frame().bottom - height);
        if (letter_.head.form == HeadForm::document)
            for (const double y : {flow_.y(), flow_.frame().bottom})
                flow_.page().strokes.push_back(
                    {flow_.frame().left, y, flow_.frame().right(), y, 0.35 * mm, Ink::black});
        draw_rows(flow_, rows);
    }

    /// Page number and, on a register of invented buses, that they are.
    void draw_marks(Page& page, std::size_t number)
    {
        const auto& frame = flow_.frame();
        const TypeStyle style{.size_pt = gb9704::size_4, .grid = type_.body.grid};
        if (number > 1 || letter_.head.form != HeadForm::letter) {
            // Half-width figures between dashes of one character; 7.5.
            const bool right = number % 2 == 1;
            const SetLine line = set_line("— " + std::to_string(number) + " —", Face::song, style, metrics_);
            const double x = right ? frame.right() - gb9704::size_4 - line.width : frame.left + gb9704::size_4;
            place(page, line, x,
                  baseline_in_row(frame.bottom + gb9704::number_below_text, gb9704::size_4, gb9704::size_4));
        }
        if (letter_.demonstration.empty()) return;
        const TypeStyle mark{.size_pt = 12, .grid = type_.body.grid, .ink = Ink::grey};
        const SetLine line = set_line(letter_.demonstration, Face::hei, mark, metrics_);
        place(page, line, frame.right() - line.width, 20 * mm);
    }

    void draw_witness(Page& page)
    {
        constexpr double size = 6.5, pitch = 8.5, lowest = 9 * mm;
        double baseline = page.height - lowest - pitch * static_cast<double>(letter_.witness.size());
        for (const auto& text : letter_.witness) {
            baseline += pitch;
            const TypeStyle style{.size_pt = size, .grid = false, .ink = Ink::grey};
            const SetLine line = set_line(text, Face::song, style, metrics_);
            place(page, line, (page.width - line.width) / 2, baseline);
        }
    }

    const Letter& letter_;
    const Metrics& metrics_;
    Typography type_;
    PageFlow flow_;
};

}  // namespace

std::vector<Page> letter_pages(const Letter& letter, const Metrics& metrics)
{
    return LetterPages(letter, metrics).pages();
}

}  // namespace xiaoan::documents
