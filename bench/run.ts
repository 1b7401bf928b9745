/** `npm run bench`: the same work side by side, in tables and as JSON. README.md tells what is measured and how. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchArguments, groups, usage } from './arguments.ts';
import { describeMachine } from './machine.ts';
import { note } from './note.ts';
import { Postgis } from './peers/postgis.ts';
import { resultsFolder, trialsFolder } from './places.ts';
import type { GroupResult } from './result.ts';
import { resultTable } from './table.ts';

function parse(): ReturnType<typeof benchArguments> {
  try {
    return benchArguments(process.argv.slice(2));
  } catch (error) {
    note(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

// An exit, unlike a signal, stops the server and the processes that were started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const { names, json, ...asked } = parse();
let server: ReturnType<typeof Postgis.start> | undefined;
const postgis = async (): Promise<Postgis | { readonly skipped: string }> => {
  server ??= Postgis.start();
  const started = await server;
  if ('skipped' in started) note(`  the PostGIS peer is skipped: ${started.skipped}`);
  return started;
};

for (const name of names) {
  note(`── ${name}`);
  const cases = await groups[name]!({ ...asked, postgis });
  const started = await server;
  const machine = describeMachine(started instanceof Postgis ? started.versions : undefined);
  const result: GroupResult = { name, machine, cases };
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } else {
    process.stdout.write(`\n${resultTable(result)}\n`);
    const folder = asked.trial ? trialsFolder : resultsFolder;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  }
}
const started = await server;
if (started instanceof Postgis) await started.stop();
