import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import ar from '../../resources/text/ar.json' with { type: 'json' }
import en from '../../resources/text/en.json' with { type: 'json' }
import { contract } from '../../shared/contract.ts'

/** Tasks that open a transaction of their own and so make an entry. */
const writingTasks = [
  'approval.answer',
  'approval.ask',
  'approval.takeIn',
  'brief.export',
  'brief.receiveReply',
  'case.start',
  'colleague.add',
  'colleague.changeKeys',
  'colleague.scan',
  'import.addEmail',
  'key.renew',
  'name.compare',
  'name.look',
  'record.confirmClock',
  'record.declareRestore',
  'record.goOn',
  'report.send',
  'report.takeIn',
  'notice.decline',
  'notice.recallBrief',
  'notice.takeRecall',
  'notice.takeReceipt',
  'notice.writeRecall',
  'notice.writeReceipt',
  'rescue.start',
  'vault.addPerson',
  'vault.drill',
  'vault.makeCopy',
  'vault.create',
  'vault.removePerson',
  'recovery.activate',
  'recovery.rehearse',
  'recovery.revoke',
  'vault.recover',
  'vault.setIdle',
  'way.giveUpKeyFile',
  'way.makeKeyFile',
]

const commands = Object.entries(contract)
  .filter(([, { kind }]) => kind === 'command')
  .map(([name]) => name)

/** Every table with a history, as the schema has it. */
const schema = readFileSync(new URL('../../resources/schema.sql', import.meta.url), 'utf8')
const tables = [...schema.matchAll(/CREATE TRIGGER (\w+)_insert_is_history/g)].map(([, table]) => table ?? '')

describe('the record in words', () => {
  it.each([...commands, ...writingTasks])('says what %s did', name => {
    expect(en).toHaveProperty([`record.operation.${name}`])
    expect(ar).toHaveProperty([`record.operation.${name}`])
  })

  it.each(tables)('names what a row of %s is', table => {
    expect(en).toHaveProperty([`record.table.${table}`])
    expect(ar).toHaveProperty([`record.table.${table}`])
  })
})
