-- AlterTable
ALTER TABLE "knowledge_articles" ADD COLUMN     "topic" TEXT NOT NULL DEFAULT 'other';

-- AlterTable
ALTER TABLE "knowledge_versions" ADD COLUMN     "topic" TEXT NOT NULL DEFAULT 'other';
