import type { Catalogue } from './language.ts'

/** Decisions in suspense beside matching: discarding, asking the sender, and who looks at a child. For officers, in English only. */
export const desktopSuspenseTexts = {
  'suspense.state.discarded': { en: 'Discarded' },
  'suspense.column.now': { en: 'Just now' },
  'suspense.filter.question': { en: 'Question to the sender' },
  'suspense.filter.anyQuestion': { en: 'Asked or not' },
  'suspense.question.waiting': { en: 'Waiting for the sender' },
  'suspense.question.answered': { en: 'Answered' },

  'suspense.discard': { en: 'Discard' },
  'suspense.discard.title': { en: 'Discard this child?' },
  'suspense.discard.sentence': {
    en: '{{child}} leaves the queue. Nothing is deleted: the filter “Discarded” shows the child, and it can be brought back.',
  },
  'suspense.discard.along': { en: 'This goes with it' },
  'suspense.discard.alongForm': { en: '{{reference}}, {{title}}, received {{received}}' },
  'suspense.discard.alongFiles_one': { en: '{{count}} file' },
  'suspense.discard.alongFiles_other': { en: '{{count}} files' },
  'suspense.discard.alongDue': {
    en: 'a request that the law wants decided by {{due}}: discarding it does not end that duty',
  },
  'suspense.discard.alongQuestion': {
    en: 'The open question to the sender, who is told that no answer is needed',
  },
  'suspense.discard.alongLine': { en: 'The line of the school’s file' },
  'suspense.discard.why': { en: 'Why' },
  'suspense.discard.reason.duplicate': { en: 'Duplicate' },
  'suspense.discard.reason.sentInError': { en: 'Sent in error' },
  'suspense.discard.reason.notOurs': { en: 'Not a child of this authority' },
  'suspense.discard.reason.test': { en: 'Test' },
  'suspense.discard.reason.other': { en: 'Another reason' },
  'suspense.discard.words': { en: 'In words' },
  'suspense.discard.wordsOptional': { en: 'In words (optional)' },
  'suspense.discard.missingReason': { en: 'why' },
  'suspense.discard.missingWords': { en: 'the reason in words' },
  'suspense.discard.senderSees': {
    en: 'Senders in the portal read only that we cannot go on with the form and whom to ask; neither the reason nor anything of the record.',
  },
  'suspense.discard.done': { en: '{{child}} is discarded' },
  'suspense.discard.nobody': { en: 'No child is discarded' },
  'suspense.discard.by': { en: 'Discarded by {{by}}, {{when}}' },
  'suspense.discard.bringBack': { en: 'Bring back' },
  'suspense.discard.broughtBack': { en: '{{child}} waits in suspense again' },

  'suspense.ask': { en: 'Ask the sender' },
  'suspense.ask.title': { en: 'Ask the sender' },
  'suspense.ask.sentence': {
    en: 'The sender gets an e-mail that says only that there is a question, and answers it on the form in the portal.',
  },
  'suspense.ask.question': { en: 'One question, in plain words' },
  'suspense.ask.hint': {
    en: 'Write nothing that stands on record alone: nobody has checked yet who the sender is.',
  },
  'suspense.ask.missing': { en: 'the question' },
  'suspense.ask.confirm': { en: 'Send the question' },
  'suspense.ask.done': { en: 'The sender of {{child}} is asked' },
  'suspense.ask.theSchool': { en: 'the school' },
  'suspense.ask.nobodyLine': {
    en: 'This child came in a file of a school’s system, so nobody in the portal can be asked. Ask {{school}} in another way.',
  },
  'suspense.ask.nobody': {
    en: 'There is no form of a sender in the portal on which this could be answered. Ask in another way.',
  },
  'suspense.ask.heading': { en: 'Asked of the sender' },
  'suspense.ask.state.open': { en: 'Waiting for the sender' },
  'suspense.ask.state.answered': { en: 'Answered' },
  'suspense.ask.state.withdrawn': { en: 'Withdrawn' },
  'suspense.ask.askedBy': { en: 'Asked by {{by}}, {{when}}, on {{reference}}' },
  'suspense.ask.answeredBy': { en: 'Answer of {{by}}, {{when}}' },
  'suspense.ask.because.officer': { en: 'withdrawn by {{by}}, {{when}}' },
  'suspense.ask.because.settled': { en: 'not needed any more once {{by}} settled the child, {{when}}' },
  'suspense.ask.because.discarded': { en: 'not needed any more once {{by}} discarded the child, {{when}}' },
  'suspense.ask.withdraw': { en: 'Withdraw the question' },
  'suspense.ask.withdrawTitle': { en: 'Withdraw the question?' },
  'suspense.ask.withdrawSentence': {
    en: 'The sender is told that no answer is needed. Then you can ask another question.',
  },
  'suspense.ask.withdrawn': { en: 'The question is withdrawn' },

  'suspense.hold.me': { en: 'You since {{since}}' },
  'suspense.hold.another': { en: '{{by}} is looking at this since {{since}}' },
  'suspense.hold.title': { en: '{{by}} is looking at this child since {{since}}' },
  'suspense.hold.text': { en: 'You can read everything. To decide, press T to take over.' },
  'suspense.hold.readText': { en: 'You can read everything.' },
  'suspense.hold.refused': { en: '{{by}} is looking at this child. Take over first.' },
  'suspense.hold.takeOver': { en: 'Take over' },
  'suspense.hold.takeOverTitle': { en: 'Take over from {{by}}?' },
  'suspense.hold.takeOverSentence': {
    en: '{{by}} is told at once and cannot decide about this child any more, unless it is taken back from you.',
  },
  'suspense.hold.taken': { en: 'You have {{child}} now' },
  'suspense.hold.lost': { en: '{{by}} took {{child}} over from you at {{since}}. You can go on reading.' },

  'suspense.settledByRule': { en: 'The rule “Add if unmatched” of {{school}}' },
} satisfies Catalogue
