#include "data/intake/xml_walk.hpp"

#include "data/intake/fault.hpp"

#include <expat.h>

#include <new>

namespace xiaoan::data {

namespace {

std::string_view local(const char* name)
{
    const std::string_view whole{name};
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view local_name) const
{
    for (const char** pair = pairs_; *pair; pair += 2)
        if (local(pair[0]) == local_name) return std::string_view{pair[1]};
    return std::nullopt;
}

bool XmlAttributes::flag(std::string_view local_name) const
{
    const auto value = get(local_name);
    return value == "1" || value == "true" || value == "on";
}

struct XmlWalk::Callbacks {
    /// Runs `action`, keeps what it throws, and stops the parser then.
    template <class Action>
    static void guarded(void* data, Action action) noexcept
    {
        auto& walk = *static_cast<XmlWalk*>(data);
        if (walk.thrown_) return;
        try {
            action(walk);
        } catch (...) {
            walk.thrown_ = std::current_exception();
            XML_StopParser(walk.parser_, XML_FALSE);
        }
    }
    static void start(void* data, const XML_Char* name, const XML_Char** attributes)
    {
        guarded(data, [&](XmlWalk& walk) {
            if (++walk.depth_ > walk.limits_.xml_depth)
                throw IntakeFault(FaultCode::damaged_workbook, {walk.part_->name(), "嵌套过深 / nested too deeply"});
            walk.content_.start(local(name), XmlAttributes(attributes));
        });
    }
    static void end(void* data, const XML_Char* name)
    {
        guarded(data, [&](XmlWalk& walk) {
            --walk.depth_;
            walk.content_.end(local(name));
        });
    }
    static void text(void* data, const XML_Char* piece, int length)
    {
        guarded(data, [&](XmlWalk& walk) { walk.content_.text({piece, static_cast<std::size_t>(length)}); });
    }
    static void document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int)
    {
        guarded(data, [](XmlWalk& walk) { throw IntakeFault(FaultCode::document_type, {walk.part_->name()}); });
    }
};

XmlWalk::XmlWalk(std::unique_ptr<ZipPart> part, XmlContent& content, const IntakeLimits& limits)
    : part_(std::move(part)), content_(content), limits_(limits), parser_(XML_ParserCreate(nullptr))
{
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, &Callbacks::start, &Callbacks::end);
    XML_SetCharacterDataHandler(parser_, &Callbacks::text);
    XML_SetStartDoctypeDeclHandler(parser_, &Callbacks::document_type);
}

XmlWalk::~XmlWalk()
{
    XML_ParserFree(parser_);
}

void XmlWalk::check_token_length()
{
    const auto at = XML_GetCurrentByteIndex(parser_);
    if (at >= 0 && fed_bytes_ - static_cast<std::uint64_t>(at) > limits_.xml_token_bytes)
        throw IntakeFault(FaultCode::damaged_workbook, {part_->name(), "标记过长 / a tag is too long"});
}

bool XmlWalk::step()
{
    if (ended_) return false;
    constexpr int piece_bytes = 65'536;
    void* const buffer = XML_GetBuffer(parser_, piece_bytes);
    if (!buffer) throw std::bad_alloc();
    const std::size_t count = part_->read(static_cast<char*>(buffer), piece_bytes);
    fed_bytes_ += count;
    ended_ = count == 0;
    const auto status = XML_ParseBuffer(parser_, static_cast<int>(count), ended_ ? XML_TRUE : XML_FALSE);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status != XML_STATUS_OK)
        throw IntakeFault(FaultCode::damaged_workbook, {part_->name(), XML_ErrorString(XML_GetErrorCode(parser_))});
    if (!ended_) check_token_length();
    return !ended_;
}

void XmlWalk::run()
{
    while (step()) {
    }
}

}  // namespace xiaoan::data
