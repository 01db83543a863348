import { accountsEnumerationCampaign } from './accounts-enumeration.ts'
import { bigFileCampaign } from './big-file.ts'
import type { Campaign } from './campaign.ts'
import { historiesSuspenseCampaign } from './histories-suspense.ts'
import { killDraftsCampaign } from './kill-drafts.ts'
import { killImportCampaign } from './kill-import.ts'
import { killIncomingCampaign } from './kill-incoming.ts'
import { killMergeCampaign } from './kill-merge.ts'
import { killResumableCampaign } from './kill-resumable.ts'
import { killSubmitCampaign } from './kill-submit.ts'
import { killUndoCampaign } from './kill-undo.ts'
import { killUploadCampaign } from './kill-upload.ts'
import { lostConnectionsCampaign } from './lost-connections.ts'
import { malformedSubmissionsCampaign } from './malformed-submissions.ts'
import { networkPortalCampaign } from './network-portal.ts'
import { raceAccessEndedCampaign } from './race-access-ended.ts'
import { raceOneCodeCampaign } from './race-one-code.ts'
import { raceSuspenseCampaign } from './race-suspense.ts'
import { twoOfficersCampaign } from './two-officers.ts'

/** Every fault campaign, in the order in which they run. */
export const allCampaigns: Campaign[] = [
  killSubmitCampaign,
  killImportCampaign,
  killIncomingCampaign,
  bigFileCampaign,
  killUndoCampaign,
  killMergeCampaign,
  killUploadCampaign,
  killResumableCampaign,
  lostConnectionsCampaign,
  twoOfficersCampaign,
  raceSuspenseCampaign,
  historiesSuspenseCampaign,
  malformedSubmissionsCampaign,
  networkPortalCampaign,
  killDraftsCampaign,
  raceOneCodeCampaign,
  raceAccessEndedCampaign,
  accountsEnumerationCampaign,
]
