-- CreateTable
CREATE TABLE "help_calls" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "counter_number" INTEGER NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "clerk_name" TEXT,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "reason" TEXT,
    "state" TEXT NOT NULL,
    "asked_at" TIMESTAMP(3) NOT NULL,
    "unanswered_at" TIMESTAMP(3),
    "owner_ref" TEXT,
    "owner_name" TEXT,
    "taken_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "help_calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "service_ids" JSONB NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion_offers" (
    "ticket_id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "suggestion_id" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor_ref" TEXT NOT NULL,

    CONSTRAINT "suggestion_offers_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateTable
CREATE TABLE "unaccepted_business" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "service_code" TEXT,
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "promised_day" TEXT NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT,
    "registered_at" TIMESTAMP(3) NOT NULL,
    "registered_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reminded_at" TIMESTAMP(3),
    "overdue_at" TIMESTAMP(3),
    "answer" TEXT,
    "answered_at" TIMESTAMP(3),
    "answered_by" TEXT,

    CONSTRAINT "unaccepted_business_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "what" TEXT NOT NULL,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "promised_day" TEXT NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT,
    "planned_at" TIMESTAMP(3) NOT NULL,
    "planned_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "overdue_at" TIMESTAMP(3),
    "result" TEXT,
    "done_at" TIMESTAMP(3),
    "done_by" TEXT,

    CONSTRAINT "follow_ups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loan_items" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "deposit" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "loan_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loans" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "out_item_id" TEXT,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "deposit" INTEGER NOT NULL DEFAULT 0,
    "lent_at" TIMESTAMP(3) NOT NULL,
    "lent_by" TEXT NOT NULL,
    "overdue_at" TIMESTAMP(3),
    "returned_at" TIMESTAMP(3),
    "returned_by" TEXT,

    CONSTRAINT "loans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "found_items" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT,
    "kept_where" TEXT NOT NULL,
    "found_at" TIMESTAMP(3) NOT NULL,
    "found_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "returned_to" TEXT,
    "returned_at" TIMESTAMP(3),
    "returned_by" TEXT,

    CONSTRAINT "found_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lost_reports" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "reported_at" TIMESTAMP(3) NOT NULL,
    "reported_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "found_item_id" TEXT,
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "lost_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_screens" (
    "screen_id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "bound_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "rating_screens_pkey" PRIMARY KEY ("screen_id")
);

-- CreateIndex
CREATE INDEX "help_calls_hall_id_state_asked_at_idx" ON "help_calls"("hall_id", "state", "asked_at");

-- CreateIndex
CREATE INDEX "help_calls_counter_id_state_idx" ON "help_calls"("counter_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "suggestions_hall_id_code_key" ON "suggestions"("hall_id", "code");

-- CreateIndex
CREATE INDEX "suggestion_offers_hall_id_at_idx" ON "suggestion_offers"("hall_id", "at");

-- CreateIndex
CREATE INDEX "unaccepted_business_hall_id_state_due_at_idx" ON "unaccepted_business"("hall_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "unaccepted_business_visit_id_idx" ON "unaccepted_business"("visit_id");

-- CreateIndex
CREATE INDEX "follow_ups_hall_id_state_due_at_idx" ON "follow_ups"("hall_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "follow_ups_visit_id_idx" ON "follow_ups"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "loan_items_hall_id_kind_number_key" ON "loan_items"("hall_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "loans_out_item_id_key" ON "loans"("out_item_id");

-- CreateIndex
CREATE INDEX "loans_hall_id_out_item_id_idx" ON "loans"("hall_id", "out_item_id");

-- CreateIndex
CREATE INDEX "loans_hall_id_lent_at_idx" ON "loans"("hall_id", "lent_at");

-- CreateIndex
CREATE INDEX "loans_visit_id_idx" ON "loans"("visit_id");

-- CreateIndex
CREATE INDEX "loans_item_id_idx" ON "loans"("item_id");

-- CreateIndex
CREATE INDEX "found_items_hall_id_state_found_at_idx" ON "found_items"("hall_id", "state", "found_at");

-- CreateIndex
CREATE INDEX "lost_reports_hall_id_state_reported_at_idx" ON "lost_reports"("hall_id", "state", "reported_at");

-- CreateIndex
CREATE INDEX "lost_reports_found_item_id_idx" ON "lost_reports"("found_item_id");

-- CreateIndex
CREATE INDEX "rating_screens_hall_id_counter_id_idx" ON "rating_screens"("hall_id", "counter_id");

-- AddForeignKey
ALTER TABLE "loans" ADD CONSTRAINT "loans_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "loan_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;
