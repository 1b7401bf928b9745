/** Characters of a sheet's name in Excel. */
const MOST = 31;

/** Names that Excel takes for sheets: without the characters it forbids, short enough, and each once whatever the case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/[*?:\\/[\]\p{C}]/gu, '_').replace(/^'+|'+$/g, '') || '_';
    let fit = plain.slice(0, MOST).toWellFormed();
    for (let i = 2; taken.has(fit.toUpperCase()); i++) {
      const suffix = ` (${i})`;
      fit = plain.slice(0, MOST - suffix.length).toWellFormed() + suffix;
    }
    taken.add(fit.toUpperCase());
    return fit;
  });
}
