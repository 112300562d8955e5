CREATE TYPE "public"."inbound_kind" AS ENUM('answer', 'objection', 'out_of_office', 'bounce_hard', 'bounce_soft', 'other', 'unreadable');--> statement-breakpoint
CREATE TYPE "public"."inbound_state" AS ENUM('new', 'assigned', 'settled', 'dismissed');--> statement-breakpoint
CREATE TABLE "inbound_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inbound_mail_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"size" integer NOT NULL,
	"type" text,
	"refused" text,
	"content" text,
	CONSTRAINT "inbound_attachments_inboundMailId_position_unique" UNIQUE("inbound_mail_id","position"),
	CONSTRAINT "kept_or_refused" CHECK (("inbound_attachments"."refused" is null) = ("inbound_attachments"."content" is not null))
);
--> statement-breakpoint
CREATE TABLE "inbound_mailboxes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"uid_validity" text NOT NULL,
	"last_uid" bigint DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"failure_code" text,
	CONSTRAINT "inbound_mailboxes_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailbox_id" uuid NOT NULL,
	"uid_validity" text NOT NULL,
	"uid" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	"message_id_index" text,
	"thread_id" uuid NOT NULL,
	"kind" "inbound_kind" NOT NULL,
	"state" "inbound_state" NOT NULL,
	"sender" text NOT NULL,
	"sender_index" text NOT NULL,
	"content" text NOT NULL,
	"suggestion" text,
	"size" integer NOT NULL,
	"answers_mail_id" uuid,
	"inquiry_id" uuid,
	"practice_id" uuid,
	"patient_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"marked" boolean DEFAULT false NOT NULL,
	CONSTRAINT "inbound_mails_fingerprint_unique" UNIQUE("fingerprint"),
	CONSTRAINT "inbound_mails_mailboxId_uidValidity_uid_unique" UNIQUE("mailbox_id","uid_validity","uid")
);
--> statement-breakpoint
ALTER TABLE "inbound_attachments" ADD CONSTRAINT "inbound_attachments_inbound_mail_id_inbound_mails_id_fk" FOREIGN KEY ("inbound_mail_id") REFERENCES "public"."inbound_mails"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_mailbox_id_inbound_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."inbound_mailboxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_answers_mail_id_mails_id_fk" FOREIGN KEY ("answers_mail_id") REFERENCES "public"."mails"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD CONSTRAINT "inbound_mails_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbound_mails_state_received_at_index" ON "inbound_mails" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_inquiry_id_index" ON "inbound_mails" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_patient_id_index" ON "inbound_mails" USING btree ("patient_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_practice_id_index" ON "inbound_mails" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_thread_id_index" ON "inbound_mails" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "inbound_mails_message_id_index_index" ON "inbound_mails" USING btree ("message_id_index");--> statement-breakpoint
CREATE INDEX "inbound_mails_unmarked" ON "inbound_mails" USING btree ("mailbox_id","uid") WHERE not marked;