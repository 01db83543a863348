/** Whole seconds from now to an instant; 0 when it has passed. */
export function secondsUntil(instant: string): number {
  return Math.max(0, Math.floor((new Date(instant).getTime() - new Date().getTime()) / 1000))
}
