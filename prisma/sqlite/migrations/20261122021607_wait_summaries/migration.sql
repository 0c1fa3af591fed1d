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

    PRIMARY KEY ("hall_id", "service_day", "hour", "service_id")
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

    PRIMARY KEY ("hall_id", "service_day", "counter_id", "staff_id", "service_id")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ticket_legs" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "service_id" TEXT NOT NULL,
    "counter_id" TEXT,
    "staff_id" TEXT,
    "waiting_since" DATETIME NOT NULL,
    "called_at" DATETIME,
    "started_at" DATETIME,
    "ended_at" DATETIME NOT NULL,
    "wait_seconds" INTEGER NOT NULL,
    "handling_seconds" INTEGER,
    "ending" TEXT NOT NULL,
    "outcome" TEXT,
    "limits_crossed" INTEGER NOT NULL DEFAULT 0,
    "estimate_p50_seconds" INTEGER,
    "estimate_p90_seconds" INTEGER,
    "learned" BOOLEAN NOT NULL DEFAULT false,
    "summarised" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ticket_legs_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_ticket_legs" ("called_at", "counter_id", "ended_at", "ending", "estimate_p50_seconds", "estimate_p90_seconds", "hall_id", "handling_seconds", "id", "learned", "limits_crossed", "ordinal", "outcome", "service_day", "service_id", "staff_id", "started_at", "ticket_id", "visit_id", "wait_seconds", "waiting_since") SELECT "called_at", "counter_id", "ended_at", "ending", "estimate_p50_seconds", "estimate_p90_seconds", "hall_id", "handling_seconds", "id", "learned", "limits_crossed", "ordinal", "outcome", "service_day", "service_id", "staff_id", "started_at", "ticket_id", "visit_id", "wait_seconds", "waiting_since" FROM "ticket_legs";
DROP TABLE "ticket_legs";
ALTER TABLE "new_ticket_legs" RENAME TO "ticket_legs";
CREATE INDEX "ticket_legs_hall_id_service_day_idx" ON "ticket_legs"("hall_id", "service_day");
CREATE INDEX "ticket_legs_hall_id_started_at_idx" ON "ticket_legs"("hall_id", "started_at");
CREATE INDEX "ticket_legs_learned_ended_at_idx" ON "ticket_legs"("learned", "ended_at");
CREATE INDEX "ticket_legs_hall_id_summarised_ended_at_idx" ON "ticket_legs"("hall_id", "summarised", "ended_at");
CREATE UNIQUE INDEX "ticket_legs_ticket_id_ordinal_key" ON "ticket_legs"("ticket_id", "ordinal");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
