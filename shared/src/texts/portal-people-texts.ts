import type { Catalogue } from './language.ts'

/** The children of a portal user: those shared with them, and those whom they told us of. */
export const portalPeopleTexts = {
  'portal.home.children': {
    en: 'Children you are linked to, and how their cases are going',
    cy: 'Plant rydych wedi’ch cysylltu â nhw, a sut mae eu hachosion yn mynd',
  },
  'portal.home.ownCase': {
    en: 'See how your case is going, or tell us who you are',
    cy: 'Gweld sut mae eich achos yn mynd, neu ddweud wrthym pwy ydych chi',
  },
  'portal.children.ownTitle': { en: 'Your case', cy: 'Eich achos' },
  'portal.children.ownNone': {
    en: 'We have not linked this account to your record yet. Sending a form does not do it: tell us below who you are.',
    cy: 'Nid ydym wedi cysylltu’r cyfrif hwn â’ch cofnod eto. Nid yw anfon ffurflen yn gwneud hynny: dywedwch wrthym isod pwy ydych chi.',
  },
  'portal.children.tellUsOwn': { en: 'Tell us who you are', cy: 'Dywedwch wrthym pwy ydych chi' },
  'portal.children.title': { en: 'Children', cy: 'Plant' },
  'portal.children.none': {
    en: 'We have not linked you to any child yet. Sending a form does not do it: tell us below who your child is.',
    cy: 'Nid ydym wedi’ch cysylltu ag unrhyw blentyn eto. Nid yw anfon ffurflen yn gwneud hynny: dywedwch wrthym isod pwy yw eich plentyn.',
  },
  'portal.children.noneNotOffered': {
    en: 'We have not linked you to any child. Contact the SEND team if you think we should.',
    cy: 'Nid ydym wedi’ch cysylltu ag unrhyw blentyn. Cysylltwch â’r tîm AAA os ydych yn meddwl y dylem.',
  },
  'portal.children.noneAtWork': {
    en: 'We have not linked you to any child yet. Tell us below which child you work with.',
    cy: 'Nid ydym wedi’ch cysylltu ag unrhyw blentyn eto. Dywedwch wrthym isod gyda pha blentyn rydych yn gweithio.',
  },
  'portal.children.until': { en: 'until {{day}}', cy: 'tan {{day}}' },
  'portal.children.open': { en: 'See how it is going', cy: 'Gweld sut mae’n mynd' },
  'portal.children.openTask': {
    en: 'See what we ask you to do',
    cy: 'Gweld yr hyn rydym yn ei ofyn gennych',
  },
  'portal.children.claims': { en: 'What you told us', cy: 'Yr hyn a ddywedoch wrthym' },
  'portal.children.claimState.waiting': {
    en: 'We are looking at this, sent on {{day}}',
    cy: 'Rydym yn edrych ar hyn, anfonwyd ar {{day}}',
  },
  'portal.children.claimState.accepted': { en: 'Yes: you are linked', cy: 'Ydym: rydych wedi’ch cysylltu' },
  'portal.children.claimState.refused': {
    en: 'We could not link you. Ask the SEND team why',
    cy: 'Ni allem eich cysylltu. Gofynnwch i’r tîm AAA pam',
  },
  'portal.children.claimState.withdrawn': { en: 'You took this back', cy: 'Fe wnaethoch dynnu hyn yn ôl' },
  'portal.children.withdraw': { en: 'Take back', cy: 'Tynnu’n ôl' },
  'portal.children.tellUs': { en: 'Tell us about your child', cy: 'Dywedwch wrthym am eich plentyn' },
  'portal.children.tellUsOther': { en: 'Tell us about a child', cy: 'Dywedwch wrthym am blentyn' },
  'portal.children.youngPerson': { en: 'You', cy: 'Chi' },
  'portal.relation.parentCarer': { en: 'You are a parent or carer', cy: 'Rydych yn rhiant neu’n ofalwr' },
  'portal.relation.youngPerson': { en: 'This is you', cy: 'Dyma chi' },
  'portal.relation.professional': {
    en: 'You work with this child',
    cy: 'Rydych yn gweithio gyda’r plentyn hwn',
  },
  'portal.relation.expert': {
    en: 'You were asked for a report',
    cy: 'Gofynnwyd i chi am adroddiad',
  },
  'portal.child.noCase': {
    en: 'No assessment is open at the moment.',
    cy: 'Nid oes asesiad ar agor ar hyn o bryd.',
  },
  'portal.child.assessment': {
    en: 'Request for an EHC needs assessment',
    cy: 'Cais am asesiad anghenion EHC',
  },
  'portal.child.whoSees': {
    en: 'You see this because the SEND team has linked you to this child. Ask the team if that is wrong.',
    cy: 'Rydych yn gweld hyn oherwydd bod y tîm AAA wedi’ch cysylltu â’r plentyn hwn. Gofynnwch i’r tîm os yw hynny’n anghywir.',
  },
  'portal.task.title': { en: 'What we ask you to do', cy: 'Yr hyn rydym yn ei ofyn gennych' },
  'portal.task.until': {
    en: 'You can see this child’s case until the end of {{day}}.',
    cy: 'Gallwch weld achos y plentyn hwn tan ddiwedd {{day}}.',
  },
  'portal.task.next': {
    en: 'Ask the SEND team if anything about the task is not clear, or if you need more time.',
    cy: 'Gofynnwch i’r tîm AAA os nad yw unrhyw beth am y dasg yn glir, neu os oes angen mwy o amser arnoch.',
  },
  'portal.task.forChild': { en: 'Expert advice about {{child}}', cy: 'Cyngor arbenigol am {{child}}' },
  'portal.task.status': { en: 'Asked of you', cy: 'Gofynnwyd i chi' },
  'portal.claim.text': {
    en: 'The SEND team checks that you may see a child’s information. We write to you when we have decided, usually within five working days.',
    cy: 'Mae’r tîm AAA yn gwirio y cewch weld gwybodaeth plentyn. Byddwn yn ysgrifennu atoch pan fyddwn wedi penderfynu, fel arfer o fewn pum diwrnod gwaith.',
  },
  'portal.claim.relation': { en: 'Who are you to the child?', cy: 'Pwy ydych chi i’r plentyn?' },
  'portal.claim.relation.parentCarer': { en: 'Parent or carer', cy: 'Rhiant neu ofalwr' },
  'portal.claim.relation.youngPerson': {
    en: 'I am the young person',
    cy: 'Fi yw’r person ifanc',
  },
  'portal.claim.relation.professional': {
    en: 'I work with the child',
    cy: 'Rwy’n gweithio gyda’r plentyn',
  },
  'portal.claim.relationNeeded': {
    en: 'Say who you are to the child',
    cy: 'Dywedwch pwy ydych chi i’r plentyn',
  },
  'portal.claim.evidence': { en: 'How can we check this?', cy: 'Sut gallwn wirio hyn?' },
  'portal.claim.evidenceHint': {
    en: 'For example: “The school knows me as her mother” or “I can show his birth certificate.” You do not send documents here.',
    cy: 'Er enghraifft: “Mae’r ysgol yn fy adnabod fel ei mam” neu “Gallaf ddangos ei dystysgrif geni.” Nid ydych yn anfon dogfennau yma.',
  },
  'portal.claim.evidenceHintAtWork': {
    en: 'For example: “The head teacher can confirm it.” You do not send documents here.',
    cy: 'Er enghraifft: “Gall y pennaeth gadarnhau hynny.” Nid ydych yn anfon dogfennau yma.',
  },
  'portal.claim.evidenceNeeded': {
    en: 'Say how we can check this',
    cy: 'Dywedwch sut gallwn wirio hyn',
  },
  'portal.claim.tooLong': {
    en: 'Use 2,000 characters or fewer',
    cy: 'Defnyddiwch 2,000 nod neu lai',
  },
  'portal.claim.birthNotPast': {
    en: 'Date of birth must be in the past',
    cy: 'Rhaid i’r dyddiad geni fod yn y gorffennol',
  },
  'portal.claim.title': {
    en: 'Who is the child or young person?',
    cy: 'Pwy yw’r plentyn neu’r person ifanc?',
  },
  'portal.claim.send': { en: 'Send', cy: 'Anfon' },
  'portal.claim.sent': {
    en: 'Thank you. We write to you when we have decided.',
    cy: 'Diolch. Byddwn yn ysgrifennu atoch pan fyddwn wedi penderfynu.',
  },
  'portal.claim.enough': {
    en: 'We must decide about the children you told us of before you add more',
    cy: 'Rhaid i ni benderfynu am y plant y dywedoch wrthym amdanynt cyn i chi ychwanegu mwy',
  },
} satisfies Catalogue
