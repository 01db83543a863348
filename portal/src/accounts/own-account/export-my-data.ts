import type { Language } from '@send/shared/texts/language'
import type { ServerApi } from '../../api.ts'

/** Everything that its user gave the service: what the account holds, and what they answered about their forms. */
export async function exportMyData(api: ServerApi, language: Language) {
  const own = await api.submissions.exportMine.mutate({ language })
  const { questions } = await api.senderQuestions.exportMine.mutate({})
  return { ...own, questions }
}
