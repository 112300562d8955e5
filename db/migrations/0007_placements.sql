CREATE TYPE "public"."placement_status" AS ENUM('accepted', 'confirmed', 'first_talk', 'trial_sessions', 'started', 'failed');--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"search_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"status" "placement_status" DEFAULT 'accepted' NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"first_talk_on" date,
	"first_talk_at" timestamp with time zone,
	"trial_sessions_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"asked_at" timestamp with time zone,
	"handed_over_at" timestamp with time zone,
	CONSTRAINT "placements_itemId_unique" UNIQUE("item_id")
);
--> statement-breakpoint
CREATE TABLE "practice_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"name" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "call_planned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "postponed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "taken_over_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "taken_over_by" uuid;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_search_id_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_item_id_inquiry_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."inquiry_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_forms" ADD CONSTRAINT "practice_forms_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_forms" ADD CONSTRAINT "practice_forms_uploaded_by_staff_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_placement_per_search" ON "placements" USING btree ("search_id") WHERE status <> 'failed';--> statement-breakpoint
CREATE INDEX "placements_status_index" ON "placements" USING btree ("status");--> statement-breakpoint
CREATE INDEX "practice_forms_practice_id_index" ON "practice_forms" USING btree ("practice_id");--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_taken_over_by_staff_id_fk" FOREIGN KEY ("taken_over_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;