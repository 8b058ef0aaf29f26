import { placeOf, type Trail } from './trail';

const way: Trail = { clientId: 7, ids: ['a', 'b', 'c'], filter: {}, next: null };

describe('from document to document', () => {
  test('the neighbours are those of the list one came from', () => {
    expect(placeOf(way, 7, 'b')).toEqual({ before: 'a', after: 'c', position: 2, count: 3, more: false });
    expect(placeOf(way, 7, 'c')).toMatchObject({ before: 'b', after: null });
  });
  test('a document from elsewhere, or of another client, has none', () => {
    expect(placeOf(way, 7, 'x').position).toBe(0);
    expect(placeOf(way, 8, 'b')).toMatchObject({ before: null, after: null, position: 0 });
    expect(placeOf(null, 7, 'b').count).toBe(0);
  });
});
