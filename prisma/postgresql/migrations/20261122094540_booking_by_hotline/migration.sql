-- AlterTable
ALTER TABLE "bookings" ADD COLUMN     "by_hotline" BOOLEAN NOT NULL DEFAULT false;
