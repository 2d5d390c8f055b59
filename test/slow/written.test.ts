import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plant } from '../e2e/steps/planted.ts'
import { searchFor } from '../e2e/steps/search.ts'
import { canTrace, trace } from './trace.ts'

/*
 * The whole story under `strace`: every buffer that any process of ours hands to a file is looked through, also of
 * files that are deleted again before anybody could look at them.
 */

interface Said {
  readonly room: string
  readonly desk: string
  readonly planted: number
  readonly secrets: readonly string[]
}

it('hands nothing in clear to any file, and binds no socket of the internet', async () => {
  if (!canTrace()) return console.log('strace may not run here: what was written was not watched.')
  const planted = plant()
  const program = join(import.meta.dirname, 'tellStory.ts')
  const traced = await trace(process.execPath, [program, planted.beginning])
  expect(traced.status).toBe(0)

  const said = JSON.parse(traced.stdout.trim().split('\n').at(-1) ?? '{}') as Said
  const search = searchFor([planted.beginning, ...said.secrets])
  const found = [...traced.written].flatMap(([path, bytes]) => search.bytes(bytes, path))
  const places = [...traced.written.keys(), ...traced.created]
  const bytes = [...traced.written.values()].reduce((sum, all) => sum + all.length, 0)
  console.log(`written: ${traced.written.size} files, ${bytes} bytes; created: ${traced.created.size} paths`)

  // What the storyteller itself put on the desk in clear is seen: the e-mail, and a file to be found.
  const given = (path: string) => path.startsWith(`${said.desk}/`) && /(\.eml|\/control)$/.test(path)
  expect(found.filter(({ path }) => path === `${said.desk}/control`).length).toBeGreaterThan(0)
  expect(found.filter(({ path }) => path.endsWith('.eml')).length).toBeGreaterThan(0)
  expect([...traced.written.keys()].filter(path => path.endsWith('/case.db')).length).toBeGreaterThan(0)
  expect(found.filter(({ path }) => !given(path))).toEqual([])

  const foreseen = [
    `${said.room}/`,
    `${said.desk}/`,
    said.room,
    said.desk,
    '/proc/',
    '/dev/',
    '/tmp/.X',
    '/sys/',
  ]
  expect(
    places.filter(path => path.startsWith('/') && !foreseen.some(start => path.startsWith(start))),
  ).toEqual([])
  expect(traced.bound).toEqual([])
}, 600_000)
