import type { Sql } from "postgres";
import { ruleBits } from "@/lib/domain/matching/kernel/rules";

/** How the near sites are found: extension earthdistance, or PostGIS where it is installed. */
export type NearBy = "earthdistance" | "postgis";

/**
 * Asks PostgreSQL, in one join over all rules, for the same pairs as a sweep of the kernel: those within the limit or by
 * video of which no rule fails, with the rules that stay unknown. Fills bench.pairs (p, t, unknown) and returns the
 * milliseconds that took.
 */
export async function joinInSql(sql: Sql, at: Date, nearBy: NearBy): Promise<number> {
  await sql.unsafe(`drop table if exists bench.pairs`);
  if (nearBy === "postgis") await sql.unsafe(geography);
  const start = performance.now();
  await sql.unsafe(`create unlogged table bench.pairs as ${question(at, nearBy)}`);
  return Math.round(performance.now() - start);
}

/** Whether the server could measure by PostGIS. */
export async function hasPostgis(sql: Sql): Promise<boolean> {
  const [found] = await sql`select 1 from pg_available_extensions where name = 'postgis'`;
  return found !== undefined;
}

const geography = `
  create extension if not exists postgis;
  alter table bench.patients add column if not exists geog geography(point);
  alter table bench.sites add column if not exists geog geography(point);
  update bench.patients set geog = st_makepoint(lon, lat)::geography;
  update bench.sites set geog = st_makepoint(lon, lat)::geography;
  create index if not exists sites_geog on bench.sites using gist (geog);
  analyze bench.patients;
  analyze bench.sites;`;

/** PostGIS measures on a sphere of a slightly smaller radius. */
const postgisRadii = 6_371_008.8 / 6_371_008.771415;

const near: Record<NearBy, { metres: string; isNear: string }> = {
  earthdistance: {
    metres: "earth_distance(p.place, s.place)",
    isNear: "earth_box(p.place, p.reach) @> s.place",
  },
  postgis: {
    metres: `st_distance(p.geog, s.geog, false) * ${postgisRadii}`,
    isNear: "st_dwithin(p.geog, s.geog, p.reach, false)",
  },
};

function question(at: Date, nearBy: NearBy): string {
  const { metres, isNear } = near[nearBy];
  return `
    with p as materialized (${patients(at)}), t as materialized (${therapists(at)}),
    pair as (
      select p.i as p, t.i as t, ${unknown} as unknown, ${siteUnknown} as site_unknown, ${metres} as metres
      from p join bench.sites s on ${isNear} join t on t.i = s.therapist
      where not (p.open_video and t.video)
        and ${metres} / 1000 <= coalesce(p.max_km, 'infinity')
        and ${metres} / 1000 * p.minutes_per_km <= coalesce(p.max_minutes, 'infinity')
        and ${rules(at)}
      union all
      select p.i, t.i, ${unknown}, ${siteUnknown}, ${metres}
      from p join t on p.open_video and t.video join bench.sites s on s.therapist = t.i
      where ${rules(at)}
    )
    select distinct on (p, t) p, t, unknown + site_unknown * ${ruleBits.access} as unknown
    from pair order by p, t, site_unknown, metres`;
}

const instant = (at: Date) => `timestamptz '${at.toISOString()}'`;

/** Patients whose search is open, with age, reach in metres, and the offers that would do for them. */
function patients(at: Date): string {
  const aged = `
    select *, extract(year from age((${instant(at)} at time zone 'Europe/Berlin')::date, birth_date))::int as age,
      least(coalesce(max_km, 'infinity'), coalesce(max_minutes, 'infinity') / minutes_per_km) * 1000 + 1 as reach
    from bench.patients where not closed`;
  const wanted = (ageGroup: string) => `(
    select coalesce(array_agg(method || ' ${ageGroup} ' || setting), '{}')
    from unnest(methods) method, unnest(case when open_group then '{individual,group}'::text[] else '{individual}' end) setting)`;
  return `
    select *, case when age is null or age < 21 then ${wanted("child")} else '{}' end as wanted_child,
      case when age is null or age >= 18 then ${wanted("adult")} else '{}' end as wanted_adult
    from (${aged}) aged`;
}

/** Therapists whose mailbox may be asked, with what their offers come to. */
function therapists(at: Date): string {
  const onlyGroups = (ageGroup: string) =>
    `exists (select from unnest(offers) o where o like '% ${ageGroup} %')
      and not exists (select from unnest(offers) o where o like '% ${ageGroup} individual')`;
  return `
    select *, offers = '{}' as no_offers,
      case when group_only then (select coalesce(array_agg(o), '{}') from unnest(offers) o where o like '% group') else offers end as given,
      exists (select from unnest(offers) o where o like '% child %') as child,
      exists (select from unnest(offers) o where o like '% adult %') as adult,
      group_only or (offers <> '{}' and not exists (select from unnest(offers) o where o like '% individual')) as groups,
      ${onlyGroups("child")} as child_groups, ${onlyGroups("adult")} as adult_groups
    from bench.therapists t
    where active and not objected and not exists (
      select from bench.therapists o where o.mailbox = t.mailbox and (o.has_open or o.cooling_until > ${instant(at)}))`;
}

/** Every rule that does not fail; those about place stand with the join. */
function rules(at: Date): string {
  return `
    not exists (select from bench.exclusions e where e.p = p.i and e.t = t.i and (e.until is null or e.until > ${instant(at)}))
    and (p.age is null or t.no_offers or (p.age < 21 and t.child) or (p.age >= 18 and t.adult))
    and (p.payer is distinct from 'gkv' or p.reimbursement or t.seat <> 'no')
    and (p.methods = '{}' or t.no_offers or t.given && p.wanted_child or t.given && p.wanted_adult)
    and (p.open_group or (t.groups or (p.age < 18 and t.child_groups) or (p.age >= 21 and t.adult_groups)) is not true)
    and (p.wanted_gender = 'any' or t.gender = 'not_stated' or t.gender = p.wanted_gender)
    and ('de' = any (p.languages) or p.languages && t.languages)
    and (p.hours is null or t.hours is null or exists (
      select from unnest(p.hours * t.hours) slot where upper(slot) - lower(slot) >= 50))
    and (p.age is null or (p.age >= coalesce(t.age_min, 0) and p.age <= coalesce(t.age_max, 999)))
    and (t.genders = '{}' or p.gender = 'not_stated' or p.gender = any (t.genders))
    and (p.diagnoses = '{}'
      or (not exists (select from unnest(p.diagnoses) d, unnest(t.refuses) r where starts_with(d, r))
        and (t.treats = '{}' or exists (
          select from unnest(p.diagnoses) d, unnest(t.treats) w where starts_with(d, w) or starts_with(w, d)))))
    and not (p.step_free and s.step_free = 'no')`;
}

const siteUnknown = "(p.step_free and s.step_free = 'unknown')::int";

const bit = (rule: keyof typeof ruleBits, condition: string) =>
  `case when ${condition} then ${ruleBits[rule]} else 0 end`;

/** The rules that stay unknown, as a sum of their bits. */
const unknown = [
  bit("age-licence", "p.age is null or t.no_offers"),
  bit(
    "payer",
    "not p.reimbursement and ((p.payer = 'gkv' and t.seat = 'unknown') or (p.payer is null and t.seat <> 'yes'))",
  ),
  bit(
    "method",
    "p.methods <> '{}' and (t.no_offers or (p.age is null and (t.given && p.wanted_child) <> (t.given && p.wanted_adult)))",
  ),
  bit("therapist-gender", "p.wanted_gender <> 'any' and t.gender = 'not_stated'"),
  bit("times", "p.hours is null or t.hours is null"),
  bit("patient-age", "p.age is null and (t.age_min is not null or t.age_max is not null)"),
  bit("patient-gender", "p.gender = 'not_stated' and t.genders <> '{}'"),
  bit(
    "diagnosis",
    `p.diagnoses = '{}' and (t.treats <> '{}' or t.refuses <> '{}')
      or exists (select from unnest(p.diagnoses) d, unnest(t.refuses) r where starts_with(r, d))`,
  ),
].join(" + ");
