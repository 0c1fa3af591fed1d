-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_knowledge_articles" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hall_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT 'other',
    "service_code" TEXT,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "published_version" INTEGER,
    "published" JSONB,
    "published_at" DATETIME,
    "created_at" DATETIME NOT NULL,
    "updated_at" DATETIME NOT NULL,
    "updated_by_ref" TEXT NOT NULL,
    "updated_by_name" TEXT
);
INSERT INTO "new_knowledge_articles" ("content", "created_at", "hall_id", "id", "kind", "published", "published_at", "published_version", "service_code", "updated_at", "updated_by_name", "updated_by_ref", "version") SELECT "content", "created_at", "hall_id", "id", "kind", "published", "published_at", "published_version", "service_code", "updated_at", "updated_by_name", "updated_by_ref", "version" FROM "knowledge_articles";
DROP TABLE "knowledge_articles";
ALTER TABLE "new_knowledge_articles" RENAME TO "knowledge_articles";
CREATE INDEX "knowledge_articles_hall_id_updated_at_idx" ON "knowledge_articles"("hall_id", "updated_at");
CREATE INDEX "knowledge_articles_hall_id_service_code_idx" ON "knowledge_articles"("hall_id", "service_code");
CREATE TABLE "new_knowledge_versions" (
    "article_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT 'other',
    "service_code" TEXT,
    "content" JSONB NOT NULL,
    "published" BOOLEAN NOT NULL,
    "saved_at" DATETIME NOT NULL,
    "saved_by_ref" TEXT NOT NULL,
    "saved_by_name" TEXT,

    PRIMARY KEY ("article_id", "version"),
    CONSTRAINT "knowledge_versions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "knowledge_articles" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_knowledge_versions" ("article_id", "content", "kind", "published", "saved_at", "saved_by_name", "saved_by_ref", "service_code", "version") SELECT "article_id", "content", "kind", "published", "saved_at", "saved_by_name", "saved_by_ref", "service_code", "version" FROM "knowledge_versions";
DROP TABLE "knowledge_versions";
ALTER TABLE "new_knowledge_versions" RENAME TO "knowledge_versions";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
