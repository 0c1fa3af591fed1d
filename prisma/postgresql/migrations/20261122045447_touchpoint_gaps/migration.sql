-- AlterTable
ALTER TABLE "halls" ADD COLUMN     "currency" TEXT NOT NULL DEFAULT 'CNY';
