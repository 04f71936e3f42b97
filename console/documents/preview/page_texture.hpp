// A page's picture on the graphics card. Needs a current OpenGL 3.3 core context once it holds one, also when it is
// destroyed.
#pragma once

#include "console/documents/draw/page_picture.hpp"

namespace xiaoan::documents {

class PageTexture {
public:
    PageTexture() = default;
    ~PageTexture();
    PageTexture(const PageTexture&) = delete;
    PageTexture& operator=(const PageTexture&) = delete;

    void show(const PagePicture& picture);
    [[nodiscard]] unsigned id() const { return id_; }
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }

private:
    unsigned id_ = 0;
    int width_ = 0;
    int height_ = 0;
};

}  // namespace xiaoan::documents
