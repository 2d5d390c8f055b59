import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Refused } from '../../shared/refusal.ts'

/** A place where a vault comes to harm. `network`: two computers can open it at once. `cloud`: copies of it leave. */
export type PlaceRisk = 'network' | 'cloud'

/** What is known of this machine. */
export interface Machine {
  readonly platform: NodeJS.Platform
  /** The system's list of what is mounted where, as Linux writes it; empty where there is none. */
  readonly mounts: string
}

/** File systems that lie on another computer, by the system's names for them. */
const ofNetworks =
  /^(?:nfs4?|cifs|smb[23]?|smbfs|ncpfs|afs|ceph|glusterfs|lustre|davfs|9p|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|glusterfs|s3fs|onedriver|google-drive-ocamlfuse|smbnetfs))$/

/** Folders that a program keeps the same with another computer, by the names such programs give them. */
const ofClouds =
  /^(?:OneDrive(?: - .+)?|Dropbox(?: \(.+\))?|iCloud ?Drive|com~apple~CloudDocs|Google ?Drive|GoogleDrive-.+|Nextcloud|ownCloud|pCloud ?Drive|MEGA(?:sync)?|Box(?: Sync)?|SynologyDrive|Seafile|Tresorit(?: Drive)?|Proton ?Drive|Yandex\.Disk)$/i

/** A name in the list of mounts: spaces and the like are written as octal numbers. */
const unescaped = (name: string) =>
  name.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))

/** The kind of file system a folder lies on; empty when the list does not say. */
function kindUnder(folder: string, mounts: string): string {
  const places = mounts.split('\n').flatMap(line => {
    const [, place, kind] = line.split(' ')
    return place === undefined || kind === undefined ? [] : [{ place: unescaped(place), kind }]
  })
  const isUnder = (place: string) => place === '/' || folder === place || folder.startsWith(`${place}/`)
  const nearest = places
    .filter(({ place }) => isUnder(place))
    .toSorted((a, b) => b.place.length - a.place.length)
  return nearest[0]?.kind ?? ''
}

/**
 * Whether a vault would come to harm in this folder, as far as the machine tells: on Windows only addresses of other
 * computers are known, not letters that stand for them; on macOS neither.
 */
export function riskOf(folder: string, { platform, mounts }: Machine): PlaceRisk | null {
  const isAddress = platform === 'win32' && /^[\\/]{2}[^.?]/.test(folder)
  if (isAddress || ofNetworks.test(kindUnder(folder, mounts))) return 'network'
  return folder.split(/[\\/]/).some(name => ofClouds.test(name)) ? 'cloud' : null
}

/** This machine as it is now. */
function thisMachine(): Machine {
  const { platform } = process
  if (platform !== 'linux') return { platform, mounts: '' }
  try {
    return { platform, mounts: readFileSync('/proc/mounts', 'utf8') }
  } catch {
    return { platform, mounts: '' }
  }
}

/** @throws Refused `vault/on-network`. */
export function mustBeHere(folder: string, machine: Machine = thisMachine()): void {
  if (riskOf(resolve(folder), machine) === 'network') throw new Refused('vault/on-network')
}
