import { readFileSync } from 'node:fs';
import { FileReader } from './file-reader.js';
import { boundedReader } from '../../../../test/support/reading.js';
import { schemaFolder } from '../../../../test/support/einvoice-samples.js';
import { samples } from '../../../../test/support/samples.js';

const SAMPLE = samples('einvoice/own/ubl', (name) => name === 'buecher-7-19.ubl.xml')[0]!.file;
const officialSchemas = schemaFolder();

describe('the reader', () => {
  test('answers the same here and in a process, exact numbers included', async () => {
    const bytes = readFileSync(SAMPLE);
    const reader = boundedReader();
    try {
      const [there, here] = await Promise.all(
        [reader, new FileReader()].map((one) => one.read(bytes, { name: 'r.xml' })),
      );
      expect(there!.invoice!.totals!.gross!.value!.toFixed(2)).toBe('462.11');
      expect(JSON.parse(JSON.stringify(there))).toEqual(JSON.parse(JSON.stringify(here)));
    } finally {
      await reader.onApplicationShutdown();
    }
  });

  test('the day of receipt chooses the release of the rules', async () => {
    const reader = new FileReader();
    const bytes = readFileSync(SAMPLE);
    const [before, after] = await Promise.all(
      ['2026-02-01', '2026-04-01'].map((receivedOn) => reader.read(bytes, { name: 'r.xml', receivedOn })),
    );
    expect(before!.edition).toMatch(/1\.3\.15/);
    expect(after!.edition).toMatch(/1\.3\.16/);
  });

  if (officialSchemas !== null) {
    test('applies the official schemas where a folder is configured', async () => {
      const reader = boundedReader({ processes: 1 }, officialSchemas);
      try {
        const sound = readFileSync(SAMPLE, 'utf8');
        const wrong = sound.replace('<cbc:IssueDate>', '<cbc:Unheard>x</cbc:Unheard><cbc:IssueDate>');
        expect(wrong).not.toBe(sound);
        const good = await reader.read(Buffer.from(sound), { name: 'r.xml' });
        expect(good).toMatchObject({ decision: 'accept', legalClass: 'e-rechnung' });
        const bad = await reader.read(Buffer.from(wrong), { name: 'r.xml' });
        expect(bad).toMatchObject({ decision: 'reject', legalClass: 'sonstige-rechnung' });
        expect(bad.findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['FZ-FORM', 'FZ-SCHEMA']));
      } finally {
        await reader.onApplicationShutdown();
      }
    });
  }

  test('a folder of schemas that is not there is said, and blames no file', async () => {
    const reader = boundedReader({ processes: 1 }, '/nowhere/at/all');
    try {
      const answer = reader.read(Buffer.from('<a/>'), { name: 'r.xml' });
      await expect(answer).rejects.toMatchObject({
        name: 'ReaderUnavailable',
        why: 'broken',
        message: expect.stringContaining('/nowhere/at/all') as string,
      });
    } finally {
      await reader.onApplicationShutdown();
    }
  });
});
