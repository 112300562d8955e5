CREATE TABLE "therapist_source_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"therapist_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_records" ADD COLUMN "other_keys" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "therapist_source_keys" ADD CONSTRAINT "therapist_source_keys_therapist_id_therapists_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."therapists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "therapist_source_keys_therapist_id_index" ON "therapist_source_keys" USING btree ("therapist_id");