-- DropIndex
DROP INDEX "ticket_legs_learned_ended_at_idx";

-- DropTable
DROP TABLE "handling_stats";

-- CreateTable
CREATE TABLE "learned_stats" (
    "hall_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "staff_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "stats" JSONB NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "learned_stats_pkey" PRIMARY KEY ("hall_id","service_id","hour","staff_id")
);

-- CreateTable
CREATE TABLE "pause_stats" (
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "stats" JSONB NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "pause_stats_pkey" PRIMARY KEY ("hall_id","kind")
);

-- CreateTable
CREATE TABLE "arrival_counts" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "half_hour" INTEGER NOT NULL,
    "service_id" TEXT NOT NULL,
    "arrivals" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "arrival_counts_pkey" PRIMARY KEY ("hall_id","service_day","half_hour","service_id")
);

-- CreateTable
CREATE TABLE "staffing_plans" (
    "hall_id" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "counters" JSONB NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "staffing_plans_pkey" PRIMARY KEY ("hall_id","weekday")
);

-- CreateIndex
CREATE INDEX "learned_stats_hall_id_day_idx" ON "learned_stats"("hall_id", "day");

-- CreateIndex
CREATE INDEX "ticket_legs_hall_id_learned_ended_at_idx" ON "ticket_legs"("hall_id", "learned", "ended_at");

-- What halls know is learned anew from the legs: the house takes them in from the oldest on.
UPDATE "ticket_legs" SET "learned" = false;
