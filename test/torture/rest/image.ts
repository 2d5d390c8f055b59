import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of its own in one file: what was on it can be looked at block by block, also what was deleted. */
export interface Image {
  readonly file: string
  /** Where it is to be mounted. */
  readonly at: string
}

/** Whether this machine lets us mount such a disk and cut off a network of its own: only root may, and not everywhere. */
export const canMount = (): boolean =>
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-mn', 'sh', '-c', 'mount -t tmpfs none /mnt && command -v mkfs.ext4 ip losetup'])
    .status === 0

/** Makes an empty ext4. */
export function newImage(parent: string, { megabytes }: { readonly megabytes: number }): Image {
  const image = { file: join(parent, 'disk.img'), at: join(parent, 'disk') }
  mkdirSync(image.at)
  execFileSync('truncate', ['-s', `${megabytes}M`, image.file])
  execFileSync('mkfs.ext4', ['-q', image.file])
  return image
}

const block = 4096

/** Every block of the disk that is not all zeros, one after the other. */
export function rawBlocks({ file }: Image): Buffer {
  const [empty, chunk] = [Buffer.alloc(block), Buffer.alloc(2 ** 20)]
  const kept: Buffer[] = []
  const disk = openSync(file, 'r')
  for (let read = readSync(disk, chunk); read > 0; read = readSync(disk, chunk))
    for (let at = 0; at < read; at += block) {
      const one = chunk.subarray(at, at + block)
      if (!one.equals(empty)) kept.push(Buffer.from(one))
    }
  closeSync(disk)
  return Buffer.concat(kept)
}
