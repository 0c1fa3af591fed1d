-- AlterTable
ALTER TABLE "ticket_legs" ADD COLUMN     "summarised" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "wait_summaries" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "service_id" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "legs" INTEGER NOT NULL DEFAULT 0,
    "started" INTEGER NOT NULL DEFAULT 0,
    "started_within" INTEGER NOT NULL DEFAULT 0,
    "started_within_goal" INTEGER NOT NULL DEFAULT 0,
    "left_before" INTEGER NOT NULL DEFAULT 0,
    "left_after" INTEGER NOT NULL DEFAULT 0,
    "sent_on" INTEGER NOT NULL DEFAULT 0,
    "no_show" INTEGER NOT NULL DEFAULT 0,
    "transferred" INTEGER NOT NULL DEFAULT 0,
    "crossed" INTEGER NOT NULL DEFAULT 0,
    "wait_sum" INTEGER NOT NULL DEFAULT 0,
    "under_60" INTEGER NOT NULL DEFAULT 0,
    "under_120" INTEGER NOT NULL DEFAULT 0,
    "under_180" INTEGER NOT NULL DEFAULT 0,
    "under_300" INTEGER NOT NULL DEFAULT 0,
    "under_420" INTEGER NOT NULL DEFAULT 0,
    "under_600" INTEGER NOT NULL DEFAULT 0,
    "under_900" INTEGER NOT NULL DEFAULT 0,
    "under_1200" INTEGER NOT NULL DEFAULT 0,
    "under_1800" INTEGER NOT NULL DEFAULT 0,
    "under_2700" INTEGER NOT NULL DEFAULT 0,
    "under_3600" INTEGER NOT NULL DEFAULT 0,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "handling_sum" INTEGER NOT NULL DEFAULT 0,
    "handled_within" INTEGER NOT NULL DEFAULT 0,
    "told" INTEGER NOT NULL DEFAULT 0,
    "told_kept" INTEGER NOT NULL DEFAULT 0,
    "told_error_sum" INTEGER NOT NULL DEFAULT 0,
    "told_bias_sum" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "wait_summaries_pkey" PRIMARY KEY ("hall_id","service_day","hour","service_id")
);

-- CreateTable
CREATE TABLE "work_summaries" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "handling_sum" INTEGER NOT NULL DEFAULT 0,
    "handled_within" INTEGER NOT NULL DEFAULT 0,
    "transferred" INTEGER NOT NULL DEFAULT 0,
    "no_show" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "work_summaries_pkey" PRIMARY KEY ("hall_id","service_day","counter_id","staff_id","service_id")
);

-- CreateIndex
CREATE INDEX "ticket_legs_hall_id_summarised_ended_at_idx" ON "ticket_legs"("hall_id", "summarised", "ended_at");
