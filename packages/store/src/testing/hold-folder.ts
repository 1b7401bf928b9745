/** Takes a data folder, says so and keeps it until it is killed. */
import { lockFolder } from '../database/folder-lock.ts';

await lockFolder(process.argv[2]!);
process.stdout.write('held\n');
setInterval(() => {}, 1000);
