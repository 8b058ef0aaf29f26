import { defineProblems } from '@lib/kernel';

const text = (title: string, detail: string): { title: string; detail: string } => ({ title, detail });

/** Every refusal of this lib, in both languages. */
export const accessProblems = defineProblems({
  SignInRequired: [
    401,
    text('Anmeldung nötig', 'Bitte melden Sie sich an; die Sitzung fehlt, ist abgelaufen oder wurde beendet.'),
    text('Sign-in required', 'Please sign in; the session is missing, has expired or was ended.'),
  ],
  SignInFailed: [
    401,
    text('Anmeldung fehlgeschlagen', 'Benutzername, Kennwort oder Einmalcode stimmen nicht.'),
    text('Sign-in failed', 'User name, password or one-time code is wrong.'),
  ],
  TotpRequired: [
    401,
    text('Einmalcode nötig', 'Bitte geben Sie den sechsstelligen Code aus Ihrer Authentifizierungs-App ein.'),
    text('One-time code required', 'Please enter the six-digit code of your authenticator application.'),
  ],
  TooManyAttempts: [
    429,
    text('Zu viele Versuche', 'Die Anmeldung ist vorübergehend gesperrt. Bitte warten Sie {seconds} Sekunden.'),
    text('Too many attempts', 'Signing in is blocked for the moment. Please wait {seconds} seconds.'),
  ],
  TooManyStreams: [
    429,
    text(
      'Zu viele Übertragungen zugleich',
      'Sie haben schon {limit} Übertragungen (Dateien, Exporte, Verlaufsanzeigen) gleichzeitig offen. Schließen Sie eine, oder versuchen Sie es in {seconds} Sekunden noch einmal.',
    ),
    text(
      'Too many transfers at once',
      'You have {limit} transfers (files, exports, progress views) open at the same time. Close one, or try again in {seconds} seconds.',
    ),
  ],
  CsrfRefused: [
    403,
    text(
      'Anfrage nicht angenommen',
      'Der Kopf X-CSRF-Token fehlt oder gehört zu einer anderen Sitzung. Laden Sie die Seite neu.',
    ),
    text('Request refused', 'The header X-CSRF-Token is missing or belongs to another session. Reload the page.'),
  ],
  CrossSite: [
    403,
    text('Anfrage von fremder Seite', 'Schreibende Anfragen werden nur von der eigenen Anwendung angenommen.'),
    text('Request from another site', 'Writing requests are only accepted from the application itself.'),
  ],
  PasswordChangeRequired: [
    403,
    text('Neues Kennwort nötig', 'Bitte wählen Sie zuerst ein eigenes Kennwort; das Anfangskennwort gilt nur dafür.'),
    text('New password required', 'Please choose your own password first; the initial one is good for that only.'),
  ],
  SessionRequired: [
    403,
    text(
      'Nur in einer Sitzung',
      'Kennwort, Einmalcode und Zugriffsschlüssel ändern Sie nur nach Anmeldung im Browser.',
    ),
    text(
      'Only in a session',
      'Password, one-time code and API tokens can only be changed after signing in with a browser.',
    ),
  ],
  AccessUndeclared: [
    403,
    text('Nicht erlaubt', 'Für diese Adresse ist nicht festgelegt, wer sie benutzen darf.'),
    text('Not allowed', 'It is not laid down who may use this address.'),
  ],
  CurrentPasswordWrong: [
    422,
    text('Kennwort stimmt nicht', 'Das jetzige Kennwort stimmt nicht.'),
    text('Wrong password', 'The current password is wrong.'),
  ],
  PasswordTooShort: [
    422,
    text('Kennwort zu kurz', 'Das Kennwort braucht mindestens {minimum} Zeichen.'),
    text('Password too short', 'The password needs at least {minimum} characters.'),
  ],
  PasswordTooLong: [
    422,
    text('Kennwort zu lang', 'Das Kennwort darf höchstens {maximum} Zeichen haben.'),
    text('Password too long', 'The password may have {maximum} characters at most.'),
  ],
  PasswordTooCommon: [
    422,
    text('Kennwort zu bekannt', 'Dieses Kennwort ist leicht zu erraten. Besser sind vier oder fünf zufällige Wörter.'),
    text('Password too common', 'This password is easy to guess. Four or five random words do better.'),
  ],
  PasswordContainsName: [
    422,
    text('Kennwort enthält den Namen', 'Das Kennwort darf den Benutzernamen nicht enthalten.'),
    text('Password contains the name', 'The password must not contain the user name.'),
  ],
  PasswordUnchanged: [
    422,
    text('Kennwort unverändert', 'Das neue Kennwort ist das alte.'),
    text('Password unchanged', 'The new password is the old one.'),
  ],
  TotpAlreadyActive: [
    409,
    text(
      'Einmalcode schon eingerichtet',
      'Der Einmalcode ist eingerichtet. Entfernen Sie ihn, bevor Sie ihn neu einrichten.',
    ),
    text('One-time code already set up', 'The one-time code is set up. Remove it before you set it up anew.'),
  ],
  TotpNotStarted: [
    409,
    text('Einrichtung nicht begonnen', 'Fordern Sie zuerst einen Schlüssel für den Einmalcode an.'),
    text('Set-up not started', 'Request a key for the one-time code first.'),
  ],
  TotpWrong: [
    422,
    text(
      'Code stimmt nicht',
      'Der Code stimmt nicht oder wurde schon verwendet. Prüfen Sie die Uhr des Geräts und warten Sie auf den nächsten.',
    ),
    text(
      'Wrong code',
      'The code is wrong or was used already. Check the clock of the device and wait for the next one.',
    ),
  ],
  TokenScope: [
    403,
    text(
      'Zugriffsschlüssel dafür nicht freigegeben',
      'Dieser Zugriffsschlüssel ist für „{scope}“ nicht freigegeben. Legen Sie einen an, der es ist.',
    ),
    text('API token not meant for this', 'This API token does not have the scope “{scope}”. Make one that has it.'),
  ],
  TokenExpiryTooFar: [
    422,
    text('Ablauf zu spät', 'Ein Zugriffsschlüssel gilt höchstens {days} Tage, dieser also bis {day}.'),
    text('Expiry too late', 'An API token works for {days} days at most, this one until {day}.'),
  ],
  TokenExpiryPast: [
    422,
    text('Ablauf in der Vergangenheit', 'Der Zugriffsschlüssel wäre schon am {day} abgelaufen.'),
    text('Expiry in the past', 'The API token would have expired on {day} already.'),
  ],
  AdministratorSeparation: [
    422,
    text(
      'Trennung der Aufgaben',
      'Wer das System verwaltet, hat keine andere Rolle und vertritt niemanden – und wird nicht vertreten. Beenden Sie zuerst die andere Rolle oder Vertretung.',
    ),
    text(
      'Separation of duties',
      'Whoever administers the system holds no other role, deputises for nobody and has no deputy. End the other role or deputyship first.',
    ),
  ],
  AdministratorWholeCentre: [
    422,
    text(
      'Nur für das ganze Zentrum',
      'Die Rolle Administration gilt für das ganze Zentrum und kennt keine Betragsgrenze.',
    ),
    text('Whole centre only', 'The role administrator is for the whole centre and has no amount limit.'),
  ],
  LastAdministrator: [
    422,
    text(
      'Letzte Administration',
      'Mindestens eine tätige Person muss die Rolle Administration ohne Enddatum behalten.',
    ),
    text('Last administrator', 'At least one active person must keep the role administrator without an end date.'),
  ],
  ValidityReversed: [
    422,
    text('Zeitraum verkehrt', 'Der letzte Tag ({validTo}) liegt vor dem ersten ({validFrom}).'),
    text('Period reversed', 'The last day ({validTo}) is before the first ({validFrom}).'),
  ],
  RoleHeldAlready: [
    409,
    text('Rolle schon vorhanden', 'Die Person hat diese Rolle bei diesem Mandanten in diesem Zeitraum schon.'),
    text('Role held already', 'The person holds this role at this client in this period already.'),
  ],
  DeputySelf: [
    422,
    text('Vertretung durch sich selbst', 'Niemand kann sich selbst vertreten.'),
    text('Own deputy', 'Nobody can be their own deputy.'),
  ],
  UnknownClient: [
    422,
    text('Mandant unbekannt', 'Einen Mandanten mit der Nummer {clientId} gibt es nicht.'),
    text('Unknown client', 'There is no client with the number {clientId}.'),
  ],
  UnknownUser: [
    422,
    text('Person unbekannt', 'Diese Person gibt es nicht.'),
    text('Unknown person', 'There is no such person.'),
  ],
  AmountLimitExceeded: [
    422,
    text(
      'Betragsgrenze überschritten',
      'Der Betrag von {amount} EUR liegt über Ihrer Grenze von {limit} EUR bei diesem Mandanten.',
    ),
    text('Amount limit exceeded', 'The amount of {amount} EUR is above your limit of {limit} EUR at this client.'),
  ],
  OwnOidcLink: [
    422,
    text(
      'Nicht für sich selbst',
      'Die Anmeldung über den zentralen Anmeldedienst erlaubt eine andere Person der Administration.',
    ),
    text('Not for oneself', 'Another administrator allows the sign-in through the central sign-in service.'),
  ],
  OidcUnavailable: [
    503,
    text(
      'Anmeldedienst nicht erreichbar',
      'Der zentrale Anmeldedienst antwortet nicht. Versuchen Sie es später oder mit Kennwort.',
    ),
    text('Sign-in service unavailable', 'The central sign-in service does not answer. Try later or with a password.'),
  ],
});
