/** Height of a line in a long list, as in tables.css: close where a mouse points, wider where fingers do. */
export const rowHeight = (): number => (window.matchMedia('(max-width: 700px)').matches ? 26 : 19);
