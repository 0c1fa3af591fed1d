-- AlterTable
ALTER TABLE "halls" ADD COLUMN     "remote_per_day" INTEGER;

-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "postponed_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "remote_joins" (
    "ticket_id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "device" TEXT,
    "joined_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "remote_joins_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateIndex
CREATE INDEX "remote_joins_hall_id_service_day_idx" ON "remote_joins"("hall_id", "service_day");

-- CreateIndex
CREATE INDEX "remote_joins_hall_id_device_idx" ON "remote_joins"("hall_id", "device");
