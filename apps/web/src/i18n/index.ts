import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setApiLanguage } from '~/api/http';
import type { Catalogue } from './catalogue';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'finanzzentrum.language';
const load: Record<Language, () => Promise<Catalogue>> = {
  de: async () => (await import('./de')).de,
  en: async () => (await import('./en')).en,
};

const storedLanguage = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'de');

/** German first; the catalogue of the other language is fetched only when somebody switches to it. */
export async function startI18n(): Promise<void> {
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  apply(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load[language]());
  }
  await i18next.changeLanguage(language);
  apply(language);
}

function apply(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  setApiLanguage(language);
}
