/** The posted fields that say which window sends a page, which of its saves this is, and what it was given. */
export const windowFields = { window: 'window', save: 'save', seen: 'seen' } as const
