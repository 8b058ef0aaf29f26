// npm run api-client: writes what the browser application knows of the API, from the API's own description. With --print it
// goes to the standard output, from what is built already.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { prepare, requireNode, root } from './prepare.mjs';

requireNode();
const print = process.argv.includes('--print');
if (!print) await prepare({ web: false, dev: true });
const { default: openapiTS, astToString } = await import('openapi-typescript');

const command = path.join(root, 'dist/apps/api/src/commands/openapi.js');
const document = JSON.parse(execFileSync(process.execPath, [command], { maxBuffer: 64 * 1024 * 1024 }));
const head = '// Written by `npm run api-client` from the description of the API; a test fails when it is stale.\n\n';
const text = head + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
if (print) process.stdout.write(text);
else writeFileSync(path.join(root, 'apps/web/src/api/schema.d.ts'), text);
