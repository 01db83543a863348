import { TRPCError } from '@trpc/server'

const codes = {
  'sign-in-needed': 'UNAUTHORIZED',
  'second-step-needed': 'UNAUTHORIZED',
  'password-needed': 'UNAUTHORIZED',
  'not-allowed': 'FORBIDDEN',
  'switched-off': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'bad-input': 'BAD_REQUEST',
  'too-many-tries': 'TOO_MANY_REQUESTS',
  conflict: 'CONFLICT',
  'file-closed': 'CONFLICT',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const

type ErrorId = keyof typeof codes

const sentences: Record<ErrorId, string> = {
  'sign-in-needed': 'Sign in to continue.',
  'second-step-needed': 'Enter your security code to continue.',
  'password-needed': 'Enter your password again to continue.',
  'not-allowed': 'You are not allowed to do this.',
  'switched-off': 'This is not offered here at the moment. What was begun can be finished.',
  'not-found': 'This could not be found.',
  'bad-input': 'Something in this request was not understood.',
  'too-many-tries': 'There were too many tries. Wait a while and try again.',
  conflict: 'This was changed in the meantime. Load it again and repeat your change.',
  'file-closed': 'This file cannot be opened.',
  unavailable: 'The service is busy. Try again in a moment.',
  internal: 'Something went wrong. Your work up to the last save is safe.',
}

/** A mistake with a stable id and a sentence for the person; the cause stays inside the server. */
export class SendError extends TRPCError {
  readonly id: ErrorId

  constructor(id: ErrorId, sentence: string = sentences[id], cause?: unknown) {
    super({ code: codes[id], message: sentence, cause })
    this.id = id
    this.name = 'SendError'
  }
}

/** The same answer for what does not exist and for what belongs to somebody else. */
export function notFound(): SendError {
  return new SendError('not-found')
}

/** The person is known but may not do this. */
export function notAllowed(): SendError {
  return new SendError('not-allowed')
}

type PublicError = { id: ErrorId; sentence: string; code: string }

/** Turns any thrown thing into what may leave the server: an id and a sentence, never the inside. */
export function maskError(error: unknown): PublicError {
  const known = findSendError(error)
  if (known) return { id: known.id, sentence: known.message, code: codes[known.id] }
  const id = error instanceof TRPCError ? idOfCode(error.code) : 'internal'
  return { id, sentence: sentences[id], code: codes[id] }
}

function findSendError(error: unknown): SendError | undefined {
  if (error instanceof SendError) return error
  return error instanceof TRPCError && error.cause instanceof SendError ? error.cause : undefined
}

function idOfCode(code: TRPCError['code']): ErrorId {
  switch (code) {
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
    case 'PAYLOAD_TOO_LARGE':
    case 'UNSUPPORTED_MEDIA_TYPE':
    case 'METHOD_NOT_SUPPORTED':
      return 'bad-input'
    case 'NOT_FOUND':
      return 'not-found'
    default:
      return 'internal'
  }
}

/** Name and stack of the innermost cause; its message may quote answers, so it stays out of the log. */
export function describeError(error: unknown): { name: string; code?: unknown; stack?: string | undefined } {
  if (!(error instanceof Error)) return { name: typeof error }
  if (error.cause instanceof Error) return describeError(error.cause)
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return { name: error.name, ...('code' in error ? { code: error.code } : {}), stack: frames?.join('\n') }
}
