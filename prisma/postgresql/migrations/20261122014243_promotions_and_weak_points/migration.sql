-- CreateTable
CREATE TABLE "campaigns" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hall_records" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "held_on" TEXT NOT NULL,
    "held_at" TEXT NOT NULL,
    "leader_id" TEXT,
    "leader_name" TEXT NOT NULL,
    "attendee_count" INTEGER NOT NULL,
    "attendees" JSONB NOT NULL,
    "topics" TEXT NOT NULL,
    "decisions" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "hall_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promotion_materials" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "zone_id" TEXT,
    "place" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "condition" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_until" TEXT NOT NULL,
    "warn_days" INTEGER NOT NULL,
    "standing" BOOLEAN NOT NULL DEFAULT true,
    "checked_at" TIMESTAMP(3),
    "checked_by" TEXT,
    "removed_at" TIMESTAMP(3),
    "removed_by" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "promotion_materials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_checks" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "material_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by_ref" TEXT NOT NULL,
    "by_name" TEXT,
    "condition" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "material_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weak_points" (
    "id" TEXT NOT NULL,
    "hall_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "touchpoint" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "finding" JSONB,
    "cause" TEXT,
    "action" TEXT,
    "owner_id" TEXT,
    "owner_name" TEXT,
    "due_on" TEXT,
    "state" TEXT NOT NULL,
    "result" TEXT,
    "remark" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "started_at" TIMESTAMP(3),
    "done_at" TIMESTAMP(3),
    "done_by" TEXT,
    "checked_at" TIMESTAMP(3),
    "checked_by" TEXT,
    "checker_name" TEXT,
    "overdue_at" TIMESTAMP(3),
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "weak_points_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "campaigns_hall_id_ended_at_idx" ON "campaigns"("hall_id", "ended_at");

-- CreateIndex
CREATE INDEX "hall_records_hall_id_held_on_id_idx" ON "hall_records"("hall_id", "held_on", "id");

-- CreateIndex
CREATE INDEX "promotion_materials_hall_id_standing_valid_until_id_idx" ON "promotion_materials"("hall_id", "standing", "valid_until", "id");

-- CreateIndex
CREATE INDEX "material_checks_material_id_at_idx" ON "material_checks"("material_id", "at");

-- CreateIndex
CREATE INDEX "weak_points_hall_id_month_idx" ON "weak_points"("hall_id", "month");

-- CreateIndex
CREATE INDEX "weak_points_hall_id_state_idx" ON "weak_points"("hall_id", "state");

-- AddForeignKey
ALTER TABLE "material_checks" ADD CONSTRAINT "material_checks_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "promotion_materials"("id") ON DELETE CASCADE ON UPDATE CASCADE;
