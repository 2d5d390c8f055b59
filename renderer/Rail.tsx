import { Archive, BookLock, FileInput, FileText, FolderOpen, Search, Send, Sun, Users } from 'lucide-react'
import { mayReadCases } from '../shared/vault/mayRead.ts'
import { useSession } from './session.ts'
import { useText } from './text.tsx'
import { RailItem } from './ui/index.ts'

const places = [
  { path: '/today', also: '/today', icon: Sun, key: 'app.today' },
  { path: '/cases', also: '/case/', icon: FolderOpen, key: 'app.cases' },
  { path: '/search', also: '/search', icon: Search, key: 'app.search' },
  { path: '/handover', also: '/read', icon: Send, key: 'app.handover' },
  { path: '/take-in', also: '/take-in', icon: FileInput, key: 'app.takeIn' },
  { path: '/colleagues', also: '/colleagues', icon: Users, key: 'app.colleagues' },
  { path: '/report', also: '/report', icon: FileText, key: 'app.report' },
  { path: '/record', also: '/record', icon: Archive, key: 'app.record' },
  { path: '/vault', also: '/vault', icon: BookLock, key: 'app.vault' },
] as const

/** Everywhere but the vault itself and the colleagues. */
export const casePlaces = /^\/(?!(?:vault|colleagues)(?:\/|$)).*/

/** Whether whoever is at the desk looks after the keys alone, and is shown no case. */
export const useKeysOnly = () => useSession(({ vault }) => vault !== null && !mayReadCases(vault.duties))

/** The places of the desk, of which one is current. */
export function Rail({ path }: { readonly path: string }) {
  const text = useText()
  const keysOnly = useKeysOnly()
  return places
    .filter(place => !keysOnly || !casePlaces.test(place.path))
    .map(place => (
      <RailItem
        key={place.path}
        href={place.path}
        icon={place.icon}
        current={path.startsWith(place.path) || path.startsWith(place.also)}
      >
        {text(place.key)}
      </RailItem>
    ))
}
