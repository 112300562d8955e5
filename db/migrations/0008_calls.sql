CREATE TABLE "phone_lines" (
	"number" text PRIMARY KEY NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp with time zone,
	"last_called_on" date
);
--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "attempt" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "by_appointment" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "result" text;--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "named_wait_weeks" integer;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "asked" jsonb;--> statement-breakpoint
ALTER TABLE "phone_lines" ADD CONSTRAINT "phone_lines_claimed_by_staff_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;