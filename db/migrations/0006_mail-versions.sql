ALTER TABLE "mails" ADD COLUMN "day" date;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "version" text;