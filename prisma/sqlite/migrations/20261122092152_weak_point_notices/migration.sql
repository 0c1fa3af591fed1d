-- AlterTable
ALTER TABLE "weak_points" ADD COLUMN "given_at" DATETIME;
ALTER TABLE "weak_points" ADD COLUMN "near_at" DATETIME;
ALTER TABLE "weak_points" ADD COLUMN "seen_at" DATETIME;
