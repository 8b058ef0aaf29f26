import { createHash } from 'node:crypto';
import type { Content, Document, Operation, Parameter, Schema } from './openapi.js';

const CSS = `
:root { color-scheme: light dark; --ink: light-dark(#1c2733, #dde4ec); --soft: light-dark(#5b6876, #97a4b3); --line: light-dark(#dfe4ea, #313c48);
  --ground: light-dark(#fff, #161c23); --raised: light-dark(#f5f7f9, #1e262f); --accent: light-dark(#1f5f8b, #7db8e0); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--ground); display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem 3rem 1.5rem; border-right: 1px solid var(--line); font-size: .875rem; }
nav ul { list-style: none; margin: .25rem 0 1rem; padding: 0; } nav li { margin: .15rem 0; } nav strong { font-weight: 600; }
main { padding: 2rem 3rem 6rem; max-width: 62rem; }
h1 { font-size: 1.75rem; margin: 0 0 1rem; } h2 { margin: 3.5rem 0 .25rem; font-size: 1.375rem; } h3 { margin: 0; font-size: 1.0625rem; } h4 { margin: 1.25rem 0 .35rem; font-size: .875rem; color: var(--soft); font-weight: 600; }
main p a, td a { text-decoration: underline; text-underline-offset: .15em; }
p { margin: .5rem 0; } .soft { color: var(--soft); }
article { border-top: 1px solid var(--line); padding: 1.75rem 0 .75rem; scroll-margin-top: 1rem; } h2, h3 { scroll-margin-top: 1rem; }
code, pre { font: .875em/1.5 ui-monospace, 'Cascadia Mono', Menlo, monospace; }
p code, td code, li code { background: var(--raised); padding: .05em .3em; border-radius: 3px; }
.address { display: block; margin: .35rem 0 .5rem; overflow-wrap: anywhere; }
.address b { display: inline-block; min-width: 4.2em; color: var(--accent); }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; margin: .5rem 0; }

.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); } td:first-child { white-space: nowrap; }
summary { cursor: pointer; color: var(--accent); font-size: .875rem; }
@media (max-width: 56rem) { body { display: block; } nav { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); } main { padding: 1.5rem; } }
@media print { nav { display: none; } body { display: block; } }
`;

/** Nothing but this page's own style sheet: no script, no frame, nothing from elsewhere. */
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(CSS).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const escape = (text: unknown): string =>
  (typeof text === 'string' ? text : (JSON.stringify(text) ?? '')).replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!,
  );
/** Text with its `code` marked. */
const prose = (text: unknown): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
const nameOf = (ref: string): string => ref.split('/').at(-1)!;
const schemaLink = (name: string): string => `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
const table = (head: string[], rows: string[][]): string =>
  rows.length === 0
    ? ''
    : `<div class="wide" tabindex="0"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;
const section = (title: string, html: string): string => (html ? `<h4>${title}</h4>${html}` : '');
const example = (value: unknown): string =>
  value === undefined
    ? ''
    : `<pre tabindex="0"><code>${escape(typeof value === 'string' ? value : JSON.stringify(value, null, 2))}</code></pre>`;

/** What a schema accepts, in a few words. */
function typeOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schemaLink(nameOf(schema.$ref));
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice) return choice.map(typeOf).join(' or ');
  if (schema.enum && schema.enum.length <= 20)
    return schema.enum.map((value) => `<code>${escape(value)}</code>`).join(' · ');
  if (schema.enum) return 'a problem code';
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  const types = [schema.type].flat().filter((type) => type !== undefined);
  return escape(types.map((type) => (type === 'string' ? (schema.format ?? type) : type)).join(' or '));
}

function limitsOf(schema: Schema & { maximum?: number; minLength?: number; maxLength?: number }): string {
  const { minimum, maximum, minLength, maxLength, pattern } = schema;
  const limits = [
    minimum !== undefined || maximum !== undefined ? `${minimum ?? '…'} to ${maximum ?? '…'}` : '',
    minLength !== undefined || maxLength !== undefined ? `${minLength ?? 0} to ${maxLength ?? '…'} characters` : '',
    pattern ? `\`${pattern}\`` : '',
    schema.default !== undefined ? `default \`${JSON.stringify(schema.default)}\`` : '',
    typeof schema.example === 'string' || typeof schema.example === 'number' ? `for example \`${schema.example}\`` : '',
  ];
  return limits
    .filter(Boolean)
    .map((limit) => ` <span class="soft">${prose(limit)}</span>`)
    .join('');
}

function parametersOf(operation: Operation, document: Document): string {
  const known = (operation.parameters ?? []).map((given) =>
    given.$ref ? document.components.parameters![nameOf(given.$ref)]! : given,
  );
  const row = (parameter: Parameter): string[] => [
    `<code>${escape(parameter.name)}</code>${parameter.required ? '' : ' <span class="soft">optional</span>'}`,
    escape(parameter.in),
    typeOf(parameter.schema),
    prose(parameter.description) + limitsOf(parameter.schema ?? {}),
  ];
  return table(['Name', 'In', 'Type', 'Meaning'], known.map(row));
}

const bodies = (content: Content | undefined, folded: boolean): string =>
  Object.entries(content ?? {})
    .map(([type, { schema, example: shown }]) => {
      const sample = example(shown);
      return `<p><code>${escape(type)}</code> ${typeOf(schema)}</p>${sample && folded ? `<details><summary>Example</summary>${sample}</details>` : sample}`;
    })
    .join('');

function answersOf(operation: Operation): string {
  const [own, refusals] = [[] as string[], [] as string[]];
  for (const [status, response] of Object.entries(operation.responses)) {
    const refusal = response.$ref && nameOf(response.$ref);
    if (refusal) refusals.push(`<a href="#problem-${refusal}">${status}</a>`);
    else own.push(`<p><strong>${status}</strong> ${prose(response.description)}</p>${bodies(response.content, true)}`);
  }
  return `${own.join('')}<p class="soft">Refusals: ${refusals.join(', ')}</p>`;
}

const operationHtml = (method: string, path: string, operation: Operation, document: Document): string => `
<article id="${escape(operation.operationId)}">
<h3><a href="#${escape(operation.operationId)}">${prose(operation.summary)}</a></h3>
<code class="address"><b>${method.toUpperCase()}</b> ${escape(path)}</code>
<p>${prose(operation.description)}</p>
${section('Parameters', parametersOf(operation, document))}
${section('Body', bodies(operation.requestBody?.content, false))}
${section('Answers', answersOf(operation))}
</article>`;

function schemaHtml([name, schema]: [string, Schema]): string {
  const rows = Object.entries(schema.properties ?? {}).map(([property, below]) => [
    `<code>${escape(property)}</code>${schema.required?.includes(property) ? '' : ' <span class="soft">optional</span>'}`,
    typeOf(below),
    prose(below.description) + limitsOf(below),
  ]);
  return `<article id="schema-${escape(name)}"><h3>${escape(name)}</h3>${schema.description ? `<p>${prose(schema.description)}</p>` : ''}${table(['Field', 'Type', 'Meaning'], rows)}</article>`;
}

const refusalHtml = ([name, response]: [string, { description: string; content?: Content }]): string =>
  `<article id="problem-${escape(name)}"><h3>${escape(name)}</h3><p>${prose(response.description)}</p>${bodies(response.content, true)}</article>`;

/** The API's description as one page to read, to link to and to search in: everything is on it, and it needs no script. */
export function docsPage(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const tags = (document.tags ?? []).map((tag) => ({
    ...tag,
    id: `tag-${tag.name.toLowerCase().replaceAll(' ', '-')}`,
    operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  const contents = tags.map(
    (tag) =>
      `<strong><a href="#${tag.id}">${escape(tag.name)}</a></strong><ul>${tag.operations
        .map(({ operation }) => `<li><a href="#${escape(operation.operationId)}">${prose(operation.summary)}</a></li>`)
        .join('')}</ul>`,
  );
  const chapters = tags.map(
    (tag) =>
      `<section><h2 id="${tag.id}">${escape(tag.name)}</h2><p class="soft">${prose(tag.description)}</p>${tag.operations
        .map(({ method, path, operation }) => operationHtml(method, path, operation, document))
        .join('')}</section>`,
  );
  const about = (document.info.description ?? '').split('\n\n').map((paragraph) => `<p>${prose(paragraph)}</p>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Finanzzentrum – API</title><style>${CSS}</style></head>
<body>
<nav aria-label="Contents">${contents.join('')}<strong><a href="#refusals">Refusals</a></strong><br><strong><a href="#schemas">Schemas</a></strong></nav>
<main>
<h1>API of ${escape(document.info.title)}</h1>
${about.join('')}
<p>The same for programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI ${escape(document.openapi)}).</p>
${chapters.join('')}
<section><h2 id="refusals">Refusals</h2>${Object.entries(document.components.responses ?? {})
    .map(refusalHtml)
    .join('')}</section>
<section><h2 id="schemas">Schemas</h2>${Object.entries(document.components.schemas).map(schemaHtml).join('')}</section>
</main>
</body>
</html>
`;
}
