-- CreateTable
CREATE TABLE "approaches" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "zone_id" TEXT,
    "ticket_id" TEXT,
    "by_ref" TEXT NOT NULL,
    "by_name" TEXT,
    "undone_at" TIMESTAMP(3),

    CONSTRAINT "approaches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_articles" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "service_code" TEXT,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "published_version" INTEGER,
    "published" JSONB,
    "published_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "updated_by_ref" TEXT NOT NULL,
    "updated_by_name" TEXT,

    CONSTRAINT "knowledge_articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_versions" (
    "article_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "service_code" TEXT,
    "content" JSONB NOT NULL,
    "published" BOOLEAN NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,
    "saved_by_ref" TEXT NOT NULL,
    "saved_by_name" TEXT,

    CONSTRAINT "knowledge_versions_pkey" PRIMARY KEY ("article_id","version")
);

-- CreateTable
CREATE TABLE "knowledge_terms" (
    "hall_id" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "article_id" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "knowledge_terms_pkey" PRIMARY KEY ("hall_id","term","article_id")
);

-- CreateTable
CREATE TABLE "enquiries" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "opened_by_ref" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "question" TEXT,
    "article_id" TEXT,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "owner_ref" TEXT NOT NULL,
    "owner_name" TEXT,
    "offered_to_ref" TEXT,
    "offered_to_name" TEXT,
    "offered_at" TIMESTAMP(3),
    "handovers" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "due_at" TIMESTAMP(3) NOT NULL,
    "overdue_at" TIMESTAMP(3),
    "closed_at" TIMESTAMP(3),
    "closed_by_ref" TEXT,
    "ticket_id" TEXT,
    "visit_id" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,

    CONSTRAINT "enquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_cases" (
    "enquiry_id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT,
    "offer" TEXT,
    "result" TEXT NOT NULL,
    "opened_at" TIMESTAMP(3) NOT NULL,
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "retention_cases_pkey" PRIMARY KEY ("enquiry_id")
);

-- CreateTable
CREATE TABLE "stations" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "shows" JSONB NOT NULL,
    "zone_id" TEXT,
    "state" TEXT NOT NULL,
    "state_since" TIMESTAMP(3) NOT NULL,
    "fault_words" TEXT,
    "fault_by_name" TEXT,
    "reset_due_at" TIMESTAMP(3),
    "reset_late_at" TIMESTAMP(3),
    "last_trial_at" TIMESTAMP(3),
    "tallied_at" TIMESTAMP(3) NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "stations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trials" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "station_id" TEXT NOT NULL,
    "shown" TEXT,
    "interest" INTEGER NOT NULL,
    "wishes" TEXT,
    "ordered" BOOLEAN NOT NULL,
    "ticket_id" TEXT,
    "visit_id" TEXT,
    "by_ref" TEXT NOT NULL,
    "by_name" TEXT,

    CONSTRAINT "trials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trial_invitations" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "service_day" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "ticket_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "by_ref" TEXT NOT NULL,

    CONSTRAINT "trial_invitations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approaches_hall_id_service_day_at_idx" ON "approaches"("hall_id", "service_day", "at");

-- CreateIndex
CREATE INDEX "knowledge_articles_hall_id_updated_at_idx" ON "knowledge_articles"("hall_id", "updated_at");

-- CreateIndex
CREATE INDEX "knowledge_articles_hall_id_service_code_idx" ON "knowledge_articles"("hall_id", "service_code");

-- CreateIndex
CREATE INDEX "knowledge_terms_hall_id_term_weight_idx" ON "knowledge_terms"("hall_id", "term", "weight");

-- CreateIndex
CREATE INDEX "knowledge_terms_article_id_idx" ON "knowledge_terms"("article_id");

-- CreateIndex
CREATE INDEX "enquiries_hall_id_state_due_at_idx" ON "enquiries"("hall_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "enquiries_hall_id_service_day_opened_at_idx" ON "enquiries"("hall_id", "service_day", "opened_at");

-- CreateIndex
CREATE INDEX "retention_cases_hall_id_opened_at_idx" ON "retention_cases"("hall_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "stations_hall_id_code_key" ON "stations"("hall_id", "code");

-- CreateIndex
CREATE INDEX "trials_hall_id_service_day_at_idx" ON "trials"("hall_id", "service_day", "at");

-- CreateIndex
CREATE INDEX "trials_hall_id_station_id_at_idx" ON "trials"("hall_id", "station_id", "at");

-- CreateIndex
CREATE INDEX "trial_invitations_hall_id_service_day_idx" ON "trial_invitations"("hall_id", "service_day");

-- CreateIndex
CREATE UNIQUE INDEX "trial_invitations_hall_id_ticket_id_key" ON "trial_invitations"("hall_id", "ticket_id");

-- AddForeignKey
ALTER TABLE "knowledge_versions" ADD CONSTRAINT "knowledge_versions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "knowledge_articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_terms" ADD CONSTRAINT "knowledge_terms_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "knowledge_articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retention_cases" ADD CONSTRAINT "retention_cases_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trials" ADD CONSTRAINT "trials_station_id_fkey" FOREIGN KEY ("station_id") REFERENCES "stations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
