// Draws the lines of a layer: borders, rivers, shores, roads, rails.
//   position_m     map metres from the origin of the base map
//   normal         towards this side of the line, mitre included: times half the width it gives the line's edge
//   along_m        map metres from the line's begin
//   side           -1 right, +1 left
//   clip_from_map  xy: clip units a map metre; zw: clip position of the origin
//   clip_per_px    clip units a pixel
//   half_width_px  of the line as it is seen
//   px_per_m       pixels a map metre
#version 330 core

layout(location = 0) in vec2 position_m;
layout(location = 1) in vec2 normal;
layout(location = 2) in float along_m;
layout(location = 3) in float side;

uniform vec4 clip_from_map;
uniform vec2 clip_per_px;
uniform float half_width_px;
uniform float px_per_m;

out float across_px;
out float along_px;

void main()
{
    // Half a pixel more on each side leaves room for the soft edge.
    float reach_px = half_width_px + 0.5;
    across_px = side * reach_px;
    along_px = along_m * px_per_m;
    vec2 clip = position_m * clip_from_map.xy + clip_from_map.zw + normal * reach_px * clip_per_px;
    gl_Position = vec4(clip, 0.0, 1.0);
}
