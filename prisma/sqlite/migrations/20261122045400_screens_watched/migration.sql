-- AlterTable
ALTER TABLE "screens" ADD COLUMN "build" TEXT;
ALTER TABLE "screens" ADD COLUMN "last_ack_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "page_id" TEXT;
ALTER TABLE "screens" ADD COLUMN "reload_asked_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "reloaded_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "silent_at" DATETIME;
ALTER TABLE "screens" ADD COLUMN "zone_id" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_halls" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "time_zone" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "transport" JSONB NOT NULL,
    "parking" JSONB NOT NULL,
    "district" JSONB,
    "campaign" JSONB,
    "step_free_access" BOOLEAN NOT NULL DEFAULT false,
    "hotline_number" TEXT,
    "latitude" REAL,
    "longitude" REAL,
    "languages" JSONB NOT NULL,
    "weekly_hours" JSONB NOT NULL,
    "goal_seconds" INTEGER NOT NULL DEFAULT 300,
    "limit_seconds" INTEGER NOT NULL DEFAULT 600,
    "handling_target_seconds" INTEGER NOT NULL DEFAULT 180,
    "care_take_seconds" INTEGER NOT NULL DEFAULT 120,
    "no_show_seconds" INTEGER NOT NULL DEFAULT 60,
    "clerk_silent_seconds" INTEGER NOT NULL DEFAULT 60,
    "screen_silent_seconds" INTEGER NOT NULL DEFAULT 180,
    "kiosk_chooses_class" BOOLEAN NOT NULL DEFAULT false,
    "remote_tickets" BOOLEAN NOT NULL DEFAULT false,
    "remote_per_day" INTEGER,
    "opening_check" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);
INSERT INTO "new_halls" ("active", "address", "campaign", "care_take_seconds", "clerk_silent_seconds", "created_at", "district", "goal_seconds", "handling_target_seconds", "hotline_number", "id", "languages", "latitude", "limit_seconds", "longitude", "names", "no_show_seconds", "opening_check", "parking", "remote_per_day", "remote_tickets", "slug", "step_free_access", "time_zone", "transport", "updated_at", "weekly_hours") SELECT "active", "address", "campaign", "care_take_seconds", "clerk_silent_seconds", "created_at", "district", "goal_seconds", "handling_target_seconds", "hotline_number", "id", "languages", "latitude", "limit_seconds", "longitude", "names", "no_show_seconds", "opening_check", "parking", "remote_per_day", "remote_tickets", "slug", "step_free_access", "time_zone", "transport", "updated_at", "weekly_hours" FROM "halls";
DROP TABLE "halls";
ALTER TABLE "new_halls" RENAME TO "halls";
CREATE UNIQUE INDEX "halls_slug_key" ON "halls"("slug");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
