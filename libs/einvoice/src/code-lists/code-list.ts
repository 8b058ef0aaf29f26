/** A closed list of codes. Codes are compared as written, upper and lower case told apart. */
export class CodeList {
  readonly codes: ReadonlySet<string>;

  /**
   * @param name of the list, as findings and screens show it
   * @param codes separated by white space
   */
  constructor(
    readonly name: string,
    codes: string | Iterable<string>,
  ) {
    this.codes = new Set(typeof codes === 'string' ? codes.trim().split(/\s+/) : codes);
  }

  has(code: string): boolean {
    return this.codes.has(code);
  }

  /** The same list with other codes in it; the rules of one syntax now and then differ by a few. */
  with(change: { add?: string; drop?: string }): CodeList {
    const codes = new Set(this.codes);
    for (const code of (change.add ?? '').split(' ')) if (code !== '') codes.add(code);
    for (const code of (change.drop ?? '').split(' ')) codes.delete(code);
    return new CodeList(this.name, codes);
  }
}
