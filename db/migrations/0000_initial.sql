CREATE TYPE "public"."call_status" AS ENUM('planned', 'done', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."consent_kind" AS ENUM('processing', 'sharing', 'identity', 'status_mails');--> statement-breakpoint
CREATE TYPE "public"."coordinate_source" AS ENUM('source', 'geocoder', 'postcode', 'none');--> statement-breakpoint
CREATE TYPE "public"."gender" AS ENUM('female', 'male', 'diverse', 'not_stated');--> statement-breakpoint
CREATE TYPE "public"."inquiry_channel" AS ENUM('email', 'phone');--> statement-breakpoint
CREATE TYPE "public"."inquiry_status" AS ENUM('proposed', 'approved', 'sent', 'answered', 'expired', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."item_outcome" AS ENUM('pending', 'accepted', 'later', 'rejected_capacity', 'rejected_unsuitable', 'rejected_other', 'no_answer', 'placed_elsewhere', 'withdrawn', 'no_show', 'in_trial_sessions');--> statement-breakpoint
CREATE TYPE "public"."mail_status" AS ENUM('queued', 'sending', 'sent', 'kept', 'failed', 'unknown', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."patient_status" AS ENUM('open', 'searching', 'in_therapy', 'therapy_completed', 'search_cancelled', 'therapy_cancelled');--> statement-breakpoint
CREATE TYPE "public"."payer" AS ENUM('gkv', 'pkv', 'beihilfe', 'self', 'other');--> statement-breakpoint
CREATE TYPE "public"."search_status" AS ENUM('unverified', 'active', 'paused', 'placed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."staff_role" AS ENUM('admin', 'coordinator', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."therapist_status" AS ENUM('pending_review', 'active', 'blocked', 'inactive');--> statement-breakpoint
CREATE TYPE "public"."tri_state" AS ENUM('yes', 'no', 'unknown');--> statement-breakpoint
CREATE TABLE "api_requests" (
	"token_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"fingerprint" text NOT NULL,
	"resource_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_requests_token_id_key_hash_pk" PRIMARY KEY("token_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "access_tokens_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seals_entryId_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid
);
--> statement-breakpoint
CREATE TABLE "import_records" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"source_key" text,
	"therapist" jsonb,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"therapist_id" uuid,
	CONSTRAINT "import_records_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"finished_at" timestamp with time zone,
	"total" integer NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"inquiry_id" uuid,
	"status" "call_status" DEFAULT 'planned' NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"notes" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inquiries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"practice_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"run_id" uuid,
	"status" "inquiry_status" DEFAULT 'proposed' NOT NULL,
	"channel" "inquiry_channel" NOT NULL,
	"cancel_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"sent_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "inquiries_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "inquiry_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inquiry_id" uuid NOT NULL,
	"search_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"location_id" uuid,
	"distance_km" real,
	"travel_minutes" real,
	"travel_estimated" boolean DEFAULT true NOT NULL,
	"checks" text[] DEFAULT '{}' NOT NULL,
	"outcome" "item_outcome" DEFAULT 'pending' NOT NULL,
	"note" text,
	"later_on" date,
	"outcome_at" timestamp with time zone,
	CONSTRAINT "inquiry_items_inquiryId_searchId_unique" UNIQUE("inquiry_id","search_id"),
	CONSTRAINT "inquiry_items_inquiryId_position_unique" UNIQUE("inquiry_id","position"),
	CONSTRAINT "one_to_six_items" CHECK ("inquiry_items"."position" between 1 and 6)
);
--> statement-breakpoint
CREATE TABLE "matching_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"requested_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"progress" jsonb,
	"counts" jsonb
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"locale" text DEFAULT 'de' NOT NULL,
	"patient_id" uuid,
	"practice_id" uuid,
	"staff_id" uuid,
	"inquiry_id" uuid,
	"status" "mail_status" DEFAULT 'queued' NOT NULL,
	"occasion" text NOT NULL,
	"recipient" text,
	"content" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sending_since" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mails_occasion_unique" UNIQUE("occasion"),
	CONSTRAINT "exactly_one_recipient" CHECK (num_nonnulls("mails"."patient_id", "mails"."practice_id", "mails"."staff_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"version" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "intake_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"data" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "intake_drafts_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" "patient_status" DEFAULT 'open' NOT NULL,
	"salutation" text DEFAULT '' NOT NULL,
	"gender" "gender" DEFAULT 'not_stated' NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"birth_date" date,
	"street" text DEFAULT '' NOT NULL,
	"house_number" text DEFAULT '' NOT NULL,
	"postal_code" text NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"coordinate_source" "coordinate_source" DEFAULT 'none' NOT NULL,
	"email" text,
	"email_index" text,
	"email_verified_at" timestamp with time zone,
	"phone" text,
	"general_practitioner" text DEFAULT '' NOT NULL,
	"guardian" text,
	"payer" "payer",
	"reimbursement_route" boolean DEFAULT false NOT NULL,
	"insurer" text DEFAULT '' NOT NULL,
	"health" text NOT NULL,
	"availability" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"travel_mode" text DEFAULT 'car' NOT NULL,
	"travel_max_minutes" real,
	"travel_max_km" real,
	"open_to_group" boolean DEFAULT false NOT NULL,
	"open_to_video" boolean DEFAULT false NOT NULL,
	"open_to_diga" boolean DEFAULT false NOT NULL,
	"wanted_therapist_gender" text DEFAULT 'any' NOT NULL,
	"wanted_methods" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"step_free_access" boolean DEFAULT false NOT NULL,
	"heard_from" text DEFAULT '' NOT NULL,
	"notes" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"first_place_on" date,
	"working_place_on" date,
	"last_contact_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"status" "search_status" NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"paused_until" timestamp with time zone,
	"pause_reason" text,
	"paused_for_consent" boolean DEFAULT false NOT NULL,
	"placed_item_id" uuid,
	"placed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" "staff_role" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "exclusions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"patient_id" uuid NOT NULL,
	"therapist_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "geocode_cache" (
	"key" text PRIMARY KEY NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"therapist_id" uuid NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"house_number" text DEFAULT '' NOT NULL,
	"postal_code" text NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"coordinate_source" "coordinate_source" DEFAULT 'none' NOT NULL,
	"step_free" "tri_state" DEFAULT 'unknown' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"mailbox_key" text NOT NULL,
	"email" text,
	"email_bounced_at" timestamp with time zone,
	"phone" text,
	"cooling_until" timestamp with time zone,
	"last_mail_at" timestamp with time zone,
	"last_call_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practices_mailboxKey_unique" UNIQUE("mailbox_key")
);
--> statement-breakpoint
CREATE TABLE "therapists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"status" "therapist_status" DEFAULT 'pending_review' NOT NULL,
	"blocked_reason" text,
	"blocked_at" timestamp with time zone,
	"salutation" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"gender" "gender" DEFAULT 'not_stated' NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"last_name" text NOT NULL,
	"phone" text,
	"fax" text,
	"website" text DEFAULT '' NOT NULL,
	"statutory_seat" "tri_state" DEFAULT 'unknown' NOT NULL,
	"offers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"phone_hours" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"office_hours" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"qualifications" text[] DEFAULT '{}' NOT NULL,
	"special_offers" text[] DEFAULT '{}' NOT NULL,
	"video" "tri_state" DEFAULT 'unknown' NOT NULL,
	"wishes" jsonb NOT NULL,
	"capacity" jsonb,
	"potentially_available" boolean DEFAULT false NOT NULL,
	"potentially_available_note" text DEFAULT '' NOT NULL,
	"informed" boolean DEFAULT false NOT NULL,
	"notes" text,
	"source_key" text,
	"provenance" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"fixed_fields" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_requests" ADD CONSTRAINT "api_requests_token_id_api_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_entry_id_audit_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."audit_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_staff_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_records" ADD CONSTRAINT "import_records_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_therapist_id_therapists_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."therapists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_run_id_matching_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."matching_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_items" ADD CONSTRAINT "inquiry_items_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_items" ADD CONSTRAINT "inquiry_items_search_id_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_items" ADD CONSTRAINT "inquiry_items_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching_runs" ADD CONSTRAINT "matching_runs_requested_by_staff_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "searches" ADD CONSTRAINT "searches_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_therapist_id_therapists_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."therapists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_therapist_id_therapists_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."therapists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "therapists" ADD CONSTRAINT "therapists_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_requests_created_at_index" ON "api_requests" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "access_tokens_purpose_subject_id_index" ON "access_tokens" USING btree ("purpose","subject_id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject_kind_subject_id_index" ON "audit_entries" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_entries_at_index" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "tasks_done_at_due_at_index" ON "tasks" USING btree ("done_at","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_planned_call_per_inquiry" ON "calls" USING btree ("inquiry_id") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "calls_status_planned_at_index" ON "calls" USING btree ("status","planned_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_inquiry_per_mailbox" ON "inquiries" USING btree ("practice_id") WHERE status in ('proposed', 'approved', 'sent');--> statement-breakpoint
CREATE INDEX "inquiries_status_created_at_index" ON "inquiries" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "inquiries_therapist_id_index" ON "inquiries" USING btree ("therapist_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_accepted_item_per_search" ON "inquiry_items" USING btree ("search_id") WHERE outcome = 'accepted';--> statement-breakpoint
CREATE INDEX "inquiry_items_search_id_outcome_index" ON "inquiry_items" USING btree ("search_id","outcome");--> statement-breakpoint
CREATE INDEX "mails_status_created_at_index" ON "mails" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "mails_inquiry_id_index" ON "mails" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "mails_patient_id_index" ON "mails" USING btree ("patient_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_consent_in_force_per_kind" ON "consents" USING btree ("patient_id","kind") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "patients_status_index" ON "patients" USING btree ("status");--> statement-breakpoint
CREATE INDEX "patients_email_index_index" ON "patients" USING btree ("email_index");--> statement-breakpoint
CREATE INDEX "patients_name_index" ON "patients" USING btree (lower("last_name") collate "de-x-icu",lower("first_name") collate "de-x-icu");--> statement-breakpoint
CREATE UNIQUE INDEX "one_running_search_per_patient" ON "searches" USING btree ("patient_id") WHERE status in ('unverified', 'active', 'paused');--> statement-breakpoint
CREATE INDEX "searches_status_since_index" ON "searches" USING btree ("status","since");--> statement-breakpoint
CREATE INDEX "searches_patient_id_created_at_index" ON "searches" USING btree ("patient_id","created_at");--> statement-breakpoint
CREATE INDEX "staff_sessions_staff_id_index" ON "staff_sessions" USING btree ("staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "exclusions_patient_id_therapist_id_reason_index" ON "exclusions" USING btree ("patient_id","therapist_id","reason");--> statement-breakpoint
CREATE INDEX "exclusions_therapist_id_index" ON "exclusions" USING btree ("therapist_id");--> statement-breakpoint
CREATE INDEX "locations_therapist_id_id_index" ON "locations" USING btree ("therapist_id","id");--> statement-breakpoint
CREATE INDEX "locations_postal_code_index" ON "locations" USING btree ("postal_code");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_kind_value_index" ON "objections" USING btree ("kind","value");--> statement-breakpoint
CREATE UNIQUE INDEX "one_therapist_per_source_key" ON "therapists" USING btree ("source_key") WHERE source_key is not null;--> statement-breakpoint
CREATE INDEX "therapists_status_index" ON "therapists" USING btree ("status");--> statement-breakpoint
CREATE INDEX "therapists_practice_id_index" ON "therapists" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "therapists_name_index" ON "therapists" USING btree (lower("last_name") collate "de-x-icu",lower("first_name") collate "de-x-icu");