CREATE TABLE "missing_fact_counts" (
	"kind" text PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"records" integer NOT NULL,
	"pairs" integer,
	"others" integer,
	"most" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "missing_fact_counts" ADD CONSTRAINT "missing_fact_counts_run_id_matching_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."matching_runs"("id") ON DELETE no action ON UPDATE no action;