/** What is asked of a frame that sent a message; null once the frame is gone. */
type SendingFrame = { url: string; parent: unknown } | null

/** Whether a message comes from the top frame of our own window: a preview or a foreign page has no say. */
export function isOwnWindow(frame: SendingFrame): boolean {
  return frame !== null && frame.url.startsWith('app://send/') && !frame.parent
}
