import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { XsdValidator } from 'libxml2-wasm';
import type { Syntax } from './model.js';
import { decodeXml } from './xml/decode-xml.js';
import { readXml, type XmlLimits } from './xml/read-xml.js';

/** What the official schema says about a file. */
export interface SchemaVerdict {
  valid: boolean;
  /** The engine's own words (English) with the line, at most a hundred. */
  faults: { line: number; message: string }[];
}

/** The official schemas of UBL 2.1 and CII D16B as far as they were found. */
export interface Schemas {
  /** The syntaxes that can be checked. */
  readonly syntaxes: readonly Syntax[];
  /**
   * Checks a file that `readEInvoice` has read. A file that our own reader refuses (document type, depth, size) never
   * reaches the schema engine: it answers `valid: false` with that reason. Null where there is no schema for the syntax.
   */
  validate(bytes: Uint8Array, syntax: Syntax, limits?: XmlLimits): SchemaVerdict | null;
}

const ENTRY: Partial<Record<Syntax, string>> = {
  'ubl-invoice': 'UBL-Invoice-2.1.xsd',
  'ubl-creditnote': 'UBL-CreditNote-2.1.xsd',
  cii: 'CrossIndustryInvoice_100pD16B.xsd',
};

/** The schemas are only known under this made-up scheme: no path and no address outside of the folder resolves. */
const BASE = 'einvoice-schemas://local/';

const MAX_FAULTS = 100;

const loaded = new Map<string, Promise<Schemas>>();

/**
 * Loads the official schemas from a folder (any depth, as OASIS, UN/CEFACT or KoSIT publish them). They are read once
 * per folder and process. We may not ship them; without them the check of `structure/` stands alone.
 *
 * @throws if the folder cannot be read or a schema in it is broken
 */
export function loadSchemas(folder: string): Promise<Schemas> {
  const key = path.resolve(folder);
  let schemas = loaded.get(key);
  if (schemas === undefined) {
    schemas = read(key);
    loaded.set(key, schemas);
    schemas.catch(() => loaded.delete(key));
  }
  return schemas;
}

async function read(folder: string): Promise<Schemas> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.xsd')).sort();
  const files: Record<string, Uint8Array> = {};
  for (const name of names) {
    files[BASE + name.split(path.sep).join('/')] = await readFile(path.join(folder, name));
  }
  // A WebAssembly module that loads itself when imported: only whoever has schemas pays for it.
  const { ParseOption, XmlBufferInputProvider, XmlDocument, XmlLibError, XsdValidator, xmlRegisterInputProvider } =
    await import('libxml2-wasm');
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const safe = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;

  const validators = new Map<Syntax, XsdValidator>();
  for (const [syntax, name] of Object.entries(ENTRY) as [Syntax, string][]) {
    const url = Object.keys(files).find((file) => file.endsWith(`/${name}`));
    if (url === undefined) continue;
    const schema = XmlDocument.fromBuffer(files[url]!, { url, option: safe });
    try {
      validators.set(syntax, XsdValidator.fromDoc(schema));
    } finally {
      schema.dispose();
    }
  }

  return {
    syntaxes: [...validators.keys()],
    validate(bytes, syntax, limits) {
      const validator = validators.get(syntax);
      if (validator === undefined) return null;
      const reading = readXml(bytes, limits);
      const decoded = decodeXml(bytes);
      if (reading.outcome !== 'read' || 'fault' in decoded) {
        const fault = reading.outcome === 'read' ? null : reading.fault;
        return { valid: false, faults: [{ line: fault?.line ?? 0, message: fault?.message.en ?? '' }] };
      }
      // The text is decoded by us, so the engine ignores the declaration; sizes were limited by our reader.
      const option =
        safe | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES | ParseOption.XML_PARSE_HUGE;
      const document = XmlDocument.fromString(decoded.text, { option });
      try {
        validator.validate(document);
        return { valid: true, faults: [] };
      } catch (error) {
        if (!(error instanceof XmlLibError)) throw error;
        const faults = error.details.slice(0, MAX_FAULTS);
        return { valid: false, faults: faults.map(({ line, message }) => ({ line, message: message.trim() })) };
      } finally {
        document.dispose();
      }
    },
  };
}
