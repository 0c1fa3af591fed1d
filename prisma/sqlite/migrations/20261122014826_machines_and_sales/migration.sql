-- CreateTable
CREATE TABLE "machines" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "zone_id" TEXT,
    "service_codes" JSONB NOT NULL,
    "guide" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL,
    "state_since" DATETIME NOT NULL,
    "counted_at" DATETIME NOT NULL,
    "silent_after_seconds" INTEGER,
    "heard_at" DATETIME,
    "silent_at" DATETIME,
    "occupied_since" DATETIME,
    "occupied_until" DATETIME,
    "inspection_every_days" INTEGER NOT NULL DEFAULT 90,
    "inspection_due_at" DATETIME NOT NULL,
    "inspected_at" DATETIME,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "machine_faults" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "machine_id" TEXT NOT NULL,
    "open_machine_id" TEXT,
    "category" TEXT NOT NULL,
    "note" TEXT,
    "reported_at" DATETIME NOT NULL,
    "reported_by_ref" TEXT NOT NULL,
    "reported_by_name" TEXT,
    "reply_due_at" DATETIME NOT NULL,
    "site_due_at" DATETIME NOT NULL,
    "repair_due_at" DATETIME NOT NULL,
    "replied_at" DATETIME,
    "on_site_at" DATETIME,
    "closed_at" DATETIME,
    "ending" TEXT,
    "escalated_to" TEXT NOT NULL DEFAULT 'none',
    "escalated_at" DATETIME
);

-- CreateTable
CREATE TABLE "machine_records" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "machine_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "by_ref" TEXT NOT NULL,
    "by_name" TEXT,
    "fault_id" TEXT,
    "detail" JSONB NOT NULL,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "diversions" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "visit_id" TEXT NOT NULL,
    "machine_id" TEXT NOT NULL,
    "service_code" TEXT NOT NULL,
    "ticket_id" TEXT,
    "waiting_from" DATETIME NOT NULL,
    "diverted_at" DATETIME NOT NULL,
    "by_ref" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settled_at" DATETIME
);

-- CreateTable
CREATE TABLE "suppliers" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "sales" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "sold_at" DATETIME NOT NULL,
    "service_day" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "model_key" TEXT NOT NULL,
    "price_cents" INTEGER,
    "serial" TEXT,
    "customer_name" TEXT,
    "customer_phone" TEXT,
    "ticket_id" TEXT,
    "visit_id" TEXT,
    "seller_ref" TEXT NOT NULL,
    "seller_name" TEXT,
    "points" JSONB NOT NULL,
    "sheet_handed_at" DATETIME,
    "returned_at" DATETIME
);

-- CreateTable
CREATE TABLE "device_cases" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "sale_id" TEXT NOT NULL,
    "supplier_id" TEXT NOT NULL,
    "sold_at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "defect" BOOLEAN NOT NULL,
    "note" TEXT,
    "opened_at" DATETIME NOT NULL,
    "by_ref" TEXT NOT NULL,
    "by_name" TEXT,
    "closed_at" DATETIME,
    "result" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "machines_hall_id_number_key" ON "machines"("hall_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "machine_faults_open_machine_id_key" ON "machine_faults"("open_machine_id");

-- CreateIndex
CREATE INDEX "machine_faults_hall_id_closed_at_idx" ON "machine_faults"("hall_id", "closed_at");

-- CreateIndex
CREATE INDEX "machine_records_hall_id_machine_id_id_idx" ON "machine_records"("hall_id", "machine_id", "id");

-- CreateIndex
CREATE INDEX "diversions_hall_id_state_diverted_at_idx" ON "diversions"("hall_id", "state", "diverted_at");

-- CreateIndex
CREATE UNIQUE INDEX "suppliers_hall_id_name_key" ON "suppliers"("hall_id", "name");

-- CreateIndex
CREATE INDEX "sales_hall_id_sold_at_idx" ON "sales"("hall_id", "sold_at");

-- CreateIndex
CREATE INDEX "sales_hall_id_serial_idx" ON "sales"("hall_id", "serial");

-- CreateIndex
CREATE INDEX "sales_hall_id_model_key_idx" ON "sales"("hall_id", "model_key");

-- CreateIndex
CREATE INDEX "sales_hall_id_customer_phone_idx" ON "sales"("hall_id", "customer_phone");

-- CreateIndex
CREATE INDEX "device_cases_hall_id_sale_id_idx" ON "device_cases"("hall_id", "sale_id");

-- CreateIndex
CREATE INDEX "device_cases_hall_id_sold_at_idx" ON "device_cases"("hall_id", "sold_at");

-- CreateIndex
CREATE INDEX "device_cases_hall_id_closed_at_idx" ON "device_cases"("hall_id", "closed_at");
