import type { AccessList } from '@send/shared/accounts/access-list'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { childDetails, files, longText, page } from './sample-questions.ts'

/** A family’s views for section A of the plan. */
export function parentViews(accessList: AccessList): FormDefinition {
  return {
    code: 'VIEWS-A',
    title: { en: 'Your views (section A)', cy: 'Eich barn (adran A)' },
    englishOnly: 'No family of the sample authority has asked for this form in Welsh.',
    audience: 'parents',
    purpose: 'information',
    guidance: { en: 'Tell us about your child in your own words. There are no wrong answers.' },
    informationDueDays: 42,
    accessList,
    pages: [
      page({ en: 'Your child' }, [childDetails({ en: 'Whose views are these?' })]),
      page({ en: 'Life now' }, [
        longText({ en: 'What is a good day like for your child?' }),
        longText({ en: 'What is a hard day like?' }),
      ]),
      page({ en: 'The future' }, [
        longText({ en: 'What does your child hope for?' }),
        longText({ en: 'What do you hope for?' }),
        files({ en: 'Pictures or papers' }, { optional: true }),
      ]),
    ],
  }
}
