import { auditActionTexts } from './audit-action-texts.ts'
import { auditTexts } from './audit-texts.ts'
import { accountMailTexts } from './account-mail-texts.ts'
import { desktopAccessTexts } from './desktop-access-texts.ts'
import { desktopAdministrationTexts } from './desktop-administration-texts.ts'
import { desktopAdviceTexts } from './desktop-advice-texts.ts'
import { desktopBankTexts } from './desktop-bank-texts.ts'
import { desktopBulkTexts } from './desktop-bulk-texts.ts'
import { desktopBundlesTexts } from './desktop-bundles-texts.ts'
import { desktopCaseworkTexts } from './desktop-casework-texts.ts'
import { desktopConflictsTexts } from './desktop-conflicts-texts.ts'
import { desktopFormVersionsTexts } from './desktop-form-versions-texts.ts'
import { desktopDraftsTexts } from './desktop-drafts-texts.ts'
import { desktopFamilyTexts } from './desktop-family-texts.ts'
import { desktopFillingTexts } from './desktop-filling-texts.ts'
import { desktopFormsTexts } from './desktop-forms-texts.ts'
import { desktopLogicTexts } from './desktop-logic-texts.ts'
import { desktopLibraryTexts } from './desktop-library-texts.ts'
import { desktopGateTexts } from './desktop-gate-texts.ts'
import { desktopPortalsTexts } from './desktop-portals-texts.ts'
import { desktopMailsTexts } from './desktop-mails-texts.ts'
import { desktopOutlineTexts } from './desktop-outline-texts.ts'
import { desktopMatchingTexts } from './desktop-matching-texts.ts'
import { desktopOnBehalfTexts } from './desktop-on-behalf-texts.ts'
import { desktopOrganisationsTexts } from './desktop-organisations-texts.ts'
import { desktopPeopleTexts } from './desktop-people-texts.ts'
import { desktopPortalUsersTexts } from './desktop-portal-users-texts.ts'
import { desktopQuestionsTexts } from './desktop-questions-texts.ts'
import { desktopSuspenseTexts } from './desktop-suspense-texts.ts'
import { desktopTexts } from './desktop-texts.ts'
import { makeTranslators, type KeyOf, type TranslateKey } from './make-translators.ts'
import { desktopMergeTexts } from './desktop-merge-texts.ts'
import { desktopUndoTexts } from './desktop-undo-texts.ts'
import { mailTexts } from './mail-texts.ts'
import { portalAccountTexts } from './portal-account-texts.ts'
import { citizenKindTexts } from './citizen-kind-texts.ts'
import { ownAccountTexts } from './own-account-texts.ts'
import { portalBlankTexts } from './portal-blank-texts.ts'
import { portalFormsTexts } from './portal-forms-texts.ts'
import { portalOrganisationsTexts } from './portal-organisations-texts.ts'
import { portalListsTexts } from './portal-lists-texts.ts'
import { portalPeopleTexts } from './portal-people-texts.ts'
import { portalSavingTexts } from './portal-saving-texts.ts'
import { portalAdviceTexts } from './portal-advice-texts.ts'
import { portalOffersTexts } from './portal-offers-texts.ts'
import { portalQuestionsTexts } from './portal-questions-texts.ts'
import { portalSharingTexts } from './portal-sharing-texts.ts'
import { portalTexts } from './portal-texts.ts'
import { questionTexts } from './question-texts.ts'
import { validationTexts } from './validation-texts.ts'

const catalogue = {
  ...validationTexts,
  ...questionTexts,
  ...portalTexts,
  ...portalAdviceTexts,
  ...portalAccountTexts,
  ...citizenKindTexts,
  ...ownAccountTexts,
  ...portalBlankTexts,
  ...portalFormsTexts,
  ...portalSavingTexts,
  ...portalOffersTexts,
  ...portalSharingTexts,
  ...portalQuestionsTexts,
  ...portalPeopleTexts,
  ...portalListsTexts,
  ...portalOrganisationsTexts,
  ...mailTexts,
  ...accountMailTexts,
  ...desktopTexts,
  ...desktopCaseworkTexts,
  ...desktopPeopleTexts,
  ...desktopAdviceTexts,
  ...desktopUndoTexts,
  ...desktopMergeTexts,
  ...desktopConflictsTexts,
  ...desktopMatchingTexts,
  ...desktopSuspenseTexts,
  ...desktopBulkTexts,
  ...desktopFamilyTexts,
  ...desktopFillingTexts,
  ...desktopFormsTexts,
  ...desktopLibraryTexts,
  ...desktopQuestionsTexts,
  ...desktopFormVersionsTexts,
  ...desktopLogicTexts,
  ...desktopGateTexts,
  ...desktopOutlineTexts,
  ...desktopDraftsTexts,
  ...desktopBankTexts,
  ...desktopBundlesTexts,
  ...auditTexts,
  ...auditActionTexts,
  ...desktopAdministrationTexts,
  ...desktopAccessTexts,
  ...desktopOnBehalfTexts,
  ...desktopOrganisationsTexts,
  ...desktopPortalUsersTexts,
  ...desktopMailsTexts,
  ...desktopPortalsTexts,
}

/** The key of a text of the product; plural texts are asked for without their `_one` or `_other`. */
export type TextKey = KeyOf<typeof catalogue>

export type Translate = TranslateKey<TextKey>

/** The texts of the product in one language. */
export const translator = makeTranslators(catalogue)
