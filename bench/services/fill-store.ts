/** `fill-store.ts FOLDER FILED BASE`: a data folder with a county and one account, for `tuheng serve`. */
import { openDatabase } from '@tuheng/store';
import { fillCounty } from './fill-county.ts';

const [folder, filed, basic] = process.argv.slice(2) as [string, string, string];
const database = await openDatabase({ folder });
await fillCounty(database, filed, basic, 1);
await database.close();
