import { childAccessRouter } from './accounts/child-access/router.ts'
import { organisationsRouter } from './accounts/organisations/router.ts'
import { portalFacesRouter } from './accounts/portal-faces/router.ts'
import { ownAccountRouter } from './accounts/own-account/router.ts'
import { accountsRouter } from './accounts/router.ts'
import { auditRouter } from './administration/audit/router.ts'
import { organisationsAdminRouter } from './administration/organisations/router.ts'
import { mailsRouter } from './administration/mails/router.ts'
import { portalsRouter } from './administration/portals/router.ts'
import { portalUsersRouter } from './administration/portal-users/router.ts'
import { secondStepsRouter } from './accounts/second-steps/router.ts'
import { administrationRouter } from './administration/router.ts'
import { internalFormsRouter } from './chronology/internal-forms/router.ts'
import { onBehalfRouter } from './chronology/on-behalf/router.ts'
import { chronologyRouter } from './chronology/router.ts'
import { filesRouter } from './files/router.ts'
import { formsRouter } from './forms/router.ts'
import { adviceRouter } from './involvements/advice/router.ts'
import { involvementsRouter } from './involvements/router.ts'
import { contactsRouter } from './people/family/contacts/router.ts'
import { familyRouter } from './people/family/router.ts'
import { peopleRouter } from './people/router.ts'
import { submissionsRouter } from './submissions/router.ts'
import { sharedFormsRouter } from './submissions/sharing/router.ts'
import { senderQuestionsRouter } from './suspense/questions/router.ts'
import { suspenseRouter } from './suspense/router.ts'
import { addedChildrenRouter } from './suspense/added-children/router.ts'
import { importConflictsRouter, importRulesRouter } from './suspense/conflicts/router.ts'
import { newPeopleRouter } from './suspense/new-people/router.ts'
import { matchingModelsRouter } from './suspense/models/router.ts'
import { secondReviewsRouter } from './suspense/second-review/router.ts'
import { matchingSettingsRouter } from './suspense/settings/router.ts'
import { personMergesRouter } from './suspense/merging/router.ts'
import { undoneMatchesRouter } from './suspense/undo/router.ts'
import { createCallerFactory, router } from './trpc.ts'

/** The rooms of the server in the order of the flow. */
export const appRouter = router({
  files: filesRouter,
  accounts: accountsRouter,
  ownAccount: ownAccountRouter,
  portalFaces: portalFacesRouter,
  childAccess: childAccessRouter,
  secondSteps: secondStepsRouter,
  organisations: organisationsRouter,
  forms: formsRouter,
  people: peopleRouter,
  family: familyRouter,
  contacts: contactsRouter,
  submissions: submissionsRouter,
  sharedForms: sharedFormsRouter,
  involvements: involvementsRouter,
  advice: adviceRouter,
  chronology: chronologyRouter,
  internalForms: internalFormsRouter,
  onBehalf: onBehalfRouter,
  suspense: suspenseRouter,
  importConflicts: importConflictsRouter,
  importRules: importRulesRouter,
  matchingModels: matchingModelsRouter,
  matchingSettings: matchingSettingsRouter,
  secondReviews: secondReviewsRouter,
  senderQuestions: senderQuestionsRouter,
  newPeople: newPeopleRouter,
  undoneMatches: undoneMatchesRouter,
  personMerges: personMergesRouter,
  addedChildren: addedChildrenRouter,
  portals: portalsRouter,
  portalUsers: portalUsersRouter,
  mails: mailsRouter,
  audit: auditRouter,
  administration: administrationRouter,
  organisationsAdmin: organisationsAdminRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter)
