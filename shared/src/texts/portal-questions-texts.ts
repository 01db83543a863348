import type { Catalogue } from './language.ts'

/** Questions of the authority about a form that was sent, and forms with which it cannot go on. */
export const portalQuestionsTexts = {
  'portal.stopped.heading': {
    en: 'We cannot go on with this form',
    cy: 'Ni allwn fwrw ymlaen â’r ffurflen hon',
  },
  'portal.stopped.text': {
    en: 'We received it on {{received}}. Please contact the SEND team of your council and tell them the reference. They will tell you what you can do.',
    cy: 'Cawsom hi ar {{received}}. Cysylltwch â thîm AAA eich cyngor a rhowch y cyfeirnod iddynt. Byddant yn dweud wrthych beth y gallwch ei wneud.',
  },
  'portal.stopped.home': {
    en: '{{reference}}, sent on {{day}}. We cannot go on with this form: view it to see what to do.',
    cy: '{{reference}}, anfonwyd ar {{day}}. Ni allwn fwrw ymlaen â’r ffurflen hon: agorwch hi i weld beth i’w wneud.',
  },

  'portal.question.task': {
    en: 'We have a question about the form you sent',
    cy: 'Mae gennym gwestiwn am y ffurflen a anfonoch',
  },
  'portal.question.taskHint': {
    en: '{{form}}, {{reference}}. Asked on {{day}}.',
    cy: '{{form}}, {{reference}}. Gofynnwyd ar {{day}}.',
  },
  'portal.question.taskStatus': { en: 'To answer', cy: 'I’w ateb' },
  'portal.question.heading': { en: 'We have a question', cy: 'Mae gennym gwestiwn' },
  'portal.question.why': {
    en: 'Your answer helps us to go on. Nothing is wrong with your form.',
    cy: 'Bydd eich ateb yn ein helpu i fwrw ymlaen. Nid oes dim o’i le ar eich ffurflen.',
  },
  'portal.question.askedOn': { en: 'Asked on {{when}}', cy: 'Gofynnwyd ar {{when}}' },
  'portal.question.answer': { en: 'Your answer', cy: 'Eich ateb' },
  'portal.question.hint': {
    en: 'The SEND team of your council reads it. You can send it once.',
    cy: 'Tîm AAA eich cyngor fydd yn ei ddarllen. Gallwch ei anfon unwaith.',
  },
  'portal.question.needed': {
    en: 'Enter your answer, in up to 2,000 characters',
    cy: 'Rhowch eich ateb, mewn hyd at 2,000 o nodau',
  },
  'portal.question.send': { en: 'Send your answer', cy: 'Anfon eich ateb' },
  'portal.question.earlier': { en: 'Questions about this form', cy: 'Cwestiynau am y ffurflen hon' },
  'portal.question.exported': {
    en: 'Questions about forms that you sent',
    cy: 'Cwestiynau am ffurflenni a anfonoch',
  },
  'portal.question.answeredOn': { en: 'You answered on {{when}}', cy: 'Atebwyd gennych ar {{when}}' },
  'portal.question.withdrawn': {
    en: 'We no longer need an answer to this. You need do nothing.',
    cy: 'Nid oes angen ateb i hwn arnom mwyach. Nid oes rhaid i chi wneud dim.',
  },
  'portal.question.done': { en: 'Thank you. We have your answer.', cy: 'Diolch. Mae eich ateb gennym.' },
  'portal.question.alreadyAnswered': {
    en: 'This question has been answered already. We kept the first answer.',
    cy: 'Mae’r cwestiwn hwn wedi’i ateb yn barod. Rydym wedi cadw’r ateb cyntaf.',
  },
  'portal.question.noLongerNeeded': {
    en: 'We no longer need an answer, so yours was not sent.',
    cy: 'Nid oes angen ateb arnom mwyach, felly ni anfonwyd eich un chi.',
  },
} satisfies Catalogue
