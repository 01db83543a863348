import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mostSteps } from '@send/shared/forms/edit-history'
import { newId } from '@send/shared/values/ids'
import { openDrafts } from '../../desktop/src/main/forms/drafts.ts'
import { projectFolder } from '../data-folder.ts'
import { createRandom } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'

const lanes = 2
const saver = path.join(projectFolder, 'desktop/src/main/forms/save-forever.ts')

export const killDraftsCampaign: Campaign = {
  id: 'drafts.kill',
  title:
    'no draft that was said to be saved is lost with its steps of undo when the client is killed, and its store stays sound',
  figure: 1000,
  async run({ rounds, seed }) {
    const random = createRandom(seed)
    const tally = createTally()
    const faults: string[] = []
    const folder = await mkdtemp(path.join(tmpdir(), 'send-campaign-'))
    let round = 0
    /** One store that is opened, written and killed again and again. */
    async function runLane(store: string): Promise<void> {
      const formId = newId()
      while (round < rounds) {
        round += 1
        const saved = await killWhileSaving(store, formId, random.next() * 100)
        if (saved === 0) faults.push('the saver ended before its first save')
        tally.add('drafts saved', saved)
        const drafts = openDrafts(store, new Date())
        if (drafts.setAside !== undefined) faults.push(`a kill damaged the store: ${drafts.setAside}`)
        const kept = drafts.list()
        const number = kept[0]?.baseVersion ?? 0
        if (number < saved || kept.length !== 1)
          faults.push(`draft ${saved} was said to be saved; ${kept.length} are kept, the newest is ${number}`)
        const history = drafts.findHistory(formId)
        const steps = history?.states.length
        if (history?.present !== number || steps !== Math.min(number, mostSteps + 1))
          faults.push(`of draft ${number} ${steps} steps are kept, the present one is ${history?.present}`)
        const outgoing = drafts.sync.startPush(formId)
        if (!outgoing || (outgoing.baseVersion ?? 0) > number)
          faults.push(`the push on its way is ${outgoing?.baseVersion}, the newest draft ${number}`)
        // The saver counts from one again: what is left must not pass for what it saves next.
        drafts.forget(formId)
        drafts.close()
      }
    }
    try {
      const stores = Array.from({ length: lanes }, (_, lane) => path.join(folder, String(lane)))
      await Promise.all(stores.map(runLane))
      return { rounds, faults, facts: tally.facts }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

/** Lets the saver work for some milliseconds after its first save; the number of the last save it told of. */
function killWhileSaving(store: string, formId: string, milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [saver, store, formId])
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds)
      said += chunk.toString()
    })
    child.once('error', reject)
    // A line cut off by the kill was not told.
    child.once('close', () => resolve(Number(said.split('\n').at(-2) ?? 0)))
  })
}
