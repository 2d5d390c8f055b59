import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { ChevronRight } from 'lucide-react'
import styles from './Disclosure.module.css'
import { classes, given } from './given.ts'
import { Icon } from './Icon.tsx'

/** Properties of `Disclosure`. */
export interface DisclosureProps {
  readonly label: ReactNode
  readonly children: ReactNode
  readonly startsOpen?: boolean | undefined
  /** Level of its heading; 3, as inside a section, unless told. */
  readonly level?: 2 | 3 | 4 | undefined
}

/** Words that open to more words. */
export function Disclosure({ label, children, startsOpen, level = 3 }: DisclosureProps) {
  return (
    <AriaDisclosure {...given({ defaultExpanded: startsOpen })} className={classes(styles.disclosure)}>
      <Heading level={level} className={classes(styles.heading)}>
        <Button slot="trigger" className={classes(styles.trigger)}>
          <Icon of={ChevronRight} directional small />
          <span>{label}</span>
        </Button>
      </Heading>
      <DisclosurePanel className={classes(styles.panel)}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
