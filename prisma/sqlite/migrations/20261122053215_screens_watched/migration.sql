-- AlterTable
ALTER TABLE "screens" ADD COLUMN "build" TEXT;
ALTER TABLE "screens" ADD COLUMN "last_ack_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "page_id" TEXT;
ALTER TABLE "screens" ADD COLUMN "reload_asked_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "reloaded_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "silent_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "zone_id" TEXT;

-- AlterTable: added in place, so that the table keeps whatever columns it has by then.
ALTER TABLE "halls" ADD COLUMN "screen_silent_seconds" INTEGER NOT NULL DEFAULT 180;
ALTER TABLE "halls" ADD COLUMN "kiosk_chooses_class" BOOLEAN NOT NULL DEFAULT false;
