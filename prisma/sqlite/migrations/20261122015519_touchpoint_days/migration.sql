-- CreateTable
CREATE TABLE "touchpoint_days" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "touchpoint" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "counted_at" DATETIME NOT NULL,

    PRIMARY KEY ("hall_id", "service_day", "touchpoint")
);
