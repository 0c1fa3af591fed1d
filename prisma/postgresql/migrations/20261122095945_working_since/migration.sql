-- AlterTable
ALTER TABLE "counter_sessions" ADD COLUMN     "working_since" TIMESTAMP(3);
