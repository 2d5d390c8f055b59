CREATE TRIGGER act_delete_is_history AFTER DELETE ON act BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'person_ids', CAST(OLD.person_ids AS TEXT), CAST(NULL AS TEXT) WHERE OLD.person_ids IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'form', CAST(OLD.form AS TEXT), CAST(NULL AS TEXT) WHERE OLD.form IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'status', CAST(OLD.status AS TEXT), CAST(NULL AS TEXT) WHERE OLD.status IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'when', CAST(OLD."when" AS TEXT), CAST(NULL AS TEXT) WHERE OLD."when" IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'domain', CAST(OLD.domain AS TEXT), CAST(NULL AS TEXT) WHERE OLD.domain IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'region', CAST(OLD.region AS TEXT), CAST(NULL AS TEXT) WHERE OLD.region IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'legal_tools', CAST(OLD.legal_tools AS TEXT), CAST(NULL AS TEXT) WHERE OLD.legal_tools IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'perpetrator_ids', CAST(OLD.perpetrator_ids AS TEXT), CAST(NULL AS TEXT) WHERE OLD.perpetrator_ids IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'account', CAST(OLD.account AS TEXT), CAST(NULL AS TEXT) WHERE OLD.account IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', OLD.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.added_at IS NOT NULL;
    END;

CREATE TRIGGER act_insert_is_history AFTER INSERT ON act BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'person_ids', CAST(NULL AS TEXT), CAST(NEW.person_ids AS TEXT) WHERE NULL IS NOT NEW.person_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'form', CAST(NULL AS TEXT), CAST(NEW.form AS TEXT) WHERE NULL IS NOT NEW.form;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'status', CAST(NULL AS TEXT), CAST(NEW.status AS TEXT) WHERE NULL IS NOT NEW.status;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'when', CAST(NULL AS TEXT), CAST(NEW."when" AS TEXT) WHERE NULL IS NOT NEW."when";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'domain', CAST(NULL AS TEXT), CAST(NEW.domain AS TEXT) WHERE NULL IS NOT NEW.domain;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'region', CAST(NULL AS TEXT), CAST(NEW.region AS TEXT) WHERE NULL IS NOT NEW.region;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'legal_tools', CAST(NULL AS TEXT), CAST(NEW.legal_tools AS TEXT) WHERE NULL IS NOT NEW.legal_tools;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'perpetrator_ids', CAST(NULL AS TEXT), CAST(NEW.perpetrator_ids AS TEXT) WHERE NULL IS NOT NEW.perpetrator_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'account', CAST(NULL AS TEXT), CAST(NEW.account AS TEXT) WHERE NULL IS NOT NEW.account;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT) WHERE NULL IS NOT NEW.added_at;
    END;

CREATE TRIGGER act_update_is_history AFTER UPDATE ON act BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'person_ids', CAST(OLD.person_ids AS TEXT), CAST(NEW.person_ids AS TEXT) WHERE OLD.person_ids IS NOT NEW.person_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'form', CAST(OLD.form AS TEXT), CAST(NEW.form AS TEXT) WHERE OLD.form IS NOT NEW.form;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'status', CAST(OLD.status AS TEXT), CAST(NEW.status AS TEXT) WHERE OLD.status IS NOT NEW.status;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'when', CAST(OLD."when" AS TEXT), CAST(NEW."when" AS TEXT) WHERE OLD."when" IS NOT NEW."when";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'domain', CAST(OLD.domain AS TEXT), CAST(NEW.domain AS TEXT) WHERE OLD.domain IS NOT NEW.domain;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'region', CAST(OLD.region AS TEXT), CAST(NEW.region AS TEXT) WHERE OLD.region IS NOT NEW.region;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'legal_tools', CAST(OLD.legal_tools AS TEXT), CAST(NEW.legal_tools AS TEXT) WHERE OLD.legal_tools IS NOT NEW.legal_tools;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'perpetrator_ids', CAST(OLD.perpetrator_ids AS TEXT), CAST(NEW.perpetrator_ids AS TEXT) WHERE OLD.perpetrator_ids IS NOT NEW.perpetrator_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'account', CAST(OLD.account AS TEXT), CAST(NEW.account AS TEXT) WHERE OLD.account IS NOT NEW.account;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'act', NEW.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT) WHERE OLD.added_at IS NOT NEW.added_at;
    END;

CREATE TRIGGER attachment_delete_is_history AFTER DELETE ON attachment BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'source_id', CAST(OLD.source_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.source_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'name', CAST(OLD.name AS TEXT), CAST(NULL AS TEXT) WHERE OLD.name IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'declared_type', CAST(OLD.declared_type AS TEXT), CAST(NULL AS TEXT) WHERE OLD.declared_type IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT) WHERE OLD.kind IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'is_program', CAST(OLD.is_program AS TEXT), CAST(NULL AS TEXT) WHERE OLD.is_program IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'mismatch', CAST(OLD.mismatch AS TEXT), CAST(NULL AS TEXT) WHERE OLD.mismatch IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'size', CAST(OLD.size AS TEXT), CAST(NULL AS TEXT) WHERE OLD.size IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT) WHERE OLD.sha256 IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', OLD.id, 'left_out', CAST(OLD.left_out AS TEXT), CAST(NULL AS TEXT) WHERE OLD.left_out IS NOT NULL;
    END;

CREATE TRIGGER attachment_insert_is_history AFTER INSERT ON attachment BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'source_id', CAST(NULL AS TEXT), CAST(NEW.source_id AS TEXT) WHERE NULL IS NOT NEW.source_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'name', CAST(NULL AS TEXT), CAST(NEW.name AS TEXT) WHERE NULL IS NOT NEW.name;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'declared_type', CAST(NULL AS TEXT), CAST(NEW.declared_type AS TEXT) WHERE NULL IS NOT NEW.declared_type;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT) WHERE NULL IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'is_program', CAST(NULL AS TEXT), CAST(NEW.is_program AS TEXT) WHERE NULL IS NOT NEW.is_program;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'mismatch', CAST(NULL AS TEXT), CAST(NEW.mismatch AS TEXT) WHERE NULL IS NOT NEW.mismatch;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'size', CAST(NULL AS TEXT), CAST(NEW.size AS TEXT) WHERE NULL IS NOT NEW.size;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT) WHERE NULL IS NOT NEW.sha256;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'left_out', CAST(NULL AS TEXT), CAST(NEW.left_out AS TEXT) WHERE NULL IS NOT NEW.left_out;
    END;

CREATE TRIGGER attachment_is_never_changed BEFORE UPDATE ON attachment
      BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;

CREATE TRIGGER attachment_is_never_removed BEFORE DELETE ON attachment
      BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;

CREATE TRIGGER attachment_update_is_history AFTER UPDATE ON attachment BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'source_id', CAST(OLD.source_id AS TEXT), CAST(NEW.source_id AS TEXT) WHERE OLD.source_id IS NOT NEW.source_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'name', CAST(OLD.name AS TEXT), CAST(NEW.name AS TEXT) WHERE OLD.name IS NOT NEW.name;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'declared_type', CAST(OLD.declared_type AS TEXT), CAST(NEW.declared_type AS TEXT) WHERE OLD.declared_type IS NOT NEW.declared_type;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT) WHERE OLD.kind IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'is_program', CAST(OLD.is_program AS TEXT), CAST(NEW.is_program AS TEXT) WHERE OLD.is_program IS NOT NEW.is_program;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'mismatch', CAST(OLD.mismatch AS TEXT), CAST(NEW.mismatch AS TEXT) WHERE OLD.mismatch IS NOT NEW.mismatch;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'size', CAST(OLD.size AS TEXT), CAST(NEW.size AS TEXT) WHERE OLD.size IS NOT NEW.size;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT) WHERE OLD.sha256 IS NOT NEW.sha256;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'attachment', NEW.id, 'left_out', CAST(OLD.left_out AS TEXT), CAST(NEW.left_out AS TEXT) WHERE OLD.left_out IS NOT NEW.left_out;
    END;

CREATE TRIGGER brief_delete_is_history AFTER DELETE ON brief BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'copy', CAST(OLD.copy AS TEXT), CAST(NULL AS TEXT) WHERE OLD.copy IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'author', CAST(OLD.author AS TEXT), CAST(NULL AS TEXT) WHERE OLD.author IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'draft', CAST(OLD.draft AS TEXT), CAST(NULL AS TEXT) WHERE OLD.draft IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'approval', CAST(OLD.approval AS TEXT), CAST(NULL AS TEXT) WHERE OLD.approval IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'sent', CAST(OLD.sent AS TEXT), CAST(NULL AS TEXT) WHERE OLD.sent IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'reply', CAST(OLD.reply AS TEXT), CAST(NULL AS TEXT) WHERE OLD.reply IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', OLD.id, 'changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.changed_at IS NOT NULL;
    END;

CREATE TRIGGER brief_insert_is_history AFTER INSERT ON brief BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'copy', CAST(NULL AS TEXT), CAST(NEW.copy AS TEXT) WHERE NULL IS NOT NEW.copy;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'author', CAST(NULL AS TEXT), CAST(NEW.author AS TEXT) WHERE NULL IS NOT NEW.author;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'draft', CAST(NULL AS TEXT), CAST(NEW.draft AS TEXT) WHERE NULL IS NOT NEW.draft;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'approval', CAST(NULL AS TEXT), CAST(NEW.approval AS TEXT) WHERE NULL IS NOT NEW.approval;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'sent', CAST(NULL AS TEXT), CAST(NEW.sent AS TEXT) WHERE NULL IS NOT NEW.sent;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'reply', CAST(NULL AS TEXT), CAST(NEW.reply AS TEXT) WHERE NULL IS NOT NEW.reply;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT) WHERE NULL IS NOT NEW.changed_at;
    END;

CREATE TRIGGER brief_update_is_history AFTER UPDATE ON brief BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'copy', CAST(OLD.copy AS TEXT), CAST(NEW.copy AS TEXT) WHERE OLD.copy IS NOT NEW.copy;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'author', CAST(OLD.author AS TEXT), CAST(NEW.author AS TEXT) WHERE OLD.author IS NOT NEW.author;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'draft', CAST(OLD.draft AS TEXT), CAST(NEW.draft AS TEXT) WHERE OLD.draft IS NOT NEW.draft;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'approval', CAST(OLD.approval AS TEXT), CAST(NEW.approval AS TEXT) WHERE OLD.approval IS NOT NEW.approval;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'sent', CAST(OLD.sent AS TEXT), CAST(NEW.sent AS TEXT) WHERE OLD.sent IS NOT NEW.sent;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'reply', CAST(OLD.reply AS TEXT), CAST(NEW.reply AS TEXT) WHERE OLD.reply IS NOT NEW.reply;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'brief', NEW.id, 'changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT) WHERE OLD.changed_at IS NOT NEW.changed_at;
    END;

CREATE TRIGGER case_file_delete_is_history AFTER DELETE ON case_file BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'code', CAST(OLD.code AS TEXT), CAST(NULL AS TEXT) WHERE OLD.code IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'state', CAST(OLD.state AS TEXT), CAST(NULL AS TEXT) WHERE OLD.state IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'received_on', CAST(OLD.received_on AS TEXT), CAST(NULL AS TEXT) WHERE OLD.received_on IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT) WHERE OLD.channel IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'language', CAST(OLD.language AS TEXT), CAST(NULL AS TEXT) WHERE OLD.language IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'interpreter', CAST(OLD.interpreter AS TEXT), CAST(NULL AS TEXT) WHERE OLD.interpreter IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'reporter_relation', CAST(OLD.reporter_relation AS TEXT), CAST(NULL AS TEXT) WHERE OLD.reporter_relation IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'mandate_to_act', CAST(OLD.mandate_to_act AS TEXT), CAST(NULL AS TEXT) WHERE OLD.mandate_to_act IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'first_entity', CAST(OLD.first_entity AS TEXT), CAST(NULL AS TEXT) WHERE OLD.first_entity IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'danger', CAST(OLD.danger AS TEXT), CAST(NULL AS TEXT) WHERE OLD.danger IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'danger_why', CAST(OLD.danger_why AS TEXT), CAST(NULL AS TEXT) WHERE OLD.danger_why IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'safe_to_write', CAST(OLD.safe_to_write AS TEXT), CAST(NULL AS TEXT) WHERE OLD.safe_to_write IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'safe_contact', CAST(OLD.safe_contact AS TEXT), CAST(NULL AS TEXT) WHERE OLD.safe_contact IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'account', CAST(OLD.account AS TEXT), CAST(NULL AS TEXT) WHERE OLD.account IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'owner', CAST(OLD.owner AS TEXT), CAST(NULL AS TEXT) WHERE OLD.owner IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'retention_review_on', CAST(OLD.retention_review_on AS TEXT), CAST(NULL AS TEXT) WHERE OLD.retention_review_on IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'started_at', CAST(OLD.started_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.started_at IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', OLD.id, 'changed_at', CAST(OLD.changed_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.changed_at IS NOT NULL;
    END;

CREATE TRIGGER case_file_insert_is_history AFTER INSERT ON case_file BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'code', CAST(NULL AS TEXT), CAST(NEW.code AS TEXT) WHERE NULL IS NOT NEW.code;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'state', CAST(NULL AS TEXT), CAST(NEW.state AS TEXT) WHERE NULL IS NOT NEW.state;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'received_on', CAST(NULL AS TEXT), CAST(NEW.received_on AS TEXT) WHERE NULL IS NOT NEW.received_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT) WHERE NULL IS NOT NEW.channel;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'language', CAST(NULL AS TEXT), CAST(NEW.language AS TEXT) WHERE NULL IS NOT NEW.language;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'interpreter', CAST(NULL AS TEXT), CAST(NEW.interpreter AS TEXT) WHERE NULL IS NOT NEW.interpreter;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'reporter_relation', CAST(NULL AS TEXT), CAST(NEW.reporter_relation AS TEXT) WHERE NULL IS NOT NEW.reporter_relation;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'mandate_to_act', CAST(NULL AS TEXT), CAST(NEW.mandate_to_act AS TEXT) WHERE NULL IS NOT NEW.mandate_to_act;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'first_entity', CAST(NULL AS TEXT), CAST(NEW.first_entity AS TEXT) WHERE NULL IS NOT NEW.first_entity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'danger', CAST(NULL AS TEXT), CAST(NEW.danger AS TEXT) WHERE NULL IS NOT NEW.danger;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'danger_why', CAST(NULL AS TEXT), CAST(NEW.danger_why AS TEXT) WHERE NULL IS NOT NEW.danger_why;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'safe_to_write', CAST(NULL AS TEXT), CAST(NEW.safe_to_write AS TEXT) WHERE NULL IS NOT NEW.safe_to_write;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'safe_contact', CAST(NULL AS TEXT), CAST(NEW.safe_contact AS TEXT) WHERE NULL IS NOT NEW.safe_contact;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'account', CAST(NULL AS TEXT), CAST(NEW.account AS TEXT) WHERE NULL IS NOT NEW.account;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'owner', CAST(NULL AS TEXT), CAST(NEW.owner AS TEXT) WHERE NULL IS NOT NEW.owner;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'retention_review_on', CAST(NULL AS TEXT), CAST(NEW.retention_review_on AS TEXT) WHERE NULL IS NOT NEW.retention_review_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'started_at', CAST(NULL AS TEXT), CAST(NEW.started_at AS TEXT) WHERE NULL IS NOT NEW.started_at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'changed_at', CAST(NULL AS TEXT), CAST(NEW.changed_at AS TEXT) WHERE NULL IS NOT NEW.changed_at;
    END;

CREATE TRIGGER case_file_update_is_history AFTER UPDATE ON case_file BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'code', CAST(OLD.code AS TEXT), CAST(NEW.code AS TEXT) WHERE OLD.code IS NOT NEW.code;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'state', CAST(OLD.state AS TEXT), CAST(NEW.state AS TEXT) WHERE OLD.state IS NOT NEW.state;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'received_on', CAST(OLD.received_on AS TEXT), CAST(NEW.received_on AS TEXT) WHERE OLD.received_on IS NOT NEW.received_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT) WHERE OLD.channel IS NOT NEW.channel;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'language', CAST(OLD.language AS TEXT), CAST(NEW.language AS TEXT) WHERE OLD.language IS NOT NEW.language;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'interpreter', CAST(OLD.interpreter AS TEXT), CAST(NEW.interpreter AS TEXT) WHERE OLD.interpreter IS NOT NEW.interpreter;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'reporter_relation', CAST(OLD.reporter_relation AS TEXT), CAST(NEW.reporter_relation AS TEXT) WHERE OLD.reporter_relation IS NOT NEW.reporter_relation;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'mandate_to_act', CAST(OLD.mandate_to_act AS TEXT), CAST(NEW.mandate_to_act AS TEXT) WHERE OLD.mandate_to_act IS NOT NEW.mandate_to_act;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'first_entity', CAST(OLD.first_entity AS TEXT), CAST(NEW.first_entity AS TEXT) WHERE OLD.first_entity IS NOT NEW.first_entity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'danger', CAST(OLD.danger AS TEXT), CAST(NEW.danger AS TEXT) WHERE OLD.danger IS NOT NEW.danger;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'danger_why', CAST(OLD.danger_why AS TEXT), CAST(NEW.danger_why AS TEXT) WHERE OLD.danger_why IS NOT NEW.danger_why;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'safe_to_write', CAST(OLD.safe_to_write AS TEXT), CAST(NEW.safe_to_write AS TEXT) WHERE OLD.safe_to_write IS NOT NEW.safe_to_write;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'safe_contact', CAST(OLD.safe_contact AS TEXT), CAST(NEW.safe_contact AS TEXT) WHERE OLD.safe_contact IS NOT NEW.safe_contact;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'account', CAST(OLD.account AS TEXT), CAST(NEW.account AS TEXT) WHERE OLD.account IS NOT NEW.account;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'owner', CAST(OLD.owner AS TEXT), CAST(NEW.owner AS TEXT) WHERE OLD.owner IS NOT NEW.owner;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'retention_review_on', CAST(OLD.retention_review_on AS TEXT), CAST(NEW.retention_review_on AS TEXT) WHERE OLD.retention_review_on IS NOT NEW.retention_review_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'started_at', CAST(OLD.started_at AS TEXT), CAST(NEW.started_at AS TEXT) WHERE OLD.started_at IS NOT NEW.started_at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'case_file', NEW.id, 'changed_at', CAST(OLD.changed_at AS TEXT), CAST(NEW.changed_at AS TEXT) WHERE OLD.changed_at IS NOT NEW.changed_at;
    END;

CREATE TRIGGER change_is_never_changed BEFORE UPDATE ON change
      BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
      BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER consent_decision_delete_is_history AFTER DELETE ON consent_decision BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.person_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'purpose', CAST(OLD.purpose AS TEXT), CAST(NULL AS TEXT) WHERE OLD.purpose IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'recipient', CAST(OLD.recipient AS TEXT), CAST(NULL AS TEXT) WHERE OLD.recipient IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT) WHERE OLD.channel IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'identity_level', CAST(OLD.identity_level AS TEXT), CAST(NULL AS TEXT) WHERE OLD.identity_level IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'scope', CAST(OLD.scope AS TEXT), CAST(NULL AS TEXT) WHERE OLD.scope IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'facts', CAST(OLD.facts AS TEXT), CAST(NULL AS TEXT) WHERE OLD.facts IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'document', CAST(OLD.document AS TEXT), CAST(NULL AS TEXT) WHERE OLD.document IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'decision', CAST(OLD.decision AS TEXT), CAST(NULL AS TEXT) WHERE OLD.decision IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'form', CAST(OLD.form AS TEXT), CAST(NULL AS TEXT) WHERE OLD.form IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'given_by', CAST(OLD.given_by AS TEXT), CAST(NULL AS TEXT) WHERE OLD.given_by IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'decided_on', CAST(OLD.decided_on AS TEXT), CAST(NULL AS TEXT) WHERE OLD.decided_on IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'asked_by', CAST(OLD.asked_by AS TEXT), CAST(NULL AS TEXT) WHERE OLD.asked_by IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'language', CAST(OLD.language AS TEXT), CAST(NULL AS TEXT) WHERE OLD.language IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'interpreter', CAST(OLD.interpreter AS TEXT), CAST(NULL AS TEXT) WHERE OLD.interpreter IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'risks_explained', CAST(OLD.risks_explained AS TEXT), CAST(NULL AS TEXT) WHERE OLD.risks_explained IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'conditions', CAST(OLD.conditions AS TEXT), CAST(NULL AS TEXT) WHERE OLD.conditions IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'valid_until', CAST(OLD.valid_until AS TEXT), CAST(NULL AS TEXT) WHERE OLD.valid_until IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'review_on', CAST(OLD.review_on AS TEXT), CAST(NULL AS TEXT) WHERE OLD.review_on IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'evidence', CAST(OLD.evidence AS TEXT), CAST(NULL AS TEXT) WHERE OLD.evidence IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', OLD.id, 'recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.recorded_at IS NOT NULL;
    END;

CREATE TRIGGER consent_decision_insert_is_history AFTER INSERT ON consent_decision BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT) WHERE NULL IS NOT NEW.person_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'purpose', CAST(NULL AS TEXT), CAST(NEW.purpose AS TEXT) WHERE NULL IS NOT NEW.purpose;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'recipient', CAST(NULL AS TEXT), CAST(NEW.recipient AS TEXT) WHERE NULL IS NOT NEW.recipient;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT) WHERE NULL IS NOT NEW.channel;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'identity_level', CAST(NULL AS TEXT), CAST(NEW.identity_level AS TEXT) WHERE NULL IS NOT NEW.identity_level;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'scope', CAST(NULL AS TEXT), CAST(NEW.scope AS TEXT) WHERE NULL IS NOT NEW.scope;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'facts', CAST(NULL AS TEXT), CAST(NEW.facts AS TEXT) WHERE NULL IS NOT NEW.facts;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'document', CAST(NULL AS TEXT), CAST(NEW.document AS TEXT) WHERE NULL IS NOT NEW.document;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'decision', CAST(NULL AS TEXT), CAST(NEW.decision AS TEXT) WHERE NULL IS NOT NEW.decision;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'form', CAST(NULL AS TEXT), CAST(NEW.form AS TEXT) WHERE NULL IS NOT NEW.form;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'given_by', CAST(NULL AS TEXT), CAST(NEW.given_by AS TEXT) WHERE NULL IS NOT NEW.given_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'decided_on', CAST(NULL AS TEXT), CAST(NEW.decided_on AS TEXT) WHERE NULL IS NOT NEW.decided_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'asked_by', CAST(NULL AS TEXT), CAST(NEW.asked_by AS TEXT) WHERE NULL IS NOT NEW.asked_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'language', CAST(NULL AS TEXT), CAST(NEW.language AS TEXT) WHERE NULL IS NOT NEW.language;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'interpreter', CAST(NULL AS TEXT), CAST(NEW.interpreter AS TEXT) WHERE NULL IS NOT NEW.interpreter;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'risks_explained', CAST(NULL AS TEXT), CAST(NEW.risks_explained AS TEXT) WHERE NULL IS NOT NEW.risks_explained;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'conditions', CAST(NULL AS TEXT), CAST(NEW.conditions AS TEXT) WHERE NULL IS NOT NEW.conditions;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'valid_until', CAST(NULL AS TEXT), CAST(NEW.valid_until AS TEXT) WHERE NULL IS NOT NEW.valid_until;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'review_on', CAST(NULL AS TEXT), CAST(NEW.review_on AS TEXT) WHERE NULL IS NOT NEW.review_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'evidence', CAST(NULL AS TEXT), CAST(NEW.evidence AS TEXT) WHERE NULL IS NOT NEW.evidence;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'recorded_at', CAST(NULL AS TEXT), CAST(NEW.recorded_at AS TEXT) WHERE NULL IS NOT NEW.recorded_at;
    END;

CREATE TRIGGER consent_decision_is_never_changed BEFORE UPDATE ON consent_decision
      BEGIN SELECT RAISE(ABORT, 'consent_decision is append-only'); END;

CREATE TRIGGER consent_decision_is_never_removed BEFORE DELETE ON consent_decision
      BEGIN SELECT RAISE(ABORT, 'consent_decision is append-only'); END;

CREATE TRIGGER consent_decision_update_is_history AFTER UPDATE ON consent_decision BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT) WHERE OLD.person_id IS NOT NEW.person_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'purpose', CAST(OLD.purpose AS TEXT), CAST(NEW.purpose AS TEXT) WHERE OLD.purpose IS NOT NEW.purpose;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'recipient', CAST(OLD.recipient AS TEXT), CAST(NEW.recipient AS TEXT) WHERE OLD.recipient IS NOT NEW.recipient;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT) WHERE OLD.channel IS NOT NEW.channel;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'identity_level', CAST(OLD.identity_level AS TEXT), CAST(NEW.identity_level AS TEXT) WHERE OLD.identity_level IS NOT NEW.identity_level;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'scope', CAST(OLD.scope AS TEXT), CAST(NEW.scope AS TEXT) WHERE OLD.scope IS NOT NEW.scope;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'facts', CAST(OLD.facts AS TEXT), CAST(NEW.facts AS TEXT) WHERE OLD.facts IS NOT NEW.facts;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'document', CAST(OLD.document AS TEXT), CAST(NEW.document AS TEXT) WHERE OLD.document IS NOT NEW.document;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'decision', CAST(OLD.decision AS TEXT), CAST(NEW.decision AS TEXT) WHERE OLD.decision IS NOT NEW.decision;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'form', CAST(OLD.form AS TEXT), CAST(NEW.form AS TEXT) WHERE OLD.form IS NOT NEW.form;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'given_by', CAST(OLD.given_by AS TEXT), CAST(NEW.given_by AS TEXT) WHERE OLD.given_by IS NOT NEW.given_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'decided_on', CAST(OLD.decided_on AS TEXT), CAST(NEW.decided_on AS TEXT) WHERE OLD.decided_on IS NOT NEW.decided_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'asked_by', CAST(OLD.asked_by AS TEXT), CAST(NEW.asked_by AS TEXT) WHERE OLD.asked_by IS NOT NEW.asked_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'language', CAST(OLD.language AS TEXT), CAST(NEW.language AS TEXT) WHERE OLD.language IS NOT NEW.language;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'interpreter', CAST(OLD.interpreter AS TEXT), CAST(NEW.interpreter AS TEXT) WHERE OLD.interpreter IS NOT NEW.interpreter;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'risks_explained', CAST(OLD.risks_explained AS TEXT), CAST(NEW.risks_explained AS TEXT) WHERE OLD.risks_explained IS NOT NEW.risks_explained;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'conditions', CAST(OLD.conditions AS TEXT), CAST(NEW.conditions AS TEXT) WHERE OLD.conditions IS NOT NEW.conditions;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'valid_until', CAST(OLD.valid_until AS TEXT), CAST(NEW.valid_until AS TEXT) WHERE OLD.valid_until IS NOT NEW.valid_until;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'review_on', CAST(OLD.review_on AS TEXT), CAST(NEW.review_on AS TEXT) WHERE OLD.review_on IS NOT NEW.review_on;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'evidence', CAST(OLD.evidence AS TEXT), CAST(NEW.evidence AS TEXT) WHERE OLD.evidence IS NOT NEW.evidence;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'consent_decision', NEW.id, 'recorded_at', CAST(OLD.recorded_at AS TEXT), CAST(NEW.recorded_at AS TEXT) WHERE OLD.recorded_at IS NOT NEW.recorded_at;
    END;

CREATE TRIGGER disclosure_delete_is_history AFTER DELETE ON disclosure BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'brief_id', CAST(OLD.brief_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.brief_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'at', CAST(OLD.at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.at IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'to_role', CAST(OLD.to_role AS TEXT), CAST(NULL AS TEXT) WHERE OLD.to_role IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'purpose', CAST(OLD.purpose AS TEXT), CAST(NULL AS TEXT) WHERE OLD.purpose IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'recipient', CAST(OLD.recipient AS TEXT), CAST(NULL AS TEXT) WHERE OLD.recipient IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'channel', CAST(OLD.channel AS TEXT), CAST(NULL AS TEXT) WHERE OLD.channel IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'lines', CAST(OLD.lines AS TEXT), CAST(NULL AS TEXT) WHERE OLD.lines IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'consent_ids', CAST(OLD.consent_ids AS TEXT), CAST(NULL AS TEXT) WHERE OLD.consent_ids IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'approved_by', CAST(OLD.approved_by AS TEXT), CAST(NULL AS TEXT) WHERE OLD.approved_by IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', OLD.id, 'sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT) WHERE OLD.sha256 IS NOT NULL;
    END;

CREATE TRIGGER disclosure_insert_is_history AFTER INSERT ON disclosure BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'brief_id', CAST(NULL AS TEXT), CAST(NEW.brief_id AS TEXT) WHERE NULL IS NOT NEW.brief_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'at', CAST(NULL AS TEXT), CAST(NEW.at AS TEXT) WHERE NULL IS NOT NEW.at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'to_role', CAST(NULL AS TEXT), CAST(NEW.to_role AS TEXT) WHERE NULL IS NOT NEW.to_role;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'purpose', CAST(NULL AS TEXT), CAST(NEW.purpose AS TEXT) WHERE NULL IS NOT NEW.purpose;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'recipient', CAST(NULL AS TEXT), CAST(NEW.recipient AS TEXT) WHERE NULL IS NOT NEW.recipient;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'channel', CAST(NULL AS TEXT), CAST(NEW.channel AS TEXT) WHERE NULL IS NOT NEW.channel;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'lines', CAST(NULL AS TEXT), CAST(NEW.lines AS TEXT) WHERE NULL IS NOT NEW.lines;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'consent_ids', CAST(NULL AS TEXT), CAST(NEW.consent_ids AS TEXT) WHERE NULL IS NOT NEW.consent_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'approved_by', CAST(NULL AS TEXT), CAST(NEW.approved_by AS TEXT) WHERE NULL IS NOT NEW.approved_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT) WHERE NULL IS NOT NEW.sha256;
    END;

CREATE TRIGGER disclosure_is_never_changed BEFORE UPDATE ON disclosure
      BEGIN SELECT RAISE(ABORT, 'disclosure is append-only'); END;

CREATE TRIGGER disclosure_is_never_removed BEFORE DELETE ON disclosure
      BEGIN SELECT RAISE(ABORT, 'disclosure is append-only'); END;

CREATE TRIGGER disclosure_update_is_history AFTER UPDATE ON disclosure BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'brief_id', CAST(OLD.brief_id AS TEXT), CAST(NEW.brief_id AS TEXT) WHERE OLD.brief_id IS NOT NEW.brief_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'at', CAST(OLD.at AS TEXT), CAST(NEW.at AS TEXT) WHERE OLD.at IS NOT NEW.at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'to_role', CAST(OLD.to_role AS TEXT), CAST(NEW.to_role AS TEXT) WHERE OLD.to_role IS NOT NEW.to_role;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'purpose', CAST(OLD.purpose AS TEXT), CAST(NEW.purpose AS TEXT) WHERE OLD.purpose IS NOT NEW.purpose;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'recipient', CAST(OLD.recipient AS TEXT), CAST(NEW.recipient AS TEXT) WHERE OLD.recipient IS NOT NEW.recipient;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'channel', CAST(OLD.channel AS TEXT), CAST(NEW.channel AS TEXT) WHERE OLD.channel IS NOT NEW.channel;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'lines', CAST(OLD.lines AS TEXT), CAST(NEW.lines AS TEXT) WHERE OLD.lines IS NOT NEW.lines;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'consent_ids', CAST(OLD.consent_ids AS TEXT), CAST(NEW.consent_ids AS TEXT) WHERE OLD.consent_ids IS NOT NEW.consent_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'approved_by', CAST(OLD.approved_by AS TEXT), CAST(NEW.approved_by AS TEXT) WHERE OLD.approved_by IS NOT NEW.approved_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'disclosure', NEW.id, 'sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT) WHERE OLD.sha256 IS NOT NEW.sha256;
    END;

CREATE TRIGGER engagement_delete_is_history AFTER DELETE ON engagement BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'person_ids', CAST(OLD.person_ids AS TEXT), CAST(NULL AS TEXT) WHERE OLD.person_ids IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT) WHERE OLD.kind IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'status', CAST(OLD.status AS TEXT), CAST(NULL AS TEXT) WHERE OLD.status IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'entity', CAST(OLD.entity AS TEXT), CAST(NULL AS TEXT) WHERE OLD.entity IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'when', CAST(OLD."when" AS TEXT), CAST(NULL AS TEXT) WHERE OLD."when" IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'locus', CAST(OLD.locus AS TEXT), CAST(NULL AS TEXT) WHERE OLD.locus IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'publicity', CAST(OLD.publicity AS TEXT), CAST(NULL AS TEXT) WHERE OLD.publicity IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT) WHERE OLD.note IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', OLD.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.added_at IS NOT NULL;
    END;

CREATE TRIGGER engagement_insert_is_history AFTER INSERT ON engagement BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'person_ids', CAST(NULL AS TEXT), CAST(NEW.person_ids AS TEXT) WHERE NULL IS NOT NEW.person_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT) WHERE NULL IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'status', CAST(NULL AS TEXT), CAST(NEW.status AS TEXT) WHERE NULL IS NOT NEW.status;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'entity', CAST(NULL AS TEXT), CAST(NEW.entity AS TEXT) WHERE NULL IS NOT NEW.entity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'when', CAST(NULL AS TEXT), CAST(NEW."when" AS TEXT) WHERE NULL IS NOT NEW."when";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'locus', CAST(NULL AS TEXT), CAST(NEW.locus AS TEXT) WHERE NULL IS NOT NEW.locus;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'publicity', CAST(NULL AS TEXT), CAST(NEW.publicity AS TEXT) WHERE NULL IS NOT NEW.publicity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT) WHERE NULL IS NOT NEW.note;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT) WHERE NULL IS NOT NEW.added_at;
    END;

CREATE TRIGGER engagement_update_is_history AFTER UPDATE ON engagement BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'person_ids', CAST(OLD.person_ids AS TEXT), CAST(NEW.person_ids AS TEXT) WHERE OLD.person_ids IS NOT NEW.person_ids;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT) WHERE OLD.kind IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'status', CAST(OLD.status AS TEXT), CAST(NEW.status AS TEXT) WHERE OLD.status IS NOT NEW.status;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'entity', CAST(OLD.entity AS TEXT), CAST(NEW.entity AS TEXT) WHERE OLD.entity IS NOT NEW.entity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'when', CAST(OLD."when" AS TEXT), CAST(NEW."when" AS TEXT) WHERE OLD."when" IS NOT NEW."when";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'locus', CAST(OLD.locus AS TEXT), CAST(NEW.locus AS TEXT) WHERE OLD.locus IS NOT NEW.locus;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'publicity', CAST(OLD.publicity AS TEXT), CAST(NEW.publicity AS TEXT) WHERE OLD.publicity IS NOT NEW.publicity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT) WHERE OLD.note IS NOT NEW.note;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'engagement', NEW.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT) WHERE OLD.added_at IS NOT NEW.added_at;
    END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
      BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
      BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

CREATE TRIGGER harm_check_delete_is_history AFTER DELETE ON harm_check BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'brief_id', CAST(OLD.brief_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.brief_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'answers', CAST(OLD.answers AS TEXT), CAST(NULL AS TEXT) WHERE OLD.answers IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'decided_by', CAST(OLD.decided_by AS TEXT), CAST(NULL AS TEXT) WHERE OLD.decided_by IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'decision_reason', CAST(OLD.decision_reason AS TEXT), CAST(NULL AS TEXT) WHERE OLD.decision_reason IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'valid_until', CAST(OLD.valid_until AS TEXT), CAST(NULL AS TEXT) WHERE OLD.valid_until IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', OLD.id, 'checked_at', CAST(OLD.checked_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.checked_at IS NOT NULL;
    END;

CREATE TRIGGER harm_check_insert_is_history AFTER INSERT ON harm_check BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'brief_id', CAST(NULL AS TEXT), CAST(NEW.brief_id AS TEXT) WHERE NULL IS NOT NEW.brief_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'answers', CAST(NULL AS TEXT), CAST(NEW.answers AS TEXT) WHERE NULL IS NOT NEW.answers;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'decided_by', CAST(NULL AS TEXT), CAST(NEW.decided_by AS TEXT) WHERE NULL IS NOT NEW.decided_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'decision_reason', CAST(NULL AS TEXT), CAST(NEW.decision_reason AS TEXT) WHERE NULL IS NOT NEW.decision_reason;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'valid_until', CAST(NULL AS TEXT), CAST(NEW.valid_until AS TEXT) WHERE NULL IS NOT NEW.valid_until;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'checked_at', CAST(NULL AS TEXT), CAST(NEW.checked_at AS TEXT) WHERE NULL IS NOT NEW.checked_at;
    END;

CREATE TRIGGER harm_check_is_never_changed BEFORE UPDATE ON harm_check
      BEGIN SELECT RAISE(ABORT, 'harm_check is append-only'); END;

CREATE TRIGGER harm_check_is_never_removed BEFORE DELETE ON harm_check
      BEGIN SELECT RAISE(ABORT, 'harm_check is append-only'); END;

CREATE TRIGGER harm_check_update_is_history AFTER UPDATE ON harm_check BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'brief_id', CAST(OLD.brief_id AS TEXT), CAST(NEW.brief_id AS TEXT) WHERE OLD.brief_id IS NOT NEW.brief_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'answers', CAST(OLD.answers AS TEXT), CAST(NEW.answers AS TEXT) WHERE OLD.answers IS NOT NEW.answers;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'decided_by', CAST(OLD.decided_by AS TEXT), CAST(NEW.decided_by AS TEXT) WHERE OLD.decided_by IS NOT NEW.decided_by;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'decision_reason', CAST(OLD.decision_reason AS TEXT), CAST(NEW.decision_reason AS TEXT) WHERE OLD.decision_reason IS NOT NEW.decision_reason;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'valid_until', CAST(OLD.valid_until AS TEXT), CAST(NEW.valid_until AS TEXT) WHERE OLD.valid_until IS NOT NEW.valid_until;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'harm_check', NEW.id, 'checked_at', CAST(OLD.checked_at AS TEXT), CAST(NEW.checked_at AS TEXT) WHERE OLD.checked_at IS NOT NEW.checked_at;
    END;

CREATE TRIGGER identity_delete_is_history AFTER DELETE ON identity BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'identity', OLD.id, 'sealed', CAST(OLD.sealed AS TEXT), CAST(NULL AS TEXT) WHERE OLD.sealed IS NOT NULL;
    END;

CREATE TRIGGER identity_insert_is_history AFTER INSERT ON identity BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'identity', NEW.id, 'sealed', CAST(NULL AS TEXT), CAST(NEW.sealed AS TEXT) WHERE NULL IS NOT NEW.sealed;
    END;

CREATE TRIGGER identity_update_is_history AFTER UPDATE ON identity BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'identity', NEW.id, 'sealed', CAST(OLD.sealed AS TEXT), CAST(NEW.sealed AS TEXT) WHERE OLD.sealed IS NOT NEW.sealed;
    END;

CREATE TRIGGER original_is_never_changed BEFORE UPDATE ON original
      BEGIN SELECT RAISE(ABORT, 'original is append-only'); END;

CREATE TRIGGER original_is_never_removed BEFORE DELETE ON original
      BEGIN SELECT RAISE(ABORT, 'original is append-only'); END;

CREATE TRIGGER perpetrator_delete_is_history AFTER DELETE ON perpetrator BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT) WHERE OLD.label IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'class', CAST(OLD.class AS TEXT), CAST(NULL AS TEXT) WHERE OLD.class IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT) WHERE OLD.kind IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'involvement', CAST(OLD.involvement AS TEXT), CAST(NULL AS TEXT) WHERE OLD.involvement IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'description', CAST(OLD.description AS TEXT), CAST(NULL AS TEXT) WHERE OLD.description IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', OLD.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.added_at IS NOT NULL;
    END;

CREATE TRIGGER perpetrator_insert_is_history AFTER INSERT ON perpetrator BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT) WHERE NULL IS NOT NEW.label;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'class', CAST(NULL AS TEXT), CAST(NEW.class AS TEXT) WHERE NULL IS NOT NEW.class;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT) WHERE NULL IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'involvement', CAST(NULL AS TEXT), CAST(NEW.involvement AS TEXT) WHERE NULL IS NOT NEW.involvement;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'description', CAST(NULL AS TEXT), CAST(NEW.description AS TEXT) WHERE NULL IS NOT NEW.description;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT) WHERE NULL IS NOT NEW.added_at;
    END;

CREATE TRIGGER perpetrator_update_is_history AFTER UPDATE ON perpetrator BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT) WHERE OLD.label IS NOT NEW.label;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'class', CAST(OLD.class AS TEXT), CAST(NEW.class AS TEXT) WHERE OLD.class IS NOT NEW.class;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT) WHERE OLD.kind IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'involvement', CAST(OLD.involvement AS TEXT), CAST(NEW.involvement AS TEXT) WHERE OLD.involvement IS NOT NEW.involvement;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'description', CAST(OLD.description AS TEXT), CAST(NEW.description AS TEXT) WHERE OLD.description IS NOT NEW.description;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'perpetrator', NEW.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT) WHERE OLD.added_at IS NOT NEW.added_at;
    END;

CREATE TRIGGER person_delete_is_history AFTER DELETE ON person BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'label', CAST(OLD.label AS TEXT), CAST(NULL AS TEXT) WHERE OLD.label IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'parts', CAST(OLD.parts AS TEXT), CAST(NULL AS TEXT) WHERE OLD.parts IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'unit', CAST(OLD.unit AS TEXT), CAST(NULL AS TEXT) WHERE OLD.unit IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'gender', CAST(OLD.gender AS TEXT), CAST(NULL AS TEXT) WHERE OLD.gender IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'age_band', CAST(OLD.age_band AS TEXT), CAST(NULL AS TEXT) WHERE OLD.age_band IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'roles', CAST(OLD.roles AS TEXT), CAST(NULL AS TEXT) WHERE OLD.roles IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'characteristics', CAST(OLD.characteristics AS TEXT), CAST(NULL AS TEXT) WHERE OLD.characteristics IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'link_to_cooperator', CAST(OLD.link_to_cooperator AS TEXT), CAST(NULL AS TEXT) WHERE OLD.link_to_cooperator IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'region', CAST(OLD.region AS TEXT), CAST(NULL AS TEXT) WHERE OLD.region IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'remunerated', CAST(OLD.remunerated AS TEXT), CAST(NULL AS TEXT) WHERE OLD.remunerated IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'situation', CAST(OLD.situation AS TEXT), CAST(NULL AS TEXT) WHERE OLD.situation IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'wishes', CAST(OLD.wishes AS TEXT), CAST(NULL AS TEXT) WHERE OLD.wishes IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'wishes_language', CAST(OLD.wishes_language AS TEXT), CAST(NULL AS TEXT) WHERE OLD.wishes_language IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'wishes_translation', CAST(OLD.wishes_translation AS TEXT), CAST(NULL AS TEXT) WHERE OLD.wishes_translation IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'note', CAST(OLD.note AS TEXT), CAST(NULL AS TEXT) WHERE OLD.note IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'has_identity', CAST(OLD.has_identity AS TEXT), CAST(NULL AS TEXT) WHERE OLD.has_identity IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', OLD.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.added_at IS NOT NULL;
    END;

CREATE TRIGGER person_insert_is_history AFTER INSERT ON person BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'label', CAST(NULL AS TEXT), CAST(NEW.label AS TEXT) WHERE NULL IS NOT NEW.label;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'parts', CAST(NULL AS TEXT), CAST(NEW.parts AS TEXT) WHERE NULL IS NOT NEW.parts;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'unit', CAST(NULL AS TEXT), CAST(NEW.unit AS TEXT) WHERE NULL IS NOT NEW.unit;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'gender', CAST(NULL AS TEXT), CAST(NEW.gender AS TEXT) WHERE NULL IS NOT NEW.gender;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'age_band', CAST(NULL AS TEXT), CAST(NEW.age_band AS TEXT) WHERE NULL IS NOT NEW.age_band;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'roles', CAST(NULL AS TEXT), CAST(NEW.roles AS TEXT) WHERE NULL IS NOT NEW.roles;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'characteristics', CAST(NULL AS TEXT), CAST(NEW.characteristics AS TEXT) WHERE NULL IS NOT NEW.characteristics;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'link_to_cooperator', CAST(NULL AS TEXT), CAST(NEW.link_to_cooperator AS TEXT) WHERE NULL IS NOT NEW.link_to_cooperator;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'region', CAST(NULL AS TEXT), CAST(NEW.region AS TEXT) WHERE NULL IS NOT NEW.region;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'remunerated', CAST(NULL AS TEXT), CAST(NEW.remunerated AS TEXT) WHERE NULL IS NOT NEW.remunerated;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'situation', CAST(NULL AS TEXT), CAST(NEW.situation AS TEXT) WHERE NULL IS NOT NEW.situation;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'wishes', CAST(NULL AS TEXT), CAST(NEW.wishes AS TEXT) WHERE NULL IS NOT NEW.wishes;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'wishes_language', CAST(NULL AS TEXT), CAST(NEW.wishes_language AS TEXT) WHERE NULL IS NOT NEW.wishes_language;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'wishes_translation', CAST(NULL AS TEXT), CAST(NEW.wishes_translation AS TEXT) WHERE NULL IS NOT NEW.wishes_translation;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'note', CAST(NULL AS TEXT), CAST(NEW.note AS TEXT) WHERE NULL IS NOT NEW.note;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'has_identity', CAST(NULL AS TEXT), CAST(NEW.has_identity AS TEXT) WHERE NULL IS NOT NEW.has_identity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'added_at', CAST(NULL AS TEXT), CAST(NEW.added_at AS TEXT) WHERE NULL IS NOT NEW.added_at;
    END;

CREATE TRIGGER person_update_is_history AFTER UPDATE ON person BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'label', CAST(OLD.label AS TEXT), CAST(NEW.label AS TEXT) WHERE OLD.label IS NOT NEW.label;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'parts', CAST(OLD.parts AS TEXT), CAST(NEW.parts AS TEXT) WHERE OLD.parts IS NOT NEW.parts;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'unit', CAST(OLD.unit AS TEXT), CAST(NEW.unit AS TEXT) WHERE OLD.unit IS NOT NEW.unit;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'gender', CAST(OLD.gender AS TEXT), CAST(NEW.gender AS TEXT) WHERE OLD.gender IS NOT NEW.gender;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'age_band', CAST(OLD.age_band AS TEXT), CAST(NEW.age_band AS TEXT) WHERE OLD.age_band IS NOT NEW.age_band;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'roles', CAST(OLD.roles AS TEXT), CAST(NEW.roles AS TEXT) WHERE OLD.roles IS NOT NEW.roles;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'characteristics', CAST(OLD.characteristics AS TEXT), CAST(NEW.characteristics AS TEXT) WHERE OLD.characteristics IS NOT NEW.characteristics;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'link_to_cooperator', CAST(OLD.link_to_cooperator AS TEXT), CAST(NEW.link_to_cooperator AS TEXT) WHERE OLD.link_to_cooperator IS NOT NEW.link_to_cooperator;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'region', CAST(OLD.region AS TEXT), CAST(NEW.region AS TEXT) WHERE OLD.region IS NOT NEW.region;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'remunerated', CAST(OLD.remunerated AS TEXT), CAST(NEW.remunerated AS TEXT) WHERE OLD.remunerated IS NOT NEW.remunerated;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'situation', CAST(OLD.situation AS TEXT), CAST(NEW.situation AS TEXT) WHERE OLD.situation IS NOT NEW.situation;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'wishes', CAST(OLD.wishes AS TEXT), CAST(NEW.wishes AS TEXT) WHERE OLD.wishes IS NOT NEW.wishes;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'wishes_language', CAST(OLD.wishes_language AS TEXT), CAST(NEW.wishes_language AS TEXT) WHERE OLD.wishes_language IS NOT NEW.wishes_language;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'wishes_translation', CAST(OLD.wishes_translation AS TEXT), CAST(NEW.wishes_translation AS TEXT) WHERE OLD.wishes_translation IS NOT NEW.wishes_translation;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'note', CAST(OLD.note AS TEXT), CAST(NEW.note AS TEXT) WHERE OLD.note IS NOT NEW.note;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'has_identity', CAST(OLD.has_identity AS TEXT), CAST(NEW.has_identity AS TEXT) WHERE OLD.has_identity IS NOT NEW.has_identity;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'person', NEW.id, 'added_at', CAST(OLD.added_at AS TEXT), CAST(NEW.added_at AS TEXT) WHERE OLD.added_at IS NOT NEW.added_at;
    END;

CREATE TRIGGER risk_assessment_delete_is_history AFTER DELETE ON risk_assessment BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'person_id', CAST(OLD.person_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.person_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'about', CAST(OLD.about AS TEXT), CAST(NULL AS TEXT) WHERE OLD.about IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'likelihood', CAST(OLD.likelihood AS TEXT), CAST(NULL AS TEXT) WHERE OLD.likelihood IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'impact', CAST(OLD.impact AS TEXT), CAST(NULL AS TEXT) WHERE OLD.impact IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'residual_likelihood', CAST(OLD.residual_likelihood AS TEXT), CAST(NULL AS TEXT) WHERE OLD.residual_likelihood IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'residual_impact', CAST(OLD.residual_impact AS TEXT), CAST(NULL AS TEXT) WHERE OLD.residual_impact IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'threats', CAST(OLD.threats AS TEXT), CAST(NULL AS TEXT) WHERE OLD.threats IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'vulnerabilities', CAST(OLD.vulnerabilities AS TEXT), CAST(NULL AS TEXT) WHERE OLD.vulnerabilities IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'capacities', CAST(OLD.capacities AS TEXT), CAST(NULL AS TEXT) WHERE OLD.capacities IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'uncertainties', CAST(OLD.uncertainties AS TEXT), CAST(NULL AS TEXT) WHERE OLD.uncertainties IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'confidence', CAST(OLD.confidence AS TEXT), CAST(NULL AS TEXT) WHERE OLD.confidence IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'why', CAST(OLD.why AS TEXT), CAST(NULL AS TEXT) WHERE OLD.why IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'own_view', CAST(OLD.own_view AS TEXT), CAST(NULL AS TEXT) WHERE OLD.own_view IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'inherent_band', CAST(OLD.inherent_band AS TEXT), CAST(NULL AS TEXT) WHERE OLD.inherent_band IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'band', CAST(OLD.band AS TEXT), CAST(NULL AS TEXT) WHERE OLD.band IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'differs', CAST(OLD.differs AS TEXT), CAST(NULL AS TEXT) WHERE OLD.differs IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'assessed_at', CAST(OLD.assessed_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.assessed_at IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', OLD.id, 'valid_until', CAST(OLD.valid_until AS TEXT), CAST(NULL AS TEXT) WHERE OLD.valid_until IS NOT NULL;
    END;

CREATE TRIGGER risk_assessment_insert_is_history AFTER INSERT ON risk_assessment BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'person_id', CAST(NULL AS TEXT), CAST(NEW.person_id AS TEXT) WHERE NULL IS NOT NEW.person_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'about', CAST(NULL AS TEXT), CAST(NEW.about AS TEXT) WHERE NULL IS NOT NEW.about;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'likelihood', CAST(NULL AS TEXT), CAST(NEW.likelihood AS TEXT) WHERE NULL IS NOT NEW.likelihood;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'impact', CAST(NULL AS TEXT), CAST(NEW.impact AS TEXT) WHERE NULL IS NOT NEW.impact;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'residual_likelihood', CAST(NULL AS TEXT), CAST(NEW.residual_likelihood AS TEXT) WHERE NULL IS NOT NEW.residual_likelihood;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'residual_impact', CAST(NULL AS TEXT), CAST(NEW.residual_impact AS TEXT) WHERE NULL IS NOT NEW.residual_impact;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'threats', CAST(NULL AS TEXT), CAST(NEW.threats AS TEXT) WHERE NULL IS NOT NEW.threats;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'vulnerabilities', CAST(NULL AS TEXT), CAST(NEW.vulnerabilities AS TEXT) WHERE NULL IS NOT NEW.vulnerabilities;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'capacities', CAST(NULL AS TEXT), CAST(NEW.capacities AS TEXT) WHERE NULL IS NOT NEW.capacities;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'uncertainties', CAST(NULL AS TEXT), CAST(NEW.uncertainties AS TEXT) WHERE NULL IS NOT NEW.uncertainties;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'confidence', CAST(NULL AS TEXT), CAST(NEW.confidence AS TEXT) WHERE NULL IS NOT NEW.confidence;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'why', CAST(NULL AS TEXT), CAST(NEW.why AS TEXT) WHERE NULL IS NOT NEW.why;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'own_view', CAST(NULL AS TEXT), CAST(NEW.own_view AS TEXT) WHERE NULL IS NOT NEW.own_view;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'inherent_band', CAST(NULL AS TEXT), CAST(NEW.inherent_band AS TEXT) WHERE NULL IS NOT NEW.inherent_band;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'band', CAST(NULL AS TEXT), CAST(NEW.band AS TEXT) WHERE NULL IS NOT NEW.band;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'differs', CAST(NULL AS TEXT), CAST(NEW.differs AS TEXT) WHERE NULL IS NOT NEW.differs;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'assessed_at', CAST(NULL AS TEXT), CAST(NEW.assessed_at AS TEXT) WHERE NULL IS NOT NEW.assessed_at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'valid_until', CAST(NULL AS TEXT), CAST(NEW.valid_until AS TEXT) WHERE NULL IS NOT NEW.valid_until;
    END;

CREATE TRIGGER risk_assessment_is_never_changed BEFORE UPDATE ON risk_assessment
      BEGIN SELECT RAISE(ABORT, 'risk_assessment is append-only'); END;

CREATE TRIGGER risk_assessment_is_never_removed BEFORE DELETE ON risk_assessment
      BEGIN SELECT RAISE(ABORT, 'risk_assessment is append-only'); END;

CREATE TRIGGER risk_assessment_update_is_history AFTER UPDATE ON risk_assessment BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'person_id', CAST(OLD.person_id AS TEXT), CAST(NEW.person_id AS TEXT) WHERE OLD.person_id IS NOT NEW.person_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'about', CAST(OLD.about AS TEXT), CAST(NEW.about AS TEXT) WHERE OLD.about IS NOT NEW.about;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'likelihood', CAST(OLD.likelihood AS TEXT), CAST(NEW.likelihood AS TEXT) WHERE OLD.likelihood IS NOT NEW.likelihood;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'impact', CAST(OLD.impact AS TEXT), CAST(NEW.impact AS TEXT) WHERE OLD.impact IS NOT NEW.impact;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'residual_likelihood', CAST(OLD.residual_likelihood AS TEXT), CAST(NEW.residual_likelihood AS TEXT) WHERE OLD.residual_likelihood IS NOT NEW.residual_likelihood;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'residual_impact', CAST(OLD.residual_impact AS TEXT), CAST(NEW.residual_impact AS TEXT) WHERE OLD.residual_impact IS NOT NEW.residual_impact;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'threats', CAST(OLD.threats AS TEXT), CAST(NEW.threats AS TEXT) WHERE OLD.threats IS NOT NEW.threats;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'vulnerabilities', CAST(OLD.vulnerabilities AS TEXT), CAST(NEW.vulnerabilities AS TEXT) WHERE OLD.vulnerabilities IS NOT NEW.vulnerabilities;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'capacities', CAST(OLD.capacities AS TEXT), CAST(NEW.capacities AS TEXT) WHERE OLD.capacities IS NOT NEW.capacities;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'uncertainties', CAST(OLD.uncertainties AS TEXT), CAST(NEW.uncertainties AS TEXT) WHERE OLD.uncertainties IS NOT NEW.uncertainties;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'confidence', CAST(OLD.confidence AS TEXT), CAST(NEW.confidence AS TEXT) WHERE OLD.confidence IS NOT NEW.confidence;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'why', CAST(OLD.why AS TEXT), CAST(NEW.why AS TEXT) WHERE OLD.why IS NOT NEW.why;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'own_view', CAST(OLD.own_view AS TEXT), CAST(NEW.own_view AS TEXT) WHERE OLD.own_view IS NOT NEW.own_view;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'inherent_band', CAST(OLD.inherent_band AS TEXT), CAST(NEW.inherent_band AS TEXT) WHERE OLD.inherent_band IS NOT NEW.inherent_band;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'band', CAST(OLD.band AS TEXT), CAST(NEW.band AS TEXT) WHERE OLD.band IS NOT NEW.band;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'differs', CAST(OLD.differs AS TEXT), CAST(NEW.differs AS TEXT) WHERE OLD.differs IS NOT NEW.differs;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'assessed_at', CAST(OLD.assessed_at AS TEXT), CAST(NEW.assessed_at AS TEXT) WHERE OLD.assessed_at IS NOT NEW.assessed_at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'risk_assessment', NEW.id, 'valid_until', CAST(OLD.valid_until AS TEXT), CAST(NEW.valid_until AS TEXT) WHERE OLD.valid_until IS NOT NEW.valid_until;
    END;

CREATE TRIGGER scope_test_delete_is_history AFTER DELETE ON scope_test BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', OLD.id, 'answers', CAST(OLD.answers AS TEXT), CAST(NULL AS TEXT) WHERE OLD.answers IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', OLD.id, 'result', CAST(OLD.result AS TEXT), CAST(NULL AS TEXT) WHERE OLD.result IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', OLD.id, 'answered_at', CAST(OLD.answered_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.answered_at IS NOT NULL;
    END;

CREATE TRIGGER scope_test_insert_is_history AFTER INSERT ON scope_test BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, 'answers', CAST(NULL AS TEXT), CAST(NEW.answers AS TEXT) WHERE NULL IS NOT NEW.answers;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, 'result', CAST(NULL AS TEXT), CAST(NEW.result AS TEXT) WHERE NULL IS NOT NEW.result;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, 'answered_at', CAST(NULL AS TEXT), CAST(NEW.answered_at AS TEXT) WHERE NULL IS NOT NEW.answered_at;
    END;

CREATE TRIGGER scope_test_update_is_history AFTER UPDATE ON scope_test BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, 'answers', CAST(OLD.answers AS TEXT), CAST(NEW.answers AS TEXT) WHERE OLD.answers IS NOT NEW.answers;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, 'result', CAST(OLD.result AS TEXT), CAST(NEW.result AS TEXT) WHERE OLD.result IS NOT NEW.result;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'scope_test', NEW.id, 'answered_at', CAST(OLD.answered_at AS TEXT), CAST(NEW.answered_at AS TEXT) WHERE OLD.answered_at IS NOT NEW.answered_at;
    END;

CREATE TRIGGER setting_delete_is_history AFTER DELETE ON setting BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'setting', OLD.id, 'value', CAST(OLD.value AS TEXT), CAST(NULL AS TEXT) WHERE OLD.value IS NOT NULL;
    END;

CREATE TRIGGER setting_insert_is_history AFTER INSERT ON setting BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'setting', NEW.id, 'value', CAST(NULL AS TEXT), CAST(NEW.value AS TEXT) WHERE NULL IS NOT NEW.value;
    END;

CREATE TRIGGER setting_update_is_history AFTER UPDATE ON setting BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'setting', NEW.id, 'value', CAST(OLD.value AS TEXT), CAST(NEW.value AS TEXT) WHERE OLD.value IS NOT NEW.value;
    END;

CREATE TRIGGER source_message_delete_is_history AFTER DELETE ON source_message BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NULL AS TEXT) WHERE OLD.case_id IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NULL AS TEXT) WHERE OLD.kind IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'taken_in_at', CAST(OLD.taken_in_at AS TEXT), CAST(NULL AS TEXT) WHERE OLD.taken_in_at IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'from', CAST(OLD."from" AS TEXT), CAST(NULL AS TEXT) WHERE OLD."from" IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'to', CAST(OLD."to" AS TEXT), CAST(NULL AS TEXT) WHERE OLD."to" IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'subject', CAST(OLD.subject AS TEXT), CAST(NULL AS TEXT) WHERE OLD.subject IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'sent_said', CAST(OLD.sent_said AS TEXT), CAST(NULL AS TEXT) WHERE OLD.sent_said IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'text', CAST(OLD.text AS TEXT), CAST(NULL AS TEXT) WHERE OLD.text IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'text_from', CAST(OLD.text_from AS TEXT), CAST(NULL AS TEXT) WHERE OLD.text_from IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'has_remote_content', CAST(OLD.has_remote_content AS TEXT), CAST(NULL AS TEXT) WHERE OLD.has_remote_content IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'notes', CAST(OLD.notes AS TEXT), CAST(NULL AS TEXT) WHERE OLD.notes IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'headers', CAST(OLD.headers AS TEXT), CAST(NULL AS TEXT) WHERE OLD.headers IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'sha256', CAST(OLD.sha256 AS TEXT), CAST(NULL AS TEXT) WHERE OLD.sha256 IS NOT NULL;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', OLD.id, 'size', CAST(OLD.size AS TEXT), CAST(NULL AS TEXT) WHERE OLD.size IS NOT NULL;
    END;

CREATE TRIGGER source_message_insert_is_history AFTER INSERT ON source_message BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'case_id', CAST(NULL AS TEXT), CAST(NEW.case_id AS TEXT) WHERE NULL IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'kind', CAST(NULL AS TEXT), CAST(NEW.kind AS TEXT) WHERE NULL IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'taken_in_at', CAST(NULL AS TEXT), CAST(NEW.taken_in_at AS TEXT) WHERE NULL IS NOT NEW.taken_in_at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'from', CAST(NULL AS TEXT), CAST(NEW."from" AS TEXT) WHERE NULL IS NOT NEW."from";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'to', CAST(NULL AS TEXT), CAST(NEW."to" AS TEXT) WHERE NULL IS NOT NEW."to";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'subject', CAST(NULL AS TEXT), CAST(NEW.subject AS TEXT) WHERE NULL IS NOT NEW.subject;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'sent_said', CAST(NULL AS TEXT), CAST(NEW.sent_said AS TEXT) WHERE NULL IS NOT NEW.sent_said;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'text', CAST(NULL AS TEXT), CAST(NEW.text AS TEXT) WHERE NULL IS NOT NEW.text;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'text_from', CAST(NULL AS TEXT), CAST(NEW.text_from AS TEXT) WHERE NULL IS NOT NEW.text_from;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'has_remote_content', CAST(NULL AS TEXT), CAST(NEW.has_remote_content AS TEXT) WHERE NULL IS NOT NEW.has_remote_content;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'notes', CAST(NULL AS TEXT), CAST(NEW.notes AS TEXT) WHERE NULL IS NOT NEW.notes;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'headers', CAST(NULL AS TEXT), CAST(NEW.headers AS TEXT) WHERE NULL IS NOT NEW.headers;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'sha256', CAST(NULL AS TEXT), CAST(NEW.sha256 AS TEXT) WHERE NULL IS NOT NEW.sha256;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'size', CAST(NULL AS TEXT), CAST(NEW.size AS TEXT) WHERE NULL IS NOT NEW.size;
    END;

CREATE TRIGGER source_message_is_never_changed BEFORE UPDATE ON source_message
      BEGIN SELECT RAISE(ABORT, 'source_message is append-only'); END;

CREATE TRIGGER source_message_is_never_removed BEFORE DELETE ON source_message
      BEGIN SELECT RAISE(ABORT, 'source_message is append-only'); END;

CREATE TRIGGER source_message_update_is_history AFTER UPDATE ON source_message BEGIN
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'case_id', CAST(OLD.case_id AS TEXT), CAST(NEW.case_id AS TEXT) WHERE OLD.case_id IS NOT NEW.case_id;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'kind', CAST(OLD.kind AS TEXT), CAST(NEW.kind AS TEXT) WHERE OLD.kind IS NOT NEW.kind;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'taken_in_at', CAST(OLD.taken_in_at AS TEXT), CAST(NEW.taken_in_at AS TEXT) WHERE OLD.taken_in_at IS NOT NEW.taken_in_at;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'from', CAST(OLD."from" AS TEXT), CAST(NEW."from" AS TEXT) WHERE OLD."from" IS NOT NEW."from";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'to', CAST(OLD."to" AS TEXT), CAST(NEW."to" AS TEXT) WHERE OLD."to" IS NOT NEW."to";
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'subject', CAST(OLD.subject AS TEXT), CAST(NEW.subject AS TEXT) WHERE OLD.subject IS NOT NEW.subject;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'sent_said', CAST(OLD.sent_said AS TEXT), CAST(NEW.sent_said AS TEXT) WHERE OLD.sent_said IS NOT NEW.sent_said;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'text', CAST(OLD.text AS TEXT), CAST(NEW.text AS TEXT) WHERE OLD.text IS NOT NEW.text;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'text_from', CAST(OLD.text_from AS TEXT), CAST(NEW.text_from AS TEXT) WHERE OLD.text_from IS NOT NEW.text_from;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'has_remote_content', CAST(OLD.has_remote_content AS TEXT), CAST(NEW.has_remote_content AS TEXT) WHERE OLD.has_remote_content IS NOT NEW.has_remote_content;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'notes', CAST(OLD.notes AS TEXT), CAST(NEW.notes AS TEXT) WHERE OLD.notes IS NOT NEW.notes;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'headers', CAST(OLD.headers AS TEXT), CAST(NEW.headers AS TEXT) WHERE OLD.headers IS NOT NEW.headers;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'sha256', CAST(OLD.sha256 AS TEXT), CAST(NEW.sha256 AS TEXT) WHERE OLD.sha256 IS NOT NEW.sha256;
      INSERT INTO change (entry, tbl, row, col, old, new) SELECT (SELECT seq FROM entry_open), 'source_message', NEW.id, 'size', CAST(OLD.size AS TEXT), CAST(NEW.size AS TEXT) WHERE OLD.size IS NOT NEW.size;
    END;

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

CREATE TABLE change (
    id    INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL,
    tbl   TEXT NOT NULL,
    row   TEXT NOT NULL,
    col   TEXT NOT NULL,
    old   TEXT,
    new   TEXT
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
) STRICT;

CREATE TABLE disclosure (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  brief_id TEXT NOT NULL REFERENCES brief (id),
  at TEXT NOT NULL,
  to_role TEXT NOT NULL,
  purpose TEXT NOT NULL,
  recipient TEXT NOT NULL,
  channel TEXT NOT NULL,
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  consent_ids TEXT NOT NULL CHECK (json_valid(consent_ids)),
  approved_by TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE draft (key TEXT PRIMARY KEY, value TEXT NOT NULL, kept_at TEXT NOT NULL) STRICT;

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
    changes      INTEGER NOT NULL,
    changes_hash TEXT NOT NULL,
    before       TEXT NOT NULL,
    hash         TEXT NOT NULL UNIQUE
  ) STRICT;

CREATE TABLE entry_open (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL) STRICT;

CREATE TABLE harm_check (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  brief_id TEXT NOT NULL REFERENCES brief (id),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  decided_by TEXT NOT NULL,
  decision_reason TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;

CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE identity_key (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    wrapped   BLOB NOT NULL
  ) STRICT;

CREATE TABLE original (
    id    TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
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

CREATE TABLE risk_assessment (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  about TEXT NOT NULL CHECK (about IN ('situation', 'acting', 'not_acting')),
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

CREATE TABLE scope_test (
  id TEXT PRIMARY KEY,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  result TEXT NOT NULL CHECK (json_valid(result)),
  answered_at TEXT NOT NULL
) STRICT;

CREATE TABLE secret (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
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

CREATE INDEX act_of_case ON act (case_id);

CREATE INDEX attachment_of_case ON attachment (case_id);

CREATE INDEX brief_of_case ON brief (case_id);

CREATE INDEX change_of_entry ON change (entry);

CREATE INDEX change_of_row ON change (tbl, row);

CREATE INDEX consent_of_case ON consent_decision (case_id);

CREATE INDEX disclosure_of_case ON disclosure (case_id);

CREATE INDEX engagement_of_case ON engagement (case_id);

CREATE INDEX entry_of_case ON entry (case_id, seq);

CREATE INDEX harm_check_of_case ON harm_check (case_id);

CREATE UNIQUE INDEX perpetrator_label ON perpetrator (case_id, label);

CREATE UNIQUE INDEX person_label ON person (case_id, label);

CREATE INDEX risk_of_case ON risk_assessment (case_id);

CREATE INDEX source_message_of_case ON source_message (case_id);
