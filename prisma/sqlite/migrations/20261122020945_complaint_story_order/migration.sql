-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_complaint_entries" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "complaint_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "actor_ref" TEXT NOT NULL,
    "actor_name" TEXT,
    "note" TEXT,
    "facts" JSONB NOT NULL,
    CONSTRAINT "complaint_entries_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaints" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_complaint_entries" ("actor_name", "actor_ref", "at", "complaint_id", "facts", "hall_id", "id", "kind", "note") SELECT "actor_name", "actor_ref", "at", "complaint_id", "facts", "hall_id", "id", "kind", "note" FROM "complaint_entries";
DROP TABLE "complaint_entries";
ALTER TABLE "new_complaint_entries" RENAME TO "complaint_entries";
CREATE INDEX "complaint_entries_complaint_id_at_idx" ON "complaint_entries"("complaint_id", "at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
