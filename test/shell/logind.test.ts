import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { eventOf, watchLogind, type DesktopEvent } from '../../main/host/watchLogind.ts'
import { freshFolder } from '../support.ts'

/* What a Linux desktop says of itself, by way of a program that prints it. A stand-in prints it here. */

const path = process.env.PATH ?? ''
const stops: (() => void)[] = []
afterEach(() => {
  stops.splice(0).forEach(stop => stop())
  process.env.PATH = path
})

function program(folder: string, name: string, lines: string): void {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
}

/** Listens with these programs in place of the desktop's. */
function listen(programs: Readonly<Record<string, string>>): DesktopEvent[] {
  const folder = freshFolder()
  for (const [name, lines] of Object.entries(programs)) program(folder, name, lines)
  process.env.PATH = `${folder}:/usr/bin:/bin`
  const heard: DesktopEvent[] = []
  stops.push(watchLogind(async event => void heard.push(event)))
  return heard
}

const onlyFor = (service: string, line: string) =>
  `case "$*" in *${service}*) echo "${line}"; exec sleep 60;; *) exec sleep 60;; esac`
const inhibit = 'while [ "${1#--}" != "$1" ]; do shift; done; exec "$@"'

describe('what the desktop says', () => {
  it.each<[string, DesktopEvent | null]>([
    ['/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (true,)', 'suspend'],
    ['/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForSleep (false,)', null],
    ['/org/freedesktop/login1: org.freedesktop.login1.Manager.PrepareForShutdown (true,)', 'suspend'],
    ['/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Lock ()', 'screen-lock'],
    ['/org/freedesktop/login1/session/_32: org.freedesktop.login1.Session.Unlock ()', null],
    [
      "/x: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.login1.Session', {'LockedHint': <true>}, @as [])",
      'screen-lock',
    ],
    [
      "/x: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.UPower', {'LidIsClosed': <true>}, @as [])",
      'suspend',
    ],
    [
      "/x: org.freedesktop.DBus.Properties.PropertiesChanged ('org.freedesktop.UPower', {'LidIsClosed': <false>}, @as [])",
      null,
    ],
    ['Monitoring signals from all objects owned by org.freedesktop.login1', null],
  ])('%s', (line, event) => expect(eventOf(line)).toBe(event))

  it('is heard while the machine waits with sleeping', async () => {
    const heard = listen({
      'systemd-inhibit': inhibit,
      gdbus: onlyFor('login1', '/x: org.freedesktop.login1.Manager.PrepareForSleep (true,)'),
    })
    await vi.waitFor(() => expect(heard).toEqual(['suspend']), 5000)
  })

  it('is heard where sleeping cannot be held up', async () => {
    const heard = listen({
      'systemd-inhibit': 'exit 1',
      gdbus: onlyFor('login1', '/x: org.freedesktop.login1.Session.Lock ()'),
    })
    await vi.waitFor(() => expect(heard).toEqual(['screen-lock']), 5000)
  })

  it('includes the lid', async () => {
    const heard = listen({
      'systemd-inhibit': inhibit,
      gdbus: onlyFor('UPower', "/x: ('org.freedesktop.UPower', {'LidIsClosed': <true>}, @as [])"),
    })
    await vi.waitFor(() => expect(heard).toEqual(['suspend']), 5000)
  })

  it('is simply not heard where nothing tells it', async () => {
    const heard = listen({ 'systemd-inhibit': 'exit 1', gdbus: 'exit 1' })
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(heard).toEqual([])
  })
})
