-- CreateTable
CREATE TABLE "wait_length_summaries" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "started" JSONB NOT NULL,
    "left" JSONB NOT NULL,
    "sent_on" JSONB NOT NULL,

    PRIMARY KEY ("hall_id", "service_day", "service_id")
);

-- CreateTable
CREATE TABLE "report_mailings" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "send_at" INTEGER NOT NULL,
    "recipients" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "report_deliveries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "mailing_id" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "due_at" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" DATETIME,
    "problem" TEXT,
    "sent_at" DATETIME,
    CONSTRAINT "report_deliveries_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "report_mailings" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_care_visits" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL DEFAULT '',
    "service_day" TEXT NOT NULL DEFAULT '',
    "crossing" INTEGER NOT NULL,
    "opened_at" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "escalate_at" DATETIME,
    "escalated_at" DATETIME,
    "owner_ref" TEXT,
    "owner_name" TEXT,
    "taken_at" DATETIME,
    "done_at" DATETIME,
    "action" TEXT,
    "note" TEXT,
    "summarised" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "care_visits_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_care_visits" ("action", "crossing", "done_at", "escalate_at", "escalated_at", "hall_id", "id", "note", "opened_at", "owner_name", "owner_ref", "state", "taken_at", "ticket_id") SELECT "action", "crossing", "done_at", "escalate_at", "escalated_at", "hall_id", "id", "note", "opened_at", "owner_name", "owner_ref", "state", "taken_at", "ticket_id" FROM "care_visits";
DROP TABLE "care_visits";
ALTER TABLE "new_care_visits" RENAME TO "care_visits";
CREATE INDEX "care_visits_hall_id_state_idx" ON "care_visits"("hall_id", "state");
CREATE INDEX "care_visits_hall_id_summarised_idx" ON "care_visits"("hall_id", "summarised");
CREATE INDEX "care_visits_state_escalate_at_idx" ON "care_visits"("state", "escalate_at");
CREATE INDEX "care_visits_ticket_id_idx" ON "care_visits"("ticket_id");
CREATE TABLE "new_wait_summaries" (
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
    "abandoned" INTEGER NOT NULL DEFAULT 0,
    "no_show" INTEGER NOT NULL DEFAULT 0,
    "transferred" INTEGER NOT NULL DEFAULT 0,
    "crossed" INTEGER NOT NULL DEFAULT 0,
    "wait_sum" INTEGER NOT NULL DEFAULT 0,
    "within_60" INTEGER NOT NULL DEFAULT 0,
    "within_120" INTEGER NOT NULL DEFAULT 0,
    "within_180" INTEGER NOT NULL DEFAULT 0,
    "within_300" INTEGER NOT NULL DEFAULT 0,
    "within_420" INTEGER NOT NULL DEFAULT 0,
    "within_600" INTEGER NOT NULL DEFAULT 0,
    "within_900" INTEGER NOT NULL DEFAULT 0,
    "within_1200" INTEGER NOT NULL DEFAULT 0,
    "within_1800" INTEGER NOT NULL DEFAULT 0,
    "within_2700" INTEGER NOT NULL DEFAULT 0,
    "within_3600" INTEGER NOT NULL DEFAULT 0,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "handling_sum" INTEGER NOT NULL DEFAULT 0,
    "handled_within" INTEGER NOT NULL DEFAULT 0,
    "told" INTEGER NOT NULL DEFAULT 0,
    "told_kept" INTEGER NOT NULL DEFAULT 0,
    "told_error_sum" INTEGER NOT NULL DEFAULT 0,
    "told_bias_sum" INTEGER NOT NULL DEFAULT 0,
    "off_15" INTEGER NOT NULL DEFAULT 0,
    "off_30" INTEGER NOT NULL DEFAULT 0,
    "off_45" INTEGER NOT NULL DEFAULT 0,
    "off_60" INTEGER NOT NULL DEFAULT 0,
    "off_75" INTEGER NOT NULL DEFAULT 0,
    "off_90" INTEGER NOT NULL DEFAULT 0,
    "off_120" INTEGER NOT NULL DEFAULT 0,
    "off_150" INTEGER NOT NULL DEFAULT 0,
    "off_180" INTEGER NOT NULL DEFAULT 0,
    "off_240" INTEGER NOT NULL DEFAULT 0,
    "off_300" INTEGER NOT NULL DEFAULT 0,
    "off_420" INTEGER NOT NULL DEFAULT 0,
    "off_600" INTEGER NOT NULL DEFAULT 0,
    "off_900" INTEGER NOT NULL DEFAULT 0,
    "off_1800" INTEGER NOT NULL DEFAULT 0,
    "care_due" INTEGER NOT NULL DEFAULT 0,
    "care_made" INTEGER NOT NULL DEFAULT 0,
    "care_sum" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("hall_id", "service_day", "hour", "service_id")
);
INSERT INTO "new_wait_summaries" ("crossed", "hall_id", "handled", "handled_within", "handling_sum", "hour", "left_after", "left_before", "legs", "no_show", "sent_on", "service_day", "service_id", "started", "started_within", "started_within_goal", "told", "told_bias_sum", "told_error_sum", "told_kept", "transferred", "wait_sum", "weekday") SELECT "crossed", "hall_id", "handled", "handled_within", "handling_sum", "hour", "left_after", "left_before", "legs", "no_show", "sent_on", "service_day", "service_id", "started", "started_within", "started_within_goal", "told", "told_bias_sum", "told_error_sum", "told_kept", "transferred", "wait_sum", "weekday" FROM "wait_summaries";
DROP TABLE "wait_summaries";
ALTER TABLE "new_wait_summaries" RENAME TO "wait_summaries";
CREATE TABLE "new_work_summaries" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "legs" INTEGER NOT NULL DEFAULT 0,
    "started" INTEGER NOT NULL DEFAULT 0,
    "started_within" INTEGER NOT NULL DEFAULT 0,
    "wait_sum" INTEGER NOT NULL DEFAULT 0,
    "left_before" INTEGER NOT NULL DEFAULT 0,
    "left_after" INTEGER NOT NULL DEFAULT 0,
    "abandoned" INTEGER NOT NULL DEFAULT 0,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "handling_sum" INTEGER NOT NULL DEFAULT 0,
    "handled_within" INTEGER NOT NULL DEFAULT 0,
    "transferred" INTEGER NOT NULL DEFAULT 0,
    "no_show" INTEGER NOT NULL DEFAULT 0,
    "care_made" INTEGER NOT NULL DEFAULT 0,
    "care_sum" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("hall_id", "service_day", "counter_id", "staff_id", "service_id")
);
INSERT INTO "new_work_summaries" ("counter_id", "hall_id", "handled", "handled_within", "handling_sum", "no_show", "service_day", "service_id", "staff_id", "transferred") SELECT "counter_id", "hall_id", "handled", "handled_within", "handling_sum", "no_show", "service_day", "service_id", "staff_id", "transferred" FROM "work_summaries";
DROP TABLE "work_summaries";
ALTER TABLE "new_work_summaries" RENAME TO "work_summaries";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "report_mailings_hall_id_idx" ON "report_mailings"("hall_id");

-- CreateIndex
CREATE INDEX "report_deliveries_hall_id_due_at_idx" ON "report_deliveries"("hall_id", "due_at");

-- CreateIndex
CREATE INDEX "report_deliveries_next_at_idx" ON "report_deliveries"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_deliveries_mailing_id_from_day_to_day_key" ON "report_deliveries"("mailing_id", "from_day", "to_day");

-- What care visits do not know of themselves yet.
UPDATE "care_visits" SET
    "service_id" = (SELECT "service_id" FROM "tickets" WHERE "tickets"."id" = "care_visits"."ticket_id"),
    "service_day" = (SELECT "service_day" FROM "tickets" WHERE "tickets"."id" = "care_visits"."ticket_id");

-- Everything is added up anew, by the house's clockwork: sums from before do not have the new figures.
DELETE FROM "wait_summaries";
DELETE FROM "work_summaries";
UPDATE "ticket_legs" SET "summarised" = 0;
