// Runs the product's schema check outside of Jest, which cannot load the schema engine (an ES module that awaits at
// its top level): compiles the lib and answers each request, a line of JSON, with a line of JSON.
//   node einvoice-schemas.mjs <libs/einvoice/src> <folder with schemas> <folder for the compiled code>
import { transformSync } from '@swc/core';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [source, schemaFolder, out] = process.argv.slice(2);
const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
for (const name of readdirSync(source, { recursive: true })) {
  if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
  const file = path.join(out, name.replace(/\.ts$/, '.js'));
  mkdirSync(path.dirname(file), { recursive: true });
  const text = readFileSync(path.join(source, name), 'utf8');
  writeFileSync(file, transformSync(text, { filename: name, swcrc: false, module: { type: 'es6' }, jsc }).code);
}
writeFileSync(path.join(out, 'package.json'), '{"type":"module"}');
symlinkSync(path.resolve(import.meta.dirname, '../../node_modules'), path.join(out, 'node_modules'), 'junction');

const { loadSchemas } = await import(pathToFileURL(path.join(out, 'schemas.js')).href);
const schemas = await loadSchemas(schemaFolder);
for await (const line of createInterface({ input: process.stdin })) {
  const { base64, syntax } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(schemas.validate(Buffer.from(base64, 'base64'), syntax))}\n`);
}
