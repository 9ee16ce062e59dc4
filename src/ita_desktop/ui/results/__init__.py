"""The tab ผลการดำเนินการ: what was done, by measure and round."""
