-- CreateTable
CREATE TABLE "ratings" (
    "ticket_id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "comment" TEXT,
    "given_at" TIMESTAMP(3) NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateIndex
CREATE INDEX "ratings_hall_id_given_at_idx" ON "ratings"("hall_id", "given_at");

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;
