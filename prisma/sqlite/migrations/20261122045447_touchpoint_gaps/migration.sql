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

-- AlterTable
ALTER TABLE "halls" ADD COLUMN "currency" TEXT NOT NULL DEFAULT 'CNY';

-- CreateIndex
CREATE INDEX "referrals_hall_id_at_idx" ON "referrals"("hall_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "referrals_hall_id_service_day_code_key" ON "referrals"("hall_id", "service_day", "code");
