import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = { challenge: string }

/** A passkey in memory that answers as a browser with a security key does, true to the letter or with one lie. */
export function createSoftPasskey(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const credentialId = randomBytes(16)
  const id = credentialId.toString('base64url')
  const common = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  let counter = 0

  function clientData(type: string, challenge: string, from: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  }

  function authenticatorData(flags: number, count: number, rest = Buffer.alloc(0)): Buffer {
    const number = Buffer.alloc(4)
    number.writeUInt32BE(count)
    const host = createHash('sha256').update(new URL(origin).hostname).digest()
    return Buffer.concat([host, Buffer.from([flags]), number, rest])
  }

  return {
    /** Answers the question to make a passkey. */
    register({ challenge }: Options, lie: { origin?: string } = {}) {
      const cose = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'), // map of 5: EC2, ES256, P-256, x …
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'), // … and y, 32 bytes each
        Buffer.from(y, 'base64url'),
      ])
      const length = Buffer.from([0, credentialId.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, cose])
      const data = authenticatorData(0x45, 0, attested) // present, verified, with a new key
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'), // none
        Buffer.from([0x58, data.length]),
        data,
      ])
      return {
        ...common,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, lie.origin ?? origin).toString(
            'base64url',
          ),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    /** Answers the question to use it. */
    use({ challenge }: Options, lie: { origin?: string; counter?: number } = {}) {
      counter += 1
      const client = clientData('webauthn.get', challenge, lie.origin ?? origin)
      const data = authenticatorData(0x05, lie.counter ?? counter)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return {
        ...common,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      }
    },
  }
}
