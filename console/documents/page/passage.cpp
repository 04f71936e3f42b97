#include "console/documents/page/passage.hpp"

namespace xiaoan::documents {

namespace {

Face face_of(Level level)
{
    switch (level) {
    case Level::one: return Face::hei;
    case Level::two: return Face::kai;
    case Level::text:
    case Level::three:
    case Level::four: break;
    }
    return Face::fangsong;
}

}  // namespace

std::string Passage::text() const
{
    std::string all;
    for (const Run& run : runs) all += run.text;
    return all;
}

Passage a_text(std::string text)
{
    return {.runs = {{std::move(text), Face::fangsong}}};
}

Passage a_heading(Level level, std::string text)
{
    return {.runs = {{std::move(text), face_of(level)}}, .level = level, .heads_next = true};
}

Passage a_headed_text(Level level, std::string heading, std::string text)
{
    return {.runs = {{std::move(heading), face_of(level)}, {std::move(text), Face::fangsong}}, .level = level};
}

}  // namespace xiaoan::documents
