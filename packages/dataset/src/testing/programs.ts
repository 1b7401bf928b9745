import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = 'ogrinfo';
const converter = 'ogr2ogr';

/** Whether GDAL's own programs are installed (Debian: gdal-bin); tests that need them as an oracle are skipped by name else. */
export const hasOgrinfo = spawnSync(program, ['--version']).status === 0;

/** What `ogrinfo` says of all layers and features. */
export function ogrinfo(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || stdout);
  return stdout;
}

/** Converts with GDAL's own `ogr2ogr`, which comes with `ogrinfo`. */
export function ogr2ogr(...args: string[]): void {
  const { stderr, status } = spawnSync(converter, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const office = 'soffice';

/** Whether LibreOffice is installed (Debian: libreoffice-calc); tests that ask it what a workbook holds are skipped by name else. */
export const hasOffice = spawnSync(office, ['--version']).status === 0;

/** The first sheet of a workbook as LibreOffice shows it: CSV in UTF-8, every text cell quoted. `folder` is for its own files. */
export function csvByOffice(workbook: string, folder: string): string {
  convertByOffice(workbook, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true', folder, folder);
  return readFileSync(join(folder, `${basename(workbook, '.xlsx')}.csv`), 'utf8');
}

/** A workbook opened and saved again by LibreOffice, under its own name in another folder. */
export function savedByOffice(workbook: string, folder: string): string {
  const out = join(folder, 'saved');
  convertByOffice(workbook, 'xlsx:Calc MS Excel 2007 XML', folder, out);
  return join(out, basename(workbook));
}

/** Without a locale of UTF-8 LibreOffice finds no folder with a Chinese name, and waits for an answer to a dialog that nobody sees. */
function convertByOffice(workbook: string, filter: string, folder: string, out: string): void {
  const { stderr, status, error } = spawnSync(
    office,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'office'))}`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      out,
      workbook,
    ],
    { env: { ...process.env, LC_ALL: 'C.UTF-8' }, timeout: 50_000, killSignal: 'SIGKILL' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.toString());
}
