-- AlterTable
ALTER TABLE "halls" ADD COLUMN     "campaign" JSONB,
ADD COLUMN     "district" JSONB,
ADD COLUMN     "opening_check" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "attachments" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "added_at" TIMESTAMP(3) NOT NULL,
    "added_by" TEXT NOT NULL,
    "subject" TEXT,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hall_openings" (
    "hall_id" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "opened_for" TIMESTAMP(3),
    "missed_for" TIMESTAMP(3),
    "opened_at" TIMESTAMP(3),
    "opened_by" TEXT,
    "opened_name" TEXT,
    "check_day" TEXT,
    "check_at" TIMESTAMP(3),
    "check_by" TEXT,
    "check_name" TEXT,
    "decision_open" BOOLEAN,
    "decision_at" TIMESTAMP(3),
    "decision_until" TIMESTAMP(3),
    "decision_by" TEXT,
    "decision_name" TEXT,
    "decision_reason" TEXT,

    CONSTRAINT "hall_openings_pkey" PRIMARY KEY ("hall_id")
);

-- CreateTable
CREATE TABLE "round_templates" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "times" JSONB NOT NULL,
    "every_minutes" INTEGER,
    "grace_minutes" INTEGER NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "round_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rounds" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "template_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "service_day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMP(3),
    "sign_by" TIMESTAMP(3),
    "missed_at" TIMESTAMP(3),
    "signed_at" TIMESTAMP(3),
    "signed_by" TEXT,
    "signed_name" TEXT,
    "results" JSONB NOT NULL,
    "item_count" INTEGER NOT NULL,
    "failed_count" INTEGER NOT NULL,

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hall_tasks" (
    "id" TEXT NOT NULL,
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
    "opened_at" TIMESTAMP(3) NOT NULL,
    "opened_name" TEXT NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "overdue_at" TIMESTAMP(3),
    "done_at" TIMESTAMP(3),
    "done_by" TEXT,
    "done_name" TEXT,
    "done_note" TEXT,
    "checked_at" TIMESTAMP(3),
    "checked_by" TEXT,
    "checked_name" TEXT,
    "check_note" TEXT,

    CONSTRAINT "hall_tasks_pkey" PRIMARY KEY ("id")
);

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

-- AddForeignKey
ALTER TABLE "hall_openings" ADD CONSTRAINT "hall_openings_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;
