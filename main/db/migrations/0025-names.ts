import { flag, kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** Where the Message-ID stands in the headers of an e-mail, which are JSON pairs of name and value. */
const header = `instr(lower(headers), '["message-id","')`

const fromHeader = `substr(headers, ${header} + 15, 300)`

/** Long lines are folded; where they were is no part of the value. */
const unfolded = String.raw`replace(replace(substr(${fromHeader}, 1, instr(${fromHeader}, '"') - 1), '\r', ''), '\n', '')`

/** The Message-ID of an e-mail, in small letters and without the space around it; empty when it has none. */
export const messageIdSql = `CASE WHEN ${header} = 0 THEN '' ELSE lower(trim(${unfolded})) END`

/** The address of whoever an e-mail says it is from, in small letters; of several, the first. */
export const senderSql = `lower(CASE WHEN instr("from", '<') = 0 THEN "from"
  ELSE substr("from", instr("from", '<') + 1, instr("from" || '>', '>') - instr("from", '<') - 1) END)`

/** So much of a SHA-256 tells files apart well enough to look closer. */
export const hashSql = `substr(sha256, 1, 12)`

/** That somebody looked for a name, and what finds the same e-mail on another case (ADR 0043). */
export const names: Migration = {
  version: 25,
  up: db =>
    void db.exec(`
      -- How many identities were compared and found, of those that everybody who reads cases may reveal. Never the name.
      ${kept('name_look', ['compared INTEGER NOT NULL', 'found INTEGER NOT NULL', flag('stopped'), '"by" TEXT NOT NULL', 'at TEXT NOT NULL'])}
      ${neverChanged('name_look')}
      CREATE INDEX source_message_of_hash ON source_message (${hashSql});
      CREATE INDEX source_message_of_message_id ON source_message (${messageIdSql});
      CREATE INDEX source_message_of_sender ON source_message (${senderSql});
      CREATE INDEX attachment_of_hash ON attachment (${hashSql});`),
}
