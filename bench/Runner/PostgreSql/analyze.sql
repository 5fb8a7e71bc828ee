-- Tables without rows are left alone, as it leaves them: they would be taken for small ones for good.
DO $$
DECLARE
  filled boolean;
  name regclass;
BEGIN
  FOR name IN SELECT c.oid FROM pg_class AS c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', name) INTO filled;
    IF filled THEN
      EXECUTE format('ANALYZE %s', name);
    END IF;
  END LOOP;
END
$$;
