#include "console/documents/page/letter_pages.hpp"
#include "console/documents/preview/letter_preview.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// The dialog over an empty page, with a letter of as many pages as annexes and one.
struct Preview {
    documents::PreviewState state;
    documents::Fonts fonts;
    std::shared_ptr<const documents::SetLetter> letter;
    Screen screen{
        [this](const desk::Frame& frame, const shell::Rect&) { return documents::draw_letter_preview(state, frame); }};

    explicit Preview(std::size_t annexes)
    {
        documents::Letter made;
        made.info.title = "关于吉G·12345号校车的督办函";
        made.body = {documents::a_text("请予整改。")};
        made.annexes.resize(annexes);
        auto pages = documents::letter_pages(made, fonts);
        letter = std::make_shared<const documents::SetLetter>(made.info, std::move(pages), made);
    }
    /// What the worker does: draws the page that was asked for last.
    void draw_asked()
    {
        const auto* wish = screen.last<desk::DrawLetterPage>();
        REQUIRE(wish != nullptr);
        documents::take_picture(
            state, letter.get(), *wish,
            documents::page_picture(letter->pages[wish->page], static_cast<double>(wish->pixels_per_pt), fonts));
        screen.frames(2);
    }
};

TEST_CASE("a letter is shown as soon as it was set, each page drawn when it is turned to", "[panels]")
{
    Preview preview(2);
    documents::begin_preview(preview.state);
    preview.screen.frames(3);
    CHECK(preview.screen.shows("正在排版…"));
    CHECK(preview.screen.count<desk::DrawLetterPage>() == 0);
    documents::take_letter(preview.state, preview.letter);
    preview.screen.frames(3);
    CHECK(preview.screen.shows("关于吉G·12345号校车的督办函"));
    CHECK(preview.screen.shows("第 1 页，共 3 页"));
    CHECK(preview.screen.count<desk::DrawLetterPage>() == 1);
    preview.draw_asked();
    preview.screen.key("Right");
    CHECK(preview.screen.shows("第 2 页，共 3 页"));
    CHECK(preview.screen.last<desk::DrawLetterPage>()->page == 1);
    preview.draw_asked();
    preview.screen.key("Left");
    CHECK(preview.screen.shows("第 1 页，共 3 页"));
}

TEST_CASE("Page Down goes through a page and on to the next; the main button saves", "[panels]")
{
    Preview preview(1);
    documents::begin_preview(preview.state);
    documents::take_letter(preview.state, preview.letter);
    preview.screen.frames(4);
    preview.draw_asked();
    preview.screen.key("PageDown");
    CHECK(preview.state.scrolled_px > 0);
    CHECK(preview.screen.shows("第 1 页，共 2 页"));
    for (int i = 0; i < 3; ++i) preview.screen.key("PageDown");
    CHECK(preview.screen.shows("第 2 页，共 2 页"));
    preview.draw_asked();
    preview.screen.key("Enter");
    const auto* save = preview.screen.last<desk::SaveLetter>();
    REQUIRE(save != nullptr);
    CHECK(save->path.empty());
}

TEST_CASE("a picture of a page no longer asked for is not shown", "[panels]")
{
    Preview preview(1);
    documents::begin_preview(preview.state);
    documents::take_letter(preview.state, preview.letter);
    preview.screen.frames(4);
    const auto first = *preview.screen.last<desk::DrawLetterPage>();
    preview.draw_asked();
    preview.screen.key("Right");
    documents::take_picture(preview.state, preview.letter.get(), first,
                            documents::page_picture(preview.letter->pages[0], 1, preview.fonts));
    CHECK(preview.state.drawn == first);
    CHECK(preview.state.asked != first);
    documents::give_up(preview.state);
    CHECK(preview.state.shown == nullptr);
}

}  // namespace
