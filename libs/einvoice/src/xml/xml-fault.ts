/**
 * Why a file could not be read as XML. `refused` faults concern what we do not touch (document type declarations,
 * sizes, depth); the others mean that the file is no well-formed XML.
 */
export interface XmlFault {
  code:
    | 'doctype'
    | 'html'
    | 'too-large'
    | 'too-deep'
    | 'too-many-elements'
    | 'too-many-attributes'
    | 'encoding-unsupported'
    | 'encoding-contradiction'
    | 'encoding-invalid'
    | 'empty'
    | 'syntax'
    | 'unknown-document';
  /** Where, counted from 1; null where the file was not parsed. */
  line: number | null;
  column: number | null;
  /** The element that was open at this place, null where there is none. */
  path: string | null;
  message: { de: string; en: string };
}

export function xmlFault(
  code: XmlFault['code'],
  message: XmlFault['message'],
  place: { line: number; column: number; path: string | null } | null = null,
): XmlFault {
  return { code, line: place?.line ?? null, column: place?.column ?? null, path: place?.path ?? null, message };
}
