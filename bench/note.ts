/** A line of progress. On standard error, so that standard output holds the result alone. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
