-- CreateTable
CREATE TABLE "halls" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "time_zone" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "transport" JSONB NOT NULL,
    "parking" JSONB NOT NULL,
    "step_free_access" BOOLEAN NOT NULL DEFAULT false,
    "hotline_number" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "languages" JSONB NOT NULL,
    "weekly_hours" JSONB NOT NULL,
    "goal_seconds" INTEGER NOT NULL DEFAULT 300,
    "limit_seconds" INTEGER NOT NULL DEFAULT 600,
    "handling_target_seconds" INTEGER NOT NULL DEFAULT 180,
    "care_take_seconds" INTEGER NOT NULL DEFAULT 120,
    "no_show_seconds" INTEGER NOT NULL DEFAULT 60,
    "clerk_silent_seconds" INTEGER NOT NULL DEFAULT 60,
    "remote_tickets" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "halls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hall_clocks" (
    "hall_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "hall_clocks_pkey" PRIMARY KEY ("hall_id")
);

-- CreateTable
CREATE TABLE "hall_exceptions" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "hall_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "zones" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "zones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "services" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "zone_id" TEXT,
    "handling_target_seconds" INTEGER,
    "goal_seconds" INTEGER,
    "limit_seconds" INTEGER,
    "papers" JSONB NOT NULL,
    "machine_capable" BOOLEAN NOT NULL DEFAULT false,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_classes" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "credit_minutes" INTEGER NOT NULL DEFAULT 0,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "customer_classes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "special_needs" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "credit_minutes" INTEGER NOT NULL DEFAULT 0,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "special_needs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcomes" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "outcomes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counters" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "zone_id" TEXT,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter_services" (
    "counter_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,

    CONSTRAINT "counter_services_pkey" PRIMARY KEY ("counter_id","service_id")
);

-- CreateTable
CREATE TABLE "counter_sessions" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "staff_id" TEXT,
    "clerk_name" TEXT,
    "open_counter_id" TEXT,
    "open_actor_ref" TEXT,
    "state" TEXT NOT NULL,
    "pause_reason" TEXT,
    "paused_at" TIMESTAMP(3),
    "service_ids" JSONB,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "closed_at" TIMESTAMP(3),
    "last_seen_at" TIMESTAMP(3),
    "silent_at" TIMESTAMP(3),

    CONSTRAINT "counter_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visits" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "customer_class" TEXT,
    "needs" JSONB NOT NULL,
    "locale" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "started_at" TIMESTAMP(3) NOT NULL,
    "arrived_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "customer_class" TEXT,
    "needs" JSONB NOT NULL,
    "prepared" JSONB NOT NULL,
    "locale" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "credit_seconds" INTEGER NOT NULL DEFAULT 0,
    "issued_at" TIMESTAMP(3) NOT NULL,
    "arrived_at" TIMESTAMP(3),
    "booked_for" TIMESTAMP(3),
    "waiting_since" TIMESTAMP(3),
    "queue_at" TIMESTAMP(3),
    "issue_order" INTEGER NOT NULL,
    "target_counter_id" TEXT,
    "counter_id" TEXT,
    "called_at" TIMESTAMP(3),
    "called_by" TEXT,
    "call_count" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMP(3),
    "held_at" TIMESTAMP(3),
    "hold_reason" TEXT,
    "hold_by_hall" BOOLEAN NOT NULL DEFAULT false,
    "excused_seconds" INTEGER NOT NULL DEFAULT 0,
    "handling_held_seconds" INTEGER NOT NULL DEFAULT 0,
    "held_from" TEXT,
    "completed_at" TIMESTAMP(3),
    "outcome" TEXT,
    "notes" TEXT,
    "end_reason" TEXT,
    "limit_due_at" TIMESTAMP(3),
    "limits_crossed" INTEGER NOT NULL DEFAULT 0,
    "flagged_at" TIMESTAMP(3),
    "early_flagged_at" TIMESTAMP(3),
    "estimate_p50_seconds" INTEGER,
    "estimate_p90_seconds" INTEGER,
    "undo" JSONB,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_legs" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "service_id" TEXT NOT NULL,
    "counter_id" TEXT,
    "staff_id" TEXT,
    "waiting_since" TIMESTAMP(3) NOT NULL,
    "called_at" TIMESTAMP(3),
    "started_at" TIMESTAMP(3),
    "ended_at" TIMESTAMP(3) NOT NULL,
    "wait_seconds" INTEGER NOT NULL,
    "handling_seconds" INTEGER,
    "ending" TEXT NOT NULL,
    "outcome" TEXT,
    "limits_crossed" INTEGER NOT NULL DEFAULT 0,
    "estimate_p50_seconds" INTEGER,
    "estimate_p90_seconds" INTEGER,
    "learned" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ticket_legs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_sequences" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_sequences_pkey" PRIMARY KEY ("hall_id","service_day","letter")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "counter_number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "shown_at" TIMESTAMP(3),
    "spoken_at" TIMESTAMP(3),
    "withdrawn_at" TIMESTAMP(3),

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_receipts" (
    "announcement_id" TEXT NOT NULL,
    "screen_id" TEXT NOT NULL,
    "shown_at" TIMESTAMP(3) NOT NULL,
    "spoken_at" TIMESTAMP(3),

    CONSTRAINT "announcement_receipts_pkey" PRIMARY KEY ("announcement_id","screen_id")
);

-- CreateTable
CREATE TABLE "care_visits" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "crossing" INTEGER NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "escalate_at" TIMESTAMP(3),
    "escalated_at" TIMESTAMP(3),
    "owner_ref" TEXT,
    "owner_name" TEXT,
    "taken_at" TIMESTAMP(3),
    "done_at" TIMESTAMP(3),
    "action" TEXT,
    "note" TEXT,

    CONSTRAINT "care_visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handling_stats" (
    "hall_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "stats" JSONB NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "handling_stats_pkey" PRIMARY KEY ("hall_id","service_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "touchpoint" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "service_day" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "counter_id" TEXT,
    "zone_id" TEXT,
    "screen_id" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT NOT NULL,
    "display_username" TEXT,
    "locale" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_roles" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "hall_id" TEXT,
    "role" TEXT NOT NULL,

    CONSTRAINT "staff_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_sessions" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "staff_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_accounts" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMP(3),
    "refresh_token_expires_at" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "staff_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "staff_verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "revoked_at" TIMESTAMP(3),
    "last_used_at" TIMESTAMP(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "screens" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pairing_hash" TEXT,
    "pairing_expires" TIMESTAMP(3),
    "token_hash" TEXT,
    "paired_at" TIMESTAMP(3),
    "last_seen_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "screens_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "halls_slug_key" ON "halls"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "hall_exceptions_hall_id_date_key" ON "hall_exceptions"("hall_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "zones_hall_id_code_key" ON "zones"("hall_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "services_hall_id_code_key" ON "services"("hall_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "customer_classes_hall_id_code_key" ON "customer_classes"("hall_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "special_needs_hall_id_code_key" ON "special_needs"("hall_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "outcomes_hall_id_code_key" ON "outcomes"("hall_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "counters_hall_id_number_key" ON "counters"("hall_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "counter_sessions_open_counter_id_key" ON "counter_sessions"("open_counter_id");

-- CreateIndex
CREATE UNIQUE INDEX "counter_sessions_open_actor_ref_key" ON "counter_sessions"("open_actor_ref");

-- CreateIndex
CREATE INDEX "counter_sessions_hall_id_state_idx" ON "counter_sessions"("hall_id", "state");

-- CreateIndex
CREATE INDEX "visits_hall_id_service_day_idx" ON "visits"("hall_id", "service_day");

-- CreateIndex
CREATE INDEX "tickets_hall_id_status_queue_at_idx" ON "tickets"("hall_id", "status", "queue_at");

-- CreateIndex
CREATE INDEX "tickets_hall_id_service_day_idx" ON "tickets"("hall_id", "service_day");

-- CreateIndex
CREATE INDEX "tickets_status_limit_due_at_idx" ON "tickets"("status", "limit_due_at");

-- CreateIndex
CREATE INDEX "tickets_counter_id_status_idx" ON "tickets"("counter_id", "status");

-- CreateIndex
CREATE INDEX "tickets_hall_id_completed_at_idx" ON "tickets"("hall_id", "completed_at");

-- CreateIndex
CREATE UNIQUE INDEX "tickets_hall_id_service_day_number_key" ON "tickets"("hall_id", "service_day", "number");

-- CreateIndex
CREATE INDEX "ticket_legs_hall_id_service_day_idx" ON "ticket_legs"("hall_id", "service_day");

-- CreateIndex
CREATE INDEX "ticket_legs_hall_id_started_at_idx" ON "ticket_legs"("hall_id", "started_at");

-- CreateIndex
CREATE INDEX "ticket_legs_learned_ended_at_idx" ON "ticket_legs"("learned", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_legs_ticket_id_ordinal_key" ON "ticket_legs"("ticket_id", "ordinal");

-- CreateIndex
CREATE INDEX "announcements_hall_id_at_idx" ON "announcements"("hall_id", "at");

-- CreateIndex
CREATE INDEX "announcements_ticket_id_idx" ON "announcements"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcements_hall_id_seq_key" ON "announcements"("hall_id", "seq");

-- CreateIndex
CREATE INDEX "care_visits_hall_id_state_idx" ON "care_visits"("hall_id", "state");

-- CreateIndex
CREATE INDEX "care_visits_state_escalate_at_idx" ON "care_visits"("state", "escalate_at");

-- CreateIndex
CREATE INDEX "care_visits_ticket_id_idx" ON "care_visits"("ticket_id");

-- CreateIndex
CREATE INDEX "events_ticket_id_idx" ON "events"("ticket_id");

-- CreateIndex
CREATE INDEX "events_visit_id_idx" ON "events"("visit_id");

-- CreateIndex
CREATE INDEX "events_hall_id_service_day_touchpoint_idx" ON "events"("hall_id", "service_day", "touchpoint");

-- CreateIndex
CREATE UNIQUE INDEX "events_hall_id_version_ordinal_key" ON "events"("hall_id", "version", "ordinal");

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE INDEX "audit_entries_hall_id_at_idx" ON "audit_entries"("hall_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_username_key" ON "staff"("username");

-- CreateIndex
CREATE UNIQUE INDEX "staff_roles_staff_id_hall_id_role_key" ON "staff_roles"("staff_id", "hall_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "staff_sessions_token_key" ON "staff_sessions"("token");

-- CreateIndex
CREATE INDEX "staff_sessions_user_id_idx" ON "staff_sessions"("user_id");

-- CreateIndex
CREATE INDEX "staff_accounts_user_id_idx" ON "staff_accounts"("user_id");

-- CreateIndex
CREATE INDEX "staff_verifications_identifier_idx" ON "staff_verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "api_keys_hall_id_idx" ON "api_keys"("hall_id");

-- CreateIndex
CREATE UNIQUE INDEX "screens_pairing_hash_key" ON "screens"("pairing_hash");

-- CreateIndex
CREATE UNIQUE INDEX "screens_token_hash_key" ON "screens"("token_hash");

-- CreateIndex
CREATE INDEX "screens_hall_id_idx" ON "screens"("hall_id");

-- AddForeignKey
ALTER TABLE "hall_clocks" ADD CONSTRAINT "hall_clocks_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hall_exceptions" ADD CONSTRAINT "hall_exceptions_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zones" ADD CONSTRAINT "zones_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "services" ADD CONSTRAINT "services_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "services" ADD CONSTRAINT "services_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zones"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_classes" ADD CONSTRAINT "customer_classes_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "special_needs" ADD CONSTRAINT "special_needs_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counters" ADD CONSTRAINT "counters_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counters" ADD CONSTRAINT "counters_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zones"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counter_services" ADD CONSTRAINT "counter_services_counter_id_fkey" FOREIGN KEY ("counter_id") REFERENCES "counters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counter_services" ADD CONSTRAINT "counter_services_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counter_sessions" ADD CONSTRAINT "counter_sessions_counter_id_fkey" FOREIGN KEY ("counter_id") REFERENCES "counters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visits" ADD CONSTRAINT "visits_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visits"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_legs" ADD CONSTRAINT "ticket_legs_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_receipts" ADD CONSTRAINT "announcement_receipts_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_visits" ADD CONSTRAINT "care_visits_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_accounts" ADD CONSTRAINT "staff_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
