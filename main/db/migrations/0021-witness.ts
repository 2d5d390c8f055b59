import { kept } from '../columns.ts'
import { neverChanged } from '../history.ts'
import type { Migration } from '../migration.ts'

/** What other offices and this machine know of the record (ADR 0034). */
export const witness: Migration = {
  version: 21,
  up: db =>
    void db.exec(`
      ${kept('witness_sighting', [
        'colleague_id TEXT NOT NULL REFERENCES colleague (id)',
        'entries INTEGER NOT NULL CHECK (entries > 0)',
        'head TEXT NOT NULL',
        'seen_at TEXT NOT NULL',
        'at TEXT NOT NULL',
      ])}
      CREATE INDEX witness_sighting_of ON witness_sighting (colleague_id);
      ${neverChanged('witness_sighting')}
      -- The last check of the record. Not part of the record: checking changes nothing.
      CREATE TABLE record_check (
        one     INTEGER PRIMARY KEY CHECK (one = 1),
        checked TEXT NOT NULL CHECK (json_valid(checked))
      ) STRICT;
      -- The latest time in the record since somebody last confirmed the clock, as long as the last entry is not later: rules
      -- do not go by an earlier one. Written only where time went back, or was confirmed.
      CREATE TABLE clock_floor (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL) STRICT;
      INSERT INTO clock_floor (one, at) SELECT 1, ifnull(max(at), '') FROM entry;
      CREATE TRIGGER clock_went_back AFTER INSERT ON entry
        WHEN NEW.operation <> 'record.confirmClock' AND NEW.at < (SELECT at FROM entry WHERE seq = NEW.seq - 1) BEGIN
        UPDATE clock_floor SET at = max(at, (SELECT at FROM entry WHERE seq = NEW.seq - 1));
      END;
      CREATE TRIGGER clock_is_confirmed AFTER INSERT ON entry WHEN NEW.operation = 'record.confirmClock' BEGIN
        UPDATE clock_floor SET at = NEW.at;
      END;`),
}
