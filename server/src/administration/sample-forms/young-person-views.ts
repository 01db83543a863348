import type { AccessList } from '@send/shared/accounts/access-list'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { childDetails, files, longText, page } from './sample-questions.ts'

/** A young person’s own views for section A of the plan. */
export function youngPersonViews(accessList: AccessList): FormDefinition {
  return {
    code: 'VIEWS-A-YP',
    title: { en: 'My views (section A)', cy: 'Fy marn i (adran A)' },
    englishOnly: 'No family of the sample authority has asked for this form in Welsh.',
    audience: 'youngPeople',
    purpose: 'information',
    guidance: { en: 'Tell us about yourself in your own words. There are no wrong answers.' },
    informationDueDays: 42,
    accessList,
    pages: [
      page({ en: 'You' }, [childDetails({ en: 'Who are you?' })]),
      page({ en: 'Life now' }, [
        longText({ en: 'What is a good day like for you?' }),
        longText({ en: 'What is a hard day like?' }),
        longText({ en: 'What helps you?' }),
      ]),
      page({ en: 'The future' }, [
        longText({ en: 'What do you want to do in the next few years?' }),
        files({ en: 'Pictures or papers' }, { optional: true }),
      ]),
    ],
  }
}
