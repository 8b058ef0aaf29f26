// npm run backup, npm run restore: build what is stale, then run the compiled command.
import path from 'node:path';
import { prepare, requireNode, root, run } from './prepare.mjs';

requireNode();
const [name, ...args] = process.argv.slice(2);
await prepare({ web: false });
process.exitCode = await run(process.execPath, [path.join(root, `dist/apps/api/src/commands/${name}.js`), ...args]);
