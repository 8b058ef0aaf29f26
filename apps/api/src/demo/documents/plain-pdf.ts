import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** A page with lines of text, as a supplier without e-invoicing sends it. */
export async function plainPdf(lines: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  lines.forEach((line, index) => page.drawText(line, { x: 60, y: 780 - index * 20, size: 11, font }));
  return Buffer.from(await pdf.save());
}
