/** Profiles of ZUGFeRD and Factur-X as XMP names them, by the end of BT-24. */
const PROFILES: readonly [RegExp, string][] = [
  [/:minimum$/, 'MINIMUM'],
  [/:basicwl$/, 'BASIC WL'],
  [/:basic$/, 'BASIC'],
  [/:(?:comfort|en16931)$/, 'EN 16931'],
  [/:extended$/, 'EXTENDED'],
  [/:xrechnung(?::|_|$)/, 'XRECHNUNG'],
  [/^urn:cen\.eu:en16931:2017$/, 'EN 16931'],
];

/** The profile that a specification id (BT-24) stands for, null where it is none of ZUGFeRD. */
export function profileOf(specificationId: string | null): string | null {
  const id = specificationId?.trim().toLowerCase() ?? '';
  return PROFILES.find(([form]) => form.test(id))?.[1] ?? null;
}

/** Whether XMP declares another profile than the record has; unknown ones contradict nothing. */
export function contradicts(declared: string | null, actual: string | null): boolean {
  if (declared === null || actual === null) return false;
  const key = (name: string): string =>
    name
      .replace(/[\s_-]/g, '')
      .toUpperCase()
      .replace('COMFORT', 'EN16931');
  return key(declared) !== key(actual);
}
