import { Refused, refusalCodes } from '../../shared/refusal.ts'
import type { RefusalCode } from '../../shared/refusal.ts'
import { JobFailed } from '../ask.ts'
import type { Ask } from '../ask.ts'
import type { EncryptInput, OpenInput, SealInput, SealOutput } from './run.ts'
import type { Opened } from './seal.ts'

/** Builds, signs and encrypts a package in a throw-away process. @throws Refused what sealing refuses; `exchange/took-too-long` */
export const sealApart = (ask: Ask, input: SealInput) => apart(ask, 'seal', input) as Promise<SealOutput>

/** Decrypts and checks a package in a throw-away process. @throws Refused what opening refuses; `exchange/took-too-long` */
export const openApart = (ask: Ask, input: OpenInput) => apart(ask, 'open', input) as Promise<Opened>

/** Encrypts one file as it is in a throw-away process. @throws Refused what encrypting refuses; `exchange/took-too-long` */
export const encryptApart = (ask: Ask, input: EncryptInput) =>
  apart(ask, 'encrypt', input) as Promise<Uint8Array>

async function apart(ask: Ask, job: 'seal' | 'open' | 'encrypt', input: unknown): Promise<unknown> {
  try {
    return await ask.runJob(job, input)
  } catch (error) {
    throw error instanceof JobFailed ? new Refused(refusalOf(error)) : error
  }
}

function refusalOf({ kind, code }: JobFailed): RefusalCode {
  if (kind !== 'refused') return 'exchange/took-too-long'
  return refusalCodes.find(known => known === code) ?? 'fault'
}
