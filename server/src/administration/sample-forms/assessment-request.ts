import type { AccessList } from '@send/shared/accounts/access-list'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import {
  childDetails,
  choice,
  dateQuestion,
  files,
  isYes,
  longText,
  page,
  shortText,
  wholeNumber,
  yesNo,
} from './sample-questions.ts'

/** A parent’s request for an EHC needs assessment: 30 questions over 8 pages. */
export function assessmentRequest(accessList: AccessList): FormDefinition {
  const attends = yesNo({
    en: 'Does your child go to a school, nursery or college?',
    cy: 'A yw eich plentyn yn mynd i ysgol, meithrinfa neu goleg?',
  })
  const atSchool = { showIf: isYes(attends) }
  const diagnosis = yesNo({ en: 'Does your child have a diagnosis?' })
  const extraHelp = yesNo({ en: 'Does your child get extra help at school?' })
  return {
    code: 'EHC-REQUEST',
    title: { en: 'Request an EHC needs assessment', cy: 'Gofyn am asesiad o anghenion EHC' },
    englishOnly: 'No family of the sample authority has asked for this form in Welsh.',
    audience: 'parents',
    purpose: 'ehcNeedsAssessmentRequest',
    guidance: {
      en: 'Use this form to ask us for an education, health and care (EHC) needs assessment. It finds out what help your child needs. You can stop at any time and come back.',
      cy: 'Defnyddiwch y ffurflen hon i ofyn i ni ganfod pa gymorth sydd ei angen ar eich plentyn. Gallwch stopio unrhyw bryd a dod yn ôl.',
    },
    accessList,
    pages: [
      page({ en: 'Your child', cy: 'Eich plentyn' }, [
        childDetails({ en: 'Who is this request about?', cy: 'Am bwy mae’r cais hwn?' }),
        shortText({ en: 'What does your child like to be called?' }, { optional: true }),
        shortText({ en: 'Which languages are spoken at home?' }),
        yesNo({ en: 'Does your child need an interpreter or signer?' }),
      ]),
      page({ en: 'You' }, [
        choice({ en: 'What is your relationship to the child?' }, [
          ['mother', { en: 'Mother' }],
          ['father', { en: 'Father' }],
          ['carer', { en: 'Carer or guardian' }],
          ['other', { en: 'Other' }],
        ]),
        yesNo({ en: 'Do you have parental responsibility?' }),
        shortText({ en: 'Your telephone number' }, { optional: true }),
        choice({ en: 'How should we contact you?' }, [
          ['email', { en: 'E-mail' }],
          ['phone', { en: 'Telephone' }],
          ['post', { en: 'Letter' }],
        ]),
      ]),
      page({ en: 'School or setting' }, [
        attends,
        shortText({ en: 'Which school, nursery or college is it?' }, atSchool),
        yesNo({ en: 'Does the school know about this request?' }, atSchool),
        wholeNumber({ en: 'How many days of school has your child missed this term?' }, 0, 80, {
          ...atSchool,
          optional: true,
        }),
      ]),
      page({ en: 'Needs' }, [
        choice({ en: 'What is your child’s main area of need?' }, [
          ['communication', { en: 'Communication and interaction' }],
          ['learning', { en: 'Cognition and learning' }],
          ['emotional', { en: 'Social, emotional and mental health' }],
          ['physical', { en: 'Sensory or physical' }],
          ['unsure', { en: 'I am not sure' }],
        ]),
        longText(
          { en: 'What does your child find difficult?' },
          { help: { en: 'Tell us about home, school and time with others.' } },
        ),
        longText({ en: 'What is your child good at and what do they enjoy?' }),
        wholeNumber({ en: 'How old was your child when you first noticed this?' }, 0, 25, { optional: true }),
      ]),
      page({ en: 'Health' }, [
        diagnosis,
        longText({ en: 'Tell us about the diagnosis' }, { showIf: isYes(diagnosis) }),
        shortText({ en: 'Who are the doctors or therapists who help your child?' }, { optional: true }),
        dateQuestion({ en: 'When was the last appointment?' }, { optional: true }),
      ]),
      page({ en: 'Help so far' }, [
        extraHelp,
        longText({ en: 'What help has been tried and what difference did it make?' }),
        wholeNumber({ en: 'How many hours of extra help does your child get each week?' }, 0, 60, {
          showIf: isYes(extraHelp),
          optional: true,
        }),
        yesNo({ en: 'Does a social worker help your family?' }),
      ]),
      page({ en: 'What you hope for' }, [
        longText({ en: 'What help do you think your child needs?' }),
        longText({ en: 'What do you hope your child can do in a few years?' }),
        longText({ en: 'What does your child say about this?' }, { optional: true }),
        yesNo({ en: 'Would you like help from an independent adviser?' }),
      ]),
      page({ en: 'Papers' }, [
        files(
          { en: 'Reports and letters' },
          { optional: true, help: { en: 'A photo of a letter is fine.' } },
        ),
        longText({ en: 'Is there anything else we should know?' }, { optional: true }),
      ]),
    ],
  }
}
