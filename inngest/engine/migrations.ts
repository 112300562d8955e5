/** The schema of the engine's own tables, in order; a released entry is never edited. */
export const migrations: readonly string[] = [
  `
  create table engine.clock (
    only_row boolean primary key default true check (only_row),
    offset_ms bigint not null default 0
  );
  insert into engine.clock default values;

  -- The engine's time: the database's, moved forward by the test clock.
  create function engine.now() returns timestamptz language sql stable as
    $$ select now() + (select offset_ms from engine.clock) * interval '1 millisecond' $$;

  -- Engines that are alive. Real time, so that a test clock does not kill them.
  create table engine.instance (
    id uuid primary key,
    host text not null,
    pid integer not null,
    started_at timestamptz not null default now(),
    seen_at timestamptz not null default now()
  );

  create table engine.function (
    id text primary key,
    name text not null,
    config text not null,
    active boolean not null default true,
    synced_at timestamptz not null default now()
  );

  create table engine.cron (
    function_id text not null references engine.function (id) on delete cascade,
    expression text not null,
    next_at timestamptz not null,
    primary key (function_id, expression)
  );

  create table engine.event (
    id text primary key,
    name text not null,
    body text not null,
    received_at timestamptz not null
  );
  create index event_received_at on engine.event (received_at);

  create table engine.run (
    id uuid primary key,
    function_id text not null,
    event_id text not null,
    event_name text not null,
    event text not null,
    status text not null default 'queued'
      check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    priority integer not null default 0,
    -- The place in line: creation less priority, in engine time.
    queued_at timestamptz not null,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- The engine that drives the run; each take raises the fence, and no write with an older one counts.
    owner uuid,
    fence integer not null default 0,
    wake integer not null default 0,
    -- How many steps have ended, and how many of them the function has been told of.
    position integer not null default 0,
    discovered integer not null default -1,
    attempt integer not null default 0,
    not_before timestamptz,
    slots text not null default '[]',
    parent_run uuid,
    parent_step text,
    output text,
    error text
  );
  create index run_created_at on engine.run (created_at desc, id desc);
  create index run_function on engine.run (function_id, created_at desc, id desc);
  create index run_status on engine.run (status, created_at desc, id desc);
  create index run_owner on engine.run (owner) where owner is not null;
  create index run_parent on engine.run (parent_run) where parent_run is not null;

  create table engine.step (
    run_id uuid not null references engine.run (id) on delete cascade,
    id text not null,
    name text not null,
    op text not null,
    state text not null check (state in ('planned', 'sleeping', 'waiting', 'invoking', 'done', 'failed')),
    race boolean not null default false,
    attempt integer not null default 0,
    due_at timestamptz,
    position integer,
    data text,
    error text,
    created_at timestamptz not null,
    ended_at timestamptz,
    primary key (run_id, id)
  );
  create index step_due_at on engine.step (due_at) where position is null and due_at is not null;

  -- Waits for events: of a step (kind wait), or to cancel a run (kind cancel).
  create table engine.watch (
    id bigint generated always as identity primary key,
    run_id uuid not null references engine.run (id) on delete cascade,
    step_id text,
    event_name text not null,
    expression text,
    lookup_key text,
    expires_at timestamptz
  );
  create index watch_lookup on engine.watch (event_name, lookup_key);
  create index watch_run on engine.watch (run_id);

  -- Calls that execute under a concurrency limit (held) and calls in line for it.
  create table engine.slot (
    key text not null,
    run_id uuid not null references engine.run (id) on delete cascade,
    call_id text not null,
    held boolean not null default false,
    most integer not null,
    queued_at timestamptz not null,
    primary key (key, run_id, call_id)
  );
  create index slot_line on engine.slot (key, held, queued_at, run_id, call_id);
  create index slot_run on engine.slot (run_id);

  create table engine.throttle (
    key text primary key,
    next_at timestamptz not null
  );

  create table engine.once (
    function_id text not null,
    key text not null,
    expires_at timestamptz not null,
    primary key (function_id, key)
  );
  `,
];
