import type { Catalogue } from './language.ts'

/** Staff, permission groups, posts and teams: the words of administrators, in English only. */
export const desktopAdministrationTexts = {
  'process.formBuilder': { en: 'Form builder' },
  'process.formBuilder.explained': { en: 'Designs forms, publishes them and makes them Live.' },
  'process.manageIncomingForms': { en: 'Manage incoming forms' },
  'process.manageIncomingForms.explained': {
    en: 'Reads the forms that families and professionals send, and approves or rejects them.',
  },
  'process.completeForms': { en: 'Complete and save forms' },
  'process.completeForms.explained': { en: 'Fills in forms on the authority’s side and saves them.' },
  'process.deleteForms': { en: 'Delete forms' },
  'process.deleteForms.explained': { en: 'Removes a completed form from a person’s record.' },
  'process.matching': { en: 'Matching' },
  'process.matching.explained': {
    en: 'Decides in Suspense which person an incoming child is, or adds the child as new.',
  },
  'process.people': { en: 'People' },
  'process.people.explained': { en: 'Searches for people and keeps their records.' },
  'process.chronology': { en: 'Chronology' },
  'process.chronology.explained': {
    en: 'Works with what happened to a person, as far as the access list of each item allows.',
  },
  'process.share': { en: 'Share with families and professionals' },
  'process.share.explained': { en: 'Lets families and professionals see a child’s forms and documents.' },
  'process.portalAdministration': { en: 'Portal administration' },
  'process.portalAdministration.explained': {
    en: 'Looks after portal users, settings, texts and message templates.',
  },
  'process.userAdministration': { en: 'User administration' },
  'process.userAdministration.explained': {
    en: 'Opens and closes staff accounts and decides which groups, posts and teams they belong to.',
  },
  'process.verifyProfessionals': { en: 'Verify professionals' },
  'process.verifyProfessionals.explained': {
    en: 'Confirms that professionals are who they say and belong to their organisation.',
  },
  'process.audit': { en: 'Audit' },
  'process.audit.explained': { en: 'Reads who looked at or changed what, and when.' },
  'process.statutoryReturn': { en: 'Statutory return' },
  'process.statutoryReturn.explained': { en: 'Prepares the yearly SEN2 return and sends it.' },
} satisfies Catalogue
