import type { Row } from './row.ts'
import { accessListRow } from './rows/access-list.ts'
import { accountsSignInRow } from './rows/accounts-sign-in.ts'
import { auditWriteRow } from './rows/audit-write.ts'
import { builderEditGrowthRow, builderEditRow } from './rows/builder-edit.ts'
import { builderOpenRow } from './rows/builder-open.ts'
import { draftsSaveRow } from './rows/drafts-save.ts'
import { formsLoadRow } from './rows/forms-load.ts'
import { oneAnswerVsJsonLogicRow, oneAnswerVsSurveyCoreRow } from './rows/forms-one-answer.ts'
import { matchingAccuracyRows } from './rows/matching-accuracy.ts'
import { draftsSaveGrowthRow } from './rows/drafts-save-growth.ts'
import { formsLongDraftRow } from './rows/forms-long-draft.ts'
import { matchingBulkRow } from './rows/matching-bulk.ts'
import { matchingExplainedRow } from './rows/matching-explained.ts'
import { matchingMemoryRow } from './rows/matching-memory.ts'
import { matchingRecallRow } from './rows/matching-recall.ts'
import { matchingSingleRow } from './rows/matching-single.ts'
import { peopleSearchRow } from './rows/people-search.ts'
import { portalFiftyPeopleRow } from './rows/portal-fifty-people.ts'
import { portalFirstLoadRow } from './rows/portal-first-load.ts'
import { portalFormPageRow } from './rows/portal-form-page.ts'
import { portalLcpRow } from './rows/portal-lcp.ts'
import { portalPageRow } from './rows/portal-page.ts'
import { suspenseQueueRow } from './rows/suspense-queue.ts'
import { submissionsAcceptRow } from './rows/submissions-accept.ts'

/** Every row there is, in the order in which they are measured. */
export const rows: Row[] = [
  submissionsAcceptRow,
  auditWriteRow,
  portalPageRow,
  portalFormPageRow,
  portalFiftyPeopleRow,
  portalFirstLoadRow,
  portalLcpRow,
  formsLongDraftRow,
  accountsSignInRow,
  accessListRow,
  draftsSaveRow,
  oneAnswerVsSurveyCoreRow,
  oneAnswerVsJsonLogicRow,
  formsLoadRow,
  draftsSaveGrowthRow,
  builderEditGrowthRow,
  builderEditRow,
  builderOpenRow,
  ...matchingAccuracyRows,
  matchingSingleRow,
  matchingRecallRow,
  matchingBulkRow,
  matchingExplainedRow,
  matchingMemoryRow,
  peopleSearchRow,
  suspenseQueueRow,
]
