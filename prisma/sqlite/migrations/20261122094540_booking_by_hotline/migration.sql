-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_bookings" (
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
    "booked_at" DATETIME NOT NULL,
    "by_hotline" BOOLEAN NOT NULL DEFAULT false
);
INSERT INTO "new_bookings" ("booked_at", "device", "hall_id", "open_device", "open_person", "person", "place", "service_day", "service_id", "slot_at", "ticket_id") SELECT "booked_at", "device", "hall_id", "open_device", "open_person", "person", "place", "service_day", "service_id", "slot_at", "ticket_id" FROM "bookings";
DROP TABLE "bookings";
ALTER TABLE "new_bookings" RENAME TO "bookings";
CREATE INDEX "bookings_hall_id_service_day_idx" ON "bookings"("hall_id", "service_day");
CREATE UNIQUE INDEX "bookings_hall_id_service_id_slot_at_place_key" ON "bookings"("hall_id", "service_id", "slot_at", "place");
CREATE UNIQUE INDEX "bookings_hall_id_open_device_key" ON "bookings"("hall_id", "open_device");
CREATE UNIQUE INDEX "bookings_hall_id_open_person_key" ON "bookings"("hall_id", "open_person");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
