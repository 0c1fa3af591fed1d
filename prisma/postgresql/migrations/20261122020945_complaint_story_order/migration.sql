-- AlterTable
ALTER TABLE "complaint_entries" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;
