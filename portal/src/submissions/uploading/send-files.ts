import { drawUpload, isOver } from './draw-upload.ts'
import { sendFile, type Progress, type Sending } from './send-file.ts'
import { fill, type UploadPage } from './upload-page.ts'

/**
 * Sends the chosen files one after the other, so that they arrive in the order in which they were chosen, and draws how
 * far each is. Resolves when nothing more happens to any of them.
 */
export function sendFiles(files: File[], page: UploadPage, panel: HTMLElement): Promise<Progress[]> {
  const { words } = page
  const progress: Progress[] = files.map(() => ({ at: 'waiting' }))
  const list = document.createElement('ul')
  list.className = 'govuk-list send-uploads'
  const announced = document.createElement('p')
  announced.className = 'govuk-visually-hidden'
  announced.setAttribute('role', 'status')
  panel.append(list, announced)

  return new Promise((resolve) => {
    const sendings: Sending[] = []
    const rows = files.map((file, index) => {
      const drawn = drawUpload(file.name, words, {
        cancel: () => sendings[index]?.cancel(),
        again: () => {
          tell({ at: 'sending', percent: 0 })
          sendings[index]?.start()
        },
      })
      const tell = (now: Progress) => {
        const before = progress[index]
        if (!before || isOver(before)) return
        progress[index] = now
        drawn.show(now)
        goOn(before.at !== now.at)
      }
      sendings.push(sendFile(file, page, tell))
      return { ...drawn, tell }
    })
    list.append(...rows.map(({ row }) => row))

    const goOn = (changed: boolean) => {
      if (!changed) return
      const over = progress.filter(isOver).length
      announced.textContent = fill(words.progress, { done: over, count: files.length })
      const ended = progress.some(({ at }) => at === 'signedOut' || at === 'closed')
      if (over === files.length || ended) return resolve(progress)
      const isBusy = progress.some(({ at }) => at === 'sending' || at === 'checking' || at === 'lost')
      const next = progress.findIndex(({ at }) => at === 'waiting')
      if (isBusy || next < 0) return
      rows[next]?.tell({ at: 'sending', percent: 0 })
      sendings[next]?.start()
    }
    goOn(true)
  })
}
