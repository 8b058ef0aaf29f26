// npm run release-migrations: freezes the migrations that came since the last release. Never changes a fingerprint that
// stands in the list.
import { writeFileSync } from 'node:fs';
import { fingerprints, LIST, released } from './released-migrations.js';

const list = { ...(await fingerprints()), ...released() };
writeFileSync(LIST, `${JSON.stringify(list, null, 2)}\n`);
console.log(`${Object.keys(list).length} migrations are released: ${Object.keys(list).at(-1)} is the last.`);
