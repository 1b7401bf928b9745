/** The scheme's figures to which the invented county keeps (standards.md §0.3), m². */
export const COUNTY_AREA = 8223.7e6;
export const RED_LINE_AREA = 80181.07e4;
export const BOUNDARY_AREA = 4831.77e4;
export const CULTIVATED_AREA = 655613e4;
