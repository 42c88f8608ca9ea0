-- A transfer goes between the accounts that its code is for, and a reversal moves what it reverses, back. place_holds finds its
-- wallets as post_transfers does since migration 29.
DO $migration$
DECLARE
    posting text := pg_get_functiondef('post_transfers(uuid, timestamptz, jsonb)'::regprocedure);
    holding text := pg_get_functiondef('place_holds(uuid, timestamptz, jsonb)'::regprocedure);
    no_account text := 'WHEN d.id IS NULL OR c.id IS NULL THEN ''no_account''
';
    answer text := 'RETURN coalesce(statuses, ARRAY[]::text[]);
';
    wallets text := 'a.owner_id IN (
            SELECT x.owner FROM jsonb_to_recordset(p_holds) AS x(owner uuid)
        )';
BEGIN
    -- Which code moves points between which accounts. What a reversal may move, the transfer says that it reverses.
    CREATE FUNCTION transfer_is_lawful(p_code text, p_debit text, p_credit text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $body$
        SELECT p_code = 'reverse' OR (p_code, p_debit, p_credit) IN (
            ('earn', 'issued', 'wallet'),
            ('spend', 'wallet', 'spent'),
            ('expire', 'wallet', 'expired'),
            ('adjust', 'adjusted', 'wallet'), ('adjust', 'wallet', 'adjusted'),
            ('deduct', 'wallet', 'deducted'),
            ('opening', 'opening', 'wallet'),
            ('owe', 'owed', 'wallet'),
            ('repay', 'wallet', 'owed'),
            ('give', 'wallet', 'wallet'), ('give', 'wallet', 'donated'), ('give', 'donated', 'wallet')
        )
    $body$;

    -- The kinds are at hand where points are posted: no row is looked up for this. No status is answered, because nobody can do
    -- anything about it but mend the program.
    IF position(no_account IN posting) = 0 OR position(answer IN posting) = 0 THEN
        RAISE EXCEPTION 'post_transfers decides otherwise than this migration knows';
    END IF;
    posting := replace(posting, no_account, no_account
        || '                       WHEN NOT transfer_is_lawful(x.code, d.kind, c.kind) THEN ''unlawful''
');
    EXECUTE replace(posting, answer, 'IF ''unlawful'' = ANY (statuses) THEN
            RAISE EXCEPTION ''transfers_accounts_check: posting % is not between accounts that its code is for'',
                array_position(statuses, ''unlawful'') USING ERRCODE = ''check_violation'';
        END IF;
        ' || answer);

    -- Before each row, so that it sees what the same statement has written.
    CREATE FUNCTION check_reversal() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        IF NOT EXISTS (
            SELECT 1 FROM transfers t
            WHERE t.community_id = NEW.community_id AND t.id = NEW.reverses_id AND t.amount = NEW.amount
              AND t.debit_account_id = NEW.credit_account_id AND t.credit_account_id = NEW.debit_account_id
              AND t.code NOT IN ('expire', 'reverse', 'owe', 'repay')
        ) THEN
            RAISE EXCEPTION 'transfers_reversal_check: % does not move back what % moved', NEW.id, NEW.reverses_id
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER transfers_reversal BEFORE INSERT ON transfers
        FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION check_reversal();

    IF position(wallets IN holding) = 0 THEN
        RAISE EXCEPTION 'place_holds locks its wallets otherwise than this migration knows';
    END IF;
    EXECUTE replace(holding, wallets, 'a.owner_id = ANY (ARRAY(
            SELECT DISTINCT x.owner FROM jsonb_to_recordset(p_holds) AS x(owner uuid)
        ))');
END
$migration$;
