-- AlterTable
ALTER TABLE "halls" ADD COLUMN     "kiosk_chooses_class" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "screen_silent_seconds" INTEGER NOT NULL DEFAULT 180;

-- AlterTable
ALTER TABLE "screens" ADD COLUMN     "build" TEXT,
ADD COLUMN     "last_ack_at" TIMESTAMP(3),
ADD COLUMN     "page_id" TEXT,
ADD COLUMN     "reload_asked_at" TIMESTAMP(3),
ADD COLUMN     "reloaded_at" TIMESTAMP(3),
ADD COLUMN     "silent_at" TIMESTAMP(3),
ADD COLUMN     "zone_id" TEXT;
