-- AlterTable
ALTER TABLE "tickets" ADD COLUMN "promise_due_at" DATETIME;

-- CreateTable
CREATE TABLE "promise_records" (
    "hall_id" TEXT NOT NULL PRIMARY KEY,
    "correction" REAL NOT NULL,
    "settled" INTEGER NOT NULL,
    "settled_until" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "tickets_hall_id_promise_due_at_idx" ON "tickets"("hall_id", "promise_due_at");
