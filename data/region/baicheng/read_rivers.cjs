// Prints the river segments of GSHHG's binned file that touch a box, as JSON: [{level, points: [[lon, lat], ...]}, ...].
// usage: node read_rivers.cjs BINNED_RIVER_FILE WEST SOUTH EAST NORTH   (jsfive is found through NODE_PATH)
'use strict';

const fs = require('fs');
const hdf5 = require('jsfive');

const [path, west, south, east, north] = process.argv.slice(2).map((text, i) => (i === 0 ? text : Number(text)));
const bytes = fs.readFileSync(path);
const file = new hdf5.File(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), path);
const values = name => file.get(name).value;

const bin_deg = values('Bin_size_in_minutes')[0] / 60;
const columns = values('N_bins_in_360_longitude_range')[0];
const first_segment = values('Id_of_first_segment_in_a_bin');
const segment_count = values('N_segments_in_a_bin');
const point_count = values('N_points_for_a_segment');
const level = values('Hierarchial_level_of_a_segment');
const first_point = values('Id_of_first_point_in_a_segment');
const lon = values('Relative_longitude_from_SW_corner_of_bin');
const lat = values('Relative_latitude_from_SW_corner_of_bin');

// The file stores unsigned shorts as signed ones: 65535 is the bin's east or north edge.
const within_bin = stored => ((stored & 0xffff) / 0xffff) * bin_deg;

const segments = [];
for (let bin = 0; bin < first_segment.length; ++bin) {
    const bin_west = (bin % columns) * bin_deg;
    const bin_south = 90 - (Math.floor(bin / columns) + 1) * bin_deg;
    if (bin_west > east || bin_west + bin_deg < west || bin_south > north || bin_south + bin_deg < south) continue;
    for (let k = 0; k < segment_count[bin]; ++k) {
        const segment = first_segment[bin] + k;
        const points = [];
        for (let j = 0; j < point_count[segment]; ++j) {
            const at = first_point[segment] + j;
            points.push([bin_west + within_bin(lon[at]), bin_south + within_bin(lat[at])]);
        }
        segments.push({level: level[segment], points});
    }
}
process.stdout.write(JSON.stringify(segments));
