-- Renders src/schema.rs from the catalogue of a migrated data base.
WITH col AS (
    SELECT c.table_name, c.ordinal_position, c.column_name,
           CASE c.udt_name
               WHEN 'uuid' THEN 'Uuid' WHEN 'text' THEN 'Text' WHEN 'int8' THEN 'Int8' WHEN 'int4' THEN 'Int4'
               WHEN 'int2' THEN 'Int2' WHEN 'timestamptz' THEN 'Timestamptz' WHEN 'date' THEN 'Date'
               WHEN 'jsonb' THEN 'Jsonb' WHEN 'bool' THEN 'Bool' WHEN 'bytea' THEN 'Bytea'
               ELSE 'Unmapped_' || c.udt_name
           END AS sql_type,
           c.is_nullable = 'YES' AS nullable
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '__diesel_schema_migrations'
), pk AS (
    SELECT k.table_name, string_agg(k.column_name, ', ' ORDER BY k.ordinal_position) AS key
    FROM information_schema.key_column_usage k JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
    WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_schema = 'public'
    GROUP BY k.table_name
), rendered AS (
    SELECT table_name,
           format(E'diesel::table! {\n    %s (%s) {\n%s\n    }\n}\n', table_name, key, string_agg(
               format('        %s -> %s,', column_name,
                      CASE WHEN nullable THEN 'Nullable<' || sql_type || '>' ELSE sql_type END),
               E'\n' ORDER BY ordinal_position)) AS source
    FROM col JOIN pk USING (table_name)
    GROUP BY table_name, key
)
SELECT E'//! The tables as the migrations make them; written by `LINLI_WRITE_SCHEMA=1 cargo test -p linli-db --test schema`.\n\n'
       || string_agg(source, E'\n' ORDER BY table_name COLLATE "C")
       || format(E'\ndiesel::allow_tables_to_appear_in_same_query!(\n%s\n);\n',
                 string_agg('    ' || table_name || ',', E'\n' ORDER BY table_name COLLATE "C")) AS source
FROM rendered
