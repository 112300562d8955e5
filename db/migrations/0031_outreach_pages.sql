ALTER TABLE "inquiries" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "placements" ADD COLUMN "accepted_by_forward_id" uuid;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_accepted_by_forward_id_inquiry_forwards_id_fk" FOREIGN KEY ("accepted_by_forward_id") REFERENCES "public"."inquiry_forwards"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "placements_accepted_by_forward_id_index" ON "placements" USING btree ("accepted_by_forward_id");