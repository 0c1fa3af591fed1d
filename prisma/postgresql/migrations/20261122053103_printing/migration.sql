-- AlterTable
ALTER TABLE "halls" ADD COLUMN     "logo_id" TEXT;

-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "slip" TEXT;

-- AlterTable
ALTER TABLE "screens" ADD COLUMN     "printer_id" TEXT;

-- CreateTable
CREATE TABLE "printers" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 9100,
    "columns" INTEGER NOT NULL DEFAULT 48,
    "code_page" TEXT NOT NULL,
    "answers_status" BOOLEAN NOT NULL DEFAULT true,
    "for_guide" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL DEFAULT 'unknown',
    "state_since" TIMESTAMP(3) NOT NULL,
    "checked_at" TIMESTAMP(3),
    "lease_by" TEXT,
    "lease_until" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "printers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "print_jobs" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "printer_id" TEXT NOT NULL,
    "ticket_id" TEXT,
    "number" TEXT NOT NULL,
    "slip" JSONB,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "asked_by" TEXT NOT NULL,
    "sent_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),
    "settled_at" TIMESTAMP(3),
    "settled_by" TEXT,

    CONSTRAINT "print_jobs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "printers_hall_id_name_key" ON "printers"("hall_id", "name");

-- CreateIndex
CREATE INDEX "print_jobs_printer_id_state_id_idx" ON "print_jobs"("printer_id", "state", "id");

-- CreateIndex
CREATE INDEX "print_jobs_hall_id_settled_at_state_idx" ON "print_jobs"("hall_id", "settled_at", "state");

-- CreateIndex
CREATE INDEX "print_jobs_ticket_id_id_idx" ON "print_jobs"("ticket_id", "id");
