-- CreateTable
CREATE TABLE "bookable_services" (
    "service_id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "slot_minutes" INTEGER NOT NULL,
    "per_hour" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "bookings" (
    "ticket_id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "slot_at" DATETIME NOT NULL,
    "place" INTEGER,
    "device" TEXT,
    "person" TEXT,
    "open_device" TEXT,
    "open_person" TEXT,
    "booked_at" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "halls" ADD COLUMN "check_in_metres" INTEGER;
ALTER TABLE "halls" ADD COLUMN "bookings" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "halls" ADD COLUMN "booking_days_ahead" INTEGER NOT NULL DEFAULT 14;
ALTER TABLE "halls" ADD COLUMN "booking_walk_in_share" INTEGER NOT NULL DEFAULT 30;
ALTER TABLE "halls" ADD COLUMN "booking_early_minutes" INTEGER NOT NULL DEFAULT 15;
ALTER TABLE "halls" ADD COLUMN "booking_late_minutes" INTEGER NOT NULL DEFAULT 10;
ALTER TABLE "halls" ADD COLUMN "booking_lapse_minutes" INTEGER NOT NULL DEFAULT 30;
ALTER TABLE "halls" ADD COLUMN "booking_reminder_minutes" INTEGER NOT NULL DEFAULT 60;
ALTER TABLE "halls" ADD COLUMN "booking_change_minutes" INTEGER NOT NULL DEFAULT 30;

-- CreateIndex
CREATE INDEX "bookable_services_hall_id_idx" ON "bookable_services"("hall_id");

-- CreateIndex
CREATE INDEX "bookings_hall_id_service_day_idx" ON "bookings"("hall_id", "service_day");

-- CreateIndex
CREATE UNIQUE INDEX "bookings_hall_id_service_id_slot_at_place_key" ON "bookings"("hall_id", "service_id", "slot_at", "place");

-- CreateIndex
CREATE UNIQUE INDEX "bookings_hall_id_open_device_key" ON "bookings"("hall_id", "open_device");

-- CreateIndex
CREATE UNIQUE INDEX "bookings_hall_id_open_person_key" ON "bookings"("hall_id", "open_person");
