CREATE TABLE "way_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"is_repeated" boolean NOT NULL,
	"position" integer NOT NULL,
	"cells" text NOT NULL,
	CONSTRAINT "way_questions_runId_patientId_unique" UNIQUE("run_id","patient_id")
);
--> statement-breakpoint
ALTER TABLE "way_questions" ADD CONSTRAINT "way_questions_run_id_matching_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."matching_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "way_questions" ADD CONSTRAINT "way_questions_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "way_questions_run_id_is_repeated_position_index" ON "way_questions" USING btree ("run_id","is_repeated","position");--> statement-breakpoint
CREATE INDEX "way_questions_patient_id_index" ON "way_questions" USING btree ("patient_id");