/** The pairs of control lines that must not share ground. */
export const linePairs: readonly { readonly a: string; readonly b: string }[] = [
  { a: 'CZKFBJ', b: 'STBHHX' },
  { a: 'CZKFBJ', b: 'YJJBNTBHTB' },
  { a: 'STBHHX', b: 'YJJBNTBHTB' },
];
