/** User names are written in small letters and compared so. */
export const userNameOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();
