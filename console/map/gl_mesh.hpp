// A mesh of a layer on the graphics card. Needs a current OpenGL 3.3 core context, also when it is destroyed.
#pragma once

#include "console/map/layer.hpp"

#include <epoxy/gl.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xiaoan::map {

class GlMesh {
public:
    explicit GlMesh(const AreaMesh& mesh) : GlMesh(mesh.vertices, mesh.indices) { attribute<AreaVertex>(0, 2, 0); }
    explicit GlMesh(const LineMesh& mesh) : GlMesh(mesh.vertices, mesh.indices)
    {
        attribute<LineVertex>(0, 2, offsetof(LineVertex, x_m));
        attribute<LineVertex>(1, 2, offsetof(LineVertex, normal_x));
        attribute<LineVertex>(2, 1, offsetof(LineVertex, along_m));
        attribute<LineVertex>(3, 1, offsetof(LineVertex, side));
    }
    ~GlMesh()
    {
        glDeleteBuffers(2, buffers_.data());
        glDeleteVertexArrays(1, &array_);
    }
    GlMesh(const GlMesh&) = delete;
    GlMesh& operator=(const GlMesh&) = delete;

    /// Draws the parts that touch `sight`, neighbours in one go.
    void draw(std::span<const Part> parts, const MapBox& sight) const
    {
        glBindVertexArray(array_);
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        const auto flush = [&] {
            if (count > 0)
                glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                               reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
            count = 0;
        };
        for (const Part& part : parts) {
            if (!part.box.touches(sight)) continue;
            if (first + count != part.first || count == 0) {
                flush();
                first = part.first;
            }
            count += part.count;
        }
        flush();
    }

private:
    template <class Vertex>
    GlMesh(const std::vector<Vertex>& vertices, const std::vector<std::uint32_t>& indices)
    {
        glGenVertexArrays(1, &array_);
        glGenBuffers(2, buffers_.data());
        glBindVertexArray(array_);
        glBindBuffer(GL_ARRAY_BUFFER, buffers_[0]);
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(Vertex)), vertices.data(),
                     GL_STATIC_DRAW);
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers_[1]);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                     indices.data(), GL_STATIC_DRAW);
    }
    template <class Vertex>
    static void attribute(GLuint location, GLint size, std::size_t offset)
    {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, size, GL_FLOAT, GL_FALSE, sizeof(Vertex),
                              reinterpret_cast<const void*>(offset));
    }

    GLuint array_ = 0;
    std::array<GLuint, 2> buffers_{};
};

}  // namespace xiaoan::map
