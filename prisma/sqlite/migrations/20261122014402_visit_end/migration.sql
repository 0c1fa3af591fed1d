-- CreateTable
CREATE TABLE "help_calls" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "asked_at" DATETIME NOT NULL,
    "unanswered_at" DATETIME,
    "owner_ref" TEXT,
    "owner_name" TEXT,
    "taken_at" DATETIME,
    "ended_at" DATETIME
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "service_ids" JSONB NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "suggestion_offers" (
    "ticket_id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "suggestion_id" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "at" DATETIME NOT NULL,
    "actor_ref" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "unaccepted_business" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "due_at" DATETIME NOT NULL,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT,
    "registered_at" DATETIME NOT NULL,
    "registered_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reminded_at" DATETIME,
    "overdue_at" DATETIME,
    "answer" TEXT,
    "answered_at" DATETIME,
    "answered_by" TEXT
);

-- CreateTable
CREATE TABLE "follow_ups" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "what" TEXT NOT NULL,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "promised_day" TEXT NOT NULL,
    "due_at" DATETIME NOT NULL,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT,
    "planned_at" DATETIME NOT NULL,
    "planned_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "overdue_at" DATETIME,
    "result" TEXT,
    "done_at" DATETIME,
    "done_by" TEXT
);

-- CreateTable
CREATE TABLE "loan_items" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "deposit" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "loans" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "out_item_id" TEXT,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "ticket_number" TEXT,
    "deposit" INTEGER NOT NULL DEFAULT 0,
    "lent_at" DATETIME NOT NULL,
    "lent_by" TEXT NOT NULL,
    "overdue_at" DATETIME,
    "returned_at" DATETIME,
    "returned_by" TEXT,
    CONSTRAINT "loans_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "loan_items" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "found_items" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT,
    "kept_where" TEXT NOT NULL,
    "found_at" DATETIME NOT NULL,
    "found_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "returned_to" TEXT,
    "returned_at" DATETIME,
    "returned_by" TEXT
);

-- CreateTable
CREATE TABLE "lost_reports" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "reported_at" DATETIME NOT NULL,
    "reported_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "found_item_id" TEXT,
    "closed_at" DATETIME
);

-- CreateTable
CREATE TABLE "rating_screens" (
    "screen_id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "bound_at" DATETIME NOT NULL
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
