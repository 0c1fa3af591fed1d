-- AlterTable
ALTER TABLE "tickets" ADD COLUMN     "promise_due_at" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "promise_records" (
    "hall_id" TEXT NOT NULL,
    "correction" DOUBLE PRECISION NOT NULL,
    "settled" INTEGER NOT NULL,
    "settled_until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "promise_records_pkey" PRIMARY KEY ("hall_id")
);

-- CreateIndex
CREATE INDEX "tickets_hall_id_promise_due_at_idx" ON "tickets"("hall_id", "promise_due_at");
