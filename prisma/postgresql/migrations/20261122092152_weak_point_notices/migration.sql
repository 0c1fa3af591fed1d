-- AlterTable
ALTER TABLE "weak_points" ADD COLUMN     "given_at" TIMESTAMP(3),
ADD COLUMN     "near_at" TIMESTAMP(3),
ADD COLUMN     "seen_at" TIMESTAMP(3);
