import { adaptDefinition, type ImportChoices } from '@send/shared/forms/bundles/adapt-definition'
import { FormCode } from '@send/shared/forms/form-code'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { bridge } from '../../bridge.ts'
import type { Versions } from '../conflicts/useDecisions.ts'
import { findFreeCode } from '../list/free-code.ts'
import type { ReadBundle } from './BundleView.tsx'

export type ImportTarget = ReadBundle['targets'][number]

export type ImportPlanned = {
  /** The form that is changed; undefined for a new one. */
  target: ImportTarget | undefined
  chooseTarget: (formId: string | undefined) => void
  code: string
  setCode: (code: string) => void
  isCodeFree: boolean
  choices: ImportChoices
  choose: (choices: ImportChoices) => void
  /** What was imported last, what is here, and what the file says as it is here. */
  versions: Versions
  /** The draft on this computer holds what the server has not seen. */
  isUnsent: boolean
}

/** Where a bundle goes and what it becomes there; only the import itself does anything. */
export function useImportPlan(inspected: ReadBundle): ImportPlanned {
  const { content, plan, targets, takenCodes } = inspected
  const [formId, chooseTarget] = useState(targets[0]?.formId)
  const [code, setCode] = useState(() => findFreeCode(takenCodes, content.form.definition.code))
  const [choices, choose] = useState<ImportChoices>({ takeTables: [], takeQuestions: [] })
  const target = targets.find((one) => one.formId === formId)
  const kept = useQuery({
    queryKey: ['drafts', 'whole', formId ?? '', 'import'],
    queryFn: async () => {
      const answer = formId === undefined ? undefined : await bridge.drafts.get(formId)
      return answer?.ok ? (answer.data?.sync.kind ?? null) : null
    },
    staleTime: 0,
  })
  const versions = useMemo(() => {
    const here = target?.current
    const placing = here
      ? { code: here.code, accessList: here.accessList }
      : { code, accessList: { entries: [] } }
    const theirs = adaptDefinition(content, { plan, choices, placing })
    // A form that was not imported before has nothing in common with the file that anybody could know of.
    const base = target?.base ? { ...target.base, ...placing } : { ...theirs, pages: [] }
    return here ? { base, mine: here, theirs } : { base: theirs, mine: theirs, theirs }
  }, [content, plan, choices, target, code])
  return {
    target,
    chooseTarget,
    code,
    setCode,
    isCodeFree: target !== undefined || (FormCode.safeParse(code).success && !takenCodes.includes(code)),
    choices,
    choose,
    versions,
    isUnsent: kept.data !== undefined && kept.data !== null && kept.data !== 'synchronised',
  }
}
