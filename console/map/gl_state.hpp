// Keeps the OpenGL state that drawing the base map changes, and puts it back.
#pragma once

#include <epoxy/gl.h>

#include <array>

namespace xiaoan::map {

/// Taken when made, put back when destroyed.
class KeptState {
public:
    KeptState()
    {
        glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer_);
        glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_framebuffer_);
        glGetIntegerv(GL_SCISSOR_BOX, scissor_box_.data());
        glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
        glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &array_);
        glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &buffer_);
        glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture_);
        glGetIntegerv(GL_VIEWPORT, viewport_.data());
        glGetIntegerv(GL_BLEND_SRC_RGB, &source_);
        glGetIntegerv(GL_BLEND_DST_RGB, &target_);
        glGetFloatv(GL_COLOR_CLEAR_VALUE, clear_.data());
        blend_ = glIsEnabled(GL_BLEND);
        scissor_ = glIsEnabled(GL_SCISSOR_TEST);
        cull_ = glIsEnabled(GL_CULL_FACE);
        depth_ = glIsEnabled(GL_DEPTH_TEST);
    }
    ~KeptState()
    {
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
        glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(read_framebuffer_));
        glScissor(scissor_box_[0], scissor_box_[1], scissor_box_[2], scissor_box_[3]);
        glUseProgram(static_cast<GLuint>(program_));
        glBindVertexArray(static_cast<GLuint>(array_));
        glBindBuffer(GL_ARRAY_BUFFER, static_cast<GLuint>(buffer_));
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture_));
        glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
        glBlendFunc(static_cast<GLenum>(source_), static_cast<GLenum>(target_));
        glClearColor(clear_[0], clear_[1], clear_[2], clear_[3]);
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        set(GL_BLEND, blend_);
        set(GL_SCISSOR_TEST, scissor_);
        set(GL_CULL_FACE, cull_);
        set(GL_DEPTH_TEST, depth_);
    }
    KeptState(const KeptState&) = delete;
    KeptState& operator=(const KeptState&) = delete;

private:
    static void set(GLenum what, GLboolean on) { on == GL_TRUE ? glEnable(what) : glDisable(what); }
    GLint framebuffer_ = 0;
    GLint read_framebuffer_ = 0;
    std::array<GLint, 4> scissor_box_{};
    GLint program_ = 0;
    GLint array_ = 0;
    GLint buffer_ = 0;
    GLint texture_ = 0;
    GLint source_ = 0;
    GLint target_ = 0;
    std::array<GLint, 4> viewport_{};
    std::array<GLfloat, 4> clear_{};
    GLboolean blend_ = GL_FALSE;
    GLboolean scissor_ = GL_FALSE;
    GLboolean cull_ = GL_FALSE;
    GLboolean depth_ = GL_FALSE;
};

}  // namespace xiaoan::map
