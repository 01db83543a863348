import type { Catalogue } from './language.ts'

/** Saving while somebody types, and sending files: what stands beside a form without being part of it. */
export const portalSavingTexts = {
  'portal.autosave.unsaved': { en: 'Not saved yet', cy: 'Heb ei gadw eto' },
  'portal.autosave.notYet': { en: 'Not saved yet. {{why}}', cy: 'Heb ei gadw eto. {{why}}' },
  'portal.autosave.waiting': {
    en: 'Not saved yet. What you typed is kept on this page. We save it as soon as there is a connection.',
    cy: 'Heb ei gadw eto. Mae’r hyn a deipioch yn aros ar y dudalen hon. Byddwn yn ei gadw cyn gynted ag y bydd cysylltiad.',
  },
  'portal.autosave.signedOut': {
    en: 'Not saved yet. You have been signed out. Choose “Save and continue” to sign in again. What you typed is not lost.',
    cy: 'Heb ei gadw eto. Rydych wedi cael eich allgofnodi. Dewiswch “Cadw a pharhau” i fewngofnodi eto. Nid yw’r hyn a deipioch wedi’i golli.',
  },
  'portal.autosave.elsewhere': {
    en: 'An answer on this page was changed in another window or on another device. Choose “Save and continue” to see both.',
    cy: 'Newidiwyd ateb ar y dudalen hon mewn ffenestr arall neu ar ddyfais arall. Dewiswch “Cadw a pharhau” i weld y ddau.',
  },
  'portal.autosave.sent': {
    en: 'Not saved. This form has been sent already.',
    cy: 'Heb ei gadw. Mae’r ffurflen hon wedi’i hanfon yn barod.',
  },
  'portal.autosave.gone': {
    en: 'Not saved. This page can no longer be found. Copy what you need before you leave it.',
    cy: 'Heb ei gadw. Ni ellir dod o hyd i’r dudalen hon mwyach. Copïwch yr hyn sydd ei angen arnoch cyn ei gadael.',
  },
  'portal.uploads.heading': { en: 'Sending your files', cy: 'Anfon eich ffeiliau' },
  'portal.uploads.waiting': { en: 'Waiting for its turn', cy: 'Yn aros ei thro' },
  'portal.uploads.sending': { en: '{{percent}}% sent', cy: 'Anfonwyd {{percent}}%' },
  'portal.uploads.checking': {
    en: 'Sent. We are looking at what is in it.',
    cy: 'Anfonwyd. Rydym yn edrych ar beth sydd ynddi.',
  },
  'portal.uploads.lost': {
    en: 'No connection. {{percent}}% is sent, and the rest follows by itself when the connection is back.',
    cy: 'Dim cysylltiad. Mae {{percent}}% wedi’i anfon, a bydd y gweddill yn dilyn ohono’i hun pan ddaw’r cysylltiad yn ôl.',
  },
  'portal.uploads.failed': {
    en: 'Not sent in full. What arrived is kept: try again to go on from there.',
    cy: 'Heb ei hanfon yn llawn. Mae’r hyn a gyrhaeddodd wedi’i gadw: rhowch gynnig arall arni i fynd ymlaen o’r fan honno.',
  },
  'portal.uploads.added': { en: 'Added', cy: 'Ychwanegwyd' },
  'portal.uploads.refused': { en: 'Not added', cy: 'Heb ei hychwanegu' },
  'portal.uploads.cancelled': { en: 'Stopped', cy: 'Wedi’i hatal' },
  'portal.uploads.cancel': { en: 'Cancel', cy: 'Canslo' },
  'portal.uploads.cancelOf': { en: 'Cancel {{name}}', cy: 'Canslo {{name}}' },
  'portal.uploads.again': { en: 'Try again', cy: 'Rhowch gynnig arall arni' },
  'portal.uploads.againOf': { en: 'Try again with {{name}}', cy: 'Rhowch gynnig arall arni gyda {{name}}' },
  'portal.uploads.progress': {
    en: '{{done}} of {{total}} files done',
    cy: '{{done}} o {{total}} ffeil wedi’u gorffen',
  },
  'portal.uploads.unfinished': {
    en: 'Files that did not arrive in full',
    cy: 'Ffeiliau na chyrhaeddodd yn llawn',
  },
  'portal.uploads.unfinishedText': {
    en: 'You began to send these, here or on another device. Choose the same file again to finish, or remove what arrived. Until then they are not part of your form.',
    cy: 'Dechreuoch anfon y rhain, yma neu ar ddyfais arall. Dewiswch yr un ffeil eto i orffen, neu tynnwch yr hyn a gyrhaeddodd. Tan hynny nid ydynt yn rhan o’ch ffurflen.',
  },
  'portal.uploads.arrived': {
    en: '{{percent}}% has arrived. We keep it until {{until}}.',
    cy: 'Mae {{percent}}% wedi cyrraedd. Byddwn yn ei gadw tan {{until}}.',
  },
  'portal.uploads.notSent': {
    en: 'Not sent with the form, because not all of it arrived:',
    cy: 'Ni chaiff ei hanfon gyda’r ffurflen, am na chyrhaeddodd y cyfan ohoni:',
  },
} satisfies Catalogue
