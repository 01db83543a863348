import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { ServerApi } from '../../api.ts'
import type { Standing } from './second-step-methods.ts'

/** What the page of one method needs before it is shown: a code on its way, or a question to the passkey. */
export async function prepareSecondStep(
  api: ServerApi,
  by: SecondStepMethod,
  { sendCode }: { sendCode: boolean },
): Promise<{ standing: Standing; passkeyOptions: string | undefined }> {
  const standing = await api.secondSteps.mine.query({})
  const usable = standing.usable.includes(by)
  if (by === 'emailCode' && usable && sendCode) await api.accounts.sendEmailCode.mutate({})
  const options = by === 'passkey' && usable ? await api.secondSteps.beginPasskeySignIn.mutate({}) : undefined
  return { standing, passkeyOptions: options ? JSON.stringify(options) : undefined }
}
