/** Rows of a CSV text (RFC 4180): quoted cells may hold commas, quotes and line breaks; cells that are numbers become numbers. */
export function parseCsv(text: string): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  let row: (string | number | null)[] = [];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/y;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, value, end] = match;
    row.push(cellOf(value!));
    if (end !== ',') {
      if (row.some((item) => item !== null)) rows.push(row);
      row = [];
    }
    if (whole === '' || cell.lastIndex >= text.length) break;
  }
  return rows;
}

function cellOf(raw: string): string | number | null {
  const text = (raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    .replace(/^\ufeff/, '')
    .trim();
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text;
}
