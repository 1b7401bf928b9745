export const compareModes = ['swipe', 'side', 'blink'] as const;
/** 卷帘、并排、闪烁. */
export type CompareMode = (typeof compareModes)[number];
