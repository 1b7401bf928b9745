/** Lines drawn over the ground of a layer at an angle. */
export interface Hatching {
  /** Degrees from east, against the clock. */
  readonly angle: 0 | 45 | 90 | 135;
  /** Pixels between two lines. */
  readonly gap: number;
  /** Pixels. */
  readonly width: number;
}

/** How a layer is drawn that is one thing as a whole: a control line, a protected area. */
export interface LineLook {
  readonly colour: string;
  /** Of the outline, in pixels at zoom 14. */
  readonly width: number;
  readonly hatching?: Hatching;
  /** Thousands of small pieces rather than a few large ones. */
  readonly isFine?: boolean;
}

/**
 * The control lines and what is drawn like them. No source at hand gives their colours and hatchings (未核实): the three control lines as the reports
 * draw them, the four city lines in the colours that they are named after. Different angles keep lines apart that lie on one another, and for those who
 * do not see the colours.
 */
export const lineLooks: Readonly<Record<string, LineLook>> = {
  CZKFBJ: { colour: '#c2185b', width: 2.4 },
  STBHHX: { colour: '#15803d', width: 2, hatching: { angle: 45, gap: 8, width: 1 } },
  YJJBNTBHTB: { colour: '#8a5a12', width: 1, hatching: { angle: 135, gap: 8, width: 1 }, isFine: true },
  GDBHMB: { colour: '#a37b00', width: 0.8, hatching: { angle: 0, gap: 10, width: 1 }, isFine: true },
  ZXCQCSLX: { colour: '#1f6fd1', width: 2, hatching: { angle: 0, gap: 6, width: 1 } },
  ZXCQCSLVX: { colour: '#2e8b2e', width: 2, hatching: { angle: 45, gap: 6, width: 1 } },
  ZXCQCSZX: { colour: '#7b3fa0', width: 2, hatching: { angle: 135, gap: 6, width: 1 } },
  ZXCQCSHX: { colour: '#b8860b', width: 2, hatching: { angle: 90, gap: 6, width: 1 } },
  HLFXKZX: { colour: '#155e9e', width: 1.6, hatching: { angle: 90, gap: 10, width: 1 } },
  LSWHBHX: { colour: '#9c3f1c', width: 2, hatching: { angle: 135, gap: 10, width: 1 } },
  XZQ: { colour: '#4a5560', width: 1.4 },
  ZDJSXM: { colour: '#a8326f', width: 2 },
  KFQ: { colour: '#6a4fb3', width: 1.8, hatching: { angle: 45, gap: 12, width: 1 } },
};

/** Of every other layer without classes. */
export const otherLook: LineLook = { colour: '#5b6875', width: 2 };
