/** Namespaces that invoices are made of, under the prefixes that documentation and rules use for them. */
export const NAMESPACES = {
  ubl: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  cn: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
  cac: 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  cbc: 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
  ext: 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  udt: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  qdt: 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  // ZUGFeRD 1.0: another generation of the same vocabulary
  rsm1: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
  ram1: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12',
  udt1: 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15',
} as const;

const PREFIXES = new Map<string, string>(Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix]));

/** `cbc:ID` for an element of a known namespace, `{uri}name` for any other, the bare name outside all namespaces. */
export function tagOf(namespace: string, name: string): string {
  if (namespace === '') return name;
  const prefix = PREFIXES.get(namespace);
  return prefix === undefined ? `{${namespace}}${name}` : `${prefix}:${name}`;
}

/** Turns offsets of a text into lines and columns, counted from 1; the lines are found when first asked for. */
export class TextPlaces {
  private starts: number[] | null = null;

  constructor(private readonly text: string) {}

  at(offset: number): { line: number; column: number } {
    const starts = (this.starts ??= this.lineStarts());
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  private lineStarts(): number[] {
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
}

/**
 * One element of a parsed invoice. Whatever prefixes the file uses, `tag` carries the customary one (`cac:Party`), so
 * bindings and rules compare one string. Comments and processing instructions are not kept.
 */
export class XmlElement {
  readonly children: XmlElement[] = [];
  /** The element's own character data, CDATA included, exactly as written; '' where there is none. */
  text = '';

  constructor(
    readonly tag: string,
    /** Local name. */
    readonly name: string,
    readonly namespace: string,
    /** Attributes by local name (`schemeID`), foreign ones by `{uri}name`; namespace declarations are left out. */
    readonly attributes: Readonly<Record<string, string>>,
    readonly parent: XmlElement | null,
    private readonly places: TextPlaces,
    private readonly start: number,
    /** The name with the file's own prefix (`ns2:Party`). For rules that look at prefixes; all others use `tag`. */
    readonly writtenName: string,
  ) {}

  /** Line of the start tag, counted from 1. */
  get line(): number {
    return this.places.at(this.start).line;
  }

  /** Column of the start tag, counted from 1. */
  get column(): number {
    return this.places.at(this.start).column;
  }

  /** The text without white space at both ends. */
  get value(): string {
    return trimXml(this.text);
  }

  /** The first child with this tag, or null. */
  child(tag: string): XmlElement | null {
    for (const child of this.children) if (child.tag === tag) return child;
    return null;
  }

  /** All children with this tag, in the order of the file. */
  all(tag: string): XmlElement[] {
    return this.children.filter((child) => child.tag === tag);
  }

  /** Whether there is a child with this tag, even an empty one. */
  has(tag: string): boolean {
    return this.child(tag) !== null;
  }

  /** The first element down a way of tags, `at('cac:Party', 'cbc:EndpointID')`; every step takes the first match. */
  at(...tags: string[]): XmlElement | null {
    let here: XmlElement | null = this as XmlElement;
    for (const tag of tags) {
      if (here === null) return null;
      here = here.child(tag);
    }
    return here;
  }

  /** Every element down a way of tags, as XPath `a/b/c` would select it. */
  allAt(...tags: string[]): XmlElement[] {
    let here: XmlElement[] = [this];
    for (const tag of tags) here = here.flatMap((element) => element.all(tag));
    return here;
  }

  /** The attribute's value as written, or null where it is absent. */
  attribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  /** This element and everything below it, in the order of the file. */
  *descendants(): Generator<XmlElement> {
    const stack: XmlElement[] = [this];
    for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
      yield element;
      for (let i = element.children.length - 1; i >= 0; i--) stack.push(element.children[i]!);
    }
  }

  /** The way from the root, `/ubl:Invoice/cac:InvoiceLine[2]/cbc:ID`; a number only where siblings share the tag. */
  get path(): string {
    const steps: string[] = [];
    for (let element: XmlElement | null = this as XmlElement; element !== null; element = element.parent) {
      steps.push(element.tag + element.place());
    }
    return '/' + steps.reverse().join('/');
  }

  private place(): string {
    if (this.parent === null) return '';
    let count = 0;
    let own = 0;
    for (const sibling of this.parent.children) {
      if (sibling.tag !== this.tag) continue;
      count++;
      if (sibling === this) own = count;
    }
    return count > 1 ? `[${own}]` : '';
  }
}

/** Strips the four characters that XML calls white space, and no others (a no-break space is content). */
export function trimXml(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  while (end > start && isXmlSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isXmlSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
