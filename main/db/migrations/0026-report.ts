import type { Migration } from '../migration.ts'
import { staleBy } from './0023-lines.ts'

/** What a case stands in the annual report by, beside what its line is made of. */
const alsoOfCases = {
  case_id: ['perpetrator', 'claim', 'information', 'evidence_source', 'report_decision'],
  id: ['case_proof'],
} as const

const counted = (sign: string, row: string) => `
  INSERT INTO report_tally (ordinal, facet, why, n) VALUES (${row}.ordinal, ${row}.facet, ${row}.why, ${sign}1)
    ON CONFLICT (ordinal, facet, why) DO UPDATE SET n = n ${sign} 1;`

/** Only what is counted in the report: the codes of its cases, each kind for itself. */
const codesCounted = (sign: string, row: string) =>
  ['regions', 'forms', 'perpetrators']
    .map(
      field => `
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT ${row}.ordinal, '${field}', ${row}.${field}, ${sign}1 WHERE ${row}.${field} IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n ${sign} 1;`,
    )
    .join('')

/**
 * How each case stands in the annual reports somebody asked for, ready to be read by page and counted (ADR 0037): made of the
 * cases, outside the record, and made again when lost. Cases for named people have no row here.
 */
export const report: Migration = {
  version: 26,
  up: db =>
    db.exec(`
  CREATE TABLE report_window (
    ordinal INTEGER PRIMARY KEY,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    upto TEXT NOT NULL -- cases whose id comes before this were not looked at yet; empty: none is left
  ) STRICT;
  CREATE TABLE report_line (
    case_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    code TEXT NOT NULL,
    begun INTEGER NOT NULL,
    outside INTEGER NOT NULL,
    facet INTEGER NOT NULL,
    annex TEXT NOT NULL,
    why TEXT NOT NULL,
    regions TEXT,
    forms TEXT,
    perpetrators TEXT,
    recalled INTEGER NOT NULL,
    turns_at INTEGER,
    turns_on INTEGER,
    since_at INTEGER NOT NULL,
    since_on INTEGER NOT NULL,
    PRIMARY KEY (case_id, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX report_line_in_order ON report_line (ordinal, outside, begun, case_id, facet);
  CREATE INDEX report_line_of_facet ON report_line (ordinal, facet, begun, case_id);
  CREATE INDEX report_line_written ON report_line (ordinal, case_id) WHERE facet & 1;
  CREATE INDEX report_line_recalled ON report_line (case_id) WHERE recalled = 1;
  CREATE INDEX report_line_turns_at ON report_line (turns_at) WHERE turns_at IS NOT NULL;
  CREATE INDEX report_line_turns_on ON report_line (turns_on) WHERE turns_on IS NOT NULL;
  CREATE TABLE report_tally (
    ordinal INTEGER NOT NULL,
    facet INTEGER NOT NULL,
    why TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (ordinal, facet, why)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE report_codes (
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,
    codes TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (ordinal, field, codes)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER report_line_is_counted AFTER INSERT ON report_line
    BEGIN${counted('+', 'NEW')}${codesCounted('+', 'NEW')} END;
  CREATE TRIGGER report_line_goes AFTER DELETE ON report_line
    BEGIN${counted('-', 'OLD')}${codesCounted('-', 'OLD')}
      DELETE FROM report_codes WHERE ordinal = OLD.ordinal AND n = 0
        AND (field, codes) IN (VALUES ('regions', OLD.regions), ('forms', OLD.forms), ('perpetrators', OLD.perpetrators)); END;
  CREATE TRIGGER case_file_takes_its_report_line AFTER DELETE ON case_file
    BEGIN DELETE FROM report_line WHERE case_id = OLD.id; END;
  ${Object.entries(alsoOfCases)
    .flatMap(([column, tables]) => tables.map(table => staleBy(table, column)))
    .join('')}

  CREATE TABLE contribution_told (
    case_id TEXT NOT NULL,
    sent_id TEXT NOT NULL,
    PRIMARY KEY (case_id, sent_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX contribution_told_in ON contribution_told (sent_id, case_id);
  CREATE TRIGGER contribution_sent_tells AFTER INSERT ON contribution_sent BEGIN
    INSERT INTO contribution_told (case_id, sent_id)
      SELECT DISTINCT value ->> 'caseId', NEW.id FROM json_each(NEW.told) WHERE value ->> 'level' IN ('named', 'anonymised');
    INSERT INTO line_stale (case_id, gone)
      SELECT DISTINCT case_id, 0 FROM contribution_sent AS s JOIN contribution_told ON sent_id = s.id
        WHERE s.ordinal = NEW.ordinal AND case_id IN (SELECT id FROM case_file)
      ON CONFLICT DO NOTHING; END;
  INSERT INTO contribution_told (case_id, sent_id)
    SELECT DISTINCT value ->> 'caseId', s.id FROM contribution_sent AS s, json_each(s.told)
      WHERE value ->> 'level' IN ('named', 'anonymised');
`),
}
