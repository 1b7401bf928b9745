/** Asks an embedded database one question, prints the answer, and closes it where the argument is `closed`. */
import { openPglite } from '../database/pglite-database.ts';

const database = await openPglite();
const [row] = await database.query<{ a: number }>('SELECT 1 AS a');
process.stdout.write(`${row!.a}\n`);
if (process.argv[2] === 'closed') await database.close();
