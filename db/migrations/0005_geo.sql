CREATE TABLE "service_gates" (
	"host" text PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"closed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "travel_times" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"minutes" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ask_again_at" timestamp with time zone,
	CONSTRAINT "travel_times_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "geocoder_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "locations" ADD COLUMN "geocoder_asked_at" timestamp with time zone;