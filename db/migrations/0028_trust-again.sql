ALTER TABLE "tasks" ADD COLUMN "details" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "results" text;--> statement-breakpoint
CREATE INDEX "tasks_subject_id_index" ON "tasks" USING btree ("subject_id");