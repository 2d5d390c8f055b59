CREATE TRIGGER access_limit_delete_is_history AFTER DELETE ON access_limit
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'access_limit', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.named IS NOT NULL THEN ',' || json_array('named', CAST(OLD.named AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.since IS NOT NULL THEN ',' || json_array('since', CAST(OLD.since AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER access_limit_insert_is_history AFTER INSERT ON access_limit
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'access_limit', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.named THEN ',' || json_array('named', CAST(NULL AS TEXT), CAST(NEW.named AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.since THEN ',' || json_array('since', CAST(NULL AS TEXT), CAST(NEW.since AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER access_limit_update_is_history AFTER UPDATE ON access_limit
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'access_limit', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.named IS NOT NEW.named THEN ',' || json_array('named', CAST(OLD.named AS TEXT), CAST(NEW.named AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.since IS NOT NEW.since THEN ',' || json_array('since', CAST(OLD.since AS TEXT), CAST(NEW.since AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER access_step_delete_is_history AFTER DELETE ON access_step
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'access_step', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.what IS NOT NULL THEN ',' || json_array('what', CAST(OLD.what AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.officer_id IS NOT NULL THEN ',' || json_array('officer_id', CAST(OLD.officer_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request IS NOT NULL THEN ',' || json_array('request', CAST(OLD.request AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NULL THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER access_step_insert_is_history AFTER INSERT ON access_step
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'access_step', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.what THEN ',' || json_array('what', CAST(NULL AS TEXT), CAST(NEW.what AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.officer_id THEN ',' || json_array('officer_id', CAST(NULL AS TEXT), CAST(NEW.officer_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.request THEN ',' || json_array('request', CAST(NULL AS TEXT), CAST(NEW.request AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sole THEN ',' || json_array('sole', CAST(NULL AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER access_step_is_never_changed BEFORE UPDATE ON access_step
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'access_step is append-only'); END;

CREATE TRIGGER access_step_is_never_removed BEFORE DELETE ON access_step
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'access_step is append-only'); END;

CREATE TRIGGER access_step_update_is_history AFTER UPDATE ON access_step
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'access_step', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.what IS NOT NEW.what THEN ',' || json_array('what', CAST(OLD.what AS TEXT), CAST(NEW.what AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.officer_id IS NOT NEW.officer_id THEN ',' || json_array('officer_id', CAST(OLD.officer_id AS TEXT), CAST(NEW.officer_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request IS NOT NEW.request THEN ',' || json_array('request', CAST(OLD.request AS TEXT), CAST(NEW.request AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NEW.sole THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER act_delete_is_history AFTER DELETE ON act
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'act', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NULL THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.form IS NOT NULL THEN ',' || json_array('form', CAST(OLD.form AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.status IS NOT NULL THEN ',' || json_array('status', CAST(OLD.status AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."when" IS NOT NULL THEN ',' || json_array('when', CAST(OLD."when" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.domain IS NOT NULL THEN ',' || json_array('domain', CAST(OLD.domain AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.region IS NOT NULL THEN ',' || json_array('region', CAST(OLD.region AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.legal_tools IS NOT NULL THEN ',' || json_array('legal_tools', CAST(OLD.legal_tools AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.perpetrator_ids IS NOT NULL THEN ',' || json_array('perpetrator_ids', CAST(OLD.perpetrator_ids AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.account IS NOT NULL THEN ',' || json_array('account', CAST(OLD.account AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER act_delete_is_searched AFTER DELETE ON act WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 4, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.account))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER act_delete_is_stale AFTER DELETE ON act BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER act_insert_is_history AFTER INSERT ON act
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'act', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(NULL AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.form THEN ',' || json_array('form', CAST(NULL AS TEXT), CAST(NEW.form AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.status THEN ',' || json_array('status', CAST(NULL AS TEXT), CAST(NEW.status AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."when" THEN ',' || json_array('when', CAST(NULL AS TEXT), CAST(NEW."when" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.domain THEN ',' || json_array('domain', CAST(NULL AS TEXT), CAST(NEW.domain AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.region THEN ',' || json_array('region', CAST(NULL AS TEXT), CAST(NEW.region AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.legal_tools THEN ',' || json_array('legal_tools', CAST(NULL AS TEXT), CAST(NEW.legal_tools AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.perpetrator_ids THEN ',' || json_array('perpetrator_ids', CAST(NULL AS TEXT), CAST(NEW.perpetrator_ids AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.account THEN ',' || json_array('account', CAST(NULL AS TEXT), CAST(NEW.account AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER act_insert_is_searched AFTER INSERT ON act WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 4, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER act_insert_is_stale AFTER INSERT ON act BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER act_update_is_history AFTER UPDATE ON act
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'act', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.form IS NOT NEW.form THEN ',' || json_array('form', CAST(OLD.form AS TEXT), CAST(NEW.form AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.status IS NOT NEW.status THEN ',' || json_array('status', CAST(OLD.status AS TEXT), CAST(NEW.status AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."when" IS NOT NEW."when" THEN ',' || json_array('when', CAST(OLD."when" AS TEXT), CAST(NEW."when" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.domain IS NOT NEW.domain THEN ',' || json_array('domain', CAST(OLD.domain AS TEXT), CAST(NEW.domain AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.region IS NOT NEW.region THEN ',' || json_array('region', CAST(OLD.region AS TEXT), CAST(NEW.region AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.legal_tools IS NOT NEW.legal_tools THEN ',' || json_array('legal_tools', CAST(OLD.legal_tools AS TEXT), CAST(NEW.legal_tools AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.perpetrator_ids IS NOT NEW.perpetrator_ids THEN ',' || json_array('perpetrator_ids', CAST(OLD.perpetrator_ids AS TEXT), CAST(NEW.perpetrator_ids AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.account IS NOT NEW.account THEN ',' || json_array('account', CAST(OLD.account AS TEXT), CAST(NEW.account AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER act_update_is_searched AFTER UPDATE ON act WHEN (OLD.account IS NOT NEW.account) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 4, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.account))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER act_update_is_stale AFTER UPDATE ON act BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER action_delete_is_history AFTER DELETE ON action
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'action', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NULL THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NULL THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NULL THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approval IS NOT NULL THEN ',' || json_array('approval', CAST(OLD.approval AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NULL THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER action_delete_is_searched AFTER DELETE ON action WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 6, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.draft))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER action_delete_is_stale AFTER DELETE ON action BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER action_entry_begins_planning AFTER DELETE ON action_entry
    WHEN OLD.event ->> 'what' IN ('sent', 'ended')
    BEGIN INSERT INTO action_planned (id, asked) SELECT id, (action.approval <> 'null' OR EXISTS (SELECT 1 FROM approval_asking AS asked
    WHERE asked.case_id = action.case_id AND asked.item_id = action.id)) FROM action WHERE id = OLD.action_id AND NOT EXISTS (SELECT 1 FROM action_entry WHERE action_id = OLD.action_id AND event ->> 'what' IN ('sent', 'ended'))
      AND id NOT IN (SELECT id FROM action_planned); END;

CREATE TRIGGER action_entry_delete_is_history AFTER DELETE ON action_entry
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'action_entry', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.action_id IS NOT NULL THEN ',' || json_array('action_id', CAST(OLD.action_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.event IS NOT NULL THEN ',' || json_array('event', CAST(OLD.event AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER action_entry_delete_is_searched AFTER DELETE ON action_entry WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 7, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.event))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER action_entry_delete_is_stale AFTER DELETE ON action_entry BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER action_entry_ends_planning AFTER INSERT ON action_entry
    WHEN NEW.event ->> 'what' IN ('sent', 'ended')
    BEGIN DELETE FROM action_planned WHERE id = NEW.action_id; END;

CREATE TRIGGER action_entry_insert_is_history AFTER INSERT ON action_entry
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'action_entry', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.action_id THEN ',' || json_array('action_id', CAST(NULL AS TEXT), CAST(NEW.action_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.event THEN ',' || json_array('event', CAST(NULL AS TEXT), CAST(NEW.event AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER action_entry_insert_is_searched AFTER INSERT ON action_entry WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 7, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER action_entry_insert_is_stale AFTER INSERT ON action_entry BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER action_entry_is_never_changed BEFORE UPDATE ON action_entry
      BEGIN SELECT RAISE(ABORT, 'action_entry is append-only'); END;

CREATE TRIGGER action_entry_is_never_removed BEFORE DELETE ON action_entry
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'action_entry is append-only'); END;

CREATE TRIGGER action_entry_update_is_history AFTER UPDATE ON action_entry
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'action_entry', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.action_id IS NOT NEW.action_id THEN ',' || json_array('action_id', CAST(OLD.action_id AS TEXT), CAST(NEW.action_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.event IS NOT NEW.event THEN ',' || json_array('event', CAST(OLD.event AS TEXT), CAST(NEW.event AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER action_entry_update_is_searched AFTER UPDATE ON action_entry WHEN (OLD.event IS NOT NEW.event) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 7, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.event))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER action_entry_update_is_stale AFTER UPDATE ON action_entry BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER action_insert_is_history AFTER INSERT ON action
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'action', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.label THEN ',' || json_array('label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.author THEN ',' || json_array('author', CAST(NULL AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.draft THEN ',' || json_array('draft', CAST(NULL AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.approval THEN ',' || json_array('approval', CAST(NULL AS TEXT), CAST(NEW.approval AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(NULL AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER action_insert_is_searched AFTER INSERT ON action WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 6, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER action_insert_is_stale AFTER INSERT ON action BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER action_is_approved AFTER UPDATE OF approval ON action WHEN NEW.approval <> 'null'
    BEGIN UPDATE action_planned SET asked = 1 WHERE id = NEW.id AND asked = 0; END;

CREATE TRIGGER action_is_asked_about AFTER INSERT ON approval_asking
    BEGIN UPDATE action_planned SET asked = 1 WHERE id = NEW.item_id AND asked = 0; END;

CREATE TRIGGER action_is_gone AFTER DELETE ON action
    BEGIN DELETE FROM action_planned WHERE id = OLD.id; END;

CREATE TRIGGER action_is_planned AFTER INSERT ON action WHEN NOT EXISTS (SELECT 1 FROM action_entry WHERE action_id = NEW.id AND event ->> 'what' IN ('sent', 'ended'))
    BEGIN INSERT INTO action_planned (id, asked) VALUES (NEW.id, (NEW.approval <> 'null' OR EXISTS (SELECT 1 FROM approval_asking AS asked
    WHERE asked.case_id = NEW.case_id AND asked.item_id = NEW.id))); END;

CREATE TRIGGER action_update_is_history AFTER UPDATE ON action
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'action', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NEW.label THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NEW.author THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NEW.draft THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approval IS NOT NEW.approval THEN ',' || json_array('approval', CAST(OLD.approval AS TEXT), CAST(NEW.approval AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER action_update_is_searched AFTER UPDATE ON action WHEN (OLD.label IS NOT NEW.label OR OLD.draft IS NOT NEW.draft) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 6, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.draft))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER action_update_is_stale AFTER UPDATE ON action BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER answer_given_delete_is_history AFTER DELETE ON answer_given
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'answer_given', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asks IS NOT NULL THEN ',' || json_array('asks', CAST(OLD.asks AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NULL THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NULL THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request_id IS NOT NULL THEN ',' || json_array('request_id', CAST(OLD.request_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request_sha256 IS NOT NULL THEN ',' || json_array('request_sha256', CAST(OLD.request_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answer_sha256 IS NOT NULL THEN ',' || json_array('answer_sha256', CAST(OLD.answer_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.leave IS NOT NULL THEN ',' || json_array('leave', CAST(OLD.leave AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.unseen IS NOT NULL THEN ',' || json_array('unseen', CAST(OLD.unseen AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER answer_given_insert_is_history AFTER INSERT ON answer_given
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'answer_given', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asks THEN ',' || json_array('asks', CAST(NULL AS TEXT), CAST(NEW.asks AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decision THEN ',' || json_array('decision', CAST(NULL AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.duty THEN ',' || json_array('duty', CAST(NULL AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.request_id THEN ',' || json_array('request_id', CAST(NULL AS TEXT), CAST(NEW.request_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.request_sha256 THEN ',' || json_array('request_sha256', CAST(NULL AS TEXT), CAST(NEW.request_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answer_sha256 THEN ',' || json_array('answer_sha256', CAST(NULL AS TEXT), CAST(NEW.answer_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.leave THEN ',' || json_array('leave', CAST(NULL AS TEXT), CAST(NEW.leave AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.unseen THEN ',' || json_array('unseen', CAST(NULL AS TEXT), CAST(NEW.unseen AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER answer_given_is_never_changed BEFORE UPDATE ON answer_given
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'answer_given is append-only'); END;

CREATE TRIGGER answer_given_is_never_removed BEFORE DELETE ON answer_given
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'answer_given is append-only'); END;

CREATE TRIGGER answer_given_update_is_history AFTER UPDATE ON answer_given
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'answer_given', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asks IS NOT NEW.asks THEN ',' || json_array('asks', CAST(OLD.asks AS TEXT), CAST(NEW.asks AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NEW.decision THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NEW.duty THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request_id IS NOT NEW.request_id THEN ',' || json_array('request_id', CAST(OLD.request_id AS TEXT), CAST(NEW.request_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request_sha256 IS NOT NEW.request_sha256 THEN ',' || json_array('request_sha256', CAST(OLD.request_sha256 AS TEXT), CAST(NEW.request_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answer_sha256 IS NOT NEW.answer_sha256 THEN ',' || json_array('answer_sha256', CAST(OLD.answer_sha256 AS TEXT), CAST(NEW.answer_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.leave IS NOT NEW.leave THEN ',' || json_array('leave', CAST(OLD.leave AS TEXT), CAST(NEW.leave AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.unseen IS NOT NEW.unseen THEN ',' || json_array('unseen', CAST(OLD.unseen AS TEXT), CAST(NEW.unseen AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER approval_asking_delete_is_history AFTER DELETE ON approval_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'approval_asking', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER approval_asking_insert_is_history AFTER INSERT ON approval_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'approval_asking', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER approval_asking_is_never_changed BEFORE UPDATE ON approval_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'approval_asking is append-only'); END;

CREATE TRIGGER approval_asking_is_never_removed BEFORE DELETE ON approval_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'approval_asking is append-only'); END;

CREATE TRIGGER approval_asking_update_is_history AFTER UPDATE ON approval_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'approval_asking', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER attachment_delete_is_history AFTER DELETE ON attachment
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.source_id IS NOT NULL THEN ',' || json_array('source_id', CAST(OLD.source_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.name IS NOT NULL THEN ',' || json_array('name', CAST(OLD.name AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.declared_type IS NOT NULL THEN ',' || json_array('declared_type', CAST(OLD.declared_type AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.is_program IS NOT NULL THEN ',' || json_array('is_program', CAST(OLD.is_program AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.mismatch IS NOT NULL THEN ',' || json_array('mismatch', CAST(OLD.mismatch AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.size IS NOT NULL THEN ',' || json_array('size', CAST(OLD.size AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NULL THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.left_out IS NOT NULL THEN ',' || json_array('left_out', CAST(OLD.left_out AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER attachment_delete_is_searched AFTER DELETE ON attachment WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 13, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.name))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER attachment_insert_is_history AFTER INSERT ON attachment
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.source_id THEN ',' || json_array('source_id', CAST(NULL AS TEXT), CAST(NEW.source_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.name THEN ',' || json_array('name', CAST(NULL AS TEXT), CAST(NEW.name AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.declared_type THEN ',' || json_array('declared_type', CAST(NULL AS TEXT), CAST(NEW.declared_type AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.is_program THEN ',' || json_array('is_program', CAST(NULL AS TEXT), CAST(NEW.is_program AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.mismatch THEN ',' || json_array('mismatch', CAST(NULL AS TEXT), CAST(NEW.mismatch AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.size THEN ',' || json_array('size', CAST(NULL AS TEXT), CAST(NEW.size AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.left_out THEN ',' || json_array('left_out', CAST(NULL AS TEXT), CAST(NEW.left_out AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER attachment_insert_is_searched AFTER INSERT ON attachment WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 13, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
      BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;

CREATE TRIGGER attachment_is_never_removed BEFORE DELETE ON attachment
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;

CREATE TRIGGER attachment_update_is_history AFTER UPDATE ON attachment
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.source_id IS NOT NEW.source_id THEN ',' || json_array('source_id', CAST(OLD.source_id AS TEXT), CAST(NEW.source_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.name IS NOT NEW.name THEN ',' || json_array('name', CAST(OLD.name AS TEXT), CAST(NEW.name AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.declared_type IS NOT NEW.declared_type THEN ',' || json_array('declared_type', CAST(OLD.declared_type AS TEXT), CAST(NEW.declared_type AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.is_program IS NOT NEW.is_program THEN ',' || json_array('is_program', CAST(OLD.is_program AS TEXT), CAST(NEW.is_program AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.mismatch IS NOT NEW.mismatch THEN ',' || json_array('mismatch', CAST(OLD.mismatch AS TEXT), CAST(NEW.mismatch AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.size IS NOT NEW.size THEN ',' || json_array('size', CAST(OLD.size AS TEXT), CAST(NEW.size AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.left_out IS NOT NEW.left_out THEN ',' || json_array('left_out', CAST(OLD.left_out AS TEXT), CAST(NEW.left_out AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER attachment_update_is_searched AFTER UPDATE ON attachment WHEN (OLD.name IS NOT NEW.name) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 13, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.name))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER brief_delete_is_history AFTER DELETE ON brief
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.copy IS NOT NULL THEN ',' || json_array('copy', CAST(OLD.copy AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NULL THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NULL THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approval IS NOT NULL THEN ',' || json_array('approval', CAST(OLD.approval AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent IS NOT NULL THEN ',' || json_array('sent', CAST(OLD.sent AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reply IS NOT NULL THEN ',' || json_array('reply', CAST(OLD.reply AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER brief_delete_is_searched AFTER DELETE ON brief WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 14, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.copy, OLD.draft))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER brief_delete_is_stale AFTER DELETE ON brief BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER brief_insert_is_history AFTER INSERT ON brief
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.copy THEN ',' || json_array('copy', CAST(NULL AS TEXT), CAST(NEW.copy AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.author THEN ',' || json_array('author', CAST(NULL AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.draft THEN ',' || json_array('draft', CAST(NULL AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.approval THEN ',' || json_array('approval', CAST(NULL AS TEXT), CAST(NEW.approval AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent THEN ',' || json_array('sent', CAST(NULL AS TEXT), CAST(NEW.sent AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reply THEN ',' || json_array('reply', CAST(NULL AS TEXT), CAST(NEW.reply AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER brief_insert_is_searched AFTER INSERT ON brief WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 14, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER brief_insert_is_stale AFTER INSERT ON brief BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER brief_update_is_history AFTER UPDATE ON brief
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.copy IS NOT NEW.copy THEN ',' || json_array('copy', CAST(OLD.copy AS TEXT), CAST(NEW.copy AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NEW.author THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NEW.draft THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approval IS NOT NEW.approval THEN ',' || json_array('approval', CAST(OLD.approval AS TEXT), CAST(NEW.approval AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent IS NOT NEW.sent THEN ',' || json_array('sent', CAST(OLD.sent AS TEXT), CAST(NEW.sent AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reply IS NOT NEW.reply THEN ',' || json_array('reply', CAST(OLD.reply AS TEXT), CAST(NEW.reply AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER brief_update_is_searched AFTER UPDATE ON brief WHEN (OLD.copy IS NOT NEW.copy OR OLD.draft IS NOT NEW.draft) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 14, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.copy, OLD.draft))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER brief_update_is_stale AFTER UPDATE ON brief BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_course_delete_is_history AFTER DELETE ON case_course
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_course', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.urgent IS NOT NULL THEN ',' || json_array('urgent', CAST(OLD.urgent AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.hold IS NOT NULL THEN ',' || json_array('hold', CAST(OLD.hold AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.referral IS NOT NULL THEN ',' || json_array('referral', CAST(OLD.referral AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.closure IS NOT NULL THEN ',' || json_array('closure', CAST(OLD.closure AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reopened IS NOT NULL THEN ',' || json_array('reopened', CAST(OLD.reopened AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_course_delete_is_stale AFTER DELETE ON case_course BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER case_course_insert_is_history AFTER INSERT ON case_course
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_course', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.urgent THEN ',' || json_array('urgent', CAST(NULL AS TEXT), CAST(NEW.urgent AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.hold THEN ',' || json_array('hold', CAST(NULL AS TEXT), CAST(NEW.hold AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.referral THEN ',' || json_array('referral', CAST(NULL AS TEXT), CAST(NEW.referral AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.closure THEN ',' || json_array('closure', CAST(NULL AS TEXT), CAST(NEW.closure AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reopened THEN ',' || json_array('reopened', CAST(NULL AS TEXT), CAST(NEW.reopened AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_course_insert_is_stale AFTER INSERT ON case_course BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_course_update_is_history AFTER UPDATE ON case_course
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_course', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.urgent IS NOT NEW.urgent THEN ',' || json_array('urgent', CAST(OLD.urgent AS TEXT), CAST(NEW.urgent AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.hold IS NOT NEW.hold THEN ',' || json_array('hold', CAST(OLD.hold AS TEXT), CAST(NEW.hold AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.referral IS NOT NEW.referral THEN ',' || json_array('referral', CAST(OLD.referral AS TEXT), CAST(NEW.referral AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.closure IS NOT NEW.closure THEN ',' || json_array('closure', CAST(OLD.closure AS TEXT), CAST(NEW.closure AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reopened IS NOT NEW.reopened THEN ',' || json_array('reopened', CAST(OLD.reopened AS TEXT), CAST(NEW.reopened AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_course_update_is_stale AFTER UPDATE ON case_course BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_file_delete_is_history AFTER DELETE ON case_file
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.state IS NOT NULL THEN ',' || json_array('state', CAST(OLD.state AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.received_on IS NOT NULL THEN ',' || json_array('received_on', CAST(OLD.received_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NULL THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NULL THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter IS NOT NULL THEN ',' || json_array('interpreter', CAST(OLD.interpreter AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reporter_relation IS NOT NULL THEN ',' || json_array('reporter_relation', CAST(OLD.reporter_relation AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.mandate_to_act IS NOT NULL THEN ',' || json_array('mandate_to_act', CAST(OLD.mandate_to_act AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.first_entity IS NOT NULL THEN ',' || json_array('first_entity', CAST(OLD.first_entity AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.danger IS NOT NULL THEN ',' || json_array('danger', CAST(OLD.danger AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.danger_why IS NOT NULL THEN ',' || json_array('danger_why', CAST(OLD.danger_why AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.safe_to_write IS NOT NULL THEN ',' || json_array('safe_to_write', CAST(OLD.safe_to_write AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.safe_contact IS NOT NULL THEN ',' || json_array('safe_contact', CAST(OLD.safe_contact AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.account IS NOT NULL THEN ',' || json_array('account', CAST(OLD.account AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.owner IS NOT NULL THEN ',' || json_array('owner', CAST(OLD.owner AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.retention_review_on IS NOT NULL THEN ',' || json_array('retention_review_on', CAST(OLD.retention_review_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NULL THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_file_delete_is_searched AFTER DELETE ON case_file WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 0, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.code, OLD.account, OLD.danger_why, OLD.state))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER case_file_insert_is_history AFTER INSERT ON case_file
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.state THEN ',' || json_array('state', CAST(NULL AS TEXT), CAST(NEW.state AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.received_on THEN ',' || json_array('received_on', CAST(NULL AS TEXT), CAST(NEW.received_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.channel THEN ',' || json_array('channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.language THEN ',' || json_array('language', CAST(NULL AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.interpreter THEN ',' || json_array('interpreter', CAST(NULL AS TEXT), CAST(NEW.interpreter AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reporter_relation THEN ',' || json_array('reporter_relation', CAST(NULL AS TEXT), CAST(NEW.reporter_relation AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.mandate_to_act THEN ',' || json_array('mandate_to_act', CAST(NULL AS TEXT), CAST(NEW.mandate_to_act AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.first_entity THEN ',' || json_array('first_entity', CAST(NULL AS TEXT), CAST(NEW.first_entity AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.danger THEN ',' || json_array('danger', CAST(NULL AS TEXT), CAST(NEW.danger AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.danger_why THEN ',' || json_array('danger_why', CAST(NULL AS TEXT), CAST(NEW.danger_why AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.safe_to_write THEN ',' || json_array('safe_to_write', CAST(NULL AS TEXT), CAST(NEW.safe_to_write AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.safe_contact THEN ',' || json_array('safe_contact', CAST(NULL AS TEXT), CAST(NEW.safe_contact AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.account THEN ',' || json_array('account', CAST(NULL AS TEXT), CAST(NEW.account AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.owner THEN ',' || json_array('owner', CAST(NULL AS TEXT), CAST(NEW.owner AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.retention_review_on THEN ',' || json_array('retention_review_on', CAST(NULL AS TEXT), CAST(NEW.retention_review_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(NULL AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_file_insert_is_searched AFTER INSERT ON case_file WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 0, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER case_file_insert_is_stale AFTER INSERT ON case_file BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_file_takes_its_line AFTER DELETE ON case_file
    BEGIN DELETE FROM case_line WHERE case_id = OLD.id; DELETE FROM line_stale WHERE case_id = OLD.id; END;

CREATE TRIGGER case_file_takes_its_report_line AFTER DELETE ON case_file
    BEGIN DELETE FROM report_line WHERE case_id = OLD.id; END;

CREATE TRIGGER case_file_update_is_history AFTER UPDATE ON case_file
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.state IS NOT NEW.state THEN ',' || json_array('state', CAST(OLD.state AS TEXT), CAST(NEW.state AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.received_on IS NOT NEW.received_on THEN ',' || json_array('received_on', CAST(OLD.received_on AS TEXT), CAST(NEW.received_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NEW.channel THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NEW.language THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter IS NOT NEW.interpreter THEN ',' || json_array('interpreter', CAST(OLD.interpreter AS TEXT), CAST(NEW.interpreter AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reporter_relation IS NOT NEW.reporter_relation THEN ',' || json_array('reporter_relation', CAST(OLD.reporter_relation AS TEXT), CAST(NEW.reporter_relation AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.mandate_to_act IS NOT NEW.mandate_to_act THEN ',' || json_array('mandate_to_act', CAST(OLD.mandate_to_act AS TEXT), CAST(NEW.mandate_to_act AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.first_entity IS NOT NEW.first_entity THEN ',' || json_array('first_entity', CAST(OLD.first_entity AS TEXT), CAST(NEW.first_entity AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.danger IS NOT NEW.danger THEN ',' || json_array('danger', CAST(OLD.danger AS TEXT), CAST(NEW.danger AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.danger_why IS NOT NEW.danger_why THEN ',' || json_array('danger_why', CAST(OLD.danger_why AS TEXT), CAST(NEW.danger_why AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.safe_to_write IS NOT NEW.safe_to_write THEN ',' || json_array('safe_to_write', CAST(OLD.safe_to_write AS TEXT), CAST(NEW.safe_to_write AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.safe_contact IS NOT NEW.safe_contact THEN ',' || json_array('safe_contact', CAST(OLD.safe_contact AS TEXT), CAST(NEW.safe_contact AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.account IS NOT NEW.account THEN ',' || json_array('account', CAST(OLD.account AS TEXT), CAST(NEW.account AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.owner IS NOT NEW.owner THEN ',' || json_array('owner', CAST(OLD.owner AS TEXT), CAST(NEW.owner AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.retention_review_on IS NOT NEW.retention_review_on THEN ',' || json_array('retention_review_on', CAST(OLD.retention_review_on AS TEXT), CAST(NEW.retention_review_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_file_update_is_searched AFTER UPDATE ON case_file WHEN (OLD.code IS NOT NEW.code OR OLD.account IS NOT NEW.account OR OLD.danger_why IS NOT NEW.danger_why OR OLD.state IS NOT NEW.state) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 0, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.code, OLD.account, OLD.danger_why, OLD.state))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; INSERT OR IGNORE INTO search_stale (stands, place, turn) SELECT 1, place, -ifnull((SELECT seq FROM entry_open), 0)
         FROM search_item WHERE case_no = NEW.rowid AND OLD.state IS NOT NEW.state; END;

CREATE TRIGGER case_file_update_is_stale AFTER UPDATE ON case_file BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_line_counts_by_letter AFTER UPDATE OF code, facet ON case_line
    WHEN OLD.code <> NEW.code OR OLD.facet <> NEW.facet
    BEGIN
  INSERT INTO code_tally (letter, facet, n) SELECT DISTINCT substr(part, 1, 1), OLD.facet, -1
    FROM (SELECT substr(replace(OLD.code, '-', ''), 1) AS part UNION ALL SELECT substr(replace(OLD.code, '-', ''), 2) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 3) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 4) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 5) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 6)) WHERE part <> ''
    ON CONFLICT (letter, facet) DO UPDATE SET n = n - 1;
  INSERT INTO code_tally (letter, facet, n) SELECT DISTINCT substr(part, 1, 1), NEW.facet, +1
    FROM (SELECT substr(replace(NEW.code, '-', ''), 1) AS part UNION ALL SELECT substr(replace(NEW.code, '-', ''), 2) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 3) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 4) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 5) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 6)) WHERE part <> ''
    ON CONFLICT (letter, facet) DO UPDATE SET n = n + 1; END;

CREATE TRIGGER case_line_goes AFTER DELETE ON case_line BEGIN
  INSERT INTO line_tally (facet, n) VALUES (OLD.facet, -1) ON CONFLICT (facet) DO UPDATE SET n = n - 1;
    DELETE FROM due_line WHERE id BETWEEN OLD.n * 65536 AND OLD.n * 65536 + 65535; END;

CREATE TRIGGER case_line_has_a_code AFTER INSERT ON case_line BEGIN INSERT INTO code_part (part, n) VALUES (substr(replace(NEW.code, '-', ''), 1), NEW.n), (substr(replace(NEW.code, '-', ''), 2), NEW.n), (substr(replace(NEW.code, '-', ''), 3), NEW.n), (substr(replace(NEW.code, '-', ''), 4), NEW.n), (substr(replace(NEW.code, '-', ''), 5), NEW.n), (substr(replace(NEW.code, '-', ''), 6), NEW.n);
  INSERT INTO code_tally (letter, facet, n) SELECT DISTINCT substr(part, 1, 1), NEW.facet, +1
    FROM (SELECT substr(replace(NEW.code, '-', ''), 1) AS part UNION ALL SELECT substr(replace(NEW.code, '-', ''), 2) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 3) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 4) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 5) UNION ALL SELECT substr(replace(NEW.code, '-', ''), 6)) WHERE part <> ''
    ON CONFLICT (letter, facet) DO UPDATE SET n = n + 1; END;

CREATE TRIGGER case_line_has_another_code AFTER UPDATE OF code ON case_line WHEN OLD.code <> NEW.code
    BEGIN DELETE FROM code_part WHERE n = OLD.n AND part IN (substr(replace(OLD.code, '-', ''), 1), substr(replace(OLD.code, '-', ''), 2), substr(replace(OLD.code, '-', ''), 3), substr(replace(OLD.code, '-', ''), 4), substr(replace(OLD.code, '-', ''), 5), substr(replace(OLD.code, '-', ''), 6)); INSERT INTO code_part (part, n) VALUES (substr(replace(NEW.code, '-', ''), 1), NEW.n), (substr(replace(NEW.code, '-', ''), 2), NEW.n), (substr(replace(NEW.code, '-', ''), 3), NEW.n), (substr(replace(NEW.code, '-', ''), 4), NEW.n), (substr(replace(NEW.code, '-', ''), 5), NEW.n), (substr(replace(NEW.code, '-', ''), 6), NEW.n); END;

CREATE TRIGGER case_line_has_no_code AFTER DELETE ON case_line BEGIN DELETE FROM code_part WHERE n = OLD.n AND part IN (substr(replace(OLD.code, '-', ''), 1), substr(replace(OLD.code, '-', ''), 2), substr(replace(OLD.code, '-', ''), 3), substr(replace(OLD.code, '-', ''), 4), substr(replace(OLD.code, '-', ''), 5), substr(replace(OLD.code, '-', ''), 6));
  INSERT INTO code_tally (letter, facet, n) SELECT DISTINCT substr(part, 1, 1), OLD.facet, -1
    FROM (SELECT substr(replace(OLD.code, '-', ''), 1) AS part UNION ALL SELECT substr(replace(OLD.code, '-', ''), 2) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 3) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 4) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 5) UNION ALL SELECT substr(replace(OLD.code, '-', ''), 6)) WHERE part <> ''
    ON CONFLICT (letter, facet) DO UPDATE SET n = n - 1; END;

CREATE TRIGGER case_line_is_counted AFTER INSERT ON case_line BEGIN
  INSERT INTO line_tally (facet, n) VALUES (NEW.facet, +1) ON CONFLICT (facet) DO UPDATE SET n = n + 1; END;

CREATE TRIGGER case_line_is_counted_anew AFTER UPDATE OF facet ON case_line WHEN OLD.facet <> NEW.facet
    BEGIN
  INSERT INTO line_tally (facet, n) VALUES (OLD.facet, -1) ON CONFLICT (facet) DO UPDATE SET n = n - 1;
  INSERT INTO line_tally (facet, n) VALUES (NEW.facet, +1) ON CONFLICT (facet) DO UPDATE SET n = n + 1; END;

CREATE TRIGGER case_mark_delete_is_history AFTER DELETE ON case_mark
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_mark', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.what IS NOT NULL THEN ',' || json_array('what', CAST(OLD.what AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.done_on IS NOT NULL THEN ',' || json_array('done_on', CAST(OLD.done_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_mark_delete_is_searched AFTER DELETE ON case_mark WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 1, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER case_mark_delete_is_stale AFTER DELETE ON case_mark BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER case_mark_insert_is_history AFTER INSERT ON case_mark
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_mark', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.what THEN ',' || json_array('what', CAST(NULL AS TEXT), CAST(NEW.what AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.done_on THEN ',' || json_array('done_on', CAST(NULL AS TEXT), CAST(NEW.done_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_mark_insert_is_searched AFTER INSERT ON case_mark WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 1, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER case_mark_insert_is_stale AFTER INSERT ON case_mark BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_mark_is_never_changed BEFORE UPDATE ON case_mark
      BEGIN SELECT RAISE(ABORT, 'case_mark is append-only'); END;

CREATE TRIGGER case_mark_is_never_removed BEFORE DELETE ON case_mark
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'case_mark is append-only'); END;

CREATE TRIGGER case_mark_update_is_history AFTER UPDATE ON case_mark
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_mark', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.what IS NOT NEW.what THEN ',' || json_array('what', CAST(OLD.what AS TEXT), CAST(NEW.what AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.done_on IS NOT NEW.done_on THEN ',' || json_array('done_on', CAST(OLD.done_on AS TEXT), CAST(NEW.done_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_mark_update_is_searched AFTER UPDATE ON case_mark WHEN (OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 1, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER case_mark_update_is_stale AFTER UPDATE ON case_mark BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_proof_delete_is_history AFTER DELETE ON case_proof
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_proof', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.standard IS NOT NULL THEN ',' || json_array('standard', CAST(OLD.standard AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.unknowns IS NOT NULL THEN ',' || json_array('unknowns', CAST(OLD.unknowns AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_proof_delete_is_searched AFTER DELETE ON case_proof WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 11, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note, OLD.unknowns))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER case_proof_delete_is_stale AFTER DELETE ON case_proof BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER case_proof_insert_is_history AFTER INSERT ON case_proof
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_proof', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.standard THEN ',' || json_array('standard', CAST(NULL AS TEXT), CAST(NEW.standard AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.unknowns THEN ',' || json_array('unknowns', CAST(NULL AS TEXT), CAST(NEW.unknowns AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_proof_insert_is_searched AFTER INSERT ON case_proof WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 11, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER case_proof_insert_is_stale AFTER INSERT ON case_proof BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER case_proof_update_is_history AFTER UPDATE ON case_proof
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'case_proof', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.standard IS NOT NEW.standard THEN ',' || json_array('standard', CAST(OLD.standard AS TEXT), CAST(NEW.standard AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.unknowns IS NOT NEW.unknowns THEN ',' || json_array('unknowns', CAST(OLD.unknowns AS TEXT), CAST(NEW.unknowns AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER case_proof_update_is_searched AFTER UPDATE ON case_proof WHEN (OLD.note IS NOT NEW.note OR OLD.unknowns IS NOT NEW.unknowns) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 11, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note, OLD.unknowns))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER case_proof_update_is_stale AFTER UPDATE ON case_proof BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER check_in_delete_is_history AFTER DELETE ON check_in
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'check_in', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.due_at IS NOT NULL THEN ',' || json_array('due_at', CAST(OLD.due_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.result IS NOT NULL THEN ',' || json_array('result', CAST(OLD.result AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER check_in_delete_is_searched AFTER DELETE ON check_in WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 22, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER check_in_delete_is_stale AFTER DELETE ON check_in BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER check_in_insert_is_history AFTER INSERT ON check_in
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'check_in', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.due_at THEN ',' || json_array('due_at', CAST(NULL AS TEXT), CAST(NEW.due_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.result THEN ',' || json_array('result', CAST(NULL AS TEXT), CAST(NEW.result AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER check_in_insert_is_searched AFTER INSERT ON check_in WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 22, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER check_in_insert_is_stale AFTER INSERT ON check_in BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER check_in_is_never_changed BEFORE UPDATE ON check_in
      BEGIN SELECT RAISE(ABORT, 'check_in is append-only'); END;

CREATE TRIGGER check_in_is_never_removed BEFORE DELETE ON check_in
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'check_in is append-only'); END;

CREATE TRIGGER check_in_plan_delete_is_history AFTER DELETE ON check_in_plan
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'check_in_plan', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.every_hours IS NOT NULL THEN ',' || json_array('every_hours', CAST(OLD.every_hours AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.grace_hours IS NOT NULL THEN ',' || json_array('grace_hours', CAST(OLD.grace_hours AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.next_due IS NOT NULL THEN ',' || json_array('next_due', CAST(OLD.next_due AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.first IS NOT NULL THEN ',' || json_array('first', CAST(OLD.first AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.second IS NOT NULL THEN ',' || json_array('second', CAST(OLD.second AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.third IS NOT NULL THEN ',' || json_array('third', CAST(OLD.third AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_at IS NOT NULL THEN ',' || json_array('agreed_at', CAST(OLD.agreed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER check_in_plan_delete_is_stale AFTER DELETE ON check_in_plan BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER check_in_plan_insert_is_history AFTER INSERT ON check_in_plan
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'check_in_plan', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.every_hours THEN ',' || json_array('every_hours', CAST(NULL AS TEXT), CAST(NEW.every_hours AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.grace_hours THEN ',' || json_array('grace_hours', CAST(NULL AS TEXT), CAST(NEW.grace_hours AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.next_due THEN ',' || json_array('next_due', CAST(NULL AS TEXT), CAST(NEW.next_due AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.first THEN ',' || json_array('first', CAST(NULL AS TEXT), CAST(NEW.first AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.second THEN ',' || json_array('second', CAST(NULL AS TEXT), CAST(NEW.second AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.third THEN ',' || json_array('third', CAST(NULL AS TEXT), CAST(NEW.third AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.agreed_at THEN ',' || json_array('agreed_at', CAST(NULL AS TEXT), CAST(NEW.agreed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER check_in_plan_insert_is_stale AFTER INSERT ON check_in_plan BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER check_in_plan_update_is_history AFTER UPDATE ON check_in_plan
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'check_in_plan', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.every_hours IS NOT NEW.every_hours THEN ',' || json_array('every_hours', CAST(OLD.every_hours AS TEXT), CAST(NEW.every_hours AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.grace_hours IS NOT NEW.grace_hours THEN ',' || json_array('grace_hours', CAST(OLD.grace_hours AS TEXT), CAST(NEW.grace_hours AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.next_due IS NOT NEW.next_due THEN ',' || json_array('next_due', CAST(OLD.next_due AS TEXT), CAST(NEW.next_due AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.first IS NOT NEW.first THEN ',' || json_array('first', CAST(OLD.first AS TEXT), CAST(NEW.first AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.second IS NOT NEW.second THEN ',' || json_array('second', CAST(OLD.second AS TEXT), CAST(NEW.second AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.third IS NOT NEW.third THEN ',' || json_array('third', CAST(OLD.third AS TEXT), CAST(NEW.third AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_at IS NOT NEW.agreed_at THEN ',' || json_array('agreed_at', CAST(OLD.agreed_at AS TEXT), CAST(NEW.agreed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER check_in_plan_update_is_stale AFTER UPDATE ON check_in_plan BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER check_in_update_is_history AFTER UPDATE ON check_in
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'check_in', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.due_at IS NOT NEW.due_at THEN ',' || json_array('due_at', CAST(OLD.due_at AS TEXT), CAST(NEW.due_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.result IS NOT NEW.result THEN ',' || json_array('result', CAST(OLD.result AS TEXT), CAST(NEW.result AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER check_in_update_is_searched AFTER UPDATE ON check_in WHEN (OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 22, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER check_in_update_is_stale AFTER UPDATE ON check_in BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER claim_delete_is_history AFTER DELETE ON claim
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'claim', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NULL THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.statement IS NOT NULL THEN ',' || json_array('statement', CAST(OLD.statement AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.assessment IS NOT NULL THEN ',' || json_array('assessment', CAST(OLD.assessment AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER claim_delete_is_searched AFTER DELETE ON claim WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 9, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.statement, OLD.assessment))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER claim_delete_is_stale AFTER DELETE ON claim BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER claim_insert_is_history AFTER INSERT ON claim
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'claim', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.label THEN ',' || json_array('label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.statement THEN ',' || json_array('statement', CAST(NULL AS TEXT), CAST(NEW.statement AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.assessment THEN ',' || json_array('assessment', CAST(NULL AS TEXT), CAST(NEW.assessment AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER claim_insert_is_searched AFTER INSERT ON claim WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 9, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER claim_insert_is_stale AFTER INSERT ON claim BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER claim_update_is_history AFTER UPDATE ON claim
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'claim', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NEW.label THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.statement IS NOT NEW.statement THEN ',' || json_array('statement', CAST(OLD.statement AS TEXT), CAST(NEW.statement AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.assessment IS NOT NEW.assessment THEN ',' || json_array('assessment', CAST(OLD.assessment AS TEXT), CAST(NEW.assessment AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER claim_update_is_searched AFTER UPDATE ON claim WHEN (OLD.label IS NOT NEW.label OR OLD.statement IS NOT NEW.statement OR OLD.assessment IS NOT NEW.assessment) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 9, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.statement, OLD.assessment))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER claim_update_is_stale AFTER UPDATE ON claim BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER clock_is_confirmed AFTER INSERT ON entry WHEN NEW.operation = 'record.confirmClock' BEGIN
        UPDATE clock_floor SET at = NEW.at;
      END;

CREATE TRIGGER clock_setting_delete_is_history AFTER DELETE ON clock_setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'clock_setting', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.clocks IS NOT NULL THEN ',' || json_array('clocks', CAST(OLD.clocks AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_from IS NOT NULL THEN ',' || json_array('valid_from', CAST(OLD.valid_from AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.set_by IS NOT NULL THEN ',' || json_array('set_by', CAST(OLD.set_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NULL THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER clock_setting_insert_is_history AFTER INSERT ON clock_setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'clock_setting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.clocks THEN ',' || json_array('clocks', CAST(NULL AS TEXT), CAST(NEW.clocks AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.valid_from THEN ',' || json_array('valid_from', CAST(NULL AS TEXT), CAST(NEW.valid_from AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.set_by THEN ',' || json_array('set_by', CAST(NULL AS TEXT), CAST(NEW.set_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reason THEN ',' || json_array('reason', CAST(NULL AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER clock_setting_is_never_changed BEFORE UPDATE ON clock_setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'clock_setting is append-only'); END;

CREATE TRIGGER clock_setting_is_never_removed BEFORE DELETE ON clock_setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'clock_setting is append-only'); END;

CREATE TRIGGER clock_setting_makes_lines_stale AFTER INSERT ON clock_setting
    BEGIN INSERT INTO line_stale (case_id, gone) SELECT id, 0 FROM case_file WHERE true ON CONFLICT DO NOTHING; END;

CREATE TRIGGER clock_setting_update_is_history AFTER UPDATE ON clock_setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'clock_setting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.clocks IS NOT NEW.clocks THEN ',' || json_array('clocks', CAST(OLD.clocks AS TEXT), CAST(NEW.clocks AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_from IS NOT NEW.valid_from THEN ',' || json_array('valid_from', CAST(OLD.valid_from AS TEXT), CAST(NEW.valid_from AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.set_by IS NOT NEW.set_by THEN ',' || json_array('set_by', CAST(OLD.set_by AS TEXT), CAST(NEW.set_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NEW.reason THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER clock_went_back AFTER INSERT ON entry
        WHEN NEW.operation <> 'record.confirmClock' AND NEW.at < (SELECT at FROM entry WHERE seq = NEW.seq - 1) BEGIN
        UPDATE clock_floor SET at = max(at, (SELECT at FROM entry WHERE seq = NEW.seq - 1));
      END;

CREATE TRIGGER colleague_delete_is_history AFTER DELETE ON colleague
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.role IS NOT NULL THEN ',' || json_array('role', CAST(OLD.role AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.office IS NOT NULL THEN ',' || json_array('office', CAST(OLD.office AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient_class IS NOT NULL THEN ',' || json_array('recipient_class', CAST(OLD.recipient_class AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_duty_delete_is_history AFTER DELETE ON colleague_duty
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague_duty', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NULL THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_duty_insert_is_history AFTER INSERT ON colleague_duty
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague_duty', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.duty THEN ',' || json_array('duty', CAST(NULL AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_duty_is_never_changed BEFORE UPDATE ON colleague_duty
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'colleague_duty is append-only'); END;

CREATE TRIGGER colleague_duty_is_never_removed BEFORE DELETE ON colleague_duty
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'colleague_duty is append-only'); END;

CREATE TRIGGER colleague_duty_update_is_history AFTER UPDATE ON colleague_duty
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague_duty', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NEW.duty THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_event_delete_is_history AFTER DELETE ON colleague_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague_event', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.public_key IS NOT NULL THEN ',' || json_array('public_key', CAST(OLD.public_key AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NULL THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.how IS NOT NULL THEN ',' || json_array('how', CAST(OLD.how AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NULL THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_event_insert_is_history AFTER INSERT ON colleague_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague_event', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.public_key THEN ',' || json_array('public_key', CAST(NULL AS TEXT), CAST(NEW.public_key AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(NULL AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.how THEN ',' || json_array('how', CAST(NULL AS TEXT), CAST(NEW.how AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reason THEN ',' || json_array('reason', CAST(NULL AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_event_is_never_changed BEFORE UPDATE ON colleague_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'colleague_event is append-only'); END;

CREATE TRIGGER colleague_event_is_never_removed BEFORE DELETE ON colleague_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'colleague_event is append-only'); END;

CREATE TRIGGER colleague_event_update_is_history AFTER UPDATE ON colleague_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague_event', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.public_key IS NOT NEW.public_key THEN ',' || json_array('public_key', CAST(OLD.public_key AS TEXT), CAST(NEW.public_key AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.how IS NOT NEW.how THEN ',' || json_array('how', CAST(OLD.how AS TEXT), CAST(NEW.how AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NEW.reason THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_insert_is_history AFTER INSERT ON colleague
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.role THEN ',' || json_array('role', CAST(NULL AS TEXT), CAST(NEW.role AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.office THEN ',' || json_array('office', CAST(NULL AS TEXT), CAST(NEW.office AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recipient_class THEN ',' || json_array('recipient_class', CAST(NULL AS TEXT), CAST(NEW.recipient_class AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER colleague_is_never_changed BEFORE UPDATE ON colleague
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'colleague is append-only'); END;

CREATE TRIGGER colleague_is_never_removed BEFORE DELETE ON colleague
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'colleague is append-only'); END;

CREATE TRIGGER colleague_update_is_history AFTER UPDATE ON colleague
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'colleague', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.role IS NOT NEW.role THEN ',' || json_array('role', CAST(OLD.role AS TEXT), CAST(NEW.role AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.office IS NOT NEW.office THEN ',' || json_array('office', CAST(OLD.office AS TEXT), CAST(NEW.office AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient_class IS NOT NEW.recipient_class THEN ',' || json_array('recipient_class', CAST(OLD.recipient_class AS TEXT), CAST(NEW.recipient_class AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_decision_delete_is_history AFTER DELETE ON consent_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.purpose IS NOT NULL THEN ',' || json_array('purpose', CAST(OLD.purpose AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NULL THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NULL THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.identity_level IS NOT NULL THEN ',' || json_array('identity_level', CAST(OLD.identity_level AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.scope IS NOT NULL THEN ',' || json_array('scope', CAST(OLD.scope AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.facts IS NOT NULL THEN ',' || json_array('facts', CAST(OLD.facts AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NULL THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NULL THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.form IS NOT NULL THEN ',' || json_array('form', CAST(OLD.form AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.given_by IS NOT NULL THEN ',' || json_array('given_by', CAST(OLD.given_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decided_on IS NOT NULL THEN ',' || json_array('decided_on', CAST(OLD.decided_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_by IS NOT NULL THEN ',' || json_array('asked_by', CAST(OLD.asked_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NULL THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter IS NOT NULL THEN ',' || json_array('interpreter', CAST(OLD.interpreter AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.risks_explained IS NOT NULL THEN ',' || json_array('risks_explained', CAST(OLD.risks_explained AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.conditions IS NOT NULL THEN ',' || json_array('conditions', CAST(OLD.conditions AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_until IS NOT NULL THEN ',' || json_array('valid_until', CAST(OLD.valid_until AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.review_on IS NOT NULL THEN ',' || json_array('review_on', CAST(OLD.review_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.evidence IS NOT NULL THEN ',' || json_array('evidence', CAST(OLD.evidence AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.talk_id IS NOT NULL THEN ',' || json_array('talk_id', CAST(OLD.talk_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.review_when IS NOT NULL THEN ',' || json_array('review_when', CAST(OLD.review_when AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_decision_delete_is_searched AFTER DELETE ON consent_decision WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 15, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.document, OLD.conditions, OLD.evidence))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER consent_decision_delete_is_stale AFTER DELETE ON consent_decision BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER consent_decision_insert_is_history AFTER INSERT ON consent_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.purpose THEN ',' || json_array('purpose', CAST(NULL AS TEXT), CAST(NEW.purpose AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(NULL AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.channel THEN ',' || json_array('channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.identity_level THEN ',' || json_array('identity_level', CAST(NULL AS TEXT), CAST(NEW.identity_level AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.scope THEN ',' || json_array('scope', CAST(NULL AS TEXT), CAST(NEW.scope AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.facts THEN ',' || json_array('facts', CAST(NULL AS TEXT), CAST(NEW.facts AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.document THEN ',' || json_array('document', CAST(NULL AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decision THEN ',' || json_array('decision', CAST(NULL AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.form THEN ',' || json_array('form', CAST(NULL AS TEXT), CAST(NEW.form AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.given_by THEN ',' || json_array('given_by', CAST(NULL AS TEXT), CAST(NEW.given_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decided_on THEN ',' || json_array('decided_on', CAST(NULL AS TEXT), CAST(NEW.decided_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asked_by THEN ',' || json_array('asked_by', CAST(NULL AS TEXT), CAST(NEW.asked_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.language THEN ',' || json_array('language', CAST(NULL AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.interpreter THEN ',' || json_array('interpreter', CAST(NULL AS TEXT), CAST(NEW.interpreter AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.risks_explained THEN ',' || json_array('risks_explained', CAST(NULL AS TEXT), CAST(NEW.risks_explained AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.conditions THEN ',' || json_array('conditions', CAST(NULL AS TEXT), CAST(NEW.conditions AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.valid_until THEN ',' || json_array('valid_until', CAST(NULL AS TEXT), CAST(NEW.valid_until AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.review_on THEN ',' || json_array('review_on', CAST(NULL AS TEXT), CAST(NEW.review_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.evidence THEN ',' || json_array('evidence', CAST(NULL AS TEXT), CAST(NEW.evidence AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.talk_id THEN ',' || json_array('talk_id', CAST(NULL AS TEXT), CAST(NEW.talk_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.review_when THEN ',' || json_array('review_when', CAST(NULL AS TEXT), CAST(NEW.review_when AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_decision_insert_is_searched AFTER INSERT ON consent_decision WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 15, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER consent_decision_insert_is_stale AFTER INSERT ON consent_decision BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER consent_decision_is_never_changed BEFORE UPDATE ON consent_decision
      BEGIN SELECT RAISE(ABORT, 'consent_decision is append-only'); END;

CREATE TRIGGER consent_decision_is_never_removed BEFORE DELETE ON consent_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'consent_decision is append-only'); END;

CREATE TRIGGER consent_decision_update_is_history AFTER UPDATE ON consent_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.purpose IS NOT NEW.purpose THEN ',' || json_array('purpose', CAST(OLD.purpose AS TEXT), CAST(NEW.purpose AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NEW.channel THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.identity_level IS NOT NEW.identity_level THEN ',' || json_array('identity_level', CAST(OLD.identity_level AS TEXT), CAST(NEW.identity_level AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.scope IS NOT NEW.scope THEN ',' || json_array('scope', CAST(OLD.scope AS TEXT), CAST(NEW.scope AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.facts IS NOT NEW.facts THEN ',' || json_array('facts', CAST(OLD.facts AS TEXT), CAST(NEW.facts AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NEW.document THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NEW.decision THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.form IS NOT NEW.form THEN ',' || json_array('form', CAST(OLD.form AS TEXT), CAST(NEW.form AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.given_by IS NOT NEW.given_by THEN ',' || json_array('given_by', CAST(OLD.given_by AS TEXT), CAST(NEW.given_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decided_on IS NOT NEW.decided_on THEN ',' || json_array('decided_on', CAST(OLD.decided_on AS TEXT), CAST(NEW.decided_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_by IS NOT NEW.asked_by THEN ',' || json_array('asked_by', CAST(OLD.asked_by AS TEXT), CAST(NEW.asked_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NEW.language THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter IS NOT NEW.interpreter THEN ',' || json_array('interpreter', CAST(OLD.interpreter AS TEXT), CAST(NEW.interpreter AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.risks_explained IS NOT NEW.risks_explained THEN ',' || json_array('risks_explained', CAST(OLD.risks_explained AS TEXT), CAST(NEW.risks_explained AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.conditions IS NOT NEW.conditions THEN ',' || json_array('conditions', CAST(OLD.conditions AS TEXT), CAST(NEW.conditions AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_until IS NOT NEW.valid_until THEN ',' || json_array('valid_until', CAST(OLD.valid_until AS TEXT), CAST(NEW.valid_until AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.review_on IS NOT NEW.review_on THEN ',' || json_array('review_on', CAST(OLD.review_on AS TEXT), CAST(NEW.review_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.evidence IS NOT NEW.evidence THEN ',' || json_array('evidence', CAST(OLD.evidence AS TEXT), CAST(NEW.evidence AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.talk_id IS NOT NEW.talk_id THEN ',' || json_array('talk_id', CAST(OLD.talk_id AS TEXT), CAST(NEW.talk_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.review_when IS NOT NEW.review_when THEN ',' || json_array('review_when', CAST(OLD.review_when AS TEXT), CAST(NEW.review_when AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_decision_update_is_searched AFTER UPDATE ON consent_decision WHEN (OLD.document IS NOT NEW.document OR OLD.conditions IS NOT NEW.conditions OR OLD.evidence IS NOT NEW.evidence) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 15, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.document, OLD.conditions, OLD.evidence))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER consent_decision_update_is_stale AFTER UPDATE ON consent_decision BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER consent_event_delete_is_history AFTER DELETE ON consent_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_event', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."on" IS NOT NULL THEN ',' || json_array('on', CAST(OLD."on" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_event_delete_is_searched AFTER DELETE ON consent_event WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 17, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER consent_event_delete_is_stale AFTER DELETE ON consent_event BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER consent_event_insert_is_history AFTER INSERT ON consent_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_event', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."on" THEN ',' || json_array('on', CAST(NULL AS TEXT), CAST(NEW."on" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_event_insert_is_searched AFTER INSERT ON consent_event WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 17, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER consent_event_insert_is_stale AFTER INSERT ON consent_event BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER consent_event_is_never_changed BEFORE UPDATE ON consent_event
      BEGIN SELECT RAISE(ABORT, 'consent_event is append-only'); END;

CREATE TRIGGER consent_event_is_never_removed BEFORE DELETE ON consent_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'consent_event is append-only'); END;

CREATE TRIGGER consent_event_update_is_history AFTER UPDATE ON consent_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_event', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."on" IS NOT NEW."on" THEN ',' || json_array('on', CAST(OLD."on" AS TEXT), CAST(NEW."on" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_event_update_is_searched AFTER UPDATE ON consent_event WHEN (OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 17, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER consent_event_update_is_stale AFTER UPDATE ON consent_event BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER consent_talk_delete_is_history AFTER DELETE ON consent_talk
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_talk', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.held_on IS NOT NULL THEN ',' || json_array('held_on', CAST(OLD.held_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_by IS NOT NULL THEN ',' || json_array('asked_by', CAST(OLD.asked_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.given_by IS NOT NULL THEN ',' || json_array('given_by', CAST(OLD.given_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.capacity IS NOT NULL THEN ',' || json_array('capacity', CAST(OLD.capacity AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.capacity_note IS NOT NULL THEN ',' || json_array('capacity_note', CAST(OLD.capacity_note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.guardian_may_harm IS NOT NULL THEN ',' || json_array('guardian_may_harm', CAST(OLD.guardian_may_harm AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.representation IS NOT NULL THEN ',' || json_array('representation', CAST(OLD.representation AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NULL THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.understood IS NOT NULL THEN ',' || json_array('understood', CAST(OLD.understood AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter IS NOT NULL THEN ',' || json_array('interpreter', CAST(OLD.interpreter AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter_code IS NOT NULL THEN ',' || json_array('interpreter_code', CAST(OLD.interpreter_code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.read_back IS NOT NULL THEN ',' || json_array('read_back', CAST(OLD.read_back AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.private_place IS NOT NULL THEN ',' || json_array('private_place', CAST(OLD.private_place AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.others_present IS NOT NULL THEN ',' || json_array('others_present', CAST(OLD.others_present AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.told IS NOT NULL THEN ',' || json_array('told', CAST(OLD.told AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.withdraw_how IS NOT NULL THEN ',' || json_array('withdraw_how', CAST(OLD.withdraw_how AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.form IS NOT NULL THEN ',' || json_array('form', CAST(OLD.form AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why_not_written IS NOT NULL THEN ',' || json_array('why_not_written', CAST(OLD.why_not_written AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.evidence IS NOT NULL THEN ',' || json_array('evidence', CAST(OLD.evidence AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_talk_delete_is_searched AFTER DELETE ON consent_talk WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 16, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.capacity_note, OLD.representation, OLD.others_present, OLD.withdraw_how, OLD.why_not_written, OLD.evidence))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER consent_talk_delete_is_stale AFTER DELETE ON consent_talk BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER consent_talk_insert_is_history AFTER INSERT ON consent_talk
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_talk', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.held_on THEN ',' || json_array('held_on', CAST(NULL AS TEXT), CAST(NEW.held_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asked_by THEN ',' || json_array('asked_by', CAST(NULL AS TEXT), CAST(NEW.asked_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.given_by THEN ',' || json_array('given_by', CAST(NULL AS TEXT), CAST(NEW.given_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.capacity THEN ',' || json_array('capacity', CAST(NULL AS TEXT), CAST(NEW.capacity AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.capacity_note THEN ',' || json_array('capacity_note', CAST(NULL AS TEXT), CAST(NEW.capacity_note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.guardian_may_harm THEN ',' || json_array('guardian_may_harm', CAST(NULL AS TEXT), CAST(NEW.guardian_may_harm AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.representation THEN ',' || json_array('representation', CAST(NULL AS TEXT), CAST(NEW.representation AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.language THEN ',' || json_array('language', CAST(NULL AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.understood THEN ',' || json_array('understood', CAST(NULL AS TEXT), CAST(NEW.understood AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.interpreter THEN ',' || json_array('interpreter', CAST(NULL AS TEXT), CAST(NEW.interpreter AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.interpreter_code THEN ',' || json_array('interpreter_code', CAST(NULL AS TEXT), CAST(NEW.interpreter_code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.read_back THEN ',' || json_array('read_back', CAST(NULL AS TEXT), CAST(NEW.read_back AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.private_place THEN ',' || json_array('private_place', CAST(NULL AS TEXT), CAST(NEW.private_place AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.others_present THEN ',' || json_array('others_present', CAST(NULL AS TEXT), CAST(NEW.others_present AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.told THEN ',' || json_array('told', CAST(NULL AS TEXT), CAST(NEW.told AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.withdraw_how THEN ',' || json_array('withdraw_how', CAST(NULL AS TEXT), CAST(NEW.withdraw_how AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.form THEN ',' || json_array('form', CAST(NULL AS TEXT), CAST(NEW.form AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.why_not_written THEN ',' || json_array('why_not_written', CAST(NULL AS TEXT), CAST(NEW.why_not_written AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.evidence THEN ',' || json_array('evidence', CAST(NULL AS TEXT), CAST(NEW.evidence AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_talk_insert_is_searched AFTER INSERT ON consent_talk WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 16, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER consent_talk_insert_is_stale AFTER INSERT ON consent_talk BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER consent_talk_is_never_changed BEFORE UPDATE ON consent_talk
      BEGIN SELECT RAISE(ABORT, 'consent_talk is append-only'); END;

CREATE TRIGGER consent_talk_is_never_removed BEFORE DELETE ON consent_talk
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'consent_talk is append-only'); END;

CREATE TRIGGER consent_talk_update_is_history AFTER UPDATE ON consent_talk
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'consent_talk', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.held_on IS NOT NEW.held_on THEN ',' || json_array('held_on', CAST(OLD.held_on AS TEXT), CAST(NEW.held_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_by IS NOT NEW.asked_by THEN ',' || json_array('asked_by', CAST(OLD.asked_by AS TEXT), CAST(NEW.asked_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.given_by IS NOT NEW.given_by THEN ',' || json_array('given_by', CAST(OLD.given_by AS TEXT), CAST(NEW.given_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.capacity IS NOT NEW.capacity THEN ',' || json_array('capacity', CAST(OLD.capacity AS TEXT), CAST(NEW.capacity AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.capacity_note IS NOT NEW.capacity_note THEN ',' || json_array('capacity_note', CAST(OLD.capacity_note AS TEXT), CAST(NEW.capacity_note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.guardian_may_harm IS NOT NEW.guardian_may_harm THEN ',' || json_array('guardian_may_harm', CAST(OLD.guardian_may_harm AS TEXT), CAST(NEW.guardian_may_harm AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.representation IS NOT NEW.representation THEN ',' || json_array('representation', CAST(OLD.representation AS TEXT), CAST(NEW.representation AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NEW.language THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.understood IS NOT NEW.understood THEN ',' || json_array('understood', CAST(OLD.understood AS TEXT), CAST(NEW.understood AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter IS NOT NEW.interpreter THEN ',' || json_array('interpreter', CAST(OLD.interpreter AS TEXT), CAST(NEW.interpreter AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.interpreter_code IS NOT NEW.interpreter_code THEN ',' || json_array('interpreter_code', CAST(OLD.interpreter_code AS TEXT), CAST(NEW.interpreter_code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.read_back IS NOT NEW.read_back THEN ',' || json_array('read_back', CAST(OLD.read_back AS TEXT), CAST(NEW.read_back AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.private_place IS NOT NEW.private_place THEN ',' || json_array('private_place', CAST(OLD.private_place AS TEXT), CAST(NEW.private_place AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.others_present IS NOT NEW.others_present THEN ',' || json_array('others_present', CAST(OLD.others_present AS TEXT), CAST(NEW.others_present AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.told IS NOT NEW.told THEN ',' || json_array('told', CAST(OLD.told AS TEXT), CAST(NEW.told AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.withdraw_how IS NOT NEW.withdraw_how THEN ',' || json_array('withdraw_how', CAST(OLD.withdraw_how AS TEXT), CAST(NEW.withdraw_how AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.form IS NOT NEW.form THEN ',' || json_array('form', CAST(OLD.form AS TEXT), CAST(NEW.form AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why_not_written IS NOT NEW.why_not_written THEN ',' || json_array('why_not_written', CAST(OLD.why_not_written AS TEXT), CAST(NEW.why_not_written AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.evidence IS NOT NEW.evidence THEN ',' || json_array('evidence', CAST(OLD.evidence AS TEXT), CAST(NEW.evidence AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER consent_talk_update_is_searched AFTER UPDATE ON consent_talk WHEN (OLD.capacity_note IS NOT NEW.capacity_note OR OLD.representation IS NOT NEW.representation OR OLD.others_present IS NOT NEW.others_present OR OLD.withdraw_how IS NOT NEW.withdraw_how OR OLD.why_not_written IS NOT NEW.why_not_written OR OLD.evidence IS NOT NEW.evidence) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 16, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.capacity_note, OLD.representation, OLD.others_present, OLD.withdraw_how, OLD.why_not_written, OLD.evidence))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER consent_talk_update_is_stale AFTER UPDATE ON consent_talk BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER contribution_received_delete_is_history AFTER DELETE ON contribution_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'contribution_received', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.ordinal IS NOT NULL THEN ',' || json_array('ordinal', CAST(OLD.ordinal AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.origin IS NOT NULL THEN ',' || json_array('origin', CAST(OLD.origin AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.record_entries IS NOT NULL THEN ',' || json_array('record_entries', CAST(OLD.record_entries AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NULL THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NULL THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.taken_at IS NOT NULL THEN ',' || json_array('taken_at', CAST(OLD.taken_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER contribution_received_insert_is_history AFTER INSERT ON contribution_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'contribution_received', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.ordinal THEN ',' || json_array('ordinal', CAST(NULL AS TEXT), CAST(NEW.ordinal AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.origin THEN ',' || json_array('origin', CAST(NULL AS TEXT), CAST(NEW.origin AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.record_entries THEN ',' || json_array('record_entries', CAST(NULL AS TEXT), CAST(NEW.record_entries AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.document THEN ',' || json_array('document', CAST(NULL AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(NULL AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.taken_at THEN ',' || json_array('taken_at', CAST(NULL AS TEXT), CAST(NEW.taken_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER contribution_received_is_never_changed BEFORE UPDATE ON contribution_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'contribution_received is append-only'); END;

CREATE TRIGGER contribution_received_is_never_removed BEFORE DELETE ON contribution_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'contribution_received is append-only'); END;

CREATE TRIGGER contribution_received_update_is_history AFTER UPDATE ON contribution_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'contribution_received', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.ordinal IS NOT NEW.ordinal THEN ',' || json_array('ordinal', CAST(OLD.ordinal AS TEXT), CAST(NEW.ordinal AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.origin IS NOT NEW.origin THEN ',' || json_array('origin', CAST(OLD.origin AS TEXT), CAST(NEW.origin AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.record_entries IS NOT NEW.record_entries THEN ',' || json_array('record_entries', CAST(OLD.record_entries AS TEXT), CAST(NEW.record_entries AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NEW.document THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.taken_at IS NOT NEW.taken_at THEN ',' || json_array('taken_at', CAST(OLD.taken_at AS TEXT), CAST(NEW.taken_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER contribution_sent_delete_is_history AFTER DELETE ON contribution_sent
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'contribution_sent', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.ordinal IS NOT NULL THEN ',' || json_array('ordinal', CAST(OLD.ordinal AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NULL THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NULL THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.told IS NOT NULL THEN ',' || json_array('told', CAST(OLD.told AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why IS NOT NULL THEN ',' || json_array('why', CAST(OLD.why AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NULL THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER contribution_sent_insert_is_history AFTER INSERT ON contribution_sent
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'contribution_sent', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.ordinal THEN ',' || json_array('ordinal', CAST(NULL AS TEXT), CAST(NEW.ordinal AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(NULL AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.document THEN ',' || json_array('document', CAST(NULL AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.told THEN ',' || json_array('told', CAST(NULL AS TEXT), CAST(NEW.told AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.why THEN ',' || json_array('why', CAST(NULL AS TEXT), CAST(NEW.why AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(NULL AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER contribution_sent_is_never_changed BEFORE UPDATE ON contribution_sent
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'contribution_sent is append-only'); END;

CREATE TRIGGER contribution_sent_is_never_removed BEFORE DELETE ON contribution_sent
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'contribution_sent is append-only'); END;

CREATE TRIGGER contribution_sent_tells AFTER INSERT ON contribution_sent BEGIN
    INSERT INTO contribution_told (case_id, sent_id)
      SELECT DISTINCT value ->> 'caseId', NEW.id FROM json_each(NEW.told) WHERE value ->> 'level' IN ('named', 'anonymised');
    INSERT INTO line_stale (case_id, gone)
      SELECT DISTINCT case_id, 0 FROM contribution_sent AS s JOIN contribution_told ON sent_id = s.id
        WHERE s.ordinal = NEW.ordinal AND case_id IN (SELECT id FROM case_file)
      ON CONFLICT DO NOTHING; END;

CREATE TRIGGER contribution_sent_update_is_history AFTER UPDATE ON contribution_sent
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'contribution_sent', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.ordinal IS NOT NEW.ordinal THEN ',' || json_array('ordinal', CAST(OLD.ordinal AS TEXT), CAST(NEW.ordinal AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NEW.document THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.told IS NOT NEW.told THEN ',' || json_array('told', CAST(OLD.told AS TEXT), CAST(NEW.told AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why IS NOT NEW.why THEN ',' || json_array('why', CAST(OLD.why AS TEXT), CAST(NEW.why AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER disclosure_delete_is_history AFTER DELETE ON disclosure
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.to_role IS NOT NULL THEN ',' || json_array('to_role', CAST(OLD.to_role AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.purpose IS NOT NULL THEN ',' || json_array('purpose', CAST(OLD.purpose AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NULL THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NULL THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.lines IS NOT NULL THEN ',' || json_array('lines', CAST(OLD.lines AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.consent_ids IS NOT NULL THEN ',' || json_array('consent_ids', CAST(OLD.consent_ids AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.override_id IS NOT NULL THEN ',' || json_array('override_id', CAST(OLD.override_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approved_by IS NOT NULL THEN ',' || json_array('approved_by', CAST(OLD.approved_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NULL THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER disclosure_insert_is_history AFTER INSERT ON disclosure
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.to_role THEN ',' || json_array('to_role', CAST(NULL AS TEXT), CAST(NEW.to_role AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.purpose THEN ',' || json_array('purpose', CAST(NULL AS TEXT), CAST(NEW.purpose AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(NULL AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.channel THEN ',' || json_array('channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.lines THEN ',' || json_array('lines', CAST(NULL AS TEXT), CAST(NEW.lines AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.consent_ids THEN ',' || json_array('consent_ids', CAST(NULL AS TEXT), CAST(NEW.consent_ids AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.override_id THEN ',' || json_array('override_id', CAST(NULL AS TEXT), CAST(NEW.override_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.approved_by THEN ',' || json_array('approved_by', CAST(NULL AS TEXT), CAST(NEW.approved_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER disclosure_is_never_changed BEFORE UPDATE ON disclosure
      BEGIN SELECT RAISE(ABORT, 'disclosure is append-only'); END;

CREATE TRIGGER disclosure_is_never_removed BEFORE DELETE ON disclosure
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'disclosure is append-only'); END;

CREATE TRIGGER disclosure_update_is_history AFTER UPDATE ON disclosure
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.to_role IS NOT NEW.to_role THEN ',' || json_array('to_role', CAST(OLD.to_role AS TEXT), CAST(NEW.to_role AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.purpose IS NOT NEW.purpose THEN ',' || json_array('purpose', CAST(OLD.purpose AS TEXT), CAST(NEW.purpose AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NEW.channel THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.lines IS NOT NEW.lines THEN ',' || json_array('lines', CAST(OLD.lines AS TEXT), CAST(NEW.lines AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.consent_ids IS NOT NEW.consent_ids THEN ',' || json_array('consent_ids', CAST(OLD.consent_ids AS TEXT), CAST(NEW.consent_ids AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.override_id IS NOT NEW.override_id THEN ',' || json_array('override_id', CAST(OLD.override_id AS TEXT), CAST(NEW.override_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approved_by IS NOT NEW.approved_by THEN ',' || json_array('approved_by', CAST(OLD.approved_by AS TEXT), CAST(NEW.approved_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER disposal_delete_is_history AFTER DELETE ON disposal
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'disposal', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request IS NOT NULL THEN ',' || json_array('request', CAST(OLD.request AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked IS NOT NULL THEN ',' || json_array('asked', CAST(OLD.asked AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER disposal_insert_is_history AFTER INSERT ON disposal
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'disposal', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.request THEN ',' || json_array('request', CAST(NULL AS TEXT), CAST(NEW.request AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asked THEN ',' || json_array('asked', CAST(NULL AS TEXT), CAST(NEW.asked AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER disposal_is_never_changed BEFORE UPDATE ON disposal
      BEGIN SELECT RAISE(ABORT, 'disposal is append-only'); END;

CREATE TRIGGER disposal_is_never_removed BEFORE DELETE ON disposal
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'disposal is append-only'); END;

CREATE TRIGGER disposal_update_is_history AFTER UPDATE ON disposal
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'disposal', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request IS NOT NEW.request THEN ',' || json_array('request', CAST(OLD.request AS TEXT), CAST(NEW.request AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked IS NOT NEW.asked THEN ',' || json_array('asked', CAST(OLD.asked AS TEXT), CAST(NEW.asked AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER due_line_is_counted AFTER INSERT ON due_line BEGIN
  INSERT INTO due_tally (span, n) VALUES ((NEW.by_day * 4 + 0) * 1000000000 + NEW.ends / 2764800000, +1)
    ON CONFLICT (span) DO UPDATE SET n = n + 1;
  INSERT INTO due_tally (span, n) VALUES ((NEW.by_day * 4 + 1) * 1000000000 + NEW.ends / 86400000, +1)
    ON CONFLICT (span) DO UPDATE SET n = n + 1;
  INSERT INTO due_tally (span, n) VALUES ((NEW.by_day * 4 + 2) * 1000000000 + NEW.ends / 3600000, +1)
    ON CONFLICT (span) DO UPDATE SET n = n + 1; END;

CREATE TRIGGER due_line_is_counted_no_more AFTER DELETE ON due_line BEGIN
  INSERT INTO due_tally (span, n) VALUES ((OLD.by_day * 4 + 0) * 1000000000 + OLD.ends / 2764800000, -1)
    ON CONFLICT (span) DO UPDATE SET n = n - 1;
  INSERT INTO due_tally (span, n) VALUES ((OLD.by_day * 4 + 1) * 1000000000 + OLD.ends / 86400000, -1)
    ON CONFLICT (span) DO UPDATE SET n = n - 1;
  INSERT INTO due_tally (span, n) VALUES ((OLD.by_day * 4 + 2) * 1000000000 + OLD.ends / 3600000, -1)
    ON CONFLICT (span) DO UPDATE SET n = n - 1; END;

CREATE TRIGGER engagement_delete_is_history AFTER DELETE ON engagement
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NULL THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.status IS NOT NULL THEN ',' || json_array('status', CAST(OLD.status AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entity IS NOT NULL THEN ',' || json_array('entity', CAST(OLD.entity AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."when" IS NOT NULL THEN ',' || json_array('when', CAST(OLD."when" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.locus IS NOT NULL THEN ',' || json_array('locus', CAST(OLD.locus AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.publicity IS NOT NULL THEN ',' || json_array('publicity', CAST(OLD.publicity AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER engagement_delete_is_searched AFTER DELETE ON engagement WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 3, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER engagement_insert_is_history AFTER INSERT ON engagement
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(NULL AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.status THEN ',' || json_array('status', CAST(NULL AS TEXT), CAST(NEW.status AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entity THEN ',' || json_array('entity', CAST(NULL AS TEXT), CAST(NEW.entity AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."when" THEN ',' || json_array('when', CAST(NULL AS TEXT), CAST(NEW."when" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.locus THEN ',' || json_array('locus', CAST(NULL AS TEXT), CAST(NEW.locus AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.publicity THEN ',' || json_array('publicity', CAST(NULL AS TEXT), CAST(NEW.publicity AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER engagement_insert_is_searched AFTER INSERT ON engagement WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 3, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER engagement_update_is_history AFTER UPDATE ON engagement
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.status IS NOT NEW.status THEN ',' || json_array('status', CAST(OLD.status AS TEXT), CAST(NEW.status AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entity IS NOT NEW.entity THEN ',' || json_array('entity', CAST(OLD.entity AS TEXT), CAST(NEW.entity AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."when" IS NOT NEW."when" THEN ',' || json_array('when', CAST(OLD."when" AS TEXT), CAST(NEW."when" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.locus IS NOT NEW.locus THEN ',' || json_array('locus', CAST(OLD.locus AS TEXT), CAST(NEW.locus AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.publicity IS NOT NEW.publicity THEN ',' || json_array('publicity', CAST(OLD.publicity AS TEXT), CAST(NEW.publicity AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER engagement_update_is_searched AFTER UPDATE ON engagement WHEN (OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 3, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

CREATE TRIGGER evidence_source_delete_is_history AFTER DELETE ON evidence_source
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'evidence_source', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NULL THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.connection IS NOT NULL THEN ',' || json_array('connection', CAST(OLD.connection AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item IS NOT NULL THEN ',' || json_array('item', CAST(OLD.item AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.description IS NOT NULL THEN ',' || json_array('description', CAST(OLD.description AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reliability IS NOT NULL THEN ',' || json_array('reliability', CAST(OLD.reliability AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reliability_note IS NOT NULL THEN ',' || json_array('reliability_note', CAST(OLD.reliability_note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.depends_on IS NOT NULL THEN ',' || json_array('depends_on', CAST(OLD.depends_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER evidence_source_delete_is_searched AFTER DELETE ON evidence_source WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 8, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.description, OLD.reliability_note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER evidence_source_delete_is_stale AFTER DELETE ON evidence_source BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER evidence_source_insert_is_history AFTER INSERT ON evidence_source
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'evidence_source', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.label THEN ',' || json_array('label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.connection THEN ',' || json_array('connection', CAST(NULL AS TEXT), CAST(NEW.connection AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item THEN ',' || json_array('item', CAST(NULL AS TEXT), CAST(NEW.item AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.description THEN ',' || json_array('description', CAST(NULL AS TEXT), CAST(NEW.description AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reliability THEN ',' || json_array('reliability', CAST(NULL AS TEXT), CAST(NEW.reliability AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reliability_note THEN ',' || json_array('reliability_note', CAST(NULL AS TEXT), CAST(NEW.reliability_note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.depends_on THEN ',' || json_array('depends_on', CAST(NULL AS TEXT), CAST(NEW.depends_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER evidence_source_insert_is_searched AFTER INSERT ON evidence_source WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 8, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER evidence_source_insert_is_stale AFTER INSERT ON evidence_source BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER evidence_source_update_is_history AFTER UPDATE ON evidence_source
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'evidence_source', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NEW.label THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.connection IS NOT NEW.connection THEN ',' || json_array('connection', CAST(OLD.connection AS TEXT), CAST(NEW.connection AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item IS NOT NEW.item THEN ',' || json_array('item', CAST(OLD.item AS TEXT), CAST(NEW.item AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.description IS NOT NEW.description THEN ',' || json_array('description', CAST(OLD.description AS TEXT), CAST(NEW.description AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reliability IS NOT NEW.reliability THEN ',' || json_array('reliability', CAST(OLD.reliability AS TEXT), CAST(NEW.reliability AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reliability_note IS NOT NEW.reliability_note THEN ',' || json_array('reliability_note', CAST(OLD.reliability_note AS TEXT), CAST(NEW.reliability_note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.depends_on IS NOT NEW.depends_on THEN ',' || json_array('depends_on', CAST(OLD.depends_on AS TEXT), CAST(NEW.depends_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER evidence_source_update_is_searched AFTER UPDATE ON evidence_source WHEN (OLD.label IS NOT NEW.label OR OLD.description IS NOT NEW.description OR OLD.reliability_note IS NOT NEW.reliability_note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 8, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.description, OLD.reliability_note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER evidence_source_update_is_stale AFTER UPDATE ON evidence_source BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER exchange_answer_delete_is_history AFTER DELETE ON exchange_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_answer', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.known IS NOT NULL THEN ',' || json_array('known', CAST(OLD.known AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_answer_delete_is_stale AFTER DELETE ON exchange_answer BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER exchange_answer_insert_is_history AFTER INSERT ON exchange_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_answer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.known THEN ',' || json_array('known', CAST(NULL AS TEXT), CAST(NEW.known AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_answer_insert_is_stale AFTER INSERT ON exchange_answer BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER exchange_answer_update_is_history AFTER UPDATE ON exchange_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_answer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.known IS NOT NEW.known THEN ',' || json_array('known', CAST(OLD.known AS TEXT), CAST(NEW.known AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_answer_update_is_stale AFTER UPDATE ON exchange_answer BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER exchange_declined_delete_is_history AFTER DELETE ON exchange_declined
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_declined', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NULL THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NULL THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NULL THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_declined_insert_is_history AFTER INSERT ON exchange_declined
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_declined', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(NULL AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(NULL AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reason THEN ',' || json_array('reason', CAST(NULL AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_declined_is_never_changed BEFORE UPDATE ON exchange_declined
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_declined is append-only'); END;

CREATE TRIGGER exchange_declined_is_never_removed BEFORE DELETE ON exchange_declined
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_declined is append-only'); END;

CREATE TRIGGER exchange_declined_update_is_history AFTER UPDATE ON exchange_declined
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_declined', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NEW.reason THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_field_delete_is_history AFTER DELETE ON exchange_field
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_field', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.rows IS NOT NULL THEN ',' || json_array('rows', CAST(OLD.rows AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.several IS NOT NULL THEN ',' || json_array('several', CAST(OLD.several AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at_entry IS NOT NULL THEN ',' || json_array('at_entry', CAST(OLD.at_entry AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_field_insert_is_history AFTER INSERT ON exchange_field
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_field', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.rows THEN ',' || json_array('rows', CAST(NULL AS TEXT), CAST(NEW.rows AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.several THEN ',' || json_array('several', CAST(NULL AS TEXT), CAST(NEW.several AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at_entry THEN ',' || json_array('at_entry', CAST(NULL AS TEXT), CAST(NEW.at_entry AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_field_is_never_changed BEFORE UPDATE ON exchange_field
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_field is append-only'); END;

CREATE TRIGGER exchange_field_is_never_removed BEFORE DELETE ON exchange_field
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_field is append-only'); END;

CREATE TRIGGER exchange_field_update_is_history AFTER UPDATE ON exchange_field
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_field', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.rows IS NOT NEW.rows THEN ',' || json_array('rows', CAST(OLD.rows AS TEXT), CAST(NEW.rows AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.several IS NOT NEW.several THEN ',' || json_array('several', CAST(OLD.several AS TEXT), CAST(NEW.several AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at_entry IS NOT NEW.at_entry THEN ',' || json_array('at_entry', CAST(OLD.at_entry AS TEXT), CAST(NEW.at_entry AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_merge_delete_is_history AFTER DELETE ON exchange_merge
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_merge', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_row IS NOT NULL THEN ',' || json_array('package_row', CAST(OLD.package_row AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entry IS NOT NULL THEN ',' || json_array('entry', CAST(OLD.entry AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.before IS NOT NULL THEN ',' || json_array('before', CAST(OLD.before AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.undone IS NOT NULL THEN ',' || json_array('undone', CAST(OLD.undone AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_merge_insert_is_history AFTER INSERT ON exchange_merge
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_merge', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_row THEN ',' || json_array('package_row', CAST(NULL AS TEXT), CAST(NEW.package_row AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entry THEN ',' || json_array('entry', CAST(NULL AS TEXT), CAST(NEW.entry AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.before THEN ',' || json_array('before', CAST(NULL AS TEXT), CAST(NEW.before AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.undone THEN ',' || json_array('undone', CAST(NULL AS TEXT), CAST(NEW.undone AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_merge_update_is_history AFTER UPDATE ON exchange_merge
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_merge', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_row IS NOT NEW.package_row THEN ',' || json_array('package_row', CAST(OLD.package_row AS TEXT), CAST(NEW.package_row AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entry IS NOT NEW.entry THEN ',' || json_array('entry', CAST(OLD.entry AS TEXT), CAST(NEW.entry AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.before IS NOT NEW.before THEN ',' || json_array('before', CAST(OLD.before AS TEXT), CAST(NEW.before AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.undone IS NOT NEW.undone THEN ',' || json_array('undone', CAST(OLD.undone AS TEXT), CAST(NEW.undone AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_notice_delete_is_history AFTER DELETE ON exchange_notice
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_notice', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.direction IS NOT NULL THEN ',' || json_array('direction', CAST(OLD.direction AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about_sha256 IS NOT NULL THEN ',' || json_array('about_sha256', CAST(OLD.about_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.says IS NOT NULL THEN ',' || json_array('says', CAST(OLD.says AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NULL THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_notice_insert_is_history AFTER INSERT ON exchange_notice
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_notice', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.direction THEN ',' || json_array('direction', CAST(NULL AS TEXT), CAST(NEW.direction AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about_sha256 THEN ',' || json_array('about_sha256', CAST(NULL AS TEXT), CAST(NEW.about_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.says THEN ',' || json_array('says', CAST(NULL AS TEXT), CAST(NEW.says AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(NULL AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_notice_is_never_changed BEFORE UPDATE ON exchange_notice
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_notice is append-only'); END;

CREATE TRIGGER exchange_notice_is_never_removed BEFORE DELETE ON exchange_notice
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_notice is append-only'); END;

CREATE TRIGGER exchange_notice_update_is_history AFTER UPDATE ON exchange_notice
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_notice', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.direction IS NOT NEW.direction THEN ',' || json_array('direction', CAST(OLD.direction AS TEXT), CAST(NEW.direction AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about_sha256 IS NOT NEW.about_sha256 THEN ',' || json_array('about_sha256', CAST(OLD.about_sha256 AS TEXT), CAST(NEW.about_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.says IS NOT NEW.says THEN ',' || json_array('says', CAST(OLD.says AS TEXT), CAST(NEW.says AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_package_delete_is_history AFTER DELETE ON exchange_package
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_package', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.direction IS NOT NULL THEN ',' || json_array('direction', CAST(OLD.direction AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NULL THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NULL THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.origin IS NOT NULL THEN ',' || json_array('origin', CAST(OLD.origin AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NULL THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NULL THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NULL THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_package_insert_is_history AFTER INSERT ON exchange_package
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_package', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.direction THEN ',' || json_array('direction', CAST(NULL AS TEXT), CAST(NEW.direction AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(NULL AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.origin THEN ',' || json_array('origin', CAST(NULL AS TEXT), CAST(NEW.origin AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entries THEN ',' || json_array('entries', CAST(NULL AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.head THEN ',' || json_array('head', CAST(NULL AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(NULL AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER exchange_package_is_never_changed BEFORE UPDATE ON exchange_package
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_package is append-only'); END;

CREATE TRIGGER exchange_package_is_never_removed BEFORE DELETE ON exchange_package
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'exchange_package is append-only'); END;

CREATE TRIGGER exchange_package_update_is_history AFTER UPDATE ON exchange_package
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'exchange_package', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.direction IS NOT NEW.direction THEN ',' || json_array('direction', CAST(OLD.direction AS TEXT), CAST(NEW.direction AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.origin IS NOT NEW.origin THEN ',' || json_array('origin', CAST(OLD.origin AS TEXT), CAST(NEW.origin AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NEW.entries THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NEW.head THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER file_answer_delete_is_history AFTER DELETE ON file_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'file_answer', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asking_id IS NOT NULL THEN ',' || json_array('asking_id', CAST(OLD.asking_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NULL THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.role IS NOT NULL THEN ',' || json_array('role', CAST(OLD.role AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NULL THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NULL THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NULL THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NULL THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER file_answer_insert_is_history AFTER INSERT ON file_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'file_answer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asking_id THEN ',' || json_array('asking_id', CAST(NULL AS TEXT), CAST(NEW.asking_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decision THEN ',' || json_array('decision', CAST(NULL AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.role THEN ',' || json_array('role', CAST(NULL AS TEXT), CAST(NEW.role AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.duty THEN ',' || json_array('duty', CAST(NULL AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(NULL AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(NULL AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER file_answer_is_never_changed BEFORE UPDATE ON file_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'file_answer is append-only'); END;

CREATE TRIGGER file_answer_is_never_removed BEFORE DELETE ON file_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'file_answer is append-only'); END;

CREATE TRIGGER file_answer_update_is_history AFTER UPDATE ON file_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'file_answer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asking_id IS NOT NEW.asking_id THEN ',' || json_array('asking_id', CAST(OLD.asking_id AS TEXT), CAST(NEW.asking_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NEW.decision THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.role IS NOT NEW.role THEN ',' || json_array('role', CAST(OLD.role AS TEXT), CAST(NEW.role AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NEW.duty THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_at IS NOT NEW.sent_at THEN ',' || json_array('sent_at', CAST(OLD.sent_at AS TEXT), CAST(NEW.sent_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER file_asking_delete_is_history AFTER DELETE ON file_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'file_asking', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asks IS NOT NULL THEN ',' || json_array('asks', CAST(OLD.asks AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.override_id IS NOT NULL THEN ',' || json_array('override_id', CAST(OLD.override_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NULL THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NULL THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NULL THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NULL THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers_before IS NOT NULL THEN ',' || json_array('answers_before', CAST(OLD.answers_before AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NULL THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NULL THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NULL THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER file_asking_insert_is_history AFTER INSERT ON file_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'file_asking', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asks THEN ',' || json_array('asks', CAST(NULL AS TEXT), CAST(NEW.asks AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.override_id THEN ',' || json_array('override_id', CAST(NULL AS TEXT), CAST(NEW.override_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."of" THEN ',' || json_array('of', CAST(NULL AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.duty THEN ',' || json_array('duty', CAST(NULL AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.document THEN ',' || json_array('document', CAST(NULL AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(NULL AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answers_before THEN ',' || json_array('answers_before', CAST(NULL AS TEXT), CAST(NEW.answers_before AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(NULL AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(NULL AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER file_asking_is_never_changed BEFORE UPDATE ON file_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'file_asking is append-only'); END;

CREATE TRIGGER file_asking_is_never_removed BEFORE DELETE ON file_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'file_asking is append-only'); END;

CREATE TRIGGER file_asking_update_is_history AFTER UPDATE ON file_asking
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'file_asking', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asks IS NOT NEW.asks THEN ',' || json_array('asks', CAST(OLD.asks AS TEXT), CAST(NEW.asks AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.override_id IS NOT NEW.override_id THEN ',' || json_array('override_id', CAST(OLD.override_id AS TEXT), CAST(NEW.override_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NEW."of" THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duty IS NOT NEW.duty THEN ',' || json_array('duty', CAST(OLD.duty AS TEXT), CAST(NEW.duty AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.document IS NOT NEW.document THEN ',' || json_array('document', CAST(OLD.document AS TEXT), CAST(NEW.document AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers_before IS NOT NEW.answers_before THEN ',' || json_array('answers_before', CAST(OLD.answers_before AS TEXT), CAST(NEW.answers_before AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.package_id IS NOT NEW.package_id THEN ',' || json_array('package_id', CAST(OLD.package_id AS TEXT), CAST(NEW.package_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.manifest_sha256 IS NOT NEW.manifest_sha256 THEN ',' || json_array('manifest_sha256', CAST(OLD.manifest_sha256 AS TEXT), CAST(NEW.manifest_sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER follow_up_task_delete_is_history AFTER DELETE ON follow_up_task
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'follow_up_task', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.disclosure_id IS NOT NULL THEN ',' || json_array('disclosure_id', CAST(OLD.disclosure_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.consent_id IS NOT NULL THEN ',' || json_array('consent_id', CAST(OLD.consent_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.what IS NOT NULL THEN ',' || json_array('what', CAST(OLD.what AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.owner IS NOT NULL THEN ',' || json_array('owner', CAST(OLD.owner AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.due IS NOT NULL THEN ',' || json_array('due', CAST(OLD.due AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.done IS NOT NULL THEN ',' || json_array('done', CAST(OLD.done AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_at IS NOT NULL THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER follow_up_task_delete_is_stale AFTER DELETE ON follow_up_task BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER follow_up_task_insert_is_history AFTER INSERT ON follow_up_task
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'follow_up_task', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.disclosure_id THEN ',' || json_array('disclosure_id', CAST(NULL AS TEXT), CAST(NEW.disclosure_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.consent_id THEN ',' || json_array('consent_id', CAST(NULL AS TEXT), CAST(NEW.consent_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.what THEN ',' || json_array('what', CAST(NULL AS TEXT), CAST(NEW.what AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.owner THEN ',' || json_array('owner', CAST(NULL AS TEXT), CAST(NEW.owner AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.due THEN ',' || json_array('due', CAST(NULL AS TEXT), CAST(NEW.due AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.done THEN ',' || json_array('done', CAST(NULL AS TEXT), CAST(NEW.done AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(NULL AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER follow_up_task_insert_is_stale AFTER INSERT ON follow_up_task BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER follow_up_task_update_is_history AFTER UPDATE ON follow_up_task
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'follow_up_task', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.disclosure_id IS NOT NEW.disclosure_id THEN ',' || json_array('disclosure_id', CAST(OLD.disclosure_id AS TEXT), CAST(NEW.disclosure_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.consent_id IS NOT NEW.consent_id THEN ',' || json_array('consent_id', CAST(OLD.consent_id AS TEXT), CAST(NEW.consent_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.what IS NOT NEW.what THEN ',' || json_array('what', CAST(OLD.what AS TEXT), CAST(NEW.what AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.owner IS NOT NEW.owner THEN ',' || json_array('owner', CAST(OLD.owner AS TEXT), CAST(NEW.owner AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.due IS NOT NEW.due THEN ',' || json_array('due', CAST(OLD.due AS TEXT), CAST(NEW.due AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.done IS NOT NEW.done THEN ',' || json_array('done', CAST(OLD.done AS TEXT), CAST(NEW.done AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_at IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER follow_up_task_update_is_stale AFTER UPDATE ON follow_up_task BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER forgetting_delete_is_history AFTER DELETE ON forgetting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'forgetting', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request IS NOT NULL THEN ',' || json_array('request', CAST(OLD.request AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.conditions IS NOT NULL THEN ',' || json_array('conditions', CAST(OLD.conditions AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.destroyed IS NOT NULL THEN ',' || json_array('destroyed', CAST(OLD.destroyed AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NULL THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER forgetting_insert_is_history AFTER INSERT ON forgetting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'forgetting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.request THEN ',' || json_array('request', CAST(NULL AS TEXT), CAST(NEW.request AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.conditions THEN ',' || json_array('conditions', CAST(NULL AS TEXT), CAST(NEW.conditions AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.destroyed THEN ',' || json_array('destroyed', CAST(NULL AS TEXT), CAST(NEW.destroyed AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sole THEN ',' || json_array('sole', CAST(NULL AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER forgetting_is_never_changed BEFORE UPDATE ON forgetting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'forgetting is append-only'); END;

CREATE TRIGGER forgetting_is_never_removed BEFORE DELETE ON forgetting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'forgetting is append-only'); END;

CREATE TRIGGER forgetting_update_is_history AFTER UPDATE ON forgetting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'forgetting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.request IS NOT NEW.request THEN ',' || json_array('request', CAST(OLD.request AS TEXT), CAST(NEW.request AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.conditions IS NOT NEW.conditions THEN ',' || json_array('conditions', CAST(OLD.conditions AS TEXT), CAST(NEW.conditions AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.destroyed IS NOT NEW.destroyed THEN ',' || json_array('destroyed', CAST(OLD.destroyed AS TEXT), CAST(NEW.destroyed AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NEW.sole THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER gate_override_delete_is_history AFTER DELETE ON gate_override
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'gate_override', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.gate IS NOT NULL THEN ',' || json_array('gate', CAST(OLD.gate AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NULL THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.keys IS NOT NULL THEN ',' || json_array('keys', CAST(OLD.keys AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.danger IS NOT NULL THEN ',' || json_array('danger', CAST(OLD.danger AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NULL THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reach IS NOT NULL THEN ',' || json_array('reach', CAST(OLD.reach AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NULL THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.findings IS NOT NULL THEN ',' || json_array('findings', CAST(OLD.findings AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duties IS NOT NULL THEN ',' || json_array('duties', CAST(OLD.duties AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers_before IS NOT NULL THEN ',' || json_array('answers_before', CAST(OLD.answers_before AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER gate_override_insert_is_history AFTER INSERT ON gate_override
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'gate_override', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.gate THEN ',' || json_array('gate', CAST(NULL AS TEXT), CAST(NEW.gate AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."of" THEN ',' || json_array('of', CAST(NULL AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.keys THEN ',' || json_array('keys', CAST(NULL AS TEXT), CAST(NEW.keys AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.danger THEN ',' || json_array('danger', CAST(NULL AS TEXT), CAST(NEW.danger AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reason THEN ',' || json_array('reason', CAST(NULL AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reach THEN ',' || json_array('reach', CAST(NULL AS TEXT), CAST(NEW.reach AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(NULL AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.findings THEN ',' || json_array('findings', CAST(NULL AS TEXT), CAST(NEW.findings AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.duties THEN ',' || json_array('duties', CAST(NULL AS TEXT), CAST(NEW.duties AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answers_before THEN ',' || json_array('answers_before', CAST(NULL AS TEXT), CAST(NEW.answers_before AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER gate_override_is_never_changed BEFORE UPDATE ON gate_override
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'gate_override is append-only'); END;

CREATE TRIGGER gate_override_is_never_removed BEFORE DELETE ON gate_override
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'gate_override is append-only'); END;

CREATE TRIGGER gate_override_update_is_history AFTER UPDATE ON gate_override
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'gate_override', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.gate IS NOT NEW.gate THEN ',' || json_array('gate', CAST(OLD.gate AS TEXT), CAST(NEW.gate AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NEW."of" THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.keys IS NOT NEW.keys THEN ',' || json_array('keys', CAST(OLD.keys AS TEXT), CAST(NEW.keys AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.danger IS NOT NEW.danger THEN ',' || json_array('danger', CAST(OLD.danger AS TEXT), CAST(NEW.danger AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NEW.reason THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reach IS NOT NEW.reach THEN ',' || json_array('reach', CAST(OLD.reach AS TEXT), CAST(NEW.reach AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_ids IS NOT NEW.person_ids THEN ',' || json_array('person_ids', CAST(OLD.person_ids AS TEXT), CAST(NEW.person_ids AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.findings IS NOT NEW.findings THEN ',' || json_array('findings', CAST(OLD.findings AS TEXT), CAST(NEW.findings AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duties IS NOT NEW.duties THEN ',' || json_array('duties', CAST(OLD.duties AS TEXT), CAST(NEW.duties AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers_before IS NOT NEW.answers_before THEN ',' || json_array('answers_before', CAST(OLD.answers_before AS TEXT), CAST(NEW.answers_before AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER handover_delete_is_history AFTER DELETE ON handover
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'handover', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NULL THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NULL THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent IS NOT NULL THEN ',' || json_array('sent', CAST(OLD.sent AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.finished IS NOT NULL THEN ',' || json_array('finished', CAST(OLD.finished AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NULL THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER handover_insert_is_history AFTER INSERT ON handover
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'handover', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.author THEN ',' || json_array('author', CAST(NULL AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.draft THEN ',' || json_array('draft', CAST(NULL AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent THEN ',' || json_array('sent', CAST(NULL AS TEXT), CAST(NEW.sent AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.finished THEN ',' || json_array('finished', CAST(NULL AS TEXT), CAST(NEW.finished AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(NULL AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER handover_received_delete_is_history AFTER DELETE ON handover_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'handover_received', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.package_row IS NOT NULL THEN ',' || json_array('package_row', CAST(OLD.package_row AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.told IS NOT NULL THEN ',' || json_array('told', CAST(OLD.told AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.signature IS NOT NULL THEN ',' || json_array('signature', CAST(OLD.signature AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.statement IS NOT NULL THEN ',' || json_array('statement', CAST(OLD.statement AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER handover_received_insert_is_history AFTER INSERT ON handover_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'handover_received', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.package_row THEN ',' || json_array('package_row', CAST(NULL AS TEXT), CAST(NEW.package_row AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.told THEN ',' || json_array('told', CAST(NULL AS TEXT), CAST(NEW.told AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.signature THEN ',' || json_array('signature', CAST(NULL AS TEXT), CAST(NEW.signature AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.statement THEN ',' || json_array('statement', CAST(NULL AS TEXT), CAST(NEW.statement AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER handover_received_is_never_changed BEFORE UPDATE ON handover_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'handover_received is append-only'); END;

CREATE TRIGGER handover_received_is_never_removed BEFORE DELETE ON handover_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'handover_received is append-only'); END;

CREATE TRIGGER handover_received_update_is_history AFTER UPDATE ON handover_received
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'handover_received', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.package_row IS NOT NEW.package_row THEN ',' || json_array('package_row', CAST(OLD.package_row AS TEXT), CAST(NEW.package_row AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.told IS NOT NEW.told THEN ',' || json_array('told', CAST(OLD.told AS TEXT), CAST(NEW.told AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.signature IS NOT NEW.signature THEN ',' || json_array('signature', CAST(OLD.signature AS TEXT), CAST(NEW.signature AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.statement IS NOT NEW.statement THEN ',' || json_array('statement', CAST(OLD.statement AS TEXT), CAST(NEW.statement AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER handover_that_left_is_never_removed BEFORE DELETE ON handover WHEN OLD.sent <> 'null'
        BEGIN SELECT RAISE(ABORT, 'a handover that left stays'); END;

CREATE TRIGGER handover_update_is_history AFTER UPDATE ON handover
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'handover', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NEW.author THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NEW.draft THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent IS NOT NEW.sent THEN ',' || json_array('sent', CAST(OLD.sent AS TEXT), CAST(NEW.sent AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.finished IS NOT NEW.finished THEN ',' || json_array('finished', CAST(OLD.finished AS TEXT), CAST(NEW.finished AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER harm_check_delete_is_history AFTER DELETE ON harm_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers IS NOT NULL THEN ',' || json_array('answers', CAST(OLD.answers AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decided_by IS NOT NULL THEN ',' || json_array('decided_by', CAST(OLD.decided_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision_reason IS NOT NULL THEN ',' || json_array('decision_reason', CAST(OLD.decision_reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_until IS NOT NULL THEN ',' || json_array('valid_until', CAST(OLD.valid_until AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.checked_at IS NOT NULL THEN ',' || json_array('checked_at', CAST(OLD.checked_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER harm_check_insert_is_history AFTER INSERT ON harm_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answers THEN ',' || json_array('answers', CAST(NULL AS TEXT), CAST(NEW.answers AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decided_by THEN ',' || json_array('decided_by', CAST(NULL AS TEXT), CAST(NEW.decided_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decision_reason THEN ',' || json_array('decision_reason', CAST(NULL AS TEXT), CAST(NEW.decision_reason AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.valid_until THEN ',' || json_array('valid_until', CAST(NULL AS TEXT), CAST(NEW.valid_until AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.checked_at THEN ',' || json_array('checked_at', CAST(NULL AS TEXT), CAST(NEW.checked_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER harm_check_is_never_changed BEFORE UPDATE ON harm_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'harm_check is append-only'); END;

CREATE TRIGGER harm_check_is_never_removed BEFORE DELETE ON harm_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'harm_check is append-only'); END;

CREATE TRIGGER harm_check_update_is_history AFTER UPDATE ON harm_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers IS NOT NEW.answers THEN ',' || json_array('answers', CAST(OLD.answers AS TEXT), CAST(NEW.answers AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decided_by IS NOT NEW.decided_by THEN ',' || json_array('decided_by', CAST(OLD.decided_by AS TEXT), CAST(NEW.decided_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision_reason IS NOT NEW.decision_reason THEN ',' || json_array('decision_reason', CAST(OLD.decision_reason AS TEXT), CAST(NEW.decision_reason AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_until IS NOT NEW.valid_until THEN ',' || json_array('valid_until', CAST(OLD.valid_until AS TEXT), CAST(NEW.valid_until AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.checked_at IS NOT NEW.checked_at THEN ',' || json_array('checked_at', CAST(OLD.checked_at AS TEXT), CAST(NEW.checked_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER identity_basis_delete_is_history AFTER DELETE ON identity_basis
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'identity_basis', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.basis IS NOT NULL THEN ',' || json_array('basis', CAST(OLD.basis AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.consent IS NOT NULL THEN ',' || json_array('consent', CAST(OLD.consent AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers_before IS NOT NULL THEN ',' || json_array('answers_before', CAST(OLD.answers_before AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.destroyed_before IS NOT NULL THEN ',' || json_array('destroyed_before', CAST(OLD.destroyed_before AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER identity_basis_delete_is_stale AFTER DELETE ON identity_basis BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER identity_basis_insert_is_history AFTER INSERT ON identity_basis
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'identity_basis', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.basis THEN ',' || json_array('basis', CAST(NULL AS TEXT), CAST(NEW.basis AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.consent THEN ',' || json_array('consent', CAST(NULL AS TEXT), CAST(NEW.consent AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answers_before THEN ',' || json_array('answers_before', CAST(NULL AS TEXT), CAST(NEW.answers_before AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.destroyed_before THEN ',' || json_array('destroyed_before', CAST(NULL AS TEXT), CAST(NEW.destroyed_before AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER identity_basis_insert_is_stale AFTER INSERT ON identity_basis BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER identity_basis_is_never_changed BEFORE UPDATE ON identity_basis
      BEGIN SELECT RAISE(ABORT, 'identity_basis is append-only'); END;

CREATE TRIGGER identity_basis_is_never_removed BEFORE DELETE ON identity_basis
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'identity_basis is append-only'); END;

CREATE TRIGGER identity_basis_update_is_history AFTER UPDATE ON identity_basis
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'identity_basis', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.basis IS NOT NEW.basis THEN ',' || json_array('basis', CAST(OLD.basis AS TEXT), CAST(NEW.basis AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.consent IS NOT NEW.consent THEN ',' || json_array('consent', CAST(OLD.consent AS TEXT), CAST(NEW.consent AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers_before IS NOT NEW.answers_before THEN ',' || json_array('answers_before', CAST(OLD.answers_before AS TEXT), CAST(NEW.answers_before AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.destroyed_before IS NOT NEW.destroyed_before THEN ',' || json_array('destroyed_before', CAST(OLD.destroyed_before AS TEXT), CAST(NEW.destroyed_before AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER identity_basis_update_is_stale AFTER UPDATE ON identity_basis BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER identity_delete_is_history AFTER DELETE ON identity
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'identity', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.sealed IS NOT NULL THEN ',' || json_array('sealed', CAST(OLD.sealed AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER identity_insert_is_history AFTER INSERT ON identity
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'identity', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.sealed THEN ',' || json_array('sealed', CAST(NULL AS TEXT), CAST(NEW.sealed AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER identity_update_is_history AFTER UPDATE ON identity
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'identity', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.sealed IS NOT NEW.sealed THEN ',' || json_array('sealed', CAST(OLD.sealed AS TEXT), CAST(NEW.sealed AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER information_delete_is_history AFTER DELETE ON information
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'information', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.claim_id IS NOT NULL THEN ',' || json_array('claim_id', CAST(OLD.claim_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.source_id IS NOT NULL THEN ',' || json_array('source_id', CAST(OLD.source_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.material IS NOT NULL THEN ',' || json_array('material', CAST(OLD.material AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.credibility IS NOT NULL THEN ',' || json_array('credibility', CAST(OLD.credibility AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER information_delete_is_searched AFTER DELETE ON information WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 10, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER information_delete_is_stale AFTER DELETE ON information BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER information_insert_is_history AFTER INSERT ON information
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'information', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.claim_id THEN ',' || json_array('claim_id', CAST(NULL AS TEXT), CAST(NEW.claim_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.source_id THEN ',' || json_array('source_id', CAST(NULL AS TEXT), CAST(NEW.source_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.material THEN ',' || json_array('material', CAST(NULL AS TEXT), CAST(NEW.material AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.credibility THEN ',' || json_array('credibility', CAST(NULL AS TEXT), CAST(NEW.credibility AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER information_insert_is_searched AFTER INSERT ON information WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 10, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER information_insert_is_stale AFTER INSERT ON information BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER information_update_is_history AFTER UPDATE ON information
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'information', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.claim_id IS NOT NEW.claim_id THEN ',' || json_array('claim_id', CAST(OLD.claim_id AS TEXT), CAST(NEW.claim_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.source_id IS NOT NEW.source_id THEN ',' || json_array('source_id', CAST(OLD.source_id AS TEXT), CAST(NEW.source_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.material IS NOT NEW.material THEN ',' || json_array('material', CAST(OLD.material AS TEXT), CAST(NEW.material AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.credibility IS NOT NEW.credibility THEN ',' || json_array('credibility', CAST(OLD.credibility AS TEXT), CAST(NEW.credibility AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER information_update_is_searched AFTER UPDATE ON information WHEN (OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 10, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER information_update_is_stale AFTER UPDATE ON information BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER name_look_delete_is_history AFTER DELETE ON name_look
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'name_look', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.compared IS NOT NULL THEN ',' || json_array('compared', CAST(OLD.compared AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.found IS NOT NULL THEN ',' || json_array('found', CAST(OLD.found AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.stopped IS NOT NULL THEN ',' || json_array('stopped', CAST(OLD.stopped AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER name_look_insert_is_history AFTER INSERT ON name_look
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'name_look', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.compared THEN ',' || json_array('compared', CAST(NULL AS TEXT), CAST(NEW.compared AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.found THEN ',' || json_array('found', CAST(NULL AS TEXT), CAST(NEW.found AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.stopped THEN ',' || json_array('stopped', CAST(NULL AS TEXT), CAST(NEW.stopped AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER name_look_is_never_changed BEFORE UPDATE ON name_look
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'name_look is append-only'); END;

CREATE TRIGGER name_look_is_never_removed BEFORE DELETE ON name_look
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'name_look is append-only'); END;

CREATE TRIGGER name_look_update_is_history AFTER UPDATE ON name_look
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'name_look', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.compared IS NOT NEW.compared THEN ',' || json_array('compared', CAST(OLD.compared AS TEXT), CAST(NEW.compared AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.found IS NOT NEW.found THEN ',' || json_array('found', CAST(OLD.found AS TEXT), CAST(NEW.found AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.stopped IS NOT NEW.stopped THEN ',' || json_array('stopped', CAST(OLD.stopped AS TEXT), CAST(NEW.stopped AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER officer_delete_is_history AFTER DELETE ON officer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'officer', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.role IS NOT NULL THEN ',' || json_array('role', CAST(OLD.role AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duties IS NOT NULL THEN ',' || json_array('duties', CAST(OLD.duties AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.holder IS NOT NULL THEN ',' || json_array('holder', CAST(OLD.holder AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.removed_at IS NOT NULL THEN ',' || json_array('removed_at', CAST(OLD.removed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.box_key IS NOT NULL THEN ',' || json_array('box_key', CAST(OLD.box_key AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER officer_insert_is_history AFTER INSERT ON officer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'officer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.role THEN ',' || json_array('role', CAST(NULL AS TEXT), CAST(NEW.role AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.duties THEN ',' || json_array('duties', CAST(NULL AS TEXT), CAST(NEW.duties AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.holder THEN ',' || json_array('holder', CAST(NULL AS TEXT), CAST(NEW.holder AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.removed_at THEN ',' || json_array('removed_at', CAST(NULL AS TEXT), CAST(NEW.removed_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.box_key THEN ',' || json_array('box_key', CAST(NULL AS TEXT), CAST(NEW.box_key AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER officer_key_delete_is_history AFTER DELETE ON officer_key
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'officer_key', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.officer_id IS NOT NULL THEN ',' || json_array('officer_id', CAST(OLD.officer_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.public_key IS NOT NULL THEN ',' || json_array('public_key', CAST(OLD.public_key AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NULL THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_at IS NOT NULL THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.retired_at IS NOT NULL THEN ',' || json_array('retired_at', CAST(OLD.retired_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER officer_key_insert_is_history AFTER INSERT ON officer_key
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'officer_key', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.officer_id THEN ',' || json_array('officer_id', CAST(NULL AS TEXT), CAST(NEW.officer_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.public_key THEN ',' || json_array('public_key', CAST(NULL AS TEXT), CAST(NEW.public_key AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(NULL AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(NULL AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.retired_at THEN ',' || json_array('retired_at', CAST(NULL AS TEXT), CAST(NEW.retired_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER officer_key_update_is_history AFTER UPDATE ON officer_key
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'officer_key', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.officer_id IS NOT NEW.officer_id THEN ',' || json_array('officer_id', CAST(OLD.officer_id AS TEXT), CAST(NEW.officer_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.public_key IS NOT NEW.public_key THEN ',' || json_array('public_key', CAST(OLD.public_key AS TEXT), CAST(NEW.public_key AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recipient IS NOT NEW.recipient THEN ',' || json_array('recipient', CAST(OLD.recipient AS TEXT), CAST(NEW.recipient AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_at IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.retired_at IS NOT NEW.retired_at THEN ',' || json_array('retired_at', CAST(OLD.retired_at AS TEXT), CAST(NEW.retired_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER officer_update_is_history AFTER UPDATE ON officer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'officer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.role IS NOT NEW.role THEN ',' || json_array('role', CAST(OLD.role AS TEXT), CAST(NEW.role AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.duties IS NOT NEW.duties THEN ',' || json_array('duties', CAST(OLD.duties AS TEXT), CAST(NEW.duties AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.holder IS NOT NEW.holder THEN ',' || json_array('holder', CAST(OLD.holder AS TEXT), CAST(NEW.holder AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.removed_at IS NOT NEW.removed_at THEN ',' || json_array('removed_at', CAST(OLD.removed_at AS TEXT), CAST(NEW.removed_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.box_key IS NOT NEW.box_key THEN ',' || json_array('box_key', CAST(OLD.box_key AS TEXT), CAST(NEW.box_key AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER original_is_never_changed BEFORE UPDATE ON original
      BEGIN SELECT RAISE(ABORT, 'original is append-only'); END;

CREATE TRIGGER original_is_never_removed BEFORE DELETE ON original
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'original is append-only'); END;

CREATE TRIGGER override_answer_delete_is_history AFTER DELETE ON override_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'override_answer', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.override_id IS NOT NULL THEN ',' || json_array('override_id', CAST(OLD.override_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.grants IS NOT NULL THEN ',' || json_array('grants', CAST(OLD.grants AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.brief_id IS NOT NULL THEN ',' || json_array('brief_id', CAST(OLD.brief_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER override_answer_insert_is_history AFTER INSERT ON override_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'override_answer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.override_id THEN ',' || json_array('override_id', CAST(NULL AS TEXT), CAST(NEW.override_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.grants THEN ',' || json_array('grants', CAST(NULL AS TEXT), CAST(NEW.grants AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.brief_id THEN ',' || json_array('brief_id', CAST(NULL AS TEXT), CAST(NEW.brief_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER override_answer_is_never_changed BEFORE UPDATE ON override_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'override_answer is append-only'); END;

CREATE TRIGGER override_answer_is_never_removed BEFORE DELETE ON override_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'override_answer is append-only'); END;

CREATE TRIGGER override_answer_update_is_history AFTER UPDATE ON override_answer
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'override_answer', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.override_id IS NOT NEW.override_id THEN ',' || json_array('override_id', CAST(OLD.override_id AS TEXT), CAST(NEW.override_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.grants IS NOT NEW.grants THEN ',' || json_array('grants', CAST(OLD.grants AS TEXT), CAST(NEW.grants AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.brief_id IS NOT NEW.brief_id THEN ',' || json_array('brief_id', CAST(OLD.brief_id AS TEXT), CAST(NEW.brief_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER paper_delete_is_history AFTER DELETE ON paper
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'paper', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NULL THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NULL THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.printing IS NOT NULL THEN ',' || json_array('printing', CAST(OLD.printing AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."left" IS NOT NULL THEN ',' || json_array('"left"', CAST(OLD."left" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NULL THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER paper_insert_is_history AFTER INSERT ON paper
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'paper', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.author THEN ',' || json_array('author', CAST(NULL AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.draft THEN ',' || json_array('draft', CAST(NULL AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.printing THEN ',' || json_array('printing', CAST(NULL AS TEXT), CAST(NEW.printing AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."left" THEN ',' || json_array('"left"', CAST(NULL AS TEXT), CAST(NEW."left" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(NULL AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER paper_update_is_history AFTER UPDATE ON paper
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'paper', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NEW.author THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NEW.draft THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.printing IS NOT NEW.printing THEN ',' || json_array('printing', CAST(OLD.printing AS TEXT), CAST(NEW.printing AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."left" IS NOT NEW."left" THEN ',' || json_array('"left"', CAST(OLD."left" AS TEXT), CAST(NEW."left" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER perpetrator_delete_is_history AFTER DELETE ON perpetrator
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NULL THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.class IS NOT NULL THEN ',' || json_array('class', CAST(OLD.class AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.involvement IS NOT NULL THEN ',' || json_array('involvement', CAST(OLD.involvement AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.description IS NOT NULL THEN ',' || json_array('description', CAST(OLD.description AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER perpetrator_delete_is_searched AFTER DELETE ON perpetrator WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 5, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.description))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER perpetrator_delete_is_stale AFTER DELETE ON perpetrator BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER perpetrator_insert_is_history AFTER INSERT ON perpetrator
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.label THEN ',' || json_array('label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.class THEN ',' || json_array('class', CAST(NULL AS TEXT), CAST(NEW.class AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.involvement THEN ',' || json_array('involvement', CAST(NULL AS TEXT), CAST(NEW.involvement AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.description THEN ',' || json_array('description', CAST(NULL AS TEXT), CAST(NEW.description AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER perpetrator_insert_is_searched AFTER INSERT ON perpetrator WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 5, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER perpetrator_insert_is_stale AFTER INSERT ON perpetrator BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER perpetrator_update_is_history AFTER UPDATE ON perpetrator
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NEW.label THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.class IS NOT NEW.class THEN ',' || json_array('class', CAST(OLD.class AS TEXT), CAST(NEW.class AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.involvement IS NOT NEW.involvement THEN ',' || json_array('involvement', CAST(OLD.involvement AS TEXT), CAST(NEW.involvement AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.description IS NOT NEW.description THEN ',' || json_array('description', CAST(OLD.description AS TEXT), CAST(NEW.description AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER perpetrator_update_is_searched AFTER UPDATE ON perpetrator WHEN (OLD.label IS NOT NEW.label OR OLD.description IS NOT NEW.description) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 5, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.description))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER perpetrator_update_is_stale AFTER UPDATE ON perpetrator BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER person_delete_is_history AFTER DELETE ON person
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'person', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NULL THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.parts IS NOT NULL THEN ',' || json_array('parts', CAST(OLD.parts AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.unit IS NOT NULL THEN ',' || json_array('unit', CAST(OLD.unit AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.gender IS NOT NULL THEN ',' || json_array('gender', CAST(OLD.gender AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.age_band IS NOT NULL THEN ',' || json_array('age_band', CAST(OLD.age_band AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.roles IS NOT NULL THEN ',' || json_array('roles', CAST(OLD.roles AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.characteristics IS NOT NULL THEN ',' || json_array('characteristics', CAST(OLD.characteristics AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.link_to_cooperator IS NOT NULL THEN ',' || json_array('link_to_cooperator', CAST(OLD.link_to_cooperator AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.region IS NOT NULL THEN ',' || json_array('region', CAST(OLD.region AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.remunerated IS NOT NULL THEN ',' || json_array('remunerated', CAST(OLD.remunerated AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.situation IS NOT NULL THEN ',' || json_array('situation', CAST(OLD.situation AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wishes IS NOT NULL THEN ',' || json_array('wishes', CAST(OLD.wishes AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wishes_language IS NOT NULL THEN ',' || json_array('wishes_language', CAST(OLD.wishes_language AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wishes_translation IS NOT NULL THEN ',' || json_array('wishes_translation', CAST(OLD.wishes_translation AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.has_identity IS NOT NULL THEN ',' || json_array('has_identity', CAST(OLD.has_identity AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NULL THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER person_delete_is_searched AFTER DELETE ON person WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 2, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.wishes, OLD.wishes_translation, OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER person_delete_is_stale AFTER DELETE ON person BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER person_insert_is_history AFTER INSERT ON person
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'person', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.label THEN ',' || json_array('label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.parts THEN ',' || json_array('parts', CAST(NULL AS TEXT), CAST(NEW.parts AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.unit THEN ',' || json_array('unit', CAST(NULL AS TEXT), CAST(NEW.unit AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.gender THEN ',' || json_array('gender', CAST(NULL AS TEXT), CAST(NEW.gender AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.age_band THEN ',' || json_array('age_band', CAST(NULL AS TEXT), CAST(NEW.age_band AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.roles THEN ',' || json_array('roles', CAST(NULL AS TEXT), CAST(NEW.roles AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.characteristics THEN ',' || json_array('characteristics', CAST(NULL AS TEXT), CAST(NEW.characteristics AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.link_to_cooperator THEN ',' || json_array('link_to_cooperator', CAST(NULL AS TEXT), CAST(NEW.link_to_cooperator AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.region THEN ',' || json_array('region', CAST(NULL AS TEXT), CAST(NEW.region AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.remunerated THEN ',' || json_array('remunerated', CAST(NULL AS TEXT), CAST(NEW.remunerated AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.situation THEN ',' || json_array('situation', CAST(NULL AS TEXT), CAST(NEW.situation AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.wishes THEN ',' || json_array('wishes', CAST(NULL AS TEXT), CAST(NEW.wishes AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.wishes_language THEN ',' || json_array('wishes_language', CAST(NULL AS TEXT), CAST(NEW.wishes_language AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.wishes_translation THEN ',' || json_array('wishes_translation', CAST(NULL AS TEXT), CAST(NEW.wishes_translation AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.has_identity THEN ',' || json_array('has_identity', CAST(NULL AS TEXT), CAST(NEW.has_identity AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER person_insert_is_searched AFTER INSERT ON person WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 2, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER person_insert_is_stale AFTER INSERT ON person BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER person_update_is_history AFTER UPDATE ON person
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'person', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NEW.label THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.parts IS NOT NEW.parts THEN ',' || json_array('parts', CAST(OLD.parts AS TEXT), CAST(NEW.parts AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.unit IS NOT NEW.unit THEN ',' || json_array('unit', CAST(OLD.unit AS TEXT), CAST(NEW.unit AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.gender IS NOT NEW.gender THEN ',' || json_array('gender', CAST(OLD.gender AS TEXT), CAST(NEW.gender AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.age_band IS NOT NEW.age_band THEN ',' || json_array('age_band', CAST(OLD.age_band AS TEXT), CAST(NEW.age_band AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.roles IS NOT NEW.roles THEN ',' || json_array('roles', CAST(OLD.roles AS TEXT), CAST(NEW.roles AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.characteristics IS NOT NEW.characteristics THEN ',' || json_array('characteristics', CAST(OLD.characteristics AS TEXT), CAST(NEW.characteristics AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.link_to_cooperator IS NOT NEW.link_to_cooperator THEN ',' || json_array('link_to_cooperator', CAST(OLD.link_to_cooperator AS TEXT), CAST(NEW.link_to_cooperator AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.region IS NOT NEW.region THEN ',' || json_array('region', CAST(OLD.region AS TEXT), CAST(NEW.region AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.remunerated IS NOT NEW.remunerated THEN ',' || json_array('remunerated', CAST(OLD.remunerated AS TEXT), CAST(NEW.remunerated AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.situation IS NOT NEW.situation THEN ',' || json_array('situation', CAST(OLD.situation AS TEXT), CAST(NEW.situation AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wishes IS NOT NEW.wishes THEN ',' || json_array('wishes', CAST(OLD.wishes AS TEXT), CAST(NEW.wishes AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wishes_language IS NOT NEW.wishes_language THEN ',' || json_array('wishes_language', CAST(OLD.wishes_language AS TEXT), CAST(NEW.wishes_language AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wishes_translation IS NOT NEW.wishes_translation THEN ',' || json_array('wishes_translation', CAST(OLD.wishes_translation AS TEXT), CAST(NEW.wishes_translation AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.has_identity IS NOT NEW.has_identity THEN ',' || json_array('has_identity', CAST(OLD.has_identity AS TEXT), CAST(NEW.has_identity AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.added_at IS NOT NEW.added_at THEN ',' || json_array('added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER person_update_is_searched AFTER UPDATE ON person WHEN (OLD.label IS NOT NEW.label OR OLD.wishes IS NOT NEW.wishes OR OLD.wishes_translation IS NOT NEW.wishes_translation OR OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 2, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.label, OLD.wishes, OLD.wishes_translation, OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER person_update_is_stale AFTER UPDATE ON person BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER protection_plan_delete_is_history AFTER DELETE ON protection_plan
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'protection_plan', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.objective IS NOT NULL THEN ',' || json_array('objective', CAST(OLD.objective AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.measures IS NOT NULL THEN ',' || json_array('measures', CAST(OLD.measures AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kit IS NOT NULL THEN ',' || json_array('kit', CAST(OLD.kit AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.dependants IS NOT NULL THEN ',' || json_array('dependants', CAST(OLD.dependants AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.trusted IS NOT NULL THEN ',' || json_array('trusted', CAST(OLD.trusted AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.devices IS NOT NULL THEN ',' || json_array('devices', CAST(OLD.devices AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.legal IS NOT NULL THEN ',' || json_array('legal', CAST(OLD.legal AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.if_arrested IS NOT NULL THEN ',' || json_array('if_arrested', CAST(OLD.if_arrested AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.must_not IS NOT NULL THEN ',' || json_array('must_not', CAST(OLD.must_not AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.review_on IS NOT NULL THEN ',' || json_array('review_on', CAST(OLD.review_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.state IS NOT NULL THEN ',' || json_array('state', CAST(OLD.state AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_on IS NOT NULL THEN ',' || json_array('agreed_on', CAST(OLD.agreed_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_how IS NOT NULL THEN ',' || json_array('agreed_how', CAST(OLD.agreed_how AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reviewed_on IS NOT NULL THEN ',' || json_array('reviewed_on', CAST(OLD.reviewed_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER protection_plan_delete_is_searched AFTER DELETE ON protection_plan WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 20, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.objective, OLD.measures, OLD.kit, OLD.dependants, OLD.devices, OLD.legal, OLD.if_arrested, OLD.must_not, OLD.agreed_how))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER protection_plan_delete_is_stale AFTER DELETE ON protection_plan BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER protection_plan_insert_is_history AFTER INSERT ON protection_plan
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'protection_plan', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.objective THEN ',' || json_array('objective', CAST(NULL AS TEXT), CAST(NEW.objective AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.measures THEN ',' || json_array('measures', CAST(NULL AS TEXT), CAST(NEW.measures AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kit THEN ',' || json_array('kit', CAST(NULL AS TEXT), CAST(NEW.kit AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.dependants THEN ',' || json_array('dependants', CAST(NULL AS TEXT), CAST(NEW.dependants AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.trusted THEN ',' || json_array('trusted', CAST(NULL AS TEXT), CAST(NEW.trusted AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.devices THEN ',' || json_array('devices', CAST(NULL AS TEXT), CAST(NEW.devices AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.legal THEN ',' || json_array('legal', CAST(NULL AS TEXT), CAST(NEW.legal AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.if_arrested THEN ',' || json_array('if_arrested', CAST(NULL AS TEXT), CAST(NEW.if_arrested AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.must_not THEN ',' || json_array('must_not', CAST(NULL AS TEXT), CAST(NEW.must_not AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.review_on THEN ',' || json_array('review_on', CAST(NULL AS TEXT), CAST(NEW.review_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.state THEN ',' || json_array('state', CAST(NULL AS TEXT), CAST(NEW.state AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.agreed_on THEN ',' || json_array('agreed_on', CAST(NULL AS TEXT), CAST(NEW.agreed_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.agreed_how THEN ',' || json_array('agreed_how', CAST(NULL AS TEXT), CAST(NEW.agreed_how AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reviewed_on THEN ',' || json_array('reviewed_on', CAST(NULL AS TEXT), CAST(NEW.reviewed_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER protection_plan_insert_is_searched AFTER INSERT ON protection_plan WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 20, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER protection_plan_insert_is_stale AFTER INSERT ON protection_plan BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER protection_plan_update_is_history AFTER UPDATE ON protection_plan
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'protection_plan', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.objective IS NOT NEW.objective THEN ',' || json_array('objective', CAST(OLD.objective AS TEXT), CAST(NEW.objective AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.measures IS NOT NEW.measures THEN ',' || json_array('measures', CAST(OLD.measures AS TEXT), CAST(NEW.measures AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kit IS NOT NEW.kit THEN ',' || json_array('kit', CAST(OLD.kit AS TEXT), CAST(NEW.kit AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.dependants IS NOT NEW.dependants THEN ',' || json_array('dependants', CAST(OLD.dependants AS TEXT), CAST(NEW.dependants AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.trusted IS NOT NEW.trusted THEN ',' || json_array('trusted', CAST(OLD.trusted AS TEXT), CAST(NEW.trusted AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.devices IS NOT NEW.devices THEN ',' || json_array('devices', CAST(OLD.devices AS TEXT), CAST(NEW.devices AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.legal IS NOT NEW.legal THEN ',' || json_array('legal', CAST(OLD.legal AS TEXT), CAST(NEW.legal AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.if_arrested IS NOT NEW.if_arrested THEN ',' || json_array('if_arrested', CAST(OLD.if_arrested AS TEXT), CAST(NEW.if_arrested AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.must_not IS NOT NEW.must_not THEN ',' || json_array('must_not', CAST(OLD.must_not AS TEXT), CAST(NEW.must_not AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.review_on IS NOT NEW.review_on THEN ',' || json_array('review_on', CAST(OLD.review_on AS TEXT), CAST(NEW.review_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.state IS NOT NEW.state THEN ',' || json_array('state', CAST(OLD.state AS TEXT), CAST(NEW.state AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_on IS NOT NEW.agreed_on THEN ',' || json_array('agreed_on', CAST(OLD.agreed_on AS TEXT), CAST(NEW.agreed_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_how IS NOT NEW.agreed_how THEN ',' || json_array('agreed_how', CAST(OLD.agreed_how AS TEXT), CAST(NEW.agreed_how AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reviewed_on IS NOT NEW.reviewed_on THEN ',' || json_array('reviewed_on', CAST(OLD.reviewed_on AS TEXT), CAST(NEW.reviewed_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER protection_plan_update_is_searched AFTER UPDATE ON protection_plan WHEN (OLD.objective IS NOT NEW.objective OR OLD.measures IS NOT NEW.measures OR OLD.kit IS NOT NEW.kit OR OLD.dependants IS NOT NEW.dependants OR OLD.devices IS NOT NEW.devices OR OLD.legal IS NOT NEW.legal OR OLD.if_arrested IS NOT NEW.if_arrested OR OLD.must_not IS NOT NEW.must_not OR OLD.agreed_how IS NOT NEW.agreed_how) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 20, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.objective, OLD.measures, OLD.kit, OLD.dependants, OLD.devices, OLD.legal, OLD.if_arrested, OLD.must_not, OLD.agreed_how))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER protection_plan_update_is_stale AFTER UPDATE ON protection_plan BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER protection_words_delete_is_history AFTER DELETE ON protection_words
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'protection_words', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.sealed IS NOT NULL THEN ',' || json_array('sealed', CAST(OLD.sealed AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER protection_words_insert_is_history AFTER INSERT ON protection_words
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'protection_words', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.sealed THEN ',' || json_array('sealed', CAST(NULL AS TEXT), CAST(NEW.sealed AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER protection_words_update_is_history AFTER UPDATE ON protection_words
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'protection_words', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.sealed IS NOT NEW.sealed THEN ',' || json_array('sealed', CAST(OLD.sealed AS TEXT), CAST(NEW.sealed AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER publication_check_delete_is_history AFTER DELETE ON publication_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'publication_check', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NULL THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers IS NOT NULL THEN ',' || json_array('answers', CAST(OLD.answers AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.checked_on IS NOT NULL THEN ',' || json_array('checked_on', CAST(OLD.checked_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER publication_check_insert_is_history AFTER INSERT ON publication_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'publication_check', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."of" THEN ',' || json_array('of', CAST(NULL AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answers THEN ',' || json_array('answers', CAST(NULL AS TEXT), CAST(NEW.answers AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.checked_on THEN ',' || json_array('checked_on', CAST(NULL AS TEXT), CAST(NEW.checked_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER publication_check_is_never_changed BEFORE UPDATE ON publication_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'publication_check is append-only'); END;

CREATE TRIGGER publication_check_is_never_removed BEFORE DELETE ON publication_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'publication_check is append-only'); END;

CREATE TRIGGER publication_check_update_is_history AFTER UPDATE ON publication_check
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'publication_check', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NEW."of" THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answers IS NOT NEW.answers THEN ',' || json_array('answers', CAST(OLD.answers AS TEXT), CAST(NEW.answers AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.checked_on IS NOT NEW.checked_on THEN ',' || json_array('checked_on', CAST(OLD.checked_on AS TEXT), CAST(NEW.checked_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER publication_reading_delete_is_history AFTER DELETE ON publication_reading
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'publication_reading', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NULL THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NULL THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NULL THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.brief_id IS NOT NULL THEN ',' || json_array('brief_id', CAST(OLD.brief_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER publication_reading_insert_is_history AFTER INSERT ON publication_reading
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'publication_reading', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(NULL AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."of" THEN ',' || json_array('of', CAST(NULL AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.words THEN ',' || json_array('words', CAST(NULL AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.brief_id THEN ',' || json_array('brief_id', CAST(NULL AS TEXT), CAST(NEW.brief_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER publication_reading_is_never_changed BEFORE UPDATE ON publication_reading
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'publication_reading is append-only'); END;

CREATE TRIGGER publication_reading_is_never_removed BEFORE DELETE ON publication_reading
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'publication_reading is append-only'); END;

CREATE TRIGGER publication_reading_update_is_history AFTER UPDATE ON publication_reading
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'publication_reading', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.item_id IS NOT NEW.item_id THEN ',' || json_array('item_id', CAST(OLD.item_id AS TEXT), CAST(NEW.item_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."of" IS NOT NEW."of" THEN ',' || json_array('of', CAST(OLD."of" AS TEXT), CAST(NEW."of" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.words IS NOT NEW.words THEN ',' || json_array('words', CAST(OLD.words AS TEXT), CAST(NEW.words AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.brief_id IS NOT NEW.brief_id THEN ',' || json_array('brief_id', CAST(OLD.brief_id AS TEXT), CAST(NEW.brief_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER recall_decision_delete_is_history AFTER DELETE ON recall_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'recall_decision', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.package_row IS NOT NULL THEN ',' || json_array('package_row', CAST(OLD.package_row AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NULL THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why IS NOT NULL THEN ',' || json_array('why', CAST(OLD.why AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NULL THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER recall_decision_insert_is_history AFTER INSERT ON recall_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'recall_decision', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.package_row THEN ',' || json_array('package_row', CAST(NULL AS TEXT), CAST(NEW.package_row AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.decision THEN ',' || json_array('decision', CAST(NULL AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.why THEN ',' || json_array('why', CAST(NULL AS TEXT), CAST(NEW.why AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sole THEN ',' || json_array('sole', CAST(NULL AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER recall_decision_is_never_changed BEFORE UPDATE ON recall_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'recall_decision is append-only'); END;

CREATE TRIGGER recall_decision_is_never_removed BEFORE DELETE ON recall_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'recall_decision is append-only'); END;

CREATE TRIGGER recall_decision_update_is_history AFTER UPDATE ON recall_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'recall_decision', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.package_row IS NOT NEW.package_row THEN ',' || json_array('package_row', CAST(OLD.package_row AS TEXT), CAST(NEW.package_row AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.decision IS NOT NEW.decision THEN ',' || json_array('decision', CAST(OLD.decision AS TEXT), CAST(NEW.decision AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why IS NOT NEW.why THEN ',' || json_array('why', CAST(OLD.why AS TEXT), CAST(NEW.why AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NEW.sole THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER recovery_delete_is_history AFTER DELETE ON recovery
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'recovery', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.slot IS NOT NULL THEN ',' || json_array('slot', CAST(OLD.slot AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.shares IS NOT NULL THEN ',' || json_array('shares', CAST(OLD.shares AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.needed IS NOT NULL THEN ',' || json_array('needed', CAST(OLD.needed AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.total IS NOT NULL THEN ',' || json_array('total', CAST(OLD.total AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_by IS NOT NULL THEN ',' || json_array('made_by', CAST(OLD.made_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_at IS NOT NULL THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.rehearsed_at IS NOT NULL THEN ',' || json_array('rehearsed_at', CAST(OLD.rehearsed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.used_at IS NOT NULL THEN ',' || json_array('used_at', CAST(OLD.used_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.used_for IS NOT NULL THEN ',' || json_array('used_for', CAST(OLD.used_for AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.ended_at IS NOT NULL THEN ',' || json_array('ended_at', CAST(OLD.ended_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER recovery_insert_is_history AFTER INSERT ON recovery
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'recovery', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.slot THEN ',' || json_array('slot', CAST(NULL AS TEXT), CAST(NEW.slot AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.shares THEN ',' || json_array('shares', CAST(NULL AS TEXT), CAST(NEW.shares AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.needed THEN ',' || json_array('needed', CAST(NULL AS TEXT), CAST(NEW.needed AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.total THEN ',' || json_array('total', CAST(NULL AS TEXT), CAST(NEW.total AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.made_by THEN ',' || json_array('made_by', CAST(NULL AS TEXT), CAST(NEW.made_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(NULL AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.rehearsed_at THEN ',' || json_array('rehearsed_at', CAST(NULL AS TEXT), CAST(NEW.rehearsed_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.used_at THEN ',' || json_array('used_at', CAST(NULL AS TEXT), CAST(NEW.used_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.used_for THEN ',' || json_array('used_for', CAST(NULL AS TEXT), CAST(NEW.used_for AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.ended_at THEN ',' || json_array('ended_at', CAST(NULL AS TEXT), CAST(NEW.ended_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER recovery_update_is_history AFTER UPDATE ON recovery
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'recovery', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.slot IS NOT NEW.slot THEN ',' || json_array('slot', CAST(OLD.slot AS TEXT), CAST(NEW.slot AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.shares IS NOT NEW.shares THEN ',' || json_array('shares', CAST(OLD.shares AS TEXT), CAST(NEW.shares AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.needed IS NOT NEW.needed THEN ',' || json_array('needed', CAST(OLD.needed AS TEXT), CAST(NEW.needed AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.total IS NOT NEW.total THEN ',' || json_array('total', CAST(OLD.total AS TEXT), CAST(NEW.total AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_by IS NOT NEW.made_by THEN ',' || json_array('made_by', CAST(OLD.made_by AS TEXT), CAST(NEW.made_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_at IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.rehearsed_at IS NOT NEW.rehearsed_at THEN ',' || json_array('rehearsed_at', CAST(OLD.rehearsed_at AS TEXT), CAST(NEW.rehearsed_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.used_at IS NOT NEW.used_at THEN ',' || json_array('used_at', CAST(OLD.used_at AS TEXT), CAST(NEW.used_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.used_for IS NOT NEW.used_for THEN ',' || json_array('used_for', CAST(OLD.used_for AS TEXT), CAST(NEW.used_for AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.ended_at IS NOT NEW.ended_at THEN ',' || json_array('ended_at', CAST(OLD.ended_at AS TEXT), CAST(NEW.ended_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER report_decision_delete_is_history AFTER DELETE ON report_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'report_decision', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.ordinal IS NOT NULL THEN ',' || json_array('ordinal', CAST(OLD.ordinal AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.level IS NOT NULL THEN ',' || json_array('level', CAST(OLD.level AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NULL THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NULL THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER report_decision_delete_is_stale AFTER DELETE ON report_decision BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER report_decision_insert_is_history AFTER INSERT ON report_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'report_decision', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.ordinal THEN ',' || json_array('ordinal', CAST(NULL AS TEXT), CAST(NEW.ordinal AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.level THEN ',' || json_array('level', CAST(NULL AS TEXT), CAST(NEW.level AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reason THEN ',' || json_array('reason', CAST(NULL AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."by" THEN ',' || json_array('by', CAST(NULL AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER report_decision_insert_is_stale AFTER INSERT ON report_decision BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER report_decision_is_never_changed BEFORE UPDATE ON report_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'report_decision is append-only'); END;

CREATE TRIGGER report_decision_is_never_removed BEFORE DELETE ON report_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'report_decision is append-only'); END;

CREATE TRIGGER report_decision_update_is_history AFTER UPDATE ON report_decision
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'report_decision', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.ordinal IS NOT NEW.ordinal THEN ',' || json_array('ordinal', CAST(OLD.ordinal AS TEXT), CAST(NEW.ordinal AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.level IS NOT NEW.level THEN ',' || json_array('level', CAST(OLD.level AS TEXT), CAST(NEW.level AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NEW.reason THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."by" IS NOT NEW."by" THEN ',' || json_array('by', CAST(OLD."by" AS TEXT), CAST(NEW."by" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER report_decision_update_is_stale AFTER UPDATE ON report_decision BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER report_line_goes AFTER DELETE ON report_line
    BEGIN
  INSERT INTO report_tally (ordinal, facet, why, n) VALUES (OLD.ordinal, OLD.facet, OLD.why, -1)
    ON CONFLICT (ordinal, facet, why) DO UPDATE SET n = n - 1;
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT OLD.ordinal, 'regions', OLD.regions, -1 WHERE OLD.regions IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n - 1;
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT OLD.ordinal, 'forms', OLD.forms, -1 WHERE OLD.forms IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n - 1;
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT OLD.ordinal, 'perpetrators', OLD.perpetrators, -1 WHERE OLD.perpetrators IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n - 1;
      DELETE FROM report_codes WHERE ordinal = OLD.ordinal AND n = 0
        AND (field, codes) IN (VALUES ('regions', OLD.regions), ('forms', OLD.forms), ('perpetrators', OLD.perpetrators)); END;

CREATE TRIGGER report_line_is_counted AFTER INSERT ON report_line
    BEGIN
  INSERT INTO report_tally (ordinal, facet, why, n) VALUES (NEW.ordinal, NEW.facet, NEW.why, +1)
    ON CONFLICT (ordinal, facet, why) DO UPDATE SET n = n + 1;
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT NEW.ordinal, 'regions', NEW.regions, +1 WHERE NEW.regions IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n + 1;
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT NEW.ordinal, 'forms', NEW.forms, +1 WHERE NEW.forms IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n + 1;
  INSERT INTO report_codes (ordinal, field, codes, n)
    SELECT NEW.ordinal, 'perpetrators', NEW.perpetrators, +1 WHERE NEW.perpetrators IS NOT NULL
    ON CONFLICT (ordinal, field, codes) DO UPDATE SET n = n + 1; END;

CREATE TRIGGER risk_assessment_delete_is_history AFTER DELETE ON risk_assessment
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.action_id IS NOT NULL THEN ',' || json_array('action_id', CAST(OLD.action_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.likelihood IS NOT NULL THEN ',' || json_array('likelihood', CAST(OLD.likelihood AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.impact IS NOT NULL THEN ',' || json_array('impact', CAST(OLD.impact AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.residual_likelihood IS NOT NULL THEN ',' || json_array('residual_likelihood', CAST(OLD.residual_likelihood AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.residual_impact IS NOT NULL THEN ',' || json_array('residual_impact', CAST(OLD.residual_impact AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.threats IS NOT NULL THEN ',' || json_array('threats', CAST(OLD.threats AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.vulnerabilities IS NOT NULL THEN ',' || json_array('vulnerabilities', CAST(OLD.vulnerabilities AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.capacities IS NOT NULL THEN ',' || json_array('capacities', CAST(OLD.capacities AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.uncertainties IS NOT NULL THEN ',' || json_array('uncertainties', CAST(OLD.uncertainties AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.confidence IS NOT NULL THEN ',' || json_array('confidence', CAST(OLD.confidence AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why IS NOT NULL THEN ',' || json_array('why', CAST(OLD.why AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.own_view IS NOT NULL THEN ',' || json_array('own_view', CAST(OLD.own_view AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.inherent_band IS NOT NULL THEN ',' || json_array('inherent_band', CAST(OLD.inherent_band AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.band IS NOT NULL THEN ',' || json_array('band', CAST(OLD.band AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.differs IS NOT NULL THEN ',' || json_array('differs', CAST(OLD.differs AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.assessed_at IS NOT NULL THEN ',' || json_array('assessed_at', CAST(OLD.assessed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_until IS NOT NULL THEN ',' || json_array('valid_until', CAST(OLD.valid_until AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER risk_assessment_delete_is_searched AFTER DELETE ON risk_assessment WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 18, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.why, OLD.own_view))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER risk_assessment_delete_is_stale AFTER DELETE ON risk_assessment BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER risk_assessment_insert_is_history AFTER INSERT ON risk_assessment
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.action_id THEN ',' || json_array('action_id', CAST(NULL AS TEXT), CAST(NEW.action_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.likelihood THEN ',' || json_array('likelihood', CAST(NULL AS TEXT), CAST(NEW.likelihood AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.impact THEN ',' || json_array('impact', CAST(NULL AS TEXT), CAST(NEW.impact AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.residual_likelihood THEN ',' || json_array('residual_likelihood', CAST(NULL AS TEXT), CAST(NEW.residual_likelihood AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.residual_impact THEN ',' || json_array('residual_impact', CAST(NULL AS TEXT), CAST(NEW.residual_impact AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.threats THEN ',' || json_array('threats', CAST(NULL AS TEXT), CAST(NEW.threats AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.vulnerabilities THEN ',' || json_array('vulnerabilities', CAST(NULL AS TEXT), CAST(NEW.vulnerabilities AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.capacities THEN ',' || json_array('capacities', CAST(NULL AS TEXT), CAST(NEW.capacities AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.uncertainties THEN ',' || json_array('uncertainties', CAST(NULL AS TEXT), CAST(NEW.uncertainties AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.confidence THEN ',' || json_array('confidence', CAST(NULL AS TEXT), CAST(NEW.confidence AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.why THEN ',' || json_array('why', CAST(NULL AS TEXT), CAST(NEW.why AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.own_view THEN ',' || json_array('own_view', CAST(NULL AS TEXT), CAST(NEW.own_view AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.inherent_band THEN ',' || json_array('inherent_band', CAST(NULL AS TEXT), CAST(NEW.inherent_band AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.band THEN ',' || json_array('band', CAST(NULL AS TEXT), CAST(NEW.band AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.differs THEN ',' || json_array('differs', CAST(NULL AS TEXT), CAST(NEW.differs AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.assessed_at THEN ',' || json_array('assessed_at', CAST(NULL AS TEXT), CAST(NEW.assessed_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.valid_until THEN ',' || json_array('valid_until', CAST(NULL AS TEXT), CAST(NEW.valid_until AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER risk_assessment_insert_is_searched AFTER INSERT ON risk_assessment WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 18, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER risk_assessment_insert_is_stale AFTER INSERT ON risk_assessment BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER risk_assessment_is_never_changed BEFORE UPDATE ON risk_assessment
      BEGIN SELECT RAISE(ABORT, 'risk_assessment is append-only'); END;

CREATE TRIGGER risk_assessment_is_never_removed BEFORE DELETE ON risk_assessment
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'risk_assessment is append-only'); END;

CREATE TRIGGER risk_assessment_update_is_history AFTER UPDATE ON risk_assessment
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.action_id IS NOT NEW.action_id THEN ',' || json_array('action_id', CAST(OLD.action_id AS TEXT), CAST(NEW.action_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.likelihood IS NOT NEW.likelihood THEN ',' || json_array('likelihood', CAST(OLD.likelihood AS TEXT), CAST(NEW.likelihood AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.impact IS NOT NEW.impact THEN ',' || json_array('impact', CAST(OLD.impact AS TEXT), CAST(NEW.impact AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.residual_likelihood IS NOT NEW.residual_likelihood THEN ',' || json_array('residual_likelihood', CAST(OLD.residual_likelihood AS TEXT), CAST(NEW.residual_likelihood AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.residual_impact IS NOT NEW.residual_impact THEN ',' || json_array('residual_impact', CAST(OLD.residual_impact AS TEXT), CAST(NEW.residual_impact AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.threats IS NOT NEW.threats THEN ',' || json_array('threats', CAST(OLD.threats AS TEXT), CAST(NEW.threats AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.vulnerabilities IS NOT NEW.vulnerabilities THEN ',' || json_array('vulnerabilities', CAST(OLD.vulnerabilities AS TEXT), CAST(NEW.vulnerabilities AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.capacities IS NOT NEW.capacities THEN ',' || json_array('capacities', CAST(OLD.capacities AS TEXT), CAST(NEW.capacities AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.uncertainties IS NOT NEW.uncertainties THEN ',' || json_array('uncertainties', CAST(OLD.uncertainties AS TEXT), CAST(NEW.uncertainties AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.confidence IS NOT NEW.confidence THEN ',' || json_array('confidence', CAST(OLD.confidence AS TEXT), CAST(NEW.confidence AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.why IS NOT NEW.why THEN ',' || json_array('why', CAST(OLD.why AS TEXT), CAST(NEW.why AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.own_view IS NOT NEW.own_view THEN ',' || json_array('own_view', CAST(OLD.own_view AS TEXT), CAST(NEW.own_view AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.inherent_band IS NOT NEW.inherent_band THEN ',' || json_array('inherent_band', CAST(OLD.inherent_band AS TEXT), CAST(NEW.inherent_band AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.band IS NOT NEW.band THEN ',' || json_array('band', CAST(OLD.band AS TEXT), CAST(NEW.band AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.differs IS NOT NEW.differs THEN ',' || json_array('differs', CAST(OLD.differs AS TEXT), CAST(NEW.differs AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.assessed_at IS NOT NEW.assessed_at THEN ',' || json_array('assessed_at', CAST(OLD.assessed_at AS TEXT), CAST(NEW.assessed_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_until IS NOT NEW.valid_until THEN ',' || json_array('valid_until', CAST(OLD.valid_until AS TEXT), CAST(NEW.valid_until AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER risk_assessment_update_is_searched AFTER UPDATE ON risk_assessment WHEN (OLD.why IS NOT NEW.why OR OLD.own_view IS NOT NEW.own_view) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 18, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.why, OLD.own_view))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER risk_assessment_update_is_stale AFTER UPDATE ON risk_assessment BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER risk_event_delete_is_history AFTER DELETE ON risk_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'risk_event', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NULL THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.happened_on IS NOT NULL THEN ',' || json_array('happened_on', CAST(OLD.happened_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NULL THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.overtakes IS NOT NULL THEN ',' || json_array('overtakes', CAST(OLD.overtakes AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NULL THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER risk_event_delete_is_searched AFTER DELETE ON risk_event WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 19, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER risk_event_delete_is_stale AFTER DELETE ON risk_event BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.case_id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER risk_event_insert_is_history AFTER INSERT ON risk_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'risk_event', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.happened_on THEN ',' || json_array('happened_on', CAST(NULL AS TEXT), CAST(NEW.happened_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.note THEN ',' || json_array('note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.overtakes THEN ',' || json_array('overtakes', CAST(NULL AS TEXT), CAST(NEW.overtakes AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER risk_event_insert_is_searched AFTER INSERT ON risk_event WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 19, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER risk_event_insert_is_stale AFTER INSERT ON risk_event BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER risk_event_is_never_changed BEFORE UPDATE ON risk_event
      BEGIN SELECT RAISE(ABORT, 'risk_event is append-only'); END;

CREATE TRIGGER risk_event_is_never_removed BEFORE DELETE ON risk_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'risk_event is append-only'); END;

CREATE TRIGGER risk_event_update_is_history AFTER UPDATE ON risk_event
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'risk_event', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.person_id IS NOT NEW.person_id THEN ',' || json_array('person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.happened_on IS NOT NEW.happened_on THEN ',' || json_array('happened_on', CAST(OLD.happened_on AS TEXT), CAST(NEW.happened_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.note IS NOT NEW.note THEN ',' || json_array('note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.overtakes IS NOT NEW.overtakes THEN ',' || json_array('overtakes', CAST(OLD.overtakes AS TEXT), CAST(NEW.overtakes AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.recorded_at IS NOT NEW.recorded_at THEN ',' || json_array('recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER risk_event_update_is_searched AFTER UPDATE ON risk_event WHEN (OLD.note IS NOT NEW.note) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 19, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.note))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER risk_event_update_is_stale AFTER UPDATE ON risk_event BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.case_id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER safe_contact_delete_is_history AFTER DELETE ON safe_contact
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'safe_contact', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NULL THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.hours IS NOT NULL THEN ',' || json_array('hours', CAST(OLD.hours AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NULL THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.may_leave_message IS NOT NULL THEN ',' || json_array('may_leave_message', CAST(OLD.may_leave_message AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wording IS NOT NULL THEN ',' || json_array('wording', CAST(OLD.wording AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.who_may_answer IS NOT NULL THEN ',' || json_array('who_may_answer', CAST(OLD.who_may_answer AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.never IS NOT NULL THEN ',' || json_array('never', CAST(OLD.never AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.alternative IS NOT NULL THEN ',' || json_array('alternative', CAST(OLD.alternative AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.alternative_agreed IS NOT NULL THEN ',' || json_array('alternative_agreed', CAST(OLD.alternative_agreed AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.last_proof_on IS NOT NULL THEN ',' || json_array('last_proof_on', CAST(OLD.last_proof_on AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.last_proof_how IS NOT NULL THEN ',' || json_array('last_proof_how', CAST(OLD.last_proof_how AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.device IS NOT NULL THEN ',' || json_array('device', CAST(OLD.device AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER safe_contact_delete_is_searched AFTER DELETE ON safe_contact WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 21, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.hours, OLD.wording, OLD.who_may_answer, OLD.never, OLD.last_proof_how, OLD.device))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER safe_contact_insert_is_history AFTER INSERT ON safe_contact
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'safe_contact', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.channel THEN ',' || json_array('channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.hours THEN ',' || json_array('hours', CAST(NULL AS TEXT), CAST(NEW.hours AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.language THEN ',' || json_array('language', CAST(NULL AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.may_leave_message THEN ',' || json_array('may_leave_message', CAST(NULL AS TEXT), CAST(NEW.may_leave_message AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.wording THEN ',' || json_array('wording', CAST(NULL AS TEXT), CAST(NEW.wording AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.who_may_answer THEN ',' || json_array('who_may_answer', CAST(NULL AS TEXT), CAST(NEW.who_may_answer AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.never THEN ',' || json_array('never', CAST(NULL AS TEXT), CAST(NEW.never AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.alternative THEN ',' || json_array('alternative', CAST(NULL AS TEXT), CAST(NEW.alternative AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.alternative_agreed THEN ',' || json_array('alternative_agreed', CAST(NULL AS TEXT), CAST(NEW.alternative_agreed AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.last_proof_on THEN ',' || json_array('last_proof_on', CAST(NULL AS TEXT), CAST(NEW.last_proof_on AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.last_proof_how THEN ',' || json_array('last_proof_how', CAST(NULL AS TEXT), CAST(NEW.last_proof_how AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.device THEN ',' || json_array('device', CAST(NULL AS TEXT), CAST(NEW.device AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER safe_contact_insert_is_searched AFTER INSERT ON safe_contact WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 21, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER safe_contact_update_is_history AFTER UPDATE ON safe_contact
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'safe_contact', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.channel IS NOT NEW.channel THEN ',' || json_array('channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.hours IS NOT NEW.hours THEN ',' || json_array('hours', CAST(OLD.hours AS TEXT), CAST(NEW.hours AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.language IS NOT NEW.language THEN ',' || json_array('language', CAST(OLD.language AS TEXT), CAST(NEW.language AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.may_leave_message IS NOT NEW.may_leave_message THEN ',' || json_array('may_leave_message', CAST(OLD.may_leave_message AS TEXT), CAST(NEW.may_leave_message AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.wording IS NOT NEW.wording THEN ',' || json_array('wording', CAST(OLD.wording AS TEXT), CAST(NEW.wording AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.who_may_answer IS NOT NEW.who_may_answer THEN ',' || json_array('who_may_answer', CAST(OLD.who_may_answer AS TEXT), CAST(NEW.who_may_answer AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.never IS NOT NEW.never THEN ',' || json_array('never', CAST(OLD.never AS TEXT), CAST(NEW.never AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.alternative IS NOT NEW.alternative THEN ',' || json_array('alternative', CAST(OLD.alternative AS TEXT), CAST(NEW.alternative AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.alternative_agreed IS NOT NEW.alternative_agreed THEN ',' || json_array('alternative_agreed', CAST(OLD.alternative_agreed AS TEXT), CAST(NEW.alternative_agreed AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.last_proof_on IS NOT NEW.last_proof_on THEN ',' || json_array('last_proof_on', CAST(OLD.last_proof_on AS TEXT), CAST(NEW.last_proof_on AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.last_proof_how IS NOT NEW.last_proof_how THEN ',' || json_array('last_proof_how', CAST(OLD.last_proof_how AS TEXT), CAST(NEW.last_proof_how AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.device IS NOT NEW.device THEN ',' || json_array('device', CAST(OLD.device AS TEXT), CAST(NEW.device AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER safe_contact_update_is_searched AFTER UPDATE ON safe_contact WHEN (OLD.hours IS NOT NEW.hours OR OLD.wording IS NOT NEW.wording OR OLD.who_may_answer IS NOT NEW.who_may_answer OR OLD.never IS NOT NEW.never OR OLD.last_proof_how IS NOT NEW.last_proof_how OR OLD.device IS NOT NEW.device) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 21, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.hours, OLD.wording, OLD.who_may_answer, OLD.never, OLD.last_proof_how, OLD.device))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER scope_test_delete_is_history AFTER DELETE ON scope_test
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'scope_test', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.answers IS NOT NULL THEN ',' || json_array('answers', CAST(OLD.answers AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.result IS NOT NULL THEN ',' || json_array('result', CAST(OLD.result AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answered_at IS NOT NULL THEN ',' || json_array('answered_at', CAST(OLD.answered_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER scope_test_delete_is_stale AFTER DELETE ON scope_test BEGIN INSERT INTO line_stale (case_id, gone) VALUES (OLD.id, 1) ON CONFLICT DO UPDATE SET gone = 1; END;

CREATE TRIGGER scope_test_insert_is_history AFTER INSERT ON scope_test
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.answers THEN ',' || json_array('answers', CAST(NULL AS TEXT), CAST(NEW.answers AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.result THEN ',' || json_array('result', CAST(NULL AS TEXT), CAST(NEW.result AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.answered_at THEN ',' || json_array('answered_at', CAST(NULL AS TEXT), CAST(NEW.answered_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER scope_test_insert_is_stale AFTER INSERT ON scope_test BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER scope_test_update_is_history AFTER UPDATE ON scope_test
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.answers IS NOT NEW.answers THEN ',' || json_array('answers', CAST(OLD.answers AS TEXT), CAST(NEW.answers AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.result IS NOT NEW.result THEN ',' || json_array('result', CAST(OLD.result AS TEXT), CAST(NEW.result AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.answered_at IS NOT NEW.answered_at THEN ',' || json_array('answered_at', CAST(OLD.answered_at AS TEXT), CAST(NEW.answered_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER scope_test_update_is_stale AFTER UPDATE ON scope_test BEGIN INSERT INTO line_stale (case_id, gone) VALUES (NEW.id, 0) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER setting_delete_is_history AFTER DELETE ON setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'setting', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.value IS NOT NULL THEN ',' || json_array('value', CAST(OLD.value AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER setting_insert_is_history AFTER INSERT ON setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'setting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.value THEN ',' || json_array('value', CAST(NULL AS TEXT), CAST(NEW.value AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER setting_update_is_history AFTER UPDATE ON setting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'setting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.value IS NOT NEW.value THEN ',' || json_array('value', CAST(OLD.value AS TEXT), CAST(NEW.value AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER setting_version_delete_is_history AFTER DELETE ON setting_version
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'setting_version', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.about IS NOT NULL THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.content IS NOT NULL THEN ',' || json_array('content', CAST(OLD.content AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.change IS NOT NULL THEN ',' || json_array('change', CAST(OLD.change AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_from IS NOT NULL THEN ',' || json_array('valid_from', CAST(OLD.valid_from AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.set_by IS NOT NULL THEN ',' || json_array('set_by', CAST(OLD.set_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NULL THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER setting_version_insert_is_history AFTER INSERT ON setting_version
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'setting_version', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.about THEN ',' || json_array('about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.content THEN ',' || json_array('content', CAST(NULL AS TEXT), CAST(NEW.content AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.change THEN ',' || json_array('change', CAST(NULL AS TEXT), CAST(NEW.change AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.valid_from THEN ',' || json_array('valid_from', CAST(NULL AS TEXT), CAST(NEW.valid_from AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.set_by THEN ',' || json_array('set_by', CAST(NULL AS TEXT), CAST(NEW.set_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reason THEN ',' || json_array('reason', CAST(NULL AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER setting_version_is_never_changed BEFORE UPDATE ON setting_version
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'setting_version is append-only'); END;

CREATE TRIGGER setting_version_is_never_removed BEFORE DELETE ON setting_version
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'setting_version is append-only'); END;

CREATE TRIGGER setting_version_update_is_history AFTER UPDATE ON setting_version
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'setting_version', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.about IS NOT NEW.about THEN ',' || json_array('about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.content IS NOT NEW.content THEN ',' || json_array('content', CAST(OLD.content AS TEXT), CAST(NEW.content AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.change IS NOT NEW.change THEN ',' || json_array('change', CAST(OLD.change AS TEXT), CAST(NEW.change AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.valid_from IS NOT NEW.valid_from THEN ',' || json_array('valid_from', CAST(OLD.valid_from AS TEXT), CAST(NEW.valid_from AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.set_by IS NOT NEW.set_by THEN ',' || json_array('set_by', CAST(OLD.set_by AS TEXT), CAST(NEW.set_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reason IS NOT NEW.reason THEN ',' || json_array('reason', CAST(OLD.reason AS TEXT), CAST(NEW.reason AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER share_delete_is_history AFTER DELETE ON share
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'share', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NULL THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NULL THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approval IS NOT NULL THEN ',' || json_array('approval', CAST(OLD.approval AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent IS NOT NULL THEN ',' || json_array('sent', CAST(OLD.sent AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NULL THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NULL THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER share_insert_is_history AFTER INSERT ON share
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'share', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.author THEN ',' || json_array('author', CAST(NULL AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.draft THEN ',' || json_array('draft', CAST(NULL AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.approval THEN ',' || json_array('approval', CAST(NULL AS TEXT), CAST(NEW.approval AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent THEN ',' || json_array('sent', CAST(NULL AS TEXT), CAST(NEW.sent AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(NULL AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER share_update_is_history AFTER UPDATE ON share
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'share', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.author IS NOT NEW.author THEN ',' || json_array('author', CAST(OLD.author AS TEXT), CAST(NEW.author AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.draft IS NOT NEW.draft THEN ',' || json_array('draft', CAST(OLD.draft AS TEXT), CAST(NEW.draft AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.approval IS NOT NEW.approval THEN ',' || json_array('approval', CAST(OLD.approval AS TEXT), CAST(NEW.approval AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent IS NOT NEW.sent THEN ',' || json_array('sent', CAST(OLD.sent AS TEXT), CAST(NEW.sent AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.started_at IS NOT NEW.started_at THEN ',' || json_array('started_at', CAST(OLD.started_at AS TEXT), CAST(NEW.started_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changed_at IS NOT NEW.changed_at THEN ',' || json_array('changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER source_message_delete_is_history AFTER DELETE ON source_message
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NULL THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NULL THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.taken_in_at IS NOT NULL THEN ',' || json_array('taken_in_at', CAST(OLD.taken_in_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."from" IS NOT NULL THEN ',' || json_array('from', CAST(OLD."from" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."to" IS NOT NULL THEN ',' || json_array('to', CAST(OLD."to" AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.subject IS NOT NULL THEN ',' || json_array('subject', CAST(OLD.subject AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_said IS NOT NULL THEN ',' || json_array('sent_said', CAST(OLD.sent_said AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.text IS NOT NULL THEN ',' || json_array('text', CAST(OLD.text AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.text_from IS NOT NULL THEN ',' || json_array('text_from', CAST(OLD.text_from AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.has_remote_content IS NOT NULL THEN ',' || json_array('has_remote_content', CAST(OLD.has_remote_content AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.notes IS NOT NULL THEN ',' || json_array('notes', CAST(OLD.notes AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.headers IS NOT NULL THEN ',' || json_array('headers', CAST(OLD.headers AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NULL THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.size IS NOT NULL THEN ',' || json_array('size', CAST(OLD.size AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER source_message_delete_is_searched AFTER DELETE ON source_message WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, OLD.rowid * 32 + 12, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.subject, OLD.text))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL; END;

CREATE TRIGGER source_message_insert_is_history AFTER INSERT ON source_message
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.kind THEN ',' || json_array('kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.taken_in_at THEN ',' || json_array('taken_in_at', CAST(NULL AS TEXT), CAST(NEW.taken_in_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."from" THEN ',' || json_array('from', CAST(NULL AS TEXT), CAST(NEW."from" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW."to" THEN ',' || json_array('to', CAST(NULL AS TEXT), CAST(NEW."to" AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.subject THEN ',' || json_array('subject', CAST(NULL AS TEXT), CAST(NEW.subject AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sent_said THEN ',' || json_array('sent_said', CAST(NULL AS TEXT), CAST(NEW.sent_said AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.text THEN ',' || json_array('text', CAST(NULL AS TEXT), CAST(NEW.text AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.text_from THEN ',' || json_array('text_from', CAST(NULL AS TEXT), CAST(NEW.text_from AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.has_remote_content THEN ',' || json_array('has_remote_content', CAST(NULL AS TEXT), CAST(NEW.has_remote_content AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.notes THEN ',' || json_array('notes', CAST(NULL AS TEXT), CAST(NEW.notes AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.headers THEN ',' || json_array('headers', CAST(NULL AS TEXT), CAST(NEW.headers AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.size THEN ',' || json_array('size', CAST(NULL AS TEXT), CAST(NEW.size AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER source_message_insert_is_searched AFTER INSERT ON source_message WHEN EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT OR IGNORE INTO search_stale (stands, place, turn) VALUES (0, NEW.rowid * 32 + 12, -ifnull((SELECT seq FROM entry_open), 0)); END;

CREATE TRIGGER source_message_is_never_changed BEFORE UPDATE ON source_message
      BEGIN SELECT RAISE(ABORT, 'source_message is append-only'); END;

CREATE TRIGGER source_message_is_never_removed BEFORE DELETE ON source_message
      WHEN NOT EXISTS (SELECT 1 FROM entry_undoing) AND NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'source_message is append-only'); END;

CREATE TRIGGER source_message_update_is_history AFTER UPDATE ON source_message
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.case_id IS NOT NEW.case_id THEN ',' || json_array('case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.kind IS NOT NEW.kind THEN ',' || json_array('kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.taken_in_at IS NOT NEW.taken_in_at THEN ',' || json_array('taken_in_at', CAST(OLD.taken_in_at AS TEXT), CAST(NEW.taken_in_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."from" IS NOT NEW."from" THEN ',' || json_array('from', CAST(OLD."from" AS TEXT), CAST(NEW."from" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD."to" IS NOT NEW."to" THEN ',' || json_array('to', CAST(OLD."to" AS TEXT), CAST(NEW."to" AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.subject IS NOT NEW.subject THEN ',' || json_array('subject', CAST(OLD.subject AS TEXT), CAST(NEW.subject AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sent_said IS NOT NEW.sent_said THEN ',' || json_array('sent_said', CAST(OLD.sent_said AS TEXT), CAST(NEW.sent_said AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.text IS NOT NEW.text THEN ',' || json_array('text', CAST(OLD.text AS TEXT), CAST(NEW.text AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.text_from IS NOT NEW.text_from THEN ',' || json_array('text_from', CAST(OLD.text_from AS TEXT), CAST(NEW.text_from AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.has_remote_content IS NOT NEW.has_remote_content THEN ',' || json_array('has_remote_content', CAST(OLD.has_remote_content AS TEXT), CAST(NEW.has_remote_content AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.notes IS NOT NEW.notes THEN ',' || json_array('notes', CAST(OLD.notes AS TEXT), CAST(NEW.notes AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.headers IS NOT NEW.headers THEN ',' || json_array('headers', CAST(OLD.headers AS TEXT), CAST(NEW.headers AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sha256 IS NOT NEW.sha256 THEN ',' || json_array('sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.size IS NOT NEW.size THEN ',' || json_array('size', CAST(OLD.size AS TEXT), CAST(NEW.size AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER source_message_update_is_searched AFTER UPDATE ON source_message WHEN (OLD.subject IS NOT NEW.subject OR OLD.text IS NOT NEW.text) AND EXISTS (SELECT 1 FROM search_begun)
      BEGIN INSERT INTO search_stale (stands, place, turn, was)
        VALUES (1, NEW.rowid * 32 + 12, -ifnull((SELECT seq FROM entry_open), 0), json_array(OLD.subject, OLD.text))
        ON CONFLICT (stands, place) DO UPDATE SET was = excluded.was WHERE was IS NULL;  END;

CREATE TRIGGER tombstone_delete_is_history AFTER DELETE ON tombstone
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'tombstone', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.code IS NOT NULL THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.ground IS NOT NULL THEN ',' || json_array('ground', CAST(OLD.ground AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_by IS NOT NULL THEN ',' || json_array('asked_by', CAST(OLD.asked_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_at IS NOT NULL THEN ',' || json_array('asked_at', CAST(OLD.asked_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_by IS NOT NULL THEN ',' || json_array('agreed_by', CAST(OLD.agreed_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NULL THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.rows IS NOT NULL THEN ',' || json_array('rows', CAST(OLD.rows AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changes IS NOT NULL THEN ',' || json_array('changes', CAST(OLD.changes AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reasons IS NOT NULL THEN ',' || json_array('reasons', CAST(OLD.reasons AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.files IS NOT NULL THEN ',' || json_array('files', CAST(OLD.files AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.digest IS NOT NULL THEN ',' || json_array('digest', CAST(OLD.digest AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entry IS NOT NULL THEN ',' || json_array('entry', CAST(OLD.entry AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER tombstone_insert_is_history AFTER INSERT ON tombstone
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'tombstone', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.code THEN ',' || json_array('code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.ground THEN ',' || json_array('ground', CAST(NULL AS TEXT), CAST(NEW.ground AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asked_by THEN ',' || json_array('asked_by', CAST(NULL AS TEXT), CAST(NEW.asked_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.asked_at THEN ',' || json_array('asked_at', CAST(NULL AS TEXT), CAST(NEW.asked_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.agreed_by THEN ',' || json_array('agreed_by', CAST(NULL AS TEXT), CAST(NEW.agreed_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.sole THEN ',' || json_array('sole', CAST(NULL AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.rows THEN ',' || json_array('rows', CAST(NULL AS TEXT), CAST(NEW.rows AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.changes THEN ',' || json_array('changes', CAST(NULL AS TEXT), CAST(NEW.changes AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.reasons THEN ',' || json_array('reasons', CAST(NULL AS TEXT), CAST(NEW.reasons AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.files THEN ',' || json_array('files', CAST(NULL AS TEXT), CAST(NEW.files AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.digest THEN ',' || json_array('digest', CAST(NULL AS TEXT), CAST(NEW.digest AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entry THEN ',' || json_array('entry', CAST(NULL AS TEXT), CAST(NEW.entry AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER tombstone_is_never_changed BEFORE UPDATE ON tombstone
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'tombstone is append-only'); END;

CREATE TRIGGER tombstone_is_never_removed BEFORE DELETE ON tombstone
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'tombstone is append-only'); END;

CREATE TRIGGER tombstone_update_is_history AFTER UPDATE ON tombstone
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'tombstone', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.code IS NOT NEW.code THEN ',' || json_array('code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.ground IS NOT NEW.ground THEN ',' || json_array('ground', CAST(OLD.ground AS TEXT), CAST(NEW.ground AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_by IS NOT NEW.asked_by THEN ',' || json_array('asked_by', CAST(OLD.asked_by AS TEXT), CAST(NEW.asked_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.asked_at IS NOT NEW.asked_at THEN ',' || json_array('asked_at', CAST(OLD.asked_at AS TEXT), CAST(NEW.asked_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.agreed_by IS NOT NEW.agreed_by THEN ',' || json_array('agreed_by', CAST(OLD.agreed_by AS TEXT), CAST(NEW.agreed_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.sole IS NOT NEW.sole THEN ',' || json_array('sole', CAST(OLD.sole AS TEXT), CAST(NEW.sole AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.rows IS NOT NEW.rows THEN ',' || json_array('rows', CAST(OLD.rows AS TEXT), CAST(NEW.rows AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.changes IS NOT NEW.changes THEN ',' || json_array('changes', CAST(OLD.changes AS TEXT), CAST(NEW.changes AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.reasons IS NOT NEW.reasons THEN ',' || json_array('reasons', CAST(OLD.reasons AS TEXT), CAST(NEW.reasons AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.files IS NOT NEW.files THEN ',' || json_array('files', CAST(OLD.files AS TEXT), CAST(NEW.files AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.digest IS NOT NEW.digest THEN ',' || json_array('digest', CAST(OLD.digest AS TEXT), CAST(NEW.digest AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entry IS NOT NEW.entry THEN ',' || json_array('entry', CAST(OLD.entry AS TEXT), CAST(NEW.entry AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_copy_delete_is_history AFTER DELETE ON vault_copy
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_copy', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.made_at IS NOT NULL THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_by IS NOT NULL THEN ',' || json_array('made_by', CAST(OLD.made_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NULL THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.bytes IS NOT NULL THEN ',' || json_array('bytes', CAST(OLD.bytes AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NULL THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NULL THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_copy_insert_is_history AFTER INSERT ON vault_copy
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_copy', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(NULL AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.made_by THEN ',' || json_array('made_by', CAST(NULL AS TEXT), CAST(NEW.made_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.label THEN ',' || json_array('label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.bytes THEN ',' || json_array('bytes', CAST(NULL AS TEXT), CAST(NEW.bytes AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entries THEN ',' || json_array('entries', CAST(NULL AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.head THEN ',' || json_array('head', CAST(NULL AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_copy_update_is_history AFTER UPDATE ON vault_copy
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_copy', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.made_at IS NOT NEW.made_at THEN ',' || json_array('made_at', CAST(OLD.made_at AS TEXT), CAST(NEW.made_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.made_by IS NOT NEW.made_by THEN ',' || json_array('made_by', CAST(OLD.made_by AS TEXT), CAST(NEW.made_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.label IS NOT NEW.label THEN ',' || json_array('label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.bytes IS NOT NEW.bytes THEN ',' || json_array('bytes', CAST(OLD.bytes AS TEXT), CAST(NEW.bytes AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NEW.entries THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NEW.head THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_drill_delete_is_history AFTER DELETE ON vault_drill
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_drill', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.done_at IS NOT NULL THEN ',' || json_array('done_at', CAST(OLD.done_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.done_by IS NOT NULL THEN ',' || json_array('done_by', CAST(OLD.done_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.result IS NOT NULL THEN ',' || json_array('result', CAST(OLD.result AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.copy_made_at IS NOT NULL THEN ',' || json_array('copy_made_at', CAST(OLD.copy_made_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NULL THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NULL THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_drill_insert_is_history AFTER INSERT ON vault_drill
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_drill', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.done_at THEN ',' || json_array('done_at', CAST(NULL AS TEXT), CAST(NEW.done_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.done_by THEN ',' || json_array('done_by', CAST(NULL AS TEXT), CAST(NEW.done_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.result THEN ',' || json_array('result', CAST(NULL AS TEXT), CAST(NEW.result AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.copy_made_at THEN ',' || json_array('copy_made_at', CAST(NULL AS TEXT), CAST(NEW.copy_made_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entries THEN ',' || json_array('entries', CAST(NULL AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.head THEN ',' || json_array('head', CAST(NULL AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_drill_update_is_history AFTER UPDATE ON vault_drill
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_drill', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.done_at IS NOT NEW.done_at THEN ',' || json_array('done_at', CAST(OLD.done_at AS TEXT), CAST(NEW.done_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.done_by IS NOT NEW.done_by THEN ',' || json_array('done_by', CAST(OLD.done_by AS TEXT), CAST(NEW.done_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.result IS NOT NEW.result THEN ',' || json_array('result', CAST(OLD.result AS TEXT), CAST(NEW.result AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.copy_made_at IS NOT NEW.copy_made_at THEN ',' || json_array('copy_made_at', CAST(OLD.copy_made_at AS TEXT), CAST(NEW.copy_made_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NEW.entries THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NEW.head THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_restore_delete_is_history AFTER DELETE ON vault_restore
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_restore', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.restored_at IS NOT NULL THEN ',' || json_array('restored_at', CAST(OLD.restored_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.restored_by IS NOT NULL THEN ',' || json_array('restored_by', CAST(OLD.restored_by AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.copy_made_at IS NOT NULL THEN ',' || json_array('copy_made_at', CAST(OLD.copy_made_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NULL THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NULL THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_restore_insert_is_history AFTER INSERT ON vault_restore
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_restore', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.restored_at THEN ',' || json_array('restored_at', CAST(NULL AS TEXT), CAST(NEW.restored_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.restored_by THEN ',' || json_array('restored_by', CAST(NULL AS TEXT), CAST(NEW.restored_by AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.copy_made_at THEN ',' || json_array('copy_made_at', CAST(NULL AS TEXT), CAST(NEW.copy_made_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entries THEN ',' || json_array('entries', CAST(NULL AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.head THEN ',' || json_array('head', CAST(NULL AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER vault_restore_update_is_history AFTER UPDATE ON vault_restore
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'vault_restore', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.restored_at IS NOT NEW.restored_at THEN ',' || json_array('restored_at', CAST(OLD.restored_at AS TEXT), CAST(NEW.restored_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.restored_by IS NOT NEW.restored_by THEN ',' || json_array('restored_by', CAST(OLD.restored_by AS TEXT), CAST(NEW.restored_by AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.copy_made_at IS NOT NEW.copy_made_at THEN ',' || json_array('copy_made_at', CAST(OLD.copy_made_at AS TEXT), CAST(NEW.copy_made_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NEW.entries THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NEW.head THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER witness_sighting_delete_is_history AFTER DELETE ON witness_sighting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'witness_sighting', OLD.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NULL THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NULL THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NULL THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.seen_at IS NOT NULL THEN ',' || json_array('seen_at', CAST(OLD.seen_at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NULL THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER witness_sighting_insert_is_history AFTER INSERT ON witness_sighting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'witness_sighting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN NULL IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(NULL AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.entries THEN ',' || json_array('entries', CAST(NULL AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.head THEN ',' || json_array('head', CAST(NULL AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.seen_at THEN ',' || json_array('seen_at', CAST(NULL AS TEXT), CAST(NEW.seen_at AS TEXT)) ELSE '' END ||
        CASE WHEN NULL IS NOT NEW.at THEN ',' || json_array('at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TRIGGER witness_sighting_is_never_changed BEFORE UPDATE ON witness_sighting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'witness_sighting is append-only'); END;

CREATE TRIGGER witness_sighting_is_never_removed BEFORE DELETE ON witness_sighting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving)
      BEGIN SELECT RAISE(ABORT, 'witness_sighting is append-only'); END;

CREATE TRIGGER witness_sighting_update_is_history AFTER UPDATE ON witness_sighting
      WHEN NOT EXISTS (SELECT 1 FROM entry_moving) BEGIN
      INSERT INTO change_open (entry, tbl, row, said)
      SELECT (SELECT seq FROM entry_open), 'witness_sighting', NEW.id, CAST('[' || substr(said, 2) || ']' AS BLOB) FROM (SELECT
        CASE WHEN OLD.colleague_id IS NOT NEW.colleague_id THEN ',' || json_array('colleague_id', CAST(OLD.colleague_id AS TEXT), CAST(NEW.colleague_id AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.entries IS NOT NEW.entries THEN ',' || json_array('entries', CAST(OLD.entries AS TEXT), CAST(NEW.entries AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.head IS NOT NEW.head THEN ',' || json_array('head', CAST(OLD.head AS TEXT), CAST(NEW.head AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.seen_at IS NOT NEW.seen_at THEN ',' || json_array('seen_at', CAST(OLD.seen_at AS TEXT), CAST(NEW.seen_at AS TEXT)) ELSE '' END ||
        CASE WHEN OLD.at IS NOT NEW.at THEN ',' || json_array('at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT)) ELSE '' END AS said)
      WHERE said <> '';
    END;

CREATE TABLE access_key (
    subject    TEXT NOT NULL,
    officer_id TEXT NOT NULL REFERENCES officer (id),
    box        BLOB NOT NULL,
    PRIMARY KEY (subject, officer_id)
  ) STRICT;

CREATE TABLE access_limit (
  id TEXT PRIMARY KEY,
  about TEXT NOT NULL CHECK (about IN ('case', 'identity')),
  case_id TEXT NOT NULL,
  code TEXT NOT NULL,
  named TEXT NOT NULL CHECK (json_valid(named)),
  "by" TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

CREATE TABLE access_step (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT,
  what TEXT NOT NULL CHECK (what IN ('admit', 'lift')),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'agreed', 'declined')),
  officer_id TEXT,
  request TEXT CHECK ((request IS NULL) = (kind = 'asked')),
  words TEXT NOT NULL CHECK (words <> ''),
  "by" TEXT NOT NULL,
  sole INTEGER NOT NULL CHECK (sole IN (0, 1)),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE act (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_ids TEXT NOT NULL CHECK (json_valid(person_ids)),
  form TEXT NOT NULL,
  status TEXT NOT NULL,
  "when" TEXT NOT NULL CHECK (json_valid("when")),
  domain TEXT NOT NULL CHECK (json_valid(domain)),
  region TEXT NOT NULL CHECK (json_valid(region)),
  legal_tools TEXT NOT NULL CHECK (json_valid(legal_tools)),
  perpetrator_ids TEXT NOT NULL CHECK (json_valid(perpetrator_ids)),
  account TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE action (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  label TEXT NOT NULL CHECK (label GLOB 'M[1-9]*'),
  author TEXT NOT NULL CHECK (author <> ''),
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  approval TEXT NOT NULL CHECK (json_valid(approval)),
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL CHECK (changed_at >= started_at)
) STRICT;

CREATE TABLE action_entry (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  action_id TEXT NOT NULL REFERENCES action (id),
  event TEXT NOT NULL CHECK (json_valid(event)),
  "by" TEXT NOT NULL CHECK ("by" <> ''),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE action_planned (id TEXT PRIMARY KEY, asked INTEGER NOT NULL) STRICT;

CREATE TABLE answer_given (
  id TEXT PRIMARY KEY,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  asks TEXT NOT NULL CHECK (asks IN ('approval', 'override', 'reading')),
  code TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('granted', 'declined', 'question')),
  words TEXT NOT NULL,
  duty TEXT NOT NULL CHECK (duty IN ('focal_point', 'head_of_presence')),
  request_id TEXT NOT NULL UNIQUE,
  request_sha256 TEXT NOT NULL,
  answer_sha256 TEXT NOT NULL,
  leave INTEGER NOT NULL,
  unseen INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE approval_asking (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  item_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'declined')),
  "by" TEXT NOT NULL,
  words TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  source_id TEXT NOT NULL REFERENCES source_message (id),
  name TEXT NOT NULL,
  declared_type TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_program INTEGER NOT NULL CHECK (is_program IN (0, 1)),
  mismatch INTEGER NOT NULL CHECK (mismatch IN (0, 1)),
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  left_out TEXT
) STRICT;

CREATE TABLE brief (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  copy TEXT NOT NULL,
  author TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  approval TEXT NOT NULL CHECK (json_valid(approval)),
  sent TEXT NOT NULL CHECK (json_valid(sent)),
  reply TEXT NOT NULL CHECK (json_valid(reply)),
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE brief_package (
    package_id      TEXT PRIMARY KEY,
    brief_id        TEXT NOT NULL REFERENCES brief (id),
    manifest_sha256 TEXT NOT NULL,
    public_key      BLOB NOT NULL,
    identity        TEXT NOT NULL
  ) STRICT;

CREATE TABLE case_course (
  id TEXT PRIMARY KEY,
  urgent TEXT NOT NULL CHECK (json_valid(urgent)),
  hold TEXT NOT NULL CHECK (json_valid(hold)),
  referral TEXT NOT NULL CHECK (json_valid(referral)),
  closure TEXT NOT NULL CHECK (json_valid(closure)),
  reopened TEXT NOT NULL CHECK (json_valid(reopened))
) STRICT;

CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  received_on TEXT NOT NULL CHECK (json_valid(received_on)),
  channel TEXT NOT NULL,
  language TEXT NOT NULL CHECK (json_valid(language)),
  interpreter TEXT NOT NULL CHECK (json_valid(interpreter)),
  reporter_relation TEXT NOT NULL CHECK (json_valid(reporter_relation)),
  mandate_to_act TEXT NOT NULL CHECK (json_valid(mandate_to_act)),
  first_entity TEXT NOT NULL CHECK (json_valid(first_entity)),
  danger TEXT NOT NULL,
  danger_why TEXT NOT NULL,
  safe_to_write TEXT NOT NULL,
  safe_contact TEXT NOT NULL CHECK (json_valid(safe_contact)),
  account TEXT NOT NULL,
  owner TEXT NOT NULL,
  retention_review_on TEXT NOT NULL,
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE case_line (
    n INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    facet INTEGER NOT NULL,
    state INTEGER NOT NULL,
    danger INTEGER NOT NULL,
    band INTEGER NOT NULL,
    consent INTEGER NOT NULL,
    risk INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    acts INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    started INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    differs INTEGER NOT NULL,
    ends TEXT NOT NULL,
    turns TEXT,
    turns_at INTEGER,
    turns_on INTEGER,
    since_at INTEGER NOT NULL,
    since_on INTEGER NOT NULL
  ) STRICT;

CREATE TABLE case_mark (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  what TEXT NOT NULL CHECK (what IN ('contacted', 'basis-written', 'case-reviewed', 'followed-up')),
  about TEXT,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL CHECK (note <> ''),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE case_proof (
  id TEXT PRIMARY KEY,
  standard TEXT NOT NULL,
  note TEXT NOT NULL CHECK (note <> ''),
  unknowns TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE change (
    id    INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    tbl   TEXT NOT NULL,
    row   TEXT NOT NULL,
    said  BLOB, -- [[column, old, new], ...] in JSON, as it is or packed; NULL where it is no longer there
    about TEXT, -- the case the row is of, where its entry is not about that case; empty where it is of none
    salt  BLOB CHECK (length(salt) = 16), -- gone once what it says may no longer be guessed
    leaf  BLOB CHECK (length(leaf) = 32) -- only where `said` is no longer what was hashed
  , apart TEXT, sealed BLOB CHECK (sealed IS NULL OR (said IS NULL AND leaf IS NOT NULL))) STRICT;

CREATE TABLE change_open (
    id     INTEGER PRIMARY KEY,
    entry  INTEGER NOT NULL,
    tbl    TEXT NOT NULL,
    row    TEXT NOT NULL,
    said   BLOB,
    salt   BLOB,
    leaf   BLOB,
    apart  TEXT,
    sealed BLOB
  ) STRICT;

CREATE TABLE check_in (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  due_at TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('reached', 'missed', 'distress')),
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE check_in_plan (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  every_hours INTEGER NOT NULL CHECK (every_hours > 0),
  grace_hours INTEGER NOT NULL CHECK (grace_hours >= 0),
  next_due TEXT NOT NULL,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  third TEXT NOT NULL,
  agreed_at TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  label TEXT NOT NULL,
  statement TEXT NOT NULL CHECK (statement <> ''),
  about TEXT NOT NULL CHECK (json_valid(about)),
  assessment TEXT NOT NULL CHECK (json_valid(assessment)),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE clock_floor (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL) STRICT;

CREATE TABLE clock_setting (
  id TEXT PRIMARY KEY,
  clocks TEXT NOT NULL CHECK (json_valid(clocks)),
  valid_from TEXT NOT NULL,
  set_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TABLE code_part (part TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (part, n)) STRICT, WITHOUT ROWID;

CREATE TABLE code_tally (letter TEXT NOT NULL, facet INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (letter, facet)) STRICT;

CREATE TABLE colleague (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  office TEXT NOT NULL,
  recipient_class TEXT NOT NULL CHECK (recipient_class IN ('same_office', 'UN_entity', 'UN_expert')),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE colleague_duty (
  id TEXT PRIMARY KEY,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  duty TEXT NOT NULL CHECK (duty IN ('focal_point', 'head_of_presence')),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE colleague_event (
  id TEXT PRIMARY KEY,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  kind TEXT NOT NULL CHECK (kind IN ('added', 'key_changed', 'verified', 'retired')),
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  public_key TEXT CHECK ((public_key IS NULL) = (kind = 'retired')),
  recipient TEXT CHECK ((recipient IS NULL) = (kind = 'retired')),
  how TEXT CHECK ((how IS NULL) = (kind <> 'verified')),
  reason TEXT CHECK ((reason IS NULL) = (kind <> 'retired'))
) STRICT;

CREATE TABLE consent_decision (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  purpose TEXT NOT NULL,
  recipient TEXT NOT NULL,
  channel TEXT NOT NULL,
  identity_level TEXT NOT NULL,
  scope TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  document TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('given', 'given_with_conditions', 'refused', 'withdrawn', 'not_asked')),
  form TEXT NOT NULL CHECK (json_valid(form)),
  given_by TEXT NOT NULL CHECK (json_valid(given_by)),
  decided_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  language TEXT NOT NULL CHECK (json_valid(language)),
  interpreter TEXT NOT NULL CHECK (json_valid(interpreter)),
  risks_explained TEXT NOT NULL CHECK (json_valid(risks_explained)),
  conditions TEXT NOT NULL CHECK (json_valid(conditions)),
  valid_until TEXT,
  review_on TEXT,
  evidence TEXT NOT NULL,
  recorded_at TEXT NOT NULL
, talk_id TEXT REFERENCES consent_talk (id), review_when TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(review_when))) STRICT;

CREATE TABLE consent_event (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  "on" TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE consent_talk (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  held_on TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  given_by TEXT NOT NULL CHECK (json_valid(given_by)),
  capacity TEXT NOT NULL CHECK (json_valid(capacity)),
  capacity_note TEXT NOT NULL,
  guardian_may_harm TEXT NOT NULL CHECK (json_valid(guardian_may_harm)),
  representation TEXT NOT NULL,
  language TEXT NOT NULL CHECK (json_valid(language)),
  understood TEXT NOT NULL CHECK (json_valid(understood)),
  interpreter TEXT NOT NULL CHECK (json_valid(interpreter)),
  interpreter_code TEXT NOT NULL,
  read_back TEXT NOT NULL CHECK (json_valid(read_back)),
  private_place TEXT NOT NULL CHECK (json_valid(private_place)),
  others_present TEXT NOT NULL,
  told TEXT NOT NULL CHECK (json_valid(told)),
  withdraw_how TEXT NOT NULL,
  form TEXT NOT NULL CHECK (json_valid(form)),
  why_not_written TEXT NOT NULL,
  evidence TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE contribution_received (
  id TEXT PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  package_id TEXT NOT NULL UNIQUE,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  about TEXT,
  origin TEXT NOT NULL,
  record_entries INTEGER NOT NULL CHECK (record_entries > 0),
  document TEXT NOT NULL CHECK (json_valid(document)),
  sent_at TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;

CREATE TABLE contribution_sent (
  id TEXT PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  package_id TEXT NOT NULL UNIQUE,
  manifest_sha256 TEXT NOT NULL,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  about TEXT,
  document TEXT NOT NULL CHECK (json_valid(document)),
  told TEXT NOT NULL CHECK (json_valid(told)),
  why TEXT NOT NULL,
  "by" TEXT NOT NULL,
  sent_at TEXT NOT NULL
) STRICT;

CREATE TABLE contribution_told (
    case_id TEXT NOT NULL,
    sent_id TEXT NOT NULL,
    PRIMARY KEY (case_id, sent_id)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE disclosure (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind IN ('brief', 'action', 'paper', 'contribution', 'case', 'handover')),
  item_id TEXT NOT NULL,
  at TEXT NOT NULL,
  to_role TEXT NOT NULL,
  purpose TEXT NOT NULL,
  recipient TEXT NOT NULL,
  channel TEXT NOT NULL,
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  consent_ids TEXT NOT NULL CHECK (json_valid(consent_ids)),
  override_id TEXT,
  approved_by TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE disposal (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'declined')),
  request TEXT CHECK ((request IS NULL) = (kind = 'asked')),
  "by" TEXT NOT NULL,
  words TEXT NOT NULL CHECK (words <> ''),
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
    officer_id TEXT NOT NULL,
    key        TEXT NOT NULL,
    sealed     BLOB NOT NULL,
    kept_at    TEXT NOT NULL,
    PRIMARY KEY (officer_id, key)
  ) STRICT;

CREATE TABLE due_line (
    id INTEGER PRIMARY KEY, -- the number of the line, times 65536, and that of the due thing in it
    by_day INTEGER NOT NULL,
    press INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    said TEXT NOT NULL
  ) STRICT;

CREATE TABLE due_tally (span INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;

CREATE TABLE engagement (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_ids TEXT NOT NULL CHECK (json_valid(person_ids)),
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  entity TEXT NOT NULL,
  "when" TEXT NOT NULL CHECK (json_valid("when")),
  locus TEXT NOT NULL CHECK (json_valid(locus)),
  publicity TEXT NOT NULL CHECK (json_valid(publicity)),
  note TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE entry (
    seq          INTEGER PRIMARY KEY CHECK (seq > 0),
    at           TEXT NOT NULL,
    actor        TEXT NOT NULL,
    operation    TEXT NOT NULL,
    case_id      TEXT,
    subject      TEXT,
    reason       TEXT,
    changes      INTEGER NOT NULL, -- rows of `change`
    changes_hash BLOB NOT NULL CHECK (length(changes_hash) = 4), -- how the SHA-256 of their leaves begins
    before       BLOB NOT NULL CHECK (length(before) = 4), -- how the hash of the entry before begins
    hash         BLOB NOT NULL CHECK (length(hash) = 32),
    reason_leaf  BLOB CHECK (length(reason_leaf) = 32) -- only where `reason` is no longer what was hashed
  , reason_salt BLOB CHECK (length(reason_salt) = 16), apart TEXT, sealed BLOB) STRICT;

CREATE TABLE entry_moving (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

CREATE TABLE entry_open (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL) STRICT;

CREATE TABLE entry_undoing (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

CREATE TABLE escrow (
        slot TEXT NOT NULL,
        holder TEXT NOT NULL,
        box BLOB NOT NULL,
        PRIMARY KEY (slot, holder)
      ) STRICT;

CREATE TABLE evidence_source (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  label TEXT NOT NULL,
  connection TEXT NOT NULL CHECK (json_valid(connection)),
  item TEXT NOT NULL CHECK (json_valid(item)),
  description TEXT NOT NULL,
  reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'U')),
  reliability_note TEXT NOT NULL CHECK (reliability_note <> ''),
  depends_on TEXT NOT NULL CHECK (json_valid(depends_on)),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_answer (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  known TEXT NOT NULL CHECK (json_valid(known))
) STRICT;

CREATE TABLE exchange_declined (
  id TEXT PRIMARY KEY,
  package_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  manifest_sha256 TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_field (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  rows TEXT NOT NULL CHECK (json_valid(rows)),
  several INTEGER NOT NULL CHECK (several IN (0, 1)),
  at_entry INTEGER NOT NULL
) STRICT;

CREATE TABLE exchange_merge (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  package_row TEXT NOT NULL REFERENCES exchange_package (id),
  entry INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  undone TEXT NOT NULL CHECK (json_valid(undone)),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_notice (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'recall')),
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  package_id TEXT NOT NULL,
  colleague_id TEXT REFERENCES colleague (id),
  about TEXT NOT NULL,
  about_sha256 TEXT NOT NULL,
  case_id TEXT,
  says TEXT NOT NULL CHECK (json_valid(says)),
  sent_at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_package (
  id TEXT PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  package_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  case_id TEXT,
  manifest_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  about TEXT,
  origin TEXT NOT NULL,
  entries INTEGER NOT NULL CHECK (entries > 0),
  head TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_ref (ref TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE exchange_told (
        colleague_id TEXT NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (colleague_id, id)
      ) STRICT;

CREATE TABLE file_answer (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  asking_id TEXT NOT NULL UNIQUE REFERENCES file_asking (id),
  decision TEXT NOT NULL CHECK (decision IN ('granted', 'declined', 'question')),
  words TEXT NOT NULL,
  role TEXT NOT NULL,
  duty TEXT NOT NULL CHECK (duty IN ('focal_point', 'head_of_presence')),
  package_id TEXT NOT NULL UNIQUE,
  manifest_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE file_asking (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  item_id TEXT NOT NULL,
  asks TEXT NOT NULL CHECK (asks IN ('approval', 'override', 'reading')),
  code TEXT NOT NULL UNIQUE,
  override_id TEXT REFERENCES gate_override (id) CHECK ((override_id IS NOT NULL) = (asks = 'override')),
  "of" TEXT NOT NULL,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  duty TEXT NOT NULL CHECK (duty IN ('focal_point', 'head_of_presence')),
  document TEXT NOT NULL CHECK (json_valid(document)),
  person_ids TEXT NOT NULL CHECK (json_valid(person_ids)),
  answers_before INTEGER NOT NULL,
  package_id TEXT NOT NULL UNIQUE,
  manifest_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE follow_up_task (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
  consent_id TEXT NOT NULL REFERENCES consent_decision (id),
  what TEXT NOT NULL CHECK (what IN ('ask-to-stop-using')),
  owner TEXT NOT NULL,
  due TEXT NOT NULL,
  done TEXT NOT NULL CHECK (json_valid(done)),
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE forgetting (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'agreed', 'declined')),
  request TEXT REFERENCES forgetting (id) CHECK ((request IS NULL) = (kind = 'asked')),
  "by" TEXT NOT NULL,
  words TEXT NOT NULL CHECK (words <> ''),
  conditions TEXT NOT NULL CHECK (json_valid(conditions)),
  destroyed TEXT NOT NULL CHECK (json_valid(destroyed)),
  sole INTEGER NOT NULL CHECK (sole IN (0, 1)),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE gate_override (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  item_id TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  gate TEXT NOT NULL CHECK (gate IN ('G2', 'G3', 'G5')),
  "of" TEXT NOT NULL,
  keys TEXT NOT NULL CHECK (json_valid(keys)),
  danger TEXT,
  reason TEXT NOT NULL CHECK (length(reason) >= 20),
  reach TEXT NOT NULL CHECK (json_valid(reach)),
  person_ids TEXT NOT NULL CHECK (json_valid(person_ids)),
  findings TEXT NOT NULL CHECK (json_valid(findings)),
  "by" TEXT NOT NULL,
  duties TEXT NOT NULL CHECK (json_valid(duties)),
  answers_before INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE handover (
  id TEXT PRIMARY KEY,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  author TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  sent TEXT NOT NULL CHECK (json_valid(sent)),
  finished TEXT NOT NULL CHECK (json_valid(finished)),
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE handover_received (
  id TEXT PRIMARY KEY,
  package_row TEXT NOT NULL REFERENCES exchange_package (id),
  told TEXT NOT NULL CHECK (json_valid(told)),
  signature TEXT NOT NULL CHECK (json_valid(signature)),
  statement TEXT NOT NULL CHECK (statement <> ''),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE harm_check (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  item_id TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  decided_by TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  about TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;

CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE identity_basis (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  basis TEXT NOT NULL CHECK (basis <> ''),
  consent TEXT NOT NULL,
  answers_before INTEGER NOT NULL,
  destroyed_before INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE identity_key (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    wrapped   BLOB NOT NULL
  ) STRICT;

CREATE TABLE information (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  claim_id TEXT NOT NULL REFERENCES claim (id),
  source_id TEXT NOT NULL REFERENCES evidence_source (id),
  material TEXT NOT NULL,
  credibility TEXT NOT NULL CHECK (credibility IN ('1', '2', '3', '4', '5', 'U')),
  note TEXT NOT NULL CHECK (note <> ''),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE label_gone (
    case_id TEXT NOT NULL REFERENCES case_file (id),
    letter  TEXT NOT NULL CHECK (letter IN ('S', 'C')),
    highest INTEGER NOT NULL,
    PRIMARY KEY (case_id, letter)
  ) STRICT;

CREATE TABLE line_stale (
    case_id TEXT PRIMARY KEY,
    gone    INTEGER NOT NULL CHECK (gone IN (0, 1)) -- whether something was taken out of the case
  ) STRICT, WITHOUT ROWID;

CREATE TABLE line_tally (facet INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;

CREATE TABLE line_time (one INTEGER PRIMARY KEY CHECK (one = 1), now INTEGER NOT NULL, today INTEGER NOT NULL) STRICT;

CREATE TABLE name_look (
  id TEXT PRIMARY KEY,
  compared INTEGER NOT NULL,
  found INTEGER NOT NULL,
  stopped INTEGER NOT NULL CHECK (stopped IN (0, 1)),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE officer (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  duties TEXT NOT NULL CHECK (json_valid(duties)),
  holder TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL,
  removed_at TEXT
, box_key TEXT) STRICT;

CREATE TABLE officer_key (
  id TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL REFERENCES officer (id),
  public_key TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  retired_at TEXT
) STRICT;

CREATE TABLE officer_secret (
    key_id       TEXT PRIMARY KEY REFERENCES officer_key (id),
    signing_seed BLOB,
    identity     BLOB NOT NULL
  ) STRICT;

CREATE TABLE original (
    id    TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;

CREATE TABLE override_answer (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  override_id TEXT NOT NULL REFERENCES gate_override (id),
  grants INTEGER NOT NULL CHECK (grants IN (0, 1)),
  words TEXT NOT NULL,
  "by" TEXT NOT NULL,
  brief_id TEXT REFERENCES brief (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE paper (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  author TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  printing TEXT NOT NULL CHECK (json_valid(printing)),
  "left" TEXT NOT NULL CHECK (json_valid("left")),
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE perpetrator (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  label TEXT NOT NULL,
  class TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (json_valid(kind)),
  involvement TEXT NOT NULL CHECK (json_valid(involvement)),
  description TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  label TEXT NOT NULL,
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  unit TEXT NOT NULL,
  gender TEXT NOT NULL CHECK (json_valid(gender)),
  age_band TEXT NOT NULL CHECK (json_valid(age_band)),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  characteristics TEXT NOT NULL CHECK (json_valid(characteristics)),
  link_to_cooperator TEXT NOT NULL CHECK (json_valid(link_to_cooperator)),
  region TEXT NOT NULL CHECK (json_valid(region)),
  remunerated TEXT NOT NULL CHECK (json_valid(remunerated)),
  situation TEXT NOT NULL CHECK (json_valid(situation)),
  wishes TEXT NOT NULL CHECK (json_valid(wishes)),
  wishes_language TEXT,
  wishes_translation TEXT NOT NULL,
  note TEXT NOT NULL,
  has_identity INTEGER NOT NULL CHECK (has_identity IN (0, 1)),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE protection_key (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    wrapped   BLOB NOT NULL
  ) STRICT;

CREATE TABLE protection_plan (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  objective TEXT NOT NULL CHECK (json_valid(objective)),
  measures TEXT NOT NULL CHECK (json_valid(measures)),
  kit TEXT NOT NULL CHECK (json_valid(kit)),
  dependants TEXT NOT NULL CHECK (json_valid(dependants)),
  trusted TEXT NOT NULL CHECK (json_valid(trusted)),
  devices TEXT NOT NULL CHECK (json_valid(devices)),
  legal TEXT NOT NULL CHECK (json_valid(legal)),
  if_arrested TEXT NOT NULL CHECK (json_valid(if_arrested)),
  must_not TEXT NOT NULL CHECK (json_valid(must_not)),
  review_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('drafted', 'agreed', 'active', 'reviewed')),
  agreed_on TEXT CHECK (state = 'drafted' OR agreed_on IS NOT NULL),
  agreed_how TEXT NOT NULL,
  reviewed_on TEXT,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE protection_words (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE publication_check (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  item_id TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  "of" TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  "by" TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE publication_reading (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  item_id TEXT NOT NULL,
  "of" TEXT NOT NULL,
  words TEXT NOT NULL,
  "by" TEXT NOT NULL,
  brief_id TEXT REFERENCES brief (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE recall_decision (
  id TEXT PRIMARY KEY,
  package_row TEXT NOT NULL REFERENCES exchange_package (id),
  case_id TEXT,
  decision TEXT NOT NULL CHECK (decision IN ('keep', 'undo', 'destroy', 'set-aside')),
  why TEXT NOT NULL,
  sole INTEGER NOT NULL CHECK (sole IN (0, 1)),
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE record_check (
        one     INTEGER PRIMARY KEY CHECK (one = 1),
        checked TEXT NOT NULL CHECK (json_valid(checked))
      ) STRICT;

CREATE TABLE recovery (
  id TEXT PRIMARY KEY,
  slot TEXT NOT NULL UNIQUE CHECK (slot <> ''),
  shares TEXT NOT NULL,
  needed INTEGER NOT NULL CHECK (needed BETWEEN 2 AND 5),
  total INTEGER NOT NULL CHECK (total BETWEEN needed AND 7),
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  made_at TEXT NOT NULL,
  rehearsed_at TEXT,
  used_at TEXT,
  used_for TEXT,
  ended_at TEXT
) STRICT;

CREATE TABLE report_codes (
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,
    codes TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (ordinal, field, codes)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE report_decision (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  ordinal INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('as_proposed', 'anonymised', 'trend_only', 'omitted')),
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL
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

CREATE TABLE report_tally (
    ordinal INTEGER NOT NULL,
    facet INTEGER NOT NULL,
    why TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (ordinal, facet, why)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE report_window (
    ordinal INTEGER PRIMARY KEY,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    upto TEXT NOT NULL -- cases whose id comes before this were not looked at yet; empty: none is left
  ) STRICT;

CREATE TABLE risk_assessment (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  about TEXT NOT NULL CHECK (about IN ('situation', 'acting', 'not_acting')),
  action_id TEXT,
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  residual_likelihood INTEGER NOT NULL CHECK (residual_likelihood BETWEEN 1 AND 5),
  residual_impact INTEGER NOT NULL CHECK (residual_impact BETWEEN 1 AND 5),
  threats TEXT NOT NULL CHECK (json_valid(threats)),
  vulnerabilities TEXT NOT NULL CHECK (json_valid(vulnerabilities)),
  capacities TEXT NOT NULL CHECK (json_valid(capacities)),
  uncertainties TEXT NOT NULL CHECK (json_valid(uncertainties)),
  confidence TEXT NOT NULL,
  why TEXT NOT NULL,
  own_view TEXT NOT NULL CHECK (json_valid(own_view)),
  inherent_band TEXT NOT NULL,
  band TEXT NOT NULL,
  differs INTEGER NOT NULL CHECK (differs IN (0, 1)),
  assessed_at TEXT NOT NULL,
  valid_until TEXT NOT NULL CHECK (valid_until > assessed_at)
) STRICT;

CREATE TABLE risk_event (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL CHECK (json_valid(happened_on)),
  note TEXT NOT NULL,
  overtakes TEXT NOT NULL CHECK (json_valid(overtakes)),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE TABLE safe_contact (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  channel TEXT NOT NULL CHECK (json_valid(channel)),
  hours TEXT NOT NULL CHECK (json_valid(hours)),
  language TEXT NOT NULL CHECK (json_valid(language)),
  may_leave_message TEXT NOT NULL CHECK (json_valid(may_leave_message)),
  wording TEXT NOT NULL,
  who_may_answer TEXT NOT NULL CHECK (json_valid(who_may_answer)),
  never TEXT NOT NULL CHECK (json_valid(never)),
  alternative TEXT NOT NULL CHECK (json_valid(alternative)),
  alternative_agreed TEXT NOT NULL CHECK (json_valid(alternative_agreed)),
  last_proof_on TEXT,
  last_proof_how TEXT NOT NULL,
  device TEXT NOT NULL CHECK (json_valid(device)),
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE said_words (version INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;

CREATE TABLE scope_test (
  id TEXT PRIMARY KEY,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  result TEXT NOT NULL CHECK (json_valid(result)),
  answered_at TEXT NOT NULL
) STRICT;

CREATE TABLE sealed_row (
    tbl     TEXT NOT NULL,
    row     TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place   INTEGER NOT NULL, -- where it stands among the rows of its table
    sealed  BLOB NOT NULL,
    PRIMARY KEY (tbl, row)
  ) STRICT;

CREATE TABLE search_begun (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL,
    words   INTEGER NOT NULL -- the highest number a word was given; none is given twice
  ) STRICT;

CREATE VIRTUAL TABLE search_fts USING fts5(
    said, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE TABLE 'search_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'search_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_item (
    id      INTEGER PRIMARY KEY, -- the newest is the highest; divided by how many kinds there are, what is left over says what kind it is of
    place   INTEGER NOT NULL UNIQUE, -- the row: its rowid, and in the lowest bits its table
    case_no INTEGER NOT NULL -- the rowid of its case
  ) STRICT;

CREATE TABLE search_sound (sound TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (sound, word)) STRICT, WITHOUT ROWID;

CREATE TABLE search_stale (
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)), -- whether the index may hold what it said before
    place  INTEGER NOT NULL, -- which row, as in search_item
    turn   INTEGER NOT NULL DEFAULT 0, -- where everything is read anew: its place among all; else the entry that wrote it, below 0
    was    TEXT, -- its columns as they were, a JSON array; null where only the state of its case changed, and where it is new
    PRIMARY KEY (stands, place)
  ) STRICT, WITHOUT ROWID;

CREATE TABLE search_word (word TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE setting_version (
  id TEXT PRIMARY KEY,
  about TEXT NOT NULL CHECK (about <> ''),
  content TEXT NOT NULL CHECK (json_valid(content)),
  change TEXT NOT NULL CHECK (json_valid(change)),
  valid_from TEXT NOT NULL,
  set_by TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TABLE share (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  author TEXT NOT NULL,
  draft TEXT NOT NULL CHECK (json_valid(draft)),
  approval TEXT NOT NULL CHECK (json_valid(approval)),
  sent TEXT NOT NULL CHECK (json_valid(sent)),
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE source_message (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind = 'email'),
  taken_in_at TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  subject TEXT NOT NULL,
  sent_said TEXT NOT NULL,
  text TEXT NOT NULL,
  text_from TEXT NOT NULL,
  has_remote_content INTEGER NOT NULL CHECK (has_remote_content IN (0, 1)),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE tombstone (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  ground TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  agreed_by TEXT NOT NULL,
  sole INTEGER NOT NULL CHECK (sole IN (0, 1)),
  rows INTEGER NOT NULL,
  changes INTEGER NOT NULL,
  reasons INTEGER NOT NULL,
  files INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  entry INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE vault_copy (
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  label TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  entries INTEGER NOT NULL CHECK (entries > 0),
  head TEXT CHECK (length(head) = 64) NOT NULL
) STRICT;

CREATE TABLE vault_drill (
  id TEXT PRIMARY KEY,
  done_at TEXT NOT NULL,
  done_by TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('proved', 'damaged', 'differs')),
  copy_made_at TEXT,
  entries INTEGER CHECK (entries > 0),
  head TEXT CHECK (length(head) = 64)
) STRICT;

CREATE TABLE vault_restore (
  id TEXT PRIMARY KEY,
  restored_at TEXT NOT NULL,
  restored_by TEXT NOT NULL,
  copy_made_at TEXT NOT NULL,
  entries INTEGER NOT NULL CHECK (entries > 0),
  head TEXT CHECK (length(head) = 64) NOT NULL
) STRICT;

CREATE TABLE witness_sighting (
  id TEXT PRIMARY KEY,
  colleague_id TEXT NOT NULL REFERENCES colleague (id),
  entries INTEGER NOT NULL CHECK (entries > 0),
  head TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX access_step_of_case ON access_step (case_id);

CREATE INDEX act_of_case ON act (case_id);

CREATE UNIQUE INDEX action_ended_once ON action_entry (action_id) WHERE event ->> 'what' = 'ended';

CREATE INDEX action_entry_of_case ON action_entry (case_id);

CREATE UNIQUE INDEX action_label ON action (case_id, label);

CREATE INDEX action_of_case ON action (case_id);

CREATE INDEX action_planned_asked ON action_planned (asked, id) WHERE asked = 1;

CREATE UNIQUE INDEX action_sent_once ON action_entry (action_id) WHERE event ->> 'what' = 'sent';

CREATE INDEX approval_asking_of_case ON approval_asking (case_id);

CREATE INDEX attachment_of_case ON attachment (case_id);

CREATE INDEX attachment_of_hash ON attachment (substr(sha256, 1, 12));

CREATE INDEX brief_not_sent ON brief (sent) WHERE sent = 'null';

CREATE INDEX brief_of_case ON brief (case_id);

CREATE INDEX case_line_by_acts ON case_line (acts, n, facet);

CREATE INDEX case_line_by_band ON case_line (band, n, facet);

CREATE INDEX case_line_by_changed ON case_line (changed, n, facet);

CREATE INDEX case_line_by_code ON case_line (code, n, facet);

CREATE INDEX case_line_by_consent ON case_line (consent, n, facet);

CREATE INDEX case_line_by_danger ON case_line (danger, n, facet);

CREATE INDEX case_line_by_persons ON case_line (persons, n, facet);

CREATE INDEX case_line_by_risk ON case_line (risk, n, facet);

CREATE INDEX case_line_by_state ON case_line (state, n, facet);

CREATE INDEX case_line_by_waiting ON case_line (waiting, n, facet);

CREATE INDEX case_line_in_acts ON case_line (facet, acts, n);

CREATE INDEX case_line_in_band ON case_line (facet, band, n);

CREATE INDEX case_line_in_changed ON case_line (facet, changed, n);

CREATE INDEX case_line_in_code ON case_line (facet, code, n);

CREATE INDEX case_line_in_consent ON case_line (facet, consent, n);

CREATE INDEX case_line_in_danger ON case_line (facet, danger, n);

CREATE INDEX case_line_in_persons ON case_line (facet, persons, n);

CREATE INDEX case_line_in_risk ON case_line (facet, risk, n);

CREATE INDEX case_line_in_state ON case_line (facet, state, n);

CREATE INDEX case_line_in_waiting ON case_line (facet, waiting, n);

CREATE INDEX case_line_turns_at ON case_line (turns_at) WHERE turns_at IS NOT NULL;

CREATE INDEX case_line_turns_on ON case_line (turns_on) WHERE turns_on IS NOT NULL;

CREATE INDEX case_mark_of_case ON case_mark (case_id);

CREATE INDEX change_about ON change (about) WHERE about IS NOT NULL;

CREATE INDEX change_apart ON change (apart) WHERE apart IS NOT NULL;

CREATE INDEX change_of_entry ON change (entry);

CREATE INDEX check_in_of_case ON check_in (case_id);

CREATE INDEX check_in_plan_of_case ON check_in_plan (case_id);

CREATE UNIQUE INDEX claim_label ON claim (case_id, label);

CREATE INDEX colleague_event_of ON colleague_event (colleague_id);

CREATE INDEX consent_event_of_case ON consent_event (case_id);

CREATE INDEX consent_of_case ON consent_decision (case_id);

CREATE INDEX consent_talk_of_case ON consent_talk (case_id);

CREATE INDEX contribution_told_in ON contribution_told (sent_id, case_id);

CREATE INDEX disclosure_in_file ON disclosure (sha256);

CREATE INDEX disclosure_of_case ON disclosure (case_id);

CREATE INDEX disposal_of_case ON disposal (case_id);

CREATE INDEX due_line_in_order ON due_line (by_day, press, ends, id);

CREATE INDEX engagement_of_case ON engagement (case_id);

CREATE INDEX entry_apart ON entry (apart) WHERE apart IS NOT NULL;

CREATE INDEX entry_of_case ON entry (case_id, seq);

CREATE INDEX entry_of_restore ON entry (seq) WHERE operation IN ('record.declareRestore', 'vault.restored');

CREATE UNIQUE INDEX evidence_source_label ON evidence_source (case_id, label);

CREATE INDEX exchange_answer_of_case ON exchange_answer (case_id);

CREATE INDEX exchange_field_of_case ON exchange_field (case_id);

CREATE INDEX exchange_field_several ON exchange_field (case_id) WHERE several = 1;

CREATE INDEX exchange_merge_of_case ON exchange_merge (case_id);

CREATE INDEX exchange_merge_of_package ON exchange_merge (package_row);

CREATE INDEX exchange_notice_about ON exchange_notice (about);

CREATE INDEX exchange_notice_of_case ON exchange_notice (case_id);

CREATE INDEX exchange_notice_recalls ON exchange_notice (kind) WHERE kind = 'recall' AND direction = 'received';

CREATE INDEX exchange_package_about ON exchange_package (about) WHERE about IS NOT NULL;

CREATE INDEX exchange_package_from ON exchange_package (origin, entries);

CREATE INDEX exchange_package_of_case ON exchange_package (case_id);

CREATE UNIQUE INDEX exchange_package_once ON exchange_package (package_id, colleague_id)
        WHERE direction = 'sent';

CREATE INDEX exchange_package_taken ON exchange_package (package_id);

CREATE INDEX file_answer_of_case ON file_answer (case_id);

CREATE INDEX file_asking_of_case ON file_asking (case_id);

CREATE INDEX follow_up_task_of_case ON follow_up_task (case_id);

CREATE UNIQUE INDEX follow_up_task_once ON follow_up_task (disclosure_id, consent_id);

CREATE UNIQUE INDEX forgetting_answered_once ON forgetting (request) WHERE request IS NOT NULL;

CREATE INDEX forgetting_of_case ON forgetting (case_id);

CREATE INDEX gate_override_of_case ON gate_override (case_id);

CREATE INDEX harm_check_of_case ON harm_check (case_id);

CREATE INDEX identity_basis_of_case ON identity_basis (case_id);

CREATE INDEX information_of_case ON information (case_id);

CREATE INDEX information_of_claim ON information (claim_id);

CREATE INDEX information_of_source ON information (source_id);

CREATE INDEX line_stale_gone ON line_stale (case_id) WHERE gone = 1;

CREATE UNIQUE INDEX officer_key_now ON officer_key (officer_id) WHERE retired_at IS NULL;

CREATE INDEX override_answer_of_case ON override_answer (case_id);

CREATE UNIQUE INDEX override_answered_once ON override_answer (override_id);

CREATE INDEX paper_of_case ON paper (case_id);

CREATE UNIQUE INDEX perpetrator_label ON perpetrator (case_id, label);

CREATE UNIQUE INDEX person_label ON person (case_id, label);

CREATE INDEX protection_plan_of_case ON protection_plan (case_id);

CREATE INDEX publication_check_of_case ON publication_check (case_id);

CREATE INDEX publication_reading_of_case ON publication_reading (case_id);

CREATE INDEX recall_decision_of_package ON recall_decision (package_row);

CREATE INDEX report_decision_of_case ON report_decision (case_id);

CREATE INDEX report_line_in_order ON report_line (ordinal, outside, begun, case_id, facet);

CREATE INDEX report_line_of_facet ON report_line (ordinal, facet, begun, case_id);

CREATE INDEX report_line_recalled ON report_line (case_id) WHERE recalled = 1;

CREATE INDEX report_line_turns_at ON report_line (turns_at) WHERE turns_at IS NOT NULL;

CREATE INDEX report_line_turns_on ON report_line (turns_on) WHERE turns_on IS NOT NULL;

CREATE INDEX report_line_written ON report_line (ordinal, case_id) WHERE facet & 1;

CREATE INDEX risk_event_of_case ON risk_event (case_id);

CREATE INDEX risk_of_case ON risk_assessment (case_id);

CREATE INDEX safe_contact_of_case ON safe_contact (case_id);

CREATE INDEX sealed_row_of_case ON sealed_row (case_id, tbl, place);

CREATE INDEX sealed_row_place ON sealed_row (tbl, place);

CREATE INDEX search_item_of_case ON search_item (case_no);

CREATE INDEX search_stale_in_order ON search_stale (turn) WHERE turn > 0;

CREATE INDEX setting_version_about ON setting_version (about);

CREATE INDEX share_not_sent ON share (sent) WHERE sent = 'null';

CREATE INDEX share_of_case ON share (case_id);

CREATE INDEX source_message_of_case ON source_message (case_id);

CREATE INDEX source_message_of_hash ON source_message (substr(sha256, 1, 12));

CREATE INDEX source_message_of_message_id ON source_message (CASE WHEN instr(lower(headers), '["message-id","') = 0 THEN '' ELSE lower(trim(replace(replace(substr(substr(headers, instr(lower(headers), '["message-id","') + 15, 300), 1, instr(substr(headers, instr(lower(headers), '["message-id","') + 15, 300), '"') - 1), '\r', ''), '\n', ''))) END);

CREATE INDEX source_message_of_sender ON source_message (lower(CASE WHEN instr("from", '<') = 0 THEN "from"
  ELSE substr("from", instr("from", '<') + 1, instr("from" || '>', '>') - instr("from", '<') - 1) END));

CREATE INDEX witness_sighting_of ON witness_sighting (colleague_id);
