-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN "picture_id" TEXT;

-- AlterTable
ALTER TABLE "weak_points" ADD COLUMN "due_told_at" DATETIME;
ALTER TABLE "weak_points" ADD COLUMN "owner_knows" TEXT;

-- CreateTable
CREATE TABLE "referrals" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "code" TEXT NOT NULL,
    "service_code" TEXT,
    "by_ref" TEXT NOT NULL,
    "arrived_at" DATETIME,
    "visit_id" TEXT
);

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
    "currency" TEXT NOT NULL DEFAULT 'CNY',
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

-- CreateIndex
CREATE INDEX "referrals_hall_id_at_idx" ON "referrals"("hall_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_hall_id_service_day_code_key" ON "referrals"("hall_id", "service_day", "code");
