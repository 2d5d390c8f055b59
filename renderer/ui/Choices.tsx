import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components'
import { Check } from 'lucide-react'
import styles from './Choices.module.css'
import { classes } from './given.ts'
import { Icon } from './Icon.tsx'
import { grouped, type Option, type Options } from './options.ts'

/** The list that `Select` and `ComboBox` open. */
export function Choices({
  options,
  empty,
}: {
  readonly options: Options
  readonly empty?: string | undefined
}) {
  return (
    <ListBox
      className={classes(styles.list)}
      renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
    >
      {grouped(options).map(group =>
        group.label === '' ? (
          group.options.map(option => <Choice key={option.id} {...option} />)
        ) : (
          <ListBoxSection key={group.label} id={`group:${group.label}`} className={classes(styles.group)}>
            <Header className={classes(styles.heading)}>{group.label}</Header>
            {group.options.map(option => (
              <Choice key={option.id} {...option} />
            ))}
          </ListBoxSection>
        ),
      )}
    </ListBox>
  )
}

function Choice({ id, label, description, disabled = false }: Option) {
  return (
    <ListBoxItem id={id} textValue={label} isDisabled={disabled} className={classes(styles.choice)}>
      <span className={styles.tick}>
        <Icon of={Check} small />
      </span>
      <span>
        <Text slot="label" className={classes(styles.label)}>
          {label}
        </Text>
        {description && (
          <Text slot="description" className={classes(styles.description)}>
            {description}
          </Text>
        )}
      </span>
    </ListBoxItem>
  )
}
