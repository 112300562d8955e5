CREATE TABLE "evidence_facts" (
	"patient_id" uuid PRIMARY KEY NOT NULL,
	"mandate_on" date,
	"insurer_asked_on" date
);
--> statement-breakpoint
CREATE TABLE "own_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"contacted_on" date NOT NULL,
	"details" text NOT NULL,
	"added_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence_facts" ADD CONSTRAINT "evidence_facts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_contacts" ADD CONSTRAINT "own_contacts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_contacts_patient_id_index" ON "own_contacts" USING btree ("patient_id");