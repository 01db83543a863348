/** Of an option that only some answers bring up: its value, and whether it is offered. */
export type ConditionalOption = { value: string; isOffered: boolean }

/** What the frame of an option is drawn with: one that is not offered is there, for a browser that can bring it up. */
export function optionFrame(conditional: ConditionalOption | undefined) {
  return conditional && { 'data-option': conditional.value, hidden: !conditional.isOffered }
}

/** Whether an option is hidden; its box must not be posted then. */
export function isHidden(conditional: ConditionalOption | undefined): boolean {
  return conditional !== undefined && !conditional.isOffered
}
