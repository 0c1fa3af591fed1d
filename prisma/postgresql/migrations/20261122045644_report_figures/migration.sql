-- AlterTable
ALTER TABLE "care_visits" ADD COLUMN     "service_day" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "service_id" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "summarised" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "wait_summaries" DROP COLUMN "under_120",
DROP COLUMN "under_1200",
DROP COLUMN "under_180",
DROP COLUMN "under_1800",
DROP COLUMN "under_2700",
DROP COLUMN "under_300",
DROP COLUMN "under_3600",
DROP COLUMN "under_420",
DROP COLUMN "under_60",
DROP COLUMN "under_600",
DROP COLUMN "under_900",
ADD COLUMN     "abandoned" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "care_due" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "care_made" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "care_sum" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_120" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_15" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_150" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_180" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_1800" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_240" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_30" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_300" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_420" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_45" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_60" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_600" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_75" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_90" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "off_900" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_120" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_1200" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_180" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_1800" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_2700" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_300" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_3600" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_420" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_60" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_600" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "within_900" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "work_summaries" ADD COLUMN     "abandoned" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "care_made" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "care_sum" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "left_after" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "left_before" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "legs" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started_within" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "wait_sum" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "wait_length_summaries" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "started" JSONB NOT NULL,
    "left" JSONB NOT NULL,
    "sent_on" JSONB NOT NULL,

    CONSTRAINT "wait_length_summaries_pkey" PRIMARY KEY ("hall_id","service_day","service_id")
);

-- CreateTable
CREATE TABLE "report_mailings" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "send_at" INTEGER NOT NULL,
    "recipients" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "report_mailings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_deliveries" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "mailing_id" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMP(3),
    "problem" TEXT,
    "sent_at" TIMESTAMP(3),

    CONSTRAINT "report_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_mailings_hall_id_idx" ON "report_mailings"("hall_id");

-- CreateIndex
CREATE INDEX "report_deliveries_hall_id_due_at_idx" ON "report_deliveries"("hall_id", "due_at");

-- CreateIndex
CREATE INDEX "report_deliveries_next_at_idx" ON "report_deliveries"("next_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_deliveries_mailing_id_from_day_to_day_key" ON "report_deliveries"("mailing_id", "from_day", "to_day");

-- CreateIndex
CREATE INDEX "care_visits_hall_id_summarised_idx" ON "care_visits"("hall_id", "summarised");

-- AddForeignKey
ALTER TABLE "report_deliveries" ADD CONSTRAINT "report_deliveries_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "report_mailings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What care visits do not know of themselves yet.
UPDATE "care_visits" SET
    "service_id" = (SELECT "service_id" FROM "tickets" WHERE "tickets"."id" = "care_visits"."ticket_id"),
    "service_day" = (SELECT "service_day" FROM "tickets" WHERE "tickets"."id" = "care_visits"."ticket_id");

-- Everything is added up anew, by the house's clockwork: sums from before do not have the new figures.
DELETE FROM "wait_summaries";
DELETE FROM "work_summaries";
UPDATE "ticket_legs" SET "summarised" = false;
