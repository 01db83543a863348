import { windowFields } from './window-field-names.ts'

/** Says with a posted page which window it comes from. A browser that goes back must not fill these in. */
export function WindowInputs({ windowId, seen }: { windowId: string; seen: string }) {
  return (
    <>
      <input type="hidden" name={windowFields.window} defaultValue={windowId} autoComplete="off" />
      <input type="hidden" name={windowFields.save} defaultValue="0" autoComplete="off" />
      <input type="hidden" name={windowFields.seen} defaultValue={seen} autoComplete="off" />
    </>
  )
}
