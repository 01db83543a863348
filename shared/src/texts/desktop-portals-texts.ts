import type { Catalogue } from './language.ts'

/** The settings of the portals, as staff see them, in English only; what stands in the preview is in Welsh too. */
export const desktopPortalsTexts = {
  'portals.title': { en: 'Portals' },
  'portals.intro': {
    en: 'What the two portals are called, what they say to everybody and what people can begin on them. A change is on the portal within half a minute.',
  },
  'portals.face.citizen': { en: 'Citizen portal' },
  'portals.face.professional': { en: 'Professional portal' },
  'portals.both': { en: 'Both portals' },
  'portals.addressOf': { en: 'Its address:' },
  'portals.en': { en: 'English' },
  'portals.cy': { en: 'Welsh' },
  'portals.on': { en: 'On' },
  'portals.off': { en: 'Off' },
  'portals.nothing': { en: 'nothing' },
  'portals.nothingOff': { en: 'everything is switched on' },
  'portals.switchedOff': { en: 'switched off: {{list}}' },

  'portals.authorityName': { en: 'Name of the authority' },
  'portals.mails': { en: 'E-mails' },
  'portals.initials': { en: 'Say by initials which child an e-mail is about' },
  'portals.initialsAbout': {
    en: 'Such as “This is about A. K.”, for who has several children. Others who read a mailbox may then know who is meant. Off: the reference alone. No e-mail ever has a name.',
  },
  'portals.authorityNameAbout': {
    en: 'Over every page of both portals, and in the title of the window. {{most}} characters at most. Where there is no Welsh, the English stands.',
  },
  'portals.serviceName': { en: 'Name of the service' },
  'portals.serviceNameAbout': {
    en: 'On every page of this portal, and under its e-mails. {{most}} characters at most. Where there is no Welsh, the English stands.',
  },
  'portals.welcome': { en: 'Welcome page, for who is not signed in' },
  'portals.welcomeTitle': { en: 'Heading' },
  'portals.introduction': { en: 'Introduction' },
  'portals.introductionAbout': {
    en: 'An empty line begins a paragraph; a line that begins with “- ” is an item of a list. {{most}} characters at most.',
  },
  'portals.notice': { en: 'Notice' },
  'portals.noticeShown': { en: 'Show the notice' },
  'portals.noticeAbout': {
    en: 'Above the welcome page, the home page, sign-in and “Contact us”. Such as when you are closed. Its words stay here while it is off.',
  },
  'portals.noticeTitle': { en: 'Heading of the notice' },
  'portals.noticeText': { en: 'Text of the notice' },
  'portals.contact': { en: 'Whom to ask' },
  'portals.who': { en: 'Who' },
  'portals.whoAbout': { en: 'At the foot of every page. {{most}} characters at most.' },
  'portals.phone': { en: 'Telephone' },
  'portals.email': { en: 'E-mail' },
  'portals.hours': { en: 'Opening hours' },
  'portals.hoursAbout': { en: 'On “Contact us” and where something went wrong. May be empty.' },
  'portals.address': { en: 'Postal address' },
  'portals.addressAbout': { en: 'As on an envelope, line by line. May be empty.' },
  'portals.tilesHeading': { en: 'What people can begin' },
  'portals.tiles': { en: 'Switched on' },
  'portals.tilesAbout': {
    en: 'What is due, forms in progress, forms sent and the account are always there. What was begun can always be finished.',
  },
  'portals.tile.startForms': { en: 'Start a form' },
  'portals.tile.shareForms': { en: 'Ask others to help with a form' },
  'portals.tile.tellUs': { en: 'Tell us about a child' },
  'portals.tile.addSeveral': { en: 'Add several children' },
  'portals.tile.caseload': { en: 'Caseload' },
  'portals.tile.joinOrganisation': { en: 'Ask to join an organisation' },
  'portals.tileAbout.startForms': {
    en: 'On the home page. Off: nobody begins a form by themselves. Requests for advice and the tasks of outside experts are answered all the same, and blank forms can be printed.',
  },
  'portals.tileAbout.shareForms': {
    en: 'On a form in progress. Off: nobody else is asked; whoever helps already goes on.',
  },
  'portals.tileAbout.tellUs': {
    en: 'On the page of children. Off: nobody says by themselves that they are a parent or work with a child.',
  },
  'portals.tileAbout.addSeveral': {
    en: 'On the page of children, for schools. Off: no list is taken.',
  },
  'portals.tileAbout.caseload': {
    en: 'On the home page. Off: the list of children is not there; what is asked of people is still on their home page.',
  },
  'portals.tileAbout.joinOrganisation': {
    en: 'On the home page and the page of organisations. Off: people join by invitation alone.',
  },
  'portals.phase': { en: 'How new the service is' },
  'portals.phaseShown': { en: 'Show it' },
  'portals.phaseAbout': { en: 'Under the name of the service, on every page.' },
  'portals.phaseWord': { en: 'Word' },
  'portals.phaseText': { en: 'Sentence' },

  'portals.meanwhile': { en: 'A colleague has changed the same meanwhile' },
  'portals.meanwhileText': {
    en: 'What you typed still stands. What else they changed is taken in. They wrote:',
  },
  'portals.savedFirst': {
    en: 'This was changed meanwhile, so nothing was saved. What you typed is still here: look at what changed, then save again.',
  },
  'portals.problems': { en: 'Cannot be saved yet: {{list}}' },
  'portals.takeTheirs': { en: 'Take theirs: {{name}}' },
  'portals.keepMine': { en: 'Keep mine: {{name}}' },
  'portals.switchOffTitle': { en: 'Switch this off?' },
  'portals.switchOffText': {
    en: 'People can no longer begin this, from now on. What was begun goes on, and you can switch it on again at any time.',
  },
  'portals.counting': { en: 'how much is in use' },
  'portals.use.startForms': { en: '{{count}} forms in progress can still be finished and sent.' },
  'portals.use.startForms_zero': { en: 'no form is in progress.' },
  'portals.use.startForms_one': { en: '1 form in progress can still be finished and sent.' },
  'portals.use.tellUs': { en: '{{count}} people wait for your decision about a child, and still get it.' },
  'portals.use.tellUs_zero': { en: 'nobody waits for your decision about a child.' },
  'portals.use.tellUs_one': { en: '1 person waits for your decision about a child, and still gets it.' },
  'portals.use.joinOrganisation': {
    en: '{{count}} requests to join wait for an answer, and can still get it.',
  },
  'portals.use.joinOrganisation_zero': { en: 'no request to join waits for an answer.' },
  'portals.use.joinOrganisation_one': { en: '1 request to join waits for an answer, and can still get it.' },
  'portals.use.shareForms': { en: 'whoever helps with a form already goes on.' },
  'portals.use.addSeveral': { en: 'children who were added stay with you.' },
  'portals.use.caseload': { en: 'requests for advice stay on the home page.' },

  'portals.preview': { en: 'Preview' },
  'portals.previewFrame': { en: 'The portal as people see it' },
  'portals.previewView': { en: 'Page' },
  'portals.view.welcome': { en: 'Welcome' },
  'portals.view.home': { en: 'Home' },
  'portals.formsHere': {
    en: 'The live forms stand here.',
    cy: 'Mae’r ffurflenni byw yma.',
  },
} satisfies Catalogue
