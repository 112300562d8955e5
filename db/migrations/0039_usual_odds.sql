ALTER TABLE "matching_runs" ADD COLUMN "usual_odds" jsonb;--> statement-breakpoint
ALTER TABLE "searches" ADD COLUMN "cancelled_at" timestamp with time zone;