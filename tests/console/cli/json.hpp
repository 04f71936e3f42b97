// JSON as a contract reads it: keys in their order, each with the type of its value.
#pragma once

#include <rapidjson/document.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace xiaoan::test {

inline rapidjson::Document parsed(const std::string& text)
{
    rapidjson::Document json;
    json.Parse(text.c_str(), text.size());
    if (json.HasParseError()) throw std::runtime_error("no JSON: " + text);
    return json;
}

/// {"a":1,"b":[{"c":null},{"c":"x"}]} as "{a whole, b [{c null} {c text}]}": of an array each form of element once.
inline std::string shape(const rapidjson::Value& value)
{
    if (value.IsNull()) return "null";
    if (value.IsBool()) return "bool";
    if (value.IsString()) return "text";
    if (value.IsInt64() || value.IsUint64()) return "whole";
    if (value.IsNumber()) return "number";
    std::string text;
    if (value.IsArray()) {
        std::vector<std::string> forms;
        for (const auto& each : value.GetArray())
            if (auto form = shape(each); std::ranges::find(forms, form) == forms.end()) forms.push_back(form);
        for (const auto& form : forms) text += (text.empty() ? "" : " ") + form;
        return "[" + text + "]";
    }
    for (const auto& member : value.GetObject())
        text += (text.empty() ? "" : ", ") + std::string{member.name.GetString()} + " " + shape(member.value);
    return "{" + text + "}";
}

inline std::string shape(const std::string& text)
{
    return shape(parsed(text));
}

}  // namespace xiaoan::test
