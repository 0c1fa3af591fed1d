-- CreateTable
CREATE TABLE "halls" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "time_zone" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "transport" JSONB NOT NULL,
    "parking" JSONB NOT NULL,
    "step_free_access" BOOLEAN NOT NULL DEFAULT false,
    "hotline_number" TEXT,
    "latitude" REAL,
    "longitude" REAL,
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
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "hall_clocks" (
    "hall_id" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "hall_clocks_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "hall_exceptions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "reason" JSONB NOT NULL,
    CONSTRAINT "hall_exceptions_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "zones" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "zones_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "services" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    CONSTRAINT "services_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "services_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zones" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "customer_classes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "credit_minutes" INTEGER NOT NULL DEFAULT 0,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "customer_classes_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "special_needs" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "credit_minutes" INTEGER NOT NULL DEFAULT 0,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "special_needs_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "outcomes" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "outcomes_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "counters" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "zone_id" TEXT,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "counters_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "counters_zone_id_fkey" FOREIGN KEY ("zone_id") REFERENCES "zones" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "counter_services" (
    "counter_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,

    PRIMARY KEY ("counter_id", "service_id"),
    CONSTRAINT "counter_services_counter_id_fkey" FOREIGN KEY ("counter_id") REFERENCES "counters" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "counter_services_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "counter_sessions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "staff_id" TEXT,
    "clerk_name" TEXT,
    "open_counter_id" TEXT,
    "open_actor_ref" TEXT,
    "state" TEXT NOT NULL,
    "pause_reason" TEXT,
    "paused_at" DATETIME,
    "service_ids" JSONB,
    "opened_at" DATETIME NOT NULL,
    "closed_at" DATETIME,
    "last_seen_at" DATETIME,
    "silent_at" DATETIME,
    CONSTRAINT "counter_sessions_counter_id_fkey" FOREIGN KEY ("counter_id") REFERENCES "counters" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "visits" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "customer_class" TEXT,
    "needs" JSONB NOT NULL,
    "locale" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "started_at" DATETIME NOT NULL,
    "arrived_at" DATETIME,
    "ended_at" DATETIME,
    CONSTRAINT "visits_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "issued_at" DATETIME NOT NULL,
    "arrived_at" DATETIME,
    "booked_for" DATETIME,
    "waiting_since" DATETIME,
    "queue_at" DATETIME,
    "issue_order" INTEGER NOT NULL,
    "target_counter_id" TEXT,
    "counter_id" TEXT,
    "called_at" DATETIME,
    "called_by" TEXT,
    "call_count" INTEGER NOT NULL DEFAULT 0,
    "started_at" DATETIME,
    "held_at" DATETIME,
    "hold_reason" TEXT,
    "hold_by_hall" BOOLEAN NOT NULL DEFAULT false,
    "excused_seconds" INTEGER NOT NULL DEFAULT 0,
    "handling_held_seconds" INTEGER NOT NULL DEFAULT 0,
    "held_from" TEXT,
    "completed_at" DATETIME,
    "outcome" TEXT,
    "notes" TEXT,
    "end_reason" TEXT,
    "limit_due_at" DATETIME,
    "limits_crossed" INTEGER NOT NULL DEFAULT 0,
    "flagged_at" DATETIME,
    "early_flagged_at" DATETIME,
    "estimate_p50_seconds" INTEGER,
    "estimate_p90_seconds" INTEGER,
    "undo" JSONB,
    CONSTRAINT "tickets_hall_id_fkey" FOREIGN KEY ("hall_id") REFERENCES "halls" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "tickets_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visits" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ticket_legs" (
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
    CONSTRAINT "ticket_legs_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "number_sequences" (
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    PRIMARY KEY ("hall_id", "service_day", "letter")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "counter_id" TEXT NOT NULL,
    "counter_number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "shown_at" DATETIME,
    "spoken_at" DATETIME,
    "withdrawn_at" DATETIME,
    CONSTRAINT "announcements_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "announcement_receipts" (
    "announcement_id" TEXT NOT NULL,
    "screen_id" TEXT NOT NULL,
    "shown_at" DATETIME NOT NULL,
    "spoken_at" DATETIME,

    PRIMARY KEY ("announcement_id", "screen_id"),
    CONSTRAINT "announcement_receipts_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "care_visits" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "ticket_id" TEXT NOT NULL,
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
    CONSTRAINT "care_visits_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "tickets" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "handling_stats" (
    "hall_id" TEXT NOT NULL,
    "service_id" TEXT NOT NULL,
    "stats" JSONB NOT NULL,
    "updated_at" DATETIME NOT NULL,

    PRIMARY KEY ("hall_id", "service_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "touchpoint" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "service_day" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "visit_id" TEXT,
    "ticket_id" TEXT,
    "counter_id" TEXT,
    "zone_id" TEXT,
    "screen_id" TEXT,
    "payload" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" DATETIME NOT NULL,

    PRIMARY KEY ("scope", "key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT,
    "at" DATETIME NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT NOT NULL,
    "display_username" TEXT,
    "locale" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" DATETIME,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "staff_roles" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staff_id" TEXT NOT NULL,
    "hall_id" TEXT,
    "role" TEXT NOT NULL,
    CONSTRAINT "staff_roles_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_sessions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "staff_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_accounts" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" DATETIME,
    "refresh_token_expires_at" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    CONSTRAINT "staff_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "staff_verifications" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "created_by" TEXT NOT NULL,
    "revoked_at" DATETIME,
    "last_used_at" DATETIME
);

-- CreateTable
CREATE TABLE "screens" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pairing_hash" TEXT,
    "pairing_expires" DATETIME,
    "token_hash" TEXT,
    "paired_at" DATETIME,
    "last_seen_at" DATETIME,
    "revoked_at" DATETIME,
    "created_at" DATETIME NOT NULL
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
