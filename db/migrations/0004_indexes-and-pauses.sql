DROP INDEX "locations_therapist_id_index";--> statement-breakpoint
DROP INDEX "patients_name_index";--> statement-breakpoint
DROP INDEX "therapists_name_index";--> statement-breakpoint
ALTER TABLE "searches" ALTER COLUMN "pause_reason" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "searches" ALTER COLUMN "pause_reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "searches" ADD COLUMN "paused_for_consent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "searches_patient_id_created_at_index" ON "searches" USING btree ("patient_id","created_at");--> statement-breakpoint
CREATE INDEX "locations_therapist_id_id_index" ON "locations" USING btree ("therapist_id","id");--> statement-breakpoint
CREATE INDEX "patients_name_index" ON "patients" USING btree (lower("last_name") collate "de-x-icu",lower("first_name") collate "de-x-icu");--> statement-breakpoint
CREATE INDEX "therapists_name_index" ON "therapists" USING btree (lower("last_name") collate "de-x-icu",lower("first_name") collate "de-x-icu");