/** `ask-once.ts FOLDER [closed]`: asks an embedded database one question, prints the answer, and closes it where it is told to. */
import { openPglite } from '../database/pglite-database.ts';

const database = await openPglite(process.argv[2]!);
const [row] = await database.query<{ a: number }>('SELECT 1 AS a');
process.stdout.write(`${row!.a}\n`);
if (process.argv[3] === 'closed') await database.close();
