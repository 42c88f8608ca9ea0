-- The functions that keep the books find their rows by their keys. PostgreSQL takes what comes in as JSON for a hundred rows, each
-- with a hundred parts, and would rather read all wallets and lots of a community than look up ten thousand: twenty times as slow
-- for one hold in a community of 15,000 residents, and ever slower as lots pile up.
--
-- A migration that replaces one of these functions sets the same again: CREATE OR REPLACE forgets it.
DO $migration$
BEGIN
    ALTER FUNCTION post_transfers(uuid, timestamptz, jsonb)
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;
    ALTER FUNCTION place_holds(uuid, timestamptz, jsonb)
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;
    ALTER FUNCTION release_holds(uuid, timestamptz, uuid[])
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;
END
$migration$;
