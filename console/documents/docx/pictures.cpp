#include "console/documents/docx/pictures.hpp"

#include "console/documents/draw/page_picture.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <sstream>

namespace xiaoan::documents {

namespace {

constexpr double dots_a_point = 200.0 / 72;
constexpr double emu_a_point = 12'700;  // English metric units, 914,400 an inch
constexpr const char* content_types = "[Content_Types].xml";
constexpr const char* relationships = "word/_rels/document.xml.rels";

std::string png_of(const Figure& figure, const Fonts& fonts)
{
    Page page;
    page.width = figure.drawing.width;
    page.height = figure.drawing.height;
    place(page, figure, 0, 0, fonts);
    PagePicture picture = page_picture(page, dots_a_point, fonts);
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(picture.pixels.data()), CAIRO_FORMAT_RGB24,
                                            picture.width, picture.height, 4 * picture.width),
        cairo_surface_destroy);
    std::string png;
    const auto write = [](void* into, const unsigned char* bytes, unsigned count) {
        static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
        return CAIRO_STATUS_SUCCESS;
    };
    if (cairo_surface_write_to_png_stream(surface.get(), write, &png) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("a picture could not be written");
    return png;
}

std::string name_of(std::size_t index)
{
    return "xiaoan" + std::to_string(index + 1);
}

/// The extent of a picture, in either of its two places.
void add_extent(pugi::xml_node parent, const char* name, const Figure& figure)
{
    auto extent = parent.append_child(name);
    extent.append_attribute("cx").set_value(std::llround(figure.drawing.width * emu_a_point));
    extent.append_attribute("cy").set_value(std::llround(figure.drawing.height * emu_a_point));
}

void add_names(pugi::xml_node node, std::size_t index)
{
    node.append_attribute("id").set_value(static_cast<unsigned>(index + 1));
    node.append_attribute("name").set_value(name_of(index).c_str());
}

std::string text_of(const pugi::xml_document& xml)
{
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out).str();
}

/// A part of the template as XML; an empty element of this name where it has none.
void load(pugi::xml_document& xml, std::string_view docx, const char* part, const char* root, const char* space)
{
    const auto text = part_of(docx, part);
    if (text && !xml.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_declaration))
        throw TemplateFault(std::vector<TemplateProblem>{{"damaged", part}});
    if (!xml.child(root)) xml.append_child(root).append_attribute("xmlns").set_value(space);
}

}  // namespace

void Pictures::add(pugi::xml_node paragraph, const Figure& figure)
{
    const std::size_t index = made_.size();
    made_.push_back(png_of(figure, fonts_));
    auto inline_of = paragraph.append_child("w:r").append_child("w:drawing").append_child("wp:inline");
    inline_of.append_attribute("xmlns:wp")
        .set_value("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    for (const char* side : {"distT", "distB", "distL", "distR"}) inline_of.append_attribute(side).set_value(0);
    add_extent(inline_of, "wp:extent", figure);
    add_names(inline_of.append_child("wp:docPr"), index);
    auto graphic = inline_of.append_child("a:graphic");
    graphic.append_attribute("xmlns:a").set_value("http://schemas.openxmlformats.org/drawingml/2006/main");
    auto data = graphic.append_child("a:graphicData");
    data.append_attribute("uri").set_value("http://schemas.openxmlformats.org/drawingml/2006/picture");
    auto picture = data.append_child("pic:pic");
    picture.append_attribute("xmlns:pic").set_value("http://schemas.openxmlformats.org/drawingml/2006/picture");
    auto about = picture.append_child("pic:nvPicPr");
    add_names(about.append_child("pic:cNvPr"), index);
    about.append_child("pic:cNvPicPr");
    auto filled = picture.append_child("pic:blipFill");
    auto blip = filled.append_child("a:blip");
    blip.append_attribute("xmlns:r").set_value("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    blip.append_attribute("r:embed").set_value(name_of(index).c_str());
    filled.append_child("a:stretch").append_child("a:fillRect");
    auto shape = picture.append_child("pic:spPr");
    auto frame = shape.append_child("a:xfrm");
    auto corner = frame.append_child("a:off");
    corner.append_attribute("x").set_value(0);
    corner.append_attribute("y").set_value(0);
    add_extent(frame, "a:ext", figure);
    auto geometry = shape.append_child("a:prstGeom");
    geometry.append_attribute("prst").set_value("rect");
    geometry.append_child("a:avLst");
}

std::vector<Part> Pictures::parts(std::string_view docx) const
{
    if (made_.empty()) return {};
    pugi::xml_document types, links;
    load(types, docx, content_types, "Types", "http://schemas.openxmlformats.org/package/2006/content-types");
    load(links, docx, relationships, "Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
    auto known = types.child("Types");
    if (!known.find_child_by_attribute("Default", "Extension", "png")) {
        auto added = known.prepend_child("Default");
        added.append_attribute("Extension").set_value("png");
        added.append_attribute("ContentType").set_value("image/png");
    }
    std::vector<Part> all;
    for (std::size_t i = 0; i < made_.size(); ++i) {
        const std::string target = "media/" + name_of(i) + ".png";
        auto link = links.child("Relationships").append_child("Relationship");
        link.append_attribute("Id").set_value(name_of(i).c_str());
        link.append_attribute("Type").set_value(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image");
        link.append_attribute("Target").set_value(target.c_str());
        all.push_back({"word/" + target, made_[i]});
    }
    all.push_back({content_types, text_of(types)});
    all.push_back({relationships, text_of(links)});
    return all;
}

}  // namespace xiaoan::documents
