// Runs the product's schema check outside of Jest, which cannot load the schema engine (an ES module that awaits at
// its top level): answers each request, a line of JSON, with a line of JSON.
//   node --import run-typescript.mjs einvoice-schemas.mjs <folder with schemas>
import { createInterface } from 'node:readline';
import { loadSchemas } from '../../libs/einvoice/src/schemas.ts';

const schemas = await loadSchemas(process.argv[2]);
for await (const line of createInterface({ input: process.stdin })) {
  const { base64, syntax } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(schemas.validate(Buffer.from(base64, 'base64'), syntax))}\n`);
}
