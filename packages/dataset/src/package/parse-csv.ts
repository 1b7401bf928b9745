type Cell = string | number | null;

/**
 * Rows of a CSV text (RFC 4180): quoted cells may hold commas, quotes and line breaks, a quote within a cell that does not begin with one
 * is a character like others. Cells that are numbers become numbers. Empty rows keep their place, those at the end are left out.
 *
 * @throws Error where there are more than `mostCells`
 */
export function parseCsv(text: string, mostCells = Infinity): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let cells = 0;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const endRow = (): void => {
    while (row.length > 0 && row.at(-1) === null) row.pop();
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (++cells > mostCells) throw new Error(`more than ${mostCells} cells`);
    const [value, end] = text[at] === '"' ? quoted(text, at + 1) : plain(text, at);
    row.push(cellOf(value));
    at = end;
    if (text[at] === ',') {
      at++;
      continue;
    }
    endRow();
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
  }
  if (row.length > 0) endRow();
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

/** The text of a cell after its opening quote, and where the cell ends. What follows a closing quote belongs to the cell. */
function quoted(text: string, from: number): [string, number] {
  let value = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return [value + text.slice(at), text.length];
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const [rest, end] = plain(text, quote + 1);
      return [value + rest, end];
    }
    value += '"';
    at = quote + 2;
  }
}

function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && !',\r\n'.includes(text[end]!)) end++;
  return [text.slice(from, end), end];
}

/** A number where it loses nothing by being one: codes of many digits and those with leading zeros stay text. */
function cellOf(raw: string): Cell {
  const text = raw.trim();
  if (text === '') return null;
  const number = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
  return number ? Number(text) : text;
}
