-- What is donated has a donor, and what was counted a stocktake. Not so for what was entered before: it stays as it is.
DO $migration$
BEGIN
    ALTER TABLE stock_movements
        ADD CONSTRAINT stock_movements_donated_check CHECK (kind <> 'donated' OR donor IS NOT NULL) NOT VALID,
        ADD CONSTRAINT stock_movements_counted_check CHECK (kind <> 'counted' OR stocktake_id IS NOT NULL) NOT VALID;
END
$migration$;
