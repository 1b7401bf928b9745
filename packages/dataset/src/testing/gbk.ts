const decoder = new TextDecoder('gbk');
const bytesOf = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\ufffd') bytesOf.set(character, [lead, trail]);
  }
}

/** Text in GBK: Node decodes it but cannot encode it. */
export function gbk(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (bytesOf.get(c) ?? [0x3f]))),
  );
}
