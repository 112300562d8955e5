ALTER TABLE "tasks" ADD COLUMN "placement_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "letter" text;--> statement-breakpoint
ALTER TABLE "inquiry_items" ADD COLUMN "offered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tasks_placement_id_index" ON "tasks" USING btree ("placement_id");