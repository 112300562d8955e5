ALTER TABLE "mails" ADD COLUMN "recipient_domain" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "email_bounced_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mails_recipient_domain_sending_since_index" ON "mails" USING btree ("recipient_domain","sending_since");