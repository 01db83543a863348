import { adviceEducation } from './advice-education.ts'
import { adviceHealth } from './advice-health.ts'
import { advicePsychology } from './advice-psychology.ts'
import { adviceSocialCare } from './advice-social-care.ts'
import { annualReviewFamily } from './annual-review-family.ts'
import { annualReviewSchool } from './annual-review-school.ts'
import { childViews } from './child-views.ts'
import { draftPlanFeedback } from './draft-plan-feedback.ts'
import type { LibraryForm } from './library-parts.ts'
import { parentViews } from './parent-views.ts'
import { requestByParent } from './request-by-parent.ts'
import { requestBySchool } from './request-by-school.ts'
import { youngPersonViews } from './young-person-views.ts'

/** The ready forms in the order of the process: request, views, advice, draft plan, review. */
export const formLibrary: readonly LibraryForm[] = [
  requestByParent,
  requestBySchool,
  childViews,
  youngPersonViews,
  parentViews,
  adviceEducation,
  adviceHealth,
  adviceSocialCare,
  advicePsychology,
  draftPlanFeedback,
  annualReviewSchool,
  annualReviewFamily,
]
