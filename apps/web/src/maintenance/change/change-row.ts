/** How a piece of the change is named in the address: its layer, and its number there. */
export function writeChange(layer: string, id: number): string {
  return `${layer}.${id}`;
}

/** @returns undefined where the text names none */
export function readChange(
  text: string | undefined,
): { readonly layer: string; readonly id: number } | undefined {
  const found = /^(\w+)\.(\d{1,9})$/.exec(text ?? '');
  return found ? { layer: found[1]!, id: Number(found[2]) } : undefined;
}
