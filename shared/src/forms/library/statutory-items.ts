type StatutoryItem = { form: string; item: string; questions: readonly string[] }

const adviceForms = ['ADVICE-EDU', 'ADVICE-HEALTH', 'ADVICE-SC', 'ADVICE-EP'] as const

/** What SEND Regulations 2014 reg 6 and 12 want of all advice. */
const ofAllAdvice: readonly Omit<StatutoryItem, 'form'>[] = [
  { item: 'the child’s identity (SEN2 module 1)', questions: ['Who is this advice about?'] },
  {
    item: 'who advises, and their standing (reg 6(1))',
    questions: ['Your name', 'Your post and qualification'],
  },
  {
    item: 'what was checked where nobody knows the child',
    questions: ['Do you or your service know the child?', 'What did you check, and what did you find?'],
  },
  {
    item: 'the family’s representations, which advisers are sent',
    questions: ['Have you read what the family told us?'],
  },
  { item: 'the views of the child (section A)', questions: ['What does the child say about this?'] },
  {
    item: 'earlier advice that suffices (reg 6(4))',
    questions: [
      'Have you given advice before that is still right and is enough?',
      'Which advice, and why is it enough?',
    ],
  },
  {
    item: 'outcomes tied to needs (section E)',
    questions: ['What will the child be able to do?', 'Which need does it answer?', 'By when?'],
  },
  {
    item: 'provision that is specified and counted, tied to outcomes (sections F, G, H1, H2)',
    questions: [
      'What help?',
      'For which outcomes?',
      'Who gives it?',
      'Which qualification or training do they need?',
      'How many hours each time?',
      'How often, and for how long?',
      'How many children in the group?',
      'Which section of the plan is it for?',
    ],
  },
  {
    item: 'preparing for adulthood from Year 9 (reg 6(1)(g))',
    questions: [
      'Is the child in Year 9 or older?',
      'Help towards more learning and work',
      'Help towards living independently',
      'Help to have friends and take part',
      'Help to be healthy as an adult',
    ],
  },
  { item: 'the reports of section K', questions: ['Reports'] },
  {
    item: 'sign-off by a lead',
    questions: ['Has a lead in your service read this advice?', 'Your signature'],
  },
]

/** Each thing that the law wants asked, by form, and the wording of the questions that ask it; held by a test. */
export const statutoryItems: readonly StatutoryItem[] = [
  ...adviceForms.flatMap((form) => ofAllAdvice.map((item) => ({ form, ...item }))),
  ask('ADVICE-EDU', 'the educational needs by area (section B)', [
    'What is the main need?',
    'Communication and interaction',
    'Cognition and learning',
    'Social, emotional and mental health',
    'Sensory and physical',
  ]),
  ask('ADVICE-EDU', 'a qualified teacher for a hearing or vision impairment (reg 6(2))', [
    'Does the child have a hearing or vision impairment?',
    'Which specialist teacher helped with this advice?',
  ]),
  ask('ADVICE-HEALTH', 'who identified the adviser (reg 6(1)(c))', [
    'Which commissioning body asked you to reply?',
  ]),
  ask('ADVICE-HEALTH', 'health needs linked to SEN (section C)', [
    'Health needs linked to the special educational needs',
  ]),
  ask('ADVICE-SC', 'social care needs (section D)', [
    'Social care needs linked to the special educational needs',
    'Other social care needs',
  ]),
  ask('ADVICE-SC', 'help under the 1970 Act (section H1)', ['Is the child disabled under the 1970 Act?']),
  ask('ADVICE-SC', 'direct payments (section J)', ['Does the family get direct payments, or want them?']),
  ask('ADVICE-EP', 'what the advice rests on', ['What did you do to assess the child?']),
  ask('ADVICE-EP', 'the educational needs by area (section B)', [
    'What is the main need?',
    'Communication and interaction',
    'Cognition and learning',
    'Social, emotional and mental health',
    'Sensory and physical',
  ]),

  ask('EHC-REQUEST', 'the child (SEN2 module 1)', ['Who is this request about?']),
  ask('EHC-REQUEST', 'who asks (SEN2 RequestSource)', [
    'What is your relationship to the child?',
    'Do you have parental responsibility?',
  ]),
  ask('EHC-REQUEST', 'needs, health and care', [
    'What does your child find difficult?',
    'Tell us about the diagnosis or health need',
    'Does a social worker help your family?',
  ]),
  ask('EHC-REQUEST', 'views and hopes (reg 6(1)(a))', [
    'What does your child say about this?',
    'What do you hope your child can do in a few years?',
  ]),
  ask('EHC-REQUEST', 'help so far and wanted', [
    'What help has been tried and what difference did it make?',
    'What help do you think your child needs?',
  ]),
  ask('EHC-REQUEST', 'whom the family wants asked (reg 6(1)(h))', [
    'Who helps your child now, and who else should we ask?',
  ]),
  ask('EHC-REQUEST', 'advice that exists already (reg 6(4))', ['Reports and letters']),
  ask('EHC-REQUEST', 'independent advice', ['Would you like help from an independent adviser?']),

  ask('EHC-REQUEST-SCHOOL', 'the child (SEN2 module 1)', ['Who is this request about?']),
  ask('EHC-REQUEST-SCHOOL', 'those with parental responsibility, who must be told (reg 5)', [
    'Who has parental responsibility?',
    'Does the family know about this request?',
  ]),
  ask('EHC-REQUEST-SCHOOL', 'type of need and its rank (SEN2 SENtype)', [
    'What is the main need?',
    'Which other needs are there?',
  ]),
  ask('EHC-REQUEST-SCHOOL', 'views of family and child (reg 6(1)(a))', [
    'What do the parents say?',
    'What does the child say?',
  ]),
  ask('EHC-REQUEST-SCHOOL', 'help so far, and what it achieved', ['What help has the child had?']),
  ask('EHC-REQUEST-SCHOOL', 'preparing for adulthood from Year 9 (reg 6(1)(g))', [
    'What help is needed to prepare for adult life?',
  ]),
  ask('EHC-REQUEST-SCHOOL', 'who can advise (reg 6(1)), and earlier advice (reg 6(4))', [
    'Who works with the child now?',
    'Reports and support plans',
  ]),

  ask('VIEWS-CHILD', 'interests, views and hopes (section A)', [
    'What do you like doing?',
    'How do you feel at school?',
    'What helps you?',
    'What do you want to do when you are older?',
  ]),
  ask('VIEWS-CHILD', 'how the child was asked', ['How does the child answer?']),
  ask('VIEWS-A-YP', 'interests, views and hopes (section A)', [
    'What are you good at, and what do you enjoy?',
    'What is a good day like for you?',
    'What do you want to do in the next few years?',
  ]),
  ask('VIEWS-A-YP', 'preparing for adulthood (reg 6(1)(g))', ['What do you want help with?']),
  ask('VIEWS-A-YP', 'the young person as the one who decides', [
    'How do you want us to talk to you about your plan?',
  ]),
  ask('VIEWS-A', 'views, interests and hopes of family and child (section A)', [
    'What does your child hope for?',
    'What do you hope for?',
    'What is a good day like for your child?',
  ]),
  ask('VIEWS-A', 'history, and how to communicate with the child (section A)', [
    'What has happened so far?',
    'How does your child tell people what they want?',
  ]),
  ask('VIEWS-A', 'whom the family wants asked (reg 6(1)(h))', ['Who else should we ask for advice?']),

  ask('DRAFT-FEEDBACK', 'comments on each section (reg 13(1)(a))', [
    'Which section?',
    'What should it say, and why?',
    'What is missing?',
  ]),
  ask('DRAFT-FEEDBACK', 'the school that the plan should name (section I)', [
    'Which school or college should the plan name?',
    'Which type of school or college would you like?',
  ]),
  ask('DRAFT-FEEDBACK', 'a meeting (reg 13(1)(a))', ['Would you like to meet us about the draft?']),
  ask('DRAFT-FEEDBACK', 'a personal budget (section J)', ['Would you like a personal budget?']),

  ask('REVIEW-SCHOOL', 'the meeting, its notice and its papers (reg 20(1)–(4))', [
    'When was the meeting?',
    'Was everyone invited at least two weeks before?',
    'Were all reports sent round at least two weeks before?',
    'Who was invited?',
  ]),
  ask('REVIEW-SCHOOL', 'progress towards the outcomes, and the help given', [
    'How far is each outcome of the plan reached?',
    'Was all help in sections F, G and H given?',
  ]),
  ask('REVIEW-SCHOOL', 'keep, amend or cease (SEN2 ReviewOutcome), with reasons', [
    'What should happen to the plan?',
    'Which changes, section by section, and why?',
    'Why is the plan no longer needed?',
  ]),
  ask('REVIEW-SCHOOL', 'recommendations that differ', ['Who did not agree, and what do they recommend?']),
  ask('REVIEW-SCHOOL', 'a move to another phase (reg 18)', [
    'Does the child move to another phase of education next?',
  ]),
  ask('REVIEW-SCHOOL', 'preparing for adulthood from Year 9', ['What did the meeting plan for adult life?']),
  ask('REVIEW-SCHOOL', 'views of child and parents', [
    'What does the child say?',
    'What do the parents say?',
  ]),
  ask('REVIEW-FAMILY', 'views of child and parents', [
    'What has gone well since the last review?',
    'What does your child say?',
  ]),
  ask('REVIEW-FAMILY', 'whether the help in the plan is given', [
    'Does your child get all the help in the plan?',
  ]),
  ask('REVIEW-FAMILY', 'keep, amend or cease', ['What should happen to the plan?', 'What should change?']),
  ask('REVIEW-FAMILY', 'a move to another phase (reg 18)', [
    'Will your child move to another school or college next year?',
  ]),
  ask('REVIEW-FAMILY', 'preparing for adulthood and a personal budget', [
    'What help does your child need to get ready for adult life?',
    'Would you like to talk about a personal budget?',
  ]),
]

function ask(form: string, item: string, questions: string[]): StatutoryItem {
  return { form, item, questions }
}
