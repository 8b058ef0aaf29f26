/** Where in a mask something is wrong: a field of its head, a field of a row, or the whole. */
export interface MaskErrors<HeadField extends string = string, RowField extends string = string> {
  head: Partial<Record<HeadField, string>>;
  rows: Record<string, Partial<Record<RowField, string>>>;
  general: string[];
}

export const noMaskErrors = (): MaskErrors => ({ head: {}, rows: {}, general: [] });
export const hasMaskErrors = ({ head, rows, general }: MaskErrors): boolean =>
  general.length > 0 || Object.keys(head).length > 0 || Object.keys(rows).length > 0;

/** What a refusal says about the fields, and about the whole unless a field says it already. */
export function withDetail<Errors extends MaskErrors>(
  placed: Errors,
  { detail, title }: { detail: string; title: string },
): Errors {
  const said: unknown[] = [...Object.values(placed.head), ...Object.values(placed.rows).flatMap(Object.values)];
  return { ...placed, general: [...new Set([...placed.general, ...(said.includes(detail) ? [] : [detail || title])])] };
}
