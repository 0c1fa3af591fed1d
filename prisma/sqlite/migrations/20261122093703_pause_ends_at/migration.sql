-- AlterTable
ALTER TABLE "counter_sessions" ADD COLUMN "pause_ends_at" DATETIME;
