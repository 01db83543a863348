type Key = { type: string; key: string; control: boolean; meta: boolean; alt: boolean; shift: boolean }

/** Ctrl+L, or Cmd+L on a Mac; in the windows of files too, which have no menu. */
export function isLockKey({ type, key, control, meta, alt, shift }: Key, onMac: boolean): boolean {
  const command = onMac ? meta && !control : control && !meta
  return type === 'keyDown' && key.toLowerCase() === 'l' && command && !alt && !shift
}
