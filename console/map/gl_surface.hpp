// A texture that can be drawn into. Needs a current OpenGL 3.3 core context, also when it is destroyed.
#pragma once

#include "console/map/map_fault.hpp"

#include <epoxy/gl.h>
#include <fmt/format.h>

namespace xiaoan::map {

class GlSurface {
public:
    GlSurface() = default;
    ~GlSurface()
    {
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteTextures(1, &texture_);
    }
    GlSurface(const GlSurface&) = delete;
    GlSurface& operator=(const GlSurface&) = delete;

    /// Its content is undefined after a change of size. Throws MapFault if the driver refuses the size.
    void resize(int width, int height)
    {
        if (texture_ != 0 && width_ == width && height_ == height) return;
        GLint largest = 0;
        glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
        if (width > largest || height > largest)
            throw MapFault(fmt::format("the map would need a texture of {} by {} pixels; this driver goes up to {}",
                                       width, height, largest));
        if (texture_ == 0) {
            glGenTextures(1, &texture_);
            glGenFramebuffers(1, &framebuffer_);
        }
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
            throw MapFault(fmt::format("the driver refuses a picture of {} by {} pixels", width, height));
        width_ = width;
        height_ = height;
    }

    [[nodiscard]] GLuint texture() const noexcept { return texture_; }
    [[nodiscard]] GLuint framebuffer() const noexcept { return framebuffer_; }
    [[nodiscard]] int width() const noexcept { return width_; }
    [[nodiscard]] int height() const noexcept { return height_; }

private:
    GLuint texture_ = 0;
    GLuint framebuffer_ = 0;
    int width_ = 0;
    int height_ = 0;
};

}  // namespace xiaoan::map
