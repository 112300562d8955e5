ALTER TABLE "objections" ADD COLUMN "person_id" uuid;--> statement-breakpoint
CREATE INDEX "objections_person_id_index" ON "objections" USING btree ("person_id");