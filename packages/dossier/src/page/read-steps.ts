/// <reference lib="dom" />
/** Reads the whole numbers of an encoded text one after another: varints, negative ones folded in between. */
export interface Steps {
  unsigned(): number;
  signed(): number;
}

/** Opens a text that `ByteWriter` wrote, base64. Runs in the page; self-contained. */
export function readSteps(data: string): Steps {
  const text = atob(data);
  let at = 0;
  const unsigned = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = text.charCodeAt(at++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  const signed = (): number => {
    const value = unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  return { unsigned, signed };
}
