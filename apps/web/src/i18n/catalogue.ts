import type { de } from './de';

type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** Every language carries exactly the keys of the German catalogue; the compiler tells when one is missing. */
export type Catalogue = Words<typeof de>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Catalogue };
    returnNull: false;
  }
}
