-- The days of the week on which a span of hours begins are `weekdays` in stored hours, as they are in opening days.
DO $migration$
DECLARE
    v_table text;
    v_renamed text := $sql$(
        SELECT jsonb_agg(
            CASE WHEN span ? 'days' THEN (span - 'days') || jsonb_build_object('weekdays', span -> 'days') ELSE span END
            ORDER BY place
        )
        FROM jsonb_array_elements(%s) WITH ORDINALITY AS spans (span, place)
    )$sql$;
BEGIN
    EXECUTE format(
        $sql$UPDATE stores SET hours = %s WHERE hours @? '$[*].days'$sql$, format(v_renamed, 'hours')
    );
    FOREACH v_table IN ARRAY ARRAY['offers', 'vouchers'] LOOP
        EXECUTE format(
            $sql$UPDATE %I SET conditions = jsonb_set(conditions, '{hours}', %s)
                 WHERE conditions @? '$.hours[*].days'$sql$,
            v_table, format(v_renamed, $sql$conditions -> 'hours'$sql$)
        );
    END LOOP;
END
$migration$;
