/**
 * Milliseconds that anything may take in a real window. It is not a measure of speed: a slow machine with other work
 * shall pass, and only what hangs or never comes meet it.
 */
export const patience = 60_000
