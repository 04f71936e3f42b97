// A line with soft edges, dashed where dash_px.y is above 0.
//   across_px      pixels from the line's middle
//   along_px       pixels from the line's begin
//   dash_px        x: length of a dash; y: of the gap after it, 0 for a whole line
#version 330 core

in float across_px;
in float along_px;

uniform vec4 colour;
uniform float half_width_px;
uniform vec2 dash_px;

out vec4 painted;

void main()
{
    float cover = clamp(half_width_px + 0.5 - abs(across_px), 0.0, 1.0) * min(1.0, 2.0 * half_width_px);
    if (dash_px.y > 0.0) {
        float at = mod(along_px, dash_px.x + dash_px.y);
        cover *= clamp(min(at, dash_px.x - at) + 0.5, 0.0, 1.0);
    }
    painted = vec4(colour.rgb, colour.a * cover);
}
