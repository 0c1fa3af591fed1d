-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "added_at" DATETIME NOT NULL,
    "added_by" TEXT NOT NULL,
    "subject" TEXT
);

-- CreateTable
CREATE TABLE "hall_openings" (
    "hall_id" TEXT NOT NULL PRIMARY KEY,
    "open" BOOLEAN NOT NULL,
    "opened_for" DATETIME,
    "missed_for" DATETIME,
    "opened_at" DATETIME,
    "opened_by" TEXT,
    "opened_name" TEXT,
    "check_day" TEXT,
    "check_at" DATETIME,
    "check_by" TEXT,
    "check_name" TEXT,
    "decision_open" BOOLEAN,
    "decision_at" DATETIME,
    "decision_until" DATETIME,
    "decision_by" TEXT,
    "decision_name" TEXT,
    "decision_reason" TEXT,
    CONSTRAINT "hall_openings_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "round_templates" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "times" JSONB NOT NULL,
    "every_minutes" INTEGER,
    "grace_minutes" INTEGER NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "rounds" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "template_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "service_day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" DATETIME,
    "sign_by" DATETIME,
    "missed_at" DATETIME,
    "signed_at" DATETIME,
    "signed_by" TEXT,
    "signed_name" TEXT,
    "results" JSONB NOT NULL,
    "item_count" INTEGER NOT NULL,
    "failed_count" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "hall_tasks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "six" TEXT NOT NULL,
    "zone_id" TEXT,
    "note" TEXT,
    "photo_ids" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "opened_at" DATETIME NOT NULL,
    "opened_name" TEXT NOT NULL,
    "due_at" DATETIME NOT NULL,
    "overdue_at" DATETIME,
    "done_at" DATETIME,
    "done_by" TEXT,
    "done_name" TEXT,
    "done_note" TEXT,
    "checked_at" DATETIME,
    "checked_by" TEXT,
    "checked_name" TEXT,
    "check_note" TEXT
);

-- AlterTable
ALTER TABLE "halls" ADD COLUMN "district" JSONB;
ALTER TABLE "halls" ADD COLUMN "campaign" JSONB;
ALTER TABLE "halls" ADD COLUMN "opening_check" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "attachments_hall_id_subject_idx" ON "attachments"("hall_id", "subject");

-- CreateIndex
CREATE INDEX "round_templates_hall_id_sort_idx" ON "round_templates"("hall_id", "sort");

-- CreateIndex
CREATE INDEX "rounds_hall_id_state_service_day_idx" ON "rounds"("hall_id", "state", "service_day");

-- CreateIndex
CREATE INDEX "rounds_hall_id_service_day_idx" ON "rounds"("hall_id", "service_day");

-- CreateIndex
CREATE INDEX "hall_tasks_hall_id_state_due_at_idx" ON "hall_tasks"("hall_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "hall_tasks_hall_id_round_id_idx" ON "hall_tasks"("hall_id", "round_id");
