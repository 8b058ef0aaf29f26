export class SearchHitDto {
  type: 'account' | 'product' | 'cost-centre' | 'entry';
  /** Number, code, or year and number of an entry. */
  id: string;
  label: string;
  hint: string;
}

export class SearchResultDto {
  items: SearchHitDto[];
}
