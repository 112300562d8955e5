DROP INDEX "locations_therapist_id_id_index";--> statement-breakpoint
CREATE INDEX "locations_of_therapist_index" ON "locations" USING btree ("therapist_id","id","city");