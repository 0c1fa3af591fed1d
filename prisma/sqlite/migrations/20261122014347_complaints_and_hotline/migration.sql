-- CreateTable
CREATE TABLE "complaints" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "words" TEXT NOT NULL,
    "promise" TEXT NOT NULL,
    "promised_at" DATETIME NOT NULL,
    "registered_at" DATETIME NOT NULL,
    "registered_by_ref" TEXT NOT NULL,
    "registered_by_name" TEXT,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT,
    "offered_ref" TEXT,
    "offered_name" TEXT,
    "department" TEXT,
    "dispatched_at" DATETIME,
    "replied_at" DATETIME,
    "reply_channel" TEXT,
    "answer" TEXT,
    "closed_at" DATETIME,
    "cause" TEXT,
    "prevention" TEXT,
    "first_contact" BOOLEAN,
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "ladder_step" INTEGER NOT NULL DEFAULT 0,
    "broken_at" DATETIME
);

-- CreateTable
CREATE TABLE "complaint_remedies" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "complaint_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "asked_by_ref" TEXT NOT NULL,
    "asked_by_name" TEXT,
    "asked_at" DATETIME NOT NULL,
    "decided_by_ref" TEXT,
    "decided_by_name" TEXT,
    "decided_at" DATETIME,
    CONSTRAINT "complaint_remedies_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaints" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "complaint_entries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "complaint_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "actor_name" TEXT,
    "note" TEXT,
    "facts" JSONB NOT NULL,
    CONSTRAINT "complaint_entries_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaints" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "complaint_rules" (
    "hall_id" TEXT NOT NULL PRIMARY KEY,
    "rules" JSONB NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "hall_notices" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "service_day" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "due_at" DATETIME NOT NULL,
    "missed_at" DATETIME
);

-- CreateTable
CREATE TABLE "hall_notice_receipts" (
    "notice_id" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("notice_id", "actor_ref"),
    CONSTRAINT "hall_notice_receipts_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "hall_notices" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "complaints_hall_id_state_promised_at_idx" ON "complaints"("hall_id", "state", "promised_at");

-- CreateIndex
CREATE INDEX "complaints_hall_id_registered_at_idx" ON "complaints"("hall_id", "registered_at");

-- CreateIndex
CREATE INDEX "complaints_hall_id_owner_ref_state_idx" ON "complaints"("hall_id", "owner_ref", "state");

-- CreateIndex
CREATE INDEX "complaints_hall_id_offered_ref_idx" ON "complaints"("hall_id", "offered_ref");

-- CreateIndex
CREATE INDEX "complaints_hall_id_visit_id_idx" ON "complaints"("hall_id", "visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "complaints_hall_id_service_day_ordinal_key" ON "complaints"("hall_id", "service_day", "ordinal");

-- CreateIndex
CREATE INDEX "complaint_remedies_complaint_id_idx" ON "complaint_remedies"("complaint_id");

-- CreateIndex
CREATE INDEX "complaint_remedies_hall_id_state_idx" ON "complaint_remedies"("hall_id", "state");

-- CreateIndex
CREATE INDEX "complaint_entries_complaint_id_at_idx" ON "complaint_entries"("complaint_id", "at");

-- CreateIndex
CREATE INDEX "hall_notices_hall_id_at_idx" ON "hall_notices"("hall_id", "at");
