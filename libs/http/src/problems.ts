import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string): { title: string; detail: string } => ({ title, detail });

/** What is refused because of how it comes, not because of what it says. */
export const httpProblems = defineProblems({
  TooSlow: [
    408,
    text('Übertragung abgebrochen', 'Die Anfrage kam zu langsam an und wurde abgebrochen; nichts wurde gespeichert.'),
    text('Transfer cut off', 'The request arrived too slowly and was cut off; nothing was stored.'),
  ],
  DiskFull: [
    507,
    text(
      'Speicherplatz erschöpft',
      'Auf dem Datenträger des Finanzzentrums ist kein Platz mehr; nichts wurde gespeichert. Bitte verständigen Sie die Betreuung. Dateien und Exporte gehen erst wieder, wenn Platz geschaffen ist.',
    ),
    text(
      'No space left',
      'The disk of the finance centre has no room left; nothing was stored. Please tell those who run it. Files and exports will work again when room has been made.',
    ),
  ],
  TooManyConnections: [
    429,
    text(
      'Zu viele Anfragen zugleich',
      'Von Ihrer Netzadresse laufen schon {limit} Anfragen. Bitte in {seconds} Sekunden noch einmal versuchen.',
    ),
    text(
      'Too many requests at once',
      '{limit} requests of your network address are under way already. Please try again in {seconds} seconds.',
    ),
  ],
});
