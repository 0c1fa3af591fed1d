-- CreateTable
CREATE TABLE "number_blocks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "reserved_by" TEXT NOT NULL,
    "reserved_name" TEXT,
    "reserved_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "offline_tickets" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "block_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "service_code" TEXT NOT NULL,
    "issued_at" DATETIME NOT NULL,
    "received_at" DATETIME NOT NULL,
    "received_from" TEXT NOT NULL,
    "received_name" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "time_moved" BOOLEAN NOT NULL DEFAULT false,
    "order" JSONB NOT NULL,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "settled_at" DATETIME,
    "settled_by" TEXT,
    "settled_name" TEXT,
    "note" TEXT
);

-- CreateIndex
CREATE INDEX "number_blocks_hall_id_service_day_holder_idx" ON "number_blocks"("hall_id", "service_day", "holder");

-- CreateIndex
CREATE UNIQUE INDEX "number_blocks_hall_id_service_day_letter_first_key" ON "number_blocks"("hall_id", "service_day", "letter", "first");

-- CreateIndex
CREATE UNIQUE INDEX "offline_tickets_ticket_id_key" ON "offline_tickets"("ticket_id");

-- CreateIndex
CREATE INDEX "offline_tickets_hall_id_state_idx" ON "offline_tickets"("hall_id", "state");

-- CreateIndex
CREATE INDEX "offline_tickets_hall_id_service_day_number_idx" ON "offline_tickets"("hall_id", "service_day", "number");

-- CreateIndex
CREATE INDEX "offline_tickets_block_id_idx" ON "offline_tickets"("block_id");
