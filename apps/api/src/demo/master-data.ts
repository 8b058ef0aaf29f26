/** Products of a demonstration municipality below the product frame. */
export const TOWN_PRODUCTS: readonly (readonly [code: string, name: string])[] = [
  ['111.01', 'Politische Gremien'],
  ['111.02', 'Verwaltungsführung'],
  ['111.03', 'Finanzmanagement und Abgaben'],
  ['111.04', 'Personal und Organisation'],
  ['111.05', 'Informationstechnik'],
  ['111.06', 'Gebäudemanagement'],
  ['111.07', 'Bauhof'],
  ['121.01', 'Wahlen'],
  ['122.01', 'Ordnungsangelegenheiten'],
  ['122.02', 'Bürgerbüro und Meldewesen'],
  ['122.03', 'Standesamt'],
  ['126.01', 'Freiwillige Feuerwehr'],
  ['211.01', 'Grundschule Am Anger'],
  ['211.02', 'Grundschule Mühlenfeld'],
  ['218.01', 'Gesamtschule'],
  ['241.01', 'Schülerbeförderung'],
  ['243.01', 'Offene Ganztagsschule'],
  ['272.01', 'Gemeindebücherei'],
  ['281.01', 'Heimat- und Kulturpflege'],
  ['313.01', 'Leistungen für Asylbewerber'],
  ['315.01', 'Unterkünfte'],
  ['351.01', 'Sonstige soziale Leistungen'],
  ['361.01', 'Förderung von Kindertageseinrichtungen'],
  ['366.01', 'Jugendzentrum'],
  ['421.01', 'Sportförderung'],
  ['424.01', 'Sporthallen und Sportplätze'],
  ['511.01', 'Bauleitplanung'],
  ['521.01', 'Bauordnung'],
  ['537.01', 'Abfallwirtschaft'],
  ['541.01', 'Gemeindestraßen und Beleuchtung'],
  ['545.01', 'Straßenreinigung und Winterdienst'],
  ['551.01', 'Parks und Grünflächen'],
  ['553.01', 'Friedhöfe'],
  ['571.01', 'Wirtschaftsförderung'],
  ['611.01', 'Steuern, Zuweisungen, Umlagen'],
  ['612.01', 'Kredite und Geldanlagen'],
];

export const TOWN_COST_CENTRES: readonly (readonly [code: string, name: string])[] = [
  ['1010', 'Rathaus'],
  ['1020', 'Bürgerbüro'],
  ['1210', 'Feuerwehrgerätehaus Mitte'],
  ['1220', 'Feuerwehrgerätehaus Süd'],
  ['2110', 'Grundschule Am Anger'],
  ['2120', 'Grundschule Mühlenfeld'],
  ['2180', 'Gesamtschule'],
  ['2720', 'Bücherei'],
  ['3150', 'Unterkunft Feldstraße'],
  ['3660', 'Jugendzentrum'],
  ['4240', 'Dreifachsporthalle'],
  ['5410', 'Straßennetz'],
  ['5530', 'Waldfriedhof'],
  ['7000', 'Bauhof'],
  ['7010', 'Fuhrpark Bauhof'],
];

/** Accounts that a client adds below the chart. */
export const TOWN_ACCOUNTS: readonly (readonly [number: string, name: string])[] = [
  ['441110', 'Mieten Dorfgemeinschaftshaus'],
  ['529140', 'Winterdienst durch Dritte'],
  ['529150', 'Abfallentsorgung durch Dritte'],
];

export const SEWAGE_PRODUCTS: readonly (readonly [code: string, name: string])[] = [
  ['538.01', 'Kanalnetz und Pumpwerke'],
  ['538.02', 'Kläranlage'],
  ['538.03', 'Niederschlagswasser'],
  // A business of a public body: its power is sold, so its input tax is deducted; sewage itself is a public duty.
  ['531.01', 'Stromerzeugung aus Klärgas (BgA)'],
  ['612.01', 'Kredite und Geldanlagen'],
];

export const SEWAGE_COST_CENTRES: readonly (readonly [code: string, name: string])[] = [
  ['100', 'Betriebsleitung'],
  ['210', 'Kanalnetz'],
  ['220', 'Pumpwerke'],
  ['310', 'Kläranlage'],
  ['320', 'Schlammbehandlung'],
];

/** Somebody for every role. None of them exists. */
export interface DemoPerson {
  userName: string;
  displayName: string;
  role:
    | 'clerk'
    | 'budget-holder'
    | 'cash-officer'
    | 'enforcement-officer'
    | 'treasurer'
    | 'auditor'
    | 'centre-lead'
    | 'administrator';
  /** Keys of the clients where the role holds; null: in the whole centre. */
  clients: readonly string[] | null;
  /** In whole euros. */
  amountLimit?: number;
}

export const PEOPLE: readonly DemoPerson[] = [
  { userName: 'demo.buchhaltung', displayName: 'Beate Beleg (Demo)', role: 'clerk', clients: null },
  {
    userName: 'demo.budget',
    displayName: 'Bodo Budget (Demo)',
    role: 'budget-holder',
    clients: ['ahlenbrueck'],
    amountLimit: 10_000,
  },
  {
    userName: 'demo.budget2',
    displayName: 'Berta Bewirtschaftung (Demo)',
    role: 'budget-holder',
    clients: ['wesenrode', 'lindhoven', 'abwasserwerk-ahlenbrueck'],
  },
  { userName: 'demo.fachbereich', displayName: 'Frank Fachbereich (Demo)', role: 'budget-holder', clients: null },
  { userName: 'demo.kasse', displayName: 'Karla Kasse (Demo)', role: 'cash-officer', clients: null },
  { userName: 'demo.vollstreckung', displayName: 'Volker Vollzug (Demo)', role: 'enforcement-officer', clients: null },
  {
    userName: 'demo.kaemmerei',
    displayName: 'Kim Kämmerei (Demo)',
    role: 'treasurer',
    clients: ['ahlenbrueck', 'abwasserwerk-ahlenbrueck'],
  },
  { userName: 'demo.pruefung', displayName: 'Petra Prüfung (Demo)', role: 'auditor', clients: null },
  { userName: 'demo.leitung', displayName: 'Lea Leitung (Demo)', role: 'centre-lead', clients: null },
  { userName: 'demo.admin', displayName: 'Adam Admin (Demo)', role: 'administrator', clients: null },
];
