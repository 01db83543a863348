import { covers, Grant } from '@send/shared/accounts/business-processes'
import { FormDefinition } from '@send/shared/forms/form-definition'
import { Officer, PushedDraft, RemovedDraft, SharedDraft } from '@send/shared/forms/shared-draft'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'

import type { CallResult, ServerCall } from '../server-calls.ts'
import type { Outgoing } from './draft-sync-rows.ts'

const Listed = z.object({ drafts: z.array(z.object({ formId: Id, revision: z.int() })) })
const Version = z.object({ definition: FormDefinition })
const Me = z.object({ userId: Id, name: z.string(), secondStep: z.boolean(), processes: z.array(Grant) })
const Present = z.object({ revision: z.int(), people: z.array(Officer) })
export type Present = z.infer<typeof Present>

/** The server did not do what it was asked; `reached` tells a refusal from silence. */
export class NotDone extends Error {
  readonly reached: boolean
  constructor(sentence: string, reached: boolean) {
    super(sentence)
    this.reached = reached
  }
}

export type DraftServer = {
  /** Whoever is signed in and may design forms. */
  findOfficer(): Promise<Officer | undefined>
  listRevisions(): Promise<ReadonlyMap<string, number>>
  get(formId: string): Promise<SharedDraft>
  getVersion(formId: string, version: number): Promise<FormDefinition>
  push(outgoing: Outgoing): Promise<PushedDraft>
  remove(formId: string, revision: number): Promise<RemovedDraft>
  notePresence(formId: string, open: boolean): Promise<Present>
}

/** The procedures that the synchronisation uses; what they answer is checked, and each throws `NotDone`. */
export function openDraftServer(callServer: (call: ServerCall) => Promise<CallResult>): DraftServer {
  async function ask<T>(answer: z.ZodType<T>, call: ServerCall): Promise<T> {
    const result = await callServer(call)
    if (!result.ok) throw new NotDone(result.error.message, idOf(result.error.data) !== 'unavailable')
    const parsed = answer.safeParse(result.data)
    if (!parsed.success)
      throw new NotDone('The server answered with something this client does not know.', true)
    return parsed.data
  }
  return {
    async findOfficer() {
      const { userId, name, secondStep, processes } = await ask(Me, { type: 'query', path: 'accounts.me' })
      return secondStep && covers(processes, 'formBuilder', 'write') ? { userId, name } : undefined
    },
    async listRevisions() {
      const { drafts } = await ask(Listed, { type: 'query', path: 'forms.listDrafts' })
      return new Map(drafts.map(({ formId, revision }) => [formId, revision]))
    },
    get: (formId) => ask(SharedDraft, { type: 'query', path: 'forms.getDraft', input: { formId } }),
    async getVersion(formId, version) {
      const input = { formId, version }
      return (await ask(Version, { type: 'query', path: 'forms.getVersion', input })).definition
    },
    push: (input) => ask(PushedDraft, { type: 'mutation', path: 'forms.pushDraft', input }),
    remove: (formId, revision) =>
      ask(RemovedDraft, { type: 'mutation', path: 'forms.removeDraft', input: { formId, revision } }),
    notePresence: (formId, open) =>
      ask(Present, { type: 'query', path: 'forms.draftPresence', input: { formId, open } }),
  }
}

function idOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
}
