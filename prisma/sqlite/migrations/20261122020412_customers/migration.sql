-- AlterTable
ALTER TABLE "halls" ADD COLUMN "remote_per_day" INTEGER;

-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "postponed_at" DATETIME;

-- CreateTable
CREATE TABLE "remote_joins" (
    "ticket_id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "device" TEXT,
    "joined_at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "remote_joins_hall_id_service_day_idx" ON "remote_joins"("hall_id", "service_day");

-- CreateIndex
CREATE INDEX "remote_joins_hall_id_device_idx" ON "remote_joins"("hall_id", "device");
