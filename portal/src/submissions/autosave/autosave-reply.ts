/** What the browser is told while it saves by itself: the sentence is shown as it stands. */
export type AutosaveReply = {
  /** `held`: something needs the person, such as an answer that another window changed. */
  state: 'saved' | 'held' | 'signedOut'
  sentence: string
  /** What the window counts as given to it from now on. */
  seen?: string
  /** For how long the session lasts from now on. */
  sessionSeconds?: number
}

/** What a form needs to save by itself. */
export type AutosaveSettings = {
  /** Where it is saved to. */
  href: string
  /** Where it asks who else has the page open, of a form that is shared. */
  here: string | undefined
  /** Whoever may open the page gets this key; what is kept in the browser can be read with it alone. */
  key: string
  /** The page shows what was just posted, so that nothing older is put into it. */
  posted: boolean
  /** The fields that nobody types: they say which window sends the page, and what it shows. */
  notTyped: string[]
  unsaved: string
  waiting: string
}

/** Who else has a page open, in a sentence; or why it is closed to whoever asks. */
export type HereReply = { others: string } | { ended: string }
