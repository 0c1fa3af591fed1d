-- CreateTable
CREATE TABLE "webhooks" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" JSONB NOT NULL,
    "takes_phone" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "secret_made_at" DATETIME NOT NULL,
    "created_at" DATETIME NOT NULL,
    "created_by" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "notice_deliveries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" DATETIME NOT NULL,
    "last_status" INTEGER,
    "last_error" TEXT,
    "created_at" DATETIME NOT NULL,
    "ended_at" DATETIME
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "nearly" BOOLEAN NOT NULL DEFAULT false,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ticket_phones" (
    "ticket_id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "notice_cursors" (
    "hall_id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_hall_id_name_key" ON "webhooks"("hall_id", "name");

-- CreateIndex
CREATE INDEX "notice_deliveries_state_due_at_idx" ON "notice_deliveries"("state", "due_at");

-- CreateIndex
CREATE INDEX "notice_deliveries_hall_id_state_created_at_idx" ON "notice_deliveries"("hall_id", "state", "created_at");

-- CreateIndex
CREATE INDEX "notice_deliveries_ticket_id_state_idx" ON "notice_deliveries"("ticket_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "notice_deliveries_target_id_ticket_id_event_occurrence_key" ON "notice_deliveries"("target_id", "ticket_id", "event", "occurrence");

-- CreateIndex
CREATE INDEX "push_subscriptions_hall_id_idx" ON "push_subscriptions"("hall_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_ticket_id_endpoint_key" ON "push_subscriptions"("ticket_id", "endpoint");

-- CreateIndex
CREATE INDEX "ticket_phones_hall_id_idx" ON "ticket_phones"("hall_id");
