CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX therapists_last_name_search ON therapists USING gin (lower(last_name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX therapists_first_name_search ON therapists USING gin (lower(first_name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX practices_name_search ON practices USING gin (lower(name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX practices_email_search ON practices USING gin (email gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX locations_city_search ON locations USING gin (lower(city) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX locations_postal_code_search ON locations USING gin (postal_code gin_trgm_ops);
