CREATE TABLE "inquiry_forwards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inquiry_id" uuid NOT NULL,
	"therapist_id" uuid,
	"email" text NOT NULL,
	"mail_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inquiry_items" DROP CONSTRAINT "one_to_six_items";--> statement-breakpoint
ALTER TABLE "inquiry_items" ADD COLUMN "offered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "inquiry_forwards" ADD CONSTRAINT "inquiry_forwards_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_forwards" ADD CONSTRAINT "inquiry_forwards_therapist_id_therapists_id_fk" FOREIGN KEY ("therapist_id") REFERENCES "public"."therapists"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inquiry_forwards_inquiry_id_index" ON "inquiry_forwards" USING btree ("inquiry_id");--> statement-breakpoint
CREATE INDEX "inquiry_forwards_mail_id_index" ON "inquiry_forwards" USING btree ("mail_id");--> statement-breakpoint
ALTER TABLE "inquiry_items" ADD CONSTRAINT "one_to_twelve_positions" CHECK ("inquiry_items"."position" between 1 and 12);